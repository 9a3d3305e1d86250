"""Training lists in the layouts people keep them in: a column a module, a row a result, exports of e-learning."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import docx
import pytest
from openpyxl import Workbook

from coi_audit.errors import UserError
from coi_audit.model.assurance import Training
from coi_audit.readers.document_kinds import DocumentKind
from coi_audit.readers.recognise import recognise
from coi_audit.readers.records.outcome import RecordsRead
from coi_audit.readers.training_list import read_training

Row = tuple[object, ...]


def workbook(path: Path, rows: list[Row], merged: tuple[str, ...] = ()) -> Path:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(list(row))
    for place in merged:
        sheet.merge_cells(place)
    book.save(path)
    return path


def read(path: Path) -> RecordsRead:
    assert recognise(path).kind is DocumentKind.TRAINING
    return read_training(path, path.parent)


def told(one: Training) -> tuple[object, ...]:
    return (one.name, one.module, one.completed_on, one.score, one.passed)


def test_two_header_rows_with_a_date_and_a_score_a_module(tmp_path: Path) -> None:
    path = workbook(
        tmp_path / "training.xlsx",
        [
            ("Conflicts of interest training as at 31 March 2018",),
            (),
            ("Name", "Role", "Module 1", "", "Module 2", ""),
            ("", "", "Date", "Score", "Date", "Score"),
            ("Ann Tolley", "Lay member", date(2017, 11, 5), 0.9, "", ""),
            ("Dr Maya Thorne", "GP", "Not completed", "", "", ""),
            ("Jo Reed", "Director", "1 October 2017", "75%", date(2017, 10, 2), 88),
            ("Vacant", "Nurse", "", "", "", ""),
            ("Total", "", 2, "", "", ""),
        ],
        merged=("C3:D3", "E3:F3"),
    )
    found = read(path)
    assert found.rejected == ()
    assert found.paper is not None
    assert found.paper.edition == date(2018, 3, 31)
    assert [told(one) for one in found.records.training] == [
        ("Ann Tolley", 1, date(2017, 11, 5), 90.0, None),
        ("Ann Tolley", 2, None, None, None),
        ("Dr Maya Thorne", 1, None, None, False),
        ("Dr Maya Thorne", 2, None, None, None),
        ("Jo Reed", 1, date(2017, 10, 1), 75.0, None),
        ("Jo Reed", 2, date(2017, 10, 2), 88.0, None),
    ]
    assert "nobody holds" in " ".join(found.notices)


def test_one_column_a_module_with_days_and_words(tmp_path: Path) -> None:
    path = workbook(
        tmp_path / "e-learning.xlsx",
        [
            ("Name", "Job title", "Module 1 (date passed)", "Module 2"),
            ("Ann Tolley", "Lay member", "05/11/2017", "Yes"),
            ("Jo Reed", "Director", "", ""),
            ("Sam Pike", "Head of finance", "Overdue", "N/A"),
            ("Ruth Penrose", "Nurse", "wobble", ""),
        ],
    )
    found = read(path)
    results = {(one.name, one.module): one for one in found.records.training}
    assert results["Ann Tolley", 1].completed_on == date(2017, 11, 5)
    assert results["Ann Tolley", 2].passed is True
    assert told(results["Jo Reed", 1]) == ("Jo Reed", 1, None, None, None)
    assert results["Sam Pike", 1].passed is False
    assert (results["Sam Pike", 2].passed, results["Sam Pike", 2].required) == (None, False)
    (fault,) = found.rejected
    assert (fault.value, fault.problem) == ("wobble", "was not understood as a result")
    assert ("Ruth Penrose", 1) not in results  # what was not understood is no "not passed"


def test_a_date_and_a_score_beside_the_only_module(tmp_path: Path) -> None:
    path = workbook(
        tmp_path / "coi training.xlsx",
        [
            ("Name", "Module 1 completed", "Date", "Score"),
            ("Ann Tolley", "Yes", date(2017, 11, 5), "18/20"),
            ("Jo Reed", "No", date(2017, 11, 6), ""),
        ],
    )
    assert [told(one) for one in read(path).records.training] == [
        ("Ann Tolley", 1, date(2017, 11, 5), 90.0, True),
        ("Jo Reed", 1, None, None, False),
    ]


def test_one_row_a_result_with_other_courses_among_them(tmp_path: Path) -> None:
    path = workbook(
        tmp_path / "training log.xlsx",
        [
            ("Employee", "Course", "Date completed", "Score", "Pass/Fail"),
            ("Ann Tolley", "COI Module 1", "05/11/2017", "18/20", "Pass"),
            ("", "COI Module 2", "06/11/2017", "85%", "Pass"),
            ("Ann Tolley", "Fire safety", "05/11/2017", "", ""),
            ("Jo Reed", "Conflicts of interest", "Booked for May", "", ""),
            ("Olive Marsh", "Module 1", "", "", "In progress"),
            ("Sam Pike", "Modules 1 and 3", "7 May 2018", "", "Passed"),
        ],
    )
    found = read(path)
    assert [told(one) for one in found.records.training] == [
        ("Ann Tolley", 1, date(2017, 11, 5), 90.0, True),
        ("Ann Tolley", 2, date(2017, 11, 6), 85.0, True),
        ("Jo Reed", None, None, None, False),
        ("Olive Marsh", 1, None, None, False),
        ("Sam Pike", 1, date(2018, 5, 7), None, True),
        ("Sam Pike", 3, date(2018, 5, 7), None, True),
    ]
    assert any("Fire safety" in notice for notice in found.notices)


def test_a_csv_file_of_results(tmp_path: Path) -> None:
    path = tmp_path / "training.csv"
    path.write_text(
        "First name,Surname,Role,Module,Date,Result\n"
        "Ann,Tolley,Lay,Module one,5 November 2017,Passed (85%)\n"
        "Jo,Reed,Executive,1,5 June 2017,Failed 60%\n"
        ",,,1,,Passed\n",
        encoding="utf-8",
    )
    found = read(path)
    assert [told(one) for one in found.records.training[:2]] == [
        ("Ann Tolley", 1, date(2017, 11, 5), 85.0, True),
        ("Jo Reed", 1, date(2017, 6, 5), 60.0, False),
    ]
    assert "gives no name" in found.rejected[0].problem


def test_a_table_in_a_word_document(tmp_path: Path) -> None:
    paper = docx.Document()
    paper.add_heading("Conflicts of interest training record")
    paper.add_paragraph("Position at 31 January 2018")
    table = paper.add_table(rows=3, cols=4)
    cells = (("Name", "Position", "Module 1 date", "Module 1 score"), ("Ann Tolley", "Lay member", "5.11.17", "80"),
             ("Jo Reed", "Director", "-", "-"))  # fmt: skip
    for at, row in enumerate(cells):
        for column, text in enumerate(row):
            table.cell(at, column).text = text
    path = tmp_path / "training record.docx"
    paper.save(str(path))
    found = read(path)
    assert [told(one) for one in found.records.training] == [
        ("Ann Tolley", 1, date(2017, 11, 5), 80.0, None),
        ("Jo Reed", 1, None, None, None),
    ]
    assert found.rejected == ()


def test_the_day_a_file_was_saved_is_no_date_of_the_list(tmp_path: Path) -> None:
    path = workbook(tmp_path / "training.xlsx", [("Name", "Module 1"), ("Ann Tolley", "Yes")])
    paper = read(path).paper
    assert paper is not None
    assert paper.edition is None


def test_a_list_without_names_is_refused(tmp_path: Path) -> None:
    path = workbook(tmp_path / "training.xlsx", [("Trained", "Untrained"), (12, 3)])
    with pytest.raises(UserError, match="no table of training"):
        read_training(path, tmp_path)
