"""Doing more about a conflict never looks worse: not in how it was handled, not in what any rule says of it."""

from __future__ import annotations

import dataclasses
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from typing import Any, get_type_hints

from hypothesis import given, settings
from hypothesis import strategies as st

from coi_audit.audit.handling import HandlingFacts, handling_of
from coi_audit.checks import all_checks
from coi_audit.model.facts import ConflictFacts
from coi_audit.model.linking import Participation
from coi_audit.model.words import Action, Examines, Handling, RuleOutcome, Stage
from coi_audit.paths import rules_folder
from coi_audit.rulebook.apply import Applied, apply_rule
from coi_audit.rulebook.load import load_rulebook

# Worst first. An answer of a rule that raises nothing is as good as any other such answer.
HANDLINGS = (
    Handling.NOT_DECLARED,
    Handling.NOT_ON_REGISTER,
    Handling.BELOW_WITHOUT_REASON,
    Handling.RECORD_TOO_THIN,
    Handling.BELOW_WITH_REASON,
    Handling.MANAGED,
)
OUTCOMES = {
    RuleOutcome.FAILED_TO_RUN: -1,
    RuleOutcome.NOT_MET: 0,
    RuleOutcome.CANNOT_TELL: 1,
    RuleOutcome.MET: 2,
    RuleOutcome.NOT_APPLICABLE: 2,
    RuleOutcome.NOT_IN_FORCE: 2,
}
# Of an interest that the minutes do not even note these leave it to other rules, or ask: `none` is no record.
FROM_A_NOTE = {"noted_without_reason", "conflicted_adviser"}
RULES = {
    rule.id: rule
    for rule in load_rulebook(rules_folder(), all_checks()).rules.values()
    if rule.examines is Examines.MEMBER_AND_ITEM
}
EDGES = sorted({version.in_force_from for rule in RULES.values() for version in rule.versions})


def test_there_are_rules_to_ask() -> None:
    assert len(RULES) >= 10
    assert {rule.check for rule in RULES.values()} >= FROM_A_NOTE


@st.composite
def facts(draw: st.DrawFn) -> ConflictFacts:
    """Any facts of one conflict on a day of any edition, once there are minutes: before, no action is recorded.

    Somebody who was sent out and spoke there all the same did another thing, which is a matter of its own.
    """
    drawn = {name: draw(strategy) for name, strategy in strategies().items()}
    day = draw(st.sampled_from(EDGES)) + timedelta(days=draw(st.sampled_from((-1, 0, 1, 200))))
    return ConflictFacts(**{**drawn, "on": day, "stage": Stage.HELD, "present_after_exclusion": False})


@cache
def strategies() -> dict[str, st.SearchStrategy[Any]]:
    """How each field is drawn: closed words and yes or no in full, words for messages and counts from a few."""
    hints = get_type_hints(ConflictFacts)
    return {field.name: _strategy(field, hints[field.name]) for field in dataclasses.fields(ConflictFacts)}


def _strategy(field: dataclasses.Field[Any], hint: Any) -> st.SearchStrategy[Any]:
    kinds = {str: st.sampled_from(("", "words")), int: st.integers(0, 3), date: st.dates(date(2013, 1, 1))}
    kinds[type(None)] = st.none()
    options = list(getattr(hint, "__args__", ())) or [hint]
    return st.one_of(*(kinds.get(one, st.from_type(one)) for one in options))


def with_action(given_: ConflictFacts, action: Action) -> ConflictFacts:
    """The same conflict with this action recorded and nothing else changed, and what follows for its handling.

    Who is recorded as leaving is recorded with when they left and came back: thinner minutes are another matter.
    """
    left = action.strength >= Action.DISCUSS_THEN_LEAVE.strength
    given_ = replace(
        given_,
        recorded_action=action,
        present=action is not Action.NOT_ATTEND,  # nobody is examined who was away for another reason
        left_recorded=left or given_.left_recorded,
        returned_recorded=left or given_.returned_recorded,
    )
    said = Participation(
        recorded_action=action,
        declared=given_.declared is not False,
        deed_recorded=given_.deed_recorded,
        left_recorded=given_.left_recorded,
        presents_own_case=given_.presents_own_case,
        papers_sent=given_.papers_sent,
        reason=given_.reason,
    )
    handling = handling_of(
        HandlingFacts(
            stage=given_.stage,
            required=given_.required_action,
            participation=said,
            known=given_.on_register,
            link=given_.link,
            ruling=given_.ruling is not None,
        )
    )
    return replace(given_, handling=handling)


def stronger_and_weaker() -> st.SearchStrategy[tuple[Action, Action]]:
    """A weaker and a stronger action."""
    return st.tuples(st.sampled_from(Action), st.sampled_from(Action)).filter(
        lambda two: two[0].strength < two[1].strength
    )


def goodness(applied: Applied) -> tuple[int, int]:
    """Higher is better: what the rule said, then how little it weighs."""
    outcome = OUTCOMES[applied.outcome.kind]
    return (outcome, -applied.severity.rank if outcome == 0 else 0)


@settings(max_examples=300, deadline=None)
@given(facts(), stronger_and_weaker())
def test_the_handling_never_gets_worse(given_: ConflictFacts, actions: tuple[Action, Action]) -> None:
    weak, strong = (with_action(given_, action).handling for action in actions)
    assert HANDLINGS.index(weak) <= HANDLINGS.index(strong)


@settings(max_examples=400, deadline=None)
@given(facts(), stronger_and_weaker())
def test_no_rule_says_worse_of_it(given_: ConflictFacts, actions: tuple[Action, Action]) -> None:
    weaker, stronger = (with_action(given_, action) for action in actions)
    for rule in RULES.values():
        if rule.check in FROM_A_NOTE and actions[0] is Action.NONE:
            continue
        check = all_checks()[rule.check]
        weak, strong = apply_rule(rule, check, weaker), apply_rule(rule, check, stronger)
        assert (weak.version is None) is (strong.version is None)
        assert goodness(weak) <= goodness(strong), (rule.id, weak.outcome, strong.outcome)


def test_a_rule_that_says_worse_would_be_noticed() -> None:
    from_note, to_leave = (with_action(ConflictFacts(on=EDGES[-1]), one) for one in (Action.NOTE, Action.LEAVE))
    rule = next(one for one in RULES.values() if one.check == "action_against_presumption")
    check = all_checks()[rule.check]
    assert goodness(apply_rule(rule, check, from_note)) < goodness(apply_rule(rule, check, to_leave))
