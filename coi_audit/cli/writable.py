"""Whether what a command will write can be written where the user said, asked before the work begins."""

from __future__ import annotations

import tempfile
from pathlib import Path

from coi_audit.errors import UserError


def check_pdf_path(path: Path | None) -> None:
    """Raise `UserError` where no PDF can be written at the path."""
    check_file_path(path, what="the PDF", option="--pdf", example="report.pdf")


def check_file_path(path: Path | None, *, what: str, option: str, example: str = "read.html") -> None:
    """Raise `UserError` where no file can be written at the path. Nothing is left behind; a file there is not changed.

    Folders that are still missing are made when the file is written, so the nearest one that is there decides.
    """
    if path is None:
        return
    try:
        if path.is_file():
            with path.open("ab"):
                return
        _try_folder(path.parent)
        is_folder = path.is_dir()
    except OSError as error:
        reason = error.strerror or "the system refused"
        fix = f"close the file if it is open in a viewer, or give another path with {option}."
        raise UserError(f"{what} cannot be written here ({reason}).", where=str(path), fix=fix) from error
    if is_folder:
        fix = f"give the file's name as well, e.g. {path / example}."
        raise UserError(f"{what} cannot be written here (this is a folder).", where=str(path), fix=fix)


def check_out_folder(path: Path, *, option: str = "--out") -> None:
    """Raise `UserError` where no file can be written into the folder, there or still to be made."""
    try:
        _try_folder(path)
    except OSError as error:
        reason = error.strerror or "the system refused"
        fix = f"give another with {option} FOLDER."
        raise UserError(f"nothing can be written into this folder ({reason}).", where=str(path), fix=fix) from error


def _try_folder(folder: Path) -> None:
    """Write a nameless file into the nearest folder that is there. Raises `OSError`."""
    while not folder.exists() and folder != folder.parent:
        folder = folder.parent
    with tempfile.TemporaryFile(dir=folder):
        pass
