"""The papers' own bytes, kept only where somebody asked for it, and given back only if they are still the same."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from coi_audit.errors import UserError
from coi_audit.model.kept import By
from coi_audit.store.change import change
from coi_audit.store.let_go_before import touched_by_an_order
from coi_audit.store.opening import Store
from coi_audit.store.replay import KeptBody
from coi_audit.store.tables import PaperFileRow, PaperRow, table_of

_MOST_BYTES = 64_000_000  # of one change, which is held in memory

ContentOf = Callable[[str], bytes | None]


@dataclass(frozen=True, slots=True)
class _Paper:
    id: int
    path: str
    sha256: str


def keep_files(store: Store, body: KeptBody, content_of: ContentOf, *, by: By) -> int:
    """Keep the file of every paper that is known now and has none yet; gives how many were kept.

    `content_of` gives a paper's bytes by its path, None where it is not at hand. A run that breaks off is completed by
    the next. Raises `UserError` where the bytes are not those that were read.
    """
    kept = 0
    for some in _in_portions(_without_file(store, body), content_of):
        with change(store, "keep files", by) as one:
            one.insert(
                PaperFileRow,
                [{"paper_id": paper.id, "sha256": paper.sha256, "content": content} for paper, content in some],
            )
        kept += len(some)
    return kept


def file_of(store: Store, body: KeptBody, path: str, day: date | None = None) -> bytes:
    """The bytes of a paper as it was known at the end of that day; None: as it is known now.

    Raises `UserError` where no such paper was known, it was kept without its file, or the bytes are not the same any
    more.
    """
    paper, file = table_of(PaperRow), table_of(PaperFileRow)
    chosen = (
        select(paper.c.sha256, paper.c.recorded_from, paper.c.recorded_until, paper.c.closed, file.c.content)
        .outerjoin(file, file.c.paper_id == paper.c.id)
        .where(paper.c.body_id == body.id, paper.c.path == path, paper.c.sha256 != "")
        .order_by(paper.c.id)
    )
    with store.reading() as connection:
        versions = connection.execute(chosen).all()
    known = [one for one in versions if _stood(one.recorded_from, one.recorded_until, one.closed, day)]
    if not known:
        raise UserError(
            f'no paper "{path}" {"is" if day is None else "was"} known of {body.name}'
            f"{'' if day is None else f' on {day.isoformat()}'}.",
            where=store.where,
            fix="give its path as `keep` and the reports write it, e.g. meetings/2017-09-05-pccc/minutes.docx.",
        )
    content = known[-1].content
    if content is None:
        raise UserError(
            "of this paper only what was read is kept, not its file.",
            where=path,
            fix="files are kept from now on with: coi-audit keep FOLDER --with-files",
        )
    if hashlib.sha256(content).hexdigest() != known[-1].sha256:
        raise UserError(
            "the file kept is not the one that was read: it was altered in the store.",
            where=path,
            fix="see what else was altered with: coi-audit trail verify --store STORE",
        )
    return bytes(content)


def _stood(since: date, until: date | None, closed: int | None, day: date | None) -> bool:
    if day is None:
        return closed is None
    return since <= day and (until is None or until > day)


def _without_file(store: Store, body: KeptBody) -> list[_Paper]:
    paper, file = table_of(PaperRow), table_of(PaperFileRow)
    chosen = (
        select(paper.c.id, paper.c.path, paper.c.sha256)
        .outerjoin(file, file.c.paper_id == paper.c.id)
        .where(paper.c.body_id == body.id, paper.c.closed.is_(None), paper.c.sha256 != "", file.c.id.is_(None))
        .where(~touched_by_an_order(paper))  # the file still tells what was taken out of the reading
        .order_by(paper.c.path)
    )
    with store.reading() as connection:
        return [_Paper(one.id, one.path, one.sha256) for one in connection.execute(chosen)]


def _in_portions(papers: Sequence[_Paper], content_of: ContentOf) -> Iterator[list[tuple[_Paper, bytes]]]:
    """Papers with their bytes, so many together as one change may hold."""
    some: list[tuple[_Paper, bytes]] = []
    size = 0
    for paper in papers:
        content = content_of(paper.path)
        if content is None:
            continue
        if hashlib.sha256(content).hexdigest() != paper.sha256:
            raise UserError(
                "this paper was changed while it was being kept.", where=paper.path, fix="keep the folder again."
            )
        if some and size + len(content) > _MOST_BYTES:
            yield some
            some, size = [], 0
        some.append((paper, content))
        size += len(content)
    if some:
        yield some
