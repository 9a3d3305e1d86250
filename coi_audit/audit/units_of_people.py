"""The units of people and of what they declared: members at each meeting and as on the day, staff, interests."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from coi_audit.audit.attendees import Attendee
from coi_audit.audit.audited import Audited
from coi_audit.audit.examine import Examined
from coi_audit.audit.facts_of_register import InterestUnit, MemberUnit, interest_units, member_unit
from coi_audit.audit.facts_of_staff import started_in_post
from coi_audit.audit.holdings_of_day import holdings_of_day
from coi_audit.audit.independence import board_facts
from coi_audit.audit.outside_work import outside_facts
from coi_audit.audit.practice_roles import practice_facts
from coi_audit.audit.register_class import class_facts
from coi_audit.audit.unit import Unit
from coi_audit.linking.holdings import name_alone
from coi_audit.model.interests import Interest
from coi_audit.model.linking import Holding
from coi_audit.model.people import Committee, Member
from coi_audit.model.words import Examines, Stage


def units_of_people(audited: Audited) -> Iterator[Unit]:
    """Members at the meetings they attended, then all in office on the as-of date, then interests."""
    for one in audited.examined:
        if one.audit.stage is not Stage.BEFORE:
            for attendee in one.roll.members:
                yield _at_meeting(attendee, one, audited)
    yield from units_in_office(audited)
    for unit, _ in units_of_interests(audited):
        yield unit


def _at_meeting(attendee: Attendee, one: Examined, audited: Audited) -> Unit:
    seat = attendee.seat if not attendee.deputy else attendee.person.member
    unit = member_unit(attendee.person, seat, one.committee, one.audit.date, case=audited.case, people=one.people)
    unit = _told_more(unit, seat, one.holdings, audited)
    if attendee.deputy:
        began = unit.facts.started_on or started_in_post(attendee.person, audited)
        unit = replace(unit, facts=replace(unit.facts, deputy=True, started_on=began))
    return _member(unit, committee=one.audit.committee, meeting=one.audit.date)


def units_of_interests(audited: Audited) -> Iterator[tuple[Unit, Interest]]:
    """One unit for each interest on the body's own registers, with the row that it is told by."""
    for unit in interest_units(audited.case, audited.everybody, audited.as_of):
        if unit.facts.on >= audited.began:
            yield _of_interest(unit, audited), unit.interest


def units_in_office(audited: Audited) -> Iterator[Unit]:
    """One unit for each seat held on the as-of date."""
    on = audited.as_of
    holdings = holdings_of_day(on, audited)
    for committee in audited.case.body.committees:
        for seat in committee.members:
            unit = _seated(seat, committee, on, audited)
            if unit is not None:
                yield _member(_told_more(unit, seat, holdings, audited), committee=committee.name)


def _seated(seat: Member, committee: Committee, on: date, audited: Audited) -> MemberUnit | None:
    person = audited.everybody.match(seat.name).person
    if person is None or not seat.in_office(on):
        return None
    return member_unit(person, seat, committee, on, case=audited.case, people=audited.everybody)


def _told_more(unit: MemberUnit, seat: Member | None, holdings: Sequence[Holding], audited: Audited) -> MemberUnit:
    """The same unit with what the seat and the rows tell of a practice, and of standing on the register at all."""
    facts = unit.facts
    practice = practice_facts(
        unit.person, seat, facts.role, on=facts.on, holdings=holdings, knowledge=audited.knowledge
    )
    return replace(unit, facts=replace(facts, **practice, **class_facts(unit.person, seat, facts, audited)))


def _member(unit: MemberUnit, *, committee: str, meeting: date | None = None) -> Unit:
    return Unit(
        Examines.MEMBER,
        unit.facts,
        evidence=unit.evidence,
        person=unit.person.name,
        meeting=meeting,
        committee=committee,
        lasting=True,
    )


def _of_interest(unit: InterestUnit, audited: Audited) -> Unit:
    return Unit(
        Examines.INTEREST,
        replace(unit.facts, **board_facts(unit, audited), **outside_facts(unit, audited)),
        evidence=(unit.interest.source,),
        person=unit.person.name,
        interest=f"{name_alone(unit.interest.organisation or unit.interest.nature)} {unit.interest.direct}",
        lasting=True,
    )
