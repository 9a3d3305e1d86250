"""How the cost of an audit grows: as members, interests, items and rules double; linear is twice or less."""

from __future__ import annotations

import statistics
import time
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from benchmarks.papers import AS_OF, case_of
from coi_audit import app, paths
from coi_audit.audit.knowledge import Knowledge
from coi_audit.audit.run import Request, run_audit
from coi_audit.rulebook.types import Rulebook

_DOUBLINGS = (1, 2, 4, 8)
_ROUNDS = 3
_BASE = {"members": 10, "interests": 2, "items": 8}


def lines() -> Iterator[str]:
    """A table of CPU seconds by doublings, and the ratio of each to the one before."""
    books = app.load_books(paths.rules_folder())
    yield "growth of one meeting's audit: CPU seconds as one thing doubles (and how many times the figure before)"
    for what, base in _BASE.items():
        yield _row(what, base, [_seconds(books, {**_BASE, what: base * times}) for times in _DOUBLINGS])
    rules = len(books.rulebook.rules)
    yield _row("rules", rules, [_seconds(books, dict(_BASE), rules=times) for times in _DOUBLINGS])


def _row(what: str, base: int, seconds: list[float]) -> str:
    ratios = [1.0, *(later / earlier for earlier, later in pairwise(seconds))]
    told = [
        f"{base * times:>5}: {one:.3f} ({ratio:.1f}x)"
        for times, one, ratio in zip(_DOUBLINGS, seconds, ratios, strict=True)
    ]
    return f"  {what:<10}" + "  ".join(told)


def _seconds(books: app.Books, sizes: dict[str, int], *, rules: int = 1) -> float:
    found = []
    for _ in range(_ROUNDS):
        case = case_of(**sizes)
        knowledge = app.knowledge_for(case.body, books=books, lists=None)
        knowledge = _with_rules(knowledge, rules)
        begun = time.process_time()
        run_audit(case, request=Request(AS_OF), knowledge=knowledge, tool_version="bench")
        found.append(time.process_time() - begun)
    return statistics.median(found)


def _with_rules(knowledge: Knowledge, times: int) -> Knowledge:
    """The same rulebook several times over, under other ids."""
    rules = {
        f"{name}-{copy}": replace(rule, id=f"{name}-{copy}")
        for copy in range(times)
        for name, rule in knowledge.rulebook.rules.items()
    }
    book: Rulebook = knowledge.rulebook if times == 1 else replace(knowledge.rulebook, rules=rules)
    return replace(knowledge, rulebook=book)
