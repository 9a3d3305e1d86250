"""Digests: of a row, of the rows that came or ended with one change, and of an entry of the trail."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from datetime import date

from pydantic_core import to_json

Value = str | int | float | bool | bytes | date | None


def _of_bytes(value: object) -> str:
    """What a digest says of a file's bytes. Any other kind of value is a bug."""
    if not isinstance(value, bytes | memoryview):
        raise TypeError(f"a row cannot hold a {type(value).__name__}")
    return hashlib.sha256(value).hexdigest()


_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=_of_bytes).encode
_ALIKE = frozenset({str, int, type(None)})  # what both encoders write alike, the second five times as fast


def plain(value: Value) -> str | int | float | bytes | None:
    """A value as both databases give it back: a day as ISO text, true and false as 1 and 0."""
    if isinstance(value, date):
        return value.isoformat()
    return int(value) if isinstance(value, bool) else value


def row_digest(table: str, values: Sequence[Value]) -> str:
    """SHA-256 of a row: the table's name and the values of the columns a digest covers, in their order."""
    whole = (str(table), *map(plain, values))
    return hashlib.sha256(to_json(whole) if _ALIKE.issuperset(map(type, whole)) else _as_json(whole)).hexdigest()


def plain_digests(table: str, columns: Sequence[Sequence[object]]) -> list[str]:
    """The same of many rows whose values are plain already, given column by column."""
    name = str(table)  # SQLAlchemy has a kind of text of its own for names
    alike = all(isinstance(column, range) or _ALIKE.issuperset(map(type, column)) for column in columns)
    sha256, encode = hashlib.sha256, to_json if alike else _as_json
    rows = zip([name] * len(columns[0]), *columns, strict=True)
    return [sha256(encode(row)).hexdigest() for row in rows]


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
