"""Tables of people without a column of items, whose cells tell of one item after the other: "Item 3: partner"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from coi_audit.linking.participation.columns import Columns, Holds, heading, people_told
from coi_audit.linking.participation.entries import Entry, Layout, in_full, nothing
from coi_audit.linking.participation.grids import Row, Table

_LEAD = re.compile(
    r"(?:^|(?<=[.;\n|]))\s*(?:agenda\s+)?items?\s+(?P<item>[A-Z]{0,6}[\d/.]*\d[a-z]?(?:\s*(?:,|and|&)\s*\d[\d/.]*)*)"
    r"\s*(?::|\s[-–]\s|-\s|,)\s*",
    re.IGNORECASE,
)


def entries_in_cells(table: Table, layout: Layout) -> list[Entry] | None:
    """The entries of such a table, one for each person and item; None where no cell of it begins with an item."""
    columns = layout.columns(table, sure=True)
    if columns is None or columns.item is not None:
        return None
    kinds = [] if columns.header is None else [heading(cell) for cell in table.rows[columns.header].cells]
    natures = [at for at in columns.others if not kinds or kinds[at] is Holds.NATURE]
    found = [one for row in table.rows[columns.first :] for one in _entries(row, columns, natures, layout)]
    return found if any(one.item for one in found) else None


def _entries(row: Row, columns: Columns, natures: list[int], layout: Layout) -> Iterator[Entry]:
    nature = " ".join(row.cells[at] for at in natures if not nothing(row.cells[at]))
    deed = " ".join(row.cells[at] for at in columns.deeds if not nothing(row.cells[at]))
    people = people_told(row.cells[columns.people], layout.cast)
    ties, deeds = _by_item(nature), _by_item(deed)
    items = list(dict.fromkeys([*ties, *deeds]))
    if not people or not items:
        if nature or deed:
            yield Entry("", "", " | ".join(cell for cell in row.cells if cell), "", row.source)
        return
    for mention, _ in people:
        for item in items:
            done = deeds.get(item, "") if deeds else deed
            yield Entry(mention.text, item, ties.get(item, "" if ties else nature), in_full(done), row.source)


def _by_item(cell: str) -> dict[str, str]:
    """The words of a cell by the item that stands before them; empty where none does."""
    starts = list(_LEAD.finditer(cell))
    ends = [one.start() for one in starts[1:]] + [len(cell)]
    return {one["item"]: cell[one.end() : end].strip(" .;\n") for one, end in zip(starts, ends, strict=False)}
