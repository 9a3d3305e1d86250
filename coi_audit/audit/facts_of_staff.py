"""Decision-making staff of the body's list: what the registers say of each, and a question where no list is there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from coi_audit.audit.audited import Audited
from coi_audit.audit.facts_of_register import member_unit
from coi_audit.audit.register_class import name_in_doubt, register_of_office
from coi_audit.audit.register_rows import office_days
from coi_audit.audit.unit import Unit
from coi_audit.model.assurance import StaffMember
from coi_audit.model.facts import MemberFacts
from coi_audit.model.linking import Person
from coi_audit.model.words import Examines, Role

KIND = "staff"
_COMMITTEE = "the list of decision-making staff"
_SENIOR = re.compile(r"\b(?:8\s*d|9|vsm|very senior|esm)\b", re.IGNORECASE)  # domain.md, section 4.4


def staff_units(audited: Audited) -> Iterator[Unit]:
    """One unit for everybody on the list who sits on no committee, on their last day in post; else the question."""
    if not audited.case.records.papers_of(KIND):
        for day in audited.days_to_ask():
            facts = MemberFacts(
                **audited.event(day),
                paper=False,
                staff=True,
                member="every employee who takes part in decisions",
                role=Role.OTHER,
                committee=_COMMITTEE,
                on_register=None,
            )
            yield Unit(Examines.MEMBER, facts, evidence=(audited.case.body.source,), interest=KIND, lasting=True)
    for staff in _each_once(audited):
        yield from _unit(staff, audited)


def person_of_staff(staff: StaffMember, audited: Audited) -> Person:
    """Who the row means; somebody on no register and no committee is a person apart."""
    return audited.everybody.match(staff.name).person or Person(name=staff.name, names=(staff.name,))


def decides(person: Person, audited: Audited) -> bool | None:
    """Whether the list of staff shows that a person takes part in decisions.

    None where the list leaves it open or there is none; False where there is one that does not name the person.
    """
    rows = [one for one in audited.case.records.staff if person_of_staff(one, audited).key == person.key]
    if not rows:
        return False if audited.case.records.papers_of(KIND) else None
    told = [True if one.band and _SENIOR.search(one.band) else one.decision_maker for one in rows]
    if any(told):
        return True
    return None if None in told else False


def started_in_post(person: Person, audited: Audited) -> date | None:
    """The first day in post by the newest row of the list of staff; None where no row gives one."""
    rows = [one for one in audited.case.records.staff if person_of_staff(one, audited).key == person.key]
    return rows[-1].started_on if rows else None


def _each_once(audited: Audited) -> list[StaffMember]:
    """The newest row of everybody on the lists, in order of name."""
    newest: dict[str, StaffMember] = {}
    for staff in audited.case.records.staff:
        newest[person_of_staff(staff, audited).key] = staff
    return [newest[key] for key in sorted(newest)]


def _unit(staff: StaffMember, audited: Audited) -> Iterator[Unit]:
    on = _day_in_post(staff, audited)
    person = person_of_staff(staff, audited)
    if on is None or office_days(person, audited):
        return
    unit = member_unit(person, None, None, on, case=audited.case, people=audited.everybody)
    facts = replace(unit.facts, staff=True, committee=_COMMITTEE, role=Role.OTHER, started_on=staff.started_on)
    if facts.on_register is False:
        days = [(staff.started_on, staff.left_on)]
        facts = replace(
            facts,
            name_in_doubt=name_in_doubt(staff.name, audited),
            register_of_office=register_of_office(days, audited),
        )
    yield Unit(
        Examines.MEMBER,
        facts,
        evidence=(*unit.evidence, staff.source),
        person=person.name,
        committee=_COMMITTEE,
        lasting=True,
    )


def _day_in_post(staff: StaffMember, audited: Audited) -> date | None:
    """The last day of the audited period in post; None for somebody who left before it or came after."""
    last = audited.last_day
    if (staff.started_on is not None and staff.started_on > last) or (
        staff.left_on is not None and staff.left_on < audited.first_day
    ):
        return None
    return min(staff.left_on or last, last)
