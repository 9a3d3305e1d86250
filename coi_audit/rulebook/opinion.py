"""The opinion scale: how findings become an assurance opinion, as rules/opinion.yaml sets it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from coi_audit.model.audit import Finding, Opinion
from coi_audit.model.words import EvidenceMark, OpinionLevel, RuleOutcome, Severity
from coi_audit.rulebook.problems import Problems
from coi_audit.rulebook.reading import Paper, Place, open_paper

FILE = "opinion.yaml"
_BEST_FIRST = (OpinionLevel.FULL, OpinionLevel.SUBSTANTIAL, OpinionLevel.LIMITED, OpinionLevel.NO)


@dataclass(frozen=True, slots=True)
class OpinionStep:
    """Holds where at least `at_least` findings fit: of this outcome and, where given, these rules and severities."""

    level: OpinionLevel
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
class OpinionScale:
    """The steps, in order; the level and reason where none of them holds; what is said where a rule failed."""

    steps: tuple[OpinionStep, ...]
    otherwise: OpinionLevel
    otherwise_reason: str
    withheld: str
    evidence: EvidenceMark

    def judge(self, findings: Iterable[Finding]) -> Opinion:
        """The opinion on findings that have not been waived; withheld where one of them is `failed_to_run`.

        Each finding counts in the first step it fits; the weakest level of the steps that hold is given.
        """
        counted: dict[int, list[Finding]] = {}
        failed = []
        for finding in findings:
            if finding.outcome is RuleOutcome.FAILED_TO_RUN:
                failed.append(finding)
            index = next((i for i, step in enumerate(self.steps) if step.fits(finding)), None)
            if index is not None:
                counted.setdefault(index, []).append(finding)
        holding = [(step, counted.get(i, [])) for i, step in enumerate(self.steps)]
        holding = [(step, found) for step, found in holding if len(found) >= step.at_least]
        reasons = [_reason(step.reason, found) for step, found in holding]
        if failed:
            return Opinion(None, (_reason(self.withheld, failed), *reasons), withheld=True)
        if not holding:
            return Opinion(self.otherwise, (f"{self.otherwise_reason}.",))
        return Opinion(max((step.level for step, _ in holding), key=_BEST_FIRST.index), tuple(reasons))


def load_opinion_scale(folder: Path) -> OpinionScale:
    """Read opinion.yaml of the rules folder strictly. Raises RulebookError listing every fault with its line."""
    problems = Problems()
    name = f"{folder.name}/{FILE}"
    if not (folder / FILE).is_file():
        problems.add(name, 0, "the opinion scale is missing.", "restore the file.")
    paper = open_paper(folder / FILE, name, problems) if not problems.found else None
    scale = _scale(paper) if paper is not None else None
    problems.raise_if_any()
    assert scale is not None
    return scale


def _scale(paper: Paper) -> OpinionScale | None:
    if not paper.mapping((), required=("evidence", "steps", "otherwise", "withheld")):
        return None
    evidence = paper.value(("evidence",), EvidenceMark)
    withheld = paper.value(("withheld",), str)
    steps = [_step(paper, place) for place in paper.entries(("steps",))]
    if not paper.mapping(("otherwise",), required=("level", "reason")):
        return None
    level = paper.value(("otherwise", "level"), OpinionLevel)
    reason = paper.value(("otherwise", "reason"), str)
    read = tuple(step for step in steps if step is not None)
    if evidence is None or withheld is None or level is None or reason is None:
        return None
    return OpinionScale(read, level, reason, withheld, evidence)


def _step(paper: Paper, place: Place) -> OpinionStep | None:
    optional = ("rules", "severities", "at_least")
    if not paper.mapping(place, required=("level", "outcome", "reason"), optional=optional):
        return None
    level = paper.value((*place, "level"), OpinionLevel)
    outcome = paper.value((*place, "outcome"), RuleOutcome)
    reason = paper.value((*place, "reason"), str)
    rules = paper.value((*place, "rules"), tuple[str, ...]) or ()
    severities = paper.value((*place, "severities"), tuple[Severity, ...]) or ()
    at_least = paper.value((*place, "at_least"), int)
    if at_least is not None and at_least < 1:
        paper.fault((*place, "at_least"), f"{at_least} findings always fit.", "give a whole number from 1.")
    if level is None or outcome is None or reason is None:
        return None
    return OpinionStep(level, outcome, reason, rules, severities, 1 if at_least is None else at_least)


def _reason(words: str, found: list[Finding]) -> str:
    rules = ", ".join(sorted({finding.rule_id for finding in found}))
    return f"{words} ({len(found)} finding{'' if len(found) == 1 else 's'}: {rules})."
