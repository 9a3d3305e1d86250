"""Cases kept over time: a folder brought into the store, a day's knowledge audited again, the trail gone through."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from coi_audit.app.audits import Asked, Progress, Under, audit_read
from coi_audit.errors import UserError
from coi_audit.model.audit import Audit
from coi_audit.model.case import Case
from coi_audit.model.given import FromStore
from coi_audit.model.kept import Anchor, By, Kept, Moment, TrailCheck
from coi_audit.readers.case_assembly import assemble
from coi_audit.readers.case_folder import read_folder
from coi_audit.store.backup import backup, restore
from coi_audit.store.first_kept import first_kept
from coi_audit.store.given import given_on
from coi_audit.store.history import history
from coi_audit.store.keep import body_key, keep
from coi_audit.store.opening import open_store
from coi_audit.store.replay import body_named, known_on
from coi_audit.store.trail import verify_trail

__all__ = [
    "Anchor",
    "By",
    "Kept",
    "Moment",
    "Replay",
    "TrailCheck",
    "Under",
    "audit_kept",
    "back_up",
    "check_trail",
    "history_of",
    "keep_folder",
    "migrate_store",
    "parse_anchor",
    "put_back",
]


def keep_folder(
    folder: Path, address: str, *, on: date, by: By, withdraw: bool = False, progress: Progress | None = None
) -> Kept:
    """Bring a case folder into the store at `address`, which is made where there is none.

    Raises `UserError` where the folder or the store cannot be used.
    """
    readings = read_folder(folder, progress=progress)
    store = open_store(address, create=True, stamp=by.at.strftime("%Y%m%dT%H%M%S"), migrate=False)
    try:
        found = keep(store, readings, on=on, by=by, withdraw=withdraw)
        return replace(found, key=next(body_key(one.body) for one in readings.papers if one.body is not None))
    finally:
        store.close()


@dataclass(frozen=True, slots=True)
class Replay:
    """What was known of one body at the end of a day; None: all that is known now.

    `body` is its code or name; None: the only one kept.
    """

    address: str
    known: date | None = None
    body: str | None = None


def audit_kept(replay: Replay, under: Under, asked: Asked | None = None) -> Audit:
    """Audit a body from the store with what was known that day.

    Raises `UserError` as `audit_folder`, and where the store or the body is not there.
    """
    when = f"as known on {replay.known.isoformat()}" if replay.known else "as known now"
    where = f"{replay.address.rsplit('@', maxsplit=1)[-1]}, {when}"
    fix = "ask for a later day with --as-known-on, or widen the dates."
    given = _given(replay)  # first: what is brought in meanwhile stands under a later head, never under an earlier one
    audit = audit_read(lambda: _known(replay), under, asked, where=where, fix=fix)
    return replace(audit, kept=given)


def _known(replay: Replay) -> Case:
    """The case of that day, with since when the store has known each interest. Raises `UserError`."""
    store = open_store(replay.address, migrate=False)
    try:
        body = body_named(store, replay.body)
        case = assemble(known_on(store, body, replay.known or date.max))
        return case.model_copy(update={"kept": first_kept(store, body, replay.known)})
    finally:
        store.close()


def _given(replay: Replay) -> FromStore:
    store = open_store(replay.address, migrate=False)
    try:
        return given_on(store, body_named(store, replay.body), replay.known)
    finally:
        store.close()


def check_trail(address: str, anchor: Anchor | None = None) -> TrailCheck:
    """Whether the store is what its trail says. Raises `UserError` where there is no store."""
    store = open_store(address, migrate=False)
    try:
        return verify_trail(store, anchor)
    finally:
        store.close()


def parse_anchor(text: str) -> Anchor:
    """`12:9f86d0...` as it is printed in a report: an entry's number and its hash. Raises `UserError`."""
    number, _, digest = text.partition(":")
    if number.isdigit() and len(digest) == 64 and set(digest) <= set("0123456789abcdef"):
        return Anchor(int(number), digest)
    raise UserError(
        f'"{text[:90]}" is no entry of a trail.',
        where="--anchor",
        fix="give number and hash as the report prints them, e.g. 12: and 64 signs.",
    )


def history_of(
    address: str, *, body: str | None, person: str | None = None, organisation: str | None = None
) -> tuple[Moment, ...]:
    """What a body's papers told of a person or an organisation over time. Raises `UserError` as `audit_kept`."""
    store = open_store(address, migrate=False)
    try:
        return history(store, body_named(store, body), person=person, organisation=organisation)
    finally:
        store.close()


def back_up(address: str, to: Path) -> TrailCheck:
    """A whole copy of a store in a file of its own. Raises `UserError` where it cannot be made."""
    store = open_store(address, migrate=False)
    try:
        return backup(store, to)
    finally:
        store.close()


def put_back(from_: Path, address: str) -> TrailCheck:
    """A backup put into a new store. Raises `UserError` where something is kept there already."""
    return restore(from_, address)


def migrate_store(address: str, *, stamp: str) -> None:
    """Bring a store up to the version of this program; whoever asks has backed a database server up."""
    open_store(address, stamp=stamp, migrate=True).close()
