"""Tables of minutes whose rows are items: which column holds the number and which the words."""

from __future__ import annotations

import re

from coi_audit.readers.agendas.columns import Columns, find_columns
from coi_audit.readers.item_numbers import bare_number
from coi_audit.readers.minutes.declarations import declarations_header
from coi_audit.readers.paper import Grid, GridRow

_COLUMN_DISCUSSION = re.compile(
    r"^(?:discussions?.*|minutes?|notes?|summary.*|details?|agenda items?(?: ?/ ?discussion)?|key points.*"
    r"|(?:agenda )?items? ?(?:and|/|with|or) ?(?:discussions?|notes?|minutes?).*|narrative|subject"
    r"|matters? discussed|title|description|topic)$"
)
# Columns beside an item that tell of interests in it, of what was done about them, or of who was out.
_COLUMN_CONFLICTS = re.compile(
    r"\b(?:interests?|conflict\w*|declar\w+|handl\w+|managed?|management|mitigat\w+|withdrew|withdrawn|recus\w+|excluded"
    r"|abstain\w*|abstentions?|not (?:in|present)|out|left the)\b",
    re.IGNORECASE,
)
_COLUMN_ITEM = re.compile(
    r"^(?:agenda )?(?:items?|ref(?:erence)?)?\s?(?:no|number|ref)?$|^#$|^agenda items?$|^items?$|^ref$"
)


def item_columns(grid: Grid) -> Columns | None:
    """The columns of a table of items with their discussion, or None for any other table."""
    if declarations_header(grid) is not None:
        return None
    for index, row in enumerate(grid.rows[:3]):
        found = heads_items(row)
        if found is None:
            continue
        items, talks = found
        if not talks:
            return _beside_actions(grid, items, index)
        between = [at for at in items[1:] if items[0] < at < talks[0]]  # "No | Item | Discussion"
        return Columns(title=(between or talks)[0], number=items[0] if items else None, header_row=index)
    columns = find_columns(grid)
    if columns is None or columns.number is None or len(grid.rows) < 2 or columns.header_row is not None:
        return None
    return Columns(title=columns.title, number=columns.number)


def heads_items(row: GridRow) -> tuple[list[int], list[int]] | None:
    """The columns of numbers and those of words where the row is the heading of a table of items; else None."""
    labels = [re.sub(r"[^a-z/ #]", "", text.casefold()).strip() for text in row.texts]
    if sum(bool(label) for label in labels) < 2:
        return None
    items = [at for at, label in enumerate(labels) if label and _COLUMN_ITEM.match(label)]
    talks = [at for at, label in enumerate(labels) if _COLUMN_DISCUSSION.match(label)]
    talks = [at for at in talks if at not in items[:1]]
    acts = any(label.startswith("action") for label in labels)
    if (items and talks) or (talks and acts) or (items and acts):
        return items, talks
    return None


def _beside_actions(grid: Grid, items: list[int], header_row: int) -> Columns:
    """Columns of "Item | Action" tables: the words stand in the item column, or beside it where it holds numbers."""
    if len(items) > 1:
        return Columns(title=items[-1], number=items[0], header_row=header_row)
    at = items[0]
    cells = [row.texts[at] for row in grid.rows[header_row + 1 :] if row.texts[at]]
    if cells and all(bare_number(cell) is not None for cell in cells) and at + 1 < len(grid.rows[0].cells):
        return Columns(title=at + 1, number=at, header_row=header_row)
    return Columns(title=at, header_row=header_row)


def labels_beside(grid: Grid, columns: Columns) -> dict[int, str]:
    """The headings of a table of items, by column, that tell of interests or of who was out."""
    if columns.header_row is None:
        return {}
    found = {at: " ".join(text.split()) for at, text in enumerate(grid.rows[columns.header_row].texts)}
    used = (columns.title, columns.number)
    return {at: text for at, text in found.items() if at not in used and _COLUMN_CONFLICTS.search(text)}
