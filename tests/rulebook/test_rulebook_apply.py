"""A rule put to facts: the version of the day, crashes kept apart, and sentences a person would write."""

from __future__ import annotations

import dataclasses
from datetime import date
from pathlib import Path

import pytest
from small_rulebook import CHECKS, RULE, Params, write

from coi_audit.checks import Check
from coi_audit.model.facts import MemberFacts
from coi_audit.model.outcome import Outcome, cannot_tell, not_met
from coi_audit.model.words import CommitteeKind, EvidenceMark, Examines, Role, RuleOutcome, Severity
from coi_audit.rulebook.apply import apply_rule, render_message, render_statement
from coi_audit.rulebook.cases import run_all_cases, run_case
from coi_audit.rulebook.load import load_rulebook
from coi_audit.rulebook.types import Rulebook


@pytest.fixture
def rulebook(tmp_path: Path) -> Rulebook:
    return load_rulebook(write(tmp_path), CHECKS)


def facts(on: date, **given: object) -> MemberFacts:
    return dataclasses.replace(MemberFacts(on=on), **given)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("on", "source", "severity"),
    [
        (date(2013, 12, 31), None, Severity.HIGH),
        (date(2014, 1, 1), "OLD", Severity.HIGH),
        (date(2015, 12, 31), "OLD", Severity.HIGH),
        (date(2016, 1, 1), "NEW", Severity.INFO),
        (date(2030, 1, 1), "NEW", Severity.INFO),
    ],
)
def test_the_version_of_the_day_is_chosen(rulebook: Rulebook, on: date, source: str | None, severity: Severity) -> None:
    rule = rulebook.rules["TST-01"]
    applied = apply_rule(rule, CHECKS["months_old"], facts(on, last_confirmed_on=date(2010, 1, 1)))
    assert (applied.version.citation.source.key if applied.version else None) == source
    assert applied.outcome.kind is (RuleOutcome.NOT_MET if source else RuleOutcome.NOT_IN_FORCE)
    assert applied.severity is severity
    assert rulebook.version_on("TST-01", on) == rulebook.version_on(rule, on) == applied.version
    if source is None:
        assert applied.outcome.because == ("No version of TST-01 was in force on 31 December 2013.",)


def test_params_reach_the_check_as_typed_values(rulebook: Rulebook) -> None:
    old, new = rulebook.rules["TST-01"].versions
    assert old.params == Params(since=date(2014, 6, 1))
    assert new.params == Params(since=date(2016, 6, 1), roles=(Role.GP, Role.LAY))


def test_the_criterion_is_the_dated_source(rulebook: Rulebook) -> None:
    criterion = rulebook.criterion(rulebook.rules["TST-01"].versions[1])
    assert (criterion.document, criterion.locator) == ("The new guidance", "Declaring interests")
    assert criterion.url == "https://example.org/guidance"
    assert criterion.evidence_mark is EvidenceMark.RECALLED
    assert (criterion.in_force_from, criterion.in_force_until) == (date(2016, 1, 1), None)


def test_a_crash_is_caught_named_and_kept_apart_while_the_others_run(tmp_path: Path) -> None:
    rules = write(tmp_path)
    broken = RULE.replace("TST-01", "TST-02").replace("check: months_old", "check: crashing")
    lines = [line for line in broken.splitlines() if not line.startswith("    params:")]
    (rules / "declaration" / "TST-02.yaml").write_text("\n".join(lines), encoding="utf-8")
    results = run_all_cases(load_rulebook(rules, CHECKS), CHECKS)
    by_rule: dict[str, list[str]] = {}
    for result in results:
        by_rule.setdefault(result.rule_id, []).append(result.outcome.kind.value)
    assert by_rule == {
        "TST-01": ["not_in_force", "met", "not_met"],
        "TST-02": ["not_in_force", "failed_to_run", "failed_to_run"],
    }
    failed = [result for result in results if result.outcome.kind is RuleOutcome.FAILED_TO_RUN]
    assert failed[0].outcome.because == ("The check crashing stopped with ZeroDivisionError: division by zero",)
    assert not failed[0].as_expected
    assert [result.as_expected for result in results if result.rule_id == "TST-01"] == [True] * 3


def test_a_check_that_answers_with_something_else_failed_to_run(rulebook: Rulebook) -> None:
    odd = Check("months_old", Examines.MEMBER, Params, lambda _facts, _params: True)  # type: ignore[arg-type,return-value]
    applied = apply_rule(rulebook.rules["TST-01"], odd, facts(date(2017, 1, 1)))
    assert applied.outcome.kind is RuleOutcome.FAILED_TO_RUN
    assert "TypeError" in applied.outcome.because[0]


def test_the_checks_own_severity_counts_but_not_against_an_adoption_grace(rulebook: Rulebook) -> None:
    def answer(_facts: object, _params: object) -> Outcome:
        return not_met("So.", severity=Severity.LOW)

    check = Check("months_old", Examines.MEMBER, Params, answer)
    rule = rulebook.rules["TST-01"]
    assert apply_rule(rule, check, facts(date(2015, 1, 1))).severity is Severity.LOW
    assert apply_rule(rule, check, facts(date(2017, 1, 1))).severity is Severity.INFO


def test_a_message_is_filled_with_plain_words(rulebook: Rulebook) -> None:
    rule = dataclasses.replace(
        rulebook.rules["TST-01"],
        message="$member ($role) of the $committee_kind on $on; $on_register; $first_declared_on; $$5.",
    )
    known = facts(
        date(2017, 9, 5), member="Dr Nia Frost", role=Role.PRACTICE_MANAGER, committee_kind=CommitteeKind.GOVERNING_BODY
    )
    filled = "Dr Nia Frost (practice manager) of the governing body on 5 September 2017; yes; not stated; $5."
    assert render_message(rule, known) == filled
    assert "(GP)" in render_message(rule, dataclasses.replace(known, role=Role.GP))


def test_a_finding_never_states_as_fact_what_cannot_be_told(rulebook: Rulebook) -> None:
    rule = rulebook.rules["TST-01"]
    known = facts(date(2017, 9, 5), member="Dr Nia Frost", last_confirmed_on=date(2016, 5, 1))
    assert render_statement(rule, known, not_met("So.")).startswith("Dr Nia Frost, GP on the committee, last declared")
    open_ = cannot_tell("No date.", ask="When?")
    assert render_statement(rule, known, open_) == "When did Dr Nia Frost last declare?"
    unasked = dataclasses.replace(rule, question=None)
    assert render_statement(unasked, known, open_) == "The papers do not tell: A declaration is old."
    crashed = Outcome(RuleOutcome.FAILED_TO_RUN, ("The check months_old stopped with KeyError: 'x'",))
    assert render_statement(rule, known, crashed) == "The check months_old stopped with KeyError: 'x'"


def test_a_case_that_comes_out_otherwise_says_how(rulebook: Rulebook) -> None:
    rule = rulebook.rules["TST-01"]
    case = dataclasses.replace(rule.cases[2], expect=RuleOutcome.MET, because="something else", severity=Severity.LOW)
    assert run_case(rule, case, CHECKS["months_old"]).problems == (
        "expected met, came out not_met: Declared too early.",
        'no sentence says "something else"',
        "expected the severity low, came out info",
    )
