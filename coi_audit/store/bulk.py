"""Many rows at once, as fast as the driver takes them: SQLite's own many-at-once, PostgreSQL's COPY."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, repeat
from typing import Any

from sqlalchemy import Connection, Table

_TOGETHER = 8  # rows in one statement of SQLite's: each statement has a cost of its own, each value a place in it
_BARE = re.compile(r"[0-9A-Za-z_-]*", re.ASCII)  # words and days that stand in a statement as they are


@dataclass(frozen=True, slots=True)
class Same:
    """A column in which all rows say the same."""

    value: Any


Column = Sequence[Any] | Same


def column_of(values: Sequence[Any]) -> Column:
    """The values of a column, told once where all of several rows say the same."""
    if len(values) < 2 or values[0] != values[-1] or values.count(values[0]) != len(values):
        return values
    return Same(values[0])


def rows_of(columns: Iterable[Column], count: int) -> Iterable[tuple[Any, ...]]:
    """So many rows, each with the values of the columns in their order."""
    return zip(*(repeat(one.value, count) if isinstance(one, Same) else one for one in columns), strict=True)


def insert_columns(connection: Connection, table: Table, columns: Mapping[str, Column], count: int) -> None:
    """Insert so many rows, given column by column, within the transaction under way.

    A day may be a `date` or its ISO text, a flag True and False or 1 and 0: both databases keep either alike.
    """
    cursor: Any = connection.connection.cursor()
    try:
        if connection.dialect.name == "sqlite":
            _sqlite(cursor, table.name, columns, count)
        else:
            _postgresql(cursor, table.name, columns, count)
    finally:
        cursor.close()


def _sqlite(cursor: Any, table: str, columns: Mapping[str, Column], count: int) -> None:
    """What all rows say alike stands in the statement itself; of the rest several rows go with each."""
    alike = {name: text for name, column in columns.items() if (text := _in_a_statement(column)) is not None}
    varied = [name for name in columns if name not in alike]
    marks = f"({', '.join([*('?' for _ in varied), *alike.values()])})"
    into = f'INSERT INTO "{table}" ({_listed([*varied, *alike])}) VALUES '
    values = list(chain.from_iterable(rows_of((columns[name] for name in varied), count)))
    width = _TOGETHER * len(varied)
    whole = count - count % _TOGETHER
    if whole:
        some = [values[start : start + width] for start in range(0, whole * len(varied), width)]
        cursor.executemany(into + ", ".join([marks] * _TOGETHER), some)
    if whole < count:
        cursor.execute(into + ", ".join([marks] * (count - whole)), values[whole * len(varied) :])


def _in_a_statement(column: Column) -> str | None:
    """What all rows say, as a statement says it; None where they differ, or it is nothing so plain."""
    if not isinstance(column, Same):
        return None
    if column.value is None:
        return "NULL"
    if type(column.value) is int:
        return str(column.value)
    return f"'{column.value}'" if type(column.value) is str and _BARE.fullmatch(column.value) else None


def _postgresql(cursor: Any, table: str, columns: Mapping[str, Column], count: int) -> None:
    columns = {name: column for name, column in columns.items() if column != Same(None)}
    with cursor.copy(f'COPY "{table}" ({_listed(columns)}) FROM STDIN') as copy:
        for row in rows_of(columns.values(), count):
            copy.write_row(row)


def _listed(names: Iterable[str]) -> str:
    return ", ".join(f'"{name}"' for name in names)


def first_row(connection: Connection, statement: str) -> tuple[Any, ...] | None:
    """The first row that a statement without values gives; asked of the driver itself, for what each change asks."""
    cursor: Any = connection.connection.cursor()
    try:
        cursor.execute(statement)
        found: tuple[Any, ...] | None = cursor.fetchone()
        return found
    finally:
        cursor.close()
