"""Every version of every rule has a case on its first and its last day, and just outside the rule's life."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from coi_audit.checks import all_checks
from coi_audit.paths import rules_folder
from coi_audit.rulebook.load import load_rulebook
from coi_audit.rulebook.types import Rule

_DAY = timedelta(days=1)
_RULES = load_rulebook(Path(rules_folder()), all_checks()).rules


def _edges(rule: Rule) -> set[date]:
    days = set()
    for version in rule.versions:
        days |= {version.in_force_from - _DAY, version.in_force_from}
        if version.in_force_until is not None:
            days |= {version.in_force_until, version.in_force_until + _DAY}
    return days


@pytest.mark.parametrize("name", sorted(_RULES))
def test_a_rule_has_cases_on_both_sides_of_each_date(name: str) -> None:
    rule = _RULES[name]
    assert _edges(rule) <= {case.on for case in rule.cases}, "a date without a case on each side"
