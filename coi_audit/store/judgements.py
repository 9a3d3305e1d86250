"""Judgements of reviewers: a later one on the same finding ends the one before, which stays in the history."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from coi_audit.errors import UserError
from coi_audit.model.given import Judgement
from coi_audit.model.kept import By
from coi_audit.store.change import Change, change
from coi_audit.store.given import judgement_of, rows_on
from coi_audit.store.opening import Store
from coi_audit.store.replay import KeptBody
from coi_audit.store.tables import JudgementRow, table_of


@dataclass(frozen=True, slots=True)
class Judged:
    """What a run brought: findings judged for the first time, judged anew, and judged just so before."""

    new: tuple[Judgement, ...] = ()
    superseding: tuple[Judgement, ...] = ()
    unchanged: int = 0
    entry: int | None = None  # the trail's entry; None where nothing changed


@dataclass(frozen=True, slots=True)
class JudgementOnce:
    """One judgement with the days from (included) and until (not included) which it stood."""

    judgement: Judgement
    known_from: date
    known_until: date | None = None


def judge(store: Store, body: KeptBody, given: Sequence[Judgement], *, by: By) -> Judged:
    """Take judgements in, one a finding. One that says what stands already, of the same person, changes nothing.

    Raises `UserError` where one was given before the day of the one it would end, and `ValueError` for two on one
    finding.
    """
    if len({one.fingerprint for one in given}) < len(given):
        raise ValueError("two judgements on one finding in one change")
    with change(store, "judge", by) as one:
        standing = _standing(one, body)
        other = [each for each in given if not _same(each, standing)]
        ended = [standing[each.fingerprint] for each in other if each.fingerprint in standing]
        for each in other:
            _check_order(each, standing)
        _end(one, ended, other)
        one.insert(JudgementRow, [_row(each, body) for each in other])
        return Judged(
            new=tuple(each for each in other if each.fingerprint not in standing),
            superseding=tuple(each for each in other if each.fingerprint in standing),
            unchanged=len(given) - len(other),
            entry=None if one.empty else one.number,
        )


def judgements_ever(store: Store, body: KeptBody, fingerprint: str | None = None) -> tuple[JudgementOnce, ...]:
    """Every judgement of a body, or on one finding, oldest first, with the days on which it stood."""
    table = table_of(JudgementRow)
    chosen = select(table).where(table.c.body_id == body.id)
    if fingerprint is not None:
        chosen = chosen.where(table.c.fingerprint == fingerprint)
    with store.reading() as connection:
        found = [dict(one) for one in connection.execute(chosen.order_by(table.c.recorded_from, table.c.id)).mappings()]
    return tuple(JudgementOnce(judgement_of(one), one["recorded_from"], one["recorded_until"]) for one in found)


def _standing(one: Change, body: KeptBody) -> Mapping[str, tuple[int, Judgement]]:
    found = rows_on(one.connection, JudgementRow, body, None)
    return {row["fingerprint"]: (row["id"], judgement_of(row)) for row in found}


def _same(given: Judgement, standing: Mapping[str, tuple[int, Judgement]]) -> bool:
    if given.fingerprint not in standing:
        return False
    there = standing[given.fingerprint][1]
    return (there.view, there.why, there.by) == (given.view, given.why, given.by)


def _check_order(given: Judgement, standing: Mapping[str, tuple[int, Judgement]]) -> None:
    there = standing.get(given.fingerprint)
    if there is not None and there[1].on > given.on:
        since = there[1].on.isoformat()
        raise UserError(
            f"this finding was judged on {since}, which is after {given.on.isoformat()}; nothing was kept.",
            where=f"finding {given.fingerprint}",
            fix=f"give --on {since} or a later day.",
        )


def _end(one: Change, ended: Sequence[tuple[int, Judgement]], other: Sequence[Judgement]) -> None:
    """End what is superseded, each on the day of what supersedes it."""
    days = {each.fingerprint: each.on for each in other}
    by_day: dict[date, list[int]] = {}
    for number, there in ended:
        by_day.setdefault(days[there.fingerprint], []).append(number)
    for day, numbers in sorted(by_day.items()):
        one.end(JudgementRow, numbers, day)


def _row(given: Judgement, body: KeptBody) -> dict[str, str | int | date]:
    return {
        "body_id": body.id,
        "fingerprint": given.fingerprint,
        "view": given.view.value,
        "why": given.why,
        "by_name": given.by,
        "given_on": given.on,
        "recorded_from": given.on,
    }
