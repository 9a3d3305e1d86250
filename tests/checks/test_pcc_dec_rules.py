"""The rules on declarations and primary care committees as filed: weight, days in force, source and evidence."""

from __future__ import annotations

from datetime import date

import pytest

from coi_audit.checks import all_checks
from coi_audit.model.words import Examines, Severity
from coi_audit.paths import rules_folder
from coi_audit.rulebook.load import load_rulebook

CCG, DELEGATED, SG14, SG16, SG17 = (
    date(2013, 4, 1), date(2015, 4, 1), date(2014, 12, 18), date(2016, 6, 28), date(2017, 6, 16),
)  # fmt: skip
CCG_END, SG16_END = date(2022, 6, 30), date(2017, 6, 15)
# id: severity, unit, first day, last day, sources in order, evidence in order
FILED = {
    "DEC-01": ("critical", "interest", CCG, None, "ACT14O ACT14O ACT14O ACT14Z30", "seen seen seen recalled"),
    "DEC-02": ("high", "member", CCG, None, "NHSCB13 SG14 SG16 SG17 XSYS17 XSYS24", "seen" + " recalled" * 5),
    "DEC-03": ("high", "member", SG16, SG16_END, "SG16", "seen"),
    "DEC-04": ("high", "member", CCG, CCG_END, "NHSCB13 SG14 SG17", "seen design seen"),
    "DEC-05": ("medium", "member", SG16, CCG_END, "SG16 SG16 SG17", "seen seen seen"),
    "DEC-06": ("medium", "interest", SG16, CCG_END, "SG16 SG16 SG17", "seen seen seen"),
    "DEC-07": ("medium", "interest", SG16, CCG_END, "SG16 SG16 SG17", "seen seen seen"),
    "PCC-01": ("high", "body", DELEGATED, CCG_END, "SG14 SG16 SG17", "seen seen seen"),
    "PCC-02": ("high", "committee", SG14, CCG_END, "SG14 SG16 SG17", "seen seen seen"),
    "PCC-03": ("high", "committee", SG14, CCG_END, "SG14 SG16 SG17", "seen seen seen"),
    "PCC-04": ("high", "committee", SG14, CCG_END, "SG14 SG16 SG17", "recalled recalled recalled"),
    "PCC-05": ("high", "committee", SG16, CCG_END, "SG16 SG17", "recalled recalled"),
    "PCC-06": ("medium", "committee", SG16, CCG_END, "SG16 SG16 SG17", "recalled recalled recalled"),
    "PCC-07": ("medium", "committee", SG14, CCG_END, "SG14 SG16 SG16 SG17", "recalled recalled recalled recalled"),
    "PCC-08": ("high", "item", SG16, CCG_END, "SG16 SG17", "seen seen"),
    "PCC-09": ("medium", "item", SG16, CCG_END, "SG16 SG16 SG17", "seen seen seen"),
    "PCC-10": ("medium", "item", DELEGATED, CCG_END, "DELEG SG16 SG16 SG17", "seen seen seen seen"),
    "PCC-11": ("medium", "item", SG14, CCG_END, "SG14 SG16 SG16 SG17", "design design design design"),
    "PCC-12": ("high", "member_and_item", SG14, None, "SG14 SG16 SG17 ICBCONST", "design design design design"),
    "PCC-13": ("medium", "member", SG16, CCG_END, "SG16 SG16 SG17", "recalled recalled recalled"),
}
RULES = load_rulebook(rules_folder(), all_checks()).rules


@pytest.mark.parametrize("rule_id", sorted(FILED))
def test_each_rule_is_filed_as_the_table_of_rules_says(rule_id: str) -> None:
    severity, unit, first, last, sources, evidence = FILED[rule_id]
    rule = RULES[rule_id]
    assert (rule.severity, rule.examines) == (Severity(severity), Examines(unit))
    assert (rule.versions[0].in_force_from, rule.versions[-1].in_force_until) == (first, last)
    assert [version.citation.source.key for version in rule.versions] == sources.split()
    assert [version.evidence.value for version in rule.versions] == evidence.split()
    assert rule.area == ("declaration" if rule_id.startswith("DEC") else "committee")


def test_refresh_is_asked_by_exactly_one_rule_on_every_day_of_clinical_commissioning_groups() -> None:
    for day in (CCG, SG14, SG16, SG16_END, SG17, CCG_END):
        assert (RULES["DEC-03"].version_on(day) is None) != (RULES["DEC-04"].version_on(day) is None), day


def test_the_refresh_interval_of_late_declarations_follows_the_edition() -> None:
    months = {version.in_force_from: version.params.refresh_months for version in RULES["DEC-01"].versions}
    assert months == {CCG: 12, SG16: 6, SG17: 12, date(2022, 7, 1): 12}
    assert all(version.params.days == 28 for version in RULES["DEC-01"].versions)
