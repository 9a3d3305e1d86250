"""One meeting of 20 items and 15 members from records in memory to findings, words of the minutes read and all."""

from __future__ import annotations

import statistics
import time
from collections.abc import Iterator

from benchmarks.papers import AS_OF, ON, case_of
from coi_audit import app, paths
from coi_audit.audit.run import Request, run_audit

TARGET = 0.2  # seconds
_ROUNDS = 7


def lines() -> Iterator[str]:
    """What to print: CPU seconds of a first audit and of later ones; nothing is kept from one to the next but words."""
    books = app.load_books(paths.rules_folder())
    seconds = []
    for _ in range(_ROUNDS):
        case = case_of(members=15, interests=4, items=20)
        knowledge = app.knowledge_for(case.body, books=books, lists=None)
        begun = time.process_time()
        audit = run_audit(case, request=Request(AS_OF), knowledge=knowledge, tool_version="bench")
        seconds.append(time.process_time() - begun)
    conflicts = sum(len(item.conflicts) for one in audit.meetings for item in one.items)
    rules, usual = len(books.rulebook.rules), statistics.median(seconds[1:])
    yield f"one meeting, 20 items x 15 members, {rules} rules: {conflicts} conflicts, {len(audit.findings)} findings"
    yield f"  {usual:.3f} CPU seconds, {usual / TARGET:.2f} of the {TARGET} allowed (the first, cold: {seconds[0]:.3f})"
    assert audit.meetings[0].date == ON
