"""Keeps the invented case folders honest: they open, say they are invented, match their sources and their answers."""

from __future__ import annotations

import csv
import gzip
import os
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import yaml
from docx import Document

from coi_audit.model.words import (
    Action,
    Handling,
    InterestCategory,
    LinkKind,
    Match,
    MinutesStatus,
    OpinionLevel,
    Purpose,
    RuleOutcome,
    Scope,
    Stage,
)

REPO = Path(__file__).resolve().parents[1]
SAMPLE = REPO / "sample_data"
PLANTED = REPO / "tests" / "golden" / "planted.yaml"
NOTICE = "Invented sample data: no real person or organisation."
FOLDERS = ("northfield-ccg", "southmoor-ccg")
PAPERS = sorted(
    path
    for folder in FOLDERS
    for path in (SAMPLE / folder).rglob("*")
    if path.is_file() and not path.name.startswith((".", "~"))
)
OFFICE = [path for path in PAPERS if path.suffix in {".docx", ".xlsx"}]
MADE = [path for path in PAPERS if path.suffix in {".docx", ".xlsx", ".csv"}]


def _name(path: Path) -> str:
    return path.relative_to(SAMPLE).as_posix()


@cache
def planted() -> dict[str, Any]:
    return dict(yaml.safe_load(PLANTED.read_text(encoding="utf-8")))


def items() -> Iterator[tuple[str, dict[str, Any], dict[str, Any]]]:
    for body in planted()["bodies"]:
        for meeting in body["meetings"]:
            for item in meeting["items"]:
                yield body["folder"], meeting, item


def conflicts() -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    for _, _, item in items():
        for conflict in item["conflicts"]:
            yield item, conflict


def words_of(path: Path) -> list[str]:
    """Every paragraph and cell of a paper, in order, with its automatic numbering level where it has one."""
    if path.suffix == ".csv":
        return path.read_text(encoding="utf-8").splitlines()
    if path.suffix == ".xlsx":
        book = openpyxl.load_workbook(path)
        return [f"{c.coordinate}={c.value!r}" for sheet in book for row in sheet.iter_rows() for c in row if c.value]
    paper = Document(str(path))
    lines = []
    for paragraph in paper.paragraphs:
        properties = paragraph._p.pPr
        numbered = properties is not None and properties.numPr is not None
        lines.append(f"{'#' if numbered else ''}{paragraph.text}")
    lines += [cell.text for table in paper.tables for row in table.rows for cell in row.cells]
    return lines


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    first, second = tmp_path_factory.mktemp("first"), tmp_path_factory.mktemp("second")
    for out in (first, second):
        subprocess.run(
            [sys.executable, str(SAMPLE / "make_sample_data.py"), "--out", str(out)], check=True, timeout=120
        )
    return first, second


@pytest.mark.parametrize("path", PAPERS, ids=_name)
def test_every_paper_says_that_it_is_invented(path: Path) -> None:
    if path.suffix == ".docx":
        paper = Document(str(path))
        assert paper.sections[0].footer.paragraphs[0].text == NOTICE
        assert paper.core_properties.comments == NOTICE
    elif path.suffix == ".xlsx":
        book = openpyxl.load_workbook(path)
        assert all(sheet.oddFooter.center.text == NOTICE for sheet in book)
    else:
        assert path.read_text(encoding="utf-8").splitlines()[0] == f"# {NOTICE}"


@pytest.mark.parametrize("path", MADE, ids=_name)
def test_the_script_makes_what_is_committed(path: Path, made: tuple[Path, Path]) -> None:
    again = made[0] / path.relative_to(SAMPLE)
    assert words_of(again) == words_of(path)


def test_the_script_makes_nothing_else_and_the_same_bytes_twice(made: tuple[Path, Path]) -> None:
    first, second = ({p.relative_to(out): p.read_bytes() for p in out.rglob("*") if p.is_file()} for out in made)
    assert sorted(first) == [path.relative_to(SAMPLE) for path in MADE]
    assert first == second


