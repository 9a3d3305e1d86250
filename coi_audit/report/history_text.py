"""A history over time, of a person, an organisation or one finding: for the terminal, and as plain data."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from rich import box
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from coi_audit.model.kept import Moment
from coi_audit.model.matter import Matter, MatterStep
from coi_audit.report.since_json import finding_told
from coi_audit.report.words import SEVERITY_SIGN, count, day, sentence, words

_KINDS = (("interest", "Interests"), ("membership", "Memberships"), ("attendance", "Attendance"))
_STANDS = {
    MatterStep.FOUND: "stands",
    MatterStep.STILL_FOUND: "stands",
    MatterStep.FOUND_AGAIN: "stands again",
    MatterStep.RESOLVED: "resolved",
    MatterStep.IN_DOUBT: "in doubt: the papers do not answer",
    MatterStep.RULED: "covered by a ruling",
    MatterStep.NOT_LOOKED_AT: "not looked at by the last audit kept",
}


def history_view(found: Sequence[Moment]) -> RenderableType:
    """A table each of interests, memberships and attendance, oldest knowledge first, each fact with its place."""
    if not found:
        return Text("The papers kept tell nothing of this name.")
    parts: list[RenderableType] = []
    for kind, title in _KINDS:
        some = [one for one in found if one.kind == kind]
        if some:
            parts += [Text(f"{title} ({len(some)})", style="bold"), _moments(some, kind), Text("")]
    return Group(*parts, *_late(found))


def _moments(found: Sequence[Moment], kind: str) -> Table:
    people = len({one.person for one in found}) > 1
    table = _table(("Known", 3), *((("Person", 3),) if people else ()), (_WHAT[kind], 5), ("Held", 3), ("Where", 4))
    if kind == "attendance":
        table = _table(("Known", 3), *((("Person", 3),) if people else ()), (_WHAT[kind], 6), ("Where", 4))
    for one in found:
        who = [one.person] if people else []
        held = [] if kind == "attendance" else [_held(one)]
        table.add_row(*map(Text, (_span(one.known_from, one.known_until), *who, one.what, *held, one.place)))
    return table


_WHAT = {"interest": "Interest", "membership": "Seat", "attendance": "Meeting"}


def _table(*columns: tuple[str, int]) -> Table:
    table = Table(box=box.SIMPLE, show_edge=False, pad_edge=False, expand=True)
    for name, ratio in columns:
        table.add_column(name, ratio=ratio, overflow="fold")
    return table


def _span(start: date, end: date | None) -> str:
    return f"from {day(start)}{f' until {day(end)}' if end is not None else ''}"


def _held(one: Moment) -> str:
    if one.held_from is None and one.held_until is None:
        return "not told"
    start = f"from {day(one.held_from)}" if one.held_from is not None else "from a day not told"
    told = f"{start}{f' to {day(one.held_until)}' if one.held_until is not None else ''}"
    return f"{told}; declared {count(one.days_late, 'day')} after it began" if one.days_late else told


def _late(found: Sequence[Moment]) -> Iterator[Text]:
    late = [one.days_late for one in found if one.days_late]
    if late:
        longest = count(max(late), "day")
        began = "it began" if len(late) == 1 else "they began"
        told = f"{count(len(late), 'interest')}, as far as these papers tell, declared only after {began}"
        yield Text(f"{told}: the latest {longest} after.")


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


def matter_view(found: Matter) -> RenderableType:
    """What the finding says, how it stands, then each step on a row of its own."""
    parts: list[RenderableType] = [Text(f"Finding {found.fingerprint}", style="bold")]
    told = found.finding
    if told is not None:
        parts.append(Text(f"{SEVERITY_SIGN[told.severity]} {words(told.severity)}, {told.rule_id}: {told.title}"))
        parts.append(Text(told.statement))
    parts.append(Text(sentence(_standing(found)) + "."))
    table = _table(("Day", 2), ("What", 7), ("Until", 2))
    for one in found.moments:
        table.add_row(day(one.on), Text(sentence(one.said)), day(one.until) if one.until else "")
    return Group(*parts, Text(""), table)


def _standing(found: Matter) -> str:
    if found.stands is None:
        return "no audit that was kept speaks of it"
    parts = [_STANDS[found.stands]]
    if found.resolved_on is not None:
        parts = [f"resolved: no longer found on {day(found.resolved_on)}"]
    if found.found_first is not None and found.found_last is not None:
        parts.append(f"first found as at {day(found.found_first)}")
        if found.found_last != found.found_first:
            parts.append(f"last found as at {day(found.found_last)}")
    return "; ".join(parts)


def matter_document(found: Matter) -> dict[str, Any]:
    """The same as plain types, ready for JSON."""
    days = {name: getattr(found, name) for name in ("found_first", "found_last", "resolved_on")}
    return {
        "fingerprint": found.fingerprint,
        "finding": finding_told(found.finding) if found.finding is not None else None,
        "stands": found.stands.value if found.stands is not None else None,
        **{name: value.isoformat() if value is not None else None for name, value in days.items()},
        "moments": [
            {
                "on": one.on.isoformat(),
                "until": one.until.isoformat() if one.until is not None else None,
                "step": one.step.value,
                "said": one.said,
            }
            for one in found.moments
        ],
    }
