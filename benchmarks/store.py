"""What keeping papers costs beside the driver's own bulk insert of the same rows, on both databases, in one run.

The driver's own is SQLite's `executemany` and PostgreSQL's COPY, handed finished rows, one transaction a folder as ours
is; ours is `keep` of papers that were read already: it compares with what is known, works each row out, hashes it and
writes the entry of the trail. A plain loader is what one would write first: it makes the same rows from the same papers
and hands them to the driver, without hash, trail or a look at what is known. Folder by folder they take turns, so that
a machine that slows down favours none.
`COI_AUDIT_BENCH_BODIES` sets how many bodies bring a year in; 211 unless told.
"""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlmodel import SQLModel

from benchmarks.database import new_server
from benchmarks.papers import practice
from benchmarks.store_papers import HOLDERS, year_of_papers
from coi_audit.model.kept import By
from coi_audit.model.reading import FolderReading
from coi_audit.readers.case_assembly import assemble
from coi_audit.store.digests import plain
from coi_audit.store.facts import KEPT_FACTS
from coi_audit.store.history import history
from coi_audit.store.keep import keep
from coi_audit.store.opening import Store, open_store
from coi_audit.store.replay import bodies_of, known_on
from coi_audit.store.tables import CONTENT, TrailRow, table_of
from coi_audit.store.trail import verify_trail

BODIES, YEARS = 211, 10
TARGET = 0.5  # of the driver's own rate
ANSWER = 1.0  # seconds
_FIRST = 2009
_ROUNDS = 5


@dataclass(slots=True)
class Loaded:
    """What each folder took, by the clock and of this process's own CPU, ours beside the driver; and all rows.

    PostgreSQL's own work is in no CPU figure here: its server is another process.
    """

    clock: list[tuple[float, float]] = field(default_factory=list)
    cpu: list[tuple[float, float]] = field(default_factory=list)
    plain: list[tuple[float, float]] = field(default_factory=list)  # ours beside a plain loader, by the clock
    rows: int = 0

    def told(self, what: str) -> str:
        """One line: both rates, and the middle share of the driver's own over all folders."""
        ours, driver = (sum(one[place] for one in self.clock) for place in (0, 1))
        share, cpu, plain = map(_share, (self.clock, self.cpu, self.plain))
        verdict = "" if share >= TARGET else f", below {TARGET}"
        rates = f"{self.rows / ours / 1000:.0f}k a second; the driver alone {self.rows / driver / 1000:.0f}k"
        shares = f"{share:.2f} of it by the clock{verdict}, {cpu:.2f} in CPU; {plain:.2f} of a plain loader"
        return f"  {what}: {self.rows:,} rows, {rates}: {shares}"


def _share(pairs: list[tuple[float, float]]) -> float:
    return statistics.median(theirs / own for own, theirs in pairs)


