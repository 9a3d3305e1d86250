"""The chase written to files: a table for a mail merge, and drafts of messages. Nothing is sent."""

from __future__ import annotations

from pathlib import Path

from coi_audit.app.files import write_bytes
from coi_audit.errors import UserError
from coi_audit.model.chase import Chase
from coi_audit.report.chase_letters import letter_files, letters_docx
from coi_audit.report.chase_table import chase_csv


def write_csv(found: Chase, path: Path) -> list[Path]:
    """One row a person. Raises `UserError` where it cannot be written."""
    write_bytes(path, chase_csv(found).encode("utf-8"), what="the table")
    return [path]


def write_messages(found: Chase, to: Path, signed: str = "") -> list[Path]:
    """One Word document where `to` ends in .docx, else a text file a person in that folder.

    Raises `UserError` where it cannot be written, or where the folder holds drafts of an earlier run: one of them may
    be to somebody who owes nothing any more.
    """
    if to.suffix.casefold() == ".docx":
        write_bytes(to, letters_docx(found, signed=signed), what="the drafts")
        return [to]
    if to.is_dir() and any(to.glob("*.txt")):
        raise UserError(
            "this folder holds drafts already, and some may be to people who owe nothing any more.",
            where=str(to),
            fix="remove them, or name another folder.",
        )
    written = []
    for name, content in letter_files(found, signed=signed).items():
        write_bytes(to / name, content, what="a draft")
        written.append(to / name)
    return written
