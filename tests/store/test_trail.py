"""The trail: the database refuses edits, every alteration behind its back is found and named, and nobody forks it."""

from __future__ import annotations

import random
import shutil
import sqlite3
import time
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing, nullcontext
from datetime import date
from multiprocessing import get_context
from pathlib import Path

import pytest
from given_cases import OTHER, given_out, judgement, planned
from older import digests_as_they_were
from readings import NAMES, by, folder, register_reading
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from coi_audit.model.given import ActionState, View
from coi_audit.model.kept import Anchor
from coi_audit.store.actions import Update, set_action, take
from coi_audit.store.audits import keep_audit
from coi_audit.store.change import change
from coi_audit.store.digests import Value
from coi_audit.store.judgements import judge
from coi_audit.store.keep import keep
from coi_audit.store.opening import Store, open_store
from coi_audit.store.replay import body_named
from coi_audit.store.tables import CONTENT, ActionRow, AttendanceRow, InterestRow, PaperFileRow, table_of
from coi_audit.store.trail import verify_trail

DAYS = (date(2018, 1, 1), date(2018, 2, 1), date(2018, 3, 1), date(2018, 4, 1))


def filled(store: Store) -> None:
    """Three editions of a register kept one after the other, the first long ago, and two rows removed by an order."""
    for number, day in enumerate(DAYS[:3]):
        held = dict.fromkeys(NAMES, f"Practice {number}")
        with digests_as_they_were() if number == 0 else nullcontext():
            keep(store, folder(register_reading("register.xlsx", held)), on=day, by=by(number))
    with change(store, "remove", by(9, reason="six years have passed")) as one:
        one.remove(InterestRow, [1, 2])


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE trail SET actor = 'somebody else' WHERE seq = 1",
        "DELETE FROM trail WHERE seq = 1",
        "UPDATE interest SET organisation = 'none' WHERE id = 5",
        "DELETE FROM interest WHERE id = 5",
        "UPDATE interest SET recorded_until = '2030-01-01' WHERE closed IS NOT NULL",
        "DELETE FROM paper",
        "DELETE FROM removed",
        "INSERT INTO trail SELECT 8, at, actor, action, reason, payload, hash, hash FROM trail WHERE seq = 4",
        "INSERT INTO trail SELECT 5, at, actor, action, reason, payload, 'elsewhere', hash FROM trail WHERE seq = 1",
    ],
)
def test_the_database_itself_refuses(store: Store, statement: str) -> None:
    filled(store)
    with pytest.raises(DBAPIError), store.writing() as connection:
        connection.execute(text(statement))
    assert verify_trail(store).whole


def test_truncate_is_refused_too(store: Store) -> None:
    if store.engine.dialect.name != "postgresql":
        pytest.skip("SQLite has no TRUNCATE")
    filled(store)
    for table in ("trail", "removed", "interest"):
        with pytest.raises(DBAPIError), store.writing() as connection:
            connection.execute(text(f"TRUNCATE {table} CASCADE"))


def test_a_change_that_fails_leaves_nothing(store: Store) -> None:
    filled(store)
    before = verify_trail(store)
    with pytest.raises(ZeroDivisionError), change(store, "half", by(20)) as one:
        one.end(InterestRow, [15], DAYS[3])
        raise ZeroDivisionError
    assert verify_trail(store) == before


# What an owner of the file can do behind the guards: drop them, alter, and put them back.
def behind_the_guards(path: Path, change_it: str, *values: object) -> int:
    with closing(sqlite3.connect(path)) as connection:
        guards = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for name, _ in guards:
            connection.execute(f"DROP TRIGGER {name}")
        done = connection.execute(change_it, values).rowcount
        for _, sql in guards:
            connection.execute(sql)
        connection.commit()
        return done


TABLES = (*(table_of(row).name for row in CONTENT), "trail", "removed")


def filled_whole(store: Store) -> None:
    """The same, and rows in every other table: what people gave, some of it superseded, and a paper's own bytes."""
    filled(store)
    body = body_named(store, None)
    for view, day in ((View.AGREE, DAYS[1]), (View.UNSURE, DAYS[2])):
        judge(store, body, [judgement(view, on=day), judgement(view, on=day, matter=OTHER)], by=by(10))
    take(store, body, [planned("Log the matter."), planned("Ask the chair.")], on=DAYS[1], by=by(11))
    set_action(store, body, 1, Update(owner="Sunita Kaur", state=ActionState.DONE), on=DAYS[2], by=by(12))
    for day in DAYS[1:3]:
        keep_audit(store, body, given_out(day), on=DAYS[3], by=by(13))
    attended: dict[str, Value] = {
        "held_on": DAYS[0],
        "committee": "Governing Body",
        "status": "present",
        "place": "minutes.docx, row 3",
    }
    with change(store, "keep", by(14)) as one:
        one.insert(PaperFileRow, [{"paper_id": 2, "sha256": "c" * 64, "content": bytes(range(256))}])
        people: list[dict[str, Value]] = [
            {**attended, "body_id": 1, "paper_id": 2, "person": one, "recorded_from": DAYS[0]} for one in NAMES
        ]
        one.insert(AttendanceRow, people)
    assert verify_trail(store).whole


