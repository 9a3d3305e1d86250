"""The database's own files made anew, so that no word of what was removed is left in them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

import psycopg
from sqlalchemy.exc import DBAPIError

from coi_audit.store.opening import Store
from coi_audit.store.tables import CONTENT, table_of

IN_USE = "somebody else is using the store"


def scrub(store: Store) -> str:
    """Write the store's tables anew without what was removed; gives why that could not be done, "" where it was.

    In SQLite the file and its write-ahead log; in PostgreSQL the tables' files, but not what the server archives.
    The rows themselves are gone already, whatever this says.
    """
    tables = [table_of(row).name for row in CONTENT]
    try:
        return _sqlite(store) if store.engine.dialect.name == "sqlite" else _postgresql(store, tables)
    except (DBAPIError, sqlite3.Error, psycopg.Error) as error:
        return str(getattr(error, "orig", None) or error).strip().split("\n", maxsplit=1)[0]


def _sqlite(store: Store) -> str:
    """VACUUM copies what is there into new pages, zeroed first; then the log, which holds old ones, is cut off."""
    with store.engine.connect() as connection:
        plain = connection.connection.dbapi_connection
        assert isinstance(plain, sqlite3.Connection)
        plain.execute("PRAGMA secure_delete = ON")
        plain.execute("VACUUM")
        busy = plain.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
    return IN_USE if busy else ""


def _postgresql(store: Store, tables: Iterable[str]) -> str:
    with store.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        for name in tables:
            connection.exec_driver_sql(f'VACUUM (FULL) "{name}"')
    return ""
