"""Each decision taken between meetings as a meeting of its own with one item, so that it is judged like any other."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import PurePosixPath

from coi_audit.model.evidence import Rejected
from coi_audit.model.meetings import Agenda, AgendaItem, Attendance, Meeting, Minutes, MinutesSection, UrgentDecision
from coi_audit.model.people import Body
from coi_audit.model.words import AttendanceStatus
from coi_audit.readers.case_committees import match_committee

_BY_CHAIR = re.compile(r"\bchair\b|\bchair's\b", re.IGNORECASE)


def urgent_meetings(
    decisions: Iterable[UrgentDecision], body: Body
) -> tuple[tuple[Meeting, ...], tuple[Rejected, ...]]:
    """The decisions as meetings; one without a day, or of which nobody is known to have decided, comes back rejected.

    Of a chair's action that names nobody, the committee's chair in office that day is taken to have decided.
    """
    meetings: list[Meeting] = []
    rejected: list[Rejected] = []
    for number, one in enumerate(decisions, start=1):
        path = PurePosixPath(one.source.file)
        committee = match_committee(one.committee, (path.parent.name, path.stem), body)
        decided = one.decided_by or _chair(one, committee, body)
        if one.on is None:
            rejected.append(_not_judged(one, "no date", "give the day of the decision, e.g. 05/03/2024."))
        elif not decided:
            fix = "give the names of those who decided or voted."
            rejected.append(_not_judged(one, "nobody who decided", fix))
        else:
            meetings.append(_meeting(one, committee, decided, one.reference or str(number)))
    return tuple(meetings), tuple(rejected)


def in_order(meetings: Iterable[Meeting]) -> tuple[Meeting, ...]:
    """Oldest first, then by committee and folder, then in the order they are listed in."""
    return tuple(sorted(meetings, key=lambda one: (one.on, one.committee or "", one.folder)))


def _chair(one: UrgentDecision, committee: str | None, body: Body) -> tuple[Attendance, ...]:
    if one.on is None or not _BY_CHAIR.search(one.how):
        return ()
    members = next((each.members for each in body.committees if each.name == committee), ())
    chair = next((each for each in members if each.chair and each.in_office(one.on)), None)
    if chair is None:
        return ()
    return (Attendance(name=chair.name, status=AttendanceStatus.PRESENT, chair=True, source=one.source),)


def _not_judged(one: UrgentDecision, lacks: str, fix: str) -> Rejected:
    source = one.source
    place = source.place().removeprefix(source.file).lstrip(", ")
    problem = f"this decision has {lacks}, so it was not examined"
    return Rejected(file=source.file, place=place, value=one.title[:300], problem=problem, fix=fix)


def _meeting(one: UrgentDecision, committee: str | None, decided: tuple[Attendance, ...], number: str) -> Meeting:
    assert one.on is not None
    file = one.source.file
    named = {person.name.casefold() for person in decided}
    consulted = tuple(person for person in one.consulted if person.name.casefold() not in named)
    section = MinutesSection(number=number, title=one.title, passages=one.passages, private=one.private,
                             source=one.source)  # fmt: skip
    minutes = Minutes(file=file, on=one.on, committee=one.committee, private=one.private,
                      attendance=(*decided, *consulted), sections=(section,), source=one.source)  # fmt: skip
    item = AgendaItem(number=number, title=one.title, action="Decision", private=one.private, source=one.source)
    agenda = Agenda(file=file, on=one.on, committee=one.committee, private=one.private, from_minutes=True,
                    items=(item,), source=one.source)  # fmt: skip
    folder = "/".join(PurePosixPath(file).parts[:-1]) or "."
    return Meeting(
        on=one.on,
        folder=folder,
        committee=committee,
        agendas=(agenda,),
        minutes=(minutes,),
        between_meetings=one.how,
        source=one.source,
    )