@pytest.mark.parametrize("path", OFFICE, ids=_name)
def test_no_date_of_the_day_it_was_made_is_inside(path: Path) -> None:
    with zipfile.ZipFile(path) as packed:
        assert {info.date_time for info in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        core = packed.read("docProps/core.xml").decode()
    assert core.count("2018-01-15T09:00:00Z") == 2


def test_the_two_house_styles_of_numbers_are_there() -> None:
    automatic = words_of(SAMPLE / "northfield-ccg/meetings/2017-09-05-pccc/minutes part 2 private.docx")
    typed = words_of(SAMPLE / "northfield-ccg/meetings/2017-03-07-pccc/minutes.docx")
    assert any(line.startswith("#Consultancy support") for line in automatic)
    assert "8. Out-of-hours service: revised specification for Moorside Urgent Care Ltd" in typed


def test_the_registers_hold_the_planted_numbers_of_rows() -> None:
    for body in planted()["bodies"]:
        for register in body["registers"]:
            path = SAMPLE / body["folder"] / register["file"]
            found = _rows_of_docx(path) if path.suffix == ".docx" else _rows_of_xlsx(path)
            nil = [row for row in found if row.casefold() in {"nil", "none", "nil return"}]
            interests = [part for row in found if row not in nil for part in row.split("\n")]
            assert (len(interests), len(nil)) == (register["interests"], register["nil_returns"]), register["file"]


def _rows_of_docx(path: Path) -> list[str]:
    return [row.cells[2].text for row in Document(str(path)).tables[0].rows[1:]]


def _rows_of_xlsx(path: Path) -> list[str]:
    values = [row[2].value for row in openpyxl.load_workbook(path).active.iter_rows()]
    return [str(value) for value in values[5 if values[3] and "Declared Interest" in values[3] else 4 :] if value]


def test_every_link_handling_and_action_is_planted() -> None:
    found = list(conflicts())
    assert {LinkKind(conflict["link"]) for _, conflict in found} == set(LinkKind)
    assert {Handling(conflict["handling"]) for _, conflict in found} == set(Handling)
    assert {Action(conflict["required_action"]) for _, conflict in found} == set(Action) - {Action.NONE}
    assert {Action(c["recorded_action"]) for _, c in found if c["recorded_action"] is not None} == set(Action)
    assert any(conflict["hand_over_chair"] for _, conflict in found)
    assert {item["quorum"]["quorate"] for _, _, item in items()} == {True, False, None}


def test_the_answers_use_the_words_of_the_contract() -> None:
    for body in planted()["bodies"]:
        OpinionLevel(body["opinion"])
        for rule in body["rules"]:
            assert all(RuleOutcome(outcome) for outcome in rule["outcome"]) and rule["why"]
        demanded = {(rule["rule_id"], rule["meeting"], rule["item"], rule["person"]) for rule in body["rules"]}
        for rule in body.get("not_findings", []):
            assert (rule["rule_id"], rule["meeting"], rule["item"], rule["person"]) not in demanded and rule["why"]
        for meeting in body["meetings"]:
            Stage(meeting["stage"])
            assert meeting["minutes_status"] is None or MinutesStatus(meeting["minutes_status"])
    for _, _, item in items():
        Scope(item["scope"])
        Purpose(item["purpose"])
        assert all(Match(party["outcome"]) for party in item["parties"])
    for _, conflict in conflicts():
        InterestCategory(conflict["category"])
        assert conflict["why"] and isinstance(conflict["direct"], bool)


def test_the_answers_agree_with_one_another() -> None:
    for item, conflict in conflicts():
        withheld = conflict["required_action"] in {Action.LEAVE_NO_PAPERS, Action.NOT_ATTEND}
        assert (conflict["person"] in item["withhold_papers_from"]) == withheld, (item["title"], conflict["person"])
        assert conflict["hand_over_chair"] == (
            item["chair"]["name"] == conflict["person"] and Action(conflict["required_action"]).strength >= 2
        )
    for folder, meeting, item in items():
        if item["purpose"] == "information":
            assert item["quorum"]["quorate"] is None
            continue
        voters = {member["name"] for member in _pccc(folder)["members"] if member["voting"]}
        out = {
            conflict["person"]
            for conflict in item["conflicts"]
            if Action(conflict["required_action"]).strength >= Action.STAY_NO_VOTE.strength
            and conflict["link"] != LinkKind.UNCLEAR
            and conflict["recorded_action"] != Action.NOT_ATTEND
            and conflict["person"] in voters
        }
        quorum = item["quorum"]
        assert quorum["eligible_before"] - quorum["eligible_after"] == len(out), (meeting["date"], item["number"])


@cache
def _pccc(folder: str) -> dict[str, Any]:
    body = yaml.safe_load((SAMPLE / folder / "body.yaml").read_text(encoding="utf-8"))
    return dict(body["committees"][0])


def test_every_substantive_agenda_item_has_an_answer() -> None:
    procedure = (
        "Welcome",
        "Declarations",
        "Minutes of",
        "Notes of",
        "Matters arising",
        "Action log",
        "Any other",
        "Date of next",
    )
    for body in planted()["bodies"]:
        for meeting in body["meetings"]:
            file = SAMPLE / "source" / body["folder"] / f"{_folder_of(meeting)}.yaml"
            agendas = yaml.safe_load(file.read_text(encoding="utf-8"))["agendas"]
            asked = {
                str(item["n"]): item["title"].removesuffix(" (for decision)")
                for agenda in agendas
                for item in agenda["items"]
                if not item["title"].startswith(procedure)
            }
            assert {item["number"]: item["title"] for item in meeting["items"]} == asked, file.name
        stems = {path.name for path in (SAMPLE / body["folder"] / "meetings").iterdir()}
        assert stems == {_folder_of(meeting) for meeting in body["meetings"]}


def _folder_of(meeting: dict[str, Any]) -> str:
    return str(meeting.get("folder") or f"{meeting['date']}-pccc")


def test_no_invented_practice_bears_a_real_name() -> None:
    data = Path(os.environ.get("COI_AUDIT_DEV_DATA", REPO.parent / "shared" / "data"))
    lists = sorted(data.glob("gp_practices_*.csv.gz"))
    if not lists:
        pytest.skip("the national lists of practices are not on this machine")
    real_names, real_codes = set(), set()
    for path in lists:
        with gzip.open(path, "rt", encoding="utf-8") as text:
            for row in csv.DictReader(text):
                real_names.add(row["name"].upper())
                real_codes.add(row["ods_code"])
    for folder in FOLDERS:
        body = yaml.safe_load((SAMPLE / folder / "body.yaml").read_text(encoding="utf-8"))
        for organisation in body["organisations"]:
            assert organisation["name"].upper() not in real_names
            assert organisation.get("ods_code") not in real_codes
