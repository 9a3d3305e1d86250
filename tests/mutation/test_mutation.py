"""Mutation testing of the checks: the rules' own cases notice every small change, or it is explained why none could.

`.venv/bin/python tests/mutation` prints the figures by file; `./run long tests/mutation` holds them.
"""

from __future__ import annotations

import pytest
from bench import Bench
from mutants import mutants_of
from survivors import accepted, idle, unexplained

THRESHOLD = """
from dataclasses import dataclass

@dataclass(frozen=True)
class Params:
    days: int = 28

def late(days: int | None, params: Params) -> str:
    return f"{days * 2} days" if days is not None and days > params.days else "in time"
"""


def test_every_decision_is_changed_and_no_words_are() -> None:
    changes = {one.change.split(" => ")[1] for one in mutants_of(THRESHOLD)}
    assert {"days: int = 29", "days: int = 27"} <= changes
    line = 'return f"{days * 2} days" if days is not None and days %s params.days else "in time"'
    assert {line % sign for sign in (">=", "<", "<=", "==")} <= changes
    assert not any("frozen=False" in change or "days / 2" in change or "int & None" in change for change in changes)


def test_a_mutant_is_killed_by_a_case_and_the_check_stays_as_it_was() -> None:
    bench = Bench()
    source = bench.sources["participation"]
    assert bench.killer("participation", source) is None
    assert bench.killer("participation", source.replace("if facts.took_part:", "if not facts.took_part:"))
    assert bench.killer("participation", "raise ValueError") == "ValueError: "
    assert bench.killer("participation", source) is None


def test_each_accepted_survivor_says_why() -> None:
    assert all(len(entry.why) > 10 for entry in accepted())


@pytest.mark.long
def test_every_mutant_is_killed_or_explained() -> None:
    bench = Bench()
    results = [bench.try_all(name) for name in bench.names()]
    left = [f"{one.name}.py, line {mutant.line}: {mutant.change}" for one in results for mutant in unexplained(one)]
    assert left == []
    assert idle(results) == []
    assert sum(one.killed for one in results) > 0.9 * sum(one.mutants for one in results)
