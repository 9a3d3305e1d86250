"""What the columns of a register mean beside one another, and by what stands below them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from coi_audit.readers.grid import GridCell
from coi_audit.readers.registers.fields import NAMES, TICKS, Column, Field
from coi_audit.readers.registers.headings import fold
from coi_audit.readers.registers.parts import read_name
from coi_audit.readers.registers.several import looks_like_a_name
from coi_audit.readers.registers.words import is_nil

_MOSTLY = 0.7  # of the cells of a column that holds names
_OWNED = re.compile(r"\b(?:shareholdings?|employment|practice|patents?|posts?|research|events?)\b")
_CODE = re.compile(r"[A-Za-z]{1,4}|\d")
_LONGEST_TYPE = 50
_FAMILY = re.compile(r"\b(?:family|spouses?|relatives?|partners?|others?|indirect)\b")
_OWN = re.compile(r"\b(?:personal|own|self|direct|members?)\b")


def in_context(columns: list[Column], below: Sequence[tuple[GridCell, ...]]) -> list[Column]:
    """What a heading means beside the others: a second "Role" is the role in the organisation, a bare date, a title.

    `below` are the first rows under the headings: where none of these heads names, a column that holds them is known.
    """
    headings = [column.heading for column in columns]
    fields = _kinds([column.field for column in columns], headings)
    below = [row for row in below if len({cell.text for cell in row if cell.text}) > 1]  # no bars across the table
    fields = _types_by_content(_people_by_content(fields, headings, below), headings, below)
    if Field.HONORIFIC in fields and not {Field.SURNAME, Field.FORENAME} & set(fields):
        fields = _replaced(fields, Field.HONORIFIC, Field.POSITION if Field.POSITION not in fields else Field.IGNORED)
    if Field.PRACTICE in fields and not {Field.ORGANISATION, Field.NATURE, Field.KIND} & set(fields):
        fields = _replaced(fields, Field.PRACTICE, Field.ORGANISATION)
    fields = _one_person(fields, headings)
    fields = _named_organisations(fields, headings)
    fields = _own_and_family(_second_role(fields), headings)
    if Field.PLAIN_DATE in fields:
        meaning = Field.DECLARED_ON if Field.DECLARED_ON not in fields else Field.IGNORED
        fields = _replaced(fields, Field.PLAIN_DATE, meaning)
    return [Column(found, column.heading) for found, column in zip(fields, columns, strict=True)]


def _kinds(fields: list[Field | None], headings: list[str]) -> list[Field | None]:
    """Columns of one kind of interest each, with the one for "Other"; a single such column is like any other."""
    kinds = [at for at, found in enumerate(fields) if found is Field.KIND]
    wide = len(kinds) + sum(
        1 for at, found in enumerate(fields) if found in TICKS and _OWNED.search(fold(headings[at]))
    )
    if not kinds:
        return fields
    if wide < 2 or Field.ORGANISATION in fields:
        alone = not {Field.ORGANISATION, Field.NATURE, *TICKS} & set(fields)
        return _replaced(fields, Field.KIND, Field.NATURE if alone else None)
    rest = [
        at
        for at, found in enumerate(fields)
        if found is Field.NATURE or (found is None and re.match(r"(?:any )?others?\b", fold(headings[at])))
    ]
    return [Field.KIND if at in rest else found for at, found in enumerate(fields)]


def _people_by_content(
    fields: list[Field | None], headings: list[str], below: Sequence[tuple[GridCell, ...]]
) -> list[Field | None]:
    """Where no heading is known to head names ("Director", "GP / Practice Manager"): the first column of them."""
    if set(NAMES) & set(fields):
        return fields
    for at, found in enumerate(fields):
        texts = [row[at].text for row in below if at < len(row) and row[at].text and not row[at].repeated]
        reads = [read_name(text) for text in texts]
        named = sum(1 for read in reads if not read.problem and looks_like_a_name(read.name))
        if found is None and headings[at] and named >= max(2, _MOSTLY * len(texts)):
            return [Field.PERSON if index == at else one for index, one in enumerate(fields)]
    return fields


def _types_by_content(
    fields: list[Field | None], headings: list[str], below: Sequence[tuple[GridCell, ...]]
) -> list[Field | None]:
    """Where no heading is known to head types ("Code", "Sort"): the first column that holds nothing else."""
    if {Field.CATEGORY, *TICKS} & set(fields):
        return fields
    for at, found in enumerate(fields):
        texts = [row[at].text for row in below if at < len(row) and row[at].text and not is_nil(row[at].text)]
        coded = re.search(r"\b(?:code|key)\b", fold(headings[at])) and all(_CODE.fullmatch(text) for text in texts)
        if found is None and headings[at] and texts and (coded or all(_names_a_type(text) for text in texts)):
            return [Field.CATEGORY if index == at else one for index, one in enumerate(fields)]
    return fields


def _names_a_type(text: str) -> bool:
    return len(text) <= _LONGEST_TYPE and re.search(r"financial|pecuniary|direct", fold(text)) is not None


def _own_and_family(fields: list[Field | None], headings: list[str]) -> list[Field | None]:
    """Of two columns of interests the one of the family, and the one of the person: "Interest (personal)"."""
    told = [at for at, found in enumerate(fields) if found is Field.NATURE]
    family = [at for at in told if _FAMILY.search(fold(headings[at]))]
    own = [at for at in told if at not in family and _OWN.search(fold(headings[at]))]
    if not family or not own:
        return fields
    meanings = {**dict.fromkeys(family, Field.TICK_INDIRECT), **dict.fromkeys(own, Field.TICK_DIRECT)}
    return [meanings.get(at, found) for at, found in enumerate(fields)]


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


def _replaced(fields: list[Field | None], old: Field, new: Field | None) -> list[Field | None]:
    return [new if found is old else found for found in fields]
