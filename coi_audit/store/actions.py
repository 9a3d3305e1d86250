"""The actions of a body's plan: taken from an audit, given an owner and a day, done; each step a version of its own."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import Connection, func, select

from coi_audit.errors import UserError
from coi_audit.model.given import Action, ActionState
from coi_audit.model.kept import By
from coi_audit.store.change import Change, change
from coi_audit.store.digests import Value
from coi_audit.store.given import action_of, rows_on
from coi_audit.store.opening import Store
from coi_audit.store.replay import KeptBody
from coi_audit.store.tables import ActionRow, table_of


@dataclass(frozen=True, slots=True)
class Planned:
    """One row of an audit's action plan: a recommendation, the rules that make it, the findings it answers."""

    recommendation: str
    rule_ids: tuple[str, ...]
    fingerprints: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Taken:
    """What a run brought. `unchanged` are rows of the plan that every action answers already."""

    new: tuple[Action, ...] = ()
    changed: tuple[Action, ...] = ()
    unchanged: int = 0
    entry: int | None = None  # the trail's entry; None where nothing changed


@dataclass(frozen=True, slots=True)
class Update:
    """What is to be set of an action; None leaves it as it is."""

    owner: str | None = None
    due: date | None = None
    state: ActionState | None = None
    remark: str | None = None


@dataclass(frozen=True, slots=True)
class _Standing:
    id: int
    since: date
    action: Action


def actions_known(store: Store, body: KeptBody, day: date | None = None) -> tuple[Action, ...]:
    """The actions as they stood at the end of that day, by number; None: as they stand now."""
    with store.reading() as connection:
        found = (action_of(one) for one in rows_on(connection, ActionRow, body, day))
        return tuple(sorted(found, key=lambda one: one.number))


def take(store: Store, body: KeptBody, plan: Sequence[Planned], *, on: date, by: By) -> Taken:
    """Make every row of a plan an action, unless one answers it already; a second run changes nothing.

    An open action takes further findings of its recommendation on. A finding that an action answers, open or not, is
    not taken again, however the recommendation is worded by now. Raises `UserError` where a later version stands
    already.
    """
    with change(store, "actions take", by) as one:
        standing = _standing(one.connection, body)
        next_number = _next_number(one.connection, body)
        answered = {number for each in standing for number in each.action.fingerprints}
        new: list[Action] = []
        changed: list[tuple[_Standing, Action]] = []
        for row in plan:
            own = [each for each in standing if folded(each.action.recommendation) == folded(row.recommendation)]
            left = tuple(number for number in row.fingerprints if number not in answered)
            still = next((each for each in own if each.action.state is ActionState.OPEN), None)
            if left and still is not None:
                changed.append((still, _with_more(still.action, row.rule_ids, left)))
            elif left:
                new.append(Action(next_number + len(new), row.rule_ids, row.recommendation, left))
        _keep(one, body, changed, new, on)
        touched = len(new) + len(changed)
        entry = None if one.empty else one.number
        return Taken(tuple(new), tuple(after for _, after in changed), len(plan) - touched, entry)


def set_action(store: Store, body: KeptBody, number: int, update: Update, *, on: date, by: By) -> Action:
    """Set what is given of an action; what stood before stays in the history. Gives it as it is now.

    Raises `UserError` where there is no such action, or where a later version stands already.
    """
    with change(store, "actions set", by) as one:
        standing = _standing(one.connection, body)
        found = next((each for each in standing if each.action.number == number), None)
        if found is None:
            listed = ", ".join(str(each.action.number) for each in standing) or "none yet"
            raise UserError(
                f"{body.name} has no action {number}.",
                where=store.where,
                fix=f"give the number of one that is there ({listed}); take them from an audit with: actions take.",
            )
        given = {name: getattr(update, name) for name in ("owner", "due", "state", "remark")}
        after = replace(found.action, **{name: value for name, value in given.items() if value is not None})
        if after != found.action:
            _keep(one, body, [(found, after)], [], on)
        return after


def folded(recommendation: str) -> str:
    """A recommendation as it is compared: spacing and capitals make no difference."""
    return " ".join(recommendation.split()).casefold()


def _with_more(action: Action, rule_ids: Sequence[str], fingerprints: Sequence[str]) -> Action:
    rules = tuple(dict.fromkeys((*action.rule_ids, *rule_ids)))
    return replace(action, rule_ids=rules, fingerprints=(*action.fingerprints, *fingerprints))


def _keep(
    one: Change, body: KeptBody, changed: Sequence[tuple[_Standing, Action]], new: Sequence[Action], on: date
) -> None:
    later = max((before for before, _ in changed), key=lambda each: each.since, default=None)
    if later is not None and later.since > on:
        since = later.since.isoformat()
        raise UserError(
            f"this action stands so since {since}, which is after {on.isoformat()}; nothing was changed.",
            where=f"action {later.action.number}",
            fix=f"give --on {since} or a later day.",
        )
    one.end(ActionRow, [before.id for before, _ in changed], on)
    one.insert(ActionRow, [_row(each, body, on) for each in (*(after for _, after in changed), *new)])


def _standing(connection: Connection, body: KeptBody) -> list[_Standing]:
    rows: Sequence[Mapping[str, object]] = list(rows_on(connection, ActionRow, body, None))
    found = [_Standing(int(str(one["id"])), _day(one["recorded_from"]), action_of(one)) for one in rows]
    return sorted(found, key=lambda each: each.action.number)


def _day(value: object) -> date:
    assert isinstance(value, date)
    return value


def _next_number(connection: Connection, body: KeptBody) -> int:
    """One more than any number an action of this body bears or bore, as far as it is kept."""
    table = table_of(ActionRow)
    return int(connection.execute(select(func.max(table.c.number)).where(table.c.body_id == body.id)).scalar() or 0) + 1


def _row(action: Action, body: KeptBody, on: date) -> dict[str, Value]:
    return {
        "body_id": body.id,
        "number": action.number,
        "rule_ids": json.dumps(action.rule_ids),
        "recommendation": action.recommendation,
        "fingerprints": json.dumps(action.fingerprints),
        "owner": action.owner,
        "due": action.due,
        "state": action.state.value,
        "remark": action.remark,
        "recorded_from": on,
    }