def load(store: Store, beside: Store, folders: Iterator[tuple[date, FolderReading]]) -> Loaded:
    """Keep each folder, then write the rows that came with it by the driver alone into `beside`."""
    taken = Loaded()
    for number, (day, folder) in enumerate(folders):
        by = By("benchmark", datetime(2018, 1, 15, 0, number // 60 % 60, number % 60, tzinfo=UTC))
        with _timed() as own:
            entry = keep(store, folder, on=day, by=by).entry
        rows = _rows_of(store, entry or 0)
        with _timed() as theirs:
            _by_the_driver(beside, rows)
        with _timed() as made:
            _made(folder)
        taken.rows += sum(len(some) for _, _, some in rows)
        taken.clock.append((own.clock, theirs.clock))
        taken.cpu.append((own.cpu, theirs.cpu))
        taken.plain.append((own.clock, theirs.clock + made.clock))
    return taken


def _made(folder: FolderReading) -> None:
    """What a plain loader does before it hands the rows over."""
    for one in folder.papers:
        one.model_dump_json(exclude_defaults=True)
        for kind in KEPT_FACTS:
            _ = list(kind.told_by(one))


@dataclass(slots=True)
class _Taken:
    clock: float = 0.0
    cpu: float = 0.0


@contextmanager
def _timed() -> Iterator[_Taken]:
    taken, clock, cpu = _Taken(), time.perf_counter(), time.process_time()
    yield taken
    taken.clock, taken.cpu = time.perf_counter() - clock, time.process_time() - cpu


Rows = list[tuple[str, list[str], list[list[Any]]]]


def _rows_of(store: Store, entry: int) -> Rows:
    """What came with one entry, table by table, as the driver takes it."""
    found: Rows = []
    with store.reading() as connection:
        kinds: list[tuple[type[SQLModel], str]] = [*((one, "opened") for one in CONTENT), (TrailRow, "seq")]
        for row, key in kinds:
            table = table_of(row)
            some = connection.execute(select(table).where(table.c[key] == entry).order_by(*table.primary_key.columns))
            found.append((table.name, [one.name for one in table.columns], [list(map(plain, one)) for one in some]))
    return [one for one in found if one[2]]


def _by_the_driver(store: Store, rows: Rows) -> None:
    """The rows alone, in one transaction, on a connection that is open already."""
    lite = store.path is not None
    with closing(store.engine.raw_connection()) as connection:
        cursor: Any = connection.cursor()
        if lite:
            cursor.execute("BEGIN IMMEDIATE")
        for table, names, some in rows:
            columns = ", ".join(f'"{name}"' for name in names)
            if lite:
                cursor.executemany(f'INSERT INTO "{table}" ({columns}) VALUES ({", ".join("?" * len(names))})', some)
                continue
            with cursor.copy(f'COPY "{table}" ({columns}) FROM STDIN') as copy:
                for one in some:
                    copy.write_row(one)
        connection.commit()


def answers(store: Store, day: date) -> Iterator[str]:
    """How long a day's knowledge and a person's timeline take, of the body with the most to tell."""
    body = bodies_of(store)[0]
    asked: tuple[tuple[str, Callable[[], object]], ...] = (
        ("a day's knowledge, put together as a case", lambda: assemble(known_on(store, body, day))),
        ("the timeline of a person", lambda: history(store, body, person=HOLDERS[3])),
        ("the timeline of an organisation", lambda: history(store, body, organisation=practice(8))),
    )
    for what, ask in asked:
        took = []
        for _ in range(_ROUNDS):
            with _timed() as one:
                ask()
            took.append((one.clock, one.cpu))
        clock, cpu = map(min, zip(*took, strict=True))
        slow = "" if clock < ANSWER else f", over {ANSWER:.0f} second"
        yield f"  {what}: {clock:.2f} seconds{slow}, {cpu:.2f} CPU seconds (the best of {_ROUNDS})"


@contextmanager
def _both(make: Callable[[], str]) -> Iterator[tuple[Store, Store]]:
    """Our store, and one of the same tables for the driver."""
    stores = (open_store(make(), create=True), open_store(make(), create=True))
    try:
        yield stores
    finally:
        for one in stores:
            one.close()


def _on(name: str, make: Callable[[], str], bodies: int) -> Iterator[str]:
    yield f"The store on {name}"
    with _both(make) as (store, beside):
        years = ((date(_FIRST + year, 12, 31), year_of_papers(0, _FIRST + year)) for year in range(YEARS))
        yield load(store, beside, years).told(f"{YEARS} years of one body")
        yield from answers(store, date(_FIRST + YEARS, 1, 1))
    with _both(make) as (store, beside):
        year = ((date(2017, 12, 31), year_of_papers(number, 2017)) for number in range(bodies))
        yield load(store, beside, year).told(f"one year of {bodies} bodies")
        yield from answers(store, date(2018, 1, 1))
        begun = time.perf_counter()
        check = verify_trail(store)
        assert check.whole, check.faults[:3]
        yield f"  trail verify: {check.rows:,} rows in {time.perf_counter() - begun:.1f} seconds"


def lines() -> Iterator[str]:
    """What to print."""
    bodies = int(os.environ.get("COI_AUDIT_BENCH_BODIES") or BODIES)
    with tempfile.TemporaryDirectory() as place:
        names = iter(range(1_000))
        yield from _on("SQLite", lambda: str(Path(place) / f"{next(names)}.sqlite3"), bodies)
    with new_server() as server:
        if isinstance(server, str):
            yield f"The store on PostgreSQL: left out, {server}"
        else:
            yield from _on("PostgreSQL", server.new_database, bodies)
