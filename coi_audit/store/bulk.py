"""Many rows at once, as fast as the driver takes them: SQLite's own many-at-once, PostgreSQL's COPY."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, Table

Cell = str | int | float | bool | date | None


def insert_rows(connection: Connection, table: Table, names: Sequence[str], rows: Sequence[tuple[Cell, ...]]) -> None:
    """Insert rows, each a tuple in the order of `names`, within the transaction under way."""
    if not rows:
        return
    columns = ", ".join(f'"{name}"' for name in names)
    cursor: Any = connection.connection.cursor()
    try:
        if connection.dialect.name == "sqlite":
            marks = ", ".join("?" for _ in names)
            days = [index for index, name in enumerate(names) if table.c[name].type.python_type is date]
            cursor.executemany(f'INSERT INTO "{table.name}" ({columns}) VALUES ({marks})', _as_text(rows, days))
        else:
            with cursor.copy(f'COPY "{table.name}" ({columns}) FROM STDIN') as copy:
                for row in rows:
                    copy.write_row(row)
    finally:
        cursor.close()


def _as_text(rows: Sequence[tuple[Cell, ...]], days: Sequence[int]) -> list[list[Any]]:
    """SQLite keeps a day as ISO text."""
    prepared = []
    for row in rows:
        values: list[Any] = list(row)
        for index in days:
            value = values[index]
            if value is not None:
                values[index] = value.isoformat()
        prepared.append(values)
    return prepared
