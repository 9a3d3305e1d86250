"""The benchmarks compare like with like: the product, a plain loop and the peers give the same ten counts."""

from __future__ import annotations

from functools import cache

import pytest

from benchmarks import england_arrays, england_duckdb, england_numpy, england_product, england_zen, plain_loop
from benchmarks.england_records import prepare
from benchmarks.papers import AS_OF, case_of
from benchmarks.year import ATTENDING, ITEMS, MEETINGS, BodyYear, year_of
from coi_audit import app
from coi_audit.audit.run import Request, run_audit

Counts = tuple[int, list[int]]


@cache
def year() -> BodyYear:
    return year_of(7)


@cache
def actions() -> list[int]:
    return plain_loop.actions_of(england_product.books().actions)


@cache
def plain() -> Counts:
    return plain_loop.count([year()], actions())


def test_the_year_has_the_size_that_is_said() -> None:
    assert len(year().meetings) == MEETINGS
    assert {(len(one.there), len(one.items)) for one in year().meetings} == {(ATTENDING, ITEMS)}
    assert year_of(7) == year()


def test_the_product_finds_what_the_plain_loop_counts() -> None:
    books = england_product.books()
    prepared = prepare(year())
    told = england_product.audit_all([(prepared, england_product.knowledge_of(prepared, books))])
    matches, counts = plain()
    assert (told.conflicts, [told.raised[rule] for rule in plain_loop.RULES]) == (matches, counts)
    assert sum(counts) <= told.findings
    assert all(counts[place] for place in range(1, len(counts)) if plain_loop.RULES[place] != "CHR-01")


def test_duckdb_finds_the_same() -> None:
    pytest.importorskip("duckdb")
    pytest.importorskip("numpy")
    database = england_duckdb.load(england_arrays.columns_of([year()]), actions(), threads=1)
    assert england_duckdb.count(database) == plain()


def test_the_decision_tables_find_the_same() -> None:
    pytest.importorskip("zen")
    assert england_zen.count(england_zen.load(actions()), [year()]) == plain()


def test_the_floor_finds_every_match() -> None:
    pytest.importorskip("numpy")
    assert england_numpy.count(england_numpy.load([year()])) == plain()[0]


def test_the_invented_meeting_has_conflicts_and_findings() -> None:
    case = case_of(members=6, interests=4, items=8)
    knowledge = app.knowledge_for(case.body, books=england_product.books(), lists=None)
    audit = run_audit(case, request=Request(AS_OF), knowledge=knowledge, tool_version="test")
    (meeting,) = audit.meetings
    assert [len(meeting.items), len(meeting.present)] == [9, 6]
    declared = [one.participation.declared for item in meeting.items for one in item.conflicts]
    assert len(declared) >= 6
    assert any(declared)
    assert audit.findings
