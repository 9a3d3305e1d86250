"""Registers kept as spreadsheets and printed to PDF: with rules or without, several pages wide, cut at cells' edges."""

from __future__ import annotations

import math
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.styles import Alignment, Border, Font, PatternFill
from openpyxl.styles import Side as Line
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from pdf_writing import head_rows
from register_writing import Paper, Sheet, text_of


@dataclass(frozen=True)
class Print:
    """How a sheet is set and printed. `fit` makes it one page wide; `over` prints the pages beside one another first.

    `width` is each column's in letters, nothing where each is as wide as its words ask for. Rows are high enough for
    their words where `tall`, or all of one `height` in points; else the office program keeps them at one line, and
    prints rows over one another. `align` sets words against their cells' sides.
    """

    border: str | None = "thin"
    grid: bool = False
    wrap: bool = True
    fit: bool = True
    over: bool = False
    repeat: bool = False
    dressed: bool = False
    landscape: bool = True
    upright: str = "top"
    width: int = 0
    tall: bool = False
    align: str | None = None
    height: float = 0.0


PRINTS: dict[str, Print] = {
    "sheet, pages wide": Print(fit=False, width=22),
    "sheet, bare": Print(border=None),
    "sheet, cut": Print(wrap=False, width=24),
    "sheet, tall, pages wide": Print(fit=False, width=22, tall=True),
    "sheet, tall, bare": Print(border=None, tall=True),
}
PRINTS_HELD_OUT: dict[str, Print] = {
    "sheet, gridlines": Print(border=None, grid=True, repeat=True, upright="bottom", width=17),
    "sheet, over first": Print(border="hair", fit=False, over=True, repeat=True, landscape=False),
    "sheet, cut narrow": Print(wrap=False, width=15, upright="bottom"),
    "sheet, dressed": Print(border="medium", dressed=True, repeat=True, upright="center"),
    "sheet, wide and bare": Print(border=None, fit=False, repeat=True, width=20),
    "sheet, tall, gridlines": Print(border=None, grid=True, repeat=True, upright="bottom", width=17, tall=True),
    "sheet, tall, over first": Print(border="hair", fit=False, over=True, repeat=True, landscape=False, tall=True),
    "sheet, tall, wide and bare": Print(border=None, fit=False, repeat=True, width=20, tall=True),
}


def printed_sheet(paper: Paper, style: Print, path: Path) -> Path:
    """The paper as a workbook, set for its print."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for one in paper.sheets:
        _fill(book.create_sheet(one.name), one, style)
    path = path.with_suffix(".xlsx")
    book.save(path)
    return path


def _fill(sheet: Any, one: Sheet, style: Print) -> None:
    down, heads = len(one.above), head_rows(one)
    wide = max(len(row) for row in one.rows)
    for at, text in enumerate(one.above, start=1):
        sheet.cell(at, 1, text)
    for at, row in enumerate(one.rows):
        for column in range(wide):
            words = text_of(row[column]) if column < len(row) else ""
            _set(sheet.cell(down + at + 1, column + 1, words or None), style, head=at < heads)
    for at, text in enumerate(one.below, start=down + len(one.rows) + 1):
        sheet.cell(at, 1, text)
    for column in range(wide):
        longest = max((len(text_of(row[column])) for row in one.rows if column < len(row)), default=8)
        letter = get_column_letter(column + 1)
        sheet.column_dimensions[letter].width = style.width or min(34, max(9, longest * 0.7))
    if style.tall:
        _heighten(sheet, one, down)
    for at in range(len(one.rows) if style.height else 0):
        sheet.row_dimensions[down + at + 1].height = style.height
    for top, left, bottom, right in one.merges:
        sheet.merge_cells(start_row=down + top + 1, start_column=left + 1, end_row=down + bottom + 1,
                          end_column=right + 1)  # fmt: skip
    _set_up(sheet, style, first=down + 1, heads=heads)


def _heighten(sheet: Any, one: Sheet, down: int) -> None:
    """Give each row the height that its fullest cell wants, as Excel does while one types."""
    for at, row in enumerate(one.rows):
        lines = [1]
        for column, value in enumerate(row):
            wide = sheet.column_dimensions[get_column_letter(column + 1)].width
            lines.append(sum(math.ceil(1.4 * len(part) / wide) for part in text_of(value).split("\n")))
        sheet.row_dimensions[down + at + 1].height = 3 + 14 * max(lines)


def _set(cell: Any, style: Print, *, head: bool) -> None:
    if style.border:
        line = Line(style=style.border)
        cell.border = Border(line, line, line, line)
    cell.alignment = Alignment(wrap_text=style.wrap or head, vertical=style.upright, horizontal=style.align)
    if head and style.dressed:
        cell.font = Font(bold=True, color="FFFFFF")
        cell.fill = PatternFill("solid", start_color="003087")
        cell.alignment = Alignment(wrap_text=True, vertical="center", horizontal="center")


def _set_up(sheet: Any, style: Print, *, first: int, heads: int) -> None:
    sheet.page_setup.orientation = "landscape" if style.landscape else "portrait"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.pageOrder = "overThenDown" if style.over else "downThenOver"
    sheet.print_options.gridLines = style.grid
    if style.fit:
        sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
        sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    if style.repeat:
        sheet.print_title_rows = f"{first}:{first + heads - 1}"
        sheet.oddFooter.center.text = "Page &P of &N"
