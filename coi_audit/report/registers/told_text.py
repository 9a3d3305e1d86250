"""What the command says of the registers it wrote: counts, what is not shown, what to look at, and the files."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from coi_audit.model.outgoing import Circle, KeptRegisters
from coi_audit.report.registers.tables import RegisterTable
from coi_audit.report.words import count, day


def written_lines(
    kept: KeptRegisters, tables: Sequence[tuple[RegisterTable, Sequence[Path]]], forms: Sequence[Path]
) -> Iterator[str]:
    """One line a thing, in plain words."""
    whom = "for publication" if kept.circle is Circle.PUBLIC else "for the body's own use"
    yield f"{kept.body.name}, as at {day(kept.as_of)}, {whom}"
    for table, files in tables:
        yield ""
        yield f"{table.title}: {count(len(table.rows), 'entry', 'entries')}"
        yield from (f"  {note}" for note in table.notes)
        if table.unread:
            yield f"  {count(len(table.unread), 'row or paper', 'rows or papers')} not understood, listed at its end."
        yield from (f"  Written: {path}" for path in files)
    if forms:
        yield ""
        folder = min((one.parent for one in forms), key=lambda one: len(one.parts))
        yield f"Forms: {count(len(forms), 'file')} in {folder}"
    if kept.alerts:
        yield ""
        yield "Look at this before you publish:"
        yield from (f"  {alert}" for alert in kept.alerts)
