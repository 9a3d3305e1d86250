"""Audits kept as they were given out, each with the head of the trail it was made from."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from coi_audit.errors import UserError
from coi_audit.model.given import KeptAudit
from coi_audit.model.kept import Anchor, By
from coi_audit.store.change import change
from coi_audit.store.digests import Value
from coi_audit.store.given import rows_on
from coi_audit.store.opening import Store
from coi_audit.store.replay import KeptBody
from coi_audit.store.tables import KeptAuditRow


@dataclass(frozen=True, slots=True)
class GivenOut:
    """An audit that is to be kept: `text` is its JSON, `head` and `known_on` what it was made from."""

    text: str
    as_of: date
    head: Anchor
    known_on: date | None = None
    report_sha256: str | None = None


def keep_audit(store: Store, body: KeptBody, given: GivenOut, *, on: date, by: By) -> int | None:
    """Keep an audit; gives the trail's entry, None where the same is kept already but for the head of the trail."""
    with change(store, "keep audit", by) as one:
        if any(_same(row, given) for row in rows_on(one.connection, KeptAuditRow, body, None)):
            return None
        row: dict[str, Value] = {
            "body_id": body.id,
            "as_of": given.as_of,
            "known_on": given.known_on,
            "report_sha256": given.report_sha256,
            "head_number": given.head.number,
            "head_hash": given.head.hash,
            "audit": given.text,
            "recorded_from": on,
        }
        one.insert(KeptAuditRow, [row])
        return one.number


def audits_of(store: Store, body: KeptBody, day: date | None = None) -> tuple[KeptAudit, ...]:
    """The audits of a body that were kept by the end of that day, by the day they speak for, then as they came.

    None: all of them.
    """
    with store.reading() as connection:
        found = [_kept(row) for row in rows_on(connection, KeptAuditRow, body, day)]
    return tuple(sorted(found, key=lambda one: (one.as_of, one.entry)))


def last_kept(store: Store, body: KeptBody, *, as_of: date, known: date | None = None) -> KeptAudit:
    """The last audit kept that speaks for a day not after `as_of`. Raises `UserError` where there is none."""
    found = [one for one in audits_of(store, body, known) if one.as_of <= as_of]
    if not found:
        raise UserError(
            f"no audit of {body.name} up to {as_of.isoformat()} is kept.",
            where=store.where,
            fix="keep one with: coi-audit audit --store STORE --keep-audit",
        )
    return found[-1]


def _same(row: Mapping[str, Any], given: GivenOut) -> bool:
    if row["report_sha256"] != given.report_sha256:
        return False
    return bool(row["audit"] == given.text) or _but_for_head(row["audit"]) == _but_for_head(given.text)


def _but_for_head(text: str) -> object:
    """Every change moves the head, keeping an audit too: alone it makes no other audit."""
    document = json.loads(text)
    document.get("kept", {}).pop("head", None)
    return document


def _kept(row: Mapping[str, Any]) -> KeptAudit:
    return KeptAudit(
        entry=row["opened"],
        as_of=row["as_of"],
        known_on=row["known_on"],
        kept_on=row["recorded_from"],
        report_sha256=row["report_sha256"],
        head=Anchor(row["head_number"], row["head_hash"]),
        audit=row["audit"],
    )
