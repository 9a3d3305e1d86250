"""What a policy or another edition changes, on the terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich import box
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from coi_audit.model.audit import Audit
from coi_audit.report.difference_view import ChangeView, difference_view

_MOST = 15


def differences(audit: Audit) -> Iterator[RenderableType]:
    """The body's own policy first, then each difference as a summary and two tables."""
    if audit.policy:
        yield Text("\nThe body's own policy", style="bold")
        yield from (Text(f"- {one.sentence}") for one in audit.policy)
    for one in audit.differences:
        view = difference_view(one)
        yield Text(f"\n{view.title}", style="bold")
        yield Text(view.summary)
        yield from _table(("Finding", view.was, view.is_), view.findings)
        yield from _table(("Required action", view.was, view.is_), view.actions)


def _table(headings: tuple[str, str, str], changes: Sequence[ChangeView]) -> Iterator[RenderableType]:
    if not changes:
        return
    table = Table(box=box.SIMPLE_HEAD, expand=True, pad_edge=False, padding=(0, 1), show_edge=False)
    for name, ratio in zip(headings, (6, 2, 2), strict=True):
        table.add_column(name, ratio=ratio, overflow="fold")
    for one in changes[:_MOST]:
        cell = Text(one.what)
        if one.why:
            cell.append(f"\n{one.why}", style="dim")
        table.add_row(cell, one.before, one.after)
    yield table
    if len(changes) > _MOST:
        yield Text(f"... and {len(changes) - _MOST} more, in the JSON.")
