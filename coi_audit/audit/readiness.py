"""Whether a body that asks for delegated commissioning is ready: now, soon or later, and what stands in the way."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from coi_audit.audit.audited import Audited
from coi_audit.model.assessment import Hurdle, PaperToAsk, Readiness, ReadinessLevel
from coi_audit.model.audit import Finding, Opinion
from coi_audit.model.words import BodyKind, CoCommissioningKind, CommitteeKind, RuleOutcome, Severity
from coi_audit.rulebook.frameworks import Frameworks
from coi_audit.rulebook.scales import Scale

_SHARED = (CoCommissioningKind.GREATER_INVOLVEMENT, CoCommissioningKind.JOINT)
_HEAVY = (Severity.CRITICAL, Severity.HIGH)


def ready(
    frameworks: Frameworks,
    audited: Audited,
    findings: Sequence[Finding],
    *,
    opinion: Opinion,
    gaps: Sequence[str],
    papers: Sequence[PaperToAsk],
) -> Readiness | None:
    """None for a body that is not on the way to delegated commissioning. `gaps` are papers that were not there."""
    if not asks_for_delegation(audited):
        return None
    scale = frameworks.readiness
    if opinion.withheld:
        return Readiness(None, opinion.reasons[:1], True, (), (), scale.evidence)
    missing = [*gaps, *((f"{frameworks.no_committee}.",) if _no_committee(audited) else ())]
    found = scale.judge(findings)
    level, reasons = found.level, found.reasons
    if missing:
        stands = level is not None and level is not scale.otherwise
        level = scale.worst((level or scale.otherwise, ReadinessLevel.SOON))
        reasons = (*(reasons if stands else ()), *missing)
    hurdles = tuple(_absent(one) for one in missing)
    return Readiness(
        level=level,
        reasons=reasons,
        withheld=False,
        findings=_hurdles(findings, scale, RuleOutcome.NOT_MET),
        papers=(*hurdles, *_papers(papers), *_questions(findings, scale, papers)),
        evidence=scale.evidence,
    )


def asks_for_delegation(audited: Audited) -> bool:
    """Whether the body is a CCG that shares primary care commissioning with NHS England, or is to have it delegated."""
    body, day = audited.case.body, audited.last_day
    later = any(
        one.kind is CoCommissioningKind.DELEGATED and one.from_ is not None and one.from_ > day
        for one in body.co_commissioning
    )
    return body.kind is BodyKind.CCG and (body.co_commissioning_on(day) in _SHARED or later)


def _no_committee(audited: Audited) -> bool:
    kinds = {one.kind for one in audited.case.body.committees}
    return not kinds & {CommitteeKind.PCCC, CommitteeKind.JOINT}


def _absent(sentence: str) -> Hurdle:
    return Hurdle(sentence, (), (), Severity.HIGH, ReadinessLevel.SOON)


def _papers(papers: Iterable[PaperToAsk]) -> list[Hurdle]:
    return [
        Hurdle(one.title, one.rule_ids, one.fingerprints, one.severity, ReadinessLevel.SOON)
        for one in papers
        if one.severity in _HEAVY
    ]


def _questions(findings: Sequence[Finding], scale: Scale[ReadinessLevel], papers: Sequence[PaperToAsk]) -> list[Hurdle]:
    covered = {number for one in papers for number in one.fingerprints}
    rest = [one for one in findings if one.fingerprint not in covered]
    return list(_hurdles(rest, scale, RuleOutcome.CANNOT_TELL))


def _hurdles(findings: Iterable[Finding], scale: Scale[ReadinessLevel], outcome: RuleOutcome) -> tuple[Hurdle, ...]:
    """What a step of the scale counts, one entry a rule, what weighs most on readiness first."""
    groups: dict[str, list[Finding]] = {}
    for one in findings:
        if one.outcome is outcome and scale.step_of(one) is not None:
            groups.setdefault(one.rule_id, []).append(one)
    hurdles = [_hurdle(found, scale) for found in groups.values()]
    return tuple(
        sorted(hurdles, key=lambda one: (-scale.best_first.index(one.level), -one.severity.rank, one.rule_ids))
    )


def _what(found: Sequence[Finding]) -> str:
    """The rule's title; of what cannot be told the question itself, or that it is one of several."""
    first = found[0]
    if first.outcome is not RuleOutcome.CANNOT_TELL:
        return first.title
    return (first.ask or first.statement) if len(found) == 1 else f"Not answered: {first.title}"


def _hurdle(found: Sequence[Finding], scale: Scale[ReadinessLevel]) -> Hurdle:
    steps = [scale.steps[place] for one in found if (place := scale.step_of(one)) is not None]
    return Hurdle(
        what=_what(found),
        rule_ids=(found[0].rule_id,),
        fingerprints=tuple(one.fingerprint for one in found),
        severity=max((one.severity for one in found), key=lambda one: one.rank),
        level=scale.worst(step.level for step in steps),
    )
