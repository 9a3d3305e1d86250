"""Killed at any moment, a store opens again, its trail holds, nothing is half there, and the work can go on."""

from __future__ import annotations

import multiprocessing as mp
import os
import random
import signal
import time
from collections.abc import Callable
from multiprocessing.synchronize import Event
from pathlib import Path

import pytest
from readings import NAMES, by, folder, register_reading
from test_trail import DAYS

from coi_audit.store.change import change
from coi_audit.store.keep import keep
from coi_audit.store.opening import Store, open_store
from coi_audit.store.tables import InterestRow, PaperRow, table_of
from coi_audit.store.trail import verify_trail

_ROWS = 60  # of a register: enough for a change to be hit, few enough to go through the store after each kill


def edition(turn: int) -> dict[str, str]:
    return {f"{NAMES[number % len(NAMES)]} {number}": f"Practice {turn}" for number in range(_ROWS)}


def work_on(address: str, said: str, first: int, begun: Event) -> None:
    """Keep one edition after the other and remove some rows of it, noting each entry once it is acknowledged."""
    begun.set()
    store = open_store(address, create=True)
    with Path(said).open("a", encoding="ascii") as notes:
        for turn in range(first, first + 50):
            kept = keep(store, folder(register_reading("register.xlsx", edition(turn))), on=DAYS[0], by=by(turn))
            notes.write(f"{kept.entry}\n")
            notes.flush()
            with change(store, "remove", by(turn, reason="a test")) as one:
                one.remove(InterestRow, _oldest(store, one.connection, 3))
            notes.write(f"{kept.entry + 1 if kept.entry else 0}\n")
            notes.flush()


def _oldest(_store: Store, connection: object, number: int) -> list[int]:
    table = table_of(InterestRow)
    chosen = table.select().with_only_columns(table.c.id).order_by(table.c.id).limit(number)
    return list(connection.execute(chosen).scalars())  # type: ignore[attr-defined]


def kill_at_random(address: str, notes: Path, times: int, seed: int) -> int:
    """Start the work and kill it, again and again; gives how often a change was under way when it was killed."""
    chance = random.Random(seed)
    context = mp.get_context("forkserver")
    context.set_forkserver_preload(["coi_audit.store.keep"])
    cut = 0
    for turn in range(times):
        begun = context.Event()
        child = context.Process(target=work_on, args=(address, str(notes), turn * 50, begun))
        child.start()
        assert begun.wait(60)
        time.sleep(chance.uniform(0.0, 0.3))
        os.kill(child.pid or 0, signal.SIGKILL)
        child.join()
        cut += _whole_again(address, notes, turn)
    return cut


def _whole_again(address: str, notes: Path, turn: int) -> bool:
    """The store opens, holds, has every acknowledged entry and no half of one; says whether there is one at all."""
    store = open_store(address, create=True)
    try:
        check = verify_trail(store)
        assert check.whole, (turn, check.faults)
        acknowledged = [int(one) for one in notes.read_text("ascii").split()] if notes.exists() else []
        assert check.entries >= max(acknowledged, default=0)
        table, papers = table_of(InterestRow), table_of(PaperRow)
        with store.reading() as connection:
            open_papers = [
                one.id
                for one in connection.execute(papers.select())
                if one.closed is None and one.path == "register.xlsx"
            ]
            rows = [one for one in connection.execute(table.select()) if one.paper_id in open_papers]
        assert len(open_papers) <= 1
        assert not rows or len({one.organisation for one in rows}) == 1
        return check.entries > 0
    finally:
        store.close()


def test_killed_a_few_times(tmp_path: Path) -> None:
    address = str(tmp_path / "store.sqlite3")
    assert kill_at_random(address, tmp_path / "notes", 5, seed=1)


@pytest.mark.long
def test_killed_three_hundred_times(new_address: Callable[[], str], tmp_path: Path) -> None:
    """In fifteen stores one after the other: in one alone, going through it would soon take all the time."""
    cut = sum(kill_at_random(new_address(), tmp_path / f"notes {seed}", 20, seed=seed) for seed in range(15))
    print(f"killed 300 times, {cut} of them with something kept")
    assert cut > 200
