"""What an order took out of a store is not brought in again by the folder it came from."""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, Table, or_, select

from coi_audit.store.bulk import first_row
from coi_audit.store.redaction import STUB
from coi_audit.store.tables import PaperRow, table_of


@dataclass(frozen=True, slots=True)
class Spared:
    """Of papers of a folder, by the SHA-256 of their bytes: those of which nothing may come in again, and those of
    which the reading that an order left, with the path it stands under, takes the place of a new one.
    """

    gone: frozenset[str]
    readings: dict[str, tuple[str, str]]


def touched_by_an_order(paper: Table) -> ColumnElement[bool]:
    """Whether an order took a row of the papers' table, or entries out of it."""
    return or_(paper.c.kind == STUB, paper.c.reading.contains('"removed":'))


def let_go_before(connection: Connection, body_id: int, digests: Collection[str]) -> Spared:
    """What orders left of papers of these bytes, of the newest version of each."""
    if first_row(connection, "SELECT 1 FROM removed LIMIT 1") is None:
        return Spared(frozenset(), {})
    table = table_of(PaperRow)
    chosen = select(table.c.sha256, table.c.kind, table.c.path, table.c.reading)
    chosen = chosen.where(table.c.body_id == body_id, table.c.sha256 != "", touched_by_an_order(table)).order_by(
        table.c.id
    )
    gone: set[str] = set()
    readings: dict[str, tuple[str, str]] = {}
    for one in connection.execute(chosen):
        if one.sha256 not in digests:
            continue
        if one.kind == STUB:
            gone.add(one.sha256)
        elif json.loads(one.reading).get("removed"):
            readings[one.sha256] = (one.path, one.reading)
    return Spared(frozenset(gone), readings)
