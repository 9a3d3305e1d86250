"""Who is in the chair for one item, and who may take it where the chair is conflicted (contract, section 5)."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from coi_audit.audit.attendees import Attendee
from coi_audit.linking.people.index import PeopleIndex
from coi_audit.model.linking import ChairResult, ItemRecord, MeetingRecord
from coi_audit.model.words import Role

_VICE = re.compile(r"\b(vice|deputy)[- ]chair", re.IGNORECASE)


def chair_of_meeting(
    attendees: Sequence[Attendee], record: MeetingRecord | None, people: PeopleIndex
) -> Attendee | None:
    """Whoever the minutes mark or name as chair; else the chair if present, else the vice-chair."""
    marked = [one for one in attendees if one.chair]
    if marked:
        return marked[0]
    if record is not None and record.chair:
        match = people.match(record.chair)
        for one in attendees:
            if match.person is not None and one.person.key == match.person.key:
                return one
    for one in attendees:
        if one.seat is not None and one.seat.chair and not one.deputy:
            return one
    return vice_chair_of(attendees)


def vice_chair_of(attendees: Sequence[Attendee]) -> Attendee | None:
    """The vice-chair at the meeting: so marked, or by title."""
    for one in attendees:
        if one.seat is not None and not one.deputy and (one.seat.vice_chair or _VICE.search(one.seat.title)):
            return one
    return None


def chair_for_item(
    chair: Attendee | None,
    attendees: Sequence[Attendee],
    *,
    out: Collection[str],
    record: ItemRecord,
    people: PeopleIndex,
) -> ChairResult:
    """The chair of one item. `out` are the keys of people required to do `stay_no_vote` or more."""
    conflicted = chair is not None and chair.person.key in out
    named = people.match(record.chair) if record.chair else None
    name = chair.person.name if chair else (named.person.name if named and named.person else record.chair)
    if not conflicted or chair is None:
        return ChairResult(name, conflicted=False)
    if record.chair and not (named and named.person and named.person.key == chair.person.key):
        substitute = named.person.name if named and named.person else record.chair
        return ChairResult(name, conflicted=True, substitute=substitute)
    free = [one for one in attendees if one.voting and one.person.key not in out and one.person.key != chair.person.key]
    vice = vice_chair_of(attendees)
    if vice is not None and vice.person.key not in out and vice.person.key != chair.person.key:
        return ChairResult(name, conflicted=True, substitute=vice.person.name)
    lay_first = sorted(free, key=lambda one: (one.role is not Role.LAY, one.role is not Role.EXECUTIVE, one.person.key))
    return ChairResult(name, conflicted=True, substitute=lay_first[0].person.name if lay_first else None)
