"""Actions kept: a plan is taken once, an action keeps its number through all versions, what was done stays done."""

from __future__ import annotations

import pytest
from given_cases import FEB, JAN, MAR, MATTER, OTHER, planned
from readings import by, folder

from coi_audit.errors import UserError
from coi_audit.model.given import ActionState
from coi_audit.store.actions import Update, actions_known, set_action, take
from coi_audit.store.keep import keep
from coi_audit.store.opening import Store
from coi_audit.store.replay import KeptBody, body_named
from coi_audit.store.trail import verify_trail


@pytest.fixture
def body(store: Store) -> KeptBody:
    keep(store, folder(), on=JAN, by=by())
    return body_named(store, None)


def test_a_plan_is_taken_once(store: Store, body: KeptBody) -> None:
    plan = [planned(), planned("Ask for the register.", OTHER)]
    first = take(store, body, plan, on=FEB, by=by(1))
    assert [(one.number, one.state) for one in first.new] == [(1, ActionState.OPEN), (2, ActionState.OPEN)]
    again = take(store, body, plan, on=MAR, by=by(2))
    assert (again.new, again.changed, again.unchanged, again.entry) == ((), (), 2, None)
    assert verify_trail(store).entries == 2


def test_an_open_action_takes_further_findings_on(store: Store, body: KeptBody) -> None:
    take(store, body, [planned()], on=FEB, by=by(1))
    more = take(store, body, [planned("log  the MATTER.", MATTER, OTHER)], on=MAR, by=by(2))
    assert [(one.number, one.fingerprints) for one in more.changed] == [(1, (MATTER, OTHER))]
    assert [one.fingerprints for one in actions_known(store, body, FEB)] == [(MATTER,)]
    assert [one.recommendation for one in actions_known(store, body)] == ["Log the matter."]


def test_what_was_done_is_not_taken_again_but_a_new_matter_is(store: Store, body: KeptBody) -> None:
    take(store, body, [planned()], on=FEB, by=by(1))
    set_action(store, body, 1, Update(state=ActionState.DONE), on=FEB, by=by(2))
    assert take(store, body, [planned()], on=MAR, by=by(3)).entry is None
    after = take(store, body, [planned("Log the matter.", MATTER, OTHER)], on=MAR, by=by(4))
    assert [(one.number, one.fingerprints) for one in after.new] == [(2, (OTHER,))]
    states = {one.number: one.state for one in actions_known(store, body)}
    assert states == {1: ActionState.DONE, 2: ActionState.OPEN}


def test_another_wording_of_the_recommendation_is_no_other_action(store: Store, body: KeptBody) -> None:
    take(store, body, [planned()], on=FEB, by=by(1))
    after = take(store, body, [planned("Enter the matter in the log.", MATTER, OTHER)], on=MAR, by=by(2))
    assert [(one.number, one.fingerprints) for one in after.new] == [(2, (OTHER,))]


def test_setting_leaves_what_is_not_given_and_each_day_knows_its_own(store: Store, body: KeptBody) -> None:
    take(store, body, [planned()], on=FEB, by=by(1))
    set_action(store, body, 1, Update(owner="Bo Reed", due=MAR), on=FEB, by=by(2))
    found = set_action(store, body, 1, Update(state=ActionState.DROPPED, remark="Overtaken"), on=MAR, by=by(3))
    assert (found.owner, found.due, found.state, found.remark) == ("Bo Reed", MAR, ActionState.DROPPED, "Overtaken")
    assert [(one.owner, one.state) for one in actions_known(store, body, FEB)] == [("Bo Reed", ActionState.OPEN)]
    before = verify_trail(store).entries
    set_action(store, body, 1, Update(owner="Bo Reed"), on=MAR, by=by(4))
    assert verify_trail(store).entries == before
    assert verify_trail(store).whole


def test_no_such_action_and_a_day_too_early_are_refused(store: Store, body: KeptBody) -> None:
    take(store, body, [planned()], on=MAR, by=by(1))
    with pytest.raises(UserError, match="no action 7") as told:
        set_action(store, body, 7, Update(owner="Bo Reed"), on=MAR, by=by(2))
    assert "(1)" in told.value.fix
    with pytest.raises(UserError, match="2018-03-01"):
        set_action(store, body, 1, Update(owner="Bo Reed"), on=FEB, by=by(2))
    assert [one.owner for one in actions_known(store, body)] == [""]
