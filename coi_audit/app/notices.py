"""The notices of a check as files, one a member, for the secretary to send. Nothing is sent, nothing overwritten."""

from __future__ import annotations

from pathlib import Path

from coi_audit.app.files import write_bytes
from coi_audit.errors import UserError
from coi_audit.model.audit import Audit
from coi_audit.rulebook.types import Rulebook


def check_notices_folder(folder: Path) -> None:
    """Raise `UserError` where the folder holds Word documents: one may be a notice that holds no longer."""
    if folder.is_dir() and any(one.suffix.casefold() == ".docx" for one in folder.iterdir()):
        raise UserError(
            "this folder holds Word documents already, and some may be notices that hold no longer.",
            where=str(folder),
            fix="remove them, or name another folder.",
        )


def write_notices(audit: Audit, folder: Path, *, rulebook: Rulebook) -> list[Path]:
    """A Word document for each member with a conflict; none where nobody has one.

    Raises `UserError` as `check_notices_folder` does, or where a file cannot be written.
    """
    from coi_audit.report.pack.notice_files import notice_files

    check_notices_folder(folder)
    written = []
    for name, content in notice_files(audit, rulebook).items():
        write_bytes(folder / name, content, what="a notice")
        written.append(folder / name)
    return written
