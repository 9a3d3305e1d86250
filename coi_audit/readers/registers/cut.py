"""Cells of a register's print whose words were cut off: their rows are kept, and what is lost is asked for."""

from __future__ import annotations

from collections.abc import Iterator

from coi_audit.model.evidence import Rejected
from coi_audit.readers.grid import Grid


def cut_cells(grid: Grid, *, file: str) -> Iterator[tuple[int, Rejected]]:
    """What to tell of each cell that was cut off, with its row."""
    for number, row in enumerate(grid.rows, start=1):
        for cell in row:
            if cell.cut:
                yield (
                    number,
                    Rejected(
                        file=file,
                        place=grid.place_of(number),
                        value=cell.text,
                        problem="these words are cut off at the edge of their column; the rest is not in this print.",
                        fix="give the spreadsheet itself, or print it again with wider columns or wrapped cells.",
                    ),
                )
