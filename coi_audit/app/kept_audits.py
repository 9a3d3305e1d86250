"""An audit kept as it was given out, for later ones to be compared with."""

from __future__ import annotations

import hashlib
from datetime import date
from pathlib import Path

from coi_audit.app.files import write_bytes
from coi_audit.app.kept import Replay
from coi_audit.errors import UserError
from coi_audit.model.audit import Audit
from coi_audit.model.given import KeptAudit
from coi_audit.model.kept import By
from coi_audit.report.as_json import json_text
from coi_audit.store.audits import GivenOut, audits_of, keep_audit
from coi_audit.store.opening import open_store
from coi_audit.store.replay import body_named


def keep_the_audit(where: Replay, audit: Audit, report: Path | None, *, on: date, by: By) -> int | None:
    """Keep an audit made from this store, with the hash of its report where one was written.

    Gives the trail's entry; None where the same is kept already. Raises `UserError` where it is not from a store.
    """
    if audit.kept is None:
        raise UserError("this audit was not made from a store.", fix="make it with: coi-audit audit --store STORE")
    digest = hashlib.sha256(report.read_bytes()).hexdigest() if report is not None else None
    given = GivenOut(json_text(audit), audit.as_of, audit.kept.head, audit.kept.known_on, digest)
    store = open_store(where.address, migrate=False)
    try:
        return keep_audit(store, body_named(store, where.body), given, on=on, by=by)
    finally:
        store.close()


def kept_audits(where: Replay) -> tuple[KeptAudit, ...]:
    """The audits of a body that are kept, by the day they speak for. Raises `UserError` as `audit_kept`."""
    store = open_store(where.address, migrate=False)
    try:
        return audits_of(store, body_named(store, where.body), where.known)
    finally:
        store.close()


def write_kept_audit(where: Replay, entry: int, to: Path) -> None:
    """Write the JSON of a kept audit, letter by letter as it was given out, to `to`, which must not be there.

    Raises `UserError` where none was kept as this entry, or the file cannot be written.
    """
    if to.exists():
        raise UserError("there is a file of this name already.", where=str(to), fix="give another name with --to.")
    found = kept_audits(where)
    one = next((each for each in found if each.entry == entry), None)
    if one is None:
        listed = ", ".join(str(each.entry) for each in found) or "none yet"
        raise UserError(f"no audit was kept as entry {entry}.", fix=f"give the entry of one that was: {listed}.")
    write_bytes(to, one.audit.encode(), what="the audit")
