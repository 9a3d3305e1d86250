"""Stores as earlier versions of the program made them: by their own migrations, and no further."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
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


@contextmanager
def digests_as_they_were() -> Iterator[None]:
    """What is kept meanwhile has digests as the versions before 0003 made them: long texts whole, like any other."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("coi_audit.store.change.long_columns", lambda _row: frozenset())
        yield
