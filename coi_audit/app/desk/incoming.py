"""Papers brought to a body: each looked at before it is let in, and put in its place whole or not at all.

What a paper says is not read here; the shelf reads it afterwards. Nothing that is there is written over.
"""

from __future__ import annotations

import filecmp
import re
import shutil
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path, PurePosixPath
from threading import Lock
from typing import BinaryIO, Protocol

from coi_audit.errors import UserError
from coi_audit.readers.days_in_text import first_day
from coi_audit.readers.guard import IN_WORDS, FileType, sniff
from coi_audit.readers.recognise_hints import IGNORED_NAMES, IMAGE_NAMES
from coi_audit.readers.worded import WORDED

TAKEN = frozenset({*WORDED, FileType.XLSX, FileType.XLS, FileType.ODS, FileType.TEXT})
_OWN_FILES = ("body.yaml", "body.yml")
_FORBIDDEN = re.compile(r'[\x00-\x1f<>:"/\\|?*\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]')
_DEVICES = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)", re.IGNORECASE)
_LONGEST_NAME = 120
_ONE_AT_A_TIME = Lock()  # two windows may bring papers of one name


class Outcome(StrEnum):
    """What became of one file that was brought."""

    KEPT = "kept"
    SAME = "same"  # it is there already, byte for byte
    HELD = "held"  # another paper has its name: somebody must say which counts
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Brought:
    """One file that was brought: its name as shown, what became of it, where it is now or why it is not."""

    name: str
    outcome: Outcome
    path: str = ""  # relative to the case folder
    why: str = ""


class Incoming(Protocol):
    """A file as a form brings it."""

    @property
    def filename(self) -> str | None: ...

    @property
    def file(self) -> BinaryIO: ...


@dataclass(frozen=True, slots=True)
class Places:
    """Where papers go: the case folder, and the folder of the desk where they wait; `meeting` is a folder under
    meetings/ that somebody chose for all of them, "" where each tells by itself."""

    folder: Path
    waiting: Path
    meeting: str = ""
    most: int = 0  # bytes of one file


def safe_name(given: str) -> str:
    """A file name that can stand in any folder of any system, as near as can be to the one given."""
    name = unicodedata.normalize("NFC", re.split(r"[/\\]", given)[-1])
    name = _FORBIDDEN.sub("", name.encode("utf-8", "replace").decode("utf-8"))
    name = " ".join("".join(sign for sign in name if sign.isprintable()).split()).lstrip(".~$ ").rstrip(". ")
    if _DEVICES.match(name):
        name = f"_{name}"
    stem, dot, ending = name.rpartition(".")
    if dot and len(ending) <= 8:
        return f"{(stem or 'paper')[: _LONGEST_NAME - len(ending)]}.{ending}"
    return name[:_LONGEST_NAME] or "paper"


def place_for(given: str, meeting: str) -> str:
    """Where a brought file goes within the case folder: the meeting chosen, the meeting its own folder names, the top.

    A folder that was brought keeps its meetings: "northfield/meetings/2017-09-05-pccc/agenda.docx" goes to
    meetings/2017-09-05-pccc.
    """
    name = safe_name(given)
    if meeting:
        return f"meetings/{meeting}/{name}"
    parts = [part for part in re.split(r"[/\\]", given)[:-1] if part not in ("", ".", "..")]
    for at, part in enumerate(parts):
        if (at and parts[at - 1].casefold() == "meetings") or first_day(part) is not None:
            return f"meetings/{safe_name(part)}/{name}"
    return name


def bring(files: Iterable[Incoming], places: Places) -> list[Brought]:
    """Take in files one after the other; one that is refused never stops the rest."""
    taken: set[str] = set()
    brought = []
    with _ONE_AT_A_TIME:
        places.waiting.mkdir(parents=True, exist_ok=True, mode=0o700)
        for one in files:
            found = _bring(one, places, taken)
            taken.add(found.path)
            brought.append(found)
    return brought


def _bring(one: Incoming, places: Places, taken: set[str]) -> Brought:
    given = one.filename or ""
    name = safe_name(given)
    staged = places.waiting / "incoming.part"
    try:
        _copy(one.file, staged, places.most)
        why = why_not(staged, re.split(r"[/\\]", given)[-1]) or why_not(staged, name)
        if why:
            return Brought(name, Outcome.REFUSED, why=why)
        return _put(staged, given, places, taken)
    except UserError as error:
        return Brought(name, Outcome.REFUSED, why=error.problem)
    except OSError as error:
        return Brought(name, Outcome.REFUSED, why=f"it could not be saved ({error.strerror or 'the system refused'}).")
    finally:
        staged.unlink(missing_ok=True)


