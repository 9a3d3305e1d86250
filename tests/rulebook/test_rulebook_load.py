"""What the loader makes of a right rulebook, and of the one that is shipped."""

from __future__ import annotations

import re
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
import yaml
from small_rulebook import CHECKS, RULE, write

from coi_audit.checks import all_checks
from coi_audit.model.facts import MemberFacts
from coi_audit.model.words import EvidenceMark, Examines, Role, RuleOutcome, Severity
from coi_audit.paths import rules_folder
from coi_audit.rulebook.examples import build_facts
from coi_audit.rulebook.load import load_rulebook, rulebook_sha256
from coi_audit.rulebook.types import Rulebook
from coi_audit.rulebook.values import Unfit


@pytest.fixture(scope="module")
def shipped() -> Rulebook:
    return load_rulebook(rules_folder(), all_checks())


def test_a_rule_is_read_whole(tmp_path: Path) -> None:
    rule = load_rulebook(write(tmp_path), CHECKS).rules["TST-01"]
    assert (rule.title, rule.area, rule.severity) == ("A declaration is old", "declaration", Severity.HIGH)
    assert (rule.examines, rule.check, rule.file) == (Examines.MEMBER, "months_old", "declaration/TST-01.yaml")
    assert [case.on for case in rule.cases] == [date(2013, 12, 31), date(2015, 12, 31), date(2016, 1, 1)]
    assert rule.cases[2].facts == MemberFacts(
        on=date(2016, 1, 1), member="Dr Nia Frost", last_confirmed_on=date(2016, 5, 31), role=Role.GP
    )
    assert rule.cases[2].given["role"] == "gp"
    assert (rule.cases[2].because, rule.cases[2].severity) == ("declared too early", Severity.INFO)


def test_an_explained_gap_with_a_case_in_it_is_let_through(tmp_path: Path) -> None:
    apart = RULE.replace("{from: 2016-01-01}\n", "{from: 2017-01-01}\n")
    apart = apart.replace("    severity: info\nc", "    severity: info\n    gap: Nothing asked for it in 2016.\nc")
    apart += "  - name: In between\n    on: 2016-05-01\n    given: {}\n    expect: not_in_force\n"
    rule = load_rulebook(write(tmp_path, rule=apart), CHECKS).rules["TST-01"]
    assert rule.versions[1].gap == "Nothing asked for it in 2016."
    assert rule.version_on(date(2016, 5, 1)) is None


def test_the_hash_changes_with_every_byte_and_every_name(tmp_path: Path) -> None:
    rules = write(tmp_path)
    first = load_rulebook(rules, CHECKS).sha256
    assert first == rulebook_sha256(rules) == load_rulebook(write(tmp_path / "copy"), CHECKS).sha256
    (rules / "declaration" / "TST-01.yaml").write_text(RULE + "# a word more\n", encoding="utf-8")
    second = rulebook_sha256(rules)
    (rules / "vocabulary").mkdir()
    (rules / "vocabulary" / "roles.yaml").write_text("a: b\n", encoding="utf-8")
    third = load_rulebook(rules, CHECKS).sha256
    (rules / "vocabulary" / "roles.yaml").rename(rules / "vocabulary" / "names.yaml")
    fourth = rulebook_sha256(rules)
    assert len({first, second, third, fourth}) == 4
    (rules / ".DS_Store").write_bytes(b"a desktop's own file")
    assert rulebook_sha256(rules) == fourth


def test_facts_are_built_strictly() -> None:
    on = date(2017, 3, 1)
    facts = build_facts(Examines.MEMBER, {"role": "lay", "declarations": 2, "nil_return_on": None}, on)
    assert facts == MemberFacts(on=on, role=Role.LAY, declarations=2)
    for wrong in (
        {"role": "layman"}, {"declarations": "2"}, {"declarations": True}, {"nil_return_on": "2017-03-01"},
        {"on_register": 1}, {"member": 5}, {"nobody": 1}, {"on": on},
    ):  # fmt: skip
        with pytest.raises(Unfit):
            build_facts(Examines.MEMBER, wrong, on)


