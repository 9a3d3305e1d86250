"""Open questions laid out for a page: forty equal ones are one entry with a list, whichever rules ask them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from string import Template

from coi_audit.model.audit import Audit, Finding
from coi_audit.model.ordering import numbered
from coi_audit.report.findings_view import source_words, where_words
from coi_audit.report.tallies import cannot_tell
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
_BRACKETED = re.compile(rf" \(\$(?:{'|'.join(_ANYBODY)})\)")


@dataclass(frozen=True, slots=True)
class QuestionLine:
    """One matter: where it is, what is asked of it, and what the papers say, once each."""

    where: str
    ask: str
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class QuestionRule:
    """One rule that waits for the answer."""

    rule_id: str
    title: str
    severity: str
    sign: str
    source: str
    mark: str


@dataclass(frozen=True, slots=True)
class QuestionGroup:
    """One question, the rules it would answer and every matter it is asked of; `same` where all ask it alike."""

    question: str
    rules: tuple[QuestionRule, ...]
    same: bool
    lines: tuple[QuestionLine, ...]


def question_groups(audit: Audit, rulebook: Rulebook) -> tuple[QuestionGroup, ...]:
    """Open questions that no paper to ask for settles, heaviest first.

    One asked in the same words for several rules is one entry; of the rest, one entry a rule with a list of matters.
    """
    open_ = open_questions(audit)
    askers: dict[str, set[str]] = {}
    for one in open_:
        askers.setdefault(_words(one), set()).add(one.rule_id)
    groups: dict[tuple[str, str], list[Finding]] = {}
    for one in open_:
        shared = len(askers[_words(one)]) > 1
        groups.setdefault(("words", _words(one)) if shared else ("rule", one.rule_id), []).append(one)
    ordered = sorted(groups.values(), key=lambda found: (-max(one.severity.rank for one in found), found[0].rule_id))
    return tuple(_group(found, audit, rulebook) for found in ordered)


def open_questions(audit: Audit) -> list[Finding]:
    """Findings the papers do not answer and that stand under no paper to ask for, heaviest first."""
    asked = {number for one in audit.assessment.papers for number in one.fingerprints} if audit.assessment else set()
    return [one for one in cannot_tell(audit) if one.fingerprint not in asked]


def _group(found: Sequence[Finding], audit: Audit, rulebook: Rulebook) -> QuestionGroup:
    by_rule: dict[str, list[Finding]] = {}
    for one in found:
        by_rule.setdefault(one.rule_id, []).append(one)
    asks = {_words(one) for one in found}
    rule = rulebook.rules.get(found[0].rule_id)
    general = _general(rule.question if rule else None, audit.body.name) or found[0].title
    ordered = sorted(
        found, key=lambda one: (one.meeting.isoformat() if one.meeting else "", numbered(one.item), _who(one))
    )
    return QuestionGroup(
        question=next(iter(asks)) if len(asks) == 1 else general,
        rules=tuple(_rule(group) for group in by_rule.values()),
        same=len(asks) == 1,
        lines=_lines(ordered, audit),
    )


def _rule(found: Sequence[Finding]) -> QuestionRule:
    first = found[0]
    worst = max((one.severity for one in found), key=lambda one: one.rank)
    return QuestionRule(
        rule_id=first.rule_id,
        title=first.title,
        severity=words(worst),
        sign=SEVERITY_SIGN[worst],
        source=source_words(first.criterion),
        mark=words(first.criterion.evidence_mark) if first.criterion else "",
    )


def _words(finding: Finding) -> str:
    return finding.ask or finding.statement


def _lines(found: Sequence[Finding], audit: Audit) -> tuple[QuestionLine, ...]:
    said: dict[tuple[str, str], list[str]] = {}
    for one in found:
        said.setdefault((_where(one, audit), _words(one)), []).append(" ".join(one.because))
    return tuple(
        QuestionLine(where, ask, tuple(dict.fromkeys(part for part in because if part)))
        for (where, ask), because in said.items()
    )


def _where(finding: Finding, audit: Audit) -> str:
    parts = [part for part in (_who(finding), where_words(finding, audit)) if part]
    if finding.also:
        parts.append(f"and {len(finding.also)} more: {', '.join(finding.also)}")
    return "; ".join(parts) or "The body"


def _who(finding: Finding) -> str:
    return finding.person or ""


def _general(question: str | None, body: str) -> str | None:
    """The rule's question with no one person or item in it."""
    if question is None:
        return None
    told = _BRACKETED.sub("", " ".join(question.split()))  # "(the interest)" would tell nobody anything
    return sentence(Template(told).safe_substitute(_ANYBODY, body=body))
