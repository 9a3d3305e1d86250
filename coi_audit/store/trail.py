"""Whether the store is what its trail says: every entry, every row that came, ended or went."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection
from sqlmodel import SQLModel

from coi_audit.model.kept import Anchor, TrailCheck
from coi_audit.store.digests import BY_PARTS, end_text, entry_hash, group_digest, row_digest
from coi_audit.store.opening import Store
from coi_audit.store.tables import CONTENT, RemovedRow, Row, TrailRow, at_once, digested_columns, long_columns, table_of

_ENTRY = ("seq", "at", "actor", "action", "reason", "payload", "prev")
_SHOWN = 200  # rows named one by one; of more only the count is told


Groups = dict[str, dict[int, tuple[int, str]]]


def verify_trail(store: Store, anchor: Anchor | None = None) -> TrailCheck:
    """Go through the whole store. An entry that was changed, cut out or moved is named; so is a row.

    What this cannot find: a tail cut off cleanly with all its rows, or a store rewritten from some entry on with all
    hashes made anew, unless an `anchor` from after that entry is given. Raises `UserError` as `Store.reading`.
    """
    check = TrailCheck()
    with store.reading() as connection:
        told = _entries(connection, check, anchor)
        for row in CONTENT:
            _table(connection, row, told, check)
    return check


def _entries(connection: Connection, check: TrailCheck, anchor: Anchor | None) -> dict[str, Groups]:
    """The chain itself; gives what the entries say came, ended and went: kind -> table -> entry -> count, digest."""
    told: dict[str, Groups] = {kind: defaultdict(dict) for kind in ("opened", "closed", "removed")}
    before, expected = "", 1
    anchored = anchor is None or anchor.number == 0
    for one in _as_they_stand(connection, TrailRow, "seq"):
        number = one["seq"]
        if number != expected:
            last = number - 1
            gone = f"entry {expected} is" if expected == last else f"entries {expected} to {last} are"
            check.faults.append(f"{gone} missing from the trail.")
        elif one["prev"] != before:
            check.faults.append(f"entry {number} does not follow entry {number - 1} as it stands now.")
        if entry_hash([one[name] for name in _ENTRY]) != one["hash"]:
            check.faults.append(f"entry {number} was altered.")
        if anchor is not None and number == anchor.number:
            anchored = True
            if one["hash"] != anchor.hash:
                check.faults.append(f"entry {number} is not the one whose hash was written down.")
        _add(told, number, one["payload"], check)
        before, expected = one["hash"], number + 1
        check.entries += 1
    check.head = Anchor(expected - 1, before)
    if not anchored and anchor is not None:
        check.faults.append(f"the trail ends at entry {check.head.number}; entry {anchor.number} was written down.")
    return told


def _add(told: dict[str, Groups], number: int, payload: str, check: TrailCheck) -> None:
    try:
        parts = json.loads(payload)
        for kind, groups in told.items():
            for table, (count, digest) in parts.get(kind, {}).items():
                groups[table][number] = (int(count), str(digest))
    except (ValueError, TypeError, AttributeError):
        check.faults.append(f"what entry {number} says of its change cannot be read.")


def _table(connection: Connection, row: type[Row], told: dict[str, Groups], check: TrailCheck) -> None:
    """Every row of one table against its digest, and each change's rows against what its entry says."""
    name = table_of(row).name
    came: dict[int, list[str]] = defaultdict(list)
    ended: dict[int, list[str]] = defaultdict(list)
    went: dict[int, list[str]] = defaultdict(list)
    altered = 0
    for one in _rows(connection, row):
        check.rows += 1
        if not all(isinstance(one.get(key), int | None) for key in ("opened", "closed", "removed")):
            check.faults.append(f"row {one['id']} of {name} was altered: it tells no entry that it belongs to.")
            continue
        came[one["opened"]].append(one["digest"])
        if one.get("closed") is not None:
            ended[one["closed"]].append(end_text(one["id"], one["recorded_until"], one["closed"]))
        elif one.get("recorded_until") is not None:
            check.faults.append(f"row {one['id']} of {name} has an end that no entry gave it.")
        if one.get("removed") is not None:
            went[one["removed"]].append(f"{one['id']}:{one['digest']}")
        elif _digest_of(row, one) != one["digest"]:
            altered += 1
            if altered <= _SHOWN:
                check.faults.append(f"row {one['id']} of {name} was altered after entry {one['opened']} brought it.")
    if altered > _SHOWN:
        check.faults.append(f"{altered - _SHOWN} more rows of {name} were altered.")
    for kind, found, verb in (("opened", came, "brought"), ("closed", ended, "ended"), ("removed", went, "removed")):
        ordered = {number: texts if kind == "opened" else sorted(texts) for number, texts in found.items()}
        groups = {number: (len(texts), group_digest(texts)) for number, texts in ordered.items()}
        _compare(told[kind].get(name, {}), groups, f"of {name}", verb, check)


def _digest_of(row: type[Row], found: dict[str, Any]) -> str:
    """The digest that a row as it stands would have, made the way its own was: an older store's in an older way."""
    values = [found[column] for column in digested_columns(row)]
    by_parts = str(found["digest"]).startswith(BY_PARTS)
    return row_digest(table_of(row).name, values, long_columns(row) if by_parts else ())


def _compare(
    said: dict[int, tuple[int, str]], found: dict[int, tuple[int, str]], table: str, verb: str, check: TrailCheck
) -> None:
    for number in sorted(said.keys() | found.keys()):
        expected, there = said.get(number, (0, "")), found.get(number, (0, ""))
        if expected[0] != there[0]:
            check.faults.append(f"entry {number} {verb} {expected[0]} rows {table}; {there[0]} are there.")
        elif expected[1] != there[1]:
            check.faults.append(f"the rows {table} that entry {number} {verb} are not the ones that are there.")


def _rows(connection: Connection, row: type[Row]) -> Iterator[dict[str, Any]]:
    """The rows of a table and what is left of removed ones, by number."""
    name = table_of(row).name
    left = [{**one, "id": one["row_id"]} for one in _as_they_stand(connection, RemovedRow, "row_id")]
    left = [one for one in left if one["table_name"] == name]
    place = 0
    for one in _as_they_stand(connection, row, "id"):
        while place < len(left) and left[place]["id"] <= one["id"]:
            yield left[place]
            place += 1
        yield one
    yield from left[place:]


def _as_they_stand(connection: Connection, row: type[SQLModel], order: str) -> Iterator[dict[str, Any]]:
    """Rows as the driver gives them: a cell that somebody made nonsense of must be found, not stumbled over."""
    table = table_of(row)
    names = [column.name for column in table.columns]
    listed = ", ".join(f'"{name}"' for name in names)
    found = connection.exec_driver_sql(
        f'SELECT {listed} FROM "{table.name}" ORDER BY "{order}"', execution_options={"yield_per": at_once(table)}
    )
    return (dict(zip(names, one, strict=True)) for one in found)
