"""Tables within minutes put together again from the passages of their cells, each row with the place it was read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from coi_audit.model.evidence import SourceRef
from coi_audit.model.meetings import Passage

_BAR = " | "


@dataclass(frozen=True, slots=True)
class Row:
    """One row; a cell in which nothing stands is empty, and all rows of a table have as many cells."""

    cells: tuple[str, ...]
    source: SourceRef


@dataclass(frozen=True, slots=True)
class Table:
    """Neighbouring rows of one table, among the passages from `start` up to `end` of a section."""

    rows: tuple[Row, ...]
    start: int
    end: int

    @property
    def width(self) -> int:
        return len(self.rows[0].cells) if self.rows else 0

    def overlaps(self, other: Table) -> bool:
        """Whether both are made of some of the same passages."""
        return self.start < other.end and other.start < self.end

    def column(self, at: int, *, below: int = 0) -> list[str]:
        """The cells of one column that say something, from the row `below` on."""
        return [row.cells[at] for row in self.rows[below:] if row.cells[at]]

    def turned(self) -> Table:
        """The same cells with columns for rows, each at the place of the first row."""
        rows = tuple(Row(tuple(row.cells[at] for row in self.rows), self.rows[0].source) for at in range(self.width))
        return Table(rows, self.start, self.end)


def tables_of(passages: Sequence[Passage]) -> Iterator[Table]:
    """Every table of two rows and two columns or more, in order; cells with paragraphs of an item are no table."""
    at = 0
    for table, run in groupby(passages, key=_table):
        own = list(run)
        if table is not None and len({one.source.row for one in own}) > 1:
            rows = [_row(list(cells)) for _, cells in groupby(own, key=lambda one: one.source.row)]
            width = max(len(row.cells) for row in rows)
            if width > 1:
                filled = tuple(Row((*row.cells, *[""] * (width - len(row.cells))), row.source) for row in rows)
                yield Table(filled, at, at + len(own))
        at += len(own)


def _table(passage: Passage) -> tuple[str, int] | None:
    """Which table a cell or a row stands in; None for a paragraph, even within a cell."""
    table = passage.source.table
    cell = passage.column is not None or _BAR in passage.text
    return (passage.source.file, table) if cell and table is not None else None


def _row(passages: Sequence[Passage]) -> Row:
    """One row's cells: by their columns, or as bars part them where they were joined."""
    first = passages[0]
    if first.column is None:
        return Row(tuple(cell.strip() for cell in first.text.split("|")), first.source)
    found: dict[int, list[str]] = {}
    for one in passages:
        found.setdefault(one.column or 0, []).append(one.text)
    return Row(tuple("\n".join(found.get(at, [])) for at in range(max(found) + 1)), first.source)
