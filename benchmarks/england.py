"""One year of England: the product's linking and rulebook beside a plain loop, DuckDB, numpy and ZEN, in one run."""

from __future__ import annotations

import gc
import multiprocessing
import os
import time
from collections.abc import Callable, Iterator
from typing import Any

from benchmarks import england_arrays, england_duckdb, england_numpy, england_product, england_zen, plain_loop
from benchmarks.england_records import prepare
from benchmarks.year import ATTENDING, BODIES, CHECKS, ITEMS, MEETINGS, BodyYear, year_of

_AT_ONCE = 20  # bodies in memory together: one body's audit needs no other's
_ZEN_BODIES = 2  # ZEN is slow enough to be scaled from a few
_EACH = MEETINGS * ITEMS * ATTENDING  # checks of one body


def lines(bodies: int = BODIES) -> Iterator[str]:
    """What to print. Every peer answers the same ten rules, and must give the product's own counts."""
    books = england_product.books()
    actions = plain_loop.actions_of(books.actions)
    years = [year_of(number) for number in range(bodies)]
    told, plain, product = _product_beside_loop(years, books, actions)
    checks = bodies * _EACH
    yield f"one year of England: {bodies} bodies, {checks:,} member-item checks, {told.conflicts:,} conflicts"
    yield f"  the whole rulebook on {told.units:,} meetings, items and conflicts: {told.applications:,} answers,"
    yield f"  {told.findings:,} findings with {told.sentences:,} sentences, each with its source and evidence"
    yield _line("plain Python loop, ten rules inline, counts alone", checks / plain, checks / plain)
    yield _line("coi-audit, whole rulebook, every finding explained", checks / product, checks / plain)
    yield f"    that is {product * CHECKS / checks:.1f} CPU seconds for the year on one core, where a conflict costs"
    each = {what: seconds / told.conflicts * 1e6 for what, seconds in told.seconds.items()}
    yield "    " + "; ".join(f"{cost:.0f} microseconds of {what}" for what, cost in each.items())
    yield from _peers(years, actions, checks / plain, checks / product)
    yield from _two_cores(bodies)


def _line(what: str, rate: float, plain: float) -> str:
    return f"  {what:<52} {rate / 1000:>10,.0f} thousand checks a second, {rate / plain:>7.3f} of the plain loop"


def _product_beside_loop(
    years: list[BodyYear], books: Any, actions: list[int]
) -> tuple[england_product.Told, float, float]:
    """CPU seconds of the loop and of the product, batch by batch in turn; making the records is not counted."""
    told, counts = england_product.Told(), [0] * len(plain_loop.RULES)
    plain = product = 0.0
    for start in range(0, len(years), _AT_ONCE):
        some = years[start : start + _AT_ONCE]
        ready = [(one, england_product.knowledge_of(one, books)) for one in map(prepare, some)]
        gc.collect()
        gc.freeze()
        begun = time.process_time()
        _, found = plain_loop.count(some, actions)
        between = time.process_time()
        england_product.audit_all(ready, told)
        plain, product = plain + between - begun, product + time.process_time() - between
        counts = [one + other for one, other in zip(counts, found, strict=True)]
        gc.unfreeze()
    _agree("the plain loop", counts, [told.raised[rule] for rule in plain_loop.RULES])
    return told, plain, product


def _agree(who: str, counts: list[int], ours: list[int]) -> None:
    if counts != ours:
        raise SystemExit(f"{who} and coi-audit do not agree on {plain_loop.RULES}: {counts}, {ours}")


def _peers(years: list[BodyYear], actions: list[int], plain: float, product: float) -> Iterator[str]:
    matches, counts = plain_loop.count(years, actions)
    for peer in (_duckdb, _numpy, _zen):
        try:
            for what, rate, told in peer(years, actions):
                if told not in (None, (matches, counts), matches):
                    raise SystemExit(f"{what} does not agree with the plain loop: {told}, not {(matches, counts)}")
                note = f"; coi-audit is {product / rate:.1f} times as fast" if peer is _zen else ""
                yield _line(what, rate, plain) + note
        except ImportError as missing:
            yield f"  {missing.name} is not installed, so it is left out: its packages are the extra named bench"


_Told = Iterator[tuple[str, float, Any]]


def _duckdb(years: list[BodyYear], actions: list[int]) -> _Told:
    tables = england_arrays.columns_of(years)
    for threads in (1, 2):
        database = england_duckdb.load(tables, actions, threads=threads)
        seconds, told = _timed(lambda database=database: england_duckdb.count(database))
        yield f"DuckDB, {threads} thread{'s' * (threads > 1)} (loading not counted)", len(years) * _EACH / seconds, told


def _numpy(years: list[BodyYear], actions: list[int]) -> _Told:
    arrays = england_numpy.load(years)
    seconds, told = _timed(lambda: england_numpy.count(arrays))
    yield "floor: numpy compares, no rules (loading not counted)", len(years) * _EACH / seconds, told


def _zen(years: list[BodyYear], actions: list[int]) -> _Told:
    decision = england_zen.load(actions)
    few = years[:_ZEN_BODIES]
    seconds, told = _timed(lambda: england_zen.count(decision, few))
    ours = plain_loop.count(few, actions)
    if told != ours:
        raise SystemExit(f"ZEN does not agree with the plain loop: {told}, not {ours}")
    yield f"GoRules ZEN, decision graph ({len(few)} bodies)", len(few) * _EACH / seconds, None


def _timed(job: Callable[[], Any]) -> tuple[float, Any]:
    begun = time.perf_counter()
    told = job()
    return time.perf_counter() - begun, told


def _two_cores(bodies: int) -> Iterator[str]:
    """The same bodies by one process and by two, each with its share made ready before the clock starts."""
    few = min(bodies, 2 * _AT_ONCE)
    alone = max(_by_processes(1, few))
    both = max(_by_processes(2, few))
    free = f"{os.cpu_count()} cores here, load {os.getloadavg()[0]:.1f} at the end"
    yield f"  two processes on {few} bodies: {alone / both:.2f} times as fast as one ({free})"


def _by_processes(number: int, bodies: int) -> list[float]:
    context = multiprocessing.get_context("fork")
    ready, seconds = context.Barrier(number), context.Queue()
    shares = [range(start, bodies, number) for start in range(number)]
    workers = [context.Process(target=_work, args=(share, ready, seconds)) for share in shares]
    for worker in workers:
        worker.start()
    told = [seconds.get() for _ in workers]
    for worker in workers:
        worker.join()
    return told


def _work(share: range, ready: Any, seconds: Any) -> None:
    books = england_product.books()
    mine = [(one, england_product.knowledge_of(one, books)) for one in (prepare(year_of(body)) for body in share)]
    gc.collect()
    gc.freeze()
    ready.wait()
    seconds.put(_timed(lambda: england_product.audit_all(mine))[0])
