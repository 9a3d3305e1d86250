"""A body's year beside what the store keeps of it: judgements, actions, the last audit given out."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from coi_audit.app.desk.case import DeskCase
from coi_audit.app.kept import keep_folder
from coi_audit.app.kept_actions import planned
from coi_audit.app.last_report import report_told
from coi_audit.audit.since import with_since
from coi_audit.errors import UserError
from coi_audit.model.audit import Audit
from coi_audit.model.given import Action, Judgement, View
from coi_audit.model.kept import By, Kept
from coi_audit.report.as_json import json_text
from coi_audit.store.actions import Taken, Update, set_action, take
from coi_audit.store.audits import GivenOut, audits_of, keep_audit
from coi_audit.store.given import given_on
from coi_audit.store.judgements import judge
from coi_audit.store.keep import body_key
from coi_audit.store.opening import Store, open_store
from coi_audit.store.replay import KeptBody, bodies_of


@dataclass(frozen=True, slots=True)
class KeptYear:
    """The audit with what people gave to the store; `kept` tells whether the body is in the store at all."""

    audit: Audit
    kept: bool
    audits: tuple[date, ...] = ()  # the days that audits kept speak for


def year_of(case: DeskCase, address: str) -> KeptYear:
    """The body's audit with the judgements and actions that stand, and what changed since the last audit kept.

    Raises `UserError` where the store is there and cannot be used.
    """
    audit = case.audit()
    if not _there(address):
        return KeptYear(audit, kept=False)
    with _opened(address) as store:
        body = _body(store, case)
        if body is None:
            return KeptYear(audit, kept=False)
        audits = audits_of(store, body)
        audit = replace(audit, kept=given_on(store, body, None))
    earlier = [one for one in audits if one.as_of <= audit.as_of]
    if earlier:
        text = earlier[-1].audit.encode()
        name = f"the audit kept on {earlier[-1].kept_on.isoformat()}"
        told, _ = report_told(text, file=name, sha256=hashlib.sha256(text).hexdigest(), where=name)
        audit = with_since(audit, told)
    return KeptYear(audit, kept=True, audits=tuple(one.as_of for one in audits))


def keep_papers(case: DeskCase, address: str, *, on: date, by: By) -> Kept:
    """Bring the papers as they are now into the store, and with them the audit as it comes out now.

    Raises `UserError` as `keep_folder`.
    """
    kept = keep_folder(case.folder, address, on=on, by=by)
    with _opened(address) as store:
        body = _kept_body(store, case)
        given = given_on(store, body, None)
        audit = replace(case.audit(), kept=given)
        keep_audit(store, body, GivenOut(json_text(audit), audit.as_of, given.head), on=on, by=by)
    return kept


def judge_finding(case: DeskCase, address: str, given: Judgement, *, by: By) -> None:
    """Keep a reviewer's judgement on a finding of this audit. Raises `UserError` for a finding it does not raise."""
    if given.fingerprint not in {one.fingerprint for one in case.audit().findings}:
        raise UserError(
            "this finding is not raised any more: the papers have changed since the page was opened.",
            fix="look at the findings anew.",
        )
    if not given.why and given.view is not View.AGREE:
        raise UserError("it is not said why.", fix="write a sentence that says why, for whoever reads it later.")
    with _opened(address) as store:
        judge(store, _kept_body(store, case), [given], by=by)


def take_plan(case: DeskCase, address: str, *, on: date, by: By) -> Taken:
    """Make each row of the report's action plan an action to follow, unless one answers it already."""
    plan = planned(case.audit())
    with _opened(address) as store:
        return take(store, _kept_body(store, case), plan, on=on, by=by)


def change_action(case: DeskCase, address: str, number: int, update: Update, *, on: date, by: By) -> Action:
    """Give an action its owner, day or state. Raises `UserError` where it is not there."""
    with _opened(address) as store:
        return set_action(store, _kept_body(store, case), number, update, on=on, by=by)


def _there(address: str) -> bool:
    return "://" in address or Path(address).is_file()


@contextmanager
def _opened(address: str) -> Iterator[Store]:
    store = open_store(address, migrate=False)
    try:
        yield store
    finally:
        store.close()


def _body(store: Store, case: DeskCase) -> KeptBody | None:
    key = body_key(case.case.body)
    return next((one for one in bodies_of(store) if one.key == key), None)


def _kept_body(store: Store, case: DeskCase) -> KeptBody:
    found = _body(store, case)
    if found is None:
        raise UserError(
            "this body's papers are not kept in the store yet.", fix="keep them first, on the page of the year."
        )
    return found
