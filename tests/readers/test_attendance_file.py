"""The attendance paper: workbook, CSV, Word table and plain lists; every cell not understood is reported."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from docx_builder import Paper, write_text

from coi_audit.errors import UserError
from coi_audit.readers.attendance.file import AttendanceRead, read_attendance

ROWS = [
    ("Name", "Expected (yes/no)", "Deputy", "Papers withheld"),
    ("Margaret Hale", "Yes", "", ""),
    ("Dr Anil Rao", "yes", "-", "6, 8"),
    ("Neil Grant", "No", "Liz Tarrant", "none"),
    ("Tom Berry", "", "", "Item 7 and item 14/18"),
]


def workbook(path: Path, rows: list[tuple[str, ...]]) -> Path:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    book.save(path)
    return path


def told(read: AttendanceRead) -> list[tuple[str, bool, str | None, tuple[str, ...]]]:
    return [(one.name, one.expected, one.deputy, one.papers_withheld) for one in read.expected]


WANTED = [
    ("Margaret Hale", True, None, ()),
    ("Dr Anil Rao", True, None, ("6", "8")),
    ("Neil Grant", False, "Liz Tarrant", ()),
    ("Tom Berry", True, None, ("7", "14/18")),
]


def test_a_workbook(tmp_path: Path) -> None:
    read = read_attendance(workbook(tmp_path / "attendance.xlsx", ROWS), root=tmp_path)
    assert told(read) == WANTED
    assert read.rows_read == 4
    assert read.rejected == ()
    assert read.expected[1].source.place() == 'attendance.xlsx, sheet "Sheet", row 3'


def test_a_csv_file(tmp_path: Path) -> None:
    text = "\n".join(",".join(f'"{cell}"' for cell in row) for row in ROWS)
    read = read_attendance(write_text(tmp_path / "attendance.csv", text), root=tmp_path)
    assert told(read) == WANTED
    assert read.expected[0].source.line == 2


def test_a_word_table(tmp_path: Path) -> None:
    path = Paper().line("Expected attendance").table(*ROWS).save(tmp_path / "attendance.docx")
    read = read_attendance(path, root=tmp_path)
    assert told(read) == WANTED
    assert (read.expected[0].source.table, read.expected[0].source.row) == (1, 2)


def test_a_text_table_with_tabs(tmp_path: Path) -> None:
    path = write_text(tmp_path / "attendance.txt", "\n".join("\t".join(row) for row in ROWS))
    assert told(read_attendance(path, root=tmp_path)) == WANTED


def test_plain_lists(tmp_path: Path) -> None:
    path = write_text(
        tmp_path / "attendance.txt",
        "Expected:\nMargaret Hale, Lay Member\nLiz Tarrant (deputising for Neil Grant)\nDr Anil Rao, GP Member\n"
        "Apologies: Neil Grant\nDr Anil Rao - papers withheld: 6, 8\n",
    )
    assert told(read_attendance(path, root=tmp_path)) == [
        ("Margaret Hale", True, None, ()),
        ("Liz Tarrant", True, None, ()),
        ("Dr Anil Rao", True, None, ("6", "8")),
        ("Neil Grant", False, "Liz Tarrant", ()),
    ]


def test_what_is_not_understood_is_reported_with_its_place(tmp_path: Path) -> None:
    rows = [*ROWS[:2], ("Jo Strand", "perhaps", "", "the private ones"), ("", "yes", "", "")]
    read = read_attendance(workbook(tmp_path / "attendance.xlsx", rows), root=tmp_path)
    assert told(read) == [("Margaret Hale", True, None, ()), ("Jo Strand", True, None, ())]
    assert [one.sentence() for one in read.rejected] == [
        'attendance.xlsx, sheet "Sheet", row 3, "Expected (yes/no)": "perhaps" is neither yes nor no; '
        "the person is taken as expected. To fix: write yes or no.",
        'attendance.xlsx, sheet "Sheet", row 3, "Papers withheld": "the private ones" names no agenda item. '
        "To fix: give the item numbers, e.g. 6, 8.",
        'attendance.xlsx, sheet "Sheet", row 4: "yes" this row has no name. To fix: give the name.',
    ]


def test_a_formula_in_a_name_cell(tmp_path: Path) -> None:
    path = workbook(tmp_path / "attendance.xlsx", [*ROWS[:2], ("=B2", "yes", "", "")])
    read = read_attendance(path, root=tmp_path)
    assert [one.problem for one in read.rejected] == ["holds a formula, not a name"]
    assert told(read) == WANTED[:1]


def test_nobody_found(tmp_path: Path) -> None:
    read = read_attendance(write_text(tmp_path / "attendance.txt", "To be confirmed.\n"), root=tmp_path)
    assert read.rejected[0].problem == "nobody was found in this attendance paper"


def test_an_empty_file(tmp_path: Path) -> None:
    (tmp_path / "attendance.xlsx").write_bytes(b"")
    with pytest.raises(UserError, match="empty"):
        read_attendance(tmp_path / "attendance.xlsx", root=tmp_path)
