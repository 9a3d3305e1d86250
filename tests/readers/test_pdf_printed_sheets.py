"""Spreadsheets printed to PDF: rows over one another, no rules, pages wide, words cut off at their column's edge."""

from __future__ import annotations

from pathlib import Path

from pdf_builder import Piece, Side, drawn, net, rows

from coi_audit.readers.pdf.document import read_pdf
from coi_audit.readers.registers.register import read_register

HEADS: list[Piece] = [(52, 60, "Name"), (152, 60, "Organisation"), (272, 60, "Interest"), (372, 60, "From")]
LOW: list[Piece] = [
    *HEADS,
    (52, 71, "Dr Una Marsh"), (272, 71, "GP partner"), (372, 71, "2011"),
    (52, 82, "Mr Leo Tench"), (152, 82, "Wickfen Hospice"), (272, 82, "Trustee"), (372, 82, "2012"),
    (52, 93, "Ms Ada Crane"), (152, 93, "Sedge Street"), (372, 93, "2013"),
    (52, 104, "Mrs Ivy Rudd"), (152, 104, "None"),
    (152, 71, "Reedham Road Surgery and"), (152, 80.4, "Walk-in Centre"),
    (272, 93, "Employed there as a"), (272, 102.4, "practice nurse"),
]  # fmt: skip
WANTED = [
    ["Name", "Organisation", "Interest", "From"],
    ["Dr Una Marsh", "Reedham Road Surgery and Walk-in Centre", "GP partner", "2011"],
    ["Mr Leo Tench", "Wickfen Hospice", "Trustee", "2012"],
    ["Ms Ada Crane", "Sedge Street", "Employed there as a practice nurse", "2013"],
    ["Mrs Ivy Rudd", "None", "", ""],
]


def test_words_printed_over_the_next_row_stay_in_their_own(tmp_path: Path) -> None:
    sides = net((50, 150, 270, 370, 420), [52 + 11 * at for at in range(6)])
    path = drawn(tmp_path / "a.pdf", [(LOW, sides)])
    assert rows(read_pdf(path)) == WANTED


def test_a_sheet_printed_without_rules_keeps_its_rows_and_columns(tmp_path: Path) -> None:
    path = drawn(tmp_path / "a.pdf", [([(52, 40, "Register of interests, May 2018"), *LOW], [])], creator="Calc")
    document = read_pdf(path)
    assert rows(document) == WANTED
    assert [one.shown for one in document.paragraphs] == ["Register of interests, May 2018"]


def test_pages_of_one_sheet_without_rules_are_put_side_by_side(tmp_path: Path) -> None:
    heights = [60, 74, 97, 120, 134, 166, 180]
    first = [(52.0, 40.0, "Register of interests")]
    second: list[Piece] = []
    for at, y in enumerate(heights):
        front = ("Name", "Organisation", "Interest") if at == 0 else (f"Dr Person {at}", f"Surgery {at}", "Partner")
        first += [(52 + 120 * column, float(y), text) for column, text in enumerate(front)]
        back = ("From", "Action to mitigate risk") if at == 0 else (f"20{at + 10}", "Leaves the room")
        second += [(52 + 120 * column, float(y), text) for column, text in enumerate(back)]
    path = drawn(tmp_path / "a.pdf", [(first, []), (second, [])], creator="Microsoft Excel")
    (table,) = read_pdf(path).tables
    assert [cell.text for cell in table.rows[3]] == ["Dr Person 3", "Surgery 3", "Partner", "2013", "Leaves the room"]
    assert len(table.rows) == len(heights)


def test_a_table_that_goes_on_below_is_not_put_beside(tmp_path: Path) -> None:
    pages: list[tuple[list[Piece], list[Side]]] = []
    for page in range(2):
        pieces: list[Piece] = []
        for at in range(36):
            number = 36 * page + at
            texts = (f"Dr Person {number}", f"Surgery {number}", "Partner", f"{1950 + number}")
            pieces += [(52 + 120 * column, 40.0 + 14 * at, text) for column, text in enumerate(texts)]
        pages.append((pieces, []))
    document = read_pdf(drawn(tmp_path / "a.pdf", pages, creator="Calc"))
    assert sum(len(table.rows) for table in document.tables) == 72
    assert all(len(row) == 4 for table in document.tables for row in table.rows)


def test_names_that_stand_again_on_each_page_make_one_column(tmp_path: Path) -> None:
    names = ["Name", "Dr Una Marsh", "Mr Leo Tench", "Ms Ada Crane", "Mrs Ivy Rudd", "Dr Per Holt", "Mr Sol Finch"]
    pages: list[tuple[list[Piece], list[Side]]] = []
    for heads in (("Organisation", "Interest"), ("From", "To")):
        pieces: list[Piece] = []
        for at, name in enumerate(names):
            others = heads if at == 0 else (f"{heads[0]} {at}", f"{heads[1]} {at}")
            pieces += [(52.0 + 140 * n, 62.0 + 20 * at, text) for n, text in enumerate((name, *others))]
        pages.append((pieces, net((50, 190, 330, 470), [52 + 20 * at for at in range(8)])))
    (table,) = read_pdf(drawn(tmp_path / "a.pdf", pages)).tables
    assert [cell.text for cell in table.rows[0]] == ["Name", "Organisation", "Interest", "From", "To"]
    assert [cell.text for cell in table.rows[2]] == ["Mr Leo Tench", "Organisation 2", "Interest 2", "From 2", "To 2"]


def test_words_cut_off_at_their_columns_edge_are_told_of(tmp_path: Path) -> None:
    cut = "Reedham Road Surgery and Walk-in"
    pieces: list[Piece] = [*HEADS, (52, 71, "Dr Una Marsh"), (152, 71, cut), (272, 71, "GP partner"), (372, 71, "2011"),
                           (52, 82, "Mr Leo Tench"), (152, 82, "Wickfen Hospice"), (272, 82, "Trustee"),
                           (372, 82, "2012")]  # fmt: skip
    right = 152 + 121.5  # where the cut words end in 8 point print
    moved = [(x + right - 270 if x > 200 else x, y, text) for x, y, text in pieces]
    path = drawn(
        tmp_path / "register.pdf", [(moved, net((50, 150, right, 390, 460), (52, 63, 74, 85)))], creator="Calc"
    )
    read = read_register(path, root=tmp_path)
    assert [(one.place, one.value) for one in read.rejected if "cut off" in one.problem] == [
        ("page 1, table 1, row 2", cut)
    ]
    assert read.register is not None
    assert len(read.register.interests) == 2
    assert read_pdf(path).notices == (
        "page 1: the words of 1 cell are cut off at the edge of the column in this print.",
    )


def test_words_that_run_over_an_empty_cell_are_whole(tmp_path: Path) -> None:
    pieces: list[Piece] = [*HEADS, (52, 71, "Dr Una Marsh"), (152, 71, "Reedham Road Surgery and Walk-in Centre"),
                           (372, 71, "2011")]  # fmt: skip
    path = drawn(tmp_path / "register.pdf", [(pieces, net((50, 150, 270, 370, 420), (52, 63, 74)))], creator="Calc")
    assert not any("cut off" in one.problem for one in read_register(path, root=tmp_path).rejected)
