"""Two editions of a register side by side, for the terminal and as plain data."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from rich import box
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from coi_audit.model.editions import EditionsCompared, InterestChange
from coi_audit.model.evidence import Rejected
from coi_audit.model.interests import Interest, NilReturn, Register
from coi_audit.report.as_json import rejected_document
from coi_audit.report.words import count, day, sentence


def editions_json(compared: EditionsCompared) -> dict[str, Any]:
    """The comparison as plain types: each pile, and how many stand alike in both."""
    return {
        "earlier": _register(compared.earlier),
        "later": _register(compared.later),
        "same": compared.same,
        "added": [_interest(one) for one in compared.added],
        "changed": [_change(one) for one in compared.changed],
        "ended": [_change(one) for one in compared.ended],
        "gone_without_an_end": [_interest(one) for one in compared.gone],
        "gone_after_its_end": [_interest(one) for one in compared.lapsed],
        "now_nil": [{"person": one.person, "place": one.source.place()} for one in compared.now_nil],
    }


def not_understood(rejected: Sequence[Rejected]) -> dict[str, Any]:
    """What of either edition could not be read, and so was not compared; nothing where all of it was."""
    return {"rejected": [rejected_document(one) for one in rejected]} if rejected else {}


def _register(one: Register) -> dict[str, Any]:
    return {"file": one.file, "edition": one.edition.isoformat() if one.edition else None,
            "edition_from": one.edition_from, "interests": len(one.interests)}  # fmt: skip


def _interest(one: Interest) -> dict[str, Any]:
    return {
        "person": one.person, "organisation": one.organisation, "nature": one.nature,
        "held_from": str(one.held_from) if one.held_from else None,
        "held_until": str(one.held_until) if one.held_until else None, "place": one.source.place(),
    }  # fmt: skip


def _change(one: InterestChange) -> dict[str, Any]:
    fields = [{"field": field.field, "before": field.before, "after": field.after} for field in one.fields]
    places = {"place_before": one.before.source.place(), "place_after": one.after.source.place()}
    told = {name: value for name, value in _interest(one.after).items() if name != "place"}
    return {**told, "fields": fields, **places}


def editions_view(compared: EditionsCompared) -> RenderableType:
    """What became of each interest since the earlier edition, with both values and both places."""
    title = f"\nAgainst {compared.earlier.file}, {_dated(compared.earlier)}"
    piles = (
        (compared.added, "added"), (compared.changed, "changed"), (compared.ended, "ended"),
        (compared.gone, "gone without an end"), (compared.lapsed, "gone after its end"), (compared.now_nil, "now nil"),
    )  # fmt: skip
    tally = ", ".join([f"{compared.same} alike", *(f"{len(pile)} {name}" for pile, name in piles)])
    parts: list[RenderableType] = [Text(title, style="bold"), Text(sentence(tally))]
    parts += _warning(compared)
    parts += _pile("Added", compared.added)
    parts += _changes("Changed", compared.changed)
    parts += _changes("Ended", compared.ended)
    parts += _pile("Gone, though nothing says that it ended: ask", compared.gone)
    parts += _pile("Gone after its end", compared.lapsed)
    parts += _nils(compared.now_nil)
    return Group(*parts)


def _dated(register: Register) -> str:
    return f"as at {day(register.edition)}" if register.edition else "of which no date was found"


def _warning(compared: EditionsCompared) -> Iterator[Text]:
    before, after = compared.earlier.edition, compared.later.edition
    if before and after and after < before:
        yield Text(
            "The edition it is held against is the later of the two: what is told as added may be what was removed."
        )


def _table(*columns: tuple[str, int]) -> Table:
    table = Table(box=box.SIMPLE_HEAD, expand=True, pad_edge=False, padding=(0, 1), show_edge=False)
    for name, ratio in columns:
        table.add_column(name, ratio=ratio, overflow="fold")
    return table


def _pile(title: str, interests: Sequence[Interest]) -> Iterator[RenderableType]:
    if not interests:
        return
    table = _table(("Person", 2), ("Interest", 5), ("Where", 3))
    for one in interests:
        table.add_row(Text(one.person), Text(_what(one)), Text(one.source.place()))
    yield Text(f"\n{title}: {count(len(interests), 'interest')}", style="bold")
    yield table


def _changes(title: str, changes: Sequence[InterestChange]) -> Iterator[RenderableType]:
    if not changes:
        return
    table = _table(("Person", 2), ("Interest", 3), ("Before", 4), ("Now", 4))
    for one in changes:
        before = [f"{_name(field.field)}: {_shown(field.before)}" for field in one.fields]
        after = [f"{_name(field.field)}: {_shown(field.after)}" for field in one.fields]
        cells = ("\n".join([*before, one.before.source.place()]), "\n".join([*after, one.after.source.place()]))
        table.add_row(Text(one.after.person), Text(_what(one.after)), *map(Text, cells))
    yield Text(f"\n{title}: {count(len(changes), 'interest')}", style="bold")
    yield table


def _nils(nils: Sequence[NilReturn]) -> Iterator[RenderableType]:
    if not nils:
        return
    table = _table(("Person", 2), ("Where", 5))
    for one in nils:
        table.add_row(Text(one.person), Text(one.source.place()))
    yield Text(f"\nNow nil, with interests before: {count(len(nils), 'person', 'people')}", style="bold")
    yield table


def _what(one: Interest) -> str:
    parts = [one.organisation] if one.organisation else []
    parts += [one.nature] if one.nature and one.nature != one.organisation else []
    return " - ".join(parts)


def _name(field: str) -> str:
    return sentence(field.replace("_", " "))


def _shown(value: str) -> str:
    return value.replace("_", " ") or "not told"
