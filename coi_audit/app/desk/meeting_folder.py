"""Where the desk writes a meeting's own papers: beside its agenda, and nowhere else."""

from __future__ import annotations

from pathlib import Path

from coi_audit.errors import UserError
from coi_audit.model.case import Case
from coi_audit.model.meetings import Meeting


def paper_of(case: Case, meeting: Meeting, name: str, ending: str) -> str:
    """The path in the case folder of the meeting's own paper of that name. Where several meetings share a folder the
    committee stands in the name, so that the paper goes to the right one."""
    several = sum(one.folder == meeting.folder for one in case.meetings) > 1
    plain = "".join(sign if sign.isalnum() else " " for sign in meeting.committee or "")
    named = f"{name} - {' '.join(plain.split())}" if several and plain.strip() else name
    return f"{meeting.folder}/{named}{ending}" if meeting.folder != "." else f"{named}{ending}"


def check_inside(folder: Path, file: str) -> Path:
    """The paper's path. Raises `UserError` where its folder is not there, or lies outside the case folder."""
    path = folder / file
    home = path.parent
    outside = not home.resolve().is_relative_to(folder.resolve())
    if not home.is_dir() or outside or path.is_symlink():
        raise UserError(
            "this meeting's folder cannot be written to from here.",
            where=file,
            fix="keep the meeting's papers in a folder of their own under meetings/, not behind a link.",
        )
    return path
