"""A case under a rulebook as on one day: meetings examined, rules applied, the opinion formed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain

from coi_audit.audit.answered import whose_name
from coi_audit.audit.assessment import assess
from coi_audit.audit.audited import Audited
from coi_audit.audit.confidential import confidential_of
from coi_audit.audit.declared_late import declared_late, judged_interests
from coi_audit.audit.engine import Verdicts, run_rules
from coi_audit.audit.examine import Examined, examine_meeting, members_once
from coi_audit.audit.kept_lists import kept_lists
from coi_audit.audit.knowledge import Knowledge
from coi_audit.audit.later import later_declarations
from coi_audit.audit.missing import missing_meetings
from coi_audit.audit.opinion import form_opinion
from coi_audit.audit.preparation import with_preparation
from coi_audit.audit.units import units_of
from coi_audit.audit.units_of_people import units_of_people
from coi_audit.audit.units_of_records import units_of_records
from coi_audit.audit.unplaced import unplaced
from coi_audit.linking.answers import NO_ANSWERS, AnswerBook
from coi_audit.linking.people.answers import answered_people, indexed
from coi_audit.linking.people.index import PeopleIndex
from coi_audit.model.audit import Audit, AuditScope, MeetingAudit
from coi_audit.model.case import Case
from coi_audit.model.later import LaterDeclaration
from coi_audit.model.meetings import Meeting
from coi_audit.model.organisations import no_list_among


@dataclass(frozen=True, slots=True)
class Request:
    """What to audit: meetings from `period_from` to `period_to` (both included, None is open) or those named."""

    as_of: date
    as_of_given: bool = True
    period_from: date | None = None
    period_to: date | None = None
    only: frozenset[date] | None = None


def run_audit(case: Case, *, request: Request, knowledge: Knowledge, tool_version: str) -> Audit:
    """The whole audit of one case. Pure: the same case, request and knowledge give the same audit."""
    meetings = [one for one in case.meetings if within(one, request)]
    examined = [examine_meeting(case, one, knowledge=knowledge, as_of=request.as_of) for one in meetings]
    period = (request.period_from, request.period_to)
    missing = () if request.only else missing_meetings(examined, as_of=request.as_of, period=period)
    audited = Audited(case, examined, people_of_case(case, knowledge.answers), knowledge, request.as_of, *period)
    units = units_of(case, examined, missing=missing, as_of=request.as_of)
    beside = () if request.only else units_of_records(audited)  # one meeting alone is not asked about the year's papers
    verdicts = run_rules(chain(units, units_of_people(audited), beside), body=case.body, knowledge=knowledge)
    judged = list(judged_interests(audited))
    later = later_declarations(audited, judged)
    opinion = form_opinion(verdicts, case=case, examined=examined, missing=missing, scale=knowledge.opinion)
    return Audit(
        body=case.body,
        as_of=request.as_of,
        scope=AuditScope(
            request.period_from, request.period_to, tuple(one.on for one in meetings), request.as_of_given
        ),
        tool_version=tool_version,
        rulebook_sha256=knowledge.rulebook.sha256,
        inputs=case.inputs,
        organisation_lists=knowledge.lists,
        meetings=tuple(_prepared(case, one, request, verdicts, later) for one in examined),
        findings=tuple(verdicts.findings),
        outcomes=dict(verdicts.outcomes),
        rule_outcomes={name: dict(count) for name, count in verdicts.counts.items()},
        rejected=(*case.rejected, *knowledge.lists_rejected, *unplaced(examined, knowledge)),
        waived=tuple(verdicts.waived),
        notices=(*case.notices, *_no_list(knowledge), *(one.statement for one in verdicts.failed)),
        opinion=opinion,
        missing=missing,
        assessment=None if request.only else assess(audited, verdicts, missing=missing, opinion=opinion),
        confidential=confidential_of(case, knowledge.ties),
        kept_lists=None if request.only else replace(kept_lists(audited), declared_late=declared_late(judged)),
    )


def _no_list(knowledge: Knowledge) -> tuple[str, ...]:
    told = no_list_among(knowledge.lists)
    return (told,) if told else ()


def people_of_case(case: Case, answers: AnswerBook = NO_ANSWERS) -> PeopleIndex:
    """Everybody on any committee or register of the body."""
    names = sorted({name for register in case.registers for name in register.people})
    whose = whose_name(answers, None)
    return indexed(answered_people(members_once(case.body), (), names, whose), whose)


def within(meeting: Meeting, request: Request) -> bool:
    """Whether the meeting is one of those asked for."""
    if request.only is not None:
        return meeting.on in request.only
    after = request.period_from is None or meeting.on >= request.period_from
    before = request.period_to is None or meeting.on <= request.period_to
    return after and before


def _prepared(
    case: Case, one: Examined, request: Request, verdicts: Verdicts, later: Mapping[int, LaterDeclaration]
) -> MeetingAudit:
    """The meeting with the rules raised; a meeting looked at by itself has its preparation beside it."""
    audit = _with_rules(one.audit, verdicts, later)
    return with_preparation(audit, one, case.registers) if request.only else audit


def _with_rules(audit: MeetingAudit, verdicts: Verdicts, later: Mapping[int, LaterDeclaration]) -> MeetingAudit:
    """Write the raised rules' ids onto each conflict, and what came later."""
    items = tuple(
        replace(
            item,
            conflicts=tuple(
                replace(one, rule_ids=tuple(verdicts.by_conflict.get(id(one), ())), later=later.get(id(one)))
                for one in item.conflicts
            ),
        )
        for item in audit.items
    )
    return replace(audit, items=items)
