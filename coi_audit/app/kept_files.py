"""The papers' own files kept with what was read of them, and given back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from coi_audit.app.audits import Progress
from coi_audit.app.files import write_bytes
from coi_audit.app.kept import By, Kept, keep_folder
from coi_audit.errors import UserError
from coi_audit.readers.case_files import list_files, printable_path
from coi_audit.store.files import file_of, keep_files
from coi_audit.store.opening import open_store
from coi_audit.store.replay import body_named


def keep_with_files(
    folder: Path, address: str, *, on: date, by: By, withdraw: bool = False, progress: Progress | None = None
) -> Kept:
    """Bring a case folder into the store as `keep_folder` does, and the file of every paper that has none there yet.

    Raises `UserError` as `keep_folder`, and where a file changed while it was kept.
    """
    found = keep_folder(folder, address, on=on, by=by, withdraw=withdraw, progress=progress)
    there = {printable_path(path, folder): path for path in list_files(folder)[0]}
    store = open_store(address, migrate=False)
    try:
        body = body_named(store, found.key)
        return replace(found, files=keep_files(store, body, lambda path: _bytes(there.get(path)), by=by))
    finally:
        store.close()


def give_back(address: str, paper: str, to: Path, *, body: str | None = None, known: date | None = None) -> None:
    """Write the file of a paper as it was known on a day (None: now) to `to`, which must not be there.

    Raises `UserError` where there is no such paper or file, or it cannot be written.
    """
    if to.exists():
        raise UserError("there is a file of this name already.", where=str(to), fix="give another name with --to.")
    store = open_store(address, migrate=False)
    try:
        content = file_of(store, body_named(store, body), paper, known)
    finally:
        store.close()
    write_bytes(to, content, what="the paper")


def _bytes(path: Path | None) -> bytes | None:
    try:
        return path.read_bytes() if path is not None else None
    except OSError as error:
        raise UserError(
            "this paper cannot be opened.", where=str(path), fix="check that you have the right to read it."
        ) from error
