"""Every version that an action of the plan ever had, with the days on which it stood."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from coi_audit.model.given import Action
from coi_audit.store.given import action_of
from coi_audit.store.opening import Store
from coi_audit.store.replay import KeptBody
from coi_audit.store.tables import ActionRow, table_of


@dataclass(frozen=True, slots=True)
class ActionOnce:
    """One version of an action with the days from (included) and until (not included) which it stood."""

    action: Action
    known_from: date
    known_until: date | None = None


def actions_ever(store: Store, body: KeptBody, fingerprint: str | None = None) -> tuple[ActionOnce, ...]:
    """Every version of every action of a body, or of those that answer one finding, oldest first."""
    table = table_of(ActionRow)
    chosen = select(table).where(table.c.body_id == body.id).order_by(table.c.recorded_from, table.c.id)
    with store.reading() as connection:
        found = [dict(one) for one in connection.execute(chosen).mappings()]
    told = (ActionOnce(action_of(one), one["recorded_from"], one["recorded_until"]) for one in found)
    return tuple(one for one in told if fingerprint is None or fingerprint in one.action.fingerprints)