def altered(path: Path, chance: random.Random) -> str:
    """Alter one thing of the store at random; says what was done."""
    kind = chance.choice(["cell", "row", "swap", "copy"])
    table = chance.choice(TABLES)
    key = {"trail": "seq", "removed": "row_id"}.get(table, "id")
    with closing(sqlite3.connect(path)) as connection:
        columns = [one[1] for one in connection.execute(f"PRAGMA table_info({table})")]
        keys = [one[0] for one in connection.execute(f"SELECT {key} FROM {table} ORDER BY {key}")]
        number = chance.choice(keys)
        column = chance.choice([one for one in columns if one != key])
        value = connection.execute(f'SELECT "{column}" FROM {table} WHERE {key} = ?', (number,)).fetchone()[0]
    if kind == "row":
        if table == "trail" and number == keys[-1]:
            return ""  # a cut tail: only an anchor shows it
        behind_the_guards(path, f"DELETE FROM {table} WHERE {key} = ?", number)
        return f"{table} {number} removed"
    if kind == "swap" and len(keys) > 1:
        other = chance.choice([one for one in keys if one != number])
        spare = max(keys) + 1000
        for old, new in ((number, spare), (other, number), (spare, other)):
            behind_the_guards(path, f"UPDATE {table} SET {key} = ? WHERE {key} = ?", new, old)
        return f"{table} {number} and {other} swapped"
    if kind == "copy" and table not in ("trail", "removed", "body"):
        names = ", ".join(f'"{one}"' for one in columns if one != key)
        behind_the_guards(path, f"INSERT INTO {table} ({names}) SELECT {names} FROM {table} WHERE {key} = ?", number)
        return f"{table} {number} doubled"
    new = _another(value, chance)
    behind_the_guards(path, f'UPDATE {table} SET "{column}" = ? WHERE {key} = ?', new, number)
    return f"{table} {number}, {column}: {value!r} -> {new!r}"


def _another(value: object, chance: random.Random) -> object:
    if isinstance(value, bytes):
        place = chance.randrange(len(value))
        return value[:place] + bytes([value[place] ^ 1 << chance.randrange(8)]) + value[place + 1 :]
    if value is None:
        return chance.choice(["2019-01-01", 1, "x"])
    if isinstance(value, int):
        return value + chance.choice([1, 7, -1])
    words = str(value)
    place = chance.randrange(len(words)) if words else 0
    return words[:place] + chance.choice("abcxyz059#") + words[place + 1 :] if words else "x"


def try_alterations(template: Path, work: Path, seeds: range) -> tuple[int, list[str]]:
    """How many alterations were tried, and those that `trail verify` did not find."""
    tried, missed = 0, []
    for seed in seeds:
        chance = random.Random(seed)
        path = work / "altered.sqlite3"
        for left in work.glob("altered.sqlite3*"):
            left.unlink()
        shutil.copy(template, path)
        try:
            done = altered(path, chance)
        except sqlite3.IntegrityError:
            continue  # the database's own keys refuse this one
        if not done or _same(template, path):
            continue
        tried += 1
        store = open_store(str(path))
        if verify_trail(store).whole:
            missed.append(done)
        store.close()
    return tried, missed


def _same(one: Path, other: Path) -> bool:
    def rows(path: Path) -> list[object]:
        with closing(sqlite3.connect(path)) as connection:
            return [connection.execute(f"SELECT * FROM {table} ORDER BY 1").fetchall() for table in TABLES]

    return rows(one) == rows(other)


