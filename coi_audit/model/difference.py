"""How two audits of the same papers differ: under another edition of the guidance, or without the body's policy."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from coi_audit.model.words import Action, OpinionLevel, RuleOutcome, Severity


@dataclass(frozen=True, slots=True)
class FindingChange:
    """One matter that comes out otherwise. `before` and `after` are None where that audit raises nothing."""

    fingerprint: str
    rule_id: str
    statement: str
    before: RuleOutcome | None
    after: RuleOutcome | None
    severity_before: Severity | None
    severity_after: Severity | None
    why: str


@dataclass(frozen=True, slots=True)
class ActionChange:
    """One conflict whose required action changes; None where that audit sees no conflict."""

    meeting: date
    committee: str
    item: str
    person: str
    interest: str
    before: Action | None
    after: Action | None


@dataclass(frozen=True, slots=True)
class Difference:
    """From the papers as they are judged (`before`) to the other way asked for (`after`)."""

    title: str
    was: str  # what `before` is, as a column's heading
    is_: str  # what `after` is
    findings: tuple[FindingChange, ...]
    actions: tuple[ActionChange, ...]
    opinion_before: OpinionLevel | None
    opinion_after: OpinionLevel | None
    same_findings: int
