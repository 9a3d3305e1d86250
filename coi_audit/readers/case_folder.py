"""One body's folder of papers, read from the disk: body.yaml first, then every other file."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from shlex import quote

from coi_audit.errors import UserError
from coi_audit.model.case import Case
from coi_audit.model.evidence import Rejected
from coi_audit.model.reading import FolderReading, Reading
from coi_audit.readers.body_file import read_body
from coi_audit.readers.case_assembly import assemble
from coi_audit.readers.case_files import Progress, input_file, list_files, read_files
from coi_audit.readers.days_in_text import first_day
from coi_audit.readers.guard import printable
from coi_audit.readers.hidden_folders import hidden_notices

_BODY_NAMES = ("body.yaml", "body.yml")


def read_case(folder: Path, *, progress: Progress | None = None) -> Case:
    """Read a case folder; see `read_folder` and `assemble`."""
    return assemble(read_folder(folder, progress=progress))


def read_folder(
    folder: Path, *, progress: Progress | None = None, known: Mapping[str, Reading] | None = None
) -> FolderReading:
    """Read every paper of a case folder, each by itself.

    `progress` is called with a file's name, its place and how many there are; `known` are readings by path of papers
    that have not changed since: they are not read again. Raises `UserError` where there is no such folder, it is
    empty, or body.yaml is absent or unusable; any other file that cannot be read becomes a `Rejected`.
    """
    check_folder(folder)
    files, links = list_files(folder)
    body_path = _body_file(folder, files, links)
    body = read_body(body_path, root=folder)
    entry = input_file(body_path, body_path.name, "body", read=body.rows_read, rejected=body.rows_rejected)
    first = Reading(path=body_path.name, input=entry, body=body.body, rejected=body.rejected)
    others = read_files(folder, [path for path in files if path != body_path], progress=progress, known=known)
    return FolderReading(
        papers=(first, *others),
        links=tuple(links),
        notices=tuple(hidden_notices(folder)),
        meeting_folders=tuple(_meeting_folders(folder)),
    )


def _body_file(folder: Path, files: list[Path], links: list[Rejected]) -> Path:
    """Where body.yaml is; without it nothing can be said of the folder."""
    for one in links:
        if one.file in _BODY_NAMES:
            raise UserError(f"{one.problem}.", where=f"{folder}/{one.file}", fix=one.fix)
    if not files and not links:
        raise UserError(
            "this folder is empty.",
            where=str(folder),
            fix=f'start it with "coi-audit new {quote(str(folder))}", then add the papers.',
        )
    path = next((folder / name for name in _BODY_NAMES if folder / name in files), None)
    if path is None:
        raise UserError(
            "this folder has no body.yaml, so it is not known whose papers these are.",
            where=str(folder),
            fix=f'run "coi-audit new {quote(str(folder))}", which asks who the body is and writes the file.',
        )
    return path


def check_folder(folder: Path) -> None:
    """Raise `UserError` where the path is no folder that can be read."""
    try:
        there, is_folder = folder.exists(), folder.is_dir()
        if is_folder:
            next(folder.iterdir(), None)
    except OSError as error:
        raise UserError(
            "this folder cannot be opened.", where=str(folder), fix="check that you have the right to read it."
        ) from error
    if not there:
        raise UserError(
            "there is no such folder.",
            where=str(folder),
            fix="check the spelling, or give the path of the case folder.",
        )
    if not is_folder:
        raise UserError(
            "this is a file, not a folder.",
            where=str(folder),
            fix='give the folder that holds the papers; for one file use "coi-audit read FILE".',
        )


def _meeting_folders(folder: Path) -> list[str]:
    """The folders under meetings/ whose name holds a day, sorted."""
    place = folder / "meetings"
    if not place.is_dir():
        return []
    inside = sorted(place.iterdir(), key=lambda path: path.name)
    return [f"meetings/{printable(one.name)}" for one in inside if one.is_dir() and first_day(one.name) is not None]
