"""A local list of organisations beside body.yaml, in the formats people keep it in."""

from __future__ import annotations

import csv
from pathlib import Path

import openpyxl
import pytest
import yaml
from docx import Document

from coi_audit.model.words import OrganisationKind
from coi_audit.readers.case_folder import read_case
from coi_audit.readers.document_kinds import DocumentKind
from coi_audit.readers.recognise import recognise

_HEAD = ("Organisation name", "Type", "Member practices", "Owners", "ODS code")
_ROWS = (
    ("Larch Valley GP Alliance Ltd", "Federation", "Larch Road Surgery; Valley Practice", "", ""),
    ("Pinecare Ltd", "Company", "", "Dr Una Fell\nMr Tom Park", ""),
    ("Larch Road Surgery", "GP practice", "", "", "Z99001"),
)
_BODY = """\
name: NHS Larch Valley CCG
kind: ccg
committees:
  - name: Primary Care Commissioning Committee
    kind: pccc
    members: [{name: Una Fell, role: gp}]
organisations:
  - {name: Elder Hospice, kind: charity}
"""


def _xlsx(folder: Path) -> Path:
    book = openpyxl.Workbook()
    book.active.append(("Local organisations, April 2018",))
    for row in (_HEAD, *_ROWS):
        book.active.append(row)
    book.save(folder / "organisations.xlsx")
    return folder / "organisations.xlsx"


def _csv(folder: Path) -> Path:
    with (folder / "organisations.csv").open("w", newline="", encoding="utf-8") as stream:
        csv.writer(stream).writerows((_HEAD, *_ROWS))
    return folder / "organisations.csv"


def _docx(folder: Path) -> Path:
    document = Document()
    document.add_heading("Local organisations")
    table = document.add_table(rows=0, cols=len(_HEAD))
    for row in (_HEAD, *_ROWS):
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    document.save(str(folder / "organisations.docx"))
    return folder / "organisations.docx"


def _yaml(folder: Path) -> Path:
    entries = [
        {"name": "Larch Valley GP Alliance Ltd", "kind": "federation",
         "members": ["Larch Road Surgery", "Valley Practice"]},
        {"name": "Pinecare Ltd", "owners": ["Dr Una Fell", "Mr Tom Park"]},
        {"name": "Larch Road Surgery", "kind": "practice", "ods_code": "Z99001"},
    ]  # fmt: skip
    (folder / "organisations.yaml").write_text(yaml.safe_dump(entries), encoding="utf-8")
    return folder / "organisations.yaml"


@pytest.mark.parametrize("build", [_xlsx, _csv, _docx, _yaml])
def test_the_list_joins_those_of_the_body(tmp_path: Path, build: object) -> None:
    (tmp_path / "body.yaml").write_text(_BODY, encoding="utf-8")
    path = build(tmp_path)  # type: ignore[operator]
    assert recognise(path).kind is DocumentKind.ORGANISATIONS
    case = read_case(tmp_path)
    assert not case.rejected
    found = {one.name: one for one in case.body.organisations}
    assert set(found) == {"Elder Hospice", "Larch Valley GP Alliance Ltd", "Pinecare Ltd", "Larch Road Surgery"}
    alliance = found["Larch Valley GP Alliance Ltd"]
    assert alliance.kind is OrganisationKind.FEDERATION
    assert alliance.members == ("Larch Road Surgery", "Valley Practice")
    assert found["Pinecare Ltd"].owners == ("Dr Una Fell", "Mr Tom Park")
    assert found["Larch Road Surgery"].ods_code == "Z99001"
    assert alliance.source.file == path.name
    entry = next(one for one in case.inputs if one.path == path.name)
    assert (entry.kind, entry.rows_read, entry.rows_rejected) == ("organisations", 3, 0)


def test_what_is_not_understood_of_it_is_told(tmp_path: Path) -> None:
    (tmp_path / "body.yaml").write_text(_BODY, encoding="utf-8")
    text = "- {name: Pinecare Ltd, ownrs: [Dr Una Fell]}\n- {kind: company}\n- Ashcare\n- {name: Oakcare, kind: club}\n"
    (tmp_path / "organisations.yaml").write_text(text, encoding="utf-8")
    case = read_case(tmp_path)
    assert [one.name for one in case.body.organisations] == ["Elder Hospice", "Pinecare Ltd", "Oakcare"]
    problems = " / ".join(one.sentence() for one in case.rejected)
    for told in ('write "owners"', "has no name", "is no organisation", "not one of the words allowed"):
        assert told in problems


def test_a_list_without_names_is_an_unread_file(tmp_path: Path) -> None:
    (tmp_path / "body.yaml").write_text(_BODY, encoding="utf-8")
    (tmp_path / "organisations.csv").write_text("Z99001,LARCH ROAD SURGERY,Y60\n", encoding="utf-8")
    (rejected,) = read_case(tmp_path).rejected
    assert rejected.place == "" and "--organisations" in rejected.fix
