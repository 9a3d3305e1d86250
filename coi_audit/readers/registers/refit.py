"""Rows of a register put right once all are read: codes spelt out, columns that hold something else than they say,
the numbers of a list left off, and interests that stand beside one another in columns numbered 1, 2, 3."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from coi_audit.model.dates import Precision
from coi_audit.readers.dates import parse_date
from coi_audit.readers.grid import GridCell
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
_LISTED = frozenset(
    {*_REPEATED, Field.DECLARED_ON, Field.AWARE_ON} - {Field.ORGANISATION, Field.NATURE}
)  # what is told of each interest of a list, under the numbers of that list
_FIRST_OF_A_LIST = re.compile(r"\(?1[.)]\s+")
_LONGEST_DAY = 30
_SPAN = re.compile(
    r"\W*(?:since|from|as\s+of|until|till|un?to|to|up|before|after|start\w*|began|begin\w*|end\w*|held|ceased)\b", re.I
)


def refit(people: Sequence[PersonRow], key: Key) -> list[PersonRow]:
    """The rows of one table as they are to be built."""
    rows = [spelt_out(row, key) for row in people]
    if _types_are_natures(rows):
        rows = [replace(row, cells=tuple(_as_nature(cell) for cell in row.cells)) for row in rows]
    rows = [replace(row, cells=_days_apart(tuple(_unnumbered(cell) for cell in row.cells))) for row in rows]
    return [part for row in rows for part in _apart(row)]


def _unnumbered(cell: Placed) -> Placed:
    """A cell that tells of a list's interests one by one, without the list's numbers ("1. 2015", "2. May 2017")."""
    if cell.field not in _LISTED:
        return cell
    lines = [line for line in cell.text.split("\n") if line.strip()]
    bare = [re.sub(rf"^\s*\(?{number}[.)]\s+", "", line) for number, line in enumerate(lines, start=1)]
    if len(lines) == 1 and _FIRST_OF_A_LIST.match(lines[0]):
        numbered = parse_date(lines[0]).problem is not None
    else:
        numbered = len(lines) > 1 and all(line != words for line, words in zip(lines, bare, strict=True))
    text = "\n".join(bare)
    return replace(cell, cell=GridCell(text, text)) if numbered else cell


def _days_apart(cells: tuple[Placed, ...]) -> tuple[Placed, ...]:
    """The cells of a row; a bare day beside the words of the interest is no words of it, but when it was told."""
    told = [cell for cell in cells if cell.field in (Field.NATURE, Field.ORGANISATION)]
    days = [cell for cell in told if _is_a_day(cell.text)]
    if not days or len(days) == len(told):
        return cells
    declared = any(cell.field is Field.DECLARED_ON for cell in cells)
    meaning = Field.IGNORED if declared else Field.DECLARED_ON
    return tuple(replace(cell, field=meaning) if cell in days else cell for cell in cells)


def _is_a_day(text: str) -> bool:
    """Whether a cell holds a day and no more; "since 1.4.2001" tells of the interest, and since when it is held."""
    read = parse_date(text) if len(text) <= _LONGEST_DAY and not _SPAN.match(text) else None
    return read is not None and read.value is not None and read.value.precision is Precision.DAY


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
