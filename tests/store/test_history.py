"""What a body's papers told of a person over time, and the commands that a governance lead types."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner
from readings import by, folder, register_reading

from coi_audit import paths
from coi_audit.cli import main
from coi_audit.model.dates import PartialDate
from coi_audit.store.history import history
from coi_audit.store.keep import keep
from coi_audit.store.opening import Store
from coi_audit.store.replay import body_named

JAN, FEB, MAR = date(2018, 1, 1), date(2018, 2, 1), date(2018, 3, 1)


def test_a_fact_that_editions_repeat_is_told_once(store: Store) -> None:
    for number, (day, what) in enumerate(((JAN, "Elm Surgery"), (FEB, "Elm Surgery"), (MAR, "Oak Surgery"))):
        held = {"Ann Vale": what, "Bo Reed": f"Practice {number}"}
        keep(store, folder(register_reading("register.xlsx", held)), on=day, by=by(number))
    found = history(store, body_named(store, None), person="vale ann")
    told = [(one.kind, one.what, one.known_from, one.known_until) for one in found]
    assert told == [
        ("interest", "Elm Surgery", JAN, MAR),
        ("membership", "other, Governing Body", JAN, None),
        ("interest", "Oak Surgery", MAR, None),
    ]
    others = history(store, body_named(store, None), organisation="practice")
    assert [one.what for one in others] == ["Practice 0", "Practice 1", "Practice 2"]


def test_days_late_are_counted_to_the_declaration(store: Store) -> None:
    """Not to the day the store first heard of it, which may be years later."""
    plain = register_reading("register.xlsx", {"Ann Vale": "Elm Surgery", "Bo Reed": "Oak Surgery"}, edition=FEB)
    assert plain.register_ is not None
    began = {"held_from": PartialDate.day(date(2018, 1, 11)), "edition": FEB}
    told = [
        one.model_copy(update=began | ({"declared_on": date(2018, 1, 15)} if one.person == "Ann Vale" else {}))
        for one in plain.register_.interests
    ]
    reading = plain.model_copy(update={"register_": plain.register_.model_copy(update={"interests": tuple(told)})})
    keep(store, folder(reading), on=MAR, by=by())
    found = history(store, body_named(store, None), organisation="surgery")
    assert {one.person: one.days_late for one in found} == {"Ann Vale": 4, "Bo Reed": 21}


def run(*typed: str) -> tuple[int, str]:
    done = CliRunner().invoke(main, list(typed))
    return done.exit_code, done.stdout


@pytest.fixture
def kept(tmp_path: Path) -> str:
    place = str(tmp_path / "store.sqlite3")
    folder_ = str(paths.sample_data_folder() / "southmoor-ccg")
    code, told = run("keep", folder_, "--store", place, "--on", "2018-01-15", "--by", "Ruth Penhale")
    assert code == 0
    assert "kept as entry 1" in told
    return place


def test_the_commands_of_a_store(kept: str, tmp_path: Path) -> None:
    folder_ = str(paths.sample_data_folder() / "southmoor-ccg")
    assert "nothing has changed" in run("keep", folder_, "--store", kept)[1]
    code, told = run("trail", "verify", "--store", kept, "--json")
    check = json.loads(told)
    assert code == 0
    assert check["whole"]
    anchor = f"{check['head']['number']}:{check['head']['hash']}"
    assert run("trail", "verify", "--store", kept, "--anchor", anchor)[0] == 0
    assert run("trail", "verify", "--store", kept, "--anchor", f"1:{'0' * 64}")[0] == 10
    assert run("trail", "verify", "--store", kept, "--anchor", "one")[0] == 3
    assert run("history", "--store", kept)[0] == 2
    assert "tell nothing" in run("history", "--store", kept, "--person", "Nobody Atall")[1]
    copy = str(tmp_path / "copy.sqlite3")
    assert run("store", "backup", copy, "--store", kept)[0] == 0
    assert run("store", "restore", copy, "--store", str(tmp_path / "new.sqlite3"))[0] == 0
    assert run("store", "migrate", "--store", kept)[0] == 0
    assert run("store", "restore", copy, "--store", kept)[0] == 3


def test_no_name_of_a_person_in_the_trail(kept: str) -> None:
    """The trail outlives the people in the papers: it holds who acted, counts and digests."""
    from coi_audit.readers.case_folder import read_case
    from coi_audit.store.opening import open_store
    from coi_audit.store.tables import TrailRow, table_of

    store = open_store(kept)
    with store.reading() as connection:
        text = " ".join(str(one) for one in connection.execute(table_of(TrailRow).select()))
    store.close()
    case = read_case(paths.sample_data_folder() / "southmoor-ccg")
    names = {one.name for committee in case.body.committees for one in committee.members}
    assert names
    assert not [name for name in names if name.casefold() in text.casefold()]


def said(*typed: str) -> tuple[int, dict[str, object], dict[str, object] | None]:
    """Exit code, what an audit says, and what it tells of the store."""
    code, told = run(*typed)
    document = json.loads(told)
    return code, document, document.pop("kept", None)


def test_an_audit_of_what_was_known_is_the_audit_of_the_folder(kept: str) -> None:
    folder_ = str(paths.sample_data_folder() / "southmoor-ccg")
    day = ("--as-of", "2018-01-31", "--json")
    plain = said("audit", folder_, *day)
    code, document, of_store = said("audit", "--store", kept, "--as-known-on", "2018-01-20", *day)
    assert (code, document, None) == plain
    assert document["meetings"]
    assert of_store is not None
    assert of_store["head"] == json.loads(run("trail", "verify", "--store", kept, "--json")[1])["head"]
    assert said("audit", "--store", kept, *day)[:2] == plain[:2]
    early = ("--as-of", "2018-01-02", "--json")  # before anything was kept: all that is known still counts
    assert said("audit", "--store", kept, *early)[:2] == said("audit", folder_, *early)[:2]


@pytest.mark.parametrize(
    "typed", [(), ("folder", "--store", "a.sqlite3"), ("folder", "--as-known-on", "2018-01-20")], ids=" ".join
)
def test_an_audit_is_of_a_folder_or_of_a_store(typed: tuple[str, ...]) -> None:
    assert run("audit", *typed)[0] == 2


def test_nothing_known_yet_is_told_with_the_day_it_began(kept: str) -> None:
    done = CliRunner().invoke(main, ["audit", "--store", kept, "--as-known-on", "2017-12-31"])
    assert done.exit_code == 3
    assert "2018-01-15" in done.stderr
