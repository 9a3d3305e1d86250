"""What a run brought into the store, and whether its trail holds: in lines, and as plain data."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from coi_audit.model.kept import Kept, TrailCheck
from coi_audit.report.words import count

_SHOWN = 20


def kept_lines(found: Kept) -> Iterator[str]:
    """One line a kind of change, each paper below it."""
    if not found.changed:
        yield f"{found.body}: nothing has changed since it was kept last ({count(found.unchanged, 'paper')})."
    else:
        unchanged = f"; {count(found.unchanged, 'paper')} unchanged" if found.unchanged else ""
        yield f"{found.body}: kept as entry {found.entry} of the trail{unchanged}."
    yield from _listed("New", found.added)
    yield from _listed("Corrected: what stood there before stays in the history", found.corrected)
    yield from _listed("Read anew by this version of the program", found.reread)
    yield from _listed("Under another name", [f"{source} -> {to}" for source, to in found.moved])
    yield from _listed("Ended, since they are not in the folder any more", found.withdrawn)
    if found.removed:
        yield f"Left out, since an order removed them from the store: {count(found.removed, 'paper')}."
    yield from _listed("Not in this folder; they stay known (end them with --withdraw)", found.absent)
    if found.files is not None:
        yield f"Files kept with them now: {found.files}. Give one back with: coi-audit store paper PATH --to FILE"


def _listed(title: str, names: Sequence[str]) -> Iterator[str]:
    if not names:
        return
    yield f"{title}:"
    yield from (f"  {name}" for name in names[:_SHOWN])
    if len(names) > _SHOWN:
        yield f"  ... and {len(names) - _SHOWN} more"


def kept_document(found: Kept) -> dict[str, Any]:
    """The same as plain types, ready for JSON."""
    return {
        "body": found.body,
        "entry": found.entry,
        "added": list(found.added),
        "corrected": list(found.corrected),
        "reread": list(found.reread),
        "moved": [{"from": source, "to": to} for source, to in found.moved],
        "withdrawn": list(found.withdrawn),
        "absent": list(found.absent),
        "unchanged": found.unchanged,
        "removed": found.removed,
        **({"files": found.files} if found.files is not None else {}),
    }


def trail_lines(found: TrailCheck) -> Iterator[str]:
    """Whether the trail holds, each fault by itself, and the head to write down."""
    looked = f"{count(found.entries, 'entry', 'entries')} and {count(found.rows, 'row')} were looked at"
    if found.whole:
        yield f"The trail is whole: {looked}, and none was altered, removed, added or moved."
    else:
        yield f"The trail does NOT hold: {looked}, and {count(len(found.faults), 'fault')} found."
        yield from (f"  {one}" for one in found.faults)
    if found.entries:
        yield f"Its head, to be written down outside: {found.head}"


def trail_document(found: TrailCheck) -> dict[str, Any]:
    """The same as plain types, ready for JSON."""
    return {
        "whole": found.whole,
        "entries": found.entries,
        "rows": found.rows,
        "head": {"number": found.head.number, "hash": found.head.hash},
        "faults": list(found.faults),
    }
