"""The facts with two clocks that a reading holds: interests, memberships and attendance, as rows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from coi_audit.model.reading import Reading
from coi_audit.store.tables import AttendanceRow, Clocked, InterestRow, MembershipRow

Fact = tuple[str | bool | date | None, ...]


@dataclass(frozen=True, slots=True)
class KeptFacts:
    """One kind of fact: its table, the columns that a reading fills, and what it fills them with, in that order."""

    row: type[Clocked]
    columns: tuple[str, ...]
    told_by: Callable[[Reading], Iterator[Fact]]

    def rows_of(self, reading: Reading) -> Iterator[dict[str, str | bool | date | None]]:
        """The facts of a reading, each by its columns."""
        return (dict(zip(self.columns, fact, strict=True)) for fact in self.told_by(reading))


def _interests(reading: Reading) -> Iterator[Fact]:
    """One row an interest of a register; held from its earliest reading to its latest, both days included."""
    register = reading.register_
    for one in register.interests if register is not None else ():
        yield (
            one.person,
            one.organisation,
            one.nature,
            str(one.category) if one.category is not None else None,
            one.direct,
            one.relationship,
            one.held_from.earliest if one.held_from is not None else None,
            one.held_until.latest if one.held_until is not None else None,
            one.declared_on,
            one.edition,
            one.source.place(),
        )


def _memberships(reading: Reading) -> Iterator[Fact]:
    """One row a membership of a committee, as body.yaml states it."""
    for committee in reading.body.committees if reading.body is not None else ():
        for one in committee.members:
            place = one.source.place()
            yield committee.name, one.name, str(one.role), one.title, one.voting, one.from_, one.to, place


def _attendance(reading: Reading) -> Iterator[Fact]:
    """One row a person in the lists of a meeting's minutes."""
    minutes = reading.minutes
    if minutes is None:
        return
    on, committee = minutes.on, minutes.committee
    for one in minutes.attendance:
        yield on, committee, one.name, str(one.status), one.position, one.source.place()


INTERESTS = KeptFacts(
    InterestRow,
    (
        *("person", "organisation", "nature", "category", "direct", "relationship"),
        *("held_from", "held_until", "declared_on", "edition", "place"),
    ),
    _interests,
)
MEMBERSHIPS = KeptFacts(
    MembershipRow,
    ("committee", "person", "role", "title", "voting", "held_from", "held_until", "place"),
    _memberships,
)
ATTENDANCE = KeptFacts(
    AttendanceRow,
    ("held_on", "committee", "person", "status", "position", "place"),
    _attendance,
)
KEPT_FACTS = (INTERESTS, MEMBERSHIPS, ATTENDANCE)
