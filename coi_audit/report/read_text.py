"""What one document holds, beside what was understood of it, for the terminal: the doubtful first."""

from __future__ import annotations

from collections.abc import Sequence

from rich import box
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from coi_audit.report.read_words import Readable, Reading, Record, Unread, reading_of

_LONGEST = 300


def read_view(result: Readable) -> RenderableType:
    """The document's own facts, what was not understood or is in doubt, then the rest, each beside what stood there."""
    reading = reading_of(result)
    parts: list[RenderableType] = [*_head(reading)]
    parts += [Text(f"Question: {one}", style="bold") for one in reading.questions]
    if reading.unread:
        parts += [Text("\nNot understood", style="bold"), _unread(reading.unread)]
    if reading.doubtful:
        parts += [Text("\nIn doubt", style="bold"), _records(reading.doubtful)]
    if reading.certain:
        parts += [Text("\nUnderstood", style="bold"), _records(reading.certain)]
    parts += [Text(notice) for notice in reading.notices]
    return Group(*parts)


def _head(reading: Reading) -> list[Text]:
    return [
        Text(reading.file, style="bold"),
        Text(f"{reading.kind}: {reading.why}"),
        Text(reading.counted),
        *(Text(f"{fact.name}: {fact.value}") for fact in reading.facts),
    ]


def _records(records: Sequence[Record]) -> Table:
    table = _table(show_lines=True, columns=(("Where", 2), ("What stands there", 4), ("What was understood", 4)))
    for one in records:
        shown = one.words if len(one.words) <= _LONGEST else f"{one.words[: _LONGEST - 1]}…"
        known = Text()
        for at, field in enumerate(one.fields):
            known.append(("\n" if at else "") + f"{field.name}: {field.value}")
            if field.doubt:
                known.append(f"\n  ? {field.doubt}", style="bold")
        table.add_row(Text(f"{one.what}\n{one.place}"), Text(shown), known)
    return table


def _unread(unread: Sequence[Unread]) -> Table:
    columns = (("Where", 2), ("What stands there", 3), ("What is wrong, and how to mend it", 5))
    table = _table(show_lines=False, columns=columns)
    for one in unread:
        table.add_row(Text(one.place), Text(one.words), Text(f"{one.problem}\nTo fix: {one.fix}"))
    return table


def _table(*, show_lines: bool, columns: Sequence[tuple[str, int]]) -> Table:
    table = Table(
        box=box.SIMPLE_HEAD, expand=True, pad_edge=False, padding=(0, 1), show_edge=False, show_lines=show_lines
    )
    for name, ratio in columns:
        table.add_column(name, ratio=ratio, overflow="fold")
    return table
