"""Everything a body's store keeps on people, grouped into matters, with the day from which each may go."""

from __future__ import annotations

import hashlib
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from sqlalchemy import Connection, select

from coi_audit.model.dates import add_months, in_words
from coi_audit.model.letting_go import Limits, Matter, MatterKind
from coi_audit.store.matter_ends import Ended, Registers, end_of_interest, end_of_membership, end_of_paper
from coi_audit.store.redaction import STUB, Key, interest_key, membership_key, nil_key
from coi_audit.store.replay import KeptBody
from coi_audit.store.tables import (
    ActionRow,
    Clocked,
    InterestRow,
    JudgementRow,
    KeptAuditRow,
    MembershipRow,
    PaperRow,
    table_of,
)

_BY_ENTRY = ("register", "body")  # kinds of papers whose entries go one by one
_NEVER = (*_BY_ENTRY, "folder", STUB)
_DAY = re.compile(r"(?<!\d)(\d{4}-\d\d-\d\d)(?!\d)")
_OPEN = "open"
_GIVEN: Mapping[MatterKind, type[Clocked]] = {
    MatterKind.AUDIT: KeptAuditRow,
    MatterKind.JUDGEMENT: JudgementRow,
    MatterKind.ACTION: ActionRow,
}


@dataclass(slots=True)
class Found:
    """A matter with what it takes to let it go: numbers of its papers, its key in them, numbers of rows of its own."""

    matter: Matter
    key: Key
    papers: set[int] = field(default_factory=set)
    rows: list[int] = field(default_factory=list)
    words: tuple[str, ...] = ()  # the organisation and the nature of an interest, as written


@dataclass(frozen=True, slots=True)
class _Kept:
    """One version of one paper."""

    id: int
    path: str
    kind: str
    day: date  # its edition, else the day from which it was known
    known_until: date | None
    reading: dict[str, Any]


def matters_of(connection: Connection, body: KeptBody, limits: Limits) -> list[Found]:
    """Every matter of a body, by the day it may go, those without one last."""
    kept = _papers(connection, body)
    found = [
        *_interests(connection, body, kept, limits),
        *_nil_returns(body, kept, limits),
        *_memberships(connection, body, kept, limits),
        *_whole_papers(body, kept, limits),
        *_given(connection, body, limits),
    ]
    return sorted(found, key=lambda one: (one.matter.due or date.max, one.matter.kind, one.matter.number))


def _papers(connection: Connection, body: KeptBody) -> dict[int, _Kept]:
    table = table_of(PaperRow)
    chosen = select(table).where(table.c.body_id == body.id).order_by(table.c.id)
    return {
        one.id: _Kept(
            one.id, one.path, one.kind, one.edition or one.recorded_from, one.recorded_until, json.loads(one.reading)
        )
        for one in connection.execute(chosen)
    }


def _rows(connection: Connection, body: KeptBody, row: type[Clocked]) -> list[Mapping[str, Any]]:
    table = table_of(row)
    chosen = select(table).where(table.c.body_id == body.id).order_by(table.c.id)
    return [dict(one) for one in connection.execute(chosen).mappings()]


def _interests(connection: Connection, body: KeptBody, kept: dict[int, _Kept], limits: Limits) -> Iterator[Found]:
    groups: dict[Key, list[Mapping[str, Any]]] = defaultdict(list)
    for one in _rows(connection, body, InterestRow):
        groups[interest_key(one["person"], one["organisation"], one["nature"], one["relationship"])].append(one)
    registers = _registers(groups.values(), kept)
    sitting = _sitting(_rows(connection, body, MembershipRow))
    for key, rows in groups.items():
        days = [(kept[one["paper_id"]].day, one) for one in rows]
        last = max(days, key=lambda one: (one[0], one[1]["recorded_from"], one[1]["id"]))[1]
        ended = end_of_interest(days, registers, sits=lambda name: registers.is_any(name, sitting))
        what = ", ".join(part for part in (last["nature"], last["organisation"]) if part) or "an interest"
        found = _found(body, MatterKind.INTEREST, key, (last["person"], what), ended, limits)
        found.papers = {one["paper_id"] for one in rows}
        found.words = tuple(sorted({text for one in rows for text in (one["nature"], one["organisation"]) if text}))
        yield _told_in(found, kept)


def _registers(groups: Iterable[Sequence[Mapping[str, Any]]], kept: dict[int, _Kept]) -> Registers:
    """When each name stood on a register last, and the days of all registers."""
    listed: dict[str, date] = {}
    for name, day in (
        *((one["person"], kept[one["paper_id"]].day) for rows in groups for one in rows),
        *((name, paper.day) for paper in kept.values() for name, _ in _nils_in(paper)),
    ):
        listed[name] = max(day, listed.get(name, date.min))
    return Registers(listed, tuple(sorted({one.day for one in kept.values() if one.kind == "register"})))


def _sitting(rows: Sequence[Mapping[str, Any]]) -> frozenset[str]:
    """Names of whoever is a member still, as far as is known."""
    return frozenset(one["person"] for one in rows if one["closed"] is None and one["held_until"] is None)


def _nils_in(paper: _Kept) -> Iterator[tuple[str, date]]:
    for one in (paper.reading.get("register_") or {}).get("nil_returns", ()):
        yield one["person"], date.fromisoformat(one["on"]) if one.get("on") else paper.day


