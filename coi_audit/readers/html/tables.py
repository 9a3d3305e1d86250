"""A web page's tables as rows of equal length: spans filled, and tables that only set out a page told apart."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from coi_audit.errors import UserError
from coi_audit.readers.html.shown import Looks, Place
from coi_audit.readers.word import Cell, Paragraph

MAX_CELLS = 1_000_000
_WIDEST = 1_000
_GROUPS = {"thead": 0, "tbody": 1, "tfoot": 2}
_CELL_ROLES = {"cell", "gridcell", "columnheader", "rowheader"}
_TABLE_ROLES = {"table", "grid", "treegrid"}
_Row = list[Any]


@dataclass(slots=True)
class Rows:
    """A table's own rows, each a list of cells, in the order the page shows them, in groups no cell reaches beyond.

    `others` are what stands in the table and in none of its rows; `hidden` counts words in hidden rows and cells.
    """

    groups: list[list[_Row]] = field(default_factory=list)
    others: list[Any] = field(default_factory=list)
    hidden: int = 0

    @property
    def all(self) -> list[_Row]:
        return [row for group in self.groups for row in group]

    @property
    def cells(self) -> Iterator[Any]:
        return (cell for row in self.all for cell in row)


def is_table(element: Any) -> bool:
    """Whether it is a table, or parts of the page that say they are one."""
    return element.tag == "table" or str(element.get("role") or "").casefold() in _TABLE_ROLES


def rows_of(table: Any, looks: Looks) -> Rows:
    """The rows that the page shows: those of its head first, those of its foot last."""
    found = Rows()
    parts: list[tuple[int, list[_Row]]] = []
    loose: list[_Row] = []
    for child in table:
        _sort(child, looks, found=found, parts=parts, loose=loose)
    parts.append((_GROUPS["tbody"], loose))
    found.groups = [rows for _, rows in sorted(parts, key=lambda part: part[0]) if rows]
    return found


def _sort(child: Any, looks: Looks, *, found: Rows, parts: list[tuple[int, list[_Row]]], loose: list[_Row]) -> None:
    if not isinstance(child.tag, str) or child.tag in ("col", "colgroup"):
        return
    if _hides(child, looks, found):
        return
    if _is_row(child):
        loose.append(_cells(child, looks, found))
    elif child.tag in _GROUPS or child.get("role") == "rowgroup" or _holds_rows(child):
        rows = [_cells(row, looks, found) for row in _within(child) if not _hides(row, looks, found)]
        parts.append((_GROUPS.get(child.tag, 1), rows))
    else:
        found.others.append(child)


def _within(group: Any) -> Iterator[Any]:
    for child in group:
        if not isinstance(child.tag, str):
            continue
        if _is_row(child):
            yield child
        elif not is_table(child):
            yield from _within(child)


def _cells(row: Any, looks: Looks, found: Rows) -> _Row:
    cells = []
    for child in row:
        if not isinstance(child.tag, str) or _hides(child, looks, found):
            continue
        if child.tag in ("td", "th") or (child.get("role") or "") in _CELL_ROLES:
            cells.append(child)
        elif child.tag in ("form", "div", "span") and not is_table(child):
            cells += _cells(child, looks, found)
    return cells


def _hides(element: Any, looks: Looks, found: Rows) -> bool:
    place = looks.place(element)
    if place is Place.HIDDEN:
        found.hidden += len(" ".join(element.itertext()).split())
    return place in (Place.HIDDEN, Place.NOWHERE)


def _is_row(element: Any) -> bool:
    return bool(element.tag == "tr" or element.get("role") == "row")


def _holds_rows(element: Any) -> bool:
    return element.tag != "caption" and next(_within(element), None) is not None


def spread(rows: Rows, words: Callable[[Any], tuple[Paragraph, ...]], *, where: str) -> tuple[tuple[Cell, ...], ...]:
    """The rows as a grid, each place under a span given its words; `words` reads one cell.

    Columns that no cell begins in are left out. Raises `UserError` for a table of more than a million
    places or a thousand columns.
    """
    grid: list[list[Cell]] = []
    begun: set[int] = set()
    places = 0
    for group in rows.groups:
        reaching: dict[int, tuple[int, Cell]] = {}  # column -> rows it still reaches down, and what stands there
        for at, row in enumerate(group):
            line: list[Cell] = []
            _from_above(line, reaching)
            for element in row:
                cell = Cell(words(element))
                wide, high = _spans(element, len(group) - at)
                begun.add(len(line))
                places += wide
                if places > MAX_CELLS:
                    raise _too_large(where)
                repeated = Cell(cell.paragraphs, repeated=True)
                for column in range(len(line), len(line) + wide):
                    reaching[column] = (high - 1, repeated)
                line += [cell, *[repeated] * (wide - 1)]
                _from_above(line, reaching)
            grid.append(line)
    width = max((len(line) for line in grid), default=0)
    kept = [column for column in range(width) if column in begun]
    if len(kept) > _WIDEST or len(kept) * len(grid) > MAX_CELLS:
        raise _too_large(where)
    return tuple(tuple(line[column] if column < len(line) else Cell() for column in kept) for line in grid)


def _from_above(line: list[Cell], reaching: dict[int, tuple[int, Cell]]) -> None:
    """Fill the places from here on that cells of earlier rows reach down into."""
    while (left := reaching.get(len(line), (0, Cell())))[0] > 0:
        reaching[len(line)] = (left[0] - 1, left[1])
        line.append(left[1])


def _spans(cell: Any, rows_left: int) -> tuple[int, int]:
    wide = _number(cell.get("colspan") or cell.get("aria-colspan"))
    high = _number(cell.get("rowspan") or cell.get("aria-rowspan"))
    return max(1, min(_WIDEST, wide)), (rows_left if high == 0 else min(high, rows_left))


def _number(text: str | None) -> int:
    match = re.match(r"\s*(\d{1,6})", text or "")
    return int(match[1]) if match else 1


def _too_large(where: str) -> UserError:
    return UserError(
        f"a table in this web page has more than {MAX_CELLS:,} places or {_WIDEST:,} columns; it was not read.",
        where=where,
        fix="copy the part that matters into an Excel workbook and use that.",
    )


def sets_out_a_page(table: Any, rows: Rows) -> bool:
    """Whether a table only puts the parts of a page side by side, so that it is no table to its readers."""
    cells = list(rows.cells)
    if len(cells) <= 1:
        return True
    telling = sum(1 for row in rows.all if sum(1 for cell in row if _says_something_short(cell)) >= 2)
    headed = any(cell.tag == "th" or cell.get("role") == "columnheader" for cell in cells)
    if headed or telling >= 3:
        return False
    inner = [one for cell in cells for one in cell.iter("table")]
    if any(_is_data(one) for one in inner):
        return True
    if (table.get("role") or "").casefold() in ("presentation", "none"):
        return telling < 2
    return len(rows.all) == 1 and any(_sets_out(cell) for cell in cells)


def _says_something_short(cell: Any) -> bool:
    if next(cell.iter("table", "h1", "h2", "h3"), None) is not None:
        return False
    return 0 < len(" ".join(cell.itertext()).split()) <= 60


def _is_data(table: Any) -> bool:
    rows = list(_within(table))
    return len(rows) >= 2 and any(sum(1 for cell in row if cell.tag in ("td", "th")) >= 2 for row in rows)


def _sets_out(cell: Any) -> bool:
    return next(cell.iter("h1", "h2"), None) is not None or sum(1 for _ in cell.iter("p", "li", "tr")) >= 6
