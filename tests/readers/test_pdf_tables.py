"""Tables in PDFs: ruled, shaded or bare, merged, wrapped, run on over pages, and read as registers."""

from __future__ import annotations

from pathlib import Path

import pytest
from pdf_builder import RULED, printed, rows, table

from coi_audit.readers.pdf.document import read_pdf
from coi_audit.readers.registers.register import read_register

PEOPLE = [
    ["Name", "Role", "Interest", "From"],
    ["Dr Ada Moss", "GP member", "Partner, Moss Lane Surgery", "2014"],
    ["Ben Thistle", "Lay member", "Trustee of the Invented Hospice and chair of its finance committee", "May 2016"],
    ["", "", "Director, Thistle Consulting Ltd", "1/4/2015"],
    ["Cy Orr", "Chief officer", "Nil", ""],
]
STYLES = {
    "ruled": RULED,
    "rows ruled": "table { border-collapse: collapse; width: 100% } td { border-bottom: .5pt solid; padding: 3pt }",
    "shaded": "table { border-collapse: collapse; width: 100% } td { padding: 3pt } "
    "tr:nth-child(even) td { background: #ddd } thead td { background: #025; color: white }",
    "bare": "table { width: 100% } td { padding: 2pt 14pt 8pt 0; vertical-align: top }",
}


@pytest.mark.parametrize("style", sorted(STYLES))
def test_a_table_comes_back_cell_by_cell(tmp_path: Path, style: str) -> None:
    path = printed(tmp_path / "a.pdf", table(PEOPLE), STYLES[style] + " td { vertical-align: top }")
    document = read_pdf(path, root=tmp_path)
    assert len(document.tables) == 1
    assert rows(document) == PEOPLE


def test_merged_cells_are_marked(tmp_path: Path) -> None:
    body = ("<table><tr><td rowspan=2>Name</td><td colspan=2>Type of interest</td></tr><tr><td>Financial</td>"
            "<td>Personal</td></tr><tr><td>Ada Moss</td><td>X</td><td></td></tr></table>")  # fmt: skip
    document = read_pdf(printed(tmp_path / "a.pdf", body, RULED), root=tmp_path)
    assert rows(document) == [["Name", "Type of interest", "^"], ["^", "Financial", "Personal"], ["Ada Moss", "X", ""]]


def test_a_list_in_a_cell_keeps_its_lines_and_a_sentence_does_not(tmp_path: Path) -> None:
    listed = "GP partner, Moss Lane Surgery\nDirector, Moss Homes Ltd\nTrustee, Invented Hospice"
    told = "Her husband works as a consultant at the Royal Invented Hospital and sits on the board of its charity"
    body = table([["Name", "Interests"], ["Ada Moss", listed], ["Ben Thistle", told]])
    document = read_pdf(printed(tmp_path / "a.pdf", body, RULED + "td { width: 50% }"), root=tmp_path)
    assert [row[1] for row in rows(document)] == ["Interests", listed, told]


def test_a_word_cut_for_want_of_space_is_whole_again(tmp_path: Path) -> None:
    body = table([["Org", "Type"], ["Moss", "Non-Financial Professional"], ["Thistle", "Professional"]])
    css = RULED + "table { width: 36mm; table-layout: fixed } td { overflow-wrap: anywhere }"
    document = read_pdf(printed(tmp_path / "a.pdf", body, css), root=tmp_path)
    assert [row[1] for row in rows(document)] == ["Type", "Non-Financial Professional", "Professional"]


def test_two_words_that_each_fill_their_line_stay_two(tmp_path: Path) -> None:
    body = table([["A", "Financial interest"], ["B", "x"]])
    document = read_pdf(printed(tmp_path / "a.pdf", body, RULED + "td:last-child { width: 1mm }"), root=tmp_path)
    assert rows(document)[0] == ["A", "Financial interest"]


def test_a_table_over_many_pages_is_one_with_its_headings_once(tmp_path: Path) -> None:
    body = [[f"Person {n}", "GP member", f"Partner, practice number {n}", "2014"] for n in range(1, 160)]
    path = printed(tmp_path / "a.pdf", table([PEOPLE[0], *body]), RULED)
    document = read_pdf(path, root=tmp_path)
    assert len(document.tables) == 1
    assert rows(document) == [PEOPLE[0], *body]
    pages = document.tables[0].pages
    assert pages[0] == 1 and list(pages) == sorted(pages) and max(pages) >= 4
    assert document.tables[0].page_of(len(body) + 1) == max(pages)


def test_a_row_cut_by_the_pages_end_is_one_row(tmp_path: Path) -> None:
    told = " ".join(
        f"clause {n} of a long account of what she holds and since when she has held it," for n in range(40)
    )
    lead = [[f"Person {n}", "Lay", "none", "2014"] for n in range(1, 34)]
    body = [["Ada Moss", "GP", f"She tells of {told} and no more", "2014"], ["Ben Thistle", "Lay", "none", "2015"]]
    path = printed(tmp_path / "a.pdf", table([PEOPLE[0], *lead, *body]), RULED)
    document = read_pdf(path, root=tmp_path)
    assert max(document.tables[0].pages) > 1
    assert rows(document)[-2:] == body


def test_two_tables_with_words_between_stay_two(tmp_path: Path) -> None:
    body = table([["Present", "Role"], ["Ada Moss", "Chair"]]) + "<p>In attendance</p>"
    body += table([["Cy Orr", "Chief officer"], ["Di Pell", "Secretary"]])
    document = read_pdf(printed(tmp_path / "a.pdf", body, RULED), root=tmp_path)
    assert [len(one.rows) for one in document.tables] == [2, 2]
    assert [one.text for one in document.paragraphs] == ["In attendance"]


def test_headings_that_read_upwards_are_read(tmp_path: Path) -> None:
    turned = "<div style='transform: rotate(-90deg); width: 30mm; margin: 12mm -12mm'>Financial interest</div>"
    body = (f"<table><tr><td>Name</td><td style='width: 10mm; height: 36mm'>{turned}</td></tr>"
            "<tr><td>Ada Moss</td><td>✓</td></tr></table>")  # fmt: skip
    document = read_pdf(printed(tmp_path / "a.pdf", body, RULED + "td { overflow: visible }"), root=tmp_path)
    assert rows(document) == [["Name", "Financial interest"], ["Ada Moss", "✓"]]


def test_a_register_is_read_with_its_pages(tmp_path: Path) -> None:
    head = ["Name", "Position", "Organisation", "Nature of interest", "Type of interest", "From", "To"]
    body = [[f"Dr Person {chr(65 + n % 26)}{'abcd'[n // 26]}stone", "GP member", f"Surgery of Number {n}", "GP partner",
             "Financial", "01/04/2014", "Current"] for n in range(70)]  # fmt: skip
    path = printed(tmp_path / "register.pdf", f"<h1>Register of interests</h1>{table([head, *body])}", RULED)
    read = read_register(path, root=tmp_path)
    assert read.register is not None
    found = read.register.interests
    assert [one.person for one in found] == [row[0] for row in body]
    assert [one.organisation for one in found] == [row[2] for row in body]
    assert found[0].source.page == 1
    assert found[-1].source.page is not None and found[-1].source.page > 1
