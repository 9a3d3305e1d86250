"""A progress bar that appears only once the work has taken long enough to wonder about."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TextIO

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Column

PATIENCE = 2.0  # seconds
_NAME = 30  # signs of a name: with the bar and the counts it stays within a terminal of 80


@contextmanager
def late_progress(
    stream: TextIO, *, patience: float = PATIENCE, clock: Callable[[], float] = time.monotonic
) -> Iterator[Callable[[str, int, int], None]]:
    """Yields a callable `(text, done, total)`; the bar is drawn on `stream` after `patience` seconds, then cleared."""
    bar = Progress(
        TextColumn("{task.description}", markup=False, table_column=Column(no_wrap=True, max_width=_NAME)),
        BarColumn(bar_width=30),
        TextColumn("{task.completed} of {task.total}"),
        TimeElapsedColumn(),
        console=Console(file=stream),
        transient=True,
    )
    task = bar.add_task("", start=True)
    begun = clock()
    shown = False

    def report(text: str, done: int, total: int) -> None:
        nonlocal shown
        bar.update(task, description=text, completed=done, total=max(total, done))
        if not shown and clock() - begun >= patience:
            bar.start()
            shown = True

    try:
        yield report
    finally:
        if shown:
            bar.stop()
