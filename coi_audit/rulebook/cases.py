"""The rules' own cases, run: what `rules test` and the test-suite report."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from coi_audit.model.outcome import Outcome
from coi_audit.rulebook.apply import apply_rule, render_message
from coi_audit.rulebook.types import CheckLike, Rule, Rulebook, RuleCase


@dataclass(frozen=True, slots=True)
class CaseResult:
    """One case as it came out. `problems` says in words how it differs from what it expects; none if as expected."""

    rule_id: str
    case: RuleCase
    outcome: Outcome
    statement: str
    problems: tuple[str, ...]

    @property
    def as_expected(self) -> bool:
        return not self.problems


def run_case(rule: Rule, case: RuleCase, check: CheckLike) -> CaseResult:
    """Put one case to its rule. Never raises for what the check does: a crash is the outcome failed_to_run."""
    applied = apply_rule(rule, check, case.facts)
    problems = []
    if applied.outcome.kind is not case.expect:
        because = " ".join(applied.outcome.because)
        problems.append(f"expected {case.expect}, came out {applied.outcome.kind}: {because}".rstrip(": "))
    said = " ".join(applied.outcome.because).casefold()
    if case.because is not None and case.because.casefold() not in said:
        problems.append(f'no sentence says "{case.because}"')
    if case.severity is not None and case.severity is not applied.severity:
        problems.append(f"expected the severity {case.severity}, came out {applied.severity}")
    return CaseResult(rule.id, case, applied.outcome, render_message(rule, case.facts), tuple(problems))


def run_all_cases(rulebook: Rulebook, checks: Mapping[str, CheckLike]) -> list[CaseResult]:
    """Every case of every rule, in order of rule id and as the files list them."""
    return [run_case(rule, case, checks[rule.check]) for rule in rulebook.rules.values() for case in rule.cases]
