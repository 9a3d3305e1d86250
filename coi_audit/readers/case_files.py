"""Every file of a case folder read as what it is, one bad file never stopping the rest."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from coi_audit.errors import UserError
from coi_audit.model.evidence import InputFile, Rejected
from coi_audit.model.interests import Register
from coi_audit.model.meetings import Agenda, ExpectedAttendance, Minutes, Ruling
from coi_audit.readers.agenda import read_agenda
from coi_audit.readers.attendance_file import read_attendance
from coi_audit.readers.decisions_file import read_decisions
from coi_audit.readers.document_kinds import DocumentKind
from coi_audit.readers.guard import IN_WORDS, FileType, printable
from coi_audit.readers.hidden_folders import is_hidden
from coi_audit.readers.minutes import read_minutes
from coi_audit.readers.recognise import recognise
from coi_audit.readers.recognise_hints import Recognised
from coi_audit.readers.record_files import RECORD_READERS
from coi_audit.readers.records_read import RecordsRead
from coi_audit.readers.registers import read_register
from coi_audit.readers.urgent_decisions import how_taken
from coi_audit.readers.worded import reading_notices

Progress = Callable[[str, int, int], None]
_OWN_MARK = b"coi-audit"
_OWN_ENDINGS = (".pdf", ".json", ".csv", ".xlsx")
_LOOKED_AT = 200_000


@dataclass(slots=True)
class FolderRead:
    """What the files held, each paper beside the file it came from; `inputs` lists every file that counts."""

    registers: list[Register] = field(default_factory=list)
    agendas: list[Agenda] = field(default_factory=list)
    minutes: list[Minutes] = field(default_factory=list)
    attendance: list[tuple[str, tuple[ExpectedAttendance, ...]]] = field(default_factory=list)
    rulings: list[tuple[str, tuple[Ruling, ...]]] = field(default_factory=list)
    records: list[RecordsRead] = field(default_factory=list)
    inputs: list[InputFile] = field(default_factory=list)
    rejected: list[Rejected] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)


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


def _name(path: Path, folder: Path) -> str:
    return printable(path.relative_to(folder).as_posix())


def _about_link(path: Path, folder: Path) -> str:
    if not path.exists():
        return "this is a link to something that is not there"
    if path.resolve().is_relative_to(folder.resolve()):
        return "this is a link to another folder of this case; it was not followed"
    return "this is a link that leads outside the folder; it was not followed"


def _not_taken(path: Path, folder: Path, problem: str, fix: str = "copy the paper itself into the folder.") -> Rejected:
    return Rejected(file=_name(path, folder), place="", value="", problem=problem, fix=fix)


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


def read_files(folder: Path, files: Sequence[Path], *, progress: Progress | None = None) -> FolderRead:
    """Read every file but body.yaml, which the caller reads first."""
    found = FolderRead()
    for index, path in enumerate(files, start=1):
        name = _name(path, folder)
        if progress is not None:
            progress(name, index, len(files))
        _read_one(path, name, folder, found)
    return found


def _read_one(path: Path, name: str, folder: Path, found: FolderRead) -> None:
    kind = DocumentKind.UNKNOWN
    try:
        if _own_report(path):
            found.notices.append(f"{name} was left aside: it is a report of this tool.")
            return
        recognised = recognise(path)
        kind = recognised.kind
        _take(path, name, folder, recognised, found)
        found.notices.extend(f"{name}: {notice}" for notice in reading_notices(path, root=folder))
    except UserError as error:
        found.rejected.append(whole_file(name, error))
        found.inputs.append(input_file(path, name, kind.value, rejected=1))


def _take(path: Path, name: str, folder: Path, recognised: Recognised, found: FolderRead) -> None:
    match recognised.kind:
        case DocumentKind.IGNORED:
            found.notices.append(f"{name} was left aside: {recognised.why}.")
        case DocumentKind.REGISTER:
            _take_register(path, name, folder, found)
        case DocumentKind.AGENDA:
            agenda = read_agenda(path, root=folder)
            found.agendas.extend([agenda.agenda] if agenda.agenda else [])
            _note(path, name, recognised.kind, agenda, found)
        case DocumentKind.MINUTES:
            minutes = read_minutes(path, root=folder)
            found.minutes.extend([minutes.minutes] if minutes.minutes else [])
            _note(path, name, recognised.kind, minutes, found)
        case DocumentKind.ATTENDANCE:
            attendance = read_attendance(path, root=folder)
            found.attendance.append((name, attendance.expected))
            _note(path, name, recognised.kind, attendance, found)
        case DocumentKind.DECISIONS:
            decisions = read_decisions(path, root=folder)
            found.rulings.append((name, decisions.rulings))
            _note(path, name, recognised.kind, decisions, found)
        case kind if kind in RECORD_READERS:
            records = RECORD_READERS[kind](path, folder)
            found.records.append(records)
            found.notices.extend(records.notices)
            _note(path, name, kind, records, found)
        case _:
            _not_read(path, name, recognised, found)


def _take_register(path: Path, name: str, folder: Path, found: FolderRead) -> None:
    register = read_register(path, root=folder)
    found.registers.extend([register.register] if register.register else [])
    found.rejected.extend(register.rejected)
    found.notices.extend(register.notices)
    found.inputs.append(
        input_file(
            path,
            name,
            "register",
            read=register.rows_read,
            rejected=register.rows_rejected,
            nil=register.nil_returns,
            register=register.register,
        )
    )


def _note(path: Path, name: str, kind: DocumentKind, read: object, found: FolderRead) -> None:
    rejected: tuple[Rejected, ...] = getattr(read, "rejected", ())
    found.rejected.extend(rejected)
    rows, lost = getattr(read, "rows_read", 0), getattr(read, "rows_rejected", 0)
    paper = getattr(read, "paper", None)
    entry = input_file(path, name, kind.value, read=rows, rejected=lost)
    found.inputs.append(entry if paper is None else entry.model_copy(update={"edition": paper.edition}))


def _not_read(path: Path, name: str, recognised: Recognised, found: FolderRead) -> None:
    kind = recognised.kind
    if kind is DocumentKind.IMAGE:
        found.notices.append(f"{name} was left aside: it is a picture.")
        found.inputs.append(input_file(path, name, kind.value))
    else:
        found.rejected.append(_unread(name, recognised))
        found.inputs.append(input_file(path, name, "unknown", rejected=1))


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
