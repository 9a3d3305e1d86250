"""Every case of every rule file comes out as it says."""

from __future__ import annotations

import pytest

from coi_audit.checks import all_checks
from coi_audit.paths import rules_folder
from coi_audit.rulebook.cases import run_case
from coi_audit.rulebook.load import load_rulebook
from coi_audit.rulebook.types import Rule, RuleCase

CHECKS = all_checks()
CASES = [(rule, case) for rule in load_rulebook(rules_folder(), CHECKS).rules.values() for case in rule.cases]


@pytest.mark.parametrize(("rule", "case"), CASES, ids=[f"{rule.id}: {case.name}" for rule, case in CASES])
def test_case(rule: Rule, case: RuleCase) -> None:
    result = run_case(rule, case, CHECKS[rule.check])
    assert result.problems == ()
    assert "$" not in result.statement
