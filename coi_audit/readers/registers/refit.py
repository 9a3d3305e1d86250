"""Rows of a register put right once all are read: codes spelt out, columns that hold something else than they say,
and interests that stand beside one another in columns numbered 1, 2, 3."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from coi_audit.readers.registers.headings import Field, fold
from coi_audit.readers.registers.key import Key, spelt_out
from coi_audit.readers.registers.rows import PersonRow, Placed
from coi_audit.readers.registers.words import is_nil, read_type, words

_FEWEST_VALUES = 2  # of a column, before it is taken for another than its heading says
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")
_NUMBER = re.compile(rf"(?<=[a-z]) ?(?:no |number )?(\d{{1,2}})$|^({'|'.join(_ORDINALS)})\b")
_REPEATED = frozenset(
    {Field.ORGANISATION, Field.NATURE, Field.CATEGORY, Field.DIRECT, Field.RELATIONSHIP, Field.HELD_FROM,
     Field.HELD_UNTIL, Field.PERIOD, Field.MITIGATION, Field.SHARE}
)  # fmt: skip


def refit(people: Sequence[PersonRow], key: Key) -> list[PersonRow]:
    """The rows of one table as they are to be built."""
    rows = [spelt_out(row, key) for row in people]
    if _types_are_natures(rows):
        rows = [replace(row, cells=tuple(_as_nature(cell) for cell in row.cells)) for row in rows]
    return [part for row in rows for part in _apart(row)]


def _types_are_natures(rows: Sequence[PersonRow]) -> bool:
    """Whether a column headed "Type of interest" tells in free words what is held ("GP Partner", "Shareholder")."""
    values = {fold(cell.text): cell.text for row in rows for cell in row.of(Field.CATEGORY) if not is_nil(cell.text)}
    if len(values) < _FEWEST_VALUES or any(read_type(text).known for text in values.values()):
        return False
    ties = sum(1 for text in values.values() if words().ties.search(text))
    return ties > len(values) / 2


def _as_nature(cell: Placed) -> Placed:
    return replace(cell, field=Field.NATURE) if cell.field is Field.CATEGORY else cell


def _apart(row: PersonRow) -> list[PersonRow]:
    """One row for each numbered group of columns that says something; the row itself where none is numbered."""
    groups: dict[str, list[Placed]] = {}
    common: list[Placed] = []
    for cell in row.cells:
        match = _NUMBER.search(fold(cell.heading)) if cell.field in _REPEATED else None
        if match is None:
            common.append(cell)
        else:
            number = match[1] or str(_ORDINALS.index(match[2]) + 1)
            groups.setdefault(number, []).append(cell)
    said = {number: cells for number, cells in groups.items() if not all(is_nil(cell.text) for cell in cells)}
    if len(groups) < 2 or not said:
        return [row]
    rows = [replace(row, cells=(*common, *cells)) for cells in said.values()]
    return [rows[0], *(replace(one, continues=True) for one in rows[1:])]
