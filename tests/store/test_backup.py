"""A backup holds every row, and what is put back from it is the same store; nothing is written over."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from readings import by, folder, register_reading
from sqlalchemy import select
from test_trail import behind_the_guards, filled

from coi_audit.errors import UserError
from coi_audit.store.backup import backup, restore
from coi_audit.store.keep import keep
from coi_audit.store.opening import Store, open_store
from coi_audit.store.tables import METADATA
from coi_audit.store.trail import verify_trail


def rows(store: Store) -> dict[str, list[tuple[object, ...]]]:
    with store.reading() as connection:
        return {
            table.name: [tuple(one) for one in connection.execute(select(table).order_by(*table.primary_key.columns))]
            for table in METADATA.sorted_tables
        }


def test_a_backup_is_put_back_row_by_row(store: Store, tmp_path: Path) -> None:
    filled(store)
    copy = tmp_path / "copy.sqlite3"
    head = backup(store, copy).head
    assert sorted(one.name for one in tmp_path.iterdir() if "copy" in one.name) == ["copy.sqlite3"]
    assert restore(copy, str(tmp_path / "new.sqlite3")).head == head
    back = open_store(str(tmp_path / "new.sqlite3"))
    assert rows(back) == rows(store)
    keep(back, folder(register_reading("more.xlsx", {"Ann Vale": "Oak"})), on=date(2018, 5, 1), by=by(30))
    assert verify_trail(back).whole
    back.close()


def test_a_backup_is_put_back_on_either_database(address: str, tmp_path: Path) -> None:
    first = open_store(str(tmp_path / "first.sqlite3"), create=True)
    filled(first)
    backup(first, tmp_path / "copy.sqlite3")
    restore(tmp_path / "copy.sqlite3", address)
    back = open_store(address)
    assert rows(back) == rows(first)
    back.close()
    first.close()


def test_nothing_is_written_over(store: Store, tmp_path: Path) -> None:
    filled(store)
    copy = tmp_path / "copy.sqlite3"
    backup(store, copy)
    with pytest.raises(UserError, match="already"):
        backup(store, copy)
    other = tmp_path / "other.sqlite3"
    kept = open_store(str(other), create=True)
    filled(kept)
    before = rows(kept)
    with pytest.raises(UserError, match="kept in this store already"):
        restore(copy, str(other))
    assert rows(kept) == before
    kept.close()


def test_a_store_that_does_not_hold_is_neither_copied_nor_put_back(tmp_path: Path) -> None:
    place = tmp_path / "store.sqlite3"
    store = open_store(str(place), create=True)
    filled(store)
    copy = tmp_path / "copy.sqlite3"
    backup(store, copy)
    behind_the_guards(copy, "UPDATE interest SET nature = 'x' WHERE id = 9")
    with pytest.raises(UserError, match="row 9 of interest"):
        restore(copy, str(tmp_path / "new.sqlite3"))
    store.close()
    behind_the_guards(place, "UPDATE interest SET nature = 'x' WHERE id = 9")
    store = open_store(str(place))
    with pytest.raises(UserError, match="does not hold"):
        backup(store, tmp_path / "another.sqlite3")
    assert not (tmp_path / "another.sqlite3").exists()
    store.close()
