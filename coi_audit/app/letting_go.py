"""What a store keeps for how long, and the orders by which it goes."""

from __future__ import annotations

import csv
import hashlib
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from coi_audit.app.rules import rulebook_of
from coi_audit.errors import UserError
from coi_audit.model.kept import By
from coi_audit.model.letting_go import LetGo, Limits, Order, Removals
from coi_audit.report.letting_go_text import EVIDENCE, NUMBER, REMOVE
from coi_audit.rulebook.publication import load_publication
from coi_audit.rulebook.types import RuleVersion
from coi_audit.store.opening import open_store
from coi_audit.store.replay import body_named
from coi_audit.store.retention import let_go, removals
from coi_audit.store.scrub import scrub

__all__ = ["By", "KeptIn", "Order", "clean", "limits_of", "order_of", "removals_of", "remove"]
_YES = frozenset({"yes", "y", "x", "1", "true", "remove"})
_NO = frozenset({"", "no", "n", "0", "false", "keep", "-"})


@dataclass(frozen=True, slots=True)
class KeptIn:
    """Where cases are kept, of which body (None: the only one), and the rules folder that holds the limits."""

    address: str
    body: str | None
    rules: Path


def limits_of(rules: Path, on: date) -> Limits:
    """For how long interests are kept, by the rules in force on that day, else by the latest there are.

    Raises `RulebookError` where the rules cannot be read.
    """
    book = rulebook_of(rules)
    publication = load_publication(rules, book)
    rules_of = (publication.published_rule, publication.record_rule)
    public, record = (_version(book.rules[one].versions, on) for one in rules_of)
    source = f"{record.citation.source.title}, {record.citation.locator}"
    return Limits(public.params.months, record.params.months, source, EVIDENCE[record.evidence])


def _version(versions: tuple[RuleVersion, ...], on: date) -> RuleVersion:
    return next((one for one in versions if one.in_force(on)), versions[-1])


def removals_of(kept: KeptIn, on: date, *, person: str | None = None) -> Removals:
    """Everything kept on people, and what of it may go on that day; of `person` only, where words of a name are given.

    Raises `UserError` as every command on a store.
    """
    limits = limits_of(kept.rules, on)
    store = open_store(kept.address, migrate=False)
    try:
        found = removals(store, body_named(store, kept.body), on=on, limits=limits)
    finally:
        store.close()
    words = set((person or "").casefold().split())
    theirs = tuple(one for one in found.matters if words <= set(one.person.casefold().split()))
    return replace(found, matters=theirs)


def remove(kept: KeptIn, order: Order, by: By) -> LetGo:
    """Carry an order out, all of it or nothing. Raises `UserError` where it cannot be."""
    if not by.actor.strip():
        raise UserError(
            "nothing goes without an order with a name.", where="--by", fix="say who gave the order: --by NAME."
        )
    if not by.reason.strip():
        raise UserError("an order needs its reason.", where="--reason", fix='say why, e.g. --reason "six years over".')
    if order.on > by.at.astimezone().date():
        raise UserError(
            "an order cannot be of a day to come.", where="--on", fix="leave --on out, or give the day of the order."
        )
    limits = limits_of(kept.rules, order.on)
    store = open_store(kept.address, migrate=False)
    try:
        return let_go(store, body_named(store, kept.body), order, limits=limits, by=by)
    finally:
        store.close()


def clean(address: str) -> str:
    """Make the database's own files anew, without what was removed; gives why that could not be done, or ""."""
    store = open_store(address, migrate=False)
    try:
        return scrub(store)
    finally:
        store.close()


def order_of(numbers: tuple[str, ...], file: Path | None, *, on: date, early: bool) -> Order:
    """The order that these numbers and this file make.

    The file is the list that `removals --csv` writes, with a word such as "yes" in the column "remove" of what goes.
    Raises `UserError` where the file cannot be read, or where neither names anything.
    """
    listed, digest = _listed(file) if file is not None else ((), "")
    wanted = tuple(dict.fromkeys(one.strip() for one in (*numbers, *listed) if one.strip()))
    if not wanted:
        raise UserError(
            "the order names nothing.",
            where=str(file) if file is not None else "--number",
            fix=f'write "yes" into the column "{REMOVE}" of each row that is to go, or give --number.',
        )
    return Order(wanted, on, early, digest)


def _listed(file: Path) -> tuple[tuple[str, ...], str]:
    try:
        content = file.read_bytes()
        text = content.decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        fix = "give the list that coi-audit removals --csv wrote, saved as CSV in UTF-8."
        raise UserError("this order cannot be read.", where=str(file), fix=fix) from error
    head = text.split("\n", maxsplit=1)[0]
    rows = csv.DictReader(text.splitlines(), delimiter=";" if head.count(";") > head.count(",") else ",")
    if not {NUMBER, REMOVE} <= set(rows.fieldnames or ()):
        raise UserError(
            f'this order lacks a column "{NUMBER}" or "{REMOVE}".',
            where=str(file),
            fix="take the list that coi-audit removals --csv writes, and leave its first line as it is.",
        )
    said = [(one[NUMBER] or "", (one[REMOVE] or "").strip().casefold()) for one in rows]
    unclear = [number for number, word in said if word not in _YES | _NO]
    if unclear:
        listed = ", ".join(unclear[:6]) + (f" and {len(unclear) - 6} more" if len(unclear) > 6 else "")
        raise UserError(
            f'it is not clear whether these are to go: the column "{REMOVE}" says neither yes nor no of {listed}.',
            where=str(file),
            fix='write "yes" where something is to go, and "no" or nothing where it stays.',
        )
    return tuple(number for number, word in said if word in _YES), hashlib.sha256(content).hexdigest()
