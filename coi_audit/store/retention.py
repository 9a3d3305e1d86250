"""What is due to be let go, and the order by which it goes: out of every version of every paper, leaving its trace."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import select

from coi_audit.errors import UserError
from coi_audit.linking.people.names import parse_name
from coi_audit.model.dates import in_words
from coi_audit.model.kept import By
from coi_audit.model.letting_go import DueState, LetGo, Limits, MatterKind, Order, Removals
from coi_audit.model.reading import Reading
from coi_audit.store.change import Change, change
from coi_audit.store.facts import KEPT_FACTS
from coi_audit.store.matters import Found, matters_of
from coi_audit.store.opening import Store
from coi_audit.store.redaction import STUB, Gone, fold, without
from coi_audit.store.removed_words import RemovedWords, swept_given
from coi_audit.store.replay import KeptBody
from coi_audit.store.scrub import scrub
from coi_audit.store.tables import (
    FACTS,
    ActionRow,
    Clocked,
    JudgementRow,
    KeptAuditRow,
    PaperFileRow,
    PaperRow,
    Row,
    table_of,
)

_GIVEN: Mapping[MatterKind, type[Clocked]] = {
    MatterKind.AUDIT: KeptAuditRow,
    MatterKind.JUDGEMENT: JudgementRow,
    MatterKind.ACTION: ActionRow,
}
_AGAIN = "list what is kept with: coi-audit removals --all"


def removals(store: Store, body: KeptBody, *, on: date, limits: Limits) -> Removals:
    """Everything a body's store keeps on people, by the day it may go. Raises `UserError` as `Store.reading`."""
    with store.reading() as connection:
        found = matters_of(connection, body, limits)
    return Removals(body.name, on, limits, tuple(one.matter for one in found))


def let_go(store: Store, body: KeptBody, order: Order, *, limits: Limits, by: By) -> LetGo:
    """Carry an order out, all of it or nothing; then make the database's files anew.

    Every version of every paper that tells a matter is replaced by one without it, known for the same days; what was
    given beside the papers loses its words. Raises `UserError` where the order names what is not there, or what is not
    due without saying so, or where the reason names whoever it is about: the trail keeps the reason for ever.
    """
    with change(store, "remove", by) as one:
        every = matters_of(one.connection, body, limits)
        chosen = _chosen(every, order)
        _nobody_named(by.reason, chosen)
        _Removal(one, body, order.on).of(chosen, _left(every, chosen))
        early = sum(found.matter.state(order.on) is not DueState.DUE for found in chosen)
        one.notes |= _notes(chosen, early, order)
        rows = {table: len(texts) for table, texts in sorted(one.removed.items())}
        entry = one.number
    not_cleaned = scrub(store)
    matters = tuple(found.matter for found in chosen)
    return LetGo(body.name, entry, matters, early, rows, not not_cleaned, not_cleaned)


def _chosen(every: Sequence[Found], order: Order) -> list[Found]:
    by_number = {one.matter.number: one for one in every}
    wanted = list(dict.fromkeys(order.numbers))
    if not wanted:
        raise UserError("the order names nothing; nothing was removed.", fix=_AGAIN)
    absent = [one for one in wanted if one not in by_number]
    if absent:
        listed = ", ".join(absent[:10])
        raise UserError(f"nothing of this number is kept: {listed}; nothing was removed.", fix=_AGAIN)
    chosen = [by_number[one] for one in wanted]
    early = [one.matter for one in chosen if one.matter.state(order.on) is not DueState.DUE]
    if early and not order.early:
        first = early[0]
        when = f"not before {in_words(first.due)}" if first.due else f"nobody knows when: {first.because}"
        raise UserError(
            f"{first.number} may go {when}; nothing was removed.",
            fix="leave it out, or say with --before-its-time that it goes all the same, and in --reason why.",
        )
    return chosen


def _nobody_named(reason: str, chosen: Sequence[Found]) -> None:
    words = set(fold(reason).replace(",", " ").replace(".", " ").split())
    for one in chosen:
        surname = parse_name(one.matter.person).surname if one.matter.person else ""
        if surname and set(surname.split()) <= words:
            raise UserError(
                "the reason names somebody whose data goes; nothing was removed.",
                where="--reason",
                fix="give the reason without the name: the trail keeps it for good. Name the order's own reference.",
            )


def _left(every: Sequence[Found], chosen: Sequence[Found]) -> frozenset[str]:
    """Names of whoever still has something kept after this."""
    going = {one.matter.number for one in chosen}
    return frozenset(fold(one.matter.person) for one in every if one.matter.number not in going)


def _notes(chosen: Sequence[Found], early: int, order: Order) -> dict[str, Any]:
    kinds: dict[str, int] = defaultdict(int)
    for one in chosen:
        kinds[one.matter.kind.value] += 1
    notes: dict[str, Any] = {"body_matters": dict(kinds), "on": order.on.isoformat()}
    if early:
        notes["before_their_time"] = early
    if order.sha256:
        notes["order_sha256"] = order.sha256
    return notes