def _nil_returns(body: KeptBody, kept: dict[int, _Kept], limits: Limits) -> Iterator[Found]:
    groups: dict[Key, tuple[str, date, set[int]]] = {}
    for paper in kept.values():
        for name, on in _nils_in(paper):
            groups.setdefault(nil_key(name, on), (name, on, set()))[2].add(paper.id)
    for key, (name, on, papers) in groups.items():
        ended = Ended(on, "the day it was given, else that of the register")
        found = _found(body, MatterKind.NIL_RETURN, key, (name, "nothing to declare"), ended, limits)
        found.papers = papers
        yield _told_in(found, kept)


def _memberships(connection: Connection, body: KeptBody, kept: dict[int, _Kept], limits: Limits) -> Iterator[Found]:
    groups: dict[Key, list[Mapping[str, Any]]] = defaultdict(list)
    for one in _rows(connection, body, MembershipRow):
        key = membership_key(one["committee"], one["person"], one["role"], one["title"], one["held_from"])
        groups[key].append(one)
    for key, rows in groups.items():
        last = rows[-1]
        what = f"{last['title'] or last['role']}, {last['committee']}"
        found = _found(body, MatterKind.MEMBERSHIP, key, (last["person"], what), end_of_membership(rows), limits)
        found.papers = {one["paper_id"] for one in rows}
        yield _told_in(found, kept)


def _whole_papers(body: KeptBody, kept: dict[int, _Kept], limits: Limits) -> Iterator[Found]:
    for paper in kept.values():
        if paper.kind in _NEVER:
            continue
        ended = end_of_paper(paper.kind, _days_in(paper), paper.known_until)
        key: Key = (paper.path, paper.id)
        found = _found(body, MatterKind.PAPER, key, ("", f"{paper.path} ({paper.kind})"), ended, limits)
        found.papers = {paper.id}
        yield _told_in(found, kept)


def _days_in(paper: _Kept) -> list[date]:
    """Every day that a paper's record holds, and those in its path; words of its passages are no days."""
    return [date.fromisoformat(one) for one in (*_DAY.findall(paper.path), *_dates(paper.reading)) if _is_day(one)]


def _dates(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        if len(value) == 10 and _DAY.fullmatch(value):
            yield value
    elif isinstance(value, list | dict):
        for one in value.values() if isinstance(value, dict) else value:
            yield from _dates(one)


def _is_day(text: str) -> bool:
    try:
        return bool(date.fromisoformat(text))
    except ValueError:
        return False


def _given(connection: Connection, body: KeptBody, limits: Limits) -> Iterator[Found]:
    for kind, row in _GIVEN.items():
        groups: dict[Key, list[Mapping[str, Any]]] = defaultdict(list)
        for one in _rows(connection, body, row):
            groups[_given_key(kind, one)].append(one)
        for key, rows in groups.items():
            person, what, ended = _given_told(kind, rows[-1])
            found = _found(body, kind, key, (person, what), ended, limits)
            found.rows = [one["id"] for one in rows]
            yield found


def _given_key(kind: MatterKind, row: Mapping[str, Any]) -> Key:
    names = {
        MatterKind.AUDIT: ("as_of", "known_on", "head_hash"),
        MatterKind.JUDGEMENT: ("fingerprint", "by_name", "given_on", "view"),
        MatterKind.ACTION: ("number", "recorded_from", "state"),
    }[kind]
    return tuple(str(row[name]) for name in names)


def _given_told(kind: MatterKind, row: Mapping[str, Any]) -> tuple[str, str, Ended]:
    if kind is MatterKind.AUDIT:
        return "", f"audit as of {in_words(row['as_of'])}", Ended(row["as_of"], "the day it speaks for")
    if kind is MatterKind.JUDGEMENT:
        ended = Ended(row["given_on"], "the day it was given")
        return row["by_name"], f"judgement on finding {row['fingerprint']}", ended
    if row["recorded_until"] is None and row["state"] == _OPEN:
        ended = Ended(None, "it is open")
    else:
        ended = Ended(row["recorded_until"] or row["recorded_from"], "the day this state was recorded, or ended")
    return row["owner"], f"action {row['number']}", ended


def _found(body: KeptBody, kind: MatterKind, key: Key, told: tuple[str, str], ended: Ended, limits: Limits) -> Found:
    """A matter that is told nowhere yet; `told` is whose it is, and what."""
    public = ended.day is not None and kind is MatterKind.INTEREST
    matter = Matter(
        number=number_of(body, kind, key),
        kind=kind,
        person=told[0],
        what=told[1],
        ended=ended.day,
        because=ended.because,
        public_until=add_months(ended.day, limits.public_months) if public and ended.day else None,
        due=add_months(ended.day, limits.record_months) if ended.day else None,
    )
    return Found(matter, key)


def number_of(body: KeptBody, kind: MatterKind, key: Key) -> str:
    """What a matter is called in lists and orders: of its content alone, so that it stays while papers come and go."""
    digest = hashlib.sha256(json.dumps([body.key, kind.value, *key], ensure_ascii=False).encode()).hexdigest()
    return f"{kind.value[0].upper()}-{digest[:10]}"


def _told_in(found: Found, kept: dict[int, _Kept]) -> Found:
    paths = tuple(sorted({kept[one].path for one in found.papers}))
    found.matter = replace(found.matter, papers=paths)
    return found
