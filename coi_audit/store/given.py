"""What people gave to a store, as it was known on a day: judgements on findings and the actions of the plan."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from sqlalchemy import Connection, or_, select

from coi_audit.model.given import Action, ActionState, FromStore, Judgement, View
from coi_audit.model.kept import Anchor
from coi_audit.store.change import head
from coi_audit.store.opening import Store
from coi_audit.store.replay import KeptBody
from coi_audit.store.tables import ActionRow, Clocked, JudgementRow, table_of

Kept = Mapping[str, Any]


def given_on(store: Store, body: KeptBody, day: date | None) -> FromStore:
    """The trail's head as it is now, and what stood at the end of that day; None: what stands now."""
    with store.reading() as connection:
        judgements = [judgement_of(one) for one in rows_on(connection, JudgementRow, body, day)]
        actions = [action_of(one) for one in rows_on(connection, ActionRow, body, day)]
        return FromStore(
            head=Anchor(*head(connection)),
            known_on=day,
            judgements=tuple(sorted(judgements, key=lambda one: one.fingerprint)),
            actions=tuple(sorted(actions, key=lambda one: one.number)),
        )


def rows_on(connection: Connection, row: type[Clocked], body: KeptBody, day: date | None) -> Iterator[Kept]:
    """The rows of a table of a body that stood at the end of that day, as they were brought; None: stand now."""
    table = table_of(row)
    chosen = select(table).where(table.c.body_id == body.id)
    if day is None:
        chosen = chosen.where(table.c.closed.is_(None))
    else:
        ended_later = or_(table.c.recorded_until.is_(None), table.c.recorded_until > day)
        chosen = chosen.where(table.c.recorded_from <= day).where(ended_later)
    yield from (dict(one) for one in connection.execute(chosen.order_by(table.c.id)).mappings())


def judgement_of(row: Kept) -> Judgement:
    """A row of the table as a judgement."""
    return Judgement(row["fingerprint"], View(row["view"]), row["why"], row["by_name"], row["given_on"])


def action_of(row: Kept) -> Action:
    """A row of the table as an action."""
    return Action(
        number=row["number"],
        rule_ids=tuple(json.loads(row["rule_ids"])),
        recommendation=row["recommendation"],
        fingerprints=tuple(json.loads(row["fingerprints"])),
        owner=row["owner"],
        due=row["due"],
        state=ActionState(row["state"]),
        remark=row["remark"],
    )
