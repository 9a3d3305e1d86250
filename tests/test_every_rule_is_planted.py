"""Over all sample bodies together every rule is seen at work: once not met, and once asking for what is not there.

The findings are those of tests/golden/planted_rules*.yaml, which tests/test_planted_rules.py holds to the audits.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from coi_audit import app, paths
from coi_audit.model.words import RuleOutcome

GOLDEN = Path(__file__).resolve().parent / "golden"
NEVER_ASKED = {
    "MTG-02": "Asks only where two practices share a name on an agenda still to come: no paper is missing.",
}


def _rules() -> dict[str, Any]:
    return dict(app.load_books(paths.rules_folder()).rulebook.rules)


RULES = _rules()


def planted(outcome: RuleOutcome) -> set[str]:
    """The rules that some sample body must raise with this outcome."""
    bodies = [
        body
        for path in sorted(GOLDEN.glob("planted_rules*.yaml"))
        for body in yaml.safe_load(path.read_text(encoding="utf-8"))["bodies"]
    ]
    return {one["rule"] for body in bodies for one in body["findings"] if one["outcome"] == outcome.value}


def can_be(outcome: RuleOutcome) -> set[str]:
    """The rules that have a case with this outcome."""
    return {name for name, rule in RULES.items() if any(case.expect is outcome for case in rule.cases)}


def asking_for_papers() -> set[str]:
    """The rules that an absent paper silences, as rules/papers.yaml lists them."""
    papers = yaml.safe_load((paths.rules_folder() / "papers.yaml").read_text(encoding="utf-8"))
    lists = [papers["minutes"], papers["meeting"], *papers["papers"]]
    return {rule for one in lists for rule in one["rules"]}


def test_every_rule_is_somewhere_not_met() -> None:
    assert can_be(RuleOutcome.NOT_MET) == set(RULES)
    assert planted(RuleOutcome.NOT_MET) == set(RULES)


def test_every_rule_that_can_ask_does_somewhere() -> None:
    assert planted(RuleOutcome.CANNOT_TELL) == can_be(RuleOutcome.CANNOT_TELL) - set(NEVER_ASKED)


def test_every_rule_that_a_paper_silences_asks_for_it_somewhere() -> None:
    assert asking_for_papers() - planted(RuleOutcome.CANNOT_TELL) == set()


def test_an_exception_is_a_rule_that_can_ask() -> None:
    assert set(NEVER_ASKED) <= can_be(RuleOutcome.CANNOT_TELL) - asking_for_papers()
