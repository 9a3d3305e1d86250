"""Files of a case folder written whole or not at all, and the marks that tell whether one was changed meanwhile."""

from __future__ import annotations

import hashlib
from pathlib import Path

from coi_audit.errors import UserError
from coi_audit.whole_file import put_whole

NOT_THERE = "none"  # the mark of a file that is not there yet


class ChangedMeanwhileError(UserError):
    """Somebody else, or another tab, changed the file after the page was opened; nothing was written."""


def mark_of(path: Path) -> str:
    """16 hexadecimal digits that stand for a file's content; `NOT_THERE` where there is none."""
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()[:16]
    except FileNotFoundError:
        return NOT_THERE
    except OSError as error:
        raise _refused(path, error, "this file cannot be read") from error


def write_whole(path: Path, text: str, *, mark: str | None = None) -> None:
    """Write a text file beside the old one and put it in its place, so that it is never half there.

    With `mark`, only where the file still is what that mark stands for. Raises `ChangedMeanwhileError` where it is
    not, and `UserError` where the folder cannot be written to.
    """
    if mark is not None and mark_of(path) != mark:
        raise ChangedMeanwhileError(
            "this was changed meanwhile, in another window or by hand; what you entered was not saved.",
            where=path.name,
            fix="look at what stands there now, then make your change again.",
        )
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        put_whole(path, text.encode(), beside=".desk-")
    except OSError as error:
        raise _refused(path, error, "this cannot be saved") from error


def _refused(path: Path, error: OSError, problem: str) -> UserError:
    why = error.strerror or "the system refused"
    return UserError(
        f"{problem} ({why}).", where=str(path), fix="check that you may write there and that there is room."
    )
