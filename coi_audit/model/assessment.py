"""What an audit amounts to under each framework: areas rated, returns answered, papers to ask for, readiness."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from coi_audit.model.words import EvidenceMark, OpinionLevel, RuleOutcome, Severity


class ComplianceLevel(StrEnum):
    """The scale of the internal audit of conflicts of interest, best first."""

    COMPLIANT = "compliant"
    PARTIALLY_COMPLIANT = "partially_compliant"
    NON_COMPLIANT = "non_compliant"


class ReadinessLevel(StrEnum):
    """Whether a body is ready for delegated commissioning, best first."""

    NOW = "now"
    SOON = "soon"
    LATER = "later"


class CertificationAnswer(StrEnum):
    YES = "yes"
    NO = "no"
    CANNOT_TELL = "cannot_tell"
    ASK_THE_BODY = "ask_the_body"


class ScaleName(StrEnum):
    """Which scale an audit's areas are rated on. Levels of one scale never stand in the other."""

    COMPLIANCE = "compliance"
    ASSURANCE = "assurance"


class Frequency(StrEnum):
    QUARTERLY = "quarterly"
    ANNUAL = "annual"


@dataclass(frozen=True, slots=True)
class PaperToAsk:
    """A paper that is not among those read, and the rules and findings that it would answer."""

    title: str
    ask: str
    rule_ids: tuple[str, ...]
    fingerprints: tuple[str, ...]
    severity: Severity  # of the heaviest finding it would answer


@dataclass(frozen=True, slots=True)
class AreaRating:
    """One area of an audit. `level` is None where it is withheld, and where nothing in the papers speaks to the area.

    `answers` counts what the area's rules answered; `fingerprints` are those of its findings that are not met.
    """

    key: str
    title: str
    looks_at: str
    level: ComplianceLevel | OpinionLevel | None
    reasons: tuple[str, ...]
    withheld: bool
    rule_ids: tuple[str, ...]
    answers: Mapping[RuleOutcome, int]
    fingerprints: tuple[str, ...]
    ask_the_body: str | None


@dataclass(frozen=True, slots=True)
class AuditRating:
    """One internal audit framework and its areas. `in_force` is false where the framework did not hold in the period:
    its headings then only arrange what was found."""

    key: str
    title: str
    document: str
    scale: ScaleName
    evidence: EvidenceMark  # of the framework's areas
    in_force: bool
    in_force_from: date
    in_force_until: date | None
    areas: tuple[AreaRating, ...]


@dataclass(frozen=True, slots=True)
class CertificationLine:
    """One question of a self-certification, answered from the rules for the period. `missing` says what to ask for."""

    key: str
    frequency: Frequency
    question: str
    answer: CertificationAnswer
    because: tuple[str, ...]
    missing: tuple[str, ...]
    rule_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Hurdle:
    """One thing that stands between the body and delegated commissioning: a finding, a question or a paper."""

    what: str
    rule_ids: tuple[str, ...]
    fingerprints: tuple[str, ...]
    severity: Severity
    level: ReadinessLevel  # what it makes of the body by itself


@dataclass(frozen=True, slots=True)
class Readiness:
    """Whether a body that asks for delegated commissioning is ready. `level` is None exactly when it is withheld."""

    level: ReadinessLevel | None
    reasons: tuple[str, ...]
    withheld: bool
    findings: tuple[Hurdle, ...]
    papers: tuple[Hurdle, ...]
    evidence: EvidenceMark


@dataclass(frozen=True, slots=True)
class Assessment:
    """All of it. `first_day` and `last_day` are the first and the last day it speaks for.

    `certification` is empty where the return was not asked for in the period; `readiness` is None for a body that
    neither shares commissioning with NHS England nor asks for it to be delegated.
    """

    first_day: date
    last_day: date
    audits: tuple[AuditRating, ...] = ()
    certification: tuple[CertificationLine, ...] = ()
    readiness: Readiness | None = None
    papers: tuple[PaperToAsk, ...] = ()
