"""The areas of assurance laid out for a page: ratings, the self-certification, readiness, papers to ask for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from coi_audit.model.assessment import (
    AreaRating,
    Assessment,
    AuditRating,
    CertificationAnswer,
    CertificationLine,
    ComplianceLevel,
    Frequency,
    Hurdle,
    PaperToAsk,
    Readiness,
    ReadinessLevel,
    ScaleName,
)
from coi_audit.model.words import OpinionLevel, RuleOutcome
from coi_audit.report.words import SEVERITY_SIGN, count, day, sentence, words

_GOOD, _FAIR, _BAD, _OPEN = "✓", "◆", "▲", "☐"
_SIGNS: Mapping[type[StrEnum], tuple[str, ...]] = {  # in the order of each scale; values of two scales may be equal
    ComplianceLevel: (_GOOD, _FAIR, _BAD),
    OpinionLevel: (_GOOD, _FAIR, _BAD, "▲▲"),
    ReadinessLevel: (_GOOD, _FAIR, _BAD),
    CertificationAnswer: (_GOOD, _BAD, _OPEN, _OPEN),
}
_SCALES: Mapping[ScaleName, str] = {
    ScaleName.COMPLIANCE: "Each area is compliant, partially compliant or non-compliant.",
    ScaleName.ASSURANCE: "Each area gives full, substantial, limited or no assurance.",
}
_COLOURS = {_GOOD: "good", _FAIR: "medium", _BAD: "high", "▲▲": "critical", _OPEN: "low"}
_ARRANGES = "It did not hold in this period: its headings only arrange what was found."
_COUNTED = (RuleOutcome.MET, RuleOutcome.NOT_MET, RuleOutcome.CANNOT_TELL)


@dataclass(frozen=True, slots=True)
class Mark:
    """A level as a page shows it: sign, words, and the name of its colour."""

    sign: str
    words: str
    key: str


@dataclass(frozen=True, slots=True)
class AreaView:
    title: str
    looks_at: str
    mark: Mark
    reasons: tuple[str, ...]
    answers: str
    ask: str | None


@dataclass(frozen=True, slots=True)
class AuditView:
    title: str
    about: str
    areas: tuple[AreaView, ...]


@dataclass(frozen=True, slots=True)
class AnswerView:
    question: str
    mark: Mark
    because: tuple[str, ...]
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HurdleView:
    what: str
    rules: str
    weight: str
    sign: str
    key: str
    matters: str


@dataclass(frozen=True, slots=True)
class ReadinessView:
    mark: Mark
    reasons: tuple[str, ...]
    findings: tuple[HurdleView, ...]
    papers: tuple[HurdleView, ...]


@dataclass(frozen=True, slots=True)
class PaperView:
    title: str
    ask: str
    rules: str
    questions: str
    weight: str
    sign: str
    key: str


@dataclass(frozen=True, slots=True)
class AssessmentView:
    """`answers` holds the self-certification by how often it is asked."""

    audits: tuple[AuditView, ...]
    answers: tuple[tuple[str, tuple[AnswerView, ...]], ...]
    readiness: ReadinessView | None
    papers: tuple[PaperView, ...]
    period: str


def assessment_view(assessment: Assessment) -> AssessmentView:
    """Lay the whole of it out."""
    by_frequency = [
        (words(kind), tuple(_answer(one) for one in assessment.certification if one.frequency is kind))
        for kind in Frequency
    ]
    return AssessmentView(
        audits=tuple(_audit(one) for one in assessment.audits),
        answers=tuple((title, lines) for title, lines in by_frequency if lines),
        readiness=_readiness(assessment.readiness) if assessment.readiness is not None else None,
        papers=tuple(_paper(one) for one in assessment.papers),
        period=f"{day(assessment.first_day)} to {day(assessment.last_day)}",
    )


def level_mark(level: StrEnum | None, *, withheld: bool = False) -> Mark:
    """How a level is shown; one that is not given is withheld, or the area is not rated."""
    if level is None:
        return Mark(_OPEN, "Withheld" if withheld else "Not rated", _COLOURS[_OPEN])
    sign = _SIGNS[type(level)][list(type(level)).index(level)]
    return Mark(sign, words(level), _COLOURS[sign])


def _audit(one: AuditRating) -> AuditView:
    until = f" to {day(one.in_force_until)}" if one.in_force_until else ""
    held = f"{one.document}, in force from {day(one.in_force_from)}{until}. {_SCALES[one.scale]}"
    about = held if one.in_force else f"{held} {_ARRANGES}"
    return AuditView(one.title, about, tuple(_area(area) for area in one.areas))


def _area(one: AreaRating) -> AreaView:
    counted = [f"{words(kind).lower()} {one.answers.get(kind, 0):,}" for kind in _COUNTED if one.answers.get(kind, 0)]
    return AreaView(
        title=one.title,
        looks_at=one.looks_at,
        mark=level_mark(one.level, withheld=one.withheld),
        reasons=one.reasons,
        answers=f"{count(len(one.rule_ids), 'rule')}: {', '.join(counted) or 'no answer'}" if one.rule_ids else "",
        ask=one.ask_the_body,
    )


def _answer(one: CertificationLine) -> AnswerView:
    return AnswerView(one.question, level_mark(one.answer), one.because, one.missing)


def _readiness(one: Readiness) -> ReadinessView:
    return ReadinessView(
        mark=level_mark(one.level, withheld=one.withheld),
        reasons=one.reasons,
        findings=tuple(_hurdle(each) for each in one.findings),
        papers=tuple(_hurdle(each) for each in one.papers),
    )


def _hurdle(one: Hurdle) -> HurdleView:
    return HurdleView(
        what=sentence(one.what),
        rules=", ".join(one.rule_ids) or "–",
        weight=words(one.severity),
        sign=SEVERITY_SIGN[one.severity],
        key=one.severity.value,
        matters=str(len(one.fingerprints) or 1),
    )


def _paper(one: PaperToAsk) -> PaperView:
    return PaperView(
        title=one.title,
        ask=one.ask,
        rules=", ".join(one.rule_ids),
        questions=count(len(one.fingerprints), "question"),
        weight=words(one.severity),
        sign=SEVERITY_SIGN[one.severity],
        key=one.severity.value,
    )