def test_the_shipped_rules_of_this_part_are_all_there(shipped: Rulebook) -> None:
    expected = {f"DEC-0{n}" for n in range(1, 8)} | {f"PCC-{n:02}" for n in range(1, 14)}
    assert expected <= set(shipped.rules)
    assert list(shipped.rules) == sorted(shipped.rules)


def test_no_check_lies_unused(shipped: Rulebook) -> None:
    assert sorted(set(all_checks()) - {rule.check for rule in shipped.rules.values()}) == []


def test_on_every_day_at_most_one_version_holds(shipped: Rulebook) -> None:
    edges = {version.in_force_from for rule in shipped.rules.values() for version in rule.versions}
    days = sorted(edges | {edge - timedelta(days=1) for edge in edges} | {date(2013, 1, 1), date(2030, 1, 1)})
    for rule in shipped.rules.values():
        for day in days:
            assert sum(version.in_force(day) for version in rule.versions) <= 1, (rule.id, day)


def test_shoulds_are_only_noted_while_the_2016_edition_was_being_adopted(shipped: Rulebook) -> None:
    for rule in shipped.rules.values():
        for version in rule.versions:
            grace = date(2016, 6, 28) <= version.in_force_from <= date(2016, 11, 30)
            should = rule.severity.rank <= Severity.MEDIUM.rank
            if grace and should and version.citation.source.key == "SG16":
                # a rule that also holds a duty of law notes only the part of it that is a should
                weighs = getattr(version.params, "below_recommended", version.severity)
                assert (weighs, version.in_force_until) == (Severity.INFO, date(2016, 11, 30)), rule.id
            elif not grace:
                assert version.severity is not Severity.INFO, rule.id


def test_every_outcome_a_check_can_give_is_shown_by_a_case(shipped: Rulebook) -> None:
    package = Path(__file__).parents[2] / "coi_audit" / "checks"
    for rule in shipped.rules.values():
        code = (package / f"{rule.check}.py").read_text(encoding="utf-8")
        shown = {case.expect for case in rule.cases}
        for outcome in (RuleOutcome.MET, RuleOutcome.NOT_MET, RuleOutcome.CANNOT_TELL, RuleOutcome.NOT_APPLICABLE):
            if re.search(rf"\b{outcome}\(", code):
                assert outcome in shown, f"{rule.id} has no case for {outcome}"
        assert {RuleOutcome.MET, RuleOutcome.NOT_MET, RuleOutcome.NOT_IN_FORCE} <= shown, rule.id


def test_every_rule_speaks_plainly(shipped: Rulebook) -> None:
    for rule in shipped.rules.values():
        verdicts = " ".join((rule.title, rule.message, rule.question or ""))
        if rule.examines is Examines.BREACH:  # the body's own word, for its own register
            verdicts = re.sub(r"\bbreach(es)?\b", "", verdicts)
        assert not re.search(r"\b(breach|violat|pass(ed)?\b|fail|score|user)", verdicts, re.IGNORECASE), rule.id
        assert not re.search(r"\b(para|paragraph)s?\.? ?\d", f"{verdicts} {rule.recommendation}"), rule.id
        assert rule.question, f"{rule.id} has no question for what cannot be told"
        assert rule.message.rstrip().endswith((".", "?")), rule.id
        assert rule.recommendation.rstrip().endswith("."), rule.id


def test_sources_follow_each_other_without_overlap(shipped: Rulebook) -> None:
    editions = [shipped.sources[key] for key in ("NHSCB13", "SG14", "SG16", "SG17")]
    for earlier, later in pairwise(editions):
        assert earlier.in_force_until is not None
        assert later.in_force_from == earlier.in_force_until + timedelta(days=1)
    assert editions[0].in_force_from == date(2013, 4, 1)
    assert shipped.sources["ACT14Z30"].in_force_from == date(2022, 7, 1)
    assert all(source.evidence in EvidenceMark for source in shipped.sources.values())


def test_the_opinion_scale_names_rules_that_exist(shipped: Rulebook) -> None:
    scale = yaml.safe_load((rules_folder() / "opinion.yaml").read_text(encoding="utf-8"))
    named = {rule for step in scale["steps"] for rule in step.get("rules", [])}
    assert named
    assert named <= set(shipped.rules)
