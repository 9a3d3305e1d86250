"""Killed at any moment, a store opens again, its trail holds, nothing is half there, and the work can go on."""

from __future__ import annotations

import multiprocessing as mp
import random
import shutil
import time
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from multiprocessing.synchronize import Event
from pathlib import Path

import pytest
from older import digests_as_they_were, store_of_version
from readings import NAMES, by, folder, register_reading
from sqlalchemy import select
from test_trail import DAYS

from coi_audit.errors import UserError
from coi_audit.model.letting_go import Limits, MatterKind, Order
from coi_audit.model.reading import Reading
from coi_audit.store.facts import KEPT_FACTS
from coi_audit.store.keep import keep
from coi_audit.store.migrate import newest, version_of
from coi_audit.store.opening import Store, _connect, open_store
from coi_audit.store.replay import body_named
from coi_audit.store.retention import let_go, removals
from coi_audit.store.tables import InterestRow, MembershipRow, PaperRow, table_of
from coi_audit.store.trail import verify_trail

_ROWS = 40  # of a register: enough for a change to be hit, few enough to go through the store after each kill
_LIMITS = Limits(6, 72, "a guide, registers", "seen")
_LATER = date(2030, 1, 1)
Work = Callable[[str, str, int, Event], None]


def edition(turn: int) -> dict[str, str]:
    return {f"{NAMES[number % len(NAMES)]} {number}": f"Practice {turn}" for number in range(_ROWS)}


def keep_one(store: Store, turn: int) -> int | None:
    return keep(store, folder(register_reading("register.xlsx", edition(turn))), on=DAYS[0], by=by(turn % 60)).entry


def note(notes: str, line: str) -> None:
    with Path(notes).open("a", encoding="ascii") as file:
        file.write(f"{line}\n")


def keep_editions(address: str, notes: str, first: int, begun: Event) -> None:
    """Keep one edition after the other, noting each entry once it is acknowledged."""
    begun.set()
    store = open_store(address, create=True)
    for turn in range(first, first + 50):
        note(notes, f"entry {keep_one(store, turn)}")


def let_people_go(address: str, notes: str, first: int, begun: Event) -> None:
    """Keep an edition, then let some of it go by an order, each order noted before and after."""
    store = open_store(address, create=True)
    keep_one(store, first)
    begun.set()
    for turn in range(first + 1, first + 50):
        numbers = some_matters(store, turn)
        note(notes, f"order {' '.join(numbers)}")
        note(notes, f"entry {order(store, numbers, turn)}")
        note(notes, f"entry {keep_one(store, turn)}")


def some_matters(store: Store, turn: int) -> list[str]:
    """Three of the interests that are kept."""
    kept = removals(store, body_named(store, None), on=_LATER, limits=_LIMITS).matters
    numbers = sorted(one.number for one in kept if one.kind is MatterKind.INTEREST)
    return random.Random(turn).sample(numbers, 3)


def order(store: Store, numbers: Sequence[str], turn: int) -> int:
    given = Order(tuple(numbers), _LATER, early=True)
    return let_go(store, body_named(store, None), given, limits=_LIMITS, by=by(turn % 60, reason="order 7")).entry


def bring_up(address: str, _notes: str, _first: int, begun: Event) -> None:
    """Open a store of the first version, which brings it up to date."""
    begun.set()
    open_store(address, stamp="killed").close()


def killed(work: Work, address: str, notes: Path, first: int, after: float) -> None:
    """Start the work in a process of its own and kill it so many seconds after it began."""
    context = mp.get_context("forkserver")
    context.set_forkserver_preload(["coi_audit.store.keep", "coi_audit.store.retention", "alembic.command"])
    begun = context.Event()
    child = context.Process(target=work, args=(address, str(notes), first, begun))
    child.start()
    assert begun.wait(60)
    time.sleep(after)
    child.kill()  # it may have ended already
    child.join()


def nothing_half(store: Store) -> int:
    """The trail holds, and every version of every paper stands with just the facts in it; gives the entries."""
    check = verify_trail(store)
    assert check.whole, check.faults
    table = table_of(PaperRow)
    with store.reading() as connection:
        for paper in connection.execute(select(table)).mappings().all():
            if not paper["path"]:
                continue
            reading = Reading.model_validate_json(paper["reading"])
            for kind in KEPT_FACTS:
                facts = table_of(kind.row)
                rows = connection.execute(select(facts).where(facts.c.paper_id == paper["id"])).mappings().all()
                assert sorted(one["place"] for one in rows) == sorted(
                    str(one["place"]) for one in kind.rows_of(reading)
                )
                assert {one["closed"] for one in rows} <= {paper["closed"]}
        standing = connection.execute(select(table.c.path).where(table.c.closed.is_(None))).scalars().all()
    assert len(standing) == len(set(standing))
    return check.entries


def acknowledged(notes: Path) -> int:
    lines = notes.read_text("ascii").splitlines() if notes.exists() else []
    return max((int(line.split()[1]) for line in lines if line.startswith("entry ")), default=0)


