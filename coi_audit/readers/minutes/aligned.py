"""Tables of declarations in plain text, whose columns stand under each other by spaces or tabs, as grids."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from coi_audit.readers.minutes.declarations import declarations_header
from coi_audit.readers.paper import Grid, GridCell, GridRow, Line

_CELL = re.compile(r"\S+(?: \S+)*")
_FEWEST = 3  # columns
_SLACK = 2  # characters that a cell may stand left of its heading


def with_aligned_tables(lines: Sequence[Line]) -> Iterator[Line | Grid]:
    """The lines, with each aligned table of declarations as one grid; a cell wrapped to the next line is joined.

    Where tabs part the cells of the heading they part those of the rows too.
    """
    at = 0
    while at < len(lines):
        tabbed = _tabbed(lines[at])
        starts = [cell.start() + lines[at].indent for cell in _cells(lines[at])]
        header = tabbed or (_row(lines[at], starts) if len(starts) >= _FEWEST else None)
        if header is None or declarations_header(Grid((header,))) is None:
            yield lines[at]
            at += 1
            continue
        rows = _tabbed_rows(lines[at:]) if tabbed else _aligned_rows(lines[at:], header, starts)
        yield Grid(tuple(row for row, _ in rows))
        at += sum(used for _, used in rows)


def _tabbed_rows(lines: Sequence[Line]) -> list[tuple[GridRow, int]]:
    """The rows down to the first line without tabs, each with how many lines it took."""
    return [(row, 1) for row in takewhile(lambda row: row is not None, map(_tabbed, lines)) if row is not None]


def _aligned_rows(lines: Sequence[Line], header: GridRow, starts: Sequence[int]) -> list[tuple[GridRow, int]]:
    """The heading and the rows below it, each with how many lines it took."""
    rows = [(header, 1)]
    for line in takewhile(lambda one: _goes_on(one, starts), lines[1:]):
        row = _row(line, starts)
        if row.texts[0] or not rows[1:]:
            rows.append((row, 1))
        else:
            rows[-1] = (_joined(rows[-1][0], row), rows[-1][1] + 1)
    return rows


def _tabbed(line: Line) -> GridRow | None:
    """The cells of a line that two tabs or more part; None for any other line."""
    texts = [one.strip() for one in re.split(r"\t+", line.text)]
    if len(texts) < _FEWEST:
        return None
    return GridRow(tuple(GridCell((line.with_text(text),) if text else ()) for text in texts), line.source)


def _cells(line: Line) -> list[re.Match[str]]:
    return list(_CELL.finditer(line.text.expandtabs(4)))


def _goes_on(line: Line, starts: Sequence[int]) -> bool:
    """A row has several cells under the headings; a wrapped cell is indented to one of them."""
    if len(_cells(line)) >= _FEWEST:
        return True
    return not line.blank_before and any(abs(line.indent - start) <= _SLACK for start in starts[1:])


def _row(line: Line, starts: Sequence[int]) -> GridRow:
    texts = [""] * len(starts)
    for cell in _cells(line):
        place = cell.start() + line.indent
        at = max((i for i, start in enumerate(starts) if start <= place + _SLACK), default=0)
        texts[at] = f"{texts[at]} {cell.group()}".strip()
    return GridRow(tuple(GridCell((line.with_text(text),) if text else ()) for text in texts), line.source)


def _joined(row: GridRow, more: GridRow) -> GridRow:
    cells: list[GridCell] = []
    for one, two in zip(row.cells, more.cells, strict=True):
        text = f"{one.text} {two.text}".strip()
        first = one.lines or two.lines
        cells.append(GridCell((first[0].with_text(text),) if text else ()))
    return GridRow(tuple(cells), row.source)
