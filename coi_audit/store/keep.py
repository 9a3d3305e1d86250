"""A case folder brought into the store: only what changed; a corrected paper supersedes, and never erases."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import Connection, Select, bindparam, select

from coi_audit.errors import UserError
from coi_audit.model.kept import By, Kept
from coi_audit.model.people import Body
from coi_audit.model.reading import FolderReading, Reading
from coi_audit.store.change import Change, change, pieces
from coi_audit.store.digests import Value
from coi_audit.store.facts import KEPT_FACTS, Fact
from coi_audit.store.let_go_before import Spared, let_go_before
from coi_audit.store.opening import Store
from coi_audit.store.redaction import STUB
from coi_audit.store.steady import uncollected
from coi_audit.store.tables import FACTS, BodyRow, PaperRow, table_of

FOLDER_KIND = "folder"


class _Known(NamedTuple):
    id: int
    path: str
    sha256: str
    reading: str


def body_key(body: Body) -> str:
    """What a body is found by in a store: its ODS code in capitals, else its name folded."""
    if body.ods_code:
        return body.ods_code.upper()
    return re.sub(r"[\W_]+", "-", body.name.casefold()).strip("-")


def keep(store: Store, folder: FolderReading, *, on: date, by: By, withdraw: bool = False) -> Kept:
    """Bring the readings of a case folder in, as known from the day `on`.

    A second run over the same folder changes nothing. With `withdraw` papers that are not in the folder any more are
    ended too. Raises `UserError` as `Store.writing` and where a paper would end before the day it became known, and
    `ValueError` where no reading is a body's.
    """
    body = next((one.body for one in folder.papers if one.body is not None), None)
    if body is None:
        raise ValueError("no reading of body.yaml is among the papers")
    with uncollected(), change(store, "keep", by) as one:
        body_id = _body(one, body)
        whole = _papers_of(folder)
        papers = _without_removed(whole, let_go_before(one.connection, body_id, {p.sha256 for p in whole.values()}))
        known = {paper.path: paper for paper in known_papers(one.connection, body_id, papers)}
        plan = _plan(papers, known, withdraw)
        _keep_papers(one, body_id, plan, on)
        found = _told(plan, body.name, None if one.empty else one.number)
        return replace(found, key=body_key(body), removed=len(whole) - len(papers))


@dataclass(frozen=True, slots=True)
class _Paper:
    """A paper of the folder as it will be kept; `text` is its reading as JSON."""

    sha256: str
    kind: str
    edition: date | None
    text: str
    reading: Reading | None


@dataclass(frozen=True, slots=True)
class _Plan:
    """What is to be done: paths that are new, read otherwise than before, that stand elsewhere now, that go."""

    papers: dict[str, _Paper]
    known: dict[str, _Known]
    fresh: tuple[str, ...]
    other: tuple[str, ...]
    moves: dict[str, str]  # from -> to
    gone: tuple[str, ...]
    absent: tuple[str, ...]


def _papers_of(folder: FolderReading) -> dict[str, _Paper]:
    """Each paper by its path; what the folder itself tells stands under ""."""
    told = folder.model_copy(update={"papers": ()}).model_dump_json(exclude_defaults=False)
    papers = {"": _Paper("", FOLDER_KIND, None, told, None)}
    for one in folder.papers:
        entry = one.input
        text = one.model_dump_json(exclude_defaults=True)
        kind, edition = (entry.kind, entry.edition) if entry is not None else ("left aside", None)
        papers[one.path] = _Paper(entry.sha256 if entry is not None else "", kind, edition, text, one)
    return papers


def _without_removed(papers: dict[str, _Paper], spared: Spared) -> dict[str, _Paper]:
    """The papers of the folder without those that an order removed, and without what it took out of others."""
    kept = {}
    for path, paper in papers.items():
        if paper.sha256 in spared.gone:
            continue
        before, text = spared.readings.get(paper.sha256, (path, ""))
        if not text:
            kept[path] = paper
            continue
        reading = Reading.model_validate_json(text)
        if before != path and before in papers:
            reading = reading.model_copy(update={"path": path})
        left = reading.model_dump_json(exclude_defaults=True)
        kept[reading.path] = replace(paper, text=left, reading=reading)  # under the name its places are told by
    return kept


def _plan(papers: dict[str, _Paper], known: dict[str, _Known], withdraw: bool) -> _Plan:
    fresh = tuple(sorted(papers.keys() - known.keys()))
    other = tuple(sorted(path for path in papers.keys() & known.keys() if known[path].reading != papers[path].text))
    absent = sorted(known.keys() - papers.keys())
    left = {known[path].sha256: path for path in absent if known[path].sha256}
    moves = {}
    for path in fresh:  # the same bytes under another name; each counts once
        source = left.pop(papers[path].sha256, None) if papers[path].sha256 else None
        if source is not None:
            moves[source] = path
    gone = tuple(path for path in absent if path in moves or withdraw)
    return _Plan(papers, known, fresh, other, moves, gone, tuple(path for path in absent if path not in gone))


def _keep_papers(one: Change, body_id: int, plan: _Plan, on: date) -> None:
    """End what goes or is superseded, then bring in what is new."""
    ended = [plan.known[path] for path in (*plan.other, *plan.gone)]
    _check_order(one.connection, ended, on)
    _end(one, ended, on)
    before = {path: plan.known[path].id for path in plan.other}
    before |= {to: plan.known[source].id for source, to in plan.moves.items()}
    new = sorted([*plan.fresh, *plan.other])
    if not new:
        return
    rows = [
        {
            "body_id": body_id,
            "path": path,
            "sha256": plan.papers[path].sha256,
            "kind": plan.papers[path].kind,
            "edition": plan.papers[path].edition,
            "supersedes": before.get(path),
            "reading": plan.papers[path].text,
            "recorded_from": on,
        }
        for path in new
    ]
    numbers = one.insert(PaperRow, rows)
    _facts(one, body_id, [(number, plan.papers[path].reading) for number, path in zip(numbers, new, strict=True)], on)


def _check_order(connection: Connection, ended: Sequence[_Known], on: date) -> None:
    """Refuse to end what became known only later: the day it was known would be lost from every replay."""
    paper = table_of(PaperRow).c
    known = select(paper.recorded_from, paper.path).order_by(paper.recorded_from.desc(), paper.path).limit(1)
    for some in pieces([one.id for one in ended]):
        later = connection.execute(known.where(paper.id.in_(some), paper.recorded_from > on)).first()
        if later is not None:
            since = later.recorded_from.isoformat()
            raise UserError(
                f"another version of this paper is known since {since}, which is after {on.isoformat()}; "
                "nothing was kept.",
                where=later.path or "the folder itself",
                fix=f"bring earlier years in first, oldest first; or give --on {since} or a later day.",
            )


def _told(plan: _Plan, name: str, entry: int | None) -> Kept:
    corrected = [path for path in plan.other if path and plan.papers[path].sha256 != plan.known[path].sha256]
    targets, changed = set(plan.moves.values()), {*plan.fresh, *plan.other}
    return Kept(
        body=name,
        added=tuple(path for path in plan.fresh if path and path not in targets),
        corrected=tuple(corrected),
        reread=tuple(path for path in plan.other if path and path not in corrected),
        moved=tuple(sorted(plan.moves.items())),
        unchanged=len([path for path in plan.papers if path and path not in changed]),
        absent=plan.absent,
        withdrawn=tuple(path for path in plan.gone if path not in plan.moves),
        entry=entry,
    )


def _body(one: Change, body: Body) -> int:
    table, key = table_of(BodyRow), body_key(body)
    found = one.connection.execute(select(table.c.id).where(table.c.key == key)).scalar()
    return int(found) if found is not None else one.insert(BodyRow, [{"key": key, "name": body.name}])[0]


def known_papers(connection: Connection, body_id: int, read: Container[str]) -> list[_Known]:
    """The papers of a body that are known now, by path; what was read of one only where its path is in `read`."""
    known, reading = _known_now()
    found = connection.execute(known, {"body": body_id}).all()
    texts: dict[int, str] = {}
    for some in pieces([number for number, path, _ in found if path in read]):
        texts |= {one.id: one.reading for one in connection.execute(reading, {"some": some})}
    return [_Known(number, path, sha256, texts.get(number, "")) for number, path, sha256 in found]


@cache
def _known_now() -> tuple[Select[Any], Select[Any]]:
    """What asks for the papers of a body that are known now, and for the readings of some; made once."""
    paper = table_of(PaperRow).c
    known = select(paper.id, paper.path, paper.sha256)
    known = known.where(paper.body_id == bindparam("body"), paper.closed.is_(None), paper.kind != STUB)
    reading = select(paper.id, paper.reading).where(paper.id.in_(bindparam("some", expanding=True)))
    return known.order_by(paper.path, paper.id), reading


def _end(one: Change, papers: Sequence[_Known], on: date) -> None:
    """End papers and every fact that was read in them."""
    numbers = [paper.id for paper in papers]
    if not numbers:
        return
    one.end(PaperRow, numbers, on)
    for row in FACTS:
        table = table_of(row)
        chosen = select(table.c.id).where(table.c.paper_id.in_(numbers), table.c.closed.is_(None))
        found = list(one.connection.execute(chosen).scalars())
        if found:
            one.end(row, found, on)


def _facts(one: Change, body_id: int, papers: Sequence[tuple[int, Reading | None]], on: date) -> None:
    """Bring in what the papers of these numbers tell, column by column."""
    for kind in KEPT_FACTS:
        facts: list[Fact] = []
        numbers: list[int] = []
        for number, reading in papers:
            if reading is not None:
                facts += kind.told_by(reading)
                numbers += [number] * (len(facts) - len(numbers))
        if facts:
            columns: dict[str, Sequence[Value]] = dict(zip(kind.columns, zip(*facts, strict=True), strict=True))
            columns |= {"body_id": [body_id] * len(facts), "paper_id": numbers, "recorded_from": [on] * len(facts)}
            one.insert_columns(kind.row, columns, len(facts))
