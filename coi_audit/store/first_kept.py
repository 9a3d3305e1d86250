"""Since which day a store has known each interest of a body, for telling what a meeting could not know yet."""

from __future__ import annotations

from datetime import date

from sqlalchemy import and_, func, or_, select

from coi_audit.model.later import FirstKept, KeptSince
from coi_audit.store.opening import Store
from coi_audit.store.replay import KeptBody
from coi_audit.store.tables import InterestRow, table_of


def first_kept(store: Store, body: KeptBody, day: date | None = None) -> KeptSince | None:
    """The first day of each interest, by person, organisation and nature as the register writes them, in that order.

    `day` leaves out what became known after it; None: nothing is left out. What was known for no whole day is left out.
    None where no interest of the body was kept.
    """
    table = table_of(InterestRow)
    words = (table.c.person, table.c.organisation, table.c.nature)
    known = and_(
        table.c.body_id == body.id,
        table.c.recorded_from <= (day or date.max),
        or_(table.c.recorded_until.is_(None), table.c.recorded_until > table.c.recorded_from),
    )
    chosen = select(*words, func.min(table.c.recorded_from).label("first")).where(known).group_by(*words)
    with store.reading() as connection:
        rows = [
            FirstKept(person=one.person, organisation=one.organisation, nature=one.nature, on=one.first)
            for one in connection.execute(chosen)
        ]
    rows.sort(key=lambda one: (one.person, one.organisation, one.nature))
    return KeptSince(on=min(one.on for one in rows), interests=tuple(rows)) if rows else None
