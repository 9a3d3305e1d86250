"""A row that a page's end breaks is one row again, and never another person's."""

from __future__ import annotations

from pathlib import Path

from pdf_builder import RULED, Piece, drawn, net, printed, rows, table

from coi_audit.readers.pdf.document import read_pdf

XS = (40.0, 160.0, 300.0, 420.0, 500.0, 640.0)
HEADS = ("Name", "Organisation", "Nature", "From", "Action")
WHOLE = (
    ("Dr Ada Moss", "Moss Lane Surgery", "Partner", "2014", "Leave"),
    ("", "Elm Hospice", "Trustee", "2016", "Declare"),
    ("Ben Thistle", "Thistle and Sons", "Owner", "2010", "Declare"),
    ("Cy Orr", "Orr Farms", "Director", "2011", "Leave"),
)
AFTER = (("Di Pell", "Pell Pharmacy", "Owner", "2001", "Leave"), ("Ed Fay", "Nil return", "", "", ""))


def broken(path: Path, foot: tuple[str, ...], top: tuple[str, ...]) -> list[list[str]]:
    """The rows of a table of which one ends a page and one begins the next, under the same headings."""
    pages = []
    for lines in ((HEADS, *WHOLE, foot), (HEADS, top, *AFTER)):
        pieces: list[Piece] = [
            (XS[at] + 4, 60.0 + 15 * number, cell)
            for number, row in enumerate(lines)
            for at, cell in enumerate(row)
            if cell
        ]
        pages.append((pieces, net(XS, [50.0 + 15 * at for at in range(len(lines) + 1)])))
    return rows(read_pdf(drawn(path, pages), root=path.parent))


def test_cells_kept_whole_on_either_page_are_one_row(tmp_path: Path) -> None:
    foot = ("", "", "Leader of the Council in which", "24/05/2019", "")
    top = ("Cllr Eve Dale", "Dale Council", "responsibilities", "", "Declare")
    whole = [
        "Cllr Eve Dale",
        "Dale Council",
        "Leader of the Council in which responsibilities",
        "24/05/2019",
        "Declare",
    ]
    assert broken(tmp_path / "a.pdf", foot, top) == [list(row) for row in (HEADS, *WHOLE, whole, *AFTER)]


def test_a_name_and_a_nil_return_on_two_pages_are_one_row(tmp_path: Path) -> None:
    foot, top = ("", "Nil return", "", "", ""), ("Eve Dale", "", "", "", "")
    assert broken(tmp_path / "a.pdf", foot, top)[5] == ["Eve Dale", "Nil return", "", "", ""]


def test_two_whole_rows_stay_two(tmp_path: Path) -> None:
    foot, top = ("", "Oak Trust", "Governor", "2012", "Leave"), ("Eve Dale", "Dale Farms", "Owner", "2013", "Leave")
    assert broken(tmp_path / "a.pdf", foot, top)[5:7] == [list(foot), list(top)]


def test_a_nil_return_before_another_name_stays_a_row(tmp_path: Path) -> None:
    foot, top = ("Flo Gee", "Nil return", "", "", ""), ("Eve Dale", "Dale Farms", "Owner", "2013", "")
    assert broken(tmp_path / "a.pdf", foot, top)[5:7] == [list(foot), list(top)]


def test_running_words_against_a_ruled_table_do_not_part_it(tmp_path: Path) -> None:
    css = (
        RULED
        + "@page { size: A4 landscape; margin: 8mm; @top-left { content: 'As at 1 May'; vertical-align: bottom } }"
    )
    body = table([["Name", "Interest"], *[[f"Person {at}", f"Firm {at}"] for at in range(60)]])
    document = read_pdf(printed(tmp_path / "a.pdf", body, css), root=tmp_path)
    assert len(document.tables) == 1
    assert len(rows(document)) == 61
