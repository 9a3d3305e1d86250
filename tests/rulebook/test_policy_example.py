"""The annotated example of policy.yaml is read whole and fits the rulebook."""

from __future__ import annotations

from pathlib import Path

from coi_audit.checks import all_checks
from coi_audit.paths import rules_folder
from coi_audit.readers.policy_file import read_policy
from coi_audit.rulebook.action_table import load_action_table
from coi_audit.rulebook.load import load_rulebook
from coi_audit.rulebook.policy import under_policy

_EXAMPLE = Path(__file__).resolve().parents[2] / "docs" / "policy-example.yaml"


def test_every_change_of_the_example_is_applied() -> None:
    read = read_policy(_EXAMPLE, _EXAMPLE.parent)
    rules = Path(rules_folder())
    book = load_rulebook(rules, all_checks())
    under = under_policy(book, load_action_table(rules), read.records.policy_changes)
    assert not read.rejected and not under.refused
    assert [one.what for one in under.applied] == ["DEC-03", "MIN-02", 'row "shared_all" of the action table']
