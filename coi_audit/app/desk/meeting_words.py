"""What a meeting's page says first, in sentences; and what is tried out on it, beside what is saved."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from coi_audit.app.desk.meeting_sheet import Change, Row
from coi_audit.app.desk.trying import MeetingTried
from coi_audit.app.desk.what_if import ListedSeat, WhatIf
from coi_audit.model.words import Handling, Stage
from coi_audit.report.pack.people import PackMeeting
from coi_audit.report.pack.phrases import SHORT
from coi_audit.report.words import count, listed, sentence


def summary_of(pack: PackMeeting, rows: Sequence[Row]) -> tuple[str, ...]:
    """What a reader should know first: how much is touched, what cannot be decided, who takes the chair."""
    told = f"{_touched(sum(bool(row.item.people) for row in rows), len(rows))}; {_decidable(pack, rows)}"
    sentences = [f"{sentence(told.rstrip('; '))}."]
    handed = [row for row in rows if row.item.audit.chair.conflicted]
    if handed:
        name = handed[0].item.audit.chair.name or "the chair"
        does = "had an interest at" if pack.audit.stage is Stage.HELD else "hands over the chair for"
        sentences.append(f"{sentence(name)} {does} {_items(handed)}.")
    return (*sentences, *_handled(pack))


def _touched(touched: int, total: int) -> str:
    if not touched:
        return f"no known interest touches any of the {count(total, 'item')}"
    return f"{touched} of {count(total, 'item')} {'touches' if touched == 1 else 'touch'} somebody"


def _decidable(pack: PackMeeting, rows: Sequence[Row]) -> str:
    short = [row for row in rows if row.inquorate]
    if short and pack.audit.stage is Stage.HELD:
        return f"{_items(short)} had no quorum"
    if short:
        return f"{_items(short)} cannot be decided as things stand"
    if not any(row.bar for row in rows):
        return "no quorum is stated"
    return "every item decided was quorate" if pack.audit.stage is Stage.HELD else "every item to be decided is quorate"


def _items(rows: Sequence[Row]) -> str:
    numbers = [row.item.view.number or row.item.view.title for row in rows]
    return f"item {numbers[0]}" if len(numbers) == 1 else f"items {listed(numbers)}"


def _handled(pack: PackMeeting) -> Iterator[str]:
    conflicts = [one for item in pack.items for one in item.audit.conflicts]
    if pack.audit.stage is not Stage.HELD or not conflicts:
        return
    managed = sum(one.handling is Handling.MANAGED for one in conflicts)
    told = f"Of {count(len(conflicts), 'conflict')} the minutes show {managed} managed"
    other = len(conflicts) - managed
    yield f"{told}; {other} {'needs' if other == 1 else 'need'} a look." if other else f"{told}."


def changes_of(one: MeetingTried, what_if: WhatIf) -> Iterator[Change]:
    """Everything tried out for the meeting."""
    for before, now in zip(one.seats, one.now, strict=True):
        if before != now:
            yield Change(before.name, _listed(before), _listed(now))
    for ruling in what_if.rulings:
        person = one.person(ruling.seat.mark)
        if person is not None:
            where = f"item {ruling.item}" if ruling.item else "the whole meeting"
            yield Change(person.name, f"no such ruling on {where}", f"ruled on {where}: {SHORT[ruling.action]}")


def _listed(seat: ListedSeat) -> str:
    if seat.expected:
        return "expected"
    return f"away, {seat.deputy} sits for them" if seat.deputy else "away"
