"""What a database says when it cannot, put into three plain parts."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
from sqlalchemy.exc import DBAPIError

from coi_audit.errors import UserError

# Words of SQLite's and PostgreSQL's own messages, what that means, and what to do.
_MEANINGS: tuple[tuple[tuple[str, ...], str, str], ...] = (
    (
        ("database is locked", "database table is locked", "lock timeout"),
        "another program has been writing to this store for a while; nothing of this change was kept.",
        "wait until it is done, then run this again.",
    ),
    (
        ("disk is full", "no space left"),
        "the disk is full; nothing of this change was kept.",
        "free some space, then run this again.",
    ),
    (
        ("disk i/o error",),
        "the disk does not take or give what it should; nothing of this change was kept.",
        "look whether the disk is full or failing and what you may write there, then run this again.",
    ),
    (
        ("readonly database", "read-only"),
        "this store may only be read here; nothing was changed.",
        "give yourself the right to write to the file and to its folder.",
    ),
    (
        ("unable to open database file",),
        "this store cannot be opened here.",
        "check that the folder exists and that you have the right to write to it.",
    ),
    (
        ("not a database", "malformed", "file is encrypted", "short read"),
        "this file is damaged or is no store; nothing was changed.",
        "move this file aside, then put the last backup in its place: coi-audit store restore BACKUP --store STORE",
    ),
    (
        ("password authentication failed", "no pg_hba.conf entry", "permission denied"),
        "the database server does not let you in.",
        "check the name, the password and the rights of this account.",
    ),
    (
        (
            "connection to server",
            "connection refused",
            "could not connect",
            "could not translate host",
            "connection failed",
        ),
        "the database server does not answer.",
        "check the address, that the server runs, and that it lets you in.",
    ),
)


@contextmanager
def in_plain_words(where: str) -> Iterator[None]:
    """Turn a database's complaint that a person can mend into a `UserError`; anything else keeps its traceback."""
    try:
        yield
    except (DBAPIError, sqlite3.Error, psycopg.Error) as error:
        told = _told(error, where)
        if told is None:
            raise
        raise told from error


def _told(error: Exception, where: str) -> UserError | None:
    words = str(getattr(error, "orig", None) or error).casefold()
    for signs, problem, fix in _MEANINGS:
        if any(sign in words for sign in signs):
            return UserError(problem, where=where, fix=fix)
    return None
