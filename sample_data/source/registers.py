"""Registers and lists: NHS England's template (two header rows, ticks), and plain one-row sheets, tables and CSV."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from datetime import date
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter

from source.fixed_zip import write_fixed
from source.word import NOTICE, bold, grid, new_paper, save

_THIN = Side(style="thin", color="808080")
_LINES = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_HEAD = PatternFill("solid", fgColor="D9E2EC")

# The template's two header rows: heading, first column, last column; one that spans a single column goes down two rows.
_TOP = (
    ("Name", 1, 1),
    (
        "Current position(s) held in the CCG (i.e. governing body member; committee member; "
        "member practice; CCG employee or other)",
        2,
        2,
    ),
    ("Declared Interest (Name of the organisation and nature of business)", 3, 3),
    ("Type of Interest", 4, 6),
    ("Is the interest direct or indirect?", 7, 7),
    ("Nature of Interest", 8, 8),
    ("Date of Interest", 9, 10),
    ("Action taken to mitigate risk", 11, 11),
    ("Date of declaration", 12, 12),
)
_SECOND = {
    4: "Financial Interests",
    5: "Non-Financial Professional Interests",
    6: "Non-Financial Personal Interests",
    9: "From",
    10: "To",
}
_TICK_COLUMN = {"F": 4, "PROF": 5, "PERS": 6}
_WIDTHS = (22, 30, 36, 11, 13, 13, 11, 38, 12, 12, 36, 14)


def _workbook(title: str) -> tuple[Workbook, Any]:
    book = Workbook()
    book.properties.title, book.properties.creator, book.properties.description = title, "Invented", NOTICE
    sheet = book.active
    sheet.oddFooter.center.text = NOTICE
    sheet.page_setup.orientation = "landscape"
    return book, sheet


def _save(book: Workbook, target: Path) -> None:
    packed = BytesIO()
    book.save(packed)
    write_fixed(packed.getvalue(), target)


def _put(sheet: Any, row: int, column: int, value: object, *, head: bool = False) -> None:
    cell = sheet.cell(row=row, column=column, value=value)
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    cell.border = _LINES
    if isinstance(value, date):
        cell.number_format = "dd/mm/yyyy"
    if head:
        cell.font, cell.fill = Font(bold=True), _HEAD


def _title_rows(sheet: Any, source: dict[str, Any]) -> None:
    sheet.cell(row=1, column=1, value=source["title"]).font = Font(bold=True, size=14)
    sheet.cell(row=2, column=1, value=NOTICE).font = Font(italic=True, color="595959")


def _template(source: dict[str, Any], target: Path) -> None:
    book, sheet = _workbook(source["title"])
    sheet.title = source["sheet"]
    _title_rows(sheet, source)
    for text, first, last in _TOP:
        for column in range(first, last + 1):
            _put(sheet, 4, column, text if column == first else None, head=True)
            _put(sheet, 5, column, _SECOND.get(column), head=True)
        end_row = 5 if first == last else 4
        sheet.merge_cells(start_row=4, start_column=first, end_row=end_row, end_column=last)
    for offset, row in enumerate(source["rows"]):
        name, position, organisation, kind, direct, nature, start, end, mitigation, declared = row
        values = [name, position, organisation, None, None, None, direct, nature, start, end, mitigation, declared]
        if kind in _TICK_COLUMN:
            values[_TICK_COLUMN[kind] - 1] = source["tick"]
        for column, value in enumerate(values, start=1):
            _put(sheet, 6 + offset, column, value)
    _widths(sheet, _WIDTHS)
    sheet.freeze_panes = "B6"
    _save(book, target)


def _widths(sheet: Any, widths: Sequence[int]) -> None:
    for column, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(column)].width = width


def _plain_sheet(source: dict[str, Any], target: Path) -> None:
    book, sheet = _workbook(source["title"])
    sheet.title = source["sheet"]
    first = 1
    if source.get("title_rows", True):
        _title_rows(sheet, source)
        first = 4
    for column, head in enumerate(source["heads"], start=1):
        _put(sheet, first, column, head, head=True)
    for offset, row in enumerate(source["rows"], start=1):
        for column, value in enumerate(row, start=1):
            _put(sheet, first + offset, column, value)
    _widths(sheet, source["widths"])
    _save(book, target)


def _plain_document(source: dict[str, Any], target: Path) -> None:
    paper = new_paper(source["title"], landscape=True)
    bold(paper, source["title"], size=13)
    for line in source.get("details", []):
        paper.add_paragraph(line)
    grid(paper, source["heads"], [[_words(value) for value in row] for row in source["rows"]])
    save(paper, target)


def _words(value: object) -> str:
    if isinstance(value, date):
        return value.strftime("%d/%m/%Y")
    return "" if value is None else str(value)


def _plain_csv(source: dict[str, Any], target: Path) -> None:
    text = StringIO()
    text.write(f"# {NOTICE}\n")
    csv.writer(text, lineterminator="\n").writerows(
        [_words(value) for value in row] for row in (*source.get("above", []), source["heads"], *source["rows"])
    )
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text.getvalue(), encoding="utf-8")


_LAYOUTS = {
    "template": _template,
    "plain_sheet": _plain_sheet,
    "plain_document": _plain_document,
    "plain_csv": _plain_csv,
}


def write_sheet(source: dict[str, Any], folder: Path) -> None:
    """Write one register, list or attendance sheet from its source file into the folder."""
    _LAYOUTS[source["layout"]](source, folder / source["file"])
