"""Sheets printed several pages wide come back as one table."""

from __future__ import annotations

from pathlib import Path

from pdf_builder import RULED, printed, rows

from coi_audit.readers.pdf.document import read_pdf

LEFT = [["Name", "Role"], ["Dr Ada Moss", "GP member"], ["Ben Thistle", "Lay member"], ["Cy Orr", "Chief officer"]]
RIGHT = [["Interest", "From", "To"], ["Moss Lane Surgery", "2014", "now"], ["Hospice", "2016", "2018"], ["Nil", "", ""]]
CSS = RULED + "body, table { margin: 0 }"
HEIGHTS = (20, 14, 30, 12)


def sheet(part: list[list[str]]) -> str:
    lines = (
        f"<tr style='height: {high}mm'>{''.join(f'<td>{words}</td>' for words in row)}</tr>"
        for high, row in zip(HEIGHTS, part, strict=True)
    )
    return f"<table style='break-after: page'>{''.join(lines)}</table>"


def test_pages_of_one_sheets_width_are_one_table(tmp_path: Path) -> None:
    path = printed(tmp_path / "a.pdf", sheet(LEFT) + sheet(RIGHT), CSS)
    document = read_pdf(path, root=tmp_path)
    assert rows(document) == [[*left, *right] for left, right in zip(LEFT, RIGHT, strict=True)]


def test_forms_a_page_each_stay_apart(tmp_path: Path) -> None:
    other = [["Name", "Role"], ["Di Pell", "Secretary"], ["Ed Fay", "GP member"], ["Flo Gee", "Lay member"]]
    document = read_pdf(printed(tmp_path / "a.pdf", sheet(LEFT) + sheet(other), CSS), root=tmp_path)
    assert [row[0] for row in rows(document)][:4] == [row[0] for row in LEFT]
