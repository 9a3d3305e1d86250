"""Every file of a case folder read as what it is, one bad file never stopping the rest."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from coi_audit.errors import UserError
from coi_audit.model.evidence import InputFile, Rejected
from coi_audit.model.interests import Register
from coi_audit.model.reading import Reading
from coi_audit.readers.agendas.agenda import read_agenda
from coi_audit.readers.attendance.file import read_attendance
from coi_audit.readers.decisions_file import read_decisions
from coi_audit.readers.document_kinds import DocumentKind
from coi_audit.readers.guard import IN_WORDS, FileType, printable
from coi_audit.readers.hidden_folders import is_hidden
from coi_audit.readers.minutes.paper import read_minutes
from coi_audit.readers.recognise import recognise
from coi_audit.readers.recognise_hints import Recognised
from coi_audit.readers.records.files import RECORD_READERS
from coi_audit.readers.registers.register import read_register
from coi_audit.readers.urgent_decisions import how_taken
from coi_audit.readers.worded import reading_notices

Progress = Callable[[str, int, int], None]
_OWN_MARK = b"coi-audit"
_OWN_ENDINGS = (".pdf", ".json", ".csv", ".xlsx")
_LOOKED_AT = 200_000


def list_files(folder: Path) -> tuple[list[Path], list[Rejected]]:
    """The folder's files at any depth, sorted; links that lead out of it are not followed and come back rejected."""
    files: list[Path] = []
    rejected: list[Rejected] = []
    for path in _walk(folder):
        if not _may_be_seen(path):
            rejected.append(
                _not_taken(path, folder, "this cannot be opened", "check that you have the right to read it.")
            )
        elif path.is_symlink() and not _inside(path, folder):
            rejected.append(_not_taken(path, folder, _about_link(path, folder)))
        elif path.is_file():
            files.append(path)
        else:
            rejected.append(_not_taken(path, folder, "this is no ordinary file; it was not opened"))
    return files, rejected


def _may_be_seen(path: Path) -> bool:
    """Whether the path can be looked at, and into where it is a folder."""
    try:
        if not path.is_symlink() and path.is_dir():
            next(path.iterdir(), None)
    except OSError:
        return False
    return True


def printable_path(path: Path, folder: Path) -> str:
    """A file's path within the folder, as it can be shown anywhere."""
    return printable(path.relative_to(folder).as_posix())


def _about_link(path: Path, folder: Path) -> str:
    if not path.exists():
        return "this is a link to something that is not there"
    if path.resolve().is_relative_to(folder.resolve()):
        return "this is a link to another folder of this case; it was not followed"
    return "this is a link that leads outside the folder; it was not followed"


def _not_taken(path: Path, folder: Path, problem: str, fix: str = "copy the paper itself into the folder.") -> Rejected:
    return Rejected(file=printable_path(path, folder), place="", value="", problem=problem, fix=fix)


def _walk(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.iterdir(), key=lambda one: one.name):
        if _may_be_seen(path) and path.is_dir() and not path.is_symlink():
            if not is_hidden(path):
                yield from _walk(path)
        else:
            yield path


def _inside(path: Path, folder: Path) -> bool:
    try:
        return path.resolve(strict=True).is_relative_to(folder.resolve()) and path.is_file()
    except (OSError, RuntimeError):
        return False


def read_files(
    folder: Path,
    files: Sequence[Path],
    *,
    progress: Progress | None = None,
    known: Mapping[str, Reading] | None = None,
) -> list[Reading]:
    """Read every file but body.yaml, which the caller reads first; one reading a file, in the order given.

    What is `known` by its path is taken as it is.
    """
    known = known or {}
    readings = []
    for index, path in enumerate(files, start=1):
        name = printable_path(path, folder)
        if progress is not None:
            progress(name, index, len(files))
        readings.append(known[name] if name in known else _read_one(path, name, folder))
    return readings


def _read_one(path: Path, name: str, folder: Path) -> Reading:
    kind = DocumentKind.UNKNOWN
    try:
        if _own_report(path):
            return Reading(path=name, notices=(f"{name} was left aside: it is a report of this tool.",))
        recognised = recognise(path)
        kind = recognised.kind
        reading = _reading(path, name, folder, recognised)
        more = tuple(f"{name}: {notice}" for notice in reading_notices(path, root=folder))
        return reading.model_copy(update={"notices": (*reading.notices, *more)})
    except UserError as error:
        entry = input_file(path, name, kind.value, rejected=1)
        return Reading(path=name, input=entry, rejected=(whole_file(name, error),))


