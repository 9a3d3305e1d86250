"""A meeting's preparation put together from what was examined: who is expected, what they hold, what is done by now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from coi_audit.audit.attendees import Attendee
from coi_audit.audit.chair import vice_chair_of
from coi_audit.audit.conflicts import ended_lately
from coi_audit.audit.examine import Examined
from coi_audit.linking.holdings import held_on
from coi_audit.model.audit import MeetingAudit
from coi_audit.model.interests import NilReturn, Register
from coi_audit.model.preparation import Attending, GivenRuling, PapersWithheld, Preparation


def with_preparation(audit: MeetingAudit, examined: Examined, registers: Sequence[Register]) -> MeetingAudit:
    """The meeting with its preparation beside it."""
    return replace(audit, preparation=preparation_of(examined, registers))


def preparation_of(examined: Examined, registers: Sequence[Register]) -> Preparation:
    """Everybody expected with every interest they hold, and what agenda, attendance paper and rulings already show."""
    meeting, people = examined.meeting, examined.people
    return Preparation(
        attending=tuple(_attending(one, examined, registers) for one in examined.roll.everybody),
        quorum=examined.committee.quorum if examined.committee else None,
        circulated=tuple((one.file, one.circulated_on) for one in meeting.agendas if not one.from_minutes),
        withheld=tuple(
            PapersWithheld(_name(people.match(one.name).person, one.name), one.papers_withheld, one.source)
            for one in meeting.expected
            if one.papers_withheld
        ),
        rulings=tuple(
            GivenRuling(_name(people.match(one.person).person, one.person), one)
            for one in meeting.rulings
            if (one.on is None or one.on <= meeting.on) and (one.expires is None or one.expires >= meeting.on)
        ),
        sub_group_reports=examined.sub_groups.reports,
    )


def _name(person: object, written: str) -> str:
    return str(getattr(person, "name", written))


def _attending(one: Attendee, examined: Examined, registers: Sequence[Register]) -> Attending:
    on, chair, vice = examined.meeting.on, examined.chair, vice_chair_of(examined.roll.members)
    own = [holding for holding in examined.holdings if holding.person.key == one.person.key]
    title = one.seat.title if one.seat is not None and not one.deputy else one.position or ""
    return Attending(
        person=one.person,
        role=one.role,
        title=title,
        member=one.seat is not None,
        voting=one.voting,
        chair=one is chair,
        vice_chair=one is vice and one is not chair,
        deputising_for=one.seat.name if one.seat is not None and one.deputy else None,
        interests=tuple(
            sorted(
                (holding for holding in own if held_on(holding, on) or ended_lately(holding, on)),
                key=lambda holding: (holding.organisation_name, holding.tie, holding.nature),
            )
        ),
        nil_return=_nil_return(one, examined, registers),
    )


def _nil_return(one: Attendee, examined: Examined, registers: Sequence[Register]) -> NilReturn | None:
    on, people = examined.meeting.on, examined.people
    found = [
        (day, told)
        for register in registers
        for told in register.nil_returns
        if (day := told.on or told.edition or register.edition) is not None and day <= on
        if (person := people.match(told.person).person) is not None and person.key == one.person.key
    ]
    return max(found, key=lambda pair: pair[0])[1] if found else None
