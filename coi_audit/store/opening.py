"""A store opened: where it is, with which database, in which version; and a transaction to read or to write in."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, NoSuchModuleError

from coi_audit.errors import UserError
from coi_audit.store.faults import in_plain_words
from coi_audit.store.migrate import bring_up_to_date, version_of

FILE_NAME = "coi-audit.sqlite3"
_WAIT = 30  # seconds a writer waits for another
_ONE_WRITER = 0x636F69  # the number of PostgreSQL's lock that a writer takes
_WRITES = "coi_writes"


@dataclass(frozen=True, slots=True)
class Store:
    """An open store. `where` is its address as it may be shown: without a password."""

    engine: Engine
    where: str
    path: Path | None = None  # of SQLite's file

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One view of the store, in which nothing changes. Raises `UserError` for what a person can mend."""
        with in_plain_words(self.where), self.engine.connect() as plain:
            # By itself PostgreSQL would show each statement what others have written since the one before.
            server = self.engine.dialect.name == "postgresql"
            connection = plain.execution_options(isolation_level="REPEATABLE READ") if server else plain
            with connection.begin():
                yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction by itself: no other writer is in its own until this one has ended; all of it or nothing."""
        with in_plain_words(self.where), self.engine.connect() as plain:
            connection = plain.execution_options(**{_WRITES: True})
            with connection.begin():
                if self.engine.dialect.name == "postgresql":
                    connection.exec_driver_sql(f"SET LOCAL lock_timeout = {round(_WAIT * 1000)}")  # milliseconds
                    connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_ONE_WRITER})")
                yield connection

    def close(self) -> None:
        """Let the database go."""
        self.engine.dispose()


def open_store(address: str, *, create: bool = False, stamp: str = "", migrate: bool = True) -> Store:
    """Open the store at a path or a database address, brought up to the newest version.

    `address` is a file (or a folder, for the file in it), or e.g. "postgresql://name@host/database". With `create` a
    store that is not there is made. A store of an older version is migrated: an SQLite file after a copy beside it,
    named with `stamp`; a PostgreSQL database only where `migrate` says that it has been backed up. Raises `UserError`
    where there is no store, where it is of a newer version, or where the database says no.
    """
    store = _connect(address, create=create)
    try:
        with in_plain_words(store.where):
            found = version_of(store.engine)
            if found is None and not create:
                raise _no_store(store.where)
            bring_up_to_date(store.engine, store.writing, where=store.where, path=store.path, stamp=stamp, may=migrate)
    except BaseException:
        store.close()
        raise
    return store


def _no_store(where: str) -> UserError:
    return UserError("there is no store here.", where=where, fix="make one with: coi-audit keep FOLDER --store STORE")


def _connect(address: str, *, create: bool) -> Store:
    if "://" in address:
        return _server(address, create=create)
    path = Path(address)
    if path.is_dir():
        path = path / FILE_NAME
    if create:
        with in_plain_words(str(path)):
            _make_folder(path.parent)
    elif not path.is_file():
        raise _no_store(str(path))
    engine = create_engine(f"sqlite:///{path}", connect_args={"timeout": _WAIT})
    _prepare_sqlite(engine)
    return Store(engine, str(path), path)


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = error.strerror or "the system refused"
        raise UserError(
            f"a store cannot be made here ({reason}).", where=str(folder), fix="give another place with --store."
        ) from error


def _server(address: str, *, create: bool) -> Store:
    try:
        url = make_url(address)
        if url.get_backend_name() == "sqlite" and url.database:
            return _connect(url.database, create=create)
        if url.get_backend_name() != "postgresql":
            raise NoSuchModuleError(url.get_backend_name())
        shown = url.set(drivername="postgresql").render_as_string(hide_password=True)
        engine = create_engine(url.set(drivername="postgresql+psycopg"), pool_pre_ping=True)
    except (ArgumentError, NoSuchModuleError) as error:
        raise UserError(
            "this is no address of a store.",
            where=address.split("://", maxsplit=1)[0] + "://...",
            fix="give the path of a file, or an address such as postgresql://name@host/database.",
        ) from error
    return Store(engine, shown)


def _prepare_sqlite(engine: Engine) -> None:
    """Our own transactions, since the driver begins none; readers beside a writer; and a commit that is on the disk."""

    @event.listens_for(engine, "connect")
    def _(connection: sqlite3.Connection, _record: Any) -> None:
        connection.isolation_level = None
        for pragma in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON"):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def _(connection: Connection) -> None:
        writes = connection.get_execution_options().get(_WRITES, False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
