"""Who can be asked on a day: those on a committee, and staff in post; and which of their rows still stand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from coi_audit.audit.audited import Audited
from coi_audit.audit.facts_of_staff import person_of_staff
from coi_audit.audit.register_rows import editions
from coi_audit.model.interests import Interest


@dataclass(frozen=True, slots=True)
class Seated:
    """Somebody in office or in post. `committees` are where they sit, in the body's order; of staff, their post."""

    key: str
    name: str
    committees: tuple[str, ...]


def seated_on(on: date, audited: Audited) -> dict[str, Seated]:
    """By the person's key, each once."""
    found: dict[str, Seated] = {}
    for key, name, where in _posts(on, audited):
        known = found.get(key)
        places = (*known.committees, where) if known is not None else (where,)
        found[key] = Seated(key, known.name if known is not None else name, tuple(dict.fromkeys(places)))
    return found


def _posts(on: date, audited: Audited) -> Iterator[tuple[str, str, str]]:
    for committee in audited.case.body.committees:
        for seat in committee.members:
            person = audited.everybody.match(seat.name).person
            if person is not None and seat.in_office(on):
                yield person.key, person.name, committee.name
    for staff in audited.case.records.staff:
        begun = staff.started_on is None or staff.started_on <= on
        if begun and (staff.left_on is None or on <= staff.left_on):
            person = person_of_staff(staff, audited)
            yield person.key, person.name, staff.position or "decision-making staff"


def stands_in_newest(row: Interest, name: str | None, audited: Audited) -> bool:
    """Whether no later edition of the same register lists the person: then this row is the newest word on it."""
    person = audited.everybody.match(name).person if name else None
    if person is None:
        return False
    known = editions(audited)
    own = next((one for one in known if one.register.file == row.source.file), None)
    if own is None or own.register.edition is None:
        return own is not None
    return not any(
        one.register.edition is not None
        and one.register.edition > own.register.edition
        and one.register.public is own.register.public
        and person.key in one.listed
        for one in known
    )
