"""Tables set in odd ways: headings on their side, names merged over rows, rows parted by the end of a page."""

from __future__ import annotations

from pathlib import Path

import weasyprint

from coi_audit.readers.pdf.document import read_pdf
from coi_audit.readers.pdf.shapes import Word
from coi_audit.readers.pdf.upright import levelled

PAGE = (
    "<html lang=en><style>@page {{ size: A4 landscape; margin: 15mm }} body {{ font: 9pt/1.3 sans-serif }} {}</style>{}"
)


def rows_of(path: Path, css: str, body: str) -> list[list[str]]:
    weasyprint.HTML(string=PAGE.format(css, body)).write_pdf(path)
    (table,) = read_pdf(path).tables
    return [["" if cell.repeated else cell.text for cell in row] for row in table.rows]


def upward(text: str, x: float, low: float, *, size: float = 8.0) -> list[Word]:
    """The words of a heading that reads upwards from `low`, its print between `x` and `x` + size."""
    words, at = [], low
    for word in text.split():
        long = len(word) * size * 0.5
        words.append(Word(word, x, at - long, x + size, at, size, turn=1))
        at -= long + 0.3 * size
    return words


def test_upright_headings_stand_among_the_level_ones() -> None:
    level = [Word("Name", 40, 150, 64, 159, 8.0)]
    turned = [*upward("Financial interest", 200, 180), *upward("Personal", 230, 180), *upward("interest", 240, 180)]
    found = levelled([*level, *turned])
    assert [word.text for word in found] == ["Name", "Financial interest", "Personal interest"]
    assert all(word.turn == 0 for word in found)


def test_words_on_their_side_with_nothing_beside_them_are_left_out() -> None:
    level = [Word("Name", 40, 300, 64, 309, 8.0)]
    assert levelled([*level, *upward("Confidential draft", 200, 180)]) == level


def test_a_name_in_a_merged_cell_that_runs_on_beside_the_next_row(tmp_path: Path) -> None:
    css = "table { width: 100%; border-spacing: 0 } td, th { padding: 5px 8px; vertical-align: top; text-align: left }"
    css += " td:first-child[rowspan] { width: 75pt } tr:nth-child(odd) { background: #eee }"
    body = """<table><tr><th>Name</th><th>Organisation and what is done for it</th><th>From</th><th>To</th></tr>
    <tr><td rowspan=2>Professor Edwin Marchbanks</td><td>University of Lower Wexley, visiting professor of the
    history of medicine and of the care of those who practise it in country districts, unpaid, and examiner there in
    three subjects</td><td>2010</td><td>Current</td></tr>
    <tr><td>Marchbanks Analytics Limited</td><td>2013</td><td>2018</td></tr>
    <tr><td rowspan=2>Christopher Throgmorton</td><td>Hospice</td><td>2011</td><td>Current</td></tr>
    <tr><td>School</td><td>2012</td><td>2016</td></tr></table>"""
    rows = rows_of(tmp_path / "a.pdf", css, body)
    assert [row[0] for row in rows if row[0]] == [
        "Name", "Professor Edwin Marchbanks", "Christopher Throgmorton",
    ]  # fmt: skip
    assert [row[1] for row in rows[-2:]] == ["Hospice", "School"]


def test_a_row_whose_short_cells_stayed_on_the_page_before(tmp_path: Path) -> None:
    css = "table { width: 100%; border-collapse: collapse } td, th { border: 1px solid; padding: 2px }"
    body = "".join(
        f"<tr><td>Person {n} of Elm Street</td><td>Partner in the surgery</td><td>Direct</td><td>20{n + 10}</td></tr>"
        for n in range(8)
    )
    head = "<thead><tr><th>Name</th><th>Interest</th><th>Kind</th><th>From</th></tr></thead>"
    cut = "<tr><td></td><td></td><td>Indirect</td><td>2001</td></tr></table><p style='break-after: page'></p>"
    rest = "<tr><td>Somebody Else</td><td>Trustee</td><td></td><td></td></tr>"
    more = f"{cut}<table>{head}{rest}{body}</table>"
    rows = rows_of(tmp_path / "a.pdf", css + " table { table-layout: fixed }", f"<table>{head}{body}{more}")
    assert rows[9] == ["Somebody Else", "Trustee", "Indirect", "2001"]
    assert len(rows) == 18


def test_columns_close_together_are_told_by_where_their_words_begin(tmp_path: Path) -> None:
    css = "table { border-spacing: 0 } td { padding: 2px 4px 2px 0; border-bottom: 1px solid; white-space: nowrap }"
    body = """<table><tr><td>Type of interest held</td><td>Description</td><td>Dates</td></tr>
    <tr><td>Financial interest, or</td><td>Partner in Elm Street Surgery</td><td>2011</td></tr>
    <tr><td>Non-financial, unpaid</td><td>Trustee of the hospice at Wexley</td><td>2014</td></tr>
    <tr><td>Indirect, of a relative</td><td>Husband is employed by a trust</td><td>2015</td></tr></table>"""
    rows = rows_of(tmp_path / "a.pdf", css, body)
    assert rows[1] == ["Financial interest, or", "Partner in Elm Street Surgery", "2011"]
