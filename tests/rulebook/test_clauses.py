"""Every clause of the sources is listed with what answers for it; a bent list is refused with its line."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner
from small_rulebook import CHECKS, write

from coi_audit import paths
from coi_audit.checks import all_checks
from coi_audit.cli import main
from coi_audit.errors import RulebookError
from coi_audit.model.words import EvidenceMark, Force
from coi_audit.report.coverage_text import by_source, coverage_markdown
from coi_audit.rulebook.clauses import coverage
from coi_audit.rulebook.load import load_rulebook
from coi_audit.rulebook.types import Rulebook

PAGE = Path(__file__).parents[2] / "docs" / "coverage.md"
CLAUSES = """\
Declarations:
  - sources: [OLD, NEW]
    locator: Declaring interests
    asks: Declare every year.
    force: must
    evidence: seen
    rules: [TST-01]
  - sources: [NEW]
    locator: Speaking up
    asks: Everybody speaks up.
    force: should
    evidence: recalled
    ask_the_body: How were concerns raised?
  - sources: [NEW]
    locator: Other things
    asks: Do other things.
    force: local
    evidence: design
"""


@pytest.fixture(scope="module")
def rulebook() -> Rulebook:
    return load_rulebook(paths.rules_folder(), all_checks())


def small(folder: Path, clauses: str = CLAUSES) -> Rulebook:
    rules = write(folder)
    (rules / "clauses.yaml").write_text(clauses, encoding="utf-8")
    return load_rulebook(rules, CHECKS)


def test_a_clause_of_two_editions_counts_in_each(tmp_path: Path) -> None:
    book = small(tmp_path)
    found = coverage(book)
    assert [(one.source.key, one.rules) for one in found.tested] == [("OLD", ("TST-01",)), ("NEW", ("TST-01",))]
    assert [one.ask_the_body for one in found.asked] == ["How were concerns raised?"]
    assert [(one.asks, one.force, one.evidence) for one in found.uncovered] == [
        ("Do other things.", Force.LOCAL, EvidenceMark.DESIGN)
    ]
    assert found.rules_without_clause == ()


def test_a_rule_that_no_clause_names_is_listed(tmp_path: Path) -> None:
    book = small(tmp_path, CLAUSES.replace("    rules: [TST-01]\n", ""))
    assert coverage(book).rules_without_clause == ("TST-01",)


def test_a_rulebook_without_the_list_has_no_clauses(tmp_path: Path) -> None:
    assert load_rulebook(write(tmp_path), CHECKS).clauses == ()


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("[OLD, NEW]", "[OLD, OTHER]", '"OTHER" is not a known source'),
        ("[OLD, NEW]", "[]", "a clause stands in at least one source"),
        ("[TST-01]", "[TST-02]", 'there is no rule "TST-02".*did you mean "TST-01"'),
        ("[TST-01]", "[]", "no rule is named"),
        ("rules: [TST-01]", "rule: [TST-01]", '"rule" is not a key of.*did you mean "rules"'),
        ("    force: local\n", "", 'lacks the key "force"'),
        ("force: local", "force: may", '"may" is not one of must, should, local'),
        ("evidence: design", "evidence: guessed", '"guessed" is not one of seen'),
        ("asks: Do other things.", 'asks: ""', "is empty"),
        ("locator: Other things", "locator: Other things, paragraph 12", "a paragraph number nobody has confirmed"),
        (
            "rules: [TST-01]",
            "rules: [TST-01]\n    ask_the_body: Who?",
            "tested by rules or asked of the body, not both",
        ),
        ("Declarations:\n", "Declarations: none\nMore:\n", "must be a list"),
        ("Everybody speaks up.", "Declare every year.", "is given twice"),
    ],
)
def test_a_bent_list_is_refused_with_its_line(tmp_path: Path, old: str, new: str, words: str) -> None:
    text = CLAUSES.replace("Speaking up", "Declaring interests") if "speaks up" in old else CLAUSES
    with pytest.raises(RulebookError, match=f"(?s){words}") as caught:
        small(tmp_path, text.replace(old, new, 1))
    assert "clauses.yaml, line " in str(caught.value)


def test_every_rule_is_named_by_a_clause_of_each_source_it_cites(rulebook: Rulebook) -> None:
    named = {(clause.source.key, rule) for clause in rulebook.clauses for rule in clause.rules}
    cited = {(version.citation.source.key, rule.id) for rule in rulebook.rules.values() for version in rule.versions}
    assert cited - named == set()


def test_every_rule_is_named_by_a_clause(rulebook: Rulebook) -> None:
    assert coverage(rulebook).rules_without_clause == ()


def test_a_clause_names_only_rules_that_held_while_it_did(rulebook: Rulebook) -> None:
    far = [
        (clause.source.key, name)
        for clause in rulebook.clauses
        for name in clause.rules
        if not any(
            version.in_force_from <= (clause.source.in_force_until or date.max)
            and clause.source.in_force_from <= (version.in_force_until or date.max)
            for version in rulebook.rules[name].versions
        )
    ]
    assert far == []


def test_every_source_in_the_list_of_sources_has_its_clauses(rulebook: Rulebook) -> None:
    assert {source.key for source, _ in by_source(rulebook)} == set(rulebook.sources)


def test_every_question_to_the_body_asks_something(rulebook: Rulebook) -> None:
    assert [
        one.asks for one in coverage(rulebook).asked if not str(one.ask_the_body).endswith(("?", ")", "shows it."))
    ] == []


def test_the_committed_page_is_up_to_date(rulebook: Rulebook) -> None:
    told = "make it again: .venv/bin/coi-audit rules coverage --markdown > docs/coverage.md"
    assert PAGE.read_text(encoding="utf-8") == coverage_markdown(rulebook), told


def test_the_command_prints_the_same_counts_three_ways() -> None:
    runs = {
        name: CliRunner().invoke(main, ["rules", "coverage", *name.split()]) for name in ("", "--json", "--markdown")
    }
    assert {run.exit_code for run in runs.values()} == {0}
    document = json.loads(runs["--json"].stdout)
    counts = document["counts"]
    total = f"{counts['clauses']} clauses: {counts['tested']} tested by rules"
    assert total in runs[""].stdout
    assert total in runs["--markdown"].stdout
    assert sum(len(one["clauses"]) for one in document["sources"]) == counts["clauses"]
    uncovered = [clause for one in document["sources"] for clause in one["clauses"] if not clause["covered"]]
    assert len(uncovered) == counts["uncovered"]
