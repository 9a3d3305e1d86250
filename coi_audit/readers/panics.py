"""A library that ends in a panic of its own on a damaged file: its cry kept from the screen, its end made a message."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager

from coi_audit.readers.guard import damaged


@contextmanager
def no_panic(where: str) -> Iterator[None]:
    """Run what may panic; a panic becomes `UserError`. Whatever it writes to standard error meanwhile is dropped."""
    with _silent():
        try:
            yield
        except BaseException as error:
            if type(error).__name__ != "PanicException":  # no ordinary exception, and no name to import it by
                raise
            raise damaged(where) from None


@contextmanager
def _silent() -> Iterator[None]:
    """The library writes past Python, so the stream itself is turned aside."""
    try:
        kept = os.dup(2)
    except OSError:  # there is no standard error
        yield
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 2)
    try:
        yield
    finally:
        os.dup2(kept, 2)
        os.close(nowhere)
        os.close(kept)
