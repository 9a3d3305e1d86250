"""A file written where the user said, or a plain word on why it could not be."""

from __future__ import annotations

from pathlib import Path

from coi_audit.errors import UserError


def write_bytes(path: Path, content: bytes, *, what: str) -> None:
    """Write the file; folders that are missing are made. Raises `UserError`; `what` says what was to be written."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    except OSError as error:
        reason = error.strerror or "the system refused"
        raise UserError(
            f"{what} cannot be written here ({reason}).",
            where=str(path),
            fix="close the file if it is open in another program, or give another path.",
        ) from error
