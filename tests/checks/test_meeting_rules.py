"""The meeting rules as filed: when each is in force, under which source and weight, and every worked example."""

from __future__ import annotations

from datetime import date

import pytest

from coi_audit.checks import all_checks
from coi_audit.model.words import EvidenceMark, RuleOutcome, Severity
from coi_audit.paths import rules_folder
from coi_audit.rulebook.cases import run_case
from coi_audit.rulebook.load import load_rulebook
from coi_audit.rulebook.types import Rule, Rulebook

CCG, SG14, SG16, CCG_END = date(2013, 4, 1), date(2014, 12, 18), date(2016, 6, 28), date(2022, 6, 30)
# id: area, severity, first day, last day, evidence
FILED: dict[str, tuple[str, str, date, date | None, str]] = {
    "MTG-01": ("meeting", "medium", SG16, CCG_END, "recalled"),
    "MTG-02": ("meeting", "medium", SG14, None, "recalled"),
    "MTG-03": ("recusal", "high", SG16, None, "recalled"),
    "MTG-04": ("recusal", "critical", CCG, None, "recalled"),
    "MTG-05": ("recusal", "high", CCG, None, "recalled"),
    "MTG-06": ("recusal", "high", SG14, None, "design"),
    "MTG-07": ("recusal", "critical", CCG, None, "recalled"),
    "MTG-08": ("recusal", "high", SG16, None, "recalled"),
    "MTG-09": ("recusal", "medium", SG16, None, "recalled"),
    "MTG-10": ("meeting", "low", SG16, None, "recalled"),
    "CHR-01": ("recusal", "critical", CCG, None, "recalled"),
    "CHR-02": ("recusal", "high", CCG, None, "recalled"),
    "QUO-01": ("quorum", "critical", CCG, None, "recalled"),
    "QUO-02": ("quorum", "medium", CCG, CCG_END, "recalled"),
    "QUO-03": ("quorum", "high", CCG, CCG_END, "recalled"),
    "QUO-04": ("quorum", "medium", SG14, CCG_END, "design"),
    "MIN-01": ("meeting", "high", SG16, CCG_END, "recalled"),
    "MIN-02": ("meeting", "low", SG16, CCG_END, "recalled"),
    "MIN-03": ("meeting", "medium", SG16, CCG_END, "recalled"),
}
EDITIONS = {"NHSCB13": CCG, "SG14": SG14, "SG16": SG16, "SG17": date(2017, 6, 16)}


@pytest.fixture(scope="module")
def rulebook() -> Rulebook:
    return load_rulebook(rules_folder(), all_checks())


@pytest.fixture(params=sorted(FILED))
def rule(request: pytest.FixtureRequest, rulebook: Rulebook) -> Rule:
    return rulebook.rules[request.param]


def test_each_rule_is_filed_as_the_table_of_rules_says(rule: Rule) -> None:
    area, severity, first, last, evidence = FILED[rule.id]
    assert (rule.area, rule.severity) == (area, Severity(severity))
    assert (rule.versions[0].in_force_from, rule.versions[-1].in_force_until) == (first, last)
    assert {version.evidence for version in rule.versions} == {EvidenceMark(evidence)}


def test_a_version_begins_where_its_edition_does_and_bodies_after_2022_cite_their_own_sources(rule: Rule) -> None:
    for version in rule.versions:
        key = version.citation.source.key
        if version.in_force_from >= date(2022, 7, 1):
            assert key in ("ACT14Z30", "ICBCONST")
        elif key in EDITIONS and version.in_force_from != date(2016, 12, 1):
            assert version.in_force_from == EDITIONS[key]


def test_only_a_should_is_softened_and_only_during_the_adoption_grace(rule: Rule) -> None:
    soft = [version for version in rule.versions if version.severity is not None]
    if rule.severity.rank >= Severity.HIGH.rank:
        assert soft == []
    else:
        (grace,) = soft
        assert grace.severity is Severity.INFO
        assert (grace.in_force_from, grace.in_force_until) == (SG16, date(2016, 11, 30))


def test_every_worked_example_comes_out_as_it_says(rule: Rule) -> None:
    check = all_checks()[rule.check]
    results = [run_case(rule, case, check) for case in rule.cases]
    assert [(result.case.name, result.problems) for result in results if not result.as_expected] == []


def test_the_examples_show_every_answer_the_rule_can_give(rule: Rule) -> None:
    shown = {case.expect for case in rule.cases}
    expected = set(RuleOutcome) - {RuleOutcome.FAILED_TO_RUN}
    if rule.id == "MTG-01":  # it speaks of every meeting
        expected.remove(RuleOutcome.NOT_APPLICABLE)
    assert shown == expected


def test_first_and_last_days_of_every_version_have_an_example(rule: Rule) -> None:
    days = {case.on for case in rule.cases}
    edges = {version.in_force_from for version in rule.versions}
    edges |= {version.in_force_until for version in rule.versions if version.in_force_until}
    assert edges <= days


def test_no_rule_pronounces_a_breach_or_fills_in_a_blank(rule: Rule) -> None:
    check = all_checks()[rule.check]
    for case in rule.cases:
        result = run_case(rule, case, check)
        words = " ".join((rule.title, result.statement, rule.recommendation, *result.outcome.because))
        assert "breach" not in words.casefold()
        assert "None" not in result.statement


@pytest.mark.parametrize("ident", ["MTG-02", "MTG-09", "QUO-02"])
def test_the_grace_ends_on_30_november_2016(rulebook: Rulebook, ident: str) -> None:
    rule = rulebook.rules[ident]
    case = next(case for case in rule.cases if case.expect is RuleOutcome.NOT_MET)
    check = all_checks()[rule.check]
    outcome = check.run(case.facts, rule.versions[0].params)
    weights = [rule.severity_of(rule.version_on(on), outcome) for on in (date(2016, 11, 30), date(2016, 12, 1))]
    assert weights == [Severity.INFO, Severity.MEDIUM]
