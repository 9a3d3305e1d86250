"""What holds of every check whatever the facts: it answers, it gives reasons, it asks, and it changes nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coi_audit.checks import all_checks, confirmed_lately, late_declaration, lay_executive_majority
from coi_audit.model.fact_kinds import FACTS
from coi_audit.model.facts import CommitteeFacts, EventFacts, InterestFacts, MemberFacts
from coi_audit.model.outcome import Outcome
from coi_audit.model.words import Examines, RuleOutcome
from coi_audit.paths import rules_folder
from coi_audit.rulebook.load import load_rulebook
from coi_audit.rulebook.values import fields_of

DAYS = st.dates(date(2010, 1, 1), date(2027, 12, 31))
CHECKS = all_checks()
RULES = load_rulebook(rules_folder(), CHECKS).rules


def any_facts(examines: Examines) -> st.SearchStrategy[EventFacts]:
    """Facts of a unit with every field drawn from its type, and days from the years the rules speak of."""
    kinds: dict[Any, st.SearchStrategy[Any]] = {date: DAYS, date | None: st.none() | DAYS}
    drawn = {
        name: kinds[hint] if hint in kinds else st.from_type(hint) for name, hint in fields_of(FACTS[examines]).items()
    }
    return st.builds(FACTS[examines], **drawn)


@pytest.mark.parametrize("rule", RULES.values(), ids=list(RULES))
@settings(max_examples=20, deadline=None)
@given(data=st.data())
def test_a_check_always_answers_and_says_why(rule: Any, data: st.DataObject) -> None:
    facts = data.draw(any_facts(rule.examines))
    version = data.draw(st.sampled_from(rule.versions))
    run = CHECKS[rule.check].run
    outcome = run(facts, version.params)
    assert isinstance(outcome, Outcome)
    assert outcome == run(facts, version.params)
    assert outcome.because or outcome.kind is RuleOutcome.MET
    assert all(sentence.strip() and "None" not in _own(sentence, facts) for sentence in outcome.because)
    assert (outcome.ask is not None) == (outcome.kind is RuleOutcome.CANNOT_TELL)


def _own(sentence: str, facts: EventFacts) -> str:
    """A sentence without the words the facts brought into it."""
    for name in fields_of(type(facts)):
        value = getattr(facts, name)
        if isinstance(value, str) and value and "None" in value:
            sentence = sentence.replace(value, "")
    return sentence


LATE = late_declaration.Params(days=28, refresh_months=12, since=date(2013, 4, 1))


@given(begun=DAYS, span=st.integers(0, 365), wait=st.integers(-400, 28))
def test_nobody_is_late_within_the_days_allowed_of_the_last_day_it_may_have_begun(
    begun: date, span: int, wait: int
) -> None:
    last = begun + timedelta(days=span)
    declared = last + timedelta(days=wait)
    facts = InterestFacts(
        on=declared, role_from=date(2013, 4, 1), held_from=begun, held_from_latest=last, declared_on=declared
    )
    assert late_declaration.check(facts, LATE).kind is not RuleOutcome.NOT_MET


@given(begun=DAYS, wait=st.integers(367, 3000))
def test_a_date_beyond_the_refresh_interval_is_never_called_late(begun: date, wait: int) -> None:
    declared = begun + timedelta(days=wait)
    facts = InterestFacts(on=declared, role_from=date(2000, 1, 1), held_from=begun, declared_on=declared)
    kind = late_declaration.check(facts, LATE).kind
    assert kind is (RuleOutcome.CANNOT_TELL if begun >= LATE.since else RuleOutcome.NOT_APPLICABLE)


@given(last=DAYS, on=DAYS, months=st.sampled_from([6, 12]))
def test_a_fresher_declaration_is_never_worse(last: date, on: date, months: int) -> None:
    params = confirmed_lately.Params(months=months)
    facts = MemberFacts(on=on, last_confirmed_on=last)
    fresher = replace(facts, last_confirmed_on=last + timedelta(days=1))
    if confirmed_lately.check(facts, params).kind is RuleOutcome.MET:
        assert confirmed_lately.check(fresher, params).kind is RuleOutcome.MET


@given(lay=st.integers(0, 12), gps=st.integers(0, 12))
def test_the_majority_is_strict(lay: int, gps: int) -> None:
    facts = CommitteeFacts(on=date(2018, 9, 4), lay_executive_voters=lay, gp_voters=gps)
    expected = RuleOutcome.MET if lay > gps else RuleOutcome.NOT_MET
    assert lay_executive_majority.check(facts).kind is (expected if lay + gps else RuleOutcome.CANNOT_TELL)