def again(store: Store, notes: Path, turn: int) -> None:
    """The work goes on: the order that was under way is carried out now, or has been; another edition is kept."""
    lines = notes.read_text("ascii").splitlines() if notes.exists() else []
    last = next((at for at in range(len(lines) - 1, -1, -1) if lines[at].startswith("order ")), None)
    if last is not None:
        try:
            order(store, lines[last].split()[1:], turn)
        except UserError as told:
            assert "nothing of this number is kept" in told.problem
        else:
            assert last == len(lines) - 1, "an order that was acknowledged was not carried out"
    entry = keep_one(store, turn + 1000)
    assert entry is not None
    note(str(notes), f"entry {entry}")
    nothing_half(store)


def kill_at_random(work: Work, address: str, notes: Path, times: int, seed: int) -> int:
    """Start the work and kill it, again and again; gives how often something had been kept when it was killed."""
    chance = random.Random(seed)
    some = 0
    for turn in range(times):
        killed(work, address, notes, turn * 50, chance.uniform(0.0, 0.3))
        store = open_store(address, create=True)
        try:
            entries = nothing_half(store)
            assert entries >= acknowledged(notes), turn
            some += entries > 0
            again(store, notes, turn)
        finally:
            store.close()
    return some


def old_store(address: str) -> dict[str, list[tuple[object, ...]]]:
    """A store of the first version with two editions kept; gives the rows of its papers and facts."""
    store = store_of_version(address, "0001")
    with digests_as_they_were():
        for turn in range(2):
            keep_one(store, turn)
    rows = content(store)
    store.close()
    return rows


def content(store: Store) -> dict[str, list[tuple[object, ...]]]:
    with store.reading() as connection:
        tables = [table_of(row) for row in (PaperRow, InterestRow, MembershipRow)]
        return {one.name: [tuple(row) for row in connection.execute(select(one).order_by(one.c.id))] for one in tables}


def kill_migrations(new_address: Callable[[], str], notes: Path, times: int, seed: int) -> tuple[int, int]:
    """Kill a migration, in a store of its own each time; gives how many were still old, and how many new already."""
    chance = random.Random(seed)
    old, took = 0, _unharmed(new_address())
    for _ in range(times):
        address = new_address()
        before = old_store(address)
        killed(bring_up, address, notes, 0, chance.uniform(0.0, 2 * took))
        left = _connect(address, create=False)
        assert version_of(left.engine) in ("0001", newest())
        old += version_of(left.engine) == "0001"
        assert content(left) == before
        left.close()
        store = open_store(address)
        assert version_of(store.engine) == newest()
        assert content(store) == before
        nothing_half(store)
        again(store, notes.with_name("none"), 1)
        store.close()
        if "://" not in address:
            copies_are_whole(Path(address), before)
            shutil.rmtree(Path(address).parent)
        notes.with_name("none").unlink()
    return old, times - old


def _unharmed(address: str) -> float:
    """Seconds that a migration takes which nobody kills."""
    old_store(address)
    begun = time.monotonic()
    open_store(address).close()
    return time.monotonic() - begun


def copies_are_whole(path: Path, before: dict[str, list[tuple[object, ...]]]) -> None:
    """What bears the name of a copy is a whole one; what does not is not left lying about."""
    copies = [one for one in path.parent.glob(f"{path.name}.before-*") if not one.name.startswith(".")]
    assert copies
    for one in copies:
        store = _connect(str(one), create=False)
        assert content(store) == before
        store.close()
    assert not [one for one in path.parent.iterdir() if ".part" in one.name]


def test_killed_a_few_times_while_keeping(tmp_path: Path) -> None:
    assert kill_at_random(keep_editions, str(tmp_path / "store.sqlite3"), tmp_path / "notes", 3, seed=1)


def test_killed_a_few_times_while_letting_go(tmp_path: Path) -> None:
    assert kill_at_random(let_people_go, str(tmp_path / "store.sqlite3"), tmp_path / "notes", 3, seed=2)


def test_killed_a_few_times_while_migrating(tmp_path: Path) -> None:
    names = iter(range(10))
    kill_migrations(lambda: str(tmp_path / f"{next(names)}" / "store.sqlite3"), tmp_path / "notes", 2, seed=3)


def _in_stores(work: Work, new_address: Callable[[], str], place: Path, stores: int, times: int) -> int:
    """In several stores one after the other: in one alone, going through it would soon take all the time."""
    kill = partial(kill_at_random, work)
    return sum(kill(new_address(), place / f"notes {seed}", times, seed=seed) for seed in range(stores))


@pytest.mark.long
def test_killed_a_hundred_times_while_keeping(new_address: Callable[[], str], tmp_path: Path) -> None:
    some = _in_stores(keep_editions, new_address, tmp_path, 10, 10)
    print(f"killed 100 times while keeping, {some} of them with something kept")
    assert some > 60


@pytest.mark.long
def test_killed_a_hundred_times_while_letting_go(new_address: Callable[[], str], tmp_path: Path) -> None:
    some = _in_stores(let_people_go, new_address, tmp_path, 20, 5)
    print(f"killed 100 times while letting go, {some} of them with something kept")
    assert some > 60


@pytest.mark.long
def test_killed_a_hundred_times_while_migrating(new_address: Callable[[], str], tmp_path: Path) -> None:
    old, new = kill_migrations(new_address, tmp_path / "notes", 100, seed=4)
    print(f"killed 100 times while migrating: {old} still old, {new} new already")
    assert old > 0
    assert new > 0
