"""Many rows at once, as fast as the driver takes them: SQLite's own many-at-once, PostgreSQL's COPY."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import Any

from sqlalchemy import Connection, Table

_TOGETHER = 8  # rows in one statement of SQLite's: each statement has a cost of its own, each value a place in it
_BARE = re.compile(r"[0-9A-Za-z_-]*", re.ASCII)  # words and days that stand in a statement as they are

Column = Sequence[Any]


def insert_columns(connection: Connection, table: Table, columns: Mapping[str, Column]) -> None:
    """Insert rows, given column by column, all of one length, within the transaction under way.

    A day may be a `date` or its ISO text, a flag True and False or 1 and 0: both databases keep either alike.
    """
    cursor: Any = connection.connection.cursor()
    try:
        if connection.dialect.name == "sqlite":
            _sqlite(cursor, table.name, columns)
        else:
            _postgresql(cursor, table.name, columns)
    finally:
        cursor.close()


def _sqlite(cursor: Any, table: str, columns: Mapping[str, Column]) -> None:
    """What all rows say alike stands in the statement itself; of the rest several rows go with each."""
    first, *others = columns
    alike = {name: text for name in others if (text := _said_by_all(columns[name])) is not None}
    varied = [first, *(name for name in others if name not in alike)]
    marks = f"({', '.join([*('?' for _ in varied), *alike.values()])})"
    into = f'INSERT INTO "{table}" ({_listed([*varied, *alike])}) VALUES '
    values = list(chain.from_iterable(zip(*(columns[name] for name in varied), strict=True)))
    width = _TOGETHER * len(varied)
    whole = len(values) - len(values) % width
    some = [values[start : start + width] for start in range(0, whole, width)]
    cursor.executemany(into + ", ".join([marks] * _TOGETHER), some)
    if whole < len(values):
        cursor.execute(into + ", ".join([marks] * ((len(values) - whole) // len(varied))), values[whole:])


def _said_by_all(values: Column) -> str | None:
    """A value that all rows share, as a statement says it; None where they differ, or it is no such plain one."""
    if values.count(values[0]) != len(values):
        return None
    value = values[0]
    if value is None:
        return "NULL"
    if type(value) is int:
        return str(value)
    return f"'{value}'" if type(value) is str and _BARE.fullmatch(value) else None


def _postgresql(cursor: Any, table: str, columns: Mapping[str, Column]) -> None:
    columns = {name: values for name, values in columns.items() if _said_by_all(values) != "NULL"}
    with cursor.copy(f'COPY "{table}" ({_listed(columns)}) FROM STDIN') as copy:
        for row in zip(*columns.values(), strict=True):
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