def _reading(path: Path, name: str, folder: Path, recognised: Recognised) -> Reading:
    match recognised.kind:
        case DocumentKind.IGNORED:
            return Reading(path=name, notices=(f"{name} was left aside: {recognised.why}.",))
        case DocumentKind.REGISTER:
            return _register(path, name, folder)
        case DocumentKind.AGENDA:
            agenda = read_agenda(path, root=folder)
            return _noted(path, name, recognised.kind, agenda, agenda=agenda.agenda)
        case DocumentKind.MINUTES:
            minutes = read_minutes(path, root=folder)
            return _noted(path, name, recognised.kind, minutes, minutes=minutes.minutes)
        case DocumentKind.ATTENDANCE:
            attendance = read_attendance(path, root=folder)
            return _noted(path, name, recognised.kind, attendance, expected=attendance.expected)
        case DocumentKind.DECISIONS:
            decisions = read_decisions(path, root=folder)
            return _noted(path, name, recognised.kind, decisions, rulings=decisions.rulings)
        case kind if kind in RECORD_READERS:
            read = RECORD_READERS[kind](path, folder)
            return _noted(path, name, kind, read, paper=read.paper, records=read.records, notices=read.notices)
        case _:
            return _not_read(path, name, recognised)


def _register(path: Path, name: str, folder: Path) -> Reading:
    read = read_register(path, root=folder)
    entry = input_file(
        path,
        name,
        "register",
        read=read.rows_read,
        rejected=read.rows_rejected,
        nil=read.nil_returns,
        register=read.register,
    )
    return Reading(path=name, input=entry, register_=read.register, rejected=read.rejected, notices=read.notices)


def _noted(path: Path, name: str, kind: DocumentKind, read: object, **fields: Any) -> Reading:
    rejected: tuple[Rejected, ...] = getattr(read, "rejected", ())
    rows, lost = getattr(read, "rows_read", 0), getattr(read, "rows_rejected", 0)
    entry = input_file(path, name, kind.value, read=rows, rejected=lost)
    paper = getattr(read, "paper", None)
    if paper is not None:
        entry = entry.model_copy(update={"edition": paper.edition})
    return Reading(path=name, input=entry, rejected=tuple(rejected), **fields)


def _not_read(path: Path, name: str, recognised: Recognised) -> Reading:
    kind = recognised.kind
    if kind is DocumentKind.IMAGE:
        notice = f"{name} was left aside: it is a picture."
        return Reading(path=name, input=input_file(path, name, kind.value), notices=(notice,))
    entry = input_file(path, name, "unknown", rejected=1)
    return Reading(path=name, input=entry, rejected=(_unread(name, recognised),))


def _unread(name: str, recognised: Recognised) -> Rejected:
    if recognised.kind is DocumentKind.UNREADABLE:
        words = IN_WORDS.get(FileType(recognised.why), "a file of another kind")
        problem = f"this file is {words}; this version does not read such papers"
        fix = "save it as a Word document (.docx), an Excel workbook (.xlsx) or plain text, and put that in its place."
    else:
        problem = "this file was not understood as a register, an agenda, minutes or another paper of a case folder"
        fix = (
            "name it after what it is (agenda, minutes, register, attendance), give it the usual headings, or take "
            "it out of the folder."
        )
        how = how_taken(" ".join(re.split(r"[\W_]+", name)))
        if how is not None:
            problem = (
                f"the name of this file speaks of a decision between meetings ({how}), and no form of one was found"
            )
            fix = (
                'write it on lines of its own as "Date:", "Matter:", "Decision:", "Decided by:", "Interests declared:".'
            )
    return Rejected(file=name, place="", value="", problem=problem, fix=fix)


def _own_report(path: Path) -> bool:
    if path.suffix.casefold() not in _OWN_ENDINGS:
        return False
    try:
        with path.open("rb") as stream:
            head = stream.read(_LOOKED_AT)
            stream.seek(0, 2)
            stream.seek(max(0, stream.tell() - _LOOKED_AT))
            data = head + stream.read()
    except OSError:
        return False  # whoever reads it says why it cannot be opened
    if path.suffix.casefold() == ".json":
        return b'"rulebook_sha256"' in data
    return _OWN_MARK in data and data.startswith(b"%PDF-")


def whole_file(name: str, error: UserError) -> Rejected:
    """The record of a file that could not be read at all."""
    place = error.where.removeprefix(name).lstrip(", ") if error.where.startswith(name) else ""
    return Rejected(
        file=name,
        place=place,
        value="",
        problem=error.problem.rstrip("."),
        fix=error.fix or "put a readable copy there.",
    )


def input_file(
    path: Path,
    name: str,
    kind: str,
    *,
    read: int = 0,
    rejected: int = 0,
    nil: int = 0,
    register: Register | None = None,
) -> InputFile:
    """The entry of one file in the list of inputs."""
    return InputFile(
        path=name,
        sha256=file_hash(path),
        kind=kind,
        rows_read=read,
        rows_rejected=rejected,
        nil_returns=nil,
        edition=register.edition if register is not None else None,
    )


def file_hash(path: Path) -> str:
    """SHA-256 of a file, read in pieces; empty where it cannot be read."""
    digest = hashlib.sha256()
    try:
        with path.open("rb") as stream:
            while piece := stream.read(1024 * 1024):
                digest.update(piece)
    except OSError:
        return ""
    return digest.hexdigest()