@dataclass(frozen=True, slots=True)
class _Removal:
    """One order being carried out within a change."""

    change: Change
    body: KeptBody
    on: date

    def of(self, chosen: Sequence[Found], left: frozenset[str]) -> None:
        words = RemovedWords.of(chosen, left)
        whole = self._papers(chosen)
        own: dict[type[Clocked], list[int]] = {row: [] for row in _GIVEN.values()}
        for one in chosen:
            if one.matter.kind in _GIVEN:
                own[_GIVEN[one.matter.kind]] += one.rows
        for row, going in own.items():
            self._given(row, going, words, whole)

    def _papers(self, chosen: Sequence[Found]) -> frozenset[str]:
        """Replace every version that tells one of these; gives the paths of papers of which nothing is left."""
        gone = _gone(chosen)
        table = table_of(PaperRow)
        stubs: set[str] = set()
        rows, readings = [], []
        found = self.change.connection.execute(select(table).where(table.c.id.in_(sorted(gone))).order_by(table.c.id))
        for number, paper in enumerate(found.mappings().all(), start=1):
            reading = Reading.model_validate_json(paper["reading"])
            why = f"by an order on {in_words(self.on)} (entry {self.change.number} of the trail)."
            day = paper["edition"] or paper["recorded_from"]
            after = without(reading, gone[paper["id"]], day, why)
            path, kind = paper["path"], paper["kind"]
            if after is None:
                stubs.add(path)
                path = f"removed by order/{self.change.number}.{number}"
                after = Reading(path=path, removed=1, notices=(f"A paper ({kind}) was removed {why}",))
                kind = STUB
            text = after.model_dump_json(exclude_defaults=True)
            rows.append(dict(paper) | {"path": path, "kind": kind, "reading": text})
            readings.append(after)
        self._put(rows, readings)
        self._take(sorted(gone))
        return frozenset(stubs)

    def _put(self, rows: Sequence[Mapping[str, Any]], readings: Sequence[Reading]) -> None:
        """Bring the papers in as they are now, with what they tell, known for the same days as before."""
        numbers = self._insert(PaperRow, rows)
        for kind in KEPT_FACTS:
            facts = [
                {**fact, **{name: paper[name] for name in ("body_id", "recorded_from", "recorded_until", "closed")}}
                | {"paper_id": number}
                for number, paper, reading in zip(numbers, rows, readings, strict=True)
                for fact in kind.rows_of(reading)
            ]
            self._insert(kind.row, facts)

    def _insert(self, row: type[Clocked], rows: Sequence[Mapping[str, Any]]) -> range:
        """Add rows, those that had ended with the same end."""
        bare = [{key: value for key, value in one.items() if key not in ("recorded_until", "closed")} for one in rows]
        numbers = self.change.insert(row, bare)
        ends: dict[date, list[int]] = defaultdict(list)
        for number, one in zip(numbers, rows, strict=True):
            if one["recorded_until"] is not None:
                ends[one["recorded_until"]].append(number)
        for until, some in sorted(ends.items()):
            self.change.end(row, some, until)
        return numbers

    def _take(self, papers: Sequence[int]) -> None:
        """Remove papers and everything that was read in them, and their files."""
        taken: tuple[type[Row], ...] = (*FACTS, PaperFileRow)
        for row in taken:
            table = table_of(row)
            chosen = select(table.c.id).where(table.c.paper_id.in_(papers))
            self._remove(row, list(self.change.connection.execute(chosen).scalars()))
        self._remove(PaperRow, papers)

    def _remove(self, row: type[Row], numbers: Sequence[int]) -> None:
        if numbers:
            self.change.remove(row, numbers)

    def _given(self, row: type[Clocked], going: Sequence[int], words: RemovedWords, papers: frozenset[str]) -> None:
        """Remove these rows; of the others replace those that repeat what went."""
        table = table_of(row)
        chosen = select(table).where(table.c.body_id == self.body.id).order_by(table.c.id)
        others = [one for one in self.change.connection.execute(chosen).mappings() if one["id"] not in set(going)]
        swept = [(one["id"], swept_given(row, dict(one), words, papers)) for one in others]
        changed = [(number, one) for number, one in swept if one is not None]
        self._insert(row, [one for _, one in changed])
        self._remove(row, [*going, *(number for number, _ in changed)])


def _gone(chosen: Sequence[Found]) -> dict[int, Gone]:
    """What goes out of each paper."""
    gone: dict[int, Gone] = defaultdict(Gone)
    for one in chosen:
        for paper in one.papers:
            if one.matter.kind is MatterKind.INTEREST:
                gone[paper].interests.add(one.key)
            elif one.matter.kind is MatterKind.NIL_RETURN:
                gone[paper].nil_returns.add(one.key)
            elif one.matter.kind is MatterKind.MEMBERSHIP:
                gone[paper].memberships.add(one.key)
            else:
                gone[paper].whole = True
    return gone
