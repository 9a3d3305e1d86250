"""How a conflict was handled: the contract's order, each answer on both sides of its condition."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coi_audit.audit.handling import HandlingFacts, handling_of
from coi_audit.model.linking import Participation
from coi_audit.model.words import Action, Handling, LinkKind, Stage

LEFT = Participation(recorded_action=Action.LEAVE, declared=True, deed_recorded=True, left_recorded=True)
BASE = HandlingFacts(Stage.HELD, Action.LEAVE, LEFT, known=True, link=LinkKind.NAMED_PARTY, ruling=False)


def said(**changes: object) -> HandlingFacts:
    return replace(BASE, participation=replace(LEFT, **changes))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        (replace(BASE, stage=Stage.BEFORE), Handling.NOT_YET_HELD),
        (replace(BASE, stage=Stage.NO_MINUTES), Handling.RECORD_TOO_THIN),
        (BASE, Handling.MANAGED),
        # Not said comes before everything that was done.
        (said(declared=False), Handling.NOT_DECLARED),
        (replace(said(declared=False), known=False), Handling.NOT_DECLARED),
        # Said, but not on the register: whatever was done.
        (replace(BASE, known=False), Handling.NOT_ON_REGISTER),
        # Own pay needs no register row.
        (replace(BASE, known=False, link=LinkKind.PERSONAL), Handling.MANAGED),
        (said(deed_recorded=False, recorded_action=Action.NONE), Handling.RECORD_TOO_THIN),
        (said(recorded_action=Action.NOTE), Handling.BELOW_WITHOUT_REASON),
        (said(recorded_action=Action.NOTE, reason="her expertise was needed"), Handling.BELOW_WITH_REASON),
        (replace(said(recorded_action=Action.NOTE), ruling=True), Handling.BELOW_WITH_REASON),
        # Putting the own practice's case and withdrawing before the committee deliberates.
        (said(recorded_action=Action.DISCUSS_THEN_LEAVE, presents_own_case=True), Handling.MANAGED),
        (
            said(recorded_action=Action.NOTE, presents_own_case=True, left_recorded=False),
            Handling.BELOW_WITHOUT_REASON,
        ),
    ],
)
def test_the_first_answer_that_fits(facts: HandlingFacts, expected: Handling) -> None:
    assert handling_of(facts) is expected


@pytest.mark.parametrize(
    ("papers_sent", "expected"),
    [(None, Handling.MANAGED), (False, Handling.MANAGED), (True, Handling.BELOW_WITHOUT_REASON)],
)
def test_silence_about_papers_is_no_shortfall(papers_sent: bool | None, expected: Handling) -> None:
    facts = replace(said(papers_sent=papers_sent), required=Action.LEAVE_NO_PAPERS)
    assert handling_of(facts) is expected


GOOD = [Handling.MANAGED, Handling.BELOW_WITH_REASON, Handling.BELOW_WITHOUT_REASON]


@given(st.sampled_from(list(Action)), st.sampled_from(list(Action)), st.booleans())
def test_doing_more_is_never_judged_worse(required: Action, recorded: Action, ruling: bool) -> None:
    actions = list(Action)
    more = actions[min(actions.index(recorded) + 1, len(actions) - 1)]
    one = handling_of(replace(said(recorded_action=recorded), required=required, ruling=ruling))
    other = handling_of(replace(said(recorded_action=more), required=required, ruling=ruling))
    assert GOOD.index(other) <= GOOD.index(one)
