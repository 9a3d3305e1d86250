"""Counts of an audit: every pile once, so that page 1, the terminal and the charts say the same numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from coi_audit.model.audit import Audit, Finding, ItemAudit, MeetingAudit
from coi_audit.model.linking import Conflict
from coi_audit.model.words import Action, Handling, MinutesStatus, RuleOutcome, Severity, Stage

_FEW_OTHERS = 3  # findings of one rule on people of no committee that a meeting is told one by one
HEAVIEST_FIRST = tuple(sorted(Severity, key=lambda one: -one.rank))


@dataclass(frozen=True, slots=True)
class Tallies:
    """What page 1 counts. `severities` counts findings that are not met.

    `conflicts` and `handling` count those that ask for more than noting; `to_note` counts the others.
    """

    meetings: int
    held: int
    draft: int
    no_minutes: int
    to_come: int
    missing: int
    items: int
    conflicts: int
    to_note: int
    recent: int
    handling: Mapping[Handling, int]
    severities: Mapping[Severity, int]
    not_met: int
    open_questions: int
    item_questions: int
    waived: int
    rejected: int
    papers: int
    interests_read: int
    nil_returns: int
    outcomes: Mapping[RuleOutcome, int]
    rules: int

    @property
    def failed(self) -> int:
        """How often a rule failed to run."""
        return self.outcomes[RuleOutcome.FAILED_TO_RUN]


def tally(audit: Audit) -> Tallies:
    """Count every pile of the audit."""
    every = [conflict for _, _, conflict in conflicts_of(audit)]
    conflicts = [one for one in every if asks_for_more(one)]
    handling = Counter(one.handling for one in conflicts)
    raised = not_met(audit)
    severities = Counter(one.severity for one in raised)
    stages = Counter(one.stage for one in audit.meetings)
    items = [item for meeting in audit.meetings for item in meeting.items]
    registers = [one for one in audit.inputs if one.kind == "register"]
    return Tallies(
        meetings=len(audit.meetings),
        held=stages[Stage.HELD],
        draft=len(drafts(audit)),
        no_minutes=stages[Stage.NO_MINUTES],
        to_come=stages[Stage.BEFORE],
        missing=len(audit.missing),
        items=len(items),
        conflicts=len(conflicts),
        to_note=len(every) - len(conflicts),
        recent=sum(len(item.recent) for item in items),
        handling={kind: handling[kind] for kind in Handling},
        severities={kind: severities[kind] for kind in HEAVIEST_FIRST},
        not_met=len(raised),
        open_questions=len(cannot_tell(audit)),
        item_questions=sum(len(item.questions) for item in items),
        waived=len(audit.waived),
        rejected=len(audit.rejected),
        papers=len(audit.inputs),
        interests_read=sum(one.rows_read for one in registers),
        nil_returns=sum(one.nil_returns for one in registers),
        outcomes={kind: audit.outcomes.get(kind, 0) for kind in RuleOutcome},
        rules=len(audit.rule_outcomes),
    )


def conflicts_of(audit: Audit) -> Iterator[tuple[MeetingAudit, ItemAudit, Conflict]]:
    """Every conflict with its meeting and item, in order."""
    for meeting in audit.meetings:
        for item in meeting.items:
            for conflict in item.conflicts:
                yield meeting, item, conflict


def asks_for_more(conflict: Conflict) -> bool:
    """Whether it asks for more than to be noted: such conflicts alone are held against how they were handled."""
    return conflict.required_action.strength > Action.NOTE.strength


def not_met(audit: Audit) -> list[Finding]:
    """Findings that are not met, heaviest first."""
    found = [one for one in audit.findings if one.outcome is RuleOutcome.NOT_MET]
    return sorted(found, key=lambda one: -one.severity.rank)


def beside_items(audit: Audit) -> list[Finding]:
    """Findings not met that speak of no item: registers, declarations, the committee's make-up, the agenda."""
    return [one for one in not_met(audit) if one.item is None]


@dataclass(frozen=True, slots=True)
class Beside:
    """What to put right beside the items of a meeting: findings, and a sentence a rule on those left to the audit."""

    findings: tuple[Finding, ...]
    further: tuple[str, ...] = ()


def beside_meeting(audit: Audit) -> Beside:
    """What speaks of no item, for one meeting: of people on no committee, many findings by one rule are counted."""
    every = beside_items(audit)
    members = {member.name for committee in audit.body.committees for member in committee.members}
    others = Counter(one.rule_id for one in every if one.person is not None and one.person not in members)
    many = {rule: n for rule, n in others.items() if n > _FEW_OTHERS}
    shown = [one for one in every if one.person is None or one.person in members or one.rule_id not in many]
    further = [
        f"{rule}: {n:,} findings on people who are members of no committee; the audit lists them."
        for rule, n in sorted(many.items())
    ]
    return Beside(tuple(shown), tuple(further))


def cannot_tell(audit: Audit) -> list[Finding]:
    """Findings the papers do not answer, heaviest first."""
    found = [one for one in audit.findings if one.outcome is RuleOutcome.CANNOT_TELL]
    return sorted(found, key=lambda one: -one.severity.rank)


def drafts(audit: Audit) -> list[MeetingAudit]:
    """Meetings whose minutes are a draft."""
    return [one for one in audit.meetings if one.minutes_status is MinutesStatus.DRAFT]
