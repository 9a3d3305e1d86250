"""Stores as earlier versions of the program made them: by their own migrations, and no further."""

from __future__ import annotations

from alembic import command

from coi_audit.store import opening
from coi_audit.store.migrate import config_for
from coi_audit.store.opening import Store


def store_of_version(address: str, version: str) -> Store:
    """An empty store at an address where none is, of an earlier version."""
    store = opening._connect(address, create=True)
    with store.writing() as connection:
        command.upgrade(config_for(connection), version)
    return store
