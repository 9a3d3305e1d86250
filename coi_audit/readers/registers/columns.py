"""Which column of a register's table holds what: its header rows found, read together and put in context."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from coi_audit.readers.grid import GridCell
from coi_audit.readers.periods import parse_period
from coi_audit.readers.registers.context import in_context
from coi_audit.readers.registers.fields import NAMES, TICKS, Column, Field
from coi_audit.readers.registers.headings import fold, recognise

__all__ = ("NAMES", "Column", "Header", "header_at", "is_dated")

MAX_HEADER_ROWS = 3
_LONGEST_DATE = 60
_LOOKED_AT = 30  # rows below the headings
_MANY_FIELDS = 5  # known fields make a header, whatever else stands beside them
_KNOWN_SHARE = 0.55  # of the headings of a row must be known, else it is a row like any other
_LONGEST_SPLIT = 40  # letters of a piece of a heading that goes on below
_SUBSTANCE = (Field.ORGANISATION, Field.NATURE, Field.KIND, *TICKS[:5])
# In what order the model's own fields are listed, and which columns give each.
_KNOWN: tuple[tuple[str, tuple[Field, ...]], ...] = (
    ("person", (Field.PERSON, Field.SURNAME)),
    ("position", (Field.POSITION,)),
    ("organisation", (Field.ORGANISATION,)),
    ("nature", (Field.NATURE,)),
    ("category", (Field.CATEGORY, *TICKS[:4])),
    ("direct", (Field.DIRECT, Field.TICK_INDIRECT, Field.TICK_DIRECT, Field.RELATIONSHIP)),
    ("relationship", (Field.RELATIONSHIP,)),
    ("held_from", (Field.HELD_FROM, Field.PERIOD)),
    ("held_until", (Field.HELD_UNTIL, Field.PERIOD)),
    ("declared_on", (Field.DECLARED_ON,)),
    ("aware_on", (Field.AWARE_ON,)),
    ("mitigation", (Field.MITIGATION,)),
    ("share_percent", (Field.SHARE,)),
)


@dataclass(frozen=True, slots=True)
class Header:
    """The header of one table: where it stands (row from 0, how many rows) and what each column holds."""

    row: int
    height: int
    columns: tuple[Column, ...]
    words: frozenset[str] = field(default_factory=frozenset)

    def at(self, *wanted: Field) -> list[int]:
        """The columns, from 0, that hold any of these fields."""
        return [at for at, column in enumerate(self.columns) if column.field in wanted]

    @property
    def fields(self) -> frozenset[Field]:
        return frozenset(column.field for column in self.columns if column.field is not None)

    @property
    def has_person(self) -> bool:
        return any(name in self.fields for name in NAMES)

    @property
    def has_substance(self) -> bool:
        return any(one in self.fields for one in _SUBSTANCE)

    def known(self) -> tuple[str, ...]:
        """The fields of the model that had a column, in the model's order."""
        found = [name for name, sources in _KNOWN if any(one in self.fields for one in sources)]
        if (
            "nature" not in found
            and any(one in self.fields for one in (Field.KIND, *TICKS[:5]))
            and "organisation" not in found
        ):
            found.insert(found.index("category") if "category" in found else len(found), "nature")
        if "position" not in found and any(_tells_position(self.columns[at].heading) for at in self.at(Field.PERSON)):
            found.insert(1, "position")
        return tuple(found)


def _tells_position(heading: str) -> bool:
    """Whether a column of names is headed "Name and position" or the like."""
    return bool(re.search(r"\band (?:position|role|title|job|designation)", fold(heading)))


def header_at(rows: Sequence[tuple[GridCell, ...]], at: int) -> Header | None:
    """The header that begins in row `at` (from 0), or None: it has a column of interests, and of names unless the
    names stand elsewhere (on a declaration form)."""
    columns = [_texts_of(rows, at, 1, column) for column in range(len(rows[at]))]
    if sum(1 for heading in columns if any(heading)) < 2:
        return None
    height = 1
    while height < MAX_HEADER_ROWS and at + height < len(rows) and _continues(rows, at, height):
        height += 1
    found = Header(at, height, tuple(_columns(rows, at, height)), _folded_words(rows, at, height))
    headed = [column for column in found.columns if column.heading]
    many = found.has_person and len(found.fields - {Field.IGNORED}) >= _MANY_FIELDS
    if not many and sum(1 for column in headed if column.field) < _KNOWN_SHARE * len(headed):
        return None
    if not (found.has_person and found.has_substance) and not _is_form_header(found):
        return None
    return found


