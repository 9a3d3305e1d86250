"""One change of the store: rows that come, end or go, and the one entry of the trail that says so; all or nothing."""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from operator import itemgetter
from typing import Any

from sqlalchemy import Boolean, Connection, Date, Table, delete, insert, select, update

from coi_audit.model.kept import By
from coi_audit.store.bulk import Column, Same, column_of, first_row, insert_columns
from coi_audit.store.digests import Value, end_text, entry_hash, group_digest, payload_text, plain, plain_digests
from coi_audit.store.opening import Store
from coi_audit.store.tables import Clocked, RemovedRow, Row, TrailRow, digested_columns, long_columns, table_of

_SALT_BYTES = 8
_AT_ONCE = 500  # numbers in one statement: SQLite's limit on variables is far above


class _Plain(dict[Any, Any]):
    """Days and flags as both databases give them back, each worked out once."""

    def __missing__(self, value: Value) -> object:
        self[value] = plain(value)
        return self[value]


@dataclass(slots=True)
class Change:
    """The change under way. `number` is the trail's entry it will become."""

    connection: Connection
    number: int
    opened: dict[str, tuple[int, str]] = field(default_factory=dict)
    closed: dict[str, list[str]] = field(default_factory=dict)
    removed: dict[str, list[str]] = field(default_factory=dict)
    notes: dict[str, Any] = field(default_factory=dict)  # counts and numbers only: the trail outlives the people in it

    def insert(self, row: type[Row], rows: Sequence[Mapping[str, Value]]) -> range:
        """Add rows, each a mapping of its own columns; gives their numbers. Once a table and change.

        Absent columns are empty. Numbers are never used twice, not even those of removed rows.
        """
        return self.insert_columns(row, _by_column(rows), len(rows))

    def insert_columns(self, row: type[Row], given: Mapping[str, Sequence[Value]], count: int) -> range:
        """The same of `count` rows given column by column."""
        table = table_of(row)
        if table.name in self.opened:
            raise ValueError(f"{table.name} was added to already in this change")
        first = self._next_number(table.name)
        numbers = range(first, first + count)
        if not count:
            return numbers
        columns = self._columns(table, numbers, given)
        covered = [columns[name] for name in digested_columns(row)]
        columns["digest"] = digests = plain_digests(table.name, covered, count, long_columns(row))
        insert_columns(self.connection, table, columns, count)
        self.opened[table.name] = (count, group_digest(digests))
        return numbers

    def _columns(self, table: Table, numbers: range, given: Mapping[str, Sequence[Value]]) -> dict[str, Column]:
        """The table column by column, numbers and salts too, each value as both databases take it.

        Column by column, since a whole country's papers go through here: its kind is looked at once, not at each value.
        """
        columns: dict[str, Column] = dict.fromkeys(table.columns.keys(), Same(None))
        plainly = _Plain()
        for name, values in given.items():
            kind, column = table.columns[name].type, column_of(values)
            if isinstance(column, Same):
                columns[name] = Same(plain(column.value))
            else:
                columns[name] = [plainly[one] for one in column] if isinstance(kind, Date | Boolean) else column
        salts, width = secrets.token_hex(_SALT_BYTES * len(numbers)), 2 * _SALT_BYTES
        columns["id"], columns["opened"] = numbers, Same(self.number)
        columns["salt"] = [salts[at : at + width] for at in range(0, len(salts), width)]
        return columns

    def end(self, row: type[Clocked], numbers: Sequence[int], until: date) -> None:
        """End rows that are still open: known up to the day before `until`."""
        table = table_of(row)
        for some in pieces(sorted(numbers)):
            statement = update(table).where(table.c.id.in_(some), table.c.closed.is_(None))
            done = self.connection.execute(statement.values(recorded_until=until, closed=self.number)).rowcount
            if done != len(some):
                raise ValueError(f"{len(some) - done} rows of {table.name} had ended already, or are not there")
            self.closed.setdefault(table.name, []).extend(end_text(one, until, self.number) for one in some)

    def remove(self, row: type[Row], numbers: Sequence[int]) -> None:
        """Remove rows for good; their digests stay, without the salt that would let one guess at what they said."""
        table, gone = table_of(row), table_of(RemovedRow)
        ends = [table.c[name] for name in ("closed", "recorded_until") if name in table.c]
        for some in pieces(sorted(numbers)):
            chosen = select(table.c.id, table.c.digest, table.c.opened, *ends).where(table.c.id.in_(some))
            found = self.connection.execute(chosen.order_by(table.c.id)).mappings().all()
            if len(found) != len(some):
                raise ValueError(f"{len(some) - len(found)} rows of {table.name} are not there")
            kept = [
                {key: value for key, value in one.items() if key != "id"}
                | {"row_id": one["id"], "table_name": table.name, "removed": self.number}
                for one in found
            ]
            self.connection.execute(insert(gone), kept)
            self.connection.execute(delete(table).where(table.c.id.in_(some)))
            self.removed.setdefault(table.name, []).extend(f"{one['row_id']}:{one['digest']}" for one in kept)

    @property
    def empty(self) -> bool:
        """Whether nothing came, ended or went, and nothing was noted."""
        return not (self.opened or self.closed or self.removed or self.notes)

    def payload(self) -> str:
        """What the trail keeps of this change."""
        parts: dict[str, Any] = {
            "opened": {table: list(group) for table, group in self.opened.items()},
            "closed": {table: [len(texts), group_digest(sorted(texts))] for table, texts in self.closed.items()},
            "removed": {table: [len(texts), group_digest(sorted(texts))] for table, texts in self.removed.items()},
            "notes": self.notes,
        }
        return payload_text({name: part for name, part in parts.items() if part})

    def _next_number(self, table: str) -> int:
        left = f"SELECT MAX(row_id) FROM removed WHERE table_name = '{table}'"
        found = first_row(self.connection, f'SELECT (SELECT MAX(id) FROM "{table}"), ({left})')
        return max((one for one in found or () if one is not None), default=0) + 1


