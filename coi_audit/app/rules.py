"""The rulebook as whoever asks "says who?" wants it."""

from __future__ import annotations

from difflib import get_close_matches
from pathlib import Path

from coi_audit.checks import all_checks
from coi_audit.errors import UserError
from coi_audit.rulebook.cases import CaseResult, run_all_cases
from coi_audit.rulebook.load import load_rulebook
from coi_audit.rulebook.types import Rule, Rulebook


def rulebook_of(rules: Path) -> Rulebook:
    """The rulebook, read strictly. Raises `RulebookError`."""
    return load_rulebook(rules, all_checks())


def rule_of(rules: Path, rule_id: str) -> Rule:
    """One rule by its id, whatever its case. Raises `UserError` where there is none."""
    book = rulebook_of(rules)
    wanted = rule_id.strip().upper()
    if wanted not in book.rules:
        near = get_close_matches(wanted, book.rules, n=3, cutoff=0.5)
        raise UserError(
            f'there is no rule "{rule_id}".',
            fix=f"try {' or '.join(near)}." if near else "see the ids with: coi-audit rules list",
        )
    return book.rules[wanted]


def test_rules(rules: Path) -> list[CaseResult]:
    """Run every case of every rule."""
    checks = all_checks()
    return run_all_cases(load_rulebook(rules, checks), checks)