def is_dated(text: str) -> bool:
    """Whether a cell holds a date: then its row is somebody's, though its words are headings as well."""
    if not re.search(r"\d", text) or len(text) > _LONGEST_DATE:
        return False
    read = parse_period(text)
    return read.start.problem is None and read.end.problem is None and bool(read.start.value or read.end.value)


def _is_form_header(header: Header) -> bool:
    """The table of a declaration form: no names, but a type or dates beside the description."""
    strong = {Field.CATEGORY, Field.DIRECT, Field.MITIGATION, Field.PERIOD, Field.HELD_FROM, *TICKS} & header.fields
    return header.has_substance and bool(strong) and len(header.fields - {Field.IGNORED}) >= 3


def _folded_words(rows: Sequence[tuple[GridCell, ...]], at: int, height: int) -> frozenset[str]:
    return frozenset(fold(cell.text) for row in rows[at : at + height] for cell in row if cell.text)


def _texts_of(rows: Sequence[tuple[GridCell, ...]], at: int, height: int, column: int) -> list[str]:
    """The headings above one column, top first; over a lower one, an empty top cell takes the words to its left."""
    texts = [rows[at + down][column].text for down in range(height)]
    if height > 1 and not texts[0] and any(texts[1:]):
        left = column
        while left > 0 and not rows[at][left].text:
            left -= 1
        texts[0] = rows[at][left].text
    return [text for number, text in enumerate(texts) if text and text not in texts[:number]]


def _continues(rows: Sequence[tuple[GridCell, ...]], at: int, height: int) -> bool:
    """Whether the next row still belongs to the header: its own words are all headings, under a wider heading."""
    below, above = rows[at + height], rows[at]
    new = [column for column, cell in enumerate(below) if cell.text and cell.text != above[column].text]
    if not new:
        return any(cell.repeated for cell in below) and any(cell.text for cell in below)
    if _goes_on(above, below):
        return True
    for column in new:
        both = f"{above[column].text} {below[column].text}"
        if recognise(below[column].text) in (None, *NAMES) or recognise(both) is None:
            return False
    under_a_wider = any(not above[at].text or above[at].repeated or _spans(above, at) for at in new)
    return under_a_wider and not any(recognise(above[column].text) in NAMES for column in new)


def _goes_on(above: tuple[GridCell, ...], below: tuple[GridCell, ...]) -> bool:
    """Whether headings are broken over two rows of cells: "Name of" above "declarant", "Kind of" above "interest"."""
    pairs = [(one.text, two.text) for one, two in zip(above, below, strict=True) if two.text and not two.repeated]
    if len(pairs) < 2 or any(len(two) > _LONGEST_SPLIT or is_dated(two) for _, two in pairs):
        return False
    small = sum(1 for one, two in pairs if one and two[0].islower())
    known = sum(1 for one, two in pairs if recognise(f"{one} {two}") is not None)
    return small >= max(2, 0.5 * len(pairs)) and known >= 0.6 * len(pairs)


def _spans(row: tuple[GridCell, ...], column: int) -> bool:
    """Whether a heading reaches over the column to its right: merged with it, or that one stands empty."""
    following = row[column + 1] if column + 1 < len(row) else None
    return following is not None and (following.repeated or not following.text)


def _columns(rows: Sequence[tuple[GridCell, ...]], at: int, height: int) -> list[Column]:
    columns = []
    broken = height > 1 and _goes_on(rows[at], rows[at + 1])
    for column in range(len(rows[at])):
        texts = _texts_of(rows, at, height, column)
        found = None
        for tried in (texts, texts[-1:], texts[:1]) if broken else (texts[-1:], texts, texts[:1]):
            found = found or recognise(" ".join(tried))
        columns.append(Column(found, ", ".join(" ".join(text.split()) for text in texts)))
    return in_context(columns, rows[at + height : at + height + _LOOKED_AT])
