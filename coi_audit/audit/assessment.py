"""What the findings amount to: areas rated under each audit framework, the self-certification, readiness, papers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from coi_audit.audit.audited import Audited
from coi_audit.audit.certification import certify
from coi_audit.audit.engine import Verdicts
from coi_audit.audit.papers_to_ask import papers_to_ask
from coi_audit.audit.readiness import ready
from coi_audit.model.assessment import AreaRating, Assessment, AuditRating, ComplianceLevel, ScaleName
from coi_audit.model.audit import Finding, MissingMeeting, Opinion
from coi_audit.model.words import CoCommissioningKind, OpinionLevel, RuleOutcome
from coi_audit.rulebook.frameworks import Area, AuditFramework, Frameworks
from coi_audit.rulebook.scales import Judgement, Scale
from coi_audit.rulebook.types import Source

_SPOKEN = (RuleOutcome.MET, RuleOutcome.NOT_MET)


@dataclass(frozen=True, slots=True)
class Judged:
    """What every part of the assessment rests on. `findings` holds the failed ones too, and none that is waived.

    `gaps` are sentences on papers that were not there or not read; those on meetings stand apart.
    """

    findings: tuple[Finding, ...]
    counts: dict[str, Counter[RuleOutcome]]
    opinion: Opinion
    meeting_gaps: tuple[str, ...]
    file_gaps: tuple[str, ...]


def assess(
    audited: Audited, verdicts: Verdicts, *, missing: Sequence[MissingMeeting], opinion: Opinion
) -> Assessment | None:
    """The whole assessment; None where the frameworks were not read. Where the opinion is withheld, so is the rest."""
    frameworks, papers = audited.knowledge.frameworks, audited.knowledge.papers
    if frameworks is None or papers is None:
        return None
    asked = papers_to_ask(
        verdicts.findings, meetings=[one.audit for one in audited.examined], missing=missing, papers=papers
    )
    judged = Judged(
        findings=(*verdicts.findings, *verdicts.failed),
        counts=verdicts.counts,
        opinion=opinion,
        meeting_gaps=missing_words(missing),
        file_gaps=unread_words(audited),
    )
    certification = frameworks.certification
    return Assessment(
        first_day=audited.first_day,
        last_day=audited.last_day,
        audits=tuple(_audit(one, audited, judged, frameworks) for one in frameworks.audits if _shown(one, audited)),
        certification=certify(certification, audited, verdicts, papers=asked)
        if in_force(certification.source, audited)
        else (),
        readiness=ready(
            frameworks,
            audited,
            judged.findings,
            opinion=opinion,
            gaps=(*judged.meeting_gaps, *judged.file_gaps),
            papers=asked,
        ),
        papers=asked,
    )


def missing_words(missing: Sequence[MissingMeeting]) -> tuple[str, ...]:
    """The sentence on meetings that left no papers, where there are any."""
    return (
        (f"{len(missing)} meeting{'s' if len(missing) > 1 else ''} of the period left no papers.",) if missing else ()
    )


def unread_words(audited: Audited) -> tuple[str, ...]:
    """The sentence on files that could not be read, where there are any."""
    unread = sum(not one.place for one in audited.case.rejected)
    return (f"{unread} file{'s were' if unread > 1 else ' was'} not read.",) if unread else ()


def in_force(source: Source, audited: Audited) -> bool:
    """Whether the source held on any day of the audit."""
    return source.in_force_from <= audited.last_day and audited.first_day <= (source.in_force_until or date.max)


def _shown(framework: AuditFramework, audited: Audited) -> bool:
    if framework.always:
        return True
    model = audited.case.body.co_commissioning_on(audited.last_day)
    return in_force(framework.source, audited) and (
        not framework.delegated_only or model is CoCommissioningKind.DELEGATED
    )


def _audit(framework: AuditFramework, audited: Audited, judged: Judged, frameworks: Frameworks) -> AuditRating:
    scale: Scale[ComplianceLevel] | Scale[OpinionLevel] = (
        frameworks.compliance if framework.scale is ScaleName.COMPLIANCE else audited.knowledge.opinion
    )
    source = framework.source
    return AuditRating(
        key=framework.key,
        title=framework.title,
        document=source.title,
        scale=framework.scale,
        evidence=framework.evidence,
        in_force=in_force(source, audited),
        in_force_from=source.in_force_from,
        in_force_until=source.in_force_until,
        areas=tuple(_area(area, judged, scale) for area in framework.areas),
    )


def _area(area: Area, judged: Judged, scale: Scale[ComplianceLevel] | Scale[OpinionLevel]) -> AreaRating:
    own = [one for one in judged.findings if one.rule_id in area.rules]
    answers = sum((judged.counts.get(rule, Counter()) for rule in area.rules), Counter[RuleOutcome]())
    rating = _rating(area, own, answers, judged=judged, scale=scale)
    return AreaRating(
        key=area.key,
        title=area.title,
        looks_at=area.looks_at,
        level=rating.level,
        reasons=rating.reasons,
        withheld=rating.withheld,
        rule_ids=area.rules,
        answers={kind: answers[kind] for kind in RuleOutcome},
        fingerprints=tuple(one.fingerprint for one in own if one.outcome is RuleOutcome.NOT_MET),
        ask_the_body=area.ask_the_body,
    )


def _rating(
    area: Area,
    own: Sequence[Finding],
    answers: Counter[RuleOutcome],
    *,
    judged: Judged,
    scale: Scale[ComplianceLevel] | Scale[OpinionLevel],
) -> Judgement[ComplianceLevel] | Judgement[OpinionLevel]:
    if judged.opinion.withheld:
        return Judgement(None, judged.opinion.reasons[:1], withheld=True)
    if not any(answers[kind] for kind in _SPOKEN):
        asked = answers[RuleOutcome.CANNOT_TELL]
        why = "the papers answer none of its questions" if asked else "no rule spoke to it in these papers"
        return Judgement(None, (f"Not rated: {why}.",))
    found: Judgement[ComplianceLevel] | Judgement[OpinionLevel] = scale.judge(own)
    gaps = (*(judged.meeting_gaps if area.meetings else ()), *judged.file_gaps)
    if not gaps:
        return found
    best, second = scale.best_first[:2]
    level: StrEnum | None = second if found.level is best else found.level
    return Judgement(level, (*found.reasons, *gaps))  # type: ignore[return-value]  # the level is of the same scale