@contextmanager
def change(store: Store, action: str, by: By) -> Iterator[Change]:
    """A transaction that ends as one entry of the trail; of an empty change nothing is written.

    Raises `UserError` for what a person can mend; then nothing of the change is kept.
    """
    with store.writing() as connection:
        last, before = head(connection)
        one = Change(connection, last + 1)
        yield one
        if one.empty:
            return
        entry = (one.number, moment(by.at), by.actor, action, by.reason, one.payload(), before)
        names = ("seq", "at", "actor", "action", "reason", "payload", "prev")
        row = {**dict(zip(names, entry, strict=True)), "hash": entry_hash(entry)}
        insert_columns(connection, table_of(TrailRow), {name: [value] for name, value in row.items()}, 1)


def _by_column(rows: Sequence[Mapping[str, Value]]) -> dict[str, Sequence[Value]]:
    """The values of rows by column, in the rows' order; None where a row does not give it."""
    if not rows:
        return {}
    keys = rows[0].keys()
    alike = len(keys) > 1 and all(one.keys() == keys for one in rows)
    names = sorted(keys if alike else {name for one in rows for name in one})
    if alike:
        return dict(zip(names, zip(*map(itemgetter(*names), rows), strict=True), strict=True))
    return {name: [one.get(name) for one in rows] for name in names}


def head(connection: Connection) -> tuple[int, str]:
    """Number and hash of the trail's last entry; 0 and "" of an empty trail."""
    last = first_row(connection, "SELECT seq, hash FROM trail ORDER BY seq DESC LIMIT 1")
    return (last[0], last[1]) if last is not None else (0, "")


def moment(at: datetime) -> str:
    """A moment in UTC as the trail writes it."""
    return at.isoformat(timespec="microseconds")


def pieces(numbers: Sequence[int]) -> Iterator[Sequence[int]]:
    """The numbers in their order, so many together as one statement takes."""
    for start in range(0, len(numbers), _AT_ONCE):
        yield numbers[start : start + _AT_ONCE]
