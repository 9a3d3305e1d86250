"""Judgements kept: the last one stands, the ones before stay in the history, and each day knows its own."""

from __future__ import annotations

from datetime import timedelta

import pytest
from given_cases import APR, FEB, JAN, MAR, MATTER, OTHER, judgement
from hypothesis import given, settings
from hypothesis import strategies as st
from readings import by, folder
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from coi_audit.errors import UserError
from coi_audit.model.given import View
from coi_audit.store.given import given_on
from coi_audit.store.judgements import judge, judgements_ever
from coi_audit.store.keep import keep
from coi_audit.store.opening import Store, open_store
from coi_audit.store.replay import KeptBody, body_named
from coi_audit.store.trail import verify_trail


@pytest.fixture
def body(store: Store) -> KeptBody:
    keep(store, folder(), on=JAN, by=by())
    return body_named(store, None)


def test_a_second_judgement_ends_the_first_and_edits_nothing(store: Store, body: KeptBody) -> None:
    first = judge(store, body, [judgement(View.DISAGREE)], by=by(1))
    second = judge(store, body, [judgement(View.AGREE, on=MAR, why="On reflection")], by=by(2))
    assert [one.view for one in first.new] == [View.DISAGREE]
    assert not second.new
    assert [one.view for one in second.superseding] == [View.AGREE]
    ever = judgements_ever(store, body, MATTER)
    assert [(one.judgement.view, one.known_from, one.known_until) for one in ever] == [
        (View.DISAGREE, FEB, MAR),
        (View.AGREE, MAR, None),
    ]
    assert verify_trail(store).whole


def test_each_day_knows_its_own_judgement(store: Store, body: KeptBody) -> None:
    judge(store, body, [judgement(View.DISAGREE), judgement(View.UNSURE, matter=OTHER, on=MAR)], by=by(1))
    judge(store, body, [judgement(View.AGREE, on=APR)], by=by(2))
    told = {
        day: {one.fingerprint: one.view for one in given_on(store, body, day).judgements} for day in (JAN, FEB, MAR)
    }
    assert told == {JAN: {}, FEB: {MATTER: View.DISAGREE}, MAR: {MATTER: View.DISAGREE, OTHER: View.UNSURE}}
    now = given_on(store, body, None)
    assert {one.fingerprint: one.view for one in now.judgements} == {MATTER: View.AGREE, OTHER: View.UNSURE}
    assert now.head == verify_trail(store).head


def test_what_stands_already_changes_nothing(store: Store, body: KeptBody) -> None:
    judge(store, body, [judgement()], by=by(1))
    again = judge(store, body, [judgement(on=MAR)], by=by(2))
    assert (again.unchanged, again.entry) == (1, None)
    assert verify_trail(store).entries == 2


def test_two_on_one_day_leave_the_later_standing(store: Store, body: KeptBody) -> None:
    judge(store, body, [judgement(View.DISAGREE)], by=by(1))
    judge(store, body, [judgement(View.UNSURE)], by=by(2))
    assert [one.view for one in given_on(store, body, FEB).judgements] == [View.UNSURE]
    assert len(judgements_ever(store, body)) == 2


def test_one_before_the_day_of_what_stands_is_refused_and_nothing_is_kept(store: Store, body: KeptBody) -> None:
    judge(store, body, [judgement(on=MAR)], by=by(1))
    with pytest.raises(UserError, match="2018-03-01"):
        judge(store, body, [judgement(View.AGREE, on=FEB), judgement(matter=OTHER)], by=by(2))
    assert len(judgements_ever(store, body)) == 1
    with pytest.raises(ValueError, match="two judgements"):
        judge(store, body, [judgement(), judgement(View.AGREE)], by=by(3))


STEPS = st.lists(
    st.tuples(
        st.integers(0, 3), st.sampled_from([MATTER, OTHER]), st.sampled_from(View), st.sampled_from(["", "Asked"])
    ),
    min_size=1,
    max_size=8,
)


@settings(max_examples=8, deadline=None)
@given(steps=STEPS)
def test_any_day_tells_what_a_plain_list_remembers(
    steps: list[tuple[int, str, View, str]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    store = open_store(str(tmp_path_factory.mktemp("judged") / "store.sqlite3"), create=True)
    keep(store, folder(), on=JAN, by=by())
    body, day = body_named(store, None), JAN
    standing: dict[str, tuple[View, str]] = {}
    remembered = {day: dict(standing)}
    for number, (later, matter, view, why) in enumerate(steps, start=1):
        day += timedelta(days=later)
        judge(store, body, [judgement(view, on=day, matter=matter, why=why)], by=by(number))
        standing[matter] = (view, why)
        remembered[day] = dict(standing)
    for past in range((day - JAN).days + 2):
        asked = JAN + timedelta(days=past)
        told = {one.fingerprint: (one.view, one.why) for one in given_on(store, body, asked).judgements}
        assert told == remembered[max(one for one in remembered if one <= asked)]
    assert verify_trail(store).whole
    store.close()


def test_the_trail_tells_who_but_not_what_of_whom(store: Store, body: KeptBody) -> None:
    judge(store, body, [judgement(why="Dr Vale was out of the room")], by=by(1, reason="after the board"))
    with store.reading() as connection:
        entry = connection.execute(text("SELECT actor, action, reason, payload FROM trail WHERE seq = 2")).one()
    assert tuple(entry)[:3] == ("Ruth Penhale", "judge", "after the board")
    assert "Vale" not in entry[3]
    for statement in ("UPDATE judgement SET why = 'other'", "DELETE FROM judgement"):
        with pytest.raises(DBAPIError), store.writing() as connection:
            connection.execute(text(statement))
