"""The rules on breaches, governance, training and audits as filed, and what they promise: silence is never a "no"."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date
from itertools import product
from typing import Any

import pytest

from coi_audit.checks import all_checks
from coi_audit.model.fact_kinds import FACTS
from coi_audit.model.facts_of_assurance import BreachFacts
from coi_audit.model.words import Examines, RuleOutcome, Severity
from coi_audit.paths import rules_folder
from coi_audit.readers.policy_elements import element_keys
from coi_audit.rulebook.load import load_rulebook

CCG, SG16, SG17, CCG_END = date(2013, 4, 1), date(2016, 6, 28), date(2017, 6, 16), date(2022, 6, 30)
IAF_END = date(2019, 3, 31)
# id: severity, unit, first day, last day, sources in order, evidence in order
FILED = {
    "BRC-01": ("high", "breach", SG16, None, "SG16 SG17 XSYS17 XSYS24", "recalled recalled recalled recalled"),
    "BRC-02": ("medium", "breach", SG16, CCG_END, "SG16 SG16 SG17", "seen seen seen"),
    "BRC-03": ("high", "breach", SG16, CCG_END, "SG16 SG17", "recalled recalled"),
    "BRC-04": ("low", "breach", SG16, CCG_END, "SG16 SG16 SG17", "recalled recalled recalled"),
    "GOV-01": ("high", "guardian", SG16, None, "SG16 SG16 SG17 ICBCONST", "recalled recalled recalled recalled"),
    "GOV-02": ("medium", "governing_body", CCG, CCG_END, "CCGREG12 SG16 SG16 SG17", "seen seen seen seen"),
    "GOV-03": ("critical", "clinical_seat", CCG, CCG_END, "CCGREG12", "recalled"),
    "GOV-04": ("medium", "body_policy", SG16, CCG_END, "SG16 SG16 SG17", "recalled recalled recalled"),
    "TRN-01": ("medium", "training", SG17, CCG_END, "SG17", "seen"),
    "TRN-02": ("medium", "financial_year", date(2016, 4, 1), IAF_END, "IAF IAF", "seen recalled"),
    "AUD-01": ("high", "financial_year", SG16, CCG_END, "SG16 SG17", "seen seen"),
    "AUD-02": ("medium", "financial_year", date(2016, 4, 1), CCG_END, "IAF SG16 COIAUD16", "design seen seen"),
    "AUD-03": ("medium", "financial_year", date(2018, 8, 1), CCG_END, "PMCAUD18", "recalled"),
    "AUD-04": ("medium", "quarter", date(2016, 7, 1), IAF_END, "IAF IAF", "seen recalled"),
}
RULES = load_rulebook(rules_folder(), all_checks()).rules
THREE = (None, False, True)


@pytest.mark.parametrize("rule_id", sorted(FILED))
def test_each_rule_is_filed_as_the_table_of_rules_says(rule_id: str) -> None:
    severity, unit, first, last, sources, evidence = FILED[rule_id]
    rule = RULES[rule_id]
    assert (rule.severity, rule.examines) == (Severity(severity), Examines(unit))
    assert (rule.versions[0].in_force_from, rule.versions[-1].in_force_until) == (first, last)
    assert [version.citation.source.key for version in rule.versions] == sources.split()
    assert [version.evidence.value for version in rule.versions] == evidence.split()


def answers(rule_id: str, facts: Any) -> set[RuleOutcome]:
    """What the rule says of these facts under each of its versions."""
    rule = RULES[rule_id]
    check = all_checks()[rule.check]
    return {check.run(replace(facts, on=one.in_force_from), one.params).kind for one in rule.versions}


@pytest.mark.parametrize("rule_id", sorted(FILED))
def test_where_no_paper_tells_a_question_is_asked(rule_id: str) -> None:
    kind = FACTS[RULES[rule_id].examines]
    known = {one.name for one in fields(kind)}
    unknown: dict[str, Any] = {"paper": False, "on_register": None, "logged": None, "listed": False}
    facts = kind(on=CCG_END, **{name: value for name, value in unknown.items() if name in known})
    assert answers(rule_id, facts) == {RuleOutcome.CANNOT_TELL}


@pytest.mark.parametrize("rule_id", ["BRC-01", "BRC-02", "BRC-03", "BRC-04"])
def test_a_breach_is_found_wanting_only_by_a_no(rule_id: str) -> None:
    """Every combination of what may be told: without a "no", or a blank where learning belongs, nothing is not met."""
    names = ("confirmed", "logged", "investigated", "published", "list_published", "notified_nhs_england")
    for values in product(THREE, repeat=len(names)):
        told: dict[str, Any] = dict(zip(names, values, strict=True))
        for learning, required in product((None, "", "Reminder sent"), THREE):
            facts = BreachFacts(on=CCG_END, learning=learning, notice_required=required, **told)
            found = answers(rule_id, facts)
            if RuleOutcome.NOT_MET in found:
                assert told["confirmed"] is not False
                said = {"BRC-01": {told["logged"], told["investigated"]},
                        "BRC-02": {told["published"], told["list_published"]},
                        "BRC-03": {told["notified_nhs_england"]}}  # fmt: skip
                assert False in said.get(rule_id, {False})
                assert rule_id != "BRC-03" or required
                assert rule_id != "BRC-04" or learning == ""


def test_the_checklist_of_the_policy_is_the_vocabulary_of_its_elements() -> None:
    for version in RULES["GOV-04"].versions:
        assert version.params.elements == element_keys()


def test_the_thresholds_are_those_of_the_constants_block() -> None:
    assert {(one.params.pass_percent, one.params.months) for one in RULES["TRN-01"].versions} == {(80, 12)}
    assert {(one.params.completion_percent, one.params.pass_percent) for one in RULES["TRN-02"].versions} == {(90, 80)}
    assert [(one.params.by_law, one.params.recommended) for one in RULES["GOV-02"].versions] == [
        (2, None),
        (2, 3),
        (2, 3),
        (2, 3),
    ]
