"""Says after the tests what came of the damaged papers, all runs of all processes together."""

from __future__ import annotations

from collections import Counter
from typing import Any

DAMAGED = "damaged papers"


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """One line: how many papers, what became of them, the slowest of them and the largest process."""
    reports = [one for group in terminalreporter.stats.values() for one in group if getattr(one, "when", "") == "call"]
    runs = [value for one in reports for name, value in one.user_properties if name == DAMAGED]
    if not runs:
        return
    outcomes: Counter[str] = Counter()
    for one in runs:
        outcomes.update(one["outcomes"])
    faults = sum(one["faults"] for one in runs) - outcomes["traceback"]
    slowest, largest = max(one["slowest"] for one in runs), max(one["peak"] for one in runs)
    terminalreporter.write_line(
        f"damaged papers: {sum(one['papers'] for one in runs):,}; read {outcomes['read']:,}, refused with a message "
        f"{outcomes['refused']:,}, tracebacks {outcomes['traceback']:,}, other faults {faults:,}; "
        f"slowest {slowest:.1f} CPU seconds, largest process {largest / 2**20:,.0f} MB"
    )
