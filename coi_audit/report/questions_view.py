"""Open questions laid out for a page: grouped by rule, so that forty equal ones are one entry with a list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from string import Template

from coi_audit.model.audit import Audit, Finding
from coi_audit.report.findings_view import source_words, where_words
from coi_audit.report.tallies import HEAVIEST_FIRST, cannot_tell
from coi_audit.report.words import SEVERITY_SIGN, sentence, words
from coi_audit.rulebook.types import Rulebook

_ANYBODY = {  # a question's names where it is put for many at once
    "member": "each person named below",
    "interest": "the interest",
    "party": "the party",
    "item": "the item",
    "committee": "the committee",
    "sub_group": "the sub-group",
    "on": "the day",
    "started_on": "the day it began",
}


@dataclass(frozen=True, slots=True)
class QuestionLine:
    where: str
    ask: str
    because: str


@dataclass(frozen=True, slots=True)
class QuestionGroup:
    """One question and every matter it is asked of; `same` where all ask it in the same words."""

    rule_id: str
    title: str
    question: str
    severity: str
    sign: str
    source: str
    mark: str
    same: bool
    lines: tuple[QuestionLine, ...]


def question_groups(audit: Audit, rulebook: Rulebook) -> tuple[QuestionGroup, ...]:
    """Open questions by rule, heaviest first: forty equal ones are one entry with a list."""
    by_rule: dict[str, list[Finding]] = {}
    for finding in cannot_tell(audit):
        by_rule.setdefault(finding.rule_id, []).append(finding)
    groups = [_group(found, audit, rulebook) for found in by_rule.values()]
    order = {words(severity): rank for rank, severity in enumerate(HEAVIEST_FIRST)}
    return tuple(sorted(groups, key=lambda one: (order[one.severity], one.rule_id)))


def _group(found: Sequence[Finding], audit: Audit, rulebook: Rulebook) -> QuestionGroup:
    first = found[0]
    asks = {one.ask or one.statement for one in found}
    rule = rulebook.rules.get(first.rule_id)
    general = _general(rule.question if rule else None, audit.body.name) or first.title
    worst = max((one.severity for one in found), key=lambda one: one.rank)
    ordered = sorted(found, key=lambda one: (one.meeting.isoformat() if one.meeting else "", one.item or "", _who(one)))
    return QuestionGroup(
        rule_id=first.rule_id,
        title=first.title,
        question=next(iter(asks)) if len(asks) == 1 else general,
        severity=words(worst),
        sign=SEVERITY_SIGN[worst],
        source=source_words(first.criterion),
        mark=words(first.criterion.evidence_mark) if first.criterion else "",
        same=len(asks) == 1,
        lines=tuple(_line(one, audit) for one in ordered),
    )


def _line(finding: Finding, audit: Audit) -> QuestionLine:
    parts = [part for part in (_who(finding), where_words(finding, audit)) if part]
    if finding.also:
        parts.append(f"and {len(finding.also)} more: {', '.join(finding.also)}")
    return QuestionLine("; ".join(parts) or "The body", finding.ask or finding.statement, " ".join(finding.because))


def _who(finding: Finding) -> str:
    return finding.person or ""


def _general(question: str | None, body: str) -> str | None:
    """The rule's question with no one person or item in it."""
    if question is None:
        return None
    return sentence(Template(" ".join(question.split())).safe_substitute(_ANYBODY, body=body))
