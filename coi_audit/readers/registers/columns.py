"""Which column of a register's table holds what: its header rows found, read together and put in context."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from coi_audit.readers.grid import GridCell
from coi_audit.readers.periods import parse_period
from coi_audit.readers.registers.headings import TICKS, Field, fold, recognise

MAX_HEADER_ROWS = 3
_LONGEST_DATE = 60
_MANY_FIELDS = 5  # known fields make a header, whatever else stands beside them
_KNOWN_SHARE = 0.55  # of the headings of a row must be known, else it is a row like any other


NAMES = (Field.PERSON, Field.SURNAME)
_SUBSTANCE = (Field.ORGANISATION, Field.NATURE, *TICKS[:5])
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
class Column:
    """One column: its field (None where the heading is not known) and its heading as written, rows joined."""

    field: Field | None
    heading: str


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
        if "nature" not in found and any(one in self.fields for one in TICKS[:5]) and "organisation" not in found:
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
    for column in new:
        both = f"{above[column].text} {below[column].text}"
        if recognise(below[column].text) in (None, *NAMES) or recognise(both) is None:
            return False
    under_a_wider = any(not above[at].text or above[at].repeated or _spans(above, at) for at in new)
    return under_a_wider and not any(recognise(above[column].text) in NAMES for column in new)


def _spans(row: tuple[GridCell, ...], column: int) -> bool:
    """Whether a heading reaches over the column to its right: merged with it, or that one stands empty."""
    following = row[column + 1] if column + 1 < len(row) else None
    return following is not None and (following.repeated or not following.text)


def _columns(rows: Sequence[tuple[GridCell, ...]], at: int, height: int) -> list[Column]:
    columns = []
    for column in range(len(rows[at])):
        texts = _texts_of(rows, at, height, column)
        found = None
        for tried in (texts[-1:], texts, texts[:1]):
            found = found or recognise(" ".join(tried))
        columns.append(Column(found, ", ".join(" ".join(text.split()) for text in texts)))
    return _in_context(columns)


def _in_context(columns: list[Column]) -> list[Column]:
    """What a heading means beside the others: a second "Role" is the role in the organisation, a bare date, a title."""
    fields = [column.field for column in columns]
    if Field.HONORIFIC in fields and not {Field.SURNAME, Field.FORENAME} & set(fields):
        fields = _replaced(fields, Field.HONORIFIC, Field.POSITION if Field.POSITION not in fields else Field.IGNORED)
    if Field.PRACTICE in fields and Field.ORGANISATION not in fields and Field.NATURE not in fields:
        fields = _replaced(fields, Field.PRACTICE, Field.ORGANISATION)
    fields = _one_person(fields, [column.heading for column in columns])
    fields = _named_organisations(fields, [column.heading for column in columns])
    fields = _second_role(fields)
    if Field.PLAIN_DATE in fields:
        meaning = Field.DECLARED_ON if Field.DECLARED_ON not in fields else Field.IGNORED
        fields = _replaced(fields, Field.PLAIN_DATE, meaning)
    return [Column(found, column.heading) for found, column in zip(fields, columns, strict=True)]


def _one_person(fields: list[Field | None], headings: list[str]) -> list[Field | None]:
    """Of several columns of names the register's own people stand in the one headed most plainly, else in the first."""
    named = [at for at, found in enumerate(fields) if found is Field.PERSON]
    if len(named) < 2:
        return fields
    kept = min(named, key=lambda at: (len(fold(headings[at]).split()), at))
    return [None if found is Field.PERSON and at != kept else found for at, found in enumerate(fields)]


# What a column tells about an organisation, rather than which one it is.
_ABOUT = re.compile(r"\b(?:description|identifier|source|detail|number|code|type|status|website|address|url|nature)\b")


def _named_organisations(fields: list[Field | None], headings: list[str]) -> list[Field | None]:
    """Of several columns of organisations, without those that tell something about them."""
    about = [
        at
        for at, found in enumerate(fields)
        if found is Field.ORGANISATION and _ABOUT.search(fold(headings[at])) and "name" not in fold(headings[at])
    ]
    if not about or fields.count(Field.ORGANISATION) == len(about):
        return fields
    return [Field.IGNORED if at in about else found for at, found in enumerate(fields)]


def _second_role(fields: list[Field | None]) -> list[Field | None]:
    """A role after the organisation ("Name, Job title, Organisation, Role") is what the person does there."""
    if Field.NATURE in fields or Field.ORGANISATION not in fields:
        return fields
    if any(tick in fields for tick in TICKS[:5]) and fields.count(Field.POSITION) < 2:
        return fields  # the words may stand under the types
    after = [at for at, found in enumerate(fields) if found is Field.POSITION and at > fields.index(Field.ORGANISATION)]
    return [Field.NATURE if at in after[:1] else found for at, found in enumerate(fields)]


def _replaced(fields: list[Field | None], old: Field, new: Field) -> list[Field | None]:
    return [new if found is old else found for found in fields]
