"""Tables that Word has run into one, taken apart again: people, declarations and items under one another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from coi_audit.readers.attendance.columns import heading_row
from coi_audit.readers.attendance.labels import read_label
from coi_audit.readers.minutes.aligned import with_aligned_tables
from coi_audit.readers.minutes.declarations import declarations_header
from coi_audit.readers.minutes.tables import heads_items
from coi_audit.readers.paper import Grid, GridRow, Line, Paper
from coi_audit.readers.plain_text import unwrap, wrap_width


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


def blocks_of(paper: Paper) -> list[Line | Grid]:
    """A text paper's wrapped lines are joined into paragraphs; a Word paper stays as it is."""
    lines = [block for block in paper.blocks if isinstance(block, Line)]
    width = wrap_width(lines)
    if len(lines) != len(paper.blocks) or not any(line.width for line in lines):
        return [part for block in paper.blocks for part in (parted(block) if isinstance(block, Grid) else (block,))]
    found: list[Line | Grid] = []
    for is_line, run in groupby(with_aligned_tables(lines), key=lambda block: isinstance(block, Line)):
        blocks = list(run)
        found += unwrap([one for one in blocks if isinstance(one, Line)], width) if is_line and width else blocks
    return found


def first_is_label(grid: Grid) -> bool:
    """Whether the first cell of a table is the label of a list of people."""
    texts = grid.rows[0].texts if grid.rows else ()
    return bool(texts) and bool(texts[0]) and read_label(texts[0].split("\n")[0]) is not None
