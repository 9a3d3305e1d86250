"""One person, or one organisation, as a body's papers told of them over time: by when it was known."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import Column, Connection, Table, select

from coi_audit.model.dates import in_words
from coi_audit.model.kept import Moment
from coi_audit.store.opening import Store
from coi_audit.store.replay import KeptBody
from coi_audit.store.tables import AttendanceRow, InterestRow, MembershipRow, table_of

_WORDS = re.compile(r"\w+")
_AT_ONCE = 500  # numbers in one statement


def history(
    store: Store, body: KeptBody, *, person: str | None = None, organisation: str | None = None
) -> tuple[Moment, ...]:
    """Every fact about whoever bears all words of `person`, or about an organisation, by the day it became known.

    A fact that several versions of a paper tell alike is one moment: from the first that told it, to the end of the
    last without a gap. Raises `UserError` as `Store.reading`.
    """
    with store.reading() as connection:
        moments = [
            *_interests(connection, body, person, organisation),
            *(_memberships(connection, body, person) if person else ()),
            *(_attendance(connection, body, person) if person else ()),
        ]
    return tuple(sorted(moments, key=lambda one: (one.known_from, one.kind, one.person, one.what, one.place)))


def _interests(
    connection: Connection, body: KeptBody, person: str | None, organisation: str | None
) -> Iterator[Moment]:
    table = table_of(InterestRow)
    fitting = set(_fitting(connection, body, table, (table.c.person,), person)) if person else None
    if organisation:
        named = set(_fitting(connection, body, table, (table.c.organisation, table.c.nature), organisation))
        fitting = named if fitting is None else fitting & named
    rows = _rows(connection, table, fitting or ())
    for one, start, end in _unbroken(rows, ("person", "organisation", "nature", "held_from", "held_until")):
        words = ", ".join(part for part in (one["nature"], one["organisation"]) if part)
        declared = min(one["declared_on"] or one["edition"] or start, start)
        late = (declared - one["held_from"]).days if one["held_from"] is not None else None
        told = _moment("interest", one, words, (start, end), (one["held_from"], one["held_until"]))
        yield replace(told, days_late=late if late is not None and late > 0 else None)


def _memberships(connection: Connection, body: KeptBody, person: str) -> Iterator[Moment]:
    table = table_of(MembershipRow)
    rows = _rows(connection, table, _fitting(connection, body, table, (table.c.person,), person))
    for one, start, end in _unbroken(rows, ("person", "committee", "role", "title", "held_from", "held_until")):
        what = f"{one['title'] or one['role']}, {one['committee']}"
        yield _moment("membership", one, what, (start, end), (one["held_from"], one["held_until"]))


def _attendance(connection: Connection, body: KeptBody, person: str) -> Iterator[Moment]:
    table = table_of(AttendanceRow)
    rows = _rows(connection, table, _fitting(connection, body, table, (table.c.person,), person))
    for one, start, end in _unbroken(rows, ("person", "committee", "held_on", "status")):
        when = in_words(one["held_on"]) if one["held_on"] is not None else "a day not told"
        what = f"{one['status'].replace('_', ' ')} at the meeting of {when}"
        if one["committee"]:
            what = f"{what}, {one['committee']}"
        yield _moment("attendance", one, what, (start, end), (one["held_on"], one["held_on"]))


def _moment(
    kind: str,
    row: dict[str, Any],
    what: str,
    known: tuple[date, date | None],
    held: tuple[date | None, date | None],
) -> Moment:
    return Moment(kind, row["person"], what, *known, *held, place=row["place"])


def _fitting(
    connection: Connection, body: KeptBody, table: Table, columns: Sequence[Column[Any]], asked: str
) -> list[int]:
    """The numbers of the rows of a body whose words in these columns hold all that are asked for."""
    wanted = set(_WORDS.findall(asked.casefold()))
    known: dict[tuple[str, ...], bool] = {}  # each wording is looked at once, however many editions repeat it
    found = []
    for number, *texts in connection.execute(select(table.c.id, *columns).where(table.c.body_id == body.id)):
        key = tuple(texts)
        if key not in known:
            known[key] = wanted <= set(_WORDS.findall(" ".join(key).casefold()))
        if known[key]:
            found.append(number)
    return found


def _rows(connection: Connection, table: Table, numbers: Collection[int]) -> list[dict[str, Any]]:
    """These rows, oldest knowledge first."""
    wanted, found = sorted(numbers), []
    for start in range(0, len(wanted), _AT_ONCE):
        some = select(table).where(table.c.id.in_(wanted[start : start + _AT_ONCE]))
        found += [dict(one) for one in connection.execute(some).mappings()]
    return sorted(found, key=lambda one: (one["recorded_from"], one["id"]))


def _unbroken(
    rows: Sequence[dict[str, Any]], same: tuple[str, ...]
) -> Iterator[tuple[dict[str, Any], date, date | None]]:
    """Rows that say the same, each run of them as its first row with the days from and until which it was known.

    What was known for no whole day (brought and corrected on one) is left out.
    """
    runs: dict[tuple[Any, ...], list[list[Any]]] = {}
    for one in rows:
        start, end = one["recorded_from"], one["recorded_until"]
        if end is not None and end <= start:
            continue
        found = runs.setdefault(tuple(one[name] for name in same), [])
        if found and (found[-1][2] is None or start <= found[-1][2]):
            last = found[-1][2]
            found[-1][2] = None if last is None or end is None else max(last, end)
        else:
            found.append([one, start, end])
    for found in runs.values():
        yield from ((one, start, end) for one, start, end in found)
