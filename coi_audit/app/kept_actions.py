"""The actions of a body's plan: taken from the audit of what the store knows, given an owner and a day, closed."""

from __future__ import annotations

from datetime import date

from coi_audit.app.audits import Asked, Under
from coi_audit.app.kept import Replay, audit_kept
from coi_audit.model.audit import Audit
from coi_audit.model.given import Action
from coi_audit.model.kept import By
from coi_audit.report.sections.findings_by_rule import plan_lines, weight_groups
from coi_audit.store.actions import Planned, Taken, Update, actions_known, set_action, take
from coi_audit.store.opening import open_store
from coi_audit.store.replay import body_named

__all__ = ["Replay", "Taken", "Under", "Update"]


def actions_of(where: Replay) -> tuple[Action, ...]:
    """The actions of a body as they were known on the day, by number. Raises `UserError` as `audit_kept`."""
    store = open_store(where.address, migrate=False)
    try:
        return actions_known(store, body_named(store, where.body), where.known)
    finally:
        store.close()


def take_actions(where: Replay, under: Under, asked: Asked, *, on: date, by: By) -> Taken:
    """Make every row of the action plan of the audit an action, unless one answers it already.

    Raises `UserError` as `audit_kept`.
    """
    plan = planned(audit_kept(where, under, asked))
    store = open_store(where.address, migrate=False)
    try:
        return take(store, body_named(store, where.body), plan, on=on, by=by)
    finally:
        store.close()


def planned(audit: Audit) -> list[Planned]:
    """The rows of the report's action plan, in its order."""
    lines = plan_lines(weight_groups(audit, {}))
    return [Planned(one.recommendation, tuple(rule for rule, _ in one.rules), one.fingerprints) for one in lines]


def update_action(where: Replay, number: int, update: Update, *, on: date, by: By) -> Action:
    """Set owner, day, state or remark of one action. Raises `UserError` where there is none of this number."""
    store = open_store(where.address, migrate=False)
    try:
        return set_action(store, body_named(store, where.body), number, update, on=on, by=by)
    finally:
        store.close()
