"""One change of the store: rows that come, end or go, and the one entry of the trail that says so; all or nothing."""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select, update

from coi_audit.model.kept import By
from coi_audit.store.bulk import insert_rows
from coi_audit.store.digests import Value, end_text, entry_hash, group_digest, payload_text, plain_digest
from coi_audit.store.opening import Store
from coi_audit.store.tables import Clocked, RemovedRow, Row, TrailRow, digested_columns, table_of

_SALT_BYTES = 8
_AT_ONCE = 500  # numbers in one statement: SQLite's limit on variables is far above


class _Days(dict[Any, Any]):
    """Days as ISO text, each worked out once; None stays None."""

    def __missing__(self, day: date | None) -> str | None:
        self[day] = day.isoformat() if day is not None else None
        return self[day]  # type: ignore[no-any-return]


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
        table = table_of(row)
        if table.name in self.opened:
            raise ValueError(f"{table.name} was added to already in this change")
        first = self._next_number(row)
        numbers = range(first, first + len(rows))
        if not rows:
            return numbers
        names = [one.name for one in table.columns]
        whole = list(self._plain_rows(row, names, numbers, rows))
        digests = map(itemgetter(names.index("digest")), whole)
        insert_rows(self.connection, table, names, whole)
        self.opened[table.name] = (len(whole), group_digest(digests))
        return numbers

    def _plain_rows(
        self, row: type[Row], names: Sequence[str], numbers: range, rows: Sequence[Mapping[str, Value]]
    ) -> Iterator[list[Any]]:
        """Each row with its number, salt and digest, its values as both databases take them, in the order of `names`.

        This is the loop that a whole country's papers go through: it looks at a column's kind once, not at each value.
        """
        table = table_of(row)
        place = {name: index for index, name in enumerate(names)}
        days = [place[one.name] for one in table.columns if one.type.python_type is date]
        flags = [place[one.name] for one in table.columns if one.type.python_type is bool]
        number_at, opened_at, salt_at, digest_at = (place[name] for name in ("id", "opened", "salt", "digest"))
        covered = itemgetter(*(place[name] for name in digested_columns(row)))
        salts, width, iso = secrets.token_hex(_SALT_BYTES * len(rows)), 2 * _SALT_BYTES, _Days()
        for index, (number, given) in enumerate(zip(numbers, rows, strict=True)):
            values: list[Any] = list(map(given.get, names))
            for at in days:
                values[at] = iso[values[at]]
            for at in flags:
                if values[at] is not None:
                    values[at] = int(values[at])
            values[number_at], values[opened_at] = number, self.number
            values[salt_at] = salts[index * width : (index + 1) * width]
            values[digest_at] = plain_digest(table.name, covered(values))
            yield values

    def end(self, row: type[Clocked], numbers: Sequence[int], until: date) -> None:
        """End rows that are still open: known up to the day before `until`."""
        table = table_of(row)
        for some in _pieces(sorted(numbers)):
            statement = update(table).where(table.c.id.in_(some), table.c.closed.is_(None))
            done = self.connection.execute(statement.values(recorded_until=until, closed=self.number)).rowcount
            if done != len(some):
                raise ValueError(f"{len(some) - done} rows of {table.name} had ended already, or are not there")
            self.closed.setdefault(table.name, []).extend(end_text(one, until, self.number) for one in some)

    def remove(self, row: type[Row], numbers: Sequence[int]) -> None:
        """Remove rows for good; their digests stay, without the salt that would let one guess at what they said."""
        table, gone = table_of(row), table_of(RemovedRow)
        ends = [table.c[name] for name in ("closed", "recorded_until") if name in table.c]
        for some in _pieces(sorted(numbers)):
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

    def _next_number(self, row: type[Row]) -> int:
        table, gone = table_of(row), table_of(RemovedRow)
        here = self.connection.execute(select(func.max(table.c.id))).scalar() or 0
        left = select(func.max(gone.c.row_id)).where(gone.c.table_name == table.name)
        return max(here, self.connection.execute(left).scalar() or 0) + 1


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
        connection.execute(insert(table_of(TrailRow)), [row])


def head(connection: Connection) -> tuple[int, str]:
    """Number and hash of the trail's last entry; 0 and "" of an empty trail."""
    trail = table_of(TrailRow)
    last = connection.execute(select(trail.c.seq, trail.c.hash).order_by(trail.c.seq.desc()).limit(1)).first()
    return (last.seq, last.hash) if last is not None else (0, "")


def moment(at: datetime) -> str:
    """A moment in UTC as the trail writes it."""
    return at.isoformat(timespec="microseconds")


def _pieces(numbers: Sequence[int]) -> Iterator[Sequence[int]]:
    for start in range(0, len(numbers), _AT_ONCE):
        yield numbers[start : start + _AT_ONCE]
