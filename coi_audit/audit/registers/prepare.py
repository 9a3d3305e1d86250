"""A case made ready for its registers to be brought together: answers and the body's own policy put to work."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from coi_audit.audit.answered import answered_case, knowing
from coi_audit.audit.audited import Audited
from coi_audit.audit.examine import examine_meeting
from coi_audit.audit.knowledge import Knowledge
from coi_audit.audit.run import Request, people_of_case
from coi_audit.audit.settle import NOTHING_ANSWERED, settle
from coi_audit.model.audit import MeetingAudit
from coi_audit.model.case import Case
from coi_audit.rulebook.policy import under_policy


def prepared(case: Case, *, knowledge: Knowledge, as_of: date) -> Audited:
    """The case as on one day; no meeting of it is examined."""
    policy = under_policy(knowledge.rulebook, knowledge.actions, case.records.policy_changes)
    known = replace(knowledge, rulebook=policy.rulebook, actions=policy.table)
    settled = settle(case, request=Request(as_of), knowledge=known) if case.records.answers else NOTHING_ANSWERED
    papers, own = answered_case(case, settled.book), knowing(known, settled.book)
    return Audited(papers, (), people_of_case(papers, own.answers), own, as_of)


def meetings_examined(audited: Audited) -> tuple[MeetingAudit, ...]:
    """Who was at each meeting and what each item touches, oldest first; no rule is asked."""
    case, knowledge, as_of = audited.case, audited.knowledge, audited.as_of
    return tuple(examine_meeting(case, one, knowledge=knowledge, as_of=as_of).audit for one in case.meetings)
