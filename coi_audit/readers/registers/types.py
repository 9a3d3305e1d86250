"""What type an interest is and whose it is: from tick columns, type cells, the direct column and the words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from coi_audit.model.evidence import Rejected
from coi_audit.model.words import InterestCategory
from coi_audit.readers.registers.headings import TICKS, Field, fold
from coi_audit.readers.registers.rows import PersonRow, Placed
from coi_audit.readers.registers.types_in_words import type_in_words
from coi_audit.readers.registers.words import (
    TypeRead,
    Whose,
    is_nil,
    kind_of_non_financial,
    read_direct,
    read_type,
    says,
    whose,
    whose_of_cell,
    words,
)

_CATEGORY_OF = {
    Field.TICK_FINANCIAL: InterestCategory.FINANCIAL,
    Field.TICK_PROFESSIONAL: InterestCategory.NON_FINANCIAL_PROFESSIONAL,
    Field.TICK_PERSONAL: InterestCategory.NON_FINANCIAL_PERSONAL,
}
UNKNOWN_TYPE = "is not a type of interest that is known"


@dataclass(frozen=True, slots=True)
class Kind:
    """The type of one interest. `unknown` is a type cell's text that was not understood; `overruled` says that the
    words made an interest indirect which the register marks direct."""

    category: InterestCategory | None = None
    direct: bool | None = None
    relationship: str | None = None
    unknown: str = ""
    unknown_column: str = ""
    overruled: bool = False


def ticked(row: PersonRow) -> tuple[Field, ...]:
    """The columns of one type that are marked on this row."""
    return tuple(cell.field for cell in row.of(*TICKS) if _is_mark(cell) or (_has_substance(row) and _is_yes(cell)))


def wide_words(row: PersonRow) -> tuple[Placed, ...]:
    """The cells that hold the words of an interest under a column of one type, where no other column holds them."""
    if _has_substance(row):
        return ()
    plain = ("ticked", "unticked")
    return tuple(
        cell
        for cell in row.of(*TICKS, Field.KIND)
        if not _is_mark(cell) and not any(says(one, cell.text) for one in plain)
    ) or tuple(
        cell
        for cell in row.of(*TICKS, Field.KIND)
        if is_nil(cell.text) and not row.header.at(Field.NATURE, Field.ORGANISATION)
    )


def _has_substance(row: PersonRow) -> bool:
    return any(not is_nil(cell.text) for cell in row.of(Field.ORGANISATION, Field.NATURE))


def _is_mark(cell: Placed) -> bool:
    """A tick, an X, "Yes", or the heading's own word written out again ("Financial")."""
    if says("unticked", cell.text):  # "No" stands in "Non-financial" as well
        return False
    return says("ticked", cell.text) or (bool(fold(cell.text)) and fold(cell.text) in fold(cell.heading))


def _is_yes(cell: Placed) -> bool:
    return bool(cell.text) and not says("unticked", cell.text) and not is_nil(cell.text)


def kind_of(row: PersonRow, *, nature: str, organisation: str, tick: Field | None = None, index: int = 0) -> Kind:
    """The type of one interest of a row. `tick` is the column of one type that its words stand in, if they do."""
    marks = (tick,) if tick is not None else ticked(row)
    told, cell_text, heading = _type_cell(row, nature, index)
    if tick is not None and not told.known:  # the heading over the words: "Direct pecuniary interests"
        told = next((read_type(cell.heading) for cell in row.of(tick) if nature in one_line(cell.text)), told)
    category = next((_CATEGORY_OF[one] for one in TICKS if one in marks and one in _CATEGORY_OF), None) or told.category
    if category is None and (told.either or Field.TICK_NON_FINANCIAL in marks):
        category = kind_of_non_financial(f"{nature} {organisation}")
    stated = _stated_direct(row, marks, told)
    who, from_cell = _whose(row, nature, organisation, cell_text)
    direct, overruled = _direct(stated, who, from_cell=from_cell)
    if told.pecuniary and category is InterestCategory.FINANCIAL and not who.relationship:
        direct = True if direct is False or _own(row) else direct  # "indirect pecuniary" of one's own: through a firm
    typed = any(one not in (Field.TICK_DIRECT, Field.TICK_INDIRECT) for one in marks)
    unknown = cell_text if cell_text and not told.known and not typed and not is_nil(cell_text) else ""
    relationship = who.relationship if direct is not True else None
    return Kind(category, direct, relationship, unknown, heading if unknown else "", overruled)


def one_line(text: str) -> str:
    """A cell's words with its lines run together."""
    return " ".join(text.split())