def bring_instead(one: Incoming, path: str, places: Places, take_out: Callable[[str], None]) -> Brought:
    """Take in a corrected copy of a paper that is there; `take_out` puts the one before by, and only then it counts."""
    name = safe_name(one.filename or "")
    ending = PurePosixPath(name).suffix
    wanted = PurePosixPath(path).with_suffix(ending).as_posix() if ending else path
    staged = places.waiting / "corrected.part"
    with _ONE_AT_A_TIME:
        try:
            places.waiting.mkdir(parents=True, exist_ok=True, mode=0o700)
            _copy(one.file, staged, places.most)
            why = why_not(staged, name)
            old, target = within(places.folder, path), within(places.folder, wanted)
            if not why and wanted != path and target.exists():
                why = "another paper has that name already; bring it with the other papers."
            if why:
                return Brought(name, Outcome.REFUSED, why=why)
            if old.is_file() and filecmp.cmp(staged, old, shallow=False):
                return Brought(name, Outcome.SAME, path=path)
            take_out(path)
            put_in_place(staged, target)
            return Brought(name, Outcome.KEPT, path=wanted)
        except UserError as error:
            return Brought(name, Outcome.REFUSED, why=error.problem)
        except OSError as error:
            why = error.strerror or "the system refused"
            return Brought(name, Outcome.REFUSED, why=f"it could not be saved ({why}).")
        finally:
            staged.unlink(missing_ok=True)


def _copy(source: BinaryIO, target: Path, most: int) -> None:
    left = most
    with target.open("wb") as stream:
        while piece := source.read(1024 * 1024):
            left -= len(piece)
            if most and left < 0:
                raise UserError(f"it is larger than {most // (1024 * 1024)} MB.")
            stream.write(piece)


def why_not(path: Path, name: str) -> str:
    """Why a file is no paper that can be read here; "" where it may be one. Only its first bytes and name are seen."""
    if name.casefold() in _OWN_FILES:
        return "this body has its own; change it with the form instead."
    if IGNORED_NAMES.match(name):
        return "it is a temporary, system or read-me file."
    if IMAGE_NAMES.search(name):
        return "it is a picture; bring the paper it shows as a PDF or a Word document."
    kind = sniff(path)
    if kind is FileType.EMPTY:
        return "it is empty."
    if kind is FileType.PROTECTED:
        return "it is protected by a password; save it without one and bring it again."
    if kind is FileType.ZIP:
        return "it is a ZIP archive, or a damaged Word or Excel file; unpack it and bring the papers themselves."
    if kind not in TAKEN:
        return f"it is {IN_WORDS.get(kind, 'of a kind that is not known')}, and such papers are not read."
    return ""


def _put(staged: Path, given: str, places: Places, taken: set[str]) -> Brought:
    wanted = place_for(given, places.meeting)
    target = within(places.folder, wanted)
    number = 1
    while target.exists():
        if filecmp.cmp(staged, target, shallow=False):
            return Brought(target.name, Outcome.SAME, path=wanted)
        if wanted not in taken:
            hold(staged, wanted, places.waiting)
            return Brought(target.name, Outcome.HELD, path=wanted)
        number += 1  # two papers of one name in one go: both are meant
        wanted = numbered(place_for(given, places.meeting), number)
        target = within(places.folder, wanted)
    put_in_place(staged, target)
    return Brought(target.name, Outcome.KEPT, path=wanted)


def numbered(path: str, number: int) -> str:
    """The path with a number before its ending: agenda (2).docx."""
    one = PurePosixPath(path)
    return (one.parent / f"{one.stem} ({number}){one.suffix}").as_posix()


def within(folder: Path, path: str) -> Path:
    """A path of the case folder. Raises `UserError` for one that leads out of it, also through a link."""
    target = folder / path
    inside = target.resolve().is_relative_to(folder.resolve())
    if not inside or ".." in PurePosixPath(path).parts or target.is_symlink():
        raise UserError("its place would be outside the body's folder.", where=path, fix="give it another name.")
    return target


def put_in_place(source: Path, target: Path) -> None:
    """Move a file into a folder that may lie on another disk, so that it is never half there."""
    target.parent.mkdir(parents=True, exist_ok=True)
    beside = target.with_name(f".{target.name[:80]}.tmp")
    try:
        shutil.copyfile(source, beside)
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)
    source.unlink()


def hold(source: Path, wanted: str, waiting: Path) -> Path:
    """Put a paper by whose name is taken, with the place it wants, until somebody says which of the two counts."""
    number = 1
    while (waiting / f"held-{number}").exists():
        number += 1
    place = waiting / f"held-{number}"
    place.mkdir()
    (place / "wanted").write_text(wanted, encoding="utf-8")
    shutil.move(source, place / "paper")
    return place
