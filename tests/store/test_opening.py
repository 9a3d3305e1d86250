"""A store opened: made, found again, migrated after a copy, or refused in plain words with nothing lost."""

from __future__ import annotations

import os
import resource
import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from older import digests_as_they_were, store_of_version
from readings import by, folder, register_reading
from sqlalchemy import Connection, event, text
from sqlalchemy.exc import DBAPIError

from coi_audit.errors import UserError
from coi_audit.store import migrate
from coi_audit.store.change import change, head
from coi_audit.store.digests import Value
from coi_audit.store.keep import keep
from coi_audit.store.opening import Store, open_store
from coi_audit.store.tables import METADATA, JudgementRow, PaperFileRow
from coi_audit.store.trail import verify_trail

JAN = date(2018, 1, 1)


def one_paper(store: Store, what: str = "Elm Surgery") -> None:
    keep(store, folder(register_reading("register.xlsx", {"Ann Vale": what})), on=JAN, by=by())


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """An SQLite store with one paper kept, closed again."""
    place = tmp_path / "store.sqlite3"
    store = open_store(str(place), create=True)
    one_paper(store)
    store.close()
    return place


def test_the_migrations_make_the_tables_of_the_classes(store: Store) -> None:
    with store.reading() as connection:
        assert compare_metadata(MigrationContext.configure(connection, opts={"compare_type": True}), METADATA) == []


def test_a_store_that_is_not_there_is_refused_and_not_made(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="no store here"):
        open_store(str(tmp_path / "none.sqlite3"))
    with pytest.raises(UserError, match="no store here"):
        open_store(f"sqlite:///{tmp_path}/none.sqlite3")
    assert not list(tmp_path.iterdir())


def test_a_folder_stands_for_the_store_in_it(tmp_path: Path) -> None:
    open_store(str(tmp_path), create=True).close()
    assert [one.name for one in tmp_path.glob("*.sqlite3")] == ["coi-audit.sqlite3"]
    open_store(str(tmp_path)).close()


@pytest.mark.parametrize("address", ["mysql://somebody:secret@host/db", "http://example.org", "nonsense://"])
def test_another_database_is_refused_and_no_password_is_shown(address: str) -> None:
    with pytest.raises(UserError) as told:
        open_store(address)
    assert "postgresql://" in told.value.fix
    assert "secret" not in str(told.value)


def test_a_server_that_does_not_answer_is_told_without_the_password(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="does not answer") as told:
        open_store(f"postgresql://somebody:secret@/db?host={tmp_path}", create=True)
    assert "secret" not in str(told.value)


def test_a_newer_store_is_left_alone(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()
    before = path.read_bytes()
    with pytest.raises(UserError, match="newer version"):
        open_store(str(path))
    assert path.read_bytes() == before


def test_a_damaged_store_is_told(path: Path) -> None:
    path.write_bytes(b"this is no database at all, but words " * 300)
    with pytest.raises(UserError, match="damaged"):
        open_store(str(path))


def test_a_truncated_store_is_told_and_left_alone(path: Path) -> None:
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2])
    with pytest.raises(UserError, match="damaged"):
        store = open_store(str(path))
        verify_trail(store)


