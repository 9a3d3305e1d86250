"""Digests: of a row, of the rows that came or ended with one change, and of an entry of the trail."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterable, Sequence
from datetime import date

from pydantic_core import to_json

from coi_audit.store.bulk import Column, Same, rows_of

Value = str | int | float | bool | bytes | date | None


def _of_bytes(value: object) -> str:
    """What a digest says of a file's bytes. Any other kind of value is a bug."""
    if not isinstance(value, bytes | memoryview):
        raise TypeError(f"a row cannot hold a {type(value).__name__}")
    return hashlib.sha256(value).hexdigest()


BY_PARTS = "2:"  # what the digest of a row begins with that says long texts by their own; store version 3 on

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=_of_bytes).encode
_ALIKE = frozenset({str, int, type(None)})  # what both encoders write alike, the second five times as fast


def plain(value: Value) -> str | int | float | bytes | None:
    """A value as both databases give it back: a day as ISO text, true and false as 1 and 0."""
    if isinstance(value, date):
        return value.isoformat()
    return int(value) if isinstance(value, bool) else value


def row_digest(table: str, values: Sequence[Value], long: Collection[int] = ()) -> str:
    """SHA-256 of a row: the table's name and the values of the columns a digest covers, in their order.

    Of the places in `long` the text is said by its own SHA-256, and what is given back then begins with `BY_PARTS`.
    """
    said = [_by_its_own(one) if at in long and isinstance(one, str) else plain(one) for at, one in enumerate(values)]
    whole = (str(table), *said)
    encode = to_json if _ALIKE.issuperset(map(type, whole)) else _as_json
    return f"{BY_PARTS if long else ''}{hashlib.sha256(encode(whole)).hexdigest()}"


def plain_digests(table: str, columns: Sequence[Column], count: int, long: Collection[int] = ()) -> list[str]:
    """The same of so many rows whose values are plain already, given column by column."""
    said = [_long_said(one) if at in long else one for at, one in enumerate(columns)]
    alike = all(isinstance(one, range) or _ALIKE.issuperset(map(type, _different(one))) for one in said)
    sha256, encode = hashlib.sha256, to_json if alike else _as_json
    name = Same(str(table))  # SQLAlchemy has a kind of text of its own for names
    found = [sha256(encode(row)).hexdigest() for row in rows_of([name, *said], count)]
    return [f"{BY_PARTS}{one}" for one in found] if long else found


def _different(column: Column) -> Sequence[object]:
    return (column.value,) if isinstance(column, Same) else column


def _long_said(column: Column) -> Column:
    said = [_by_its_own(one) if isinstance(one, str) else one for one in _different(column)]
    return Same(said[0]) if isinstance(column, Same) else said


def _by_its_own(text: str) -> str:
    """What a digest says of a long text: no other text, and no bytes, are said so."""
    return f"text {hashlib.sha256(text.encode()).hexdigest()}"


def _as_json(row: object) -> bytes:
    return _encode(row).encode()


def group_digest(parts: Iterable[str]) -> str:
    """SHA-256 of many digests, or other short texts, in the order given."""
    text = "\n".join((*parts, ""))  # a line each, the last one's end too
    return hashlib.sha256(text.encode()).hexdigest()


def end_text(row_id: int, until: date | str | None, closed: int) -> str:
    """What the digest of a change says of one row that it ended."""
    return f"{row_id}:{until.isoformat() if isinstance(until, date) else until}:{closed}"


def entry_hash(entry: Sequence[Value]) -> str:
    """SHA-256 of an entry of the trail: number, moment, actor, action, reason, payload, hash of the one before."""
    return hashlib.sha256(_encode([plain(one) for one in entry]).encode()).hexdigest()


def payload_text(payload: object) -> str:
    """The payload as it is kept and hashed: JSON with its keys in order."""
    return json.dumps(payload, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
