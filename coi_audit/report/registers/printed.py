"""A register for the browser, as one page that stands alone, and on paper, as a PDF with its head row repeated."""

from __future__ import annotations

import base64
import hashlib
import math
from dataclasses import dataclass
from datetime import date
from typing import Any

from markupsafe import Markup

from coi_audit.model.outgoing import Circle
from coi_audit.report.html import render, render_page, style
from coi_audit.report.pdf import render_pdf
from coi_audit.report.registers.tables import CellKind, Column, RegisterTable, Row, cell_text
from coi_audit.report.words import count, day, sentence

_PAGE, _PAGE_STYLE, _SCRIPT = "registers/page.html", "registers/page.css", "registers/find.js"
_NARROW = "registers/page-narrow.css"
_REM = 0.3  # of a character's width on the page, so that no word of a heading is broken
_BESIDE = 4  # rem that margins and the bar for scrolling take
_PAPER, _PAPER_STYLES = "registers/register.html", ("base/paper.css", "registers/register.css")


@dataclass(frozen=True, slots=True)
class ShownCell:
    """One cell as shown; `label` repeats its heading where a narrow screen shows the row as a list."""

    text: str
    label: str
    number: bool
    day: str


@dataclass(frozen=True, slots=True)
class ShownRow:
    """`sorts` are, for each filter, the numbers of the row's choices, parted by blanks."""

    cells: tuple[ShownCell, ...]
    sorts: tuple[str, ...]
    quiet: bool


@dataclass(frozen=True, slots=True)
class Group:
    """One cell of the upper head row: over so many columns, or, where `over` is 0, over none but its own."""

    heading: str
    over: int


def table_html(table: RegisterTable, *, tool_version: str) -> str:
    """The page: its style and its few lines of script are in it, and nothing is asked of any network.

    Raises `SetupError` where a template or style sheet is missing or misspelt.
    """
    sheet = "\n" + style(_PAGE_STYLE) + "\n" + _widths(table.columns)
    script = "\n" + style(_SCRIPT)
    choices = [table.choices(at) for at in range(len(table.filters))]
    context = {
        "table": table,
        "as_of": day(table.as_of),
        "rows": [_row(one, table.columns, choices) for one in table.rows],
        "groups": _groups(table.columns),
        "filters": [
            {"label": label, "choices": choices[at]} for at, label in enumerate(table.filters) if len(choices[at]) > 1
        ],
        "unread_told": unread_told(table),
        "style": Markup(sheet),
        "style_hash": _hash(sheet),
        "script": Markup(script),
        "script_hash": _hash(script),
        "tool_version": tool_version,
    }
    return render_page(_PAGE, context)


def table_pdf(table: RegisterTable, *, tool_version: str) -> bytes:
    """The PDF's bytes: PDF/A-3a with the PDF/UA-1 mark. Two calls with the same table give the same bytes."""
    return render_pdf(paper_html(table, tool_version=tool_version), as_of=table.as_of, style=style(*_PAPER_STYLES))


def paper_html(table: RegisterTable, *, tool_version: str) -> str:
    """The printed page as HTML: the columns that have a share of its width."""
    printed = [at for at, column in enumerate(table.columns) if column.share]
    whole = sum(table.columns[at].share for at in printed)
    context = {
        "body": {"name": table.body},
        "title": table.title,
        "as_of": day(table.as_of),
        "table": table,
        "headings": [table.columns[at].whole_heading for at in printed],
        "widths": [f"{100 * table.columns[at].share / whole:.2f}" for at in printed],
        "rows": [_only(_row(one, table.columns, ()), printed) for one in table.rows],
        "unread_told": unread_told(table),
        "sentence": sentence,
        "tool_version": tool_version,
    }
    return render(_PAPER, context)


def unread_told(table: RegisterTable) -> str:
    """How much of the papers was not understood; empty in a public edition, which does not speak of its papers."""
    if table.circle is Circle.PUBLIC:
        return ""
    if not table.unread:
        return "Every row of these papers was understood."
    told = count(len(table.unread), "row or paper was", "rows or papers were")
    return f"{told} not understood, and may hold entries that do not stand here:"


def _row(row: Row, columns: tuple[Column, ...], choices: list[tuple[str, ...]] | tuple[()]) -> ShownRow:
    cells = tuple(_cell(cell, column) for cell, column in zip(row.cells, columns, strict=True))
    sorts = tuple(
        " ".join(str(choices[at].index(one)) for one in values)
        for at, values in enumerate(row.sorts[: len(choices)])
        if len(choices[at]) > 1
    )
    return ShownRow(cells, sorts, row.quiet)


def _cell(cell: Any, column: Column) -> ShownCell:
    exact = cell.isoformat() if isinstance(cell, date) else ""
    return ShownCell(cell_text(cell, column.kind), column.whole_heading, column.kind is CellKind.MONEY, exact)


def _only(row: ShownRow, printed: list[int]) -> ShownRow:
    return ShownRow(tuple(row.cells[at] for at in printed), (), row.quiet)


def _groups(columns: tuple[Column, ...]) -> list[Group]:
    """The upper head row; empty where no column has a group."""
    if not any(one.group for one in columns):
        return []
    found: list[Group] = []
    for at, column in enumerate(columns):
        if not column.group:
            found.append(Group(column.heading, 0))
        elif at == 0 or columns[at - 1].group != column.group:
            over = sum(1 for one in columns[at:] if one.group == column.group)
            found.append(Group(column.group, over))
    return found


def _widths(columns: tuple[Column, ...]) -> str:
    """The width of each column, and rows as lists where the window is too narrow for all of them.

    It stands in the style sheet: the page allows no style of its own to an element.
    """
    whole = sum(one.width for one in columns)
    each = [f"col:nth-child({at}) {{ width: {100 * one.width / whole:.2f}%; }}" for at, one in enumerate(columns, 1)]
    narrow = f"@media screen and (max-width: {math.ceil(whole * _REM) + _BESIDE}rem) {{\n{style(_NARROW)}}}"
    return "\n".join([narrow, *each])


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