def _type_cell(row: PersonRow, nature: str, index: int) -> tuple[TypeRead, str, str]:
    cells = [(_line_of(cell, index), cell.heading) for cell in row.of(Field.CATEGORY)]
    told = min(((read_type(text), text, heading) for text, heading in cells), key=_vagueness, default=None)
    pecuniary = any("pecuniary" in fold(cell.heading) for cell in row.of(Field.NATURE))
    if told is not None and told[0].known:
        return told
    spoken = type_in_words(nature, personal=pecuniary)
    if not spoken.known and pecuniary:
        spoken = read_type(nature)
    return (spoken, "", "") if told is None or spoken.known else told


def _line_of(cell: Placed, index: int) -> str:
    lines = [line for line in cell.text.split("\n") if line.strip()]
    return lines[index] if 0 < index < len(lines) or (index == 0 and len(lines) > 1) else cell.text


def _vagueness(cell: tuple[TypeRead, str, str]) -> int:
    """Of two columns of types the one that tells: "Financial" before "Indirect", that before "Loyalty interests"."""
    told, text, _ = cell
    if told.known and re.search(r"\bfinancial|pecuniary", fold(text)):
        return 0
    return 1 if told.direct is not None else (2 if told.known else 3)


def _stated_direct(row: PersonRow, marks: tuple[Field, ...], told: TypeRead) -> bool | None:
    for cell in row.of(Field.TICK_DIRECT, Field.TICK_INDIRECT):  # a column headed "Direct" that says "Indirect"
        if len(cell.text.split()) <= 2 and (found := read_direct(cell.text)) is not None:
            return found
    if Field.TICK_INDIRECT in marks:
        return False
    if Field.TICK_DIRECT in marks:
        return True
    if _own(row):
        return True
    for cell in row.of(Field.DIRECT, *(() if not _has_substance(row) else TICKS)):
        found = read_direct(cell.text)
        if found is not None:
            return found
        if whose_of_cell(cell.text).relationship:
            return False
    return told.direct


def _own(row: PersonRow) -> bool:
    return any(fold(cell.text) in words().own for cell in row.of(Field.RELATIONSHIP))


def _names_a_relative(cell: Placed) -> bool:
    told = whose_of_cell(cell.text).relationship
    return told is not None and told not in words().generic


def _whose(row: PersonRow, nature: str, organisation: str, type_text: str) -> tuple[Whose, bool]:
    """Whose interest it is, and whether a column says so rather than the description."""
    spoken = whose(nature)
    if not spoken.relationship:
        spoken = whose(organisation)
    for cell in sorted(row.of(Field.RELATIONSHIP), key=lambda one: not _names_a_relative(one)):
        told = whose_of_cell(cell.text)
        if told.relationship and told.relationship not in words().generic:
            return told, True
        if told.relationship or says("nil", cell.text) or fold(cell.text).startswith("other"):
            return (spoken if spoken.relationship else told), bool(told.relationship) or fold(cell.text) == "other"
        return (spoken if spoken.certain and not _own(row) else Whose()), False
    marks = row.of(*TICKS) if _has_substance(row) else ()
    for text in (*(cell.text for cell in (*row.of(Field.DIRECT), *marks)), type_text):
        told = whose_of_cell(text) if "direct" in fold(text) or not read_type(text).known else Whose()
        if told.relationship and not spoken.relationship:
            return told, True
    return spoken, False


def _direct(stated: bool | None, who: Whose, *, from_cell: bool) -> tuple[bool | None, bool]:
    """Direct or not, and whether the words overruled a mark: only words that can mean nobody else do."""
    if from_cell:
        return False, False
    if stated is True and who.relationship and who.certain:
        return False, True
    if stated is None and who.relationship:
        return False, False
    return stated, False


def says_indirect(rows: list[PersonRow]) -> bool:
    """Whether "indirect" is one of the types this register uses, so that the other types mean direct."""
    return any(
        read_type(cell.text).direct is False and not read_type(cell.text).pecuniary
        for row in rows
        for cell in row.of(Field.CATEGORY)
    )


def gather_unknown_types(rejected: Iterable[Rejected]) -> tuple[Rejected, ...]:
    """The same records, with each unknown type told once, at its first place, and how many more rows hold it."""
    records = list(rejected)
    counts = Counter(one.value for one in records if one.problem == UNKNOWN_TYPE)
    told: list[Rejected] = []
    seen: set[str] = set()
    for one in records:
        if one.problem != UNKNOWN_TYPE:
            told.append(one)
        elif one.value not in seen:
            seen.add(one.value)
            more = counts[one.value] - 1
            also = f"; {more:,} further row{'s use' if more > 1 else ' uses'} it too" if more else ""
            told.append(one.model_copy(update={"problem": UNKNOWN_TYPE + also}))
    return tuple(told)