@pytest.mark.parametrize(
    "more",
    [[{}, {"owner": "B"}], [{"owner": "B"}, {}], [{"owner": "B"}, {"remark": "C"}], [{"owner": "B"}, {"owner": "C"}]],
)
def test_what_a_row_does_not_give_is_empty(store: Store, more: list[dict[str, Value]]) -> None:
    filled(store)
    texts = ("rule_ids", "recommendation", "fingerprints", "owner", "state", "remark")
    first: dict[str, Value] = {"body_id": 1, "number": 1, "recorded_from": DAYS[0], **dict.fromkeys(texts, "x")}
    due = {"due": DAYS[1]} if len(more[0]) else {}
    with change(store, "actions take", by(20)) as one:
        one.insert(ActionRow, [{**first, **due, **given} for given in more] + [first])
    with store.reading() as connection:
        table = table_of(ActionRow)
        found = connection.execute(table.select().order_by(table.c.id)).mappings().all()
    assert [row["due"] for row in found] == [DAYS[1] if due else None] * 2 + [None]
    assert [(row["owner"], row["remark"]) for row in found[:2]] == [
        (given.get("owner", "x"), given.get("remark", "x")) for given in more
    ]
    assert verify_trail(store).whole


@pytest.fixture
def template(tmp_path: Path) -> Path:
    path = tmp_path / "template.sqlite3"
    store = open_store(str(path), create=True)
    filled(store)
    store.close()
    return path


@pytest.fixture
def whole_template(tmp_path: Path) -> Path:
    """A store with rows in every table."""
    path = tmp_path / "whole.sqlite3"
    store = open_store(str(path), create=True)
    filled_whole(store)
    store.close()
    with closing(sqlite3.connect(path)) as connection:
        assert all(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] > 1 for table in TABLES[1:-3])
    return path


def test_alterations_are_found(whole_template: Path, tmp_path: Path) -> None:
    tried, missed = try_alterations(whole_template, tmp_path, range(40))
    assert tried > 20
    assert not missed


@pytest.mark.long
def test_a_thousand_alterations_are_found(whole_template: Path, tmp_path: Path) -> None:
    tried, missed = try_alterations(whole_template, tmp_path, range(1000, 2600))
    print(f"{tried} alterations tried, {len(missed)} not found")
    assert tried >= 1000
    assert not missed


def test_a_cut_tail_is_found_where_the_head_was_written_down(template: Path) -> None:
    store = open_store(str(template))
    head = verify_trail(store).head
    store.close()
    behind_the_guards(template, "DELETE FROM removed")
    behind_the_guards(template, "DELETE FROM trail WHERE seq = 4")
    store = open_store(str(template))
    assert "written down" in " ".join(verify_trail(store, head).faults)
    assert "not the one whose hash" in " ".join(verify_trail(store, Anchor(2, "0" * 64)).faults)
    store.close()


def test_an_altered_entry_and_row_are_named(template: Path) -> None:
    behind_the_guards(template, "UPDATE trail SET actor = 'x' WHERE seq = 2")
    behind_the_guards(template, "UPDATE interest SET nature = 'x' WHERE id = 9")
    store = open_store(str(template))
    found = verify_trail(store).faults
    store.close()
    assert "entry 2 was altered." in found
    assert any("row 9 of interest was altered" in one for one in found)


def _write_many(address: str, writer: int, times: int) -> list[int]:
    store = open_store(address)
    numbers = []
    for turn in range(times):
        held = dict.fromkeys(NAMES[:2], f"{writer} {turn}")
        kept = keep(store, folder(register_reading(f"register {writer}.xlsx", held)), on=DAYS[0], by=by(turn))
        assert kept.entry is not None
        numbers.append(kept.entry)
    store.close()
    return numbers


def test_writers_at_once_never_fork_the_chain(address: str) -> None:
    open_store(address, create=True).close()
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        done = [one.result() for one in [pool.submit(_write_many, address, writer, 6) for writer in range(2)]]
    store = open_store(address)
    check = verify_trail(store)
    store.close()
    assert check.whole
    assert sorted(number for numbers in done for number in numbers) == list(range(1, 13))


def _write_for(address: str, writer: int, seconds: float) -> list[int]:
    store = open_store(address)
    numbers: list[int] = []
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        held = dict.fromkeys(NAMES[:2], f"{writer} {len(numbers)}")
        papers = folder(register_reading(f"register {writer}.xlsx", held))
        entry = keep(store, papers, on=DAYS[0], by=by(len(numbers))).entry
        assert entry is not None
        numbers.append(entry)
    store.close()
    return numbers


@pytest.mark.long
def test_eight_writers_for_a_minute(address: str) -> None:
    open_store(address, create=True).close()
    with ProcessPoolExecutor(8, mp_context=get_context("spawn")) as pool:
        done = [one.result() for one in [pool.submit(_write_for, address, writer, 60.0) for writer in range(8)]]
    store = open_store(address)
    check = verify_trail(store)
    store.close()
    print(f"{address.split(':', maxsplit=1)[0]}: {sum(map(len, done))} changes acknowledged, {check.entries} there")
    assert check.whole
    assert sorted(number for numbers in done for number in numbers) == list(range(1, check.entries + 1))
