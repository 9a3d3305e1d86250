"""What a run brought into the store, and whether its trail holds: in lines, and as plain data."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from coi_audit.model.kept import Kept, Moment, TrailCheck
from coi_audit.report.words import count, day

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


def history_lines(found: Sequence[Moment]) -> Iterator[str]:
    """One line a fact, oldest knowledge first, with where it was read below it."""
    if not found:
        yield "The papers kept tell nothing of this name."
    for one in found:
        known = f"known from {day(one.known_from)}"
        if one.known_until is not None:
            known = f"{known} until {day(one.known_until)}"
        yield f"{known}: {one.kind} of {one.person}: {one.what}{_held(one)}"
        late = f"; {count(one.days_late, 'day')} after it began" if one.days_late else ""
        yield f"    {one.place}{late}"


def _held(one: Moment) -> str:
    if one.kind == "attendance" or (one.held_from is None and one.held_until is None):
        return ""
    start = f"from {day(one.held_from)}" if one.held_from is not None else "from a day not told"
    return f" (held {start}{f' to {day(one.held_until)}' if one.held_until is not None else ''})"


def history_document(found: Sequence[Moment]) -> dict[str, Any]:
    """The same as plain types, ready for JSON."""
    return {
        "moments": [
            {
                "kind": one.kind,
                "person": one.person,
                "what": one.what,
                "known_from": one.known_from.isoformat(),
                "known_until": one.known_until.isoformat() if one.known_until else None,
                "held_from": one.held_from.isoformat() if one.held_from else None,
                "held_until": one.held_until.isoformat() if one.held_until else None,
                "days_late": one.days_late,
                "place": one.place,
            }
            for one in found
        ]
    }
