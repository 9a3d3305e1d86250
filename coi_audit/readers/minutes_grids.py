"""Tables that Word has run into one, taken apart again: people, declarations and items under one another."""

from __future__ import annotations

import re
from collections.abc import Iterator

from coi_audit.readers.attendance_columns import heading_row
from coi_audit.readers.minutes_declarations import declarations_header
from coi_audit.readers.minutes_tables import heads_items
from coi_audit.readers.paper import Grid, GridRow


def parted(grid: Grid) -> Iterator[Grid]:
    """The table, or where a heading row of another kind stands within it, one table for each kind."""
    rows: list[GridRow] = []
    kind = ""
    for row in grid.rows:
        heads = _heads(row)
        if heads and rows and heads != kind:
            yield Grid(tuple(rows))
            rows = []
        kind = heads or kind
        rows.append(row)
    yield Grid(tuple(rows))


def _heads(row: GridRow) -> str:
    """What kind of table the row is the heading of; nothing where it is none."""
    if sum(bool(text) for text in row.texts) < 2 or any(re.search(r"\d", text) for text in row.texts):
        return ""
    if declarations_header(Grid((row,))) is not None:
        return "declarations"
    if heads_items(row) is not None:
        return "items"
    return "people" if heading_row(row.texts) is not None else ""
