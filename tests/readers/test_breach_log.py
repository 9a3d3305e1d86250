"""Registers of breaches in several layouts, and the papers that say there were none."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import docx
import pytest
from openpyxl import Workbook

from coi_audit.errors import UserError
from coi_audit.model.assurance import Breach
from coi_audit.readers.breach_log import read_breaches
from coi_audit.readers.document_kinds import DocumentKind
from coi_audit.readers.recognise import recognise
from coi_audit.readers.records.outcome import RecordsRead

HEADINGS = ("Ref", "Event date", "Nature of breach", "Relevant control / process",
            "Investigation (yes/no, by whom, how fast)", "Learning", "Actions", "Published on website",
            "NHS England informed")  # fmt: skip


def read(path: Path) -> RecordsRead:
    assert recognise(path).kind is DocumentKind.BREACHES
    return read_breaches(path, path.parent)


def log(folder: Path, *rows: tuple[object, ...], headings: tuple[str, ...] = HEADINGS) -> dict[str, Breach]:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Register of breaches 2017/18"])
    sheet.append(list(headings))
    for row in rows:
        sheet.append(list(row))
    path = folder / "breaches.xlsx"
    book.save(path)
    found = read(path)
    assert found.rejected == ()
    return {one.reference: one for one in found.records.breaches}


def test_a_full_entry(tmp_path: Path) -> None:
    found = log(
        tmp_path,
        ("B1", date(2018, 1, 4), "An interest was declared late", "Declarations",
         "Yes - by the guardian within 2 days", "Remind all members", "Note in newsletter", "01/03/2018",
         "Yes, 20/01/2018"),
    )["B1"]  # fmt: skip
    assert (found.happened_on, found.nature, found.logged) == (date(2018, 1, 4), "An interest was declared late", True)
    assert (found.investigated, found.investigated_by) == (True, "the guardian")
    assert found.learning == "Remind all members; Note in newsletter"
    assert (found.published, found.published_on) == (True, date(2018, 3, 1))
    assert (found.notified_nhs_england, found.notified_nhs_england_on) == (True, date(2018, 1, 20))


@pytest.mark.parametrize(
    ("cell", "investigated", "by"),
    [
        ("Yes", True, None),
        ("No", False, None),
        ("Not investigated", False, None),
        ("", None, None),
        ("TBC", None, None),
        ("Ongoing", None, None),
        ("Under investigation by internal audit", None, "internal audit"),
        ("Reviewed by the Head of Governance on 5 May 2018", True, "the Head of Governance"),
        ("12/02/2018", True, None),
        ("Internal audit", True, None),
    ],
)
def test_whether_it_was_looked_into(tmp_path: Path, cell: str, investigated: bool | None, by: str | None) -> None:
    found = log(tmp_path, ("B1", "4/1/2018", "Late", "", cell, "", "", "", ""))["B1"]
    assert (found.investigated, found.investigated_by) == (investigated, by)


@pytest.mark.parametrize(
    ("cell", "published"),
    [("Yes", True), ("No", False), ("Not published", False), ("On the website", True), ("", None), ("N/A", None)],
)
def test_whether_it_was_published(tmp_path: Path, cell: str, published: bool | None) -> None:
    assert log(tmp_path, ("B1", "4/1/2018", "Late", "", "", "", "", cell, ""))["B1"].published is published


@pytest.mark.parametrize(
    ("learning", "actions", "told"),
    [
        ("", "", ""), ("None", "N/A", ""), ("None recorded", "", ""), ("No further action was needed", "", None),
        ("", "Retrained", "Retrained"),
    ],
)  # fmt: skip
def test_what_was_learnt(tmp_path: Path, learning: str, actions: str, told: str | None) -> None:
    found = log(tmp_path, ("B1", "4/1/2018", "Late", "", "", learning, actions, "", ""))["B1"].learning
    assert found == (learning if told is None else told)


def test_a_log_without_a_place_for_learning(tmp_path: Path) -> None:
    headings = ("Ref", "Date of breach", "Nature of breach", "Investigated by")
    found = log(tmp_path, ("B1", "4/1/2018", "Late", "The guardian"), headings=headings)["B1"]
    assert found.learning is None
    assert (found.investigated, found.investigated_by) == (True, "The guardian")


@pytest.mark.parametrize(
    ("upheld", "outcome", "confirmed"),
    [
        ("Yes", "", True), ("Confirmed", "", True), ("Not upheld", "", False), ("No", "", False),
        ("Suspected", "", None),
        ("", "Found not to be a breach", False), ("", "No breach of the policy", False), ("", "Advice given", None),
    ],
)  # fmt: skip
def test_whether_the_body_confirmed_it(tmp_path: Path, upheld: str, outcome: str, confirmed: bool | None) -> None:
    headings = ("Ref", "Date of breach", "Nature of breach", "Upheld?", "Outcome of investigation")
    found = log(tmp_path, ("B1", "4/1/2018", "Late", upheld, outcome), headings=headings)
    assert found["B1"].confirmed is confirmed


def test_somebody_looked_who_found_that_there_was_none(tmp_path: Path) -> None:
    found = log(tmp_path, ("B1", "4/1/2018", "Late", "", "Reviewed by internal audit: no breach", "", "", "", ""))["B1"]
    assert (found.investigated, found.confirmed) == (True, False)


@pytest.mark.parametrize(
    "sentence",
    [
        "There were no breaches in 2017/18.",
        "No breaches were recorded during the year.",
        "Nil return",
        "There have been no reported breaches of the policy.",
    ],
)
def test_a_word_document_that_says_there_were_none(tmp_path: Path, sentence: str) -> None:
    paper = docx.Document()
    paper.add_heading("Register of breaches of the conflicts of interest policy")
    paper.add_paragraph(sentence)
    path = tmp_path / "breaches 2017-18.docx"
    paper.save(str(path))
    found = read(path)
    assert found.paper is not None
    assert found.records.breaches == ()


def test_a_csv_file_with_a_nil_row(tmp_path: Path) -> None:
    path = tmp_path / "breach log.csv"
    path.write_text("Date of breach,Nature of breach,Investigated,Lessons\nNil return,,,\n", encoding="utf-8")
    found = read(path)
    assert found.paper is not None
    assert (found.records.breaches, found.rejected) == ((), ())


def test_a_table_in_a_word_document(tmp_path: Path) -> None:
    paper = docx.Document()
    paper.add_paragraph("Breaches log, updated 1 June 2018")
    table = paper.add_table(rows=2, cols=5)
    rows = (
        ("Date", "What happened", "Who investigated", "Outcome", "Lessons learned"),
        ("4 January 2018", "A declaration was late", "Head of governance", "Upheld", "Remind everybody"),
    )
    for at, row in enumerate(rows):
        for column, text in enumerate(row):
            table.cell(at, column).text = text
    path = tmp_path / "breaches.docx"
    paper.save(str(path))
    found = read(path)
    assert found.paper is not None
    assert found.paper.edition == date(2018, 6, 1)
    (one,) = found.records.breaches
    assert (one.happened_on, one.investigated_by, one.learning) == (
        date(2018, 1, 4),
        "Head of governance",
        "Remind everybody",
    )


def test_a_form_in_a_word_table(tmp_path: Path) -> None:
    paper = docx.Document()
    paper.add_heading("Conflict of interest breach")
    answers = (("Date of breach", "4 January 2018"), ("Details of breach", "A member took part"),
               ("Investigated by", "Head of governance"), ("Outcome", "Confirmed as a breach"),
               ("Lessons learned", "Remind chairs"), ("Reported to NHS England", "No"))  # fmt: skip
    table = paper.add_table(rows=len(answers), cols=2)
    for at, (label, answer) in enumerate(answers):
        table.cell(at, 0).text, table.cell(at, 1).text = label, answer
    path = tmp_path / "breach form.docx"
    paper.save(str(path))
    found = read(path)
    (one,) = found.records.breaches
    assert found.rejected == ()
    assert (one.happened_on, one.investigated_by, one.learning) == (
        date(2018, 1, 4),
        "Head of governance",
        "Remind chairs",
    )
    assert one.notified_nhs_england is False


def test_a_row_that_tells_nothing_is_recorded(tmp_path: Path) -> None:
    path = tmp_path / "breaches.csv"
    path.write_text("Ref,Date of breach,Nature of breach,Investigated\nB1,,,Yes\nB2,4/1/2018,Late,Yes\n", "utf-8")
    found = read(path)
    assert [one.reference for one in found.records.breaches] == ["B2"]
    assert "neither what happened nor when" in found.rejected[0].problem


def test_an_answer_that_was_not_understood_is_recorded(tmp_path: Path) -> None:
    path = tmp_path / "breaches.csv"
    path.write_text(
        "Ref,Date of breach,Nature of breach,Investigated,Published\nB1,4/1/2018,Late,Yes,wobble\n", "utf-8"
    )
    found = read(path)
    assert found.records.breaches[0].published is None
    (fault,) = found.rejected
    assert (fault.place, fault.value) == ('row 2, "Published"', "wobble")


def test_a_paper_with_neither_entries_nor_such_words_is_refused(tmp_path: Path) -> None:
    paper = docx.Document()
    paper.add_paragraph("How to report breaches: tell the guardian.")
    path = tmp_path / "breaches.docx"
    paper.save(str(path))
    with pytest.raises(UserError, match="no table of breaches"):
        read_breaches(path, tmp_path)
