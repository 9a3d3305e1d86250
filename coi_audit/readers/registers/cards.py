"""Declarations set out as cards: labels down the side, what is declared beside them, one interest below another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from coi_audit.readers.grid import Grid, GridCell
from coi_audit.readers.registers.columns import Column, Header
from coi_audit.readers.registers.headings import TICKS, Field, recognise
from coi_audit.readers.registers.holder import is_name_label, is_position_label
from coi_audit.readers.registers.parts import NameRead, read_name
from coi_audit.readers.registers.rows import PersonRow, Placed, Rows
from coi_audit.readers.registers.words import is_nil

_OF_THE_PERSON = frozenset({Field.POSITION, Field.DECLARED_ON, Field.PLAIN_DATE, Field.PRACTICE, Field.HONORIFIC})
_SUBSTANCE = frozenset({Field.ORGANISATION, Field.NATURE, Field.KIND, *TICKS})
_LONGEST_LABEL = 120
_FEWEST_LABELS = 3


@dataclass(slots=True)
class _Card:
    """One person's card: what is told of the person, and the labelled values of each interest."""

    person: NameRead
    row: int
    position: str | None = None
    about: list[Placed] = field(default_factory=list)
    interests: list[tuple[int, list[Placed]]] = field(default_factory=list)


def cards_of(grid: Grid, *, file: str) -> Rows | None:
    """The people and interests of a table of labels and values; None where the table is none."""
    pairs = list(_pairs(grid))
    known = [label for _, label, _, found in pairs if found is not None]
    named = any(is_name_label(label) for label in known)
    tells = any(found in _SUBSTANCE and value is not None for _, _, value, found in pairs)
    if not named or not tells or len(known) < _FEWEST_LABELS or len(known) < 0.6 * grid.filled_rows:
        return None
    cards = _cards(pairs)
    columns = tuple(dict.fromkeys(Column(found, "") for _, _, _, found in pairs if found is not None))
    header = Header(0, 0, (Column(Field.PERSON, ""), *(one for one in columns if one.field is not Field.PERSON)))
    rows = [row for card in cards for row in _rows(card, grid, header)]
    notices = [f'{file}, {grid.place_of(at + 1)}: not read: "{words[:90]}"' for at, words in _unread(pairs)]
    return Rows(people=rows, headers=[header], notices=notices) if rows else None


def _unread(pairs: list[tuple[int, str, GridCell | None, Field | None]]) -> Iterator[tuple[int, str]]:
    """The rows below the first name that no card holds: a label that is not known, or a name that is none."""
    begun = False
    for at, label, value, found in pairs:
        begun = begun or found is Field.PERSON
        nobody = found is Field.PERSON and value is not None and bool(read_name(value.text).problem)
        if begun and value is not None and not is_nil(value.text) and (found is None or nobody):
            yield at, f"{label}: {value.text}"


def _pairs(grid: Grid) -> Iterator[tuple[int, str, GridCell | None, Field | None]]:
    """Each row's label, value and field; a row without a value ends an interest."""
    for at, row in enumerate(grid.rows):
        cells = [cell for cell in row if cell.text and not cell.repeated]
        if len(cells) == 1 and ":" in cells[0].text:
            label, _, value = cells[0].text.partition(":")
            cells = [GridCell(label, label), *([GridCell(value.strip(), value.strip())] if value.strip() else [])]
        if not 1 <= len(cells) <= 2 or len(cells[0].text) > _LONGEST_LABEL:
            yield at, "", None, None
            continue
        label = cells[0].text.strip(" :")
        found = (
            Field.PERSON if is_name_label(label) else Field.POSITION if is_position_label(label) else recognise(label)
        )
        yield at, label, cells[1] if len(cells) == 2 else None, found


def _cards(pairs: list[tuple[int, str, GridCell | None, Field | None]]) -> list[_Card]:
    cards: list[_Card] = []
    fresh = True
    somebody = False
    for at, label, value, found in pairs:
        if found is None or value is None:
            fresh = fresh or value is None
            continue
        if found is Field.PERSON:
            read = read_name(value.text)
            somebody = not read.problem
            if somebody:
                cards.append(_Card(read, at, read.position))
                fresh = True
            continue
        if not somebody:
            continue
        card = cards[-1]
        placed = Placed(found, label, value)
        if found is Field.POSITION and not card.interests:
            card.position = " ".join(value.text.split())
        elif found in _OF_THE_PERSON:
            meaning = Field.DECLARED_ON if found is Field.PLAIN_DATE else found
            card.about.append(Placed(meaning, label, value))
        elif fresh or not card.interests or _begins_another(card.interests[-1][1], found):
            card.interests.append((at, [placed]))
            fresh = False
        else:
            card.interests[-1][1].append(placed)
    return cards


def _begins_another(held: list[Placed], found: Field) -> bool:
    return any(cell.field is found for cell in held)


def _rows(card: _Card, grid: Grid, header: Header) -> Iterator[PersonRow]:
    interests = [one for one in card.interests if any(cell.field in _SUBSTANCE for cell in one[1])]
    for number, (at, cells) in enumerate(interests or [(card.row, [])]):
        yield PersonRow(
            card.person.name, card.position, at + 1, grid, header, (*cells, *card.about), continues=number > 0
        )
