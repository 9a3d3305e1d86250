"""Facts against rules: every rule on every unit of its kind, six outcomes counted, findings fingerprinted."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from coi_audit.audit.joined import Raised, joined
from coi_audit.audit.knowledge import Knowledge
from coi_audit.audit.panel import Posed, Standing, panels_of
from coi_audit.audit.unit import Unit
from coi_audit.model.audit import Finding
from coi_audit.model.dates import in_words
from coi_audit.model.facts import EventFacts
from coi_audit.model.ordering import numbered
from coi_audit.model.people import Body
from coi_audit.model.words import RuleOutcome
from coi_audit.rulebook.apply import Applied, apply_rule, render_statement
from coi_audit.rulebook.types import Rule, Rulebook

_RAISED = (RuleOutcome.NOT_MET, RuleOutcome.CANNOT_TELL)


@dataclass(slots=True)
class Verdicts:
    """What the rules said. `by_conflict` maps a conflict's identity to the rules raised on it."""

    findings: list[Finding] = field(default_factory=list)
    waived: list[Finding] = field(default_factory=list)
    failed: list[Finding] = field(default_factory=list)
    counts: dict[str, Counter[RuleOutcome]] = field(default_factory=dict)
    by_conflict: dict[int, list[str]] = field(default_factory=dict)
    of_minutes: list[Raised] = field(default_factory=list)  # still one for each interest

    @property
    def outcomes(self) -> Counter[RuleOutcome]:
        """All rules' counts together."""
        return sum(self.counts.values(), Counter())


def run_rules(units: Iterable[Unit], *, body: Body, knowledge: Knowledge) -> Verdicts:
    """Apply the whole rulebook. A rule with nothing to examine counts once as not applicable."""
    verdicts = Verdicts(counts={rule: Counter() for rule in sorted(knowledge.rulebook.rules)})
    panels = panels_of(knowledge.rulebook, knowledge.checks)
    alike: Counter[Standing] = Counter()
    for unit in units:
        facts = unit.facts
        standing = panels.on(unit.examines, facts.on).standing(facts)
        alike[standing] += 1
        if standing.asked:
            _ask(standing.asked, unit, verdicts, body)
    for standing, number in alike.items():
        for rule, outcome in standing.quiet:
            verdicts.counts[rule][outcome] += number
    for rule, count in verdicts.counts.items():
        told = Counter({outcome: count[outcome] for outcome in RuleOutcome if count[outcome]})
        verdicts.counts[rule] = told or Counter({RuleOutcome.NOT_APPLICABLE: 1})
    verdicts.findings = _merged([*verdicts.findings, *joined(verdicts.of_minutes)])
    verdicts.waived = _merged(verdicts.waived)
    return verdicts


def _ask(asked: Sequence[Posed], unit: Unit, verdicts: Verdicts, body: Body) -> None:
    """Put rules to one unit's own facts: the only place where answers become findings."""
    facts = unit.whole
    for posed in asked:
        rule = posed.rule
        applied = apply_rule(rule, posed.check, facts)
        kind = applied.outcome.kind
        verdicts.counts[rule.id][kind] += 1
        if kind is RuleOutcome.FAILED_TO_RUN:
            verdicts.failed.append(_finding(rule, unit, facts, applied, body))
        elif kind in _RAISED:
            finding = _finding(rule, unit, facts, applied, body)
            if rule.joins_interests:
                verdicts.of_minutes.append(Raised(finding, rule, facts, applied, unit.matter))
            else:
                verdicts.findings.append(finding)
            if unit.conflict is not None:
                verdicts.by_conflict.setdefault(id(unit.conflict), []).append(rule.id)
        elif kind is RuleOutcome.MET and getattr(facts, "ruling", None):
            without = apply_rule(rule, posed.check, replace(facts, ruling=None))  # type: ignore[call-arg]
            if without.outcome.kind is RuleOutcome.NOT_MET:
                reason = str(getattr(facts, "ruling", ""))
                verdicts.waived.append(replace(_finding(rule, unit, facts, without, body), waived_by=reason))


def _finding(rule: Rule, unit: Unit, facts: EventFacts, applied: Applied, body: Body) -> Finding:
    outcome = applied.outcome
    return Finding(
        fingerprint=fingerprint(rule.id, unit, body),
        rule_id=rule.id,
        title=rule.title,
        area=rule.area,
        outcome=outcome.kind,
        severity=applied.severity,
        confidence=unit.confidence,
        statement=render_statement(rule, facts, outcome),
        criterion=Rulebook.criterion(applied.version) if applied.version else None,
        because=_because(outcome.because, unit),
        ask=outcome.ask,
        evidence=unit.evidence,
        recommendation=rule.recommendation,
        person=unit.person,
        meeting=unit.meeting,
        committee=unit.committee,
        item=unit.item,
        paper_absent=outcome.kind is RuleOutcome.CANNOT_TELL and getattr(facts, "paper", True) is False,
    )


def _because(told: tuple[str, ...], unit: Unit) -> tuple[str, ...]:
    """The rule's own reasons, with the people's answers that the conflict rests on."""
    answers = unit.conflict.answered if unit.conflict is not None else ()
    return (*told, *(one.sentence for one in answers if one.sentence not in told)) if answers else told


def fingerprint(rule_id: str, unit: Unit, body: Body) -> str:
    """16 hexadecimal digits that name the matter: rule, body, meeting, item, person, interest.

    A lasting matter keeps its number from meeting to meeting.
    """
    when = "" if unit.lasting or unit.meeting is None else unit.meeting.isoformat()
    committee = None if unit.lasting and unit.person else unit.committee  # a declaration is made to the body
    parts = (rule_id, body.ods_code or body.name, when, committee, unit.item, unit.person, unit.matter)
    folded = "\x1f".join(" ".join((part or "").casefold().split()) for part in parts)
    return hashlib.sha256(folded.encode()).hexdigest()[:16]


def _merged(findings: list[Finding]) -> list[Finding]:
    """One finding a matter: the heaviest wording stands, and the other meetings it was seen at are named."""
    groups: dict[str, list[Finding]] = {}
    for finding in findings:
        groups.setdefault(finding.fingerprint, []).append(finding)
    merged = []
    for group in groups.values():
        best = max(group, key=_weight)
        others = {one.meeting for one in group if one.meeting is not None and one.meeting != best.meeting}
        merged.append(replace(best, also=tuple(in_words(day) for day in sorted(others))) if others else best)
    return sorted(merged, key=_order)


def _weight(finding: Finding) -> tuple[bool, int, str]:
    day = finding.meeting.isoformat() if finding.meeting else "9999"
    return (finding.outcome is RuleOutcome.NOT_MET, finding.severity.rank, day)


def _order(finding: Finding) -> tuple[object, ...]:
    return (
        finding.outcome is not RuleOutcome.NOT_MET,
        -finding.severity.rank,
        finding.meeting.isoformat() if finding.meeting else "",
        numbered(finding.item),
        finding.rule_id,
        finding.person or "",
        finding.fingerprint,
    )