def test_a_locked_store_is_told(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("coi_audit.store.opening._WAIT", 0.2)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        store = open_store(str(path))
        with pytest.raises(UserError, match="another program"):
            one_paper(store, "Oak Surgery")
        other.execute("ROLLBACK")
    one_paper(store, "Oak Surgery")
    assert verify_trail(store).entries == 2
    store.close()


def test_a_full_disk_is_told_and_nothing_is_half_there(path: Path) -> None:
    store = open_store(str(path))
    with store.reading() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
    many = {f"Person {number}": "words " * 200 for number in range(300)}
    with pytest.raises(UserError, match="disk is full"):
        keep(store, folder(register_reading("register.xlsx", many)), on=JAN, by=by(1))
    check = verify_trail(store)
    assert check.whole
    assert check.entries == 1
    store.close()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_store_that_may_only_be_read_is_told(path: Path) -> None:
    path.chmod(0o400)
    path.parent.chmod(0o500)
    with pytest.raises(UserError, match=r"only be read|cannot be opened"):
        one_paper(open_store(str(path)))


def older(address: str, version: str = "0001") -> str:
    """A store of an earlier version with two editions of a paper kept; gives the hash of its trail's head."""
    store = store_of_version(address, version)
    with digests_as_they_were():
        one_paper(store)
        one_paper(store, "Oak Surgery")
    with store.reading() as connection:
        found = head(connection)[1]
    store.close()
    return found


@pytest.mark.parametrize("version", ["0001", "0002"])
def test_an_older_store_is_migrated_after_a_copy(tmp_path: Path, version: str) -> None:
    path = tmp_path / "store.sqlite3"
    before = older(str(path), version)
    store = open_store(str(path), stamp="20180115")
    check = verify_trail(store)
    assert check.whole
    assert (check.entries, check.head.hash) == (2, before)
    one_paper(store, "Ash Surgery")
    assert verify_trail(store).whole
    store.close()
    copies = list(path.parent.glob("store.sqlite3.before-*"))
    assert [one.name for one in copies] == [f"store.sqlite3.before-{migrate.newest()}-20180115"]
    with closing(sqlite3.connect(copies[0])) as connection:
        assert connection.execute("SELECT version_num FROM alembic_version").fetchall() == [(version,)]
    back = open_store(str(copies[0]))
    assert verify_trail(back).entries == 2
    back.close()


def test_a_row_keeps_the_digest_that_it_was_brought_with(address: str) -> None:
    """Rows of an earlier version stand beside new ones, and an alteration of either is found and named."""
    older(address, "0002")
    store = open_store(address)
    one_paper(store, "Ash Surgery")
    with store.reading() as connection:
        found = connection.execute(text("SELECT id, digest FROM paper WHERE path <> '' ORDER BY id")).all()
    assert {one.digest.startswith("2:") for one in found[:-1]} == {False}
    assert found[-1].digest.startswith("2:")
    assert verify_trail(store).whole
    for number in (found[0].id, found[-1].id):
        with store.writing() as connection:
            _unguarded(connection)
            connection.execute(text(f"UPDATE paper SET reading = reading || ' ' WHERE id = {number}"))
    named = [one for one in verify_trail(store).faults if "was altered" in one]
    assert [one.split(" of ", maxsplit=1)[0] for one in named] == [f"row {found[0].id}", f"row {found[-1].id}"]
    store.close()


def _unguarded(connection: Connection) -> None:
    """What whoever owns the database can do."""
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql("ALTER TABLE paper DISABLE TRIGGER ALL")
    else:
        connection.exec_driver_sql("DROP TRIGGER IF EXISTS paper_update_refused")


def test_every_table_of_a_migrated_store_is_guarded(address: str) -> None:
    """What a migration adds is guarded as what was there from the beginning."""
    older(address)
    store = open_store(address)
    row: dict[str, Value] = {
        "body_id": 1,
        "fingerprint": "a" * 16,
        "view": "agree",
        "why": "",
        "by_name": "R",
        "given_on": JAN,
    }
    with change(store, "judge", by(5)) as one:
        one.insert(JudgementRow, [{**row, "recorded_from": JAN}])
        one.insert(PaperFileRow, [{"paper_id": 1, "sha256": "b", "content": b"\0\xff"}])
    for statement in (
        "UPDATE judgement SET view = 'disagree'",
        "DELETE FROM judgement",
        "UPDATE paper_file SET sha256 = 'other'",
        "DELETE FROM paper_file",
    ):
        with pytest.raises(DBAPIError), store.writing() as connection:
            connection.execute(text(statement))
    assert verify_trail(store).whole
    store.close()


def test_who_reads_sees_one_view_while_others_write(store: Store) -> None:
    """Else a store would seem altered to whoever goes through it while something is kept."""
    one_paper(store)
    asked = text("SELECT COUNT(*) FROM trail")
    with store.reading() as connection:
        before = connection.execute(asked).scalar()
        one_paper(store, "Oak Surgery")
        assert connection.execute(asked).scalar() == before == 1
    with store.reading() as connection:
        assert connection.execute(asked).scalar() == 2


def test_a_migration_that_fails_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def half(config: object, _to: str) -> None:
        connection = config.attributes["connection"]  # type: ignore[attr-defined]
        connection.exec_driver_sql("CREATE TABLE half (id INTEGER)")
        raise RuntimeError

    path = tmp_path / "store.sqlite3"
    older(str(path))
    monkeypatch.setattr(command, "upgrade", half)
    with pytest.raises(RuntimeError):
        open_store(str(path))
    monkeypatch.undo()
    with closing(sqlite3.connect(path)) as connection:
        assert "half" not in [one[0] for one in connection.execute("SELECT name FROM sqlite_master")]
    open_store(str(path)).close()


def test_a_server_of_an_older_version_waits_for_its_backup(address: str) -> None:
    if not address.startswith("postgresql"):
        pytest.skip("a file is copied by the program itself")
    before = older(address)
    with pytest.raises(UserError, match="version 0001") as told:
        open_store(address, migrate=False)
    assert "pg_dump" in told.value.fix
    store = open_store(address, migrate=True)
    assert verify_trail(store).head.hash == before
    store.close()


def test_a_file_that_may_not_grow_is_told_and_nothing_is_half_there(path: Path) -> None:
    """As on a disk that is full, or where whoever writes has used up what they may."""
    store = open_store(str(path))
    many = {f"Person {number}": "words " * 200 for number in range(300)}
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (path.stat().st_size + 200_000, hard))
    try:
        with pytest.raises(UserError, match="disk"):
            keep(store, folder(register_reading("register.xlsx", many)), on=JAN, by=by(1))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    check = verify_trail(store)
    assert check.whole
    assert check.entries == 1
    one_paper(store, "Oak Surgery")
    assert verify_trail(store).entries == 2
    store.close()


def test_a_database_that_may_only_be_read_is_told_and_may_be_read(address: str) -> None:
    open_store(address, create=True).close()
    store = open_store(address)
    one_paper(store)

    @event.listens_for(store.engine, "begin")
    def _(connection: Connection) -> None:
        lite = connection.dialect.name == "sqlite"
        connection.exec_driver_sql("PRAGMA query_only = ON" if lite else "SET TRANSACTION READ ONLY")

    with pytest.raises(UserError, match="only be read"):
        one_paper(store, "Oak Surgery")
    assert verify_trail(store).entries == 1
    store.close()


def test_a_writer_of_a_server_that_waits_too_long_is_told(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if not address.startswith("postgresql"):
        pytest.skip("of a file the test above holds it")
    store = open_store(address, create=True)
    one_paper(store)
    monkeypatch.setattr("coi_audit.store.opening._WAIT", 0.2)
    with store.writing():
        other = open_store(address)
        with pytest.raises(UserError, match="another program"):
            one_paper(other, "Oak Surgery")
        other.close()
    one_paper(store, "Oak Surgery")
    assert verify_trail(store).entries == 2
    store.close()
