"""The chase from a store: the papers as they were known on a day, and the open actions of the plan."""

from __future__ import annotations

from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path

import pytest
from small_case import REGISTER, ROWS, run, small_case, write_register

from coi_audit.app import books
from coi_audit.app import chase as chase_app
from coi_audit.model.given import ActionState
from coi_audit.model.kept import By
from coi_audit.store.actions import Planned, Update, set_action, take
from coi_audit.store.opening import open_store
from coi_audit.store.replay import body_named

_BY = By("Ruth Penhale", datetime(2018, 1, 15, tzinfo=UTC))


_books = cache(books.load_books)


@pytest.fixture(autouse=True)
def _read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chase_app, "load_books", _books)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Known from 1 May 2017; from 1 December with a nil return of Ms Ashby; two actions of January 2018."""
    folder = tmp_path_factory.mktemp("kept")
    case, address = small_case(folder / "case"), folder / "store.sqlite3"
    assert run("keep", case, "--store", address, "--on", "2017-05-01", "--by", "Ruth Penhale").code == 0
    nil = ("Ruth Ashby", "Lay Member", "Nil return", "", "", "", "", "", "20/11/2017")
    write_register(case / REGISTER, (*ROWS, nil))
    assert run("keep", case, "--store", address, "--on", "2017-12-01", "--by", "Ruth Penhale").code == 0
    opened = open_store(str(address))
    try:
        body, on = body_named(opened, None), date(2018, 1, 2)
        plan = (
            Planned("Publish the register.", ("REG-03",), ("aaaa",)),
            Planned("Ask all members to declare.", ("REG-01",), ("bbbb",)),
        )
        take(opened, body, plan, on=on, by=_BY)
        set_action(opened, body, 1, Update(owner="Joan Petrie", due=date(2018, 1, 10)), on=on, by=_BY)
        set_action(opened, body, 2, Update(owner="Joan Petrie", state=ActionState.DONE), on=on, by=_BY)
    finally:
        opened.close()
    return address


def owed(store: Path, *words: str) -> dict[str, list[tuple[str, int]]]:
    answer = run("chase", "--store", store, "--as-of", "2018-01-15", "--json", *words)
    assert answer.code == 10
    return {
        one["person"]: [(debt["kind"], debt["overdue_days"]) for debt in one["owes"]]
        for one in answer.document["debtors"]
    }


def test_open_actions_stand_beside_what_else_their_owner_owes(store: Path) -> None:
    found = owed(store)
    assert found["Joan Petrie"] == [("declaration", 654), ("action", 5)]
    assert "Ruth Ashby" not in found


def test_what_was_known_on_an_earlier_day_is_chased_as_it_was_then(store: Path) -> None:
    found = owed(store, "--as-known-on", "2017-11-30")
    assert found["Ruth Ashby"] == [("declaration", 654)]
    assert found["Joan Petrie"] == [("declaration", 654)]
