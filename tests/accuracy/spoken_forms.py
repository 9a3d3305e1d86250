"""Listed practices as secretaries and members speak of them in declarations and minutes; nothing of the lists is kept.

Seeded: the same mentions each time. A few practices of every eighth area, in ways set down before the reader saw any.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

from practice_forms import EDITIONS, Form, _bare, _letters, _title, core
from scored import Part

from coi_audit.model.organisation_lists import ListKind, ListRow

_EVERY = 8  # areas
_EACH = 20  # practices of one


def _named(pattern: str) -> Callable[[ListRow], str]:
    return lambda row: pattern.format(_title(row.name).removeprefix("The "))


def _by_bare(pattern: str) -> Callable[[ListRow], str]:
    return lambda row: pattern.format(_bare(row).removeprefix("The ")) if _bare(row) else ""


WAYS: dict[str, Callable[[ListRow], str]] = {
    "the X practice": _by_bare("the {} practice"),
    "X surgery": _by_bare("{} surgery"),
    "the practice at X": _by_bare("the practice at {}"),
    "X doctors' surgery": _by_bare("{} Doctors' Surgery"),
    "X GP Surgery": _by_bare("{} GP Surgery"),
    "X MC": _by_bare("{} MC"),
    "X HC": _by_bare("{} HC"),
    "X Family Practice": _by_bare("{} Family Practice"),
    "X Surgeries": _by_bare("{} Surgeries"),
    "X Medical Ctre": _by_bare("{} Medical Ctre"),
    "possessive": _named("{}'s"),
    "partners of": _named("the partners of {}"),
    "GP partner at": _named("GP Partner at {}"),
    "salaried": _named("Salaried GP - {}"),
    "post behind": _named("{} (GP Partner)"),
    "contract behind": _named("{} (PMS)"),
    "branch of": _named("{} branch surgery"),
    "NHS before": _named("NHS {}"),
    "company of": _named("{} Ltd"),
    "patient of": _named("Registered patient at {}"),
    "spouse at": _named("Wife is a receptionist at {}"),
    "team": _named("the team at {}"),
    "our": _named("our practice, {}"),
    "quoted": _named("“{}”"),
}
_NOT_THE_PRACTICE = frozenset({"company of"})  # may be another body: matched is right, asked is right


def spoken(rows: Sequence[ListRow]) -> Iterator[Form]:
    """Mentions of practices in the newest edition; every third of the areas is held out."""
    chance = random.Random(20261123)
    on = EDITIONS[-1]
    by_area: dict[str, list[ListRow]] = defaultdict(list)
    for row in rows:
        if row.kind is ListKind.PRACTICES and row.edition == on and row.status == "active" and row.parent:
            by_area[row.parent].append(row)
    for number, area in enumerate(sorted(by_area)[::_EVERY]):
        part = Part.HELD_OUT if number % 3 == 2 else Part.TUNED_ON
        there = by_area[area]
        for row in chance.sample(there, min(_EACH, len(there))):
            way = chance.choice(sorted(WAYS))
            written = WAYS[way](row)
            if written:
                alone = way not in _NOT_THE_PRACTICE and _alone(row, there, written)
                yield Form(area, on, way, written, row.code, alone, part)


def _alone(row: ListRow, there: Sequence[ListRow], written: str) -> bool:
    """Whether no other practice of the area has the same distinctive letters."""
    own = core(row.name)
    return len(own) > 2 and not any(
        other.code != row.code and (core(other.name) == own or _letters(other.name) == _letters(written))
        for other in there
    )
