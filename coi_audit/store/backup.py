"""A store copied whole into a file of its own, whatever the database, and put back; each time looked through."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, func, select

from coi_audit.errors import UserError
from coi_audit.model.kept import TrailCheck
from coi_audit.store.bulk import insert_columns
from coi_audit.store.digests import plain
from coi_audit.store.opening import Store, open_store
from coi_audit.store.tables import METADATA, TrailRow, at_once, table_of
from coi_audit.store.trail import verify_trail


def backup(store: Store, to: Path) -> TrailCheck:
    """Copy a store into the SQLite file `to`, which must not be there; gives the check of the copy.

    Raises `UserError` where the file cannot be written, or where the store itself does not hold: a faulty store is
    looked at, not copied over a good backup.
    """
    if to.exists():
        raise UserError("there is a file of this name already.", where=str(to), fix="give the backup another name.")
    _must_hold(verify_trail(store), store.where)
    part = to.with_name(f".{to.name}.part")
    _forget(part)
    copy = open_store(str(part), create=True)
    try:
        check = _copied(store, copy)
        with copy.engine.connect() as connection:  # one file, without the write-ahead log beside it
            connection.exec_driver_sql("COMMIT")
            connection.exec_driver_sql("PRAGMA journal_mode = DELETE")
    finally:
        copy.close()
    part.replace(to)
    _forget(part)
    return check


def restore(from_: Path, address: str) -> TrailCheck:
    """Put a backup into the store at `address`, which must be new or empty; gives the check of what is there then.

    Raises `UserError` where the backup does not hold, or where something is kept at the address already.
    """
    source = open_store(str(from_), migrate=False)
    try:
        _must_hold(verify_trail(source), source.where)
        target = open_store(address, create=True, migrate=False)
        try:
            return _copied(source, target)
        finally:
            target.close()
    finally:
        source.close()


def _copied(source: Store, target: Store) -> TrailCheck:
    """Every row of every table, in one transaction on either side; then the copy is gone through."""
    with source.reading() as there, target.writing() as here:
        if here.execute(select(func.count()).select_from(table_of(TrailRow))).scalar():
            raise UserError(
                "something is kept in this store already; nothing was changed.",
                where=target.where,
                fix="give the address of a new store, or move the one that is there aside first.",
            )
        for name in [table.name for table in METADATA.sorted_tables]:
            _copy_table(there, here, name)
    check = verify_trail(target)
    _must_hold(check, target.where)
    return check


def _copy_table(there: Connection, here: Connection, name: str) -> None:
    table = METADATA.tables[name]
    names = [column.name for column in table.columns]
    chosen = select(table).order_by(*table.primary_key.columns)
    some_at_once = at_once(table)
    found = there.execution_options(yield_per=some_at_once).execute(chosen)
    for some in found.partitions(some_at_once):
        values = zip(*(map(plain, one) for one in some), strict=True)
        insert_columns(here, table, dict(zip(names, values, strict=True)), len(some))


def _must_hold(check: TrailCheck, where: str) -> None:
    if not check.whole:
        raise UserError(
            f"the trail of this store does not hold: {check.faults[0]}",
            where=where,
            fix="look at all its faults with: coi-audit trail verify --store STORE",
        )


def _forget(path: Path) -> None:
    for one in (path, path.with_name(f"{path.name}-wal"), path.with_name(f"{path.name}-shm")):
        one.unlink(missing_ok=True)
