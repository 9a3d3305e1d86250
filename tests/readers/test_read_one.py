"""One document read on its own: its records with their places, ready for JSON; what is not read says what to do."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from agenda_styles import table_with_sections
from docx_builder import write_text
from minutes_styles import annex_f

from coi_audit.errors import UserError
from coi_audit.readers.read_one import read_document
from coi_audit.readers.recognise import DocumentKind


def attendance(folder: Path) -> Path:
    return write_text(folder / "who comes.csv", "Name,Expected,Deputy,Papers withheld\nDr Anil Rao,yes,,6\n")


def decisions(folder: Path) -> Path:
    return write_text(folder / "decisions.yaml", "- {person: Dr Anil Rao, action: leave, authority: chair}\n")


def body(folder: Path) -> Path:
    return write_text(
        folder / "body.yaml",
        "name: NHS Northfield CCG\nkind: ccg\n"
        "committees:\n  - name: Primary Care Commissioning Committee\n    kind: pccc\n"
        "    members:\n      - {name: Margaret Hale, role: lay}\n",
    )


def register(folder: Path) -> Path:
    return write_text(
        folder / "register.csv",
        "Name,Position,Declared interest,Type of interest,Nature of interest,From,To\n"
        "Dr Anil Rao,GP,Elm Street Surgery,Financial,Partner,01/04/2012,current\n",
    )


@pytest.mark.parametrize(
    ("build", "kind", "first"),
    [
        (table_with_sections, "agenda", ("item", "agenda.docx, table 1, row 3")),
        (annex_f, "minutes", ("person", "minutes.docx, table 1, row 2")),
        (attendance, "attendance", ("person", "who comes.csv, line 2")),
        (decisions, "decisions", ("ruling", "decisions.yaml, line 1")),
        (body, "body", ("committee", "body.yaml, line 4")),
        (register, "register", ("interest", "register.csv, row 2")),
    ],
)
def test_every_kind_of_document(
    build: Callable[[Path], Path], kind: str, first: tuple[str, str], tmp_path: Path
) -> None:
    result = read_document(build(tmp_path))
    assert result.kind.value == kind
    assert (result.records[0].what, result.records[0].place[: len(first[1])]) == first
    assert result.rows_read > 0
    assert result.rejected == ()
    shown = json.loads(json.dumps(result.as_json()))
    assert shown["kind"] == kind
    assert len(shown["records"]) == len(result.records)


def test_the_facts_of_an_agenda(tmp_path: Path) -> None:
    facts = read_document(table_with_sections(tmp_path)).facts
    assert (facts["on"], facts["committee"]) == ("2017-09-05", "Primary Care Commissioning Committee")


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        ("minutes.pdf", b"%PDF-1.7\n", "this file is a damaged or incomplete PDF and cannot be opened."),
        ("minutes.docx", b"%PDF-1.7\n", 'this file is a PDF although its name ends in ".docx"'),
        ("letter.txt", b"Dear all, many thanks.\n", "what this file is was not understood"),
        ("agenda.txt", b"", "this file is empty"),
    ],
)
def test_what_is_not_read_says_so(tmp_path: Path, name: str, content: bytes, problem: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(UserError) as caught:
        read_document(path)
    assert problem in caught.value.problem
    assert caught.value.fix


def test_a_kind_is_told_with_its_reason(tmp_path: Path) -> None:
    result = read_document(attendance(tmp_path))
    assert result.kind is DocumentKind.ATTENDANCE
    assert result.why == "it has the columns of an attendance paper"
