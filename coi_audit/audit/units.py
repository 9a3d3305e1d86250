"""The units of meetings, committees and the body, built from what was examined."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from coi_audit.audit.examine import Examined
from coi_audit.audit.facts_of_conflict import conflict_layer
from coi_audit.audit.facts_of_meeting import item_layer, meeting_layer, report_facts
from coi_audit.audit.facts_of_register import body_facts, committee_facts
from coi_audit.audit.facts_of_rulings import ruling_units
from coi_audit.audit.sub_groups import unplaced_reports
from coi_audit.audit.terms_of_reference import with_terms
from coi_audit.audit.unit import Unit
from coi_audit.model.audit import MissingMeeting
from coi_audit.model.case import Case
from coi_audit.model.facts import MeetingFacts
from coi_audit.model.people import Body
from coi_audit.model.words import CommitteeKind, Examines, Stage


def units_of(
    case: Case,
    examined: Sequence[Examined],
    *,
    missing: Sequence[MissingMeeting],
    as_of: date,
) -> Iterator[Unit]:
    """The units of the meetings, in order of date, then of committees and of the body."""
    for one in examined:
        yield from meeting_units(one, case.body)
    for gone in missing:
        yield _missing_unit(gone, case)
    yield from with_terms(_committee_units(case, examined, as_of), case.records.assurance)


def meeting_units(one: Examined, body: Body) -> Iterator[Unit]:
    """A meeting, its items and their conflicts; each stands on the facts of what it belongs to."""
    day, committee = one.audit.date, one.audit.committee
    papers = [minutes.source for minutes in one.meeting.minutes[:1]]
    papers += [agenda.source for agenda in one.meeting.agendas[:1]]
    meeting = meeting_layer(one, body)
    if one.meeting.between_meetings is None:  # else nobody met: there was no agenda, call or quorum to state
        yield Unit(Examines.MEETING, meeting, evidence=tuple(papers), meeting=day, committee=committee)
    for index, item in enumerate(one.audit.items):
        if not one.items[index].substantive:
            continue
        about = item_layer(one, index, meeting)
        number = item.item.number
        evidence = (item.item.source, *item.record.evidence)
        yield Unit(Examines.ITEM, about, evidence=evidence, meeting=day, committee=committee, item=number)
        for conflict in item.conflicts:
            yield Unit(
                Examines.MEMBER_AND_ITEM,
                conflict_layer(one, index, conflict, about),
                evidence=conflict.evidence,
                confidence=conflict.confidence,
                person=conflict.holding.person.name,
                meeting=day,
                committee=committee,
                item=number,
                conflict=conflict,
            )
    for report in unplaced_reports(one):
        facts, place = report_facts(report, meeting), (report.source,)
        yield Unit(Examines.ITEM, facts, evidence=place, meeting=day, committee=committee, item=report.group)
    yield from ruling_units(one, body)


def _missing_unit(gone: MissingMeeting, case: Case) -> Unit:
    on = gone.on or (gone.between[1] if gone.between else date.min)
    kind = next((one.kind for one in case.body.committees if one.name == gone.committee), CommitteeKind.OTHER)
    facts = MeetingFacts(
        on=on,
        body=case.body.name,
        body_kind=case.body.kind,
        co_commissioning=case.body.co_commissioning_on(on),
        committee=gone.committee,
        committee_kind=kind,
        stage=Stage.NO_MINUTES,
        has_agenda=False,
        declarations_item=None,
        quorum_statement=None,
        call_for_declarations=None,
    )
    evidence = (gone.source,) if gone.source else ()
    return Unit(Examines.MEETING, facts, evidence=evidence, meeting=gone.on, committee=gone.committee)


def _audit_chairs(case: Case, on: date) -> list[str]:
    """Whom assurance.yaml names as audit chair of that day: the guardian, where it says so."""
    assurance = case.records.assurance
    guardians = assurance.guardians() if assurance is not None else ()
    return [one.name for one in guardians if one.name and one.audit_chair and one.in_office(on)]


def _committee_units(case: Case, examined: Sequence[Examined], as_of: date) -> Iterator[Unit]:
    body = case.body
    sat = [one for one in examined if one.meeting.between_meetings is None]
    days = sorted({one.audit.date for one in sat}) or [as_of]
    for committee in body.committees:
        seen = [one for one in sat if one.audit.committee == committee.name]
        for one in seen:
            yield Unit(
                Examines.COMMITTEE,
                committee_facts(
                    committee,
                    one.audit.date,
                    body=body,
                    seen=seen,
                    audit_chairs=_audit_chairs(case, one.audit.date),
                ),
                evidence=(committee.source,),
                meeting=one.audit.date,
                committee=committee.name,
                lasting=True,
            )
    for day in days:
        yield Unit(Examines.BODY, body_facts(body, day), evidence=(body.source,), meeting=day, lasting=True)
