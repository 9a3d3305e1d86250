"""The facts with two clocks that a reading holds: interests, memberships and attendance, as rows."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from coi_audit.model.reading import Reading

Fact = dict[str, str | bool | date | None]


def interests_of(reading: Reading) -> Iterator[Fact]:
    """One row an interest of a register; held from its earliest reading to its latest, both days included."""
    register = reading.register_
    for one in register.interests if register is not None else ():
        yield {
            "person": one.person,
            "organisation": one.organisation,
            "nature": one.nature,
            "category": one.category.value if one.category is not None else None,
            "direct": one.direct,
            "relationship": one.relationship,
            "held_from": one.held_from.earliest if one.held_from is not None else None,
            "held_until": one.held_until.latest if one.held_until is not None else None,
            "declared_on": one.declared_on,
            "edition": one.edition,
            "place": one.source.place(),
        }


def memberships_of(reading: Reading) -> Iterator[Fact]:
    """One row a membership of a committee, as body.yaml states it."""
    for committee in reading.body.committees if reading.body is not None else ():
        for one in committee.members:
            yield {
                "committee": committee.name,
                "person": one.name,
                "role": one.role.value,
                "title": one.title,
                "voting": one.voting,
                "held_from": one.from_,
                "held_until": one.to,
                "place": one.source.place(),
            }


def attendance_of(reading: Reading) -> Iterator[Fact]:
    """One row a person in the lists of a meeting's minutes."""
    minutes = reading.minutes
    for one in minutes.attendance if minutes is not None else ():
        yield {
            "held_on": minutes.on if minutes is not None else None,
            "committee": minutes.committee if minutes is not None else None,
            "person": one.name,
            "status": one.status.value,
            "position": one.position,
            "place": one.source.place(),
        }
