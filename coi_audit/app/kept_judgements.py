"""Judgements on findings: one at a time or from a table that reviewers filled in, each on a finding that is known."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from coi_audit.app.audits import Under
from coi_audit.app.kept import Replay, audit_kept
from coi_audit.errors import ExitCode, UserError
from coi_audit.model.evidence import Rejected
from coi_audit.model.given import Judgement
from coi_audit.model.kept import By
from coi_audit.readers.judgements_file import read_judgements
from coi_audit.store.audits import audits_of
from coi_audit.store.given import given_on
from coi_audit.store.judgements import Judged, JudgementOnce, judge, judgements_ever
from coi_audit.store.opening import Store, open_store
from coi_audit.store.replay import KeptBody, body_named

__all__ = ["By", "Judged", "JudgementOnce", "JudgementsTaken", "Replay", "Under"]

_HOW_TO_FIND = (
    "a finding's number, 16 signs such as 3f9a0c..., stands beside it in the report, in the table that --findings "
    "writes, and in the JSON; see them with: coi-audit audit --store STORE --json"
)


@dataclass(frozen=True, slots=True)
class JudgementsTaken:
    """What a table brought: what was taken in, the rows that were not, and how many were left blank."""

    judged: Judged
    rejected: tuple[Rejected, ...] = ()
    blank: int = 0

    @property
    def exit_code(self) -> ExitCode:
        """Incomplete where a row was not taken."""
        return ExitCode.INCOMPLETE if self.rejected else ExitCode.CLEAN


def judge_one(where: Replay, judgement: Judgement, under: Under, *, by: By) -> Judged:
    """Keep a judgement on a finding of a kept audit, or of the present one.

    Raises `UserError` where no such finding is known, or one judgement later than this stands.
    """
    store = open_store(where.address, migrate=False)
    try:
        body = body_named(store, where.body)
        known = _known(store, body, where, under, {judgement.fingerprint})
        if judgement.fingerprint not in known:
            raise UserError(
                f'no finding "{judgement.fingerprint[:60]}" of {body.name} is known.{_near(judgement, known)}',
                where=store.where,
                fix=f"{_HOW_TO_FIND}.",
            )
        return judge(store, body, [judgement], by=by)
    finally:
        store.close()


def judge_table(where: Replay, table: Path, under: Under, *, on: date, by: By) -> JudgementsTaken:
    """Keep the judgements of a filled in table; rows that cannot be taken are told, the others are kept.

    Raises `UserError` where the table cannot be read.
    """
    read = read_judgements(table, by=by.actor, on=on)
    store = open_store(where.address, migrate=False)
    try:
        body = body_named(store, where.body)
        known = _known(store, body, where, under, {one.fingerprint for one in read.judgements})
        unknown = [_unknown(one, table) for one in read.judgements if one.fingerprint not in known]
        given = [one for one in read.judgements if one.fingerprint in known]
        judged = judge(store, body, _dated(store, body, given, on), by=by)
        return JudgementsTaken(judged, (*read.rejected, *unknown), read.blank)
    finally:
        store.close()


def judgements_on(where: Replay, fingerprint: str | None = None) -> tuple[JudgementOnce, ...]:
    """Every judgement of a body, or on one finding, oldest first. Raises `UserError` as `audit_kept`."""
    store = open_store(where.address, migrate=False)
    try:
        return judgements_ever(store, body_named(store, where.body), fingerprint)
    finally:
        store.close()


def _known(store: Store, body: KeptBody, where: Replay, under: Under, asked: set[str]) -> frozenset[str]:
    """Findings of kept audits; where they do not hold all that is asked for, those of the present one too."""
    kept = frozenset(_of_kept(store, body))
    if asked <= kept:
        return kept
    audit = audit_kept(replace(where, known=None), under)
    return kept | {one.fingerprint for one in (*audit.findings, *audit.waived)}


def _of_kept(store: Store, body: KeptBody) -> Iterator[str]:
    for one in audits_of(store, body):
        document = json.loads(one.audit)
        yield from (finding["fingerprint"] for pile in ("findings", "waived") for finding in document.get(pile, ()))


def _near(judgement: Judgement, known: frozenset[str]) -> str:
    """Whoever gave only the beginning of a number is told the whole."""
    given = judgement.fingerprint
    near = sorted(one for one in known if len(given) >= 4 and one.startswith(given))
    return f" It may be {' or '.join(near[:3])}." if near else ""


def _unknown(one: Judgement, table: Path) -> Rejected:
    return Rejected(
        file=table.name,
        place=f"finding {one.fingerprint}",
        value=one.view.value,
        problem="no finding of this number is known of this body",
        fix=f"{_HOW_TO_FIND}.",
    )


def _dated(store: Store, body: KeptBody, given: Sequence[Judgement], on: date) -> list[Judgement]:
    """A judgement that a reviewer changed in the table, leaving its old day in it, was given on the day of this run."""
    standing = {one.fingerprint: one for one in given_on(store, body, None).judgements}
    changed = [one.fingerprint in standing and _changed(one, standing[one.fingerprint]) for one in given]
    return [replace(one, on=on) if other else one for one, other in zip(given, changed, strict=True)]


def _changed(one: Judgement, there: Judgement) -> bool:
    return one.on == there.on and (one.view, one.why) != (there.view, there.why)
