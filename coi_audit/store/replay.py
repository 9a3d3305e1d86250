"""A body's papers as they were known on a day, ready to be put together into the case of that day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, or_, select

from coi_audit.errors import UserError
from coi_audit.model.reading import FolderReading, Reading
from coi_audit.store.opening import Store
from coi_audit.store.steady import uncollected
from coi_audit.store.tables import BodyRow, PaperRow, table_of


@dataclass(frozen=True, slots=True)
class KeptBody:
    """One body of a store. `key` is what it is asked for by."""

    id: int
    key: str
    name: str


def bodies_of(store: Store) -> tuple[KeptBody, ...]:
    """Every body kept, by name."""
    table = table_of(BodyRow)
    with store.reading() as connection:
        found = connection.execute(select(table.c.id, table.c.key, table.c.name).order_by(table.c.name, table.c.key))
        return tuple(KeptBody(one.id, one.key, one.name) for one in found)


def body_named(store: Store, wanted: str | None) -> KeptBody:
    """The body asked for by its code or name, or the only one. Raises `UserError` where none or several fit."""
    kept = bodies_of(store)
    asked = (wanted or "").casefold().strip()
    fitting = [one for one in kept if not asked or asked in (one.key.casefold(), one.name.casefold())]
    if len(fitting) == 1:
        return fitting[0]
    names = ", ".join(f"{one.name} ({one.key})" for one in kept) or "none yet"
    problem = (
        f'this store holds no body "{wanted}".' if asked and not fitting else "it is not said which body is meant."
    )
    if not kept:
        problem = "this store holds no body yet."
    raise UserError(problem, where=store.where, fix=f"name one with --body CODE; kept here: {names}.")


def known_on(store: Store, body: KeptBody, day: date) -> FolderReading:
    """The readings of the papers that were known at the end of that day; body.yaml first, then by path.

    Raises `UserError` where the body's own file was not known yet.
    """
    with store.reading() as connection:
        return _known_on(connection, store.where, body, day)


def _known_on(connection: Connection, where: str, body: KeptBody, day: date) -> FolderReading:
    table = table_of(PaperRow)
    chosen = (
        select(table.c.path, table.c.reading)
        .where(table.c.body_id == body.id, table.c.recorded_from <= day)
        .where(or_(table.c.recorded_until.is_(None), table.c.recorded_until > day))
        .order_by(table.c.path, table.c.id)
    )
    found = connection.execute(chosen).all()
    with uncollected():
        readings = [Reading.model_validate_json(one.reading) for one in found if one.path]
    if not any(one.body is not None for one in readings):
        first = select(table.c.recorded_from).where(table.c.body_id == body.id).order_by(table.c.recorded_from).limit(1)
        since = connection.execute(first).scalar()
        raise UserError(
            f"nothing of {body.name} was known on {day.isoformat()}.",
            where=where,
            fix=f"ask for a day from {since.isoformat()} on." if since else "keep the case folder first.",
        )
    folder = next((FolderReading.model_validate_json(one.reading) for one in found if not one.path), None)
    in_order = tuple(sorted(readings, key=lambda one: (one.body is None, one.path)))
    return (folder or FolderReading(papers=())).model_copy(update={"papers": in_order})
