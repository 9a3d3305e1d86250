"""A scale as data: how findings become one of a few levels. Each scale has its own levels, and none takes another's."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from coi_audit.model.audit import Finding
from coi_audit.model.words import EvidenceMark, RuleOutcome, Severity
from coi_audit.rulebook.reading import Paper, Place

Level = TypeVar("Level", bound=StrEnum)
_MOST_RULES = 7  # named in a reason; the findings name them all


@dataclass(frozen=True, slots=True)
class Judgement(Generic[Level]):
    """`level` is None exactly when it is withheld."""

    level: Level | None
    reasons: tuple[str, ...]
    withheld: bool = False


@dataclass(frozen=True, slots=True)
class Step(Generic[Level]):
    """Holds where at least `at_least` findings fit: of this outcome and, where given, these rules and severities."""

    level: Level
    outcome: RuleOutcome
    reason: str
    rules: tuple[str, ...] = ()
    severities: tuple[Severity, ...] = ()
    at_least: int = 1

    def fits(self, finding: Finding) -> bool:
        """Whether the finding counts towards this step."""
        return (
            finding.outcome is self.outcome
            and (not self.rules or finding.rule_id in self.rules)
            and (not self.severities or finding.severity in self.severities)
        )


@dataclass(frozen=True, slots=True)
class Scale(Generic[Level]):
    """The steps, in order; the level and reason where none of them holds; what is said where a rule failed.

    `best_first` holds the scale's levels, best to worst.
    """

    best_first: tuple[Level, ...]
    steps: tuple[Step[Level], ...]
    otherwise: Level
    otherwise_reason: str
    withheld: str
    evidence: EvidenceMark

    def judge(self, findings: Iterable[Finding]) -> Judgement[Level]:
        """The level of findings that have not been waived; withheld where one of them is `failed_to_run`.

        Each finding counts in the first step it fits; the weakest level of the steps that hold is given.
        """
        counted: dict[int, list[Finding]] = {}
        failed = []
        for finding in findings:
            if finding.outcome is RuleOutcome.FAILED_TO_RUN:
                failed.append(finding)
            index = self.step_of(finding)
            if index is not None:
                counted.setdefault(index, []).append(finding)
        holding = [(step, counted.get(i, [])) for i, step in enumerate(self.steps)]
        holding = [(step, found) for step, found in holding if len(found) >= step.at_least]
        reasons = tuple(_reason(step.reason, found) for step, found in holding)
        if failed:
            return Judgement(None, (_reason(self.withheld, failed), *reasons), withheld=True)
        if not holding:
            return Judgement(self.otherwise, (f"{self.otherwise_reason}.",))
        return Judgement(self.worst(step.level for step, _ in holding), reasons)

    def step_of(self, finding: Finding) -> int | None:
        """The place of the first step the finding fits, None where it fits none."""
        return next((i for i, step in enumerate(self.steps) if step.fits(finding)), None)

    def worst(self, levels: Iterable[Level]) -> Level:
        """The worst of some levels. Raises `ValueError` where there is none."""
        return max(levels, key=self.best_first.index)


def read_scale(paper: Paper, place: Place, best_first: tuple[Level, ...]) -> Scale[Level] | None:
    """The scale that stands at a key path, its levels those given; None, with the faults noted, where it is broken."""
    if not paper.mapping(place, required=("evidence", "steps", "otherwise", "withheld")):
        return None
    kind = type(best_first[0])
    evidence = paper.value((*place, "evidence"), EvidenceMark)
    withheld = paper.value((*place, "withheld"), str)
    steps = [_step(paper, one, kind) for one in paper.entries((*place, "steps"))]
    if not paper.mapping((*place, "otherwise"), required=("level", "reason")):
        return None
    level = paper.value((*place, "otherwise", "level"), kind)
    reason = paper.value((*place, "otherwise", "reason"), str)
    if evidence is None or withheld is None or level is None or reason is None:
        return None
    return Scale(best_first, tuple(one for one in steps if one is not None), level, reason, withheld, evidence)


def _step(paper: Paper, place: Place, kind: type[Level]) -> Step[Level] | None:
    optional = ("rules", "severities", "at_least")
    if not paper.mapping(place, required=("level", "outcome", "reason"), optional=optional):
        return None
    level = paper.value((*place, "level"), kind)
    outcome = paper.value((*place, "outcome"), RuleOutcome)
    reason = paper.value((*place, "reason"), str)
    rules = paper.value((*place, "rules"), tuple[str, ...]) or ()
    severities = paper.value((*place, "severities"), tuple[Severity, ...]) or ()
    at_least = paper.value((*place, "at_least"), int)
    if at_least is not None and at_least < 1:
        paper.fault((*place, "at_least"), f"{at_least} findings always fit.", "give a whole number from 1.")
    if level is None or outcome is None or reason is None:
        return None
    return Step(level, outcome, reason, rules, severities, 1 if at_least is None else at_least)


def _reason(words: str, found: list[Finding]) -> str:
    rules = sorted({finding.rule_id for finding in found})
    named = ", ".join(rules[:_MOST_RULES])
    rest = len(rules) - _MOST_RULES
    more = f" and {rest} more rule{'s' if rest > 1 else ''}" if rest > 0 else ""
    return f"{words} ({len(found)} finding{'' if len(found) == 1 else 's'}: {named}{more})."
