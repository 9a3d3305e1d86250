"""Findings about how one minute is written: one for a person and an item, however many interests it touches."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from coi_audit.model.audit import Finding
from coi_audit.model.facts import EventFacts
from coi_audit.model.words import Confidence
from coi_audit.rulebook.apply import Applied, render_statement
from coi_audit.rulebook.types import Rule

_SUREST = tuple(Confidence)


@dataclass(frozen=True, slots=True)
class Raised:
    """A finding on one conflict, with what it was made of; `matter` names the interest."""

    finding: Finding
    rule: Rule
    facts: EventFacts
    applied: Applied
    matter: str


def joined(raised: Iterable[Raised]) -> list[Finding]:
    """One finding for each rule, outcome, meeting, item and person, which names every interest it was raised on.

    It bears the number of the first of them by name: with one interest that is the number it always had, and an
    interest that comes or goes beside it changes the number only where it comes before by name.
    """
    groups: dict[tuple[object, ...], list[Raised]] = {}
    for one in raised:
        told = one.finding
        key = (told.rule_id, told.outcome, told.meeting, told.committee, told.item, told.person)
        groups.setdefault(key, []).append(one)
    return [_one(sorted(group, key=lambda one: one.matter.casefold())) for group in groups.values()]


def _one(group: Sequence[Raised]) -> Finding:
    first = group[0]
    interests = dict.fromkeys(str(getattr(one.facts, "interest", "")) for one in group)
    if len(group) == 1:
        return first.finding
    facts = replace(first.facts, interest="; ".join(interests))  # type: ignore[call-arg]
    findings = [one.finding for one in group]
    return replace(
        first.finding,
        severity=max((one.severity for one in findings), key=lambda severity: severity.rank),
        confidence=min((one.confidence for one in findings), key=_SUREST.index),
        statement=render_statement(first.rule, facts, first.applied.outcome),
        because=tuple(dict.fromkeys(told for one in findings for told in one.because)),
        evidence=tuple(dict.fromkeys(place for one in findings for place in one.evidence)),
    )
