"""Registers that cannot be read, or not whole: each with its message, never a traceback, never in silence."""

from __future__ import annotations

import struct
from datetime import date
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coi_audit.errors import UserError
from coi_audit.readers.registers.register import RegisterRead, looks_like_register, read_register

HEADER = ["Name", "Organisation", "Nature of interest", "Type", "From", "To"]
PARTNER = ["Dr Maya Thorne", "Larkfield Surgery", "GP Partner", "Financial", "01/04/2011", ""]


def workbook(folder: Path, rows: list[list[Any]], *, name: str = "register.xlsx", sheet: str = "GB") -> Path:
    book = openpyxl.Workbook()
    book.active.title = sheet
    for row in rows:
        book.active.append(row)
    path = folder / name
    book.save(path)
    return path


def read(folder: Path, rows: list[list[Any]]) -> RegisterRead:
    return read_register(workbook(folder, rows), root=folder)


def encrypted_container(path: Path) -> Path:
    """A compound file such as Excel writes for a workbook with a password: its directory names EncryptedPackage."""
    header = bytearray(512)
    header[:8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    struct.pack_into("<HHHHH", header, 24, 0x3E, 3, 0xFFFE, 9, 6)
    struct.pack_into("<III", header, 44, 1, 1, 0)
    struct.pack_into("<IIIII", header, 56, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
    struct.pack_into("<109I", header, 76, 0, *[0xFFFFFFFF] * 108)
    table = struct.pack("<128I", 0xFFFFFFFD, 0xFFFFFFFE, *[0xFFFFFFFF] * 126)
    directory = b"".join(
        name.encode("utf-16-le").ljust(64, b"\0") + struct.pack("<H", 2 * len(name) + 2) + bytes([kind, 1]) + bytes(60)
        for name, kind in (("Root Entry", 5), ("EncryptionInfo", 2), ("EncryptedPackage", 2), ("", 0))
    )
    path.write_bytes(bytes(header) + table + directory)
    return path


def test_an_impossible_date_is_recorded_as_the_guide_says_and_the_interest_is_kept(tmp_path: Path) -> None:
    found = read(tmp_path, [HEADER, [*PARTNER[:4], "31/02/2017", ""]])
    assert [one.sentence() for one in found.rejected] == [
        'register.xlsx, sheet "GB", row 2, "From": "31/02/2017" is not a date. '
        "To fix: give the day the interest began, e.g. 01/03/2017."
    ]
    assert found.register is not None
    interest = found.register.interests[0]
    assert (interest.person, interest.held_from, interest.from_text) == ("Dr Maya Thorne", None, "31/02/2017")
    assert (found.rows_read, found.rows_rejected) == (1, 1)


def test_a_formula_in_a_name_cell_is_shown_and_not_worked_out(tmp_path: Path) -> None:
    found = read(tmp_path, [HEADER, ['=HYPERLINK("x","Dr A Lee")', *PARTNER[1:]], ["", *PARTNER[1:]], PARTNER])
    formula, orphan = found.rejected
    assert formula.place == 'sheet "GB", row 2, "Name"' and "HYPERLINK" in formula.value
    assert formula.problem == "the name is a formula, which is not worked out"
    assert "there is no name on this row" in orphan.problem
    assert found.rows_read == 1


def test_a_formula_elsewhere_without_a_stored_result_is_said(tmp_path: Path) -> None:
    found = read(tmp_path, [HEADER, ["Dr Maya Thorne", "Larkfield Surgery", "GP Partner", "Financial", "=TODAY()", ""]])
    assert [(one.place, one.value) for one in found.rejected] == [('sheet "GB", row 2, "From"', "=TODAY()")]
    assert found.rows_read == 1


def test_a_register_without_names_is_refused_naming_the_headings_seen(tmp_path: Path) -> None:
    path = workbook(tmp_path, [["Organisation", "Nature of interest", "Type", "From"], PARTNER[1:5]])
    with pytest.raises(UserError) as caught:
        read_register(path, root=tmp_path)
    words = str(caught.value)
    assert words.startswith("register.xlsx: no column of names was found; the headings seen are: ")
    assert '"Organisation", "Nature of interest", "Type", "From"' in words and 'the heading "Name"' in words


def test_names_without_any_column_of_interests_are_said_to_lack_it(tmp_path: Path) -> None:
    path = workbook(tmp_path, [["Name", "Position", "Telephone"], ["Dr Maya Thorne", "GP", "01"]])
    with pytest.raises(UserError, match='no column of interests was found; the headings seen are: "Name", "Position"'):
        read_register(path, root=tmp_path)


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.xlsx", b"PK\x03\x04 cut short", "damaged Word or Excel file"),
        ("a.xlsx", b"%PDF-1.4 ...", 'this file is a PDF although its name ends in ".xlsx"'),
        ("a.docx", b"%PDF-1.4 ...", 'this file is a PDF although its name ends in ".docx"'),
        ("a.csv", b"\x00\x01\x02\x03", "of a kind that is not known"),
        ("a.csv", b"", "this file is empty"),
        ("a.csv", b"\n\n", "there are no rows in it"),
        ("a.csv", b"<html><body>moved</body></html>", "there are no rows in it"),
        ("a.csv", b"some words only\nand a second line\n", "no column of names was found"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused(tmp_path: Path, name: str, content: bytes, words: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(UserError) as caught:
        read_register(path, root=tmp_path)
    assert words in str(caught.value) and str(caught.value).startswith(f"{name}: ") and caught.value.fix
    assert looks_like_register(path) == 0.0


def test_a_workbook_whose_inside_is_broken_is_refused(tmp_path: Path) -> None:
    path = workbook(tmp_path, [HEADER, PARTNER])
    content = bytearray(path.read_bytes())
    middle = content.index(b"xl/worksheets/sheet1.xml") + 60
    content[middle : middle + 40] = b"\xff" * 40
    path.write_bytes(bytes(content))
    with pytest.raises(UserError, match="damaged or incomplete"):
        read_register(path, root=tmp_path)


def test_a_workbook_with_a_password_is_refused(tmp_path: Path) -> None:
    path = encrypted_container(tmp_path / "register.xlsx")
    with pytest.raises(UserError, match="protected by a password"):
        read_register(path, root=tmp_path)


def test_a_200_mb_file_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "register.xlsx"
    with path.open("wb") as stream:
        stream.write(b"PK\x03\x04")
        stream.truncate(200 * 1024 * 1024)
    with pytest.raises(UserError, match="200 MB; files over 50 MB are not read"):
        read_register(path, root=tmp_path)
    assert looks_like_register(path) == 0.0


def test_an_empty_workbook_and_a_document_without_tables_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="there are no rows in it"):
        read(tmp_path, [])
    document = docx.Document()
    document.add_paragraph("Register of interests")
    document.save(str(tmp_path / "register.docx"))
    with pytest.raises(UserError, match="there are no rows in it"):
        read_register(tmp_path / "register.docx", root=tmp_path)


def test_a_sheet_with_a_stray_cell_at_the_far_end_does_not_fill_the_memory(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(HEADER)
    book.active.cell(row=1_048_576, column=16_384, value="x")
    book.save(tmp_path / "register.xlsx")
    with pytest.raises(UserError, match="reaches to row 1,048,576 and column 16,384"):
        read_register(tmp_path / "register.xlsx", root=tmp_path)


def test_an_interest_below_a_nil_return_with_another_post_and_no_name_is_nobodys(tmp_path: Path) -> None:
    header = ["Name", "Position", *HEADER[1:]]
    nil = ["Olive Stead", "Lay Member", "Nil return"]
    orphan = ["", "GP Member", *PARTNER[1:]]
    found = read(tmp_path, [header, nil, orphan])
    assert [one.problem for one in found.rejected] == [
        "there is no name on this row, and Olive Stead above it has nothing to declare"
    ]
    assert read(tmp_path, [header, nil, ["", "Lay Member", *PARTNER[1:]]]).rows_read == 1
    assert read(tmp_path, [header, nil, ["", "", *PARTNER[1:]]]).rows_read == 1


def test_an_unknown_type_beside_a_mark_of_direct_is_asked_about(tmp_path: Path) -> None:
    found = read(tmp_path, [[*HEADER, "Direct"], [*PARTNER[:3], "Golf", *PARTNER[4:], "Direct"]])
    assert [(one.value, one.place) for one in found.rejected] == [("Golf", 'sheet "GB", row 2, "Type"')]


def test_a_name_of_nothing_but_marks_is_no_name(tmp_path: Path) -> None:
    found = read(tmp_path, [HEADER, ["; ;", *PARTNER[1:]], PARTNER])
    assert [(one.value, one.problem) for one in found.rejected] == [("; ;", "is not a name")]
    assert found.rows_read == 1


@pytest.mark.parametrize("dates", [["01/04/2012", "01/04/2010"], [date(2012, 4, 1), date(2010, 4, 1)]])
def test_an_interest_that_ends_before_it_began_is_asked_about_and_read_as_held(
    tmp_path: Path, dates: list[object]
) -> None:
    found = read(tmp_path, [HEADER, [*PARTNER[:4], *dates]])
    assert [one.problem for one in found.rejected] == [
        "is before the day the interest began (1 April 2012); it was read as still held"
    ]
    assert found.rejected[0].place == 'sheet "GB", row 2, "To"'
    assert found.register is not None and found.register.interests[0].held_until is None


def test_a_workbook_named_as_one_of_the_old_kind_is_read_by_its_content(tmp_path: Path) -> None:
    path = workbook(tmp_path, [HEADER, PARTNER]).rename(tmp_path / "register.xls")
    assert read_register(path, root=tmp_path).rows_read == 1


def test_two_people_in_one_name_cell_are_not_guessed_at(tmp_path: Path) -> None:
    found = read(tmp_path, [HEADER, ["Dr Maya and Dr Colin Batty", *PARTNER[1:]]])
    assert found.rows_read == 0
    assert found.rejected[0].problem == "names more than one person"
    assert "Larkfield Surgery" in found.rejected[0].value


def test_a_type_that_is_not_known_is_asked_about_and_the_interest_kept(tmp_path: Path) -> None:
    found = read(tmp_path, [HEADER, ["Dr Maya Thorne", "Larkfield Surgery", "GP Partner", "Band Q", "", ""]])
    assert [(one.value, one.problem) for one in found.rejected] == [
        ("Band Q", "is not a type of interest that is known")
    ]
    assert found.register is not None and found.register.interests[0].category is None


def test_an_unknown_type_on_many_rows_is_told_once_with_their_number(tmp_path: Path) -> None:
    found = read(tmp_path, [HEADER, *[[f"Dr A{letter}", "X Ltd", "Owner", "Band Q", "", ""] for letter in "bcd"]])
    assert [one.problem for one in found.rejected] == [
        "is not a type of interest that is known; 2 further rows use it too"
    ]
    assert found.rows_read == 3


def test_a_duplicate_on_another_sheet_names_the_first_place(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.title = "GB"
    for sheet in (book.active, book.create_sheet("PCCC")):
        sheet.append(HEADER)
        sheet.append(PARTNER)
    book.save(tmp_path / "register.xlsx")
    found = read_register(tmp_path / "register.xlsx", root=tmp_path)
    assert [(one.place, one.problem) for one in found.rejected] == [
        ('sheet "PCCC", row 2', 'the same interest already stands at sheet "GB", row 2, "Nature of interest"')
    ]
    assert found.rows_read == 1


def test_a_sheet_that_is_no_register_is_reported_and_the_others_are_read(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.title = "GB"
    for row in (HEADER, PARTNER):
        book.active.append(row)
    other = book.create_sheet("Budget")
    for at in range(6):
        other.append(["Line", at, at * 2])
    book.save(tmp_path / "register.xlsx")
    found = read_register(tmp_path / "register.xlsx", root=tmp_path)
    assert [one.place for one in found.rejected] == ['sheet "Budget"'] and found.rows_read == 1


@pytest.mark.parametrize(
    "nil", ["Nil", "NIL", "None", "N/A", "n/a", "-", "No interests declared", "No interests declared.",
            "Nothing to declare", "Nil return", "None declared", "No conflicts of interest", "nil / none"],
)  # fmt: skip
def test_every_wording_of_a_nil_return(tmp_path: Path, nil: str) -> None:
    found = read(tmp_path, [HEADER, ["Jo Reed", "", nil, "", "", ""], PARTNER])
    assert found.register is not None
    assert [one.person for one in found.register.nil_returns] == ["Jo Reed"]
    assert (found.rows_read, found.nil_returns, found.rejected) == (1, 1, ())


@pytest.mark.parametrize(
    "header",
    [
        ["Name", "Date of offer", "Details of gift / hospitality", "Estimated value", "Declined or accepted?"],
        ["Name", "Expected", "Deputy", "Papers withheld"],
        ["Name", "Title", "Organisation"],
        ["Item", "Title", "Lead", "Action", "Time"],
        ["Ref No", "Contract title", "Procurement description", "Contract value", "Name of provider"],
        ["Name", "Position", "Module 1 passed on"],
    ],
)
def test_another_kind_of_paper_is_not_taken_for_a_register(tmp_path: Path, header: list[str]) -> None:
    path = workbook(tmp_path, [header, ["Dr Maya Thorne", *["x"] * (len(header) - 1)]])
    assert looks_like_register(path) < 0.5


CELLS = st.sampled_from(
    ["", "Name", "Interest", "Type", "From", "Dr A Lee", "Nil", "x", "✓", "31/02/2017", "Partner at A Surgery", "a\nb",
     "; ;", "• one\n• two", "Financial", "wife", "10%", "Total", "-", "2015", "Date of Interest"]
)  # fmt: skip


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=st.lists(st.lists(CELLS, min_size=1, max_size=6), min_size=1, max_size=8))
def test_no_arrangement_of_cells_is_a_crash(tmp_path: Path, rows: list[list[str]]) -> None:
    path = tmp_path / "register.csv"
    path.write_text("\n".join(",".join(f'"{cell}"' for cell in row) for row in rows), encoding="utf-8")
    try:
        found = read_register(path, root=tmp_path)
    except UserError as error:
        assert error.problem and error.fix
    else:
        assert found.rows_rejected == len(found.rejected)
    assert 0.0 <= looks_like_register(path) <= 1.0
