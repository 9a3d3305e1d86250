"""The assessment as plain data for the audit's JSON: areas, self-certification, readiness, papers to ask for."""

from __future__ import annotations

from typing import Any

from coi_audit.model.assessment import AreaRating, Assessment, AuditRating, CertificationLine, Hurdle, Readiness
from coi_audit.model.words import RuleOutcome


def assessment_document(assessment: Assessment | None) -> dict[str, Any] | None:
    """None where only one meeting was checked."""
    if assessment is None:
        return None
    return {
        "first_day": assessment.first_day.isoformat(),
        "last_day": assessment.last_day.isoformat(),
        "audits": [_audit(one) for one in assessment.audits],
        "self_certification": [_line(one) for one in assessment.certification],
        "readiness": _readiness(assessment.readiness) if assessment.readiness is not None else None,
        "papers_to_ask_for": [
            {
                "title": one.title,
                "ask": one.ask,
                "rule_ids": list(one.rule_ids),
                "fingerprints": list(one.fingerprints),
                "severity": one.severity.value,
            }
            for one in assessment.papers
        ],
    }


def _audit(one: AuditRating) -> dict[str, Any]:
    return {
        "key": one.key,
        "title": one.title,
        "document": one.document,
        "scale": one.scale.value,
        "evidence_mark": one.evidence.value,
        "in_force": one.in_force,
        "areas": [_area(area) for area in one.areas],
    }


def _area(one: AreaRating) -> dict[str, Any]:
    return {
        "key": one.key,
        "title": one.title,
        "level": one.level.value if one.level is not None else None,
        "withheld": one.withheld,
        "reasons": list(one.reasons),
        "rule_ids": list(one.rule_ids),
        "answers": {kind.value: one.answers.get(kind, 0) for kind in RuleOutcome},
        "fingerprints": list(one.fingerprints),
        "ask_the_body": one.ask_the_body,
    }


def _line(one: CertificationLine) -> dict[str, Any]:
    return {
        "key": one.key,
        "frequency": one.frequency.value,
        "question": one.question,
        "answer": one.answer.value,
        "because": list(one.because),
        "missing": list(one.missing),
        "rule_ids": list(one.rule_ids),
    }


def _readiness(one: Readiness) -> dict[str, Any]:
    return {
        "level": one.level.value if one.level is not None else None,
        "withheld": one.withheld,
        "reasons": list(one.reasons),
        "evidence_mark": one.evidence.value,
        "findings": [_hurdle(hurdle) for hurdle in one.findings],
        "papers": [_hurdle(hurdle) for hurdle in one.papers],
    }


def _hurdle(one: Hurdle) -> dict[str, Any]:
    return {
        "what": one.what,
        "rule_ids": list(one.rule_ids),
        "fingerprints": list(one.fingerprints),
        "severity": one.severity.value,
        "level": one.level.value,
    }
