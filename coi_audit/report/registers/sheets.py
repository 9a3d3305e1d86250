"""A register as a workbook, with dates as dates and filters, and as a CSV file that Excel opens in UTF-8."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from datetime import date
from io import BytesIO, StringIO
from math import ceil
from typing import Any

from openpyxl import Workbook
from openpyxl.cell.cell import Cell as SheetCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from coi_audit.report.office_file import never_a_formula, same_bytes, writable
from coi_audit.report.registers.tables import Cell, CellKind, Column, RegisterTable, Row, cell_text
from coi_audit.report.words import count, day

_INK, _QUIET, _HEAD = "1B2733", "52606D", "14365C"
_GROUND = PatternFill("solid", fgColor="E8EEF5")
_LINE = Side(style="thin", color="D0D7DE")
_FORMATS = {CellKind.DAY: "d mmm yyyy", CellKind.MONEY: '"£"#,##0.00'}
_TITLE_ROWS = 2
_UNREAD = ("Paper", "Place", "What stands there", "What is wrong", "How to mend it")
_LINE_HEIGHT, _TALLEST = 14.5, 409.0  # points; a row can be no taller
_MOST = 32_000  # signs that one cell of a workbook can hold, with room to spare


def table_xlsx(table: RegisterTable) -> bytes:
    """The workbook: the register, what is said of it, and in the internal edition what was not understood.

    The same table gives the same bytes.
    """
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = _sheet_name(table)
    _register(sheet, table)
    _notes(book.create_sheet("About"), table)
    if table.unread:
        _unread(book.create_sheet("Not understood"), table)
    properties = book.properties
    properties.title, properties.creator = f"{table.title}, {table.body}", table.body
    properties.description = f"As at {day(table.as_of)}, {table.edition}"
    properties.language = "en-GB"
    out = BytesIO()
    book.save(out)
    return same_bytes(out.getvalue(), as_of=table.as_of)


def registers_xlsx(tables: Sequence[RegisterTable]) -> bytes:
    """One workbook with every register on a sheet of its own, and behind them what is said of each.

    The same tables, of which there is at least one, give the same bytes.
    """
    book = Workbook()
    assert book.active is not None
    book.remove(book.active)
    for table in tables:
        _register(book.create_sheet(_sheet_name(table)), table)
    for table in tables:
        _notes(book.create_sheet(f"About {_sheet_name(table).split()[0].lower()}"), table)
        if table.unread:
            _unread(book.create_sheet(f"Not understood, {_sheet_name(table).split()[0].lower()}"), table)
    first = tables[0]
    book.properties.title, book.properties.creator = f"Registers, {first.body}", first.body
    book.properties.description = f"As at {day(first.as_of)}, {first.edition}"
    book.properties.language = "en-GB"
    out = BytesIO()
    book.save(out)
    return same_bytes(out.getvalue(), as_of=first.as_of)


def table_csv(table: RegisterTable) -> bytes:
    """The rows under one line of headings, UTF-8 with a byte-order mark; days as 2018-01-15, money as bare numbers."""
    out = StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([one.whole_heading for one in table.columns])
    for row in table.rows:
        writer.writerow([_plain(cell) for cell in row.cells])
    return b"\xef\xbb\xbf" + out.getvalue().encode("utf-8", errors="replace")


def unread_csv(table: RegisterTable) -> bytes:
    """What was not understood, one record a line."""
    out = StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(_UNREAD)
    for one in table.unread:
        writer.writerow([_plain(text) for text in (one.file, one.place, one.value, one.problem, one.fix)])
    return b"\xef\xbb\xbf" + out.getvalue().encode("utf-8", errors="replace")


def _plain(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, float):
        return f"{cell:.2f}"
    return never_a_formula(cell)


def _sheet_name(table: RegisterTable) -> str:
    return {"interests": "Interests", "gifts": "Gifts and hospitality", "procurement": "Procurement"}[table.kind.value]


def _register(sheet: Worksheet, table: RegisterTable) -> None:
    _text(sheet.cell(1, 1), f"{table.body}: {table.title}", Font(bold=True, size=14, color=_HEAD))
    subtitle = f"As at {day(table.as_of)}, {table.edition}. {count(len(table.rows), 'entry', 'entries')}."
    _text(sheet.cell(_TITLE_ROWS, 1), subtitle, Font(color=_QUIET))
    head = _TITLE_ROWS + 1
    for at, column in enumerate(table.columns, 1):
        _heading(sheet.cell(head, at), column.whole_heading)
        sheet.column_dimensions[get_column_letter(at)].width = column.width
    for number, row in enumerate(table.rows, head + 1):
        _row(sheet, number, row, table.columns)
    bottom = head + len(table.rows)
    sheet.row_dimensions[head].height = _height([one.whole_heading for one in table.columns], table.columns)
    sheet.auto_filter.ref = f"A{head}:{get_column_letter(len(table.columns))}{bottom}"
    sheet.freeze_panes = f"B{head + 1}"
    sheet.print_title_rows = f"{head}:{head}"
    printed = next((at for at, one in enumerate(table.columns) if not one.share), len(table.columns))
    sheet.print_area = f"A1:{get_column_letter(printed)}{bottom}"
    _page(sheet, f"{table.title}, {table.body}")


def _page(sheet: Worksheet, footer: str) -> None:
    setup: Any = sheet.page_setup
    setup.orientation, setup.paperSize, setup.fitToWidth, setup.fitToHeight = "landscape", 9, 1, 0
    assert sheet.sheet_properties.pageSetUpPr is not None
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    margins: Any = sheet.page_margins
    margins.left = margins.right = 0.4
    margins.top = margins.bottom = 0.6
    foot: Any = sheet.oddFooter
    foot.left.text, foot.right.text = footer.replace("&", "&&"), "Page &P of &N"


def _height(texts: Sequence[str], columns: Sequence[Column]) -> float:
    """The height in points that the longest text needs, since not every program works it out by itself."""
    lines = max(
        sum(ceil((len(part) + 1) / (column.width * 0.9)) for part in text.split("\n"))
        for text, column in zip(texts, columns, strict=True)
    )
    return min(_LINE_HEIGHT * max(lines, 1) + 3, _TALLEST)


def _heading(cell: Any, text: str) -> None:
    _text(cell, text, Font(bold=True, color=_HEAD))
    cell.fill = _GROUND
    cell.alignment = Alignment(wrap_text=True, vertical="center")
    cell.border = Border(bottom=Side(style="medium", color=_HEAD))


def _row(sheet: Worksheet, number: int, row: Row, columns: tuple[Column, ...]) -> None:
    for at, (cell, column) in enumerate(zip(row.cells, columns, strict=True), 1):
        target: Any = sheet.cell(number, at)
        if isinstance(cell, str):
            _text(target, cell)
        elif cell is not None:
            target.value = cell
            target.number_format = _FORMATS.get(column.kind, "General")
        target.font = Font(color=_QUIET if row.quiet else _INK)
        across = "right" if isinstance(cell, float) else "left"
        target.alignment = Alignment(wrap_text=True, vertical="top", horizontal=across)
        target.border = Border(bottom=_LINE)
    texts = [cell_text(cell, column.kind) for cell, column in zip(row.cells, columns, strict=True)]
    sheet.row_dimensions[number].height = _height(texts, columns)


def _text(cell: SheetCell | Any, text: str, font: Font | None = None) -> None:
    """Text stays text, whatever sign it begins with."""
    cell.value = writable(text)[:_MOST]
    cell.data_type = "s"
    cell.quotePrefix = text.startswith(("=", "+", "-", "@"))
    if font is not None:
        cell.font = font


def _notes(sheet: Worksheet, table: RegisterTable) -> None:
    sheet.column_dimensions["A"].width = 110
    lines = [("About this register", Font(bold=True, size=14, color=_HEAD))]
    lines += [(one, Font(color=_INK)) for one in table.notes]
    if table.unread:
        told = f"{count(len(table.unread), 'row or paper', 'rows or papers')} not understood: see the last sheet."
        lines.append((told, Font(color=_INK)))
    lines += [(one, Font(color=_QUIET)) for one in table.method]
    for number, (text, font) in enumerate(lines, 1):
        cell: Any = sheet.cell(number, 1)
        _text(cell, text, font)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
    _page(sheet, f"{table.title}, {table.body}")


def _unread(sheet: Worksheet, table: RegisterTable) -> None:
    for at, (heading, width) in enumerate(zip(_UNREAD, (28, 24, 36, 50, 50), strict=True), 1):
        _heading(sheet.cell(1, at), heading)
        sheet.column_dimensions[get_column_letter(at)].width = width
    for number, one in enumerate(table.unread, 2):
        for at, text in enumerate((one.file, one.place, one.value, one.problem, one.fix), 1):
            cell: Any = sheet.cell(number, at)
            _text(cell, text)
            cell.alignment = Alignment(wrap_text=True, vertical="top")
    sheet.freeze_panes = "A2"
    sheet.print_title_rows = "1:1"
    _page(sheet, f"Not understood: {table.title}, {table.body}")
