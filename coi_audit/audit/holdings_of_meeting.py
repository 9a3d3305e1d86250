"""What everybody at a meeting holds: register rows, the membership list's practices, owners of local organisations."""

from __future__ import annotations

from collections.abc import Sequence

from coi_audit.audit.answered import answered_registers
from coi_audit.audit.attendees import Attendee, Roll
from coi_audit.audit.knowledge import Knowledge
from coi_audit.linking.holdings import holding_of_membership, holdings_of_owners, holdings_on
from coi_audit.linking.people.index import PeopleIndex
from coi_audit.model.case import Case
from coi_audit.model.linking import Holding
from coi_audit.model.meetings import Meeting
from coi_audit.model.people import Member


def holdings_at(
    case: Case, meeting: Meeting, roll: Roll, people: PeopleIndex, knowledge: Knowledge
) -> tuple[Holding, ...]:
    """Register rows, the membership list's practices and the owners of local organisations, as on the day."""
    return with_memberships(registered(case, meeting, people, knowledge), meeting, roll, people, knowledge)


def registered(case: Case, meeting: Meeting, people: PeopleIndex, knowledge: Knowledge) -> tuple[Holding, ...]:
    """What the registers alone tell: the same whoever attends."""
    registers = answered_registers(case, knowledge.answers)
    on, directory = meeting.on, knowledge.directory
    return holdings_on(on, registers=registers, people=people, directory=directory, words=knowledge.ties)


def with_memberships(
    known: Sequence[Holding], meeting: Meeting, roll: Roll, people: PeopleIndex, knowledge: Knowledge
) -> tuple[Holding, ...]:
    """These holdings with what seats and lists tell of those on the roll."""
    directory, on, told = knowledge.directory, meeting.on, list(known)
    for attendee in roll.everybody:
        for seat in _seats(attendee):
            extra = holding_of_membership(attendee.person, seat, on=on, directory=directory, known=told)
            told += [extra] if extra else []
    present = [one.person for one in roll.everybody]
    told += holdings_of_owners(present, on=on, directory=directory, index=people, known=told)
    return tuple(told)


def _seats(attendee: Attendee) -> tuple[Member, ...]:
    """The memberships whose stated practice is the person's own: a deputy's seat is another's."""
    if attendee.namesakes:
        return attendee.namesakes
    if attendee.seat is not None and not attendee.deputy:
        return (attendee.seat,)
    return (attendee.person.member,) if attendee.person.member is not None else ()
