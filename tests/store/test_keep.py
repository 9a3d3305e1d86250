"""A folder kept: only what changed comes in, a correction supersedes and never erases, a day's knowledge comes back."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from readings import NAMES, body_reading, by, folder, register_reading
from sqlalchemy import select

from coi_audit import paths
from coi_audit.errors import UserError
from coi_audit.model.reading import FolderReading
from coi_audit.readers.case_assembly import assemble
from coi_audit.readers.case_folder import read_case, read_folder
from coi_audit.store.keep import keep
from coi_audit.store.opening import Store, open_store
from coi_audit.store.replay import body_named, known_on
from coi_audit.store.tables import InterestRow, PaperRow, table_of
from coi_audit.store.trail import verify_trail

JAN, FEB, MAR = date(2018, 1, 1), date(2018, 2, 1), date(2018, 3, 1)


def known(store: Store, day: date) -> FolderReading:
    return known_on(store, body_named(store, "99Y"), day)


def interests(store: Store, day: date) -> set[tuple[str, str]]:
    papers = [one.register_ for one in known(store, day).papers if one.register_ is not None]
    return {(one.person, one.organisation) for paper in papers for one in paper.interests}


def test_a_real_folder_comes_back_as_the_same_case(store: Store) -> None:
    place = paths.sample_data_folder() / "southmoor-ccg"
    keep(store, read_folder(place), on=JAN, by=by())
    back = known_on(store, body_named(store, None), JAN)
    assert assemble(back) == read_case(place)
    assert verify_trail(store).whole


def test_a_second_run_changes_nothing(store: Store) -> None:
    papers = folder(register_reading("register.xlsx", {"Ann Vale": "Elm Surgery"}))
    assert keep(store, papers, on=JAN, by=by()).entry == 1
    again = keep(store, papers, on=FEB, by=by(1))
    assert not again.changed
    assert again.unchanged == 2
    assert verify_trail(store).entries == 1


def test_a_corrected_paper_supersedes_and_the_old_words_stay(store: Store) -> None:
    keep(store, folder(register_reading("register.xlsx", {"Ann Vale": "Elm Surgery"})), on=JAN, by=by())
    found = keep(store, folder(register_reading("register.xlsx", {"Ann Vale": "Oak Surgery"})), on=FEB, by=by(1))
    assert found.corrected == ("register.xlsx",)
    assert interests(store, date(2018, 1, 31)) == {("Ann Vale", "Elm Surgery")}
    assert interests(store, FEB) == {("Ann Vale", "Oak Surgery")}
    table = table_of(InterestRow)
    with store.reading() as connection:
        rows = connection.execute(select(table.c.organisation, table.c.recorded_until).order_by(table.c.id)).all()
        papers = table_of(PaperRow)
        chain = connection.execute(select(papers.c.supersedes).where(papers.c.supersedes.is_not(None))).scalars().all()
    assert [tuple(one) for one in rows] == [("Elm Surgery", FEB), ("Oak Surgery", None)]
    assert len(chain) == 1
    assert verify_trail(store).whole


def test_a_paper_under_another_name_moves_and_is_not_doubled(store: Store) -> None:
    held = {"Ann Vale": "Elm Surgery"}
    keep(store, folder(register_reading("register.xlsx", held, sha256="same")), on=JAN, by=by())
    found = keep(store, folder(register_reading("old/register.xlsx", held, sha256="same")), on=FEB, by=by(1))
    assert found.moved == (("register.xlsx", "old/register.xlsx"),)
    assert not found.added
    assert not found.absent
    assert interests(store, MAR) == {("Ann Vale", "Elm Surgery")}


def test_a_paper_that_is_gone_stays_known_until_it_is_withdrawn(store: Store) -> None:
    keep(store, folder(register_reading("register.xlsx", {"Ann Vale": "Elm Surgery"})), on=JAN, by=by())
    assert keep(store, folder(), on=FEB, by=by(1)).absent == ("register.xlsx",)
    assert interests(store, FEB)
    assert keep(store, folder(), on=MAR, by=by(2), withdraw=True).withdrawn == ("register.xlsx",)
    assert not interests(store, MAR)
    assert interests(store, FEB)


def test_what_became_known_later_is_not_ended_by_an_earlier_day(store: Store) -> None:
    keep(store, folder(register_reading("register.xlsx", {"Ann Vale": "Elm Surgery"})), on=FEB, by=by())
    with pytest.raises(UserError, match="2018-02-01"):
        keep(store, folder(register_reading("register.xlsx", {"Ann Vale": "Oak Surgery"})), on=JAN, by=by(1))
    assert interests(store, FEB) == {("Ann Vale", "Elm Surgery")}
    assert verify_trail(store).entries == 1


def test_two_bodies_do_not_mix(store: Store) -> None:
    keep(store, folder(register_reading("register.xlsx", {"Ann Vale": "Elm Surgery"})), on=JAN, by=by())
    other = body_reading("NHS Fellwater ICB")
    assert other.body is not None
    named = other.model_copy(update={"body": other.body.model_copy(update={"ods_code": "98Z"})})
    keep(store, folder(named, register_reading("register.xlsx", {"Bo Reed": "Ash Surgery"})), on=JAN, by=by(1))
    assert interests(store, JAN) == {("Ann Vale", "Elm Surgery")}
    with pytest.raises(UserError, match="not said which body"):
        body_named(store, None)
    with pytest.raises(UserError, match="holds no body"):
        body_named(store, "97A")


def test_a_day_before_anything_was_known_is_refused_with_the_first_day(store: Store) -> None:
    keep(store, folder(), on=FEB, by=by())
    with pytest.raises(UserError, match="2018-02-01"):
        known(store, JAN)


HELD = st.dictionaries(st.sampled_from(NAMES), st.sampled_from(["Elm", "Oak", "Ash"]), max_size=4)
FOLDER = st.dictionaries(st.sampled_from(["a.xlsx", "b.xlsx", "c.xlsx"]), HELD, max_size=3)
# Days since the step before, what the folder holds then, whether what is not in it is withdrawn.
STEPS = st.lists(st.tuples(st.integers(0, 3), FOLDER, st.booleans()), min_size=1, max_size=7)
Steps = list[tuple[int, dict[str, dict[str, str]], bool]]


def replays_as_remembered(steps: Steps, place: Path) -> None:
    """Any day's papers, and any day's rows of interests, are those that a plain list remembers."""
    store = open_store(str(place / "store.sqlite3"), create=True)
    day, plain, remembered = JAN, {}, {}  # type: ignore[var-annotated]
    for number, (later, papers, withdraw) in enumerate(steps):
        day = day.replace(day=day.day + later)
        found = folder(*(register_reading(name, held) for name, held in sorted(papers.items())))
        keep(store, found, on=day, by=by(number), withdraw=withdraw)
        plain = dict(papers) if withdraw else {**plain, **papers}
        remembered[day] = {(person, what) for held in plain.values() for person, what in held.items()}
    for asked in sorted({one + timedelta(days=more) for one in remembered for more in (0, 1)}):
        known_then = max(one for one in remembered if one <= asked)
        assert interests(store, asked) == remembered[known_then]
        assert rows_known(store, asked) == remembered[known_then]
    assert verify_trail(store).whole
    store.close()


def rows_known(store: Store, day: date) -> set[tuple[str, str]]:
    """The interests of a day by their own two clocks, which timelines are told from."""
    table = table_of(InterestRow)
    with store.reading() as connection:
        rows = connection.execute(select(table)).mappings().all()
    return {
        (one["person"], one["organisation"])
        for one in rows
        if one["recorded_from"] <= day and (one["recorded_until"] is None or one["recorded_until"] > day)
    }


@settings(max_examples=10, deadline=None)
@given(steps=STEPS)
def test_any_day_is_replayed_as_a_plain_list_remembers_it(
    steps: Steps, tmp_path_factory: pytest.TempPathFactory
) -> None:
    replays_as_remembered(steps, tmp_path_factory.mktemp("history"))


@pytest.mark.long
@settings(max_examples=300, deadline=None)
@given(steps=STEPS)
def test_any_day_of_three_hundred_histories_is_replayed_so(
    steps: Steps, tmp_path_factory: pytest.TempPathFactory
) -> None:
    replays_as_remembered(steps, tmp_path_factory.mktemp("history"))
