"""A case folder brought into the store: only what changed; a corrected paper supersedes, and never erases."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, select

from coi_audit.model.kept import By, Kept
from coi_audit.model.people import Body
from coi_audit.model.reading import FolderReading, Reading
from coi_audit.store.change import Change, change
from coi_audit.store.facts import attendance_of, interests_of, memberships_of
from coi_audit.store.opening import Store
from coi_audit.store.tables import CLOCKED, AttendanceRow, BodyRow, InterestRow, MembershipRow, PaperRow, table_of

FOLDER_KIND = "folder"
_FACTS = (InterestRow, MembershipRow, AttendanceRow)


@dataclass(frozen=True, slots=True)
class _Known:
    id: int
    path: str
    sha256: str
    kind: str
    reading: str


def body_key(body: Body) -> str:
    """What a body is found by in a store: its ODS code in capitals, else its name folded."""
    if body.ods_code:
        return body.ods_code.upper()
    return re.sub(r"[\W_]+", "-", body.name.casefold()).strip("-")


def keep(store: Store, folder: FolderReading, *, on: date, by: By, withdraw: bool = False) -> Kept:
    """Bring the readings of a case folder in, as known from the day `on`.

    A second run over the same folder changes nothing. With `withdraw` papers that are not in the folder any more are
    ended too. Raises `UserError` as `Store.writing`, and `ValueError` where no reading is a body's.
    """
    body = next((one.body for one in folder.papers if one.body is not None), None)
    if body is None:
        raise ValueError("no reading of body.yaml is among the papers")
    with change(store, "keep", by) as one:
        body_id = _body(one, body)
        return _keep_papers(one, body_id, body.name, _with_folder(folder), on, withdraw)


def _with_folder(folder: FolderReading) -> dict[str, tuple[str, str, date | None, str, Reading | None]]:
    """Each paper by its path: hash, kind, edition, reading as JSON, reading; what the folder itself tells under ""."""
    told = folder.model_copy(update={"papers": ()}).model_dump_json(exclude_defaults=False)
    papers: dict[str, tuple[str, str, date | None, str, Reading | None]] = {"": ("", FOLDER_KIND, None, told, None)}
    for one in folder.papers:
        entry = one.input
        text = one.model_dump_json(exclude_defaults=True)
        kind, edition = (entry.kind, entry.edition) if entry is not None else ("left aside", None)
        papers[one.path] = (entry.sha256 if entry is not None else "", kind, edition, text, one)
    return papers


def _keep_papers(
    one: Change,
    body_id: int,
    name: str,
    papers: dict[str, tuple[str, str, date | None, str, Reading | None]],
    on: date,
    withdraw: bool,
) -> Kept:
    known = {paper.path: paper for paper in known_papers(one.connection, body_id)}
    fresh = [path for path in papers if path not in known]
    other = [path for path, paper in papers.items() if path in known and known[path].reading != paper[3]]
    absent = sorted(known.keys() - papers.keys())
    moves = _moves(fresh, absent, papers, known)
    gone = [path for path in absent if path in {source for source, _ in moves} or withdraw]
    ended = [known[path] for path in (*other, *gone)]
    before = {path: known[path].id for path in other} | {to: known[source].id for source, to in moves}
    _end(one, ended, on)
    new = sorted([*fresh, *other])
    rows = [
        {
            "body_id": body_id,
            "path": path,
            "sha256": papers[path][0],
            "kind": papers[path][1],
            "edition": papers[path][2],
            "supersedes": before.get(path),
            "reading": papers[path][3],
            "recorded_from": on,
        }
        for path in new
    ]
    numbers = one.insert(PaperRow, rows) if rows else range(0)
    _facts(one, body_id, [(number, papers[path][4]) for number, path in zip(numbers, new, strict=True)], on)
    targets = {to for _, to in moves}
    corrected = [path for path in other if path and papers[path][0] != known[path].sha256]
    return Kept(
        body=name,
        added=tuple(path for path in new if path and path in fresh and path not in targets),
        corrected=tuple(sorted(corrected)),
        reread=tuple(sorted(path for path in other if path and path not in corrected)),
        moved=tuple(sorted(moves)),
        unchanged=len([path for path in papers if path]) - len([path for path in new if path]),
        absent=tuple(path for path in absent if path not in gone),
        withdrawn=tuple(path for path in gone if path not in {source for source, _ in moves}),
        entry=None if one.empty else one.number,
    )


def _moves(
    fresh: Sequence[str],
    absent: Sequence[str],
    papers: dict[str, tuple[str, str, date | None, str, Reading | None]],
    known: dict[str, _Known],
) -> list[tuple[str, str]]:
    """Papers that stand under another name now, byte for byte; each counts once."""
    left = {known[path].sha256: path for path in absent if known[path].sha256}
    moves = []
    for path in sorted(fresh):
        source = left.pop(papers[path][0], None) if papers[path][0] else None
        if source is not None:
            moves.append((source, path))
    return moves


def _body(one: Change, body: Body) -> int:
    table, key = table_of(BodyRow), body_key(body)
    found = one.connection.execute(select(table.c.id).where(table.c.key == key)).scalar()
    return int(found) if found is not None else one.insert(BodyRow, [{"key": key, "name": body.name}])[0]


def known_papers(connection: Connection, body_id: int) -> list[_Known]:
    """The papers of a body that are known now, by path."""
    table = table_of(PaperRow)
    chosen = select(table.c.id, table.c.path, table.c.sha256, table.c.kind, table.c.reading)
    chosen = chosen.where(table.c.body_id == body_id, table.c.closed.is_(None)).order_by(table.c.path, table.c.id)
    return [_Known(one.id, one.path, one.sha256, one.kind, one.reading) for one in connection.execute(chosen)]


def _end(one: Change, papers: Sequence[_Known], on: date) -> None:
    """End papers and every fact that was read in them."""
    numbers = [paper.id for paper in papers]
    if not numbers:
        return
    one.end(PaperRow, numbers, on)
    for row in _FACTS:
        table = table_of(row)
        chosen = select(table.c.id).where(table.c.paper_id.in_(numbers), table.c.closed.is_(None))
        found = list(one.connection.execute(chosen).scalars())
        if found:
            one.end(row, found, on)


def _facts(one: Change, body_id: int, papers: Sequence[tuple[int, Reading | None]], on: date) -> None:
    for row, facts_of in ((InterestRow, interests_of), (MembershipRow, memberships_of), (AttendanceRow, attendance_of)):
        rows = [
            {**fact, "body_id": body_id, "paper_id": number, "recorded_from": on}
            for number, reading in papers
            if reading is not None
            for fact in facts_of(reading)
        ]
        if rows:
            one.insert(row, rows)


assert set(_FACTS) | {PaperRow} == set(CLOCKED)
