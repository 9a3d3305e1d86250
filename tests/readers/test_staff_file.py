"""Lists of decision-making staff in several house styles, told from registers of their interests."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import openpyxl
import pytest
from docx import Document

from coi_audit.errors import UserError
from coi_audit.readers.document_kinds import DocumentKind
from coi_audit.readers.recognise import recognise
from coi_audit.readers.records.outcome import RecordsRead
from coi_audit.readers.staff_file import read_staff


def workbook(path: Path, *rows: tuple[object, ...]) -> Path:
    book = openpyxl.Workbook()
    assert book.active is not None
    for row in rows:
        book.active.append(list(row))
    book.save(path)
    return path


def word(path: Path, lines: tuple[str, ...], *rows: tuple[str, ...]) -> Path:
    document = Document()
    for line in lines:
        document.add_paragraph(line)
    table = document.add_table(rows=0, cols=len(rows[0]))
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    document.save(str(path))
    return path


def read(path: Path) -> RecordsRead:
    assert recognise(path).kind is DocumentKind.STAFF
    return read_staff(path, path.parent)


def test_a_workbook_with_a_title_a_vacancy_and_a_leaver(tmp_path: Path) -> None:
    path = workbook(
        tmp_path / "staff list.xlsx",
        ("NHS Northfield CCG",),
        ("Decision-making staff as at 1 April 2018",),
        (),
        ("Name", "Job title", "AfC band", "Start date", "End date"),
        ("Ivy Marlow", "Head of Primary Care", "8d", "01/05/2016", ""),
        ("Noel Tait", "Director of Contracts", "VSM", "3 June 2017", "31/03/2019"),
        ("Vacant", "Deputy Director", "9", "", ""),
    )
    found = read(path)
    ivy, noel = found.records.staff
    assert (ivy.name, ivy.position, ivy.band, ivy.decision_maker) == ("Ivy Marlow", "Head of Primary Care", "8d", True)
    assert (ivy.started_on, ivy.left_on) == (date(2016, 5, 1), None)
    assert (noel.started_on, noel.left_on) == (date(2017, 6, 3), date(2019, 3, 31))
    assert found.paper is not None
    assert found.paper.edition == date(2018, 4, 1)
    assert any("nobody holds" in notice for notice in found.notices)
    assert not found.rejected
    assert ivy.source.row == 5


def test_a_csv_file_with_names_in_two_columns_and_an_answer_a_row(tmp_path: Path) -> None:
    path = tmp_path / "decision makers.csv"
    path.write_text(
        "Surname,First name,Post held,Decision maker (Y/N),In post since\n"
        "Marlow,Ivy,Head of Primary Care,Y,May 2016\n"
        "Tait,Noel,Analyst,N,N/A\n"
        "Orme,Gwen,Analyst,,31/02/2017\n",
        encoding="utf-8",
    )
    found = read(path)
    assert [(one.name, one.decision_maker) for one in found.records.staff] == [
        ("Ivy Marlow", True),
        ("Noel Tait", False),
        ("Gwen Orme", True),  # the file's name says that all of them are
    ]
    assert [one.started_on for one in found.records.staff] == [date(2016, 5, 1), None, None]
    assert ["31/02/2017" in one.value for one in found.rejected] == [True]


def test_a_list_with_the_days_of_the_posts_is_no_list_of_contracts(tmp_path: Path) -> None:
    path = tmp_path / "people 2018.csv"
    path.write_text(
        "Name,Job title,Band,Decision maker (Y/N),Start date,End date\nIvy Marlow,Manager,8d,Y,May 2016,\n",
        encoding="utf-8",
    )
    assert [one.name for one in read(path).records.staff] == ["Ivy Marlow"]


def test_a_word_table_is_no_attendance_list(tmp_path: Path) -> None:
    path = word(
        tmp_path / "list.docx",
        ("Decision-making staff", "as at 1 April 2018"),
        ("Name", "Job title", "Band"),
        ("Ivy Marlow", "Head of Primary Care", "8d"),
        ("Noel Tait", "Director", "VSM"),
    )
    assert [one.band for one in read(path).records.staff] == ["8d", "VSM"]


def test_a_list_of_all_staff_leaves_open_who_decides(tmp_path: Path) -> None:
    path = workbook(tmp_path / "staff.xlsx", ("Employee", "Role", "Grade"), ("Ivy Marlow", "Head", "8a"))
    assert [one.decision_maker for one in read(path).records.staff] == [None]


def test_a_row_without_a_name_is_told(tmp_path: Path) -> None:
    path = workbook(
        tmp_path / "staff.xlsx", ("Name", "Role", "Band", "Start date"), ("Ivy Marlow", "Head", "8a", ""),
        ("", "", "8b", "01/04/2018"),
    )  # fmt: skip
    found = read(path)
    assert len(found.records.staff) == 1
    assert ["no name" in one.problem for one in found.rejected] == [True]


def test_a_list_without_headings_cannot_be_used(tmp_path: Path) -> None:
    path = tmp_path / "staff.txt"
    path.write_text("Ivy Marlow leads on primary care.\n", encoding="utf-8")
    with pytest.raises(UserError, match="no table of staff"):
        read_staff(path, tmp_path)


@pytest.mark.parametrize(
    "rows",
    [
        (("Register of interests of decision-making staff",), ("Name", "Role", "Interest", "Type", "From", "To"),
         ("Ivy Marlow", "Head", "Director, Tidewell Ltd", "Financial", "01/05/2016", "")),
        (("Name", "Role", "Band", "Declared interest", "Type", "From", "To"),
         ("Ivy Marlow", "Head", "8d", "Director, Tidewell Ltd", "Financial", "01/05/2016", "")),
    ],
)  # fmt: skip
def test_a_register_of_their_interests_is_a_register(tmp_path: Path, rows: tuple[tuple[str, ...], ...]) -> None:
    path = workbook(tmp_path / "staff interests.xlsx", *rows)
    assert recognise(path).kind is DocumentKind.REGISTER
