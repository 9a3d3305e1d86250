"""One body's folder of papers read whole: body.yaml, registers, meetings, and everything that was not understood."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from coi_audit.errors import UserError
from coi_audit.model.case import Case
from coi_audit.model.evidence import Rejected
from coi_audit.readers.body_file import read_body
from coi_audit.readers.case_files import Progress, input_file, list_files, read_files
from coi_audit.readers.case_meetings import MeetingBuilder
from coi_audit.readers.days_in_text import first_day
from coi_audit.readers.guard import printable
from coi_audit.readers.hidden_folders import hidden_notices
from coi_audit.readers.record_files import second_policies, together
from coi_audit.readers.urgent_meetings import in_order, urgent_meetings

_BODY_NAMES = ("body.yaml", "body.yml")


def read_case(folder: Path, *, progress: Progress | None = None) -> Case:
    """Read a case folder.

    `progress` is called with a file's name, its place and how many there are. Raises `UserError` where there is no such
    folder, it is empty, or body.yaml is absent or unusable; any other file that cannot be read becomes a `Rejected`.
    """
    check_folder(folder)
    files, links = list_files(folder)
    body_path = _body_file(folder, files, links)
    body = read_body(body_path, root=folder)
    found = read_files(folder, [path for path in files if path != body_path], progress=progress)
    builder = MeetingBuilder(found, body.body)
    records = together(found.records)
    urgent, unfit = urgent_meetings(records.urgent_decisions, body.body)
    meetings = in_order((*builder.build(), *urgent))
    body_input = input_file(body_path, body_path.name, "body", read=body.rows_read, rejected=body.rows_rejected)
    rejected = [*body.rejected, *links, *found.rejected, *builder.rejected, *unfit]
    notices = [
        *found.notices,
        *builder.notices,
        *hidden_notices(folder),
        *second_policies(found.records),
        *_empty_meetings(folder, {one.file for one in links} | {meeting.folder for meeting in meetings}),
    ]
    owner = body.body.model_copy(update={"organisations": (*body.body.organisations, *records.organisations)})
    return Case(
        body=owner,
        registers=tuple(
            sorted(found.registers, key=lambda one: (one.edition is None, one.edition or date.min, one.file))
        ),
        meetings=meetings,
        records=records,
        inputs=tuple(sorted([body_input, *found.inputs], key=lambda one: one.path)),
        rejected=tuple(sorted(rejected, key=_by_file)),
        notices=tuple(notices),
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
            fix=f'start it with "coi-audit new {folder}", then add the papers.',
        )
    path = next((folder / name for name in _BODY_NAMES if folder / name in files), None)
    if path is None:
        raise UserError(
            "this folder has no body.yaml, so it is not known whose papers these are.",
            where=str(folder),
            fix=f'run "coi-audit new {folder}", which asks who the body is and writes the file.',
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


def _empty_meetings(folder: Path, used: set[str]) -> list[str]:
    """Dated folders under meetings/ from which no meeting came; `used` are those of meetings, or already told of."""
    place = folder / "meetings"
    if "meetings" in used or not place.is_dir():
        return []
    return [
        f"meetings/{printable(one.name)} holds no agenda and no minutes that were understood."
        for one in sorted(place.iterdir(), key=lambda path: path.name)
        if f"meetings/{printable(one.name)}" not in used and one.is_dir() and first_day(one.name) is not None
    ]


def _by_file(one: Rejected) -> tuple[str, list[tuple[int, int, str]]]:
    """By file, then by place with its numbers in order (row 9 before row 10)."""
    parts = [(0, int(part), "") if part.isdigit() else (1, 0, part) for part in one.place.replace(",", "").split()]
    return one.file, parts
