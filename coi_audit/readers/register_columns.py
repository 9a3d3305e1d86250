"""Which column of a register holds what, by the phrases of rules/vocabulary/register_columns.yaml."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache, lru_cache
from typing import Any

from coi_audit.errors import RulebookError
from coi_audit.paths import rules_folder
from coi_audit.readers.grid import GridCell
from coi_audit.readers.register_words import words
from coi_audit.strict_yaml import parse_yaml

MAX_HEADER_ROWS = 3
_AT_THE_BEGINNING = 12  # how many letters of length a phrase gains by standing at the heading's beginning
_LONGEST_HEADING = 400
_KNOWN_SHARE = 0.55  # of the headings of a row must be known, else it is a row like any other


class Field(StrEnum):
    """What a column can hold. The `tick_` fields are columns of their own for one type of interest."""

    PERSON = "person"
    SURNAME = "surname"
    FORENAME = "forename"
    HONORIFIC = "honorific"
    POSITION = "position"
    PRACTICE = "practice"
    ORGANISATION = "organisation"
    NATURE = "nature"
    CATEGORY = "category"
    DIRECT = "direct"
    RELATIONSHIP = "relationship"
    TICK_FINANCIAL = "tick_financial"
    TICK_PROFESSIONAL = "tick_professional"
    TICK_PERSONAL = "tick_personal"
    TICK_NON_FINANCIAL = "tick_non_financial"
    TICK_INDIRECT = "tick_indirect"
    TICK_DIRECT = "tick_direct"
    HELD_FROM = "held_from"
    HELD_UNTIL = "held_until"
    PERIOD = "period"
    DECLARED_ON = "declared_on"
    AWARE_ON = "aware_on"
    PLAIN_DATE = "plain_date"
    MITIGATION = "mitigation"
    SHARE = "share"
    IGNORED = "ignored"


TICKS = (
    Field.TICK_FINANCIAL, Field.TICK_PROFESSIONAL, Field.TICK_PERSONAL, Field.TICK_NON_FINANCIAL,
    Field.TICK_INDIRECT, Field.TICK_DIRECT,
)  # fmt: skip
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


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Phrases by field, longest first, and the headings of other kinds of paper."""

    phrases: tuple[tuple[str, Field], ...]
    other_papers: frozenset[str]


@cache
def vocabulary() -> Vocabulary:
    """The table of headings. Raises `RulebookError` where it names an unknown field or the same phrase twice."""
    path = rules_folder() / "vocabulary" / "register_columns.yaml"
    where = f"rules/vocabulary/{path.name}"
    read = parse_yaml(path.read_text(encoding="utf-8"), where=where)
    if not isinstance(read.data, dict) or set(read.data) != {"columns", "other_papers"}:
        raise RulebookError("it must hold exactly `columns` and `other_papers`.", where=where, fix="restore the file.")
    seen: dict[str, Field] = {}
    for name, phrases in read.data["columns"].items():
        line = f"{where}, line {read.line('columns', name)}"
        if name not in set(Field):
            raise RulebookError(f'"{name}" is no known field.', where=line, fix=f"use one of {', '.join(Field)}.")
        for phrase in _texts(phrases, line):
            if seen.get(fold(phrase), Field(name)) != name:
                raise RulebookError(
                    f'the phrase "{phrase}" stands for two fields.', where=line, fix="keep one of the two."
                )
            seen[fold(phrase)] = Field(name)
    others = frozenset(fold(phrase) for phrase in _texts(read.data["other_papers"], where))
    return Vocabulary(tuple(sorted(seen.items(), key=lambda pair: (-len(pair[0]), pair[0]))), others)


def _texts(value: Any, where: str) -> list[str]:
    if not isinstance(value, list) or not all(isinstance(one, str) and one.strip() for one in value):
        raise RulebookError("a list of phrases is expected here.", where=where, fix="write [phrase, phrase].")
    return value


def fold(heading: str) -> str:
    """A heading without case, punctuation, footnote marks or plurals, "&" and "/" spelt out as words would be."""
    spelt = heading.casefold().replace("&", " and ").replace("(s)", "s").replace(" (s", "s (").replace("%", " percent ")
    spelt = re.sub(r"\be\.?g\.?\b|\bi\.e\.?", " ", spelt)
    spelt = re.sub(r"[’']", "", spelt)
    spelt = re.sub(r"\b(interest|position|declaration|organisation|detail|description)s\b", r"\1", spelt)
    return " ".join(re.sub(r"[^\w]+|_", " ", re.sub(r"\s*/\s*", " or ", spelt)).split())


@lru_cache(maxsize=4096)
def recognise(heading: str) -> Field | None:
    """The field a heading names, or None."""
    folded = fold(heading)
    if not folded or len(folded) > _LONGEST_HEADING:
        return None
    if (coded := _of_codes(folded)) is not None:
        return coded
    best: tuple[int, Field] | None = None
    for phrase, found in vocabulary().phrases:
        if phrase not in folded:
            continue
        match = re.search(rf"\b{re.escape(phrase)}\b", folded)
        if match is None or (found in _WHOLE_ONLY and folded != phrase and not _begins(folded, phrase)):
            continue
        score = len(phrase) + (_AT_THE_BEGINNING if match.start() == 0 else 0)
        if best is None or score > best[0]:
            best = (score, found)
    return best[1] if best else None


def _of_codes(folded: str) -> Field | None:
    """A heading made of type codes only: "F/NFP/NFPe" heads types, "D/I" says direct or indirect."""
    meanings = {words().codes.get(code) for code in folded.split(" or ")}
    if len(meanings) < 2 or None in meanings:
        return None
    return Field.DIRECT if meanings <= {"direct", "indirect"} else Field.CATEGORY


# Short words that mean a column only where the heading is hardly more than the word itself.
_WHOLE_ONLY = frozenset(
    {
        *(Field.PERSON, Field.SURNAME, Field.FORENAME, Field.HONORIFIC, Field.PRACTICE, Field.IGNORED),
        *(Field.PLAIN_DATE, Field.PERIOD, Field.HELD_FROM, Field.HELD_UNTIL, Field.SHARE),
        *TICKS,
    }
)


def _begins(folded: str, phrase: str) -> bool:
    long_enough = " " in phrase or phrase == "name"
    return folded.startswith(f"{phrase} ") and len(folded) <= len(phrase) + 60 and long_enough


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
    if sum(1 for column in headed if column.field) < _KNOWN_SHARE * len(headed):
        return None
    if found.has_person and found.has_substance:
        return found
    return found if _is_form_header(found) else None


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
    fields = _second_role(fields)
    if Field.PLAIN_DATE in fields:
        meaning = Field.DECLARED_ON if Field.DECLARED_ON not in fields else Field.IGNORED
        fields = _replaced(fields, Field.PLAIN_DATE, meaning)
    return [Column(found, column.heading) for found, column in zip(fields, columns, strict=True)]


def _second_role(fields: list[Field | None]) -> list[Field | None]:
    """A role after the organisation ("Name, Job title, Organisation, Role") is what the person does there."""
    if Field.NATURE in fields or Field.ORGANISATION not in fields or any(tick in fields for tick in TICKS[:5]):
        return fields
    after = [at for at, found in enumerate(fields) if found is Field.POSITION and at > fields.index(Field.ORGANISATION)]
    return [Field.NATURE if at in after[:1] else found for at, found in enumerate(fields)]


def _replaced(fields: list[Field | None], old: Field, new: Field) -> list[Field | None]:
    return [new if found is old else found for found in fields]
