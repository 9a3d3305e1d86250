"""Writes one labelled register as a workbook, a CSV file, a Word document or a saved web page."""

from __future__ import annotations

import csv
import html
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any

import docx
import openpyxl
from register_corpus import Cell, Serial

Merge = tuple[int, int, int, int]  # first row, first column, last row, last column, all within the sheet's rows, from 0


@dataclass
class Sheet:
    """One table with what stands above and below it."""

    rows: list[list[Cell]]
    name: str = "Register"
    above: tuple[str, ...] = ()
    below: tuple[str, ...] = ()
    merges: list[Merge] = field(default_factory=list)


@dataclass
class Paper:
    """One register: its sheets, or where it has no table its lines; `interests` and `nils` are the truth.

    `told` are words that must stand in a rejected record each: what is no interest, and must not be lost.
    """

    stem: str
    sheets: list[Sheet] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    interests: list[dict[str, Any]] = field(default_factory=list)
    nils: list[str] = field(default_factory=list)
    told: list[str] = field(default_factory=list)


def formats(paper: Paper) -> tuple[str, ...]:
    """The formats a paper can be written in: lines have no cells, and a CSV file has one table."""
    if paper.lines:
        return ("docx", "html")
    return ("xlsx", "csv", "docx", "html") if len(paper.sheets) == 1 else ("xlsx", "docx", "html")


def write(paper: Paper, folder: Path, kind: str) -> Path:
    """The file of one format, in a folder of its own."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{paper.stem}.{kind}"
    {"xlsx": _xlsx, "csv": _csv, "docx": _docx, "html": _html}[kind](paper, path)
    return path


def _xlsx(paper: Paper, path: Path) -> None:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for one in paper.sheets:
        sheet = book.create_sheet(one.name)
        for text in one.above:
            sheet.append([text])
        for row in one.rows:
            sheet.append([_native(cell) for cell in row])
        for text in one.below:
            sheet.append([text])
        down = len(one.above) + 1
        for top, left, bottom, right in one.merges:
            sheet.merge_cells(
                start_row=top + down, start_column=left + 1, end_row=bottom + down, end_column=right + 1
            )  # fmt: skip
    book.save(path)


def _native(cell: Cell) -> Any:
    if isinstance(cell, Serial):
        return cell.number
    if isinstance(cell, date):
        return datetime(cell.year, cell.month, cell.day)  # noqa: DTZ001
    return int(cell) if isinstance(cell, str) and cell == "1" else cell or None


def text_of(cell: Cell, *, serial: bool = False) -> str:
    """A cell where every cell is words."""
    if isinstance(cell, Serial):
        return str(cell.number) if serial else cell.day.strftime("%d/%m/%Y")
    return cell.strftime("%d/%m/%Y") if isinstance(cell, date) else "" if cell is None else str(cell)


def _csv(paper: Paper, path: Path) -> None:
    (sheet,) = paper.sheets
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerows([text] for text in sheet.above)
        writer.writerows([text_of(cell, serial=True) for cell in row] for row in sheet.rows)
        writer.writerows([text] for text in sheet.below)


def _docx(paper: Paper, path: Path) -> None:
    document = docx.Document()
    for line in paper.lines:
        document.add_paragraph(line)
    for sheet in paper.sheets:
        for text in (sheet.name, *sheet.above):
            document.add_paragraph(text)
        width = max(len(row) for row in sheet.rows)
        table = document.add_table(rows=len(sheet.rows), cols=width)
        for drawn, row in zip(list(table.rows), sheet.rows, strict=True):
            for cell, value in zip(list(drawn.cells), row, strict=False):
                cell.text = text_of(value)
        for top, left, bottom, right in sheet.merges:
            table.cell(top, left).merge(table.cell(bottom, right))
        for text in sheet.below:
            document.add_paragraph(text)
    document.save(str(path))


def _html(paper: Paper, path: Path) -> None:
    path.write_text(as_html(paper), encoding="utf-8")


def as_html(paper: Paper) -> str:
    """The paper as one page, merged cells as spans: what a portal saves, and what a printed register is made from."""
    parts = [f"<p>{html.escape(line)}</p>" for line in paper.lines]
    for sheet in paper.sheets:
        parts += [f"<p>{html.escape(text)}</p>" for text in (sheet.name, *sheet.above)]
        parts.append(f"<table>{''.join(_row(sheet, at) for at in range(len(sheet.rows)))}</table>")
        parts += [f"<p>{html.escape(text)}</p>" for text in sheet.below]
    style = "@page{size:A4 landscape;margin:1cm} table{border-collapse:collapse;width:100%}"
    style += "td{border:1px solid;padding:2px}"
    head = (
        f'<meta charset="utf-8"><title>Register of interests</title><style>{style} body{{font:8pt sans-serif}}</style>'
    )
    return f'<!DOCTYPE html><html lang="en"><head>{head}</head><body>{"".join(parts)}</body></html>'


def _row(sheet: Sheet, at: int) -> str:
    width = max(len(row) for row in sheet.rows)
    cells = [*sheet.rows[at], *[""] * (width - len(sheet.rows[at]))]
    out = []
    for column, cell in enumerate(cells):
        spans = ""
        hidden = False
        for top, left, bottom, right in sheet.merges:
            if top <= at <= bottom and left <= column <= right:
                hidden = (at, column) != (top, left)
                spans = f' rowspan="{bottom - top + 1}" colspan="{right - left + 1}"'
        if not hidden:
            out.append(f"<td{spans}>{html.escape(text_of(cell)).replace(chr(10), '<br>')}</td>")
    return f"<tr>{''.join(out)}</tr>"
