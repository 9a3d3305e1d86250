"""A meeting gathered once and examined again and again as others attend: what does not depend on who comes is kept."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from coi_audit.audit.attendees import call_roll
from coi_audit.audit.chair import chair_of_meeting
from coi_audit.audit.examine import Examined, Gathered, examine, gather, people_of
from coi_audit.audit.holdings_of_meeting import registered, with_memberships
from coi_audit.audit.knowledge import Knowledge
from coi_audit.audit.told import MinutesTold
from coi_audit.model.case import Case
from coi_audit.model.linking import Holding
from coi_audit.model.meetings import Meeting


@dataclass(frozen=True, slots=True)
class Prepared:
    """A meeting as the papers have it, with what everybody they name holds by the registers."""

    case: Case
    knowledge: Knowledge
    known: Gathered
    on_register: tuple[Holding, ...]


def prepare(case: Case, meeting: Meeting, *, knowledge: Knowledge, as_of: date) -> Prepared:
    """Gather the meeting once."""
    known = gather(case, meeting, knowledge=knowledge, as_of=as_of)
    return Prepared(case, knowledge, known, registered(case, meeting, known.people, knowledge))


def examine_with(prepared: Prepared, meeting: Meeting) -> Examined:
    """The meeting examined with the attendance rows and rulings of `meeting`, which else is the one prepared.

    It gives what `examine_meeting` gives for the changed case.
    """
    knowledge, known = prepared.knowledge, prepared.known
    people, told, on_register = known.people, known.told, prepared.on_register
    if _named(meeting) != _named(known.meeting):
        people = people_of(prepared.case, meeting, known.committee, knowledge.answers)
        told = MinutesTold(meeting.minutes, people, knowledge.minutes_words)
        on_register = registered(prepared.case, meeting, people, knowledge)
    roll = call_roll(meeting, known.committee, people=people, body_name=known.body.name)
    changed = replace(
        known,
        meeting=meeting,
        people=people,
        roll=roll,
        told=told,
        chair=chair_of_meeting(roll.members, known.record, people),
        holdings=with_memberships(on_register, meeting, roll, people, knowledge),
    )
    return examine(changed, knowledge)


def _named(meeting: Meeting) -> frozenset[str]:
    return frozenset(name for row in meeting.expected for name in (row.name, row.deputy) if name)
