"""The version of a store, and the way from an older one to the newest: all steps in one transaction, or none."""

from __future__ import annotations

import glob
import sqlite3
from collections.abc import Callable
from contextlib import AbstractContextManager, closing
from functools import cache
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine

from coi_audit.errors import UserError

_SCRIPTS = Path(__file__).resolve().parent / "migrations"


def config_for(connection: Connection | None = None) -> Config:
    """Alembic's settings, made here: no ini file, no output."""
    config = Config()
    config.set_main_option("script_location", str(_SCRIPTS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config


@cache
def newest() -> str:
    """The version this program writes."""
    head = ScriptDirectory.from_config(config_for()).get_current_head()
    assert head is not None
    return head


@cache
def _known() -> frozenset[str]:
    return frozenset(one.revision for one in ScriptDirectory.from_config(config_for()).walk_revisions())


def version_of(engine: Engine) -> str | None:
    """The version a store is of; None where there is none yet."""
    with engine.connect() as connection:
        return MigrationContext.configure(connection).get_current_revision()


def bring_up_to_date(
    engine: Engine,
    writing: Callable[[], AbstractContextManager[Connection]],
    *,
    where: str,
    path: Path | None,
    stamp: str,
    may: bool,
) -> None:
    """Migrate where it is needed. Raises `UserError` for a newer version, or where `may` forbids it."""
    found = version_of(engine)
    if found == newest():
        return
    if found is not None and found not in _known():
        raise UserError(
            f"this store was written by a newer version of coi-audit (store version {found}).",
            where=where,
            fix="install that version or a newer one; this one does not touch the store.",
        )
    if found is not None and path is None and not may:
        raise UserError(
            f"this store is of version {found}; this program writes version {newest()}.",
            where=where,
            fix="back the database up (pg_dump), then run: coi-audit store migrate --store STORE",
        )
    if found is not None and path is not None:
        for left in path.parent.glob(f".{glob.escape(path.name)}.before-*.part*"):  # by a run that was killed
            left.unlink()
        copy_of(path, path.with_name(f"{path.name}.before-{newest()}{f'-{stamp}' if stamp else ''}"))
    with writing() as connection:
        if MigrationContext.configure(connection).get_current_revision() != newest():
            command.upgrade(config_for(connection), "head")


def copy_of(path: Path, to: Path) -> None:
    """A whole copy of an SQLite store, also while others write to it; an unfinished one never bears the name."""
    part = to.with_name(f".{to.name}.part")
    part.unlink(missing_ok=True)
    with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(part)) as target:
        source.backup(target)
    part.replace(to)
