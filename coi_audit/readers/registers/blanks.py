"""Registers in text files whose columns are kept apart by blanks, as a table with the cells of wrapped lines whole."""

from __future__ import annotations

import re
from collections.abc import Sequence

from coi_audit.readers.grid import Grid, GridCell, cell_of
from coi_audit.readers.registers.columns import Header, header_at
from coi_audit.readers.registers.fields import NAMES, TICKS, Field

_PIECE = re.compile(r"\S+(?: \S+)*")
_RULE = re.compile(r"[-=_+|\s]{5,}")
_SLACK = 2  # letters that a cell may begin left of its heading
_FEWEST_COLUMNS = 3
_TOLD = (Field.NATURE, Field.ORGANISATION, Field.KIND, *TICKS)
_DATES = (Field.HELD_FROM, Field.HELD_UNTIL, Field.PERIOD, Field.DECLARED_ON)


def grid_of_blanks(lines: Sequence[str]) -> Grid | None:
    """The table of a text file's lines, a row a line, with what a line goes on with put to the row it belongs to.

    None where no line is the headings of a register, two or more blanks apart.
    """
    at, header, starts = _headings(lines)
    if header is None:
        return None
    rows = [[line.strip()] + [""] * (len(starts) - 1) for line in lines[:at]] + [_cells(lines[at], starts)]
    owner = at
    for number, line in enumerate(lines[at + 1 :], start=at + 1):
        cells = [""] * len(starts) if _RULE.fullmatch(line) else _cells(line, starts)
        if owner > at and lines[number - 1].strip() and _goes_on(cells, header):
            rows[owner] = [f"{one} {two}".strip() for one, two in zip(rows[owner], cells, strict=True)]
            cells = [""] * len(starts)
        elif any(cells):
            owner = number
        rows.append(cells)
    return Grid(tuple(tuple(cell_of(text) if text else GridCell() for text in row) for row in rows))


def _headings(lines: Sequence[str]) -> tuple[int, Header | None, list[int]]:
    """Which line holds the headings, what they say, and where each begins."""
    for at, line in enumerate(lines):
        pieces = list(_PIECE.finditer(line.expandtabs()))
        if len(pieces) < _FEWEST_COLUMNS:
            continue
        starts = [piece.start() for piece in pieces]
        below = [_row(_cells(one, starts)) for one in lines[at + 1 :] if one.strip()]
        header = header_at([_row([piece.group() for piece in pieces]), *below], 0)
        if header is not None and header.has_person:
            return at, header, starts
    return 0, None, []


def _row(texts: Sequence[str]) -> tuple[GridCell, ...]:
    return tuple(cell_of(text) if text else GridCell() for text in texts)


def _cells(line: str, starts: Sequence[int]) -> list[str]:
    """A line's words by column: parted by two blanks, or by one where a column begins."""
    cells = [""] * len(starts)
    line = line.expandtabs()
    for piece in _PIECE.finditer(line):
        cuts = [0, *(at - piece.start() for at in starts if piece.start() < at < piece.end() and line[at - 1] == " ")]
        for begin, end in zip(cuts, [*cuts[1:], None], strict=True):
            words = piece.group()[begin:end].strip()
            place = piece.start() + begin
            column = max((index for index, start in enumerate(starts) if start <= place + _SLACK), default=0)
            cells[column] = f"{cells[column]} {words}".strip()
    return cells


def _goes_on(cells: Sequence[str], header: Header) -> bool:
    """Whether a line holds the rest of the cells above it: no name of its own, nor an interest with its own date."""
    if not any(cells):
        return False
    filled = {column.field for cell, column in zip(cells, header.columns, strict=False) if cell}
    if len(filled) == 1 and filled <= set(NAMES):
        return True
    return not filled & set(NAMES) and not (filled & set(_TOLD) and filled & set(_DATES))
