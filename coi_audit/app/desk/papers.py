"""The papers of a body as a list: what each was taken for, how much of it was read, what is doubtful or adrift."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from coi_audit.app.desk.case import DeskCase
from coi_audit.app.desk.filing import short_name
from coi_audit.app.desk.incoming import place_for, safe_name
from coi_audit.app.desk.paper_keys import paper_key
from coi_audit.errors import UserError
from coi_audit.model.evidence import Rejected
from coi_audit.model.people import Body
from coi_audit.model.reading import Reading
from coi_audit.readers.case_meetings import meeting_folder
from coi_audit.readers.days_in_text import first_day
from coi_audit.readers.read_one import ReadResult, result_of

OWN_FILES = ("body.yaml", "body.yml", "answers.yaml")  # what the desk itself writes, changed by its own forms


@dataclass(frozen=True, slots=True)
class PaperLine:
    """One paper. `kind` is an input's kind; `unread` are its rows or parts not understood; `doubts` records worth a
    look; `adrift` says that it belongs to a meeting and nothing says to which."""

    key: str
    path: str
    kind: str
    read: int
    nil: int
    unread: int
    doubts: int
    adrift: bool
    why: str

    @property
    def name(self) -> str:
        """The file's name."""
        return self.path.rpartition("/")[2]

    @property
    def whole(self) -> bool:
        """Whether nothing of it waits to be looked at."""
        return not (self.unread or self.doubts or self.adrift or self.kind == "unknown")


@dataclass(frozen=True, slots=True)
class Shelved:
    """Papers of one meeting's folder, or of the body as a whole (`folder` ""); `on` is the folder's day."""

    folder: str
    on: date | None
    papers: tuple[PaperLine, ...]


def papers_of(case: DeskCase) -> tuple[Shelved, ...]:
    """The body's own papers first, then those of its meetings, the latest first."""

    def made() -> tuple[Shelved, ...]:
        lines = [_line(one, case) for one in case.shelf.papers() if one.path not in OWN_FILES]
        ordered = sorted(lines, key=lambda one: (_folder(one.path), one.path))
        groups = [Shelved(folder, first_day(folder), tuple(each)) for folder, each in _grouped(ordered)]
        own = [one for one in groups if not one.folder]
        others = [one for one in groups if one.folder]
        others.sort(key=lambda one: (one.on or date.min, one.folder), reverse=True)
        return (*own, *others)

    return case.once("papers", made)


def _grouped(lines: Sequence[PaperLine]) -> list[tuple[str, list[PaperLine]]]:
    return [(folder, list(each)) for folder, each in groupby(lines, key=lambda one: _folder(one.path))]


def _folder(path: str) -> str:
    return meeting_folder(path).removeprefix(".")


def _line(reading: Reading, case: DeskCase) -> PaperLine:
    result = result_of(reading)
    unread = unread_of(reading, case)
    entry = reading.input
    whole = next((one for one in unread if not one.place), None)
    return PaperLine(
        key=paper_key(reading.path),
        path=reading.path,
        kind=entry.kind if entry is not None else "ignored",
        read=result.rows_read,
        nil=result.nil_returns,
        unread=len(unread),
        doubts=sum(bool(one.doubts) for one in result.records),
        adrift=is_adrift(reading, unread),
        why=whole.problem if whole is not None else (reading.notices[0] if entry is None and reading.notices else ""),
    )


def unread_of(reading: Reading, case: DeskCase) -> tuple[Rejected, ...]:
    """What was not understood of a paper, in itself and beside the others of its meeting."""
    return tuple(one for one in case.case.rejected if one.file == reading.path)


def is_adrift(reading: Reading, unread: Sequence[Rejected]) -> bool:
    """Whether a paper belongs to a meeting and it is not known to which."""
    of_meeting = any(one is not None for one in (reading.agenda, reading.minutes, reading.expected, reading.rulings))
    return of_meeting and any("belongs to no" in one.problem for one in unread)


def reading_by_key(case: DeskCase, key: str) -> Reading | None:
    """The paper that a key in an address stands for."""
    return next((one for one in case.shelf.papers() if paper_key(one.path) == key), None)


def read_result(case: DeskCase, reading: Reading) -> ReadResult:
    """What was understood of one paper, with what only showed beside the others."""
    result = result_of(reading)
    more = tuple(one for one in unread_of(reading, case) if one not in result.rejected)
    return result if not more else _with(result, more)


def _with(result: ReadResult, more: tuple[Rejected, ...]) -> ReadResult:
    return replace(result, rejected=(*result.rejected, *more))


def meeting_folders(case: DeskCase) -> tuple[str, ...]:
    """The folders under meetings/ that papers can be put into, the latest first."""
    found = {one.folder for one in papers_of(case) if one.folder.startswith("meetings/")}
    found |= {one.folder for one in case.case.meetings if one.folder.startswith("meetings/")}
    return tuple(sorted((one.removeprefix("meetings/") for one in found), reverse=True))


def new_meeting(day: str, committee: str, body: Body) -> str:
    """The folder of a meeting that has no paper yet, by its day (YYYY-MM-DD) and committee.

    Raises `UserError` where the day is none.
    """
    try:
        on = date.fromisoformat(day)
    except ValueError as error:
        fix = "write it as 2017-09-05, or pick it."
        raise UserError(f'"{day[:40]}" is not a date.' if day else "no day is given.", fix=fix) from error
    return f"{on.isoformat()}-{short_name(committee or None, body)}".rstrip("-")


def wanted_place(path: str, meeting: str, known: Sequence[str]) -> str:
    """Where a paper goes when somebody chose a meeting's folder, or "" for the body as a whole.

    Raises `UserError` for a folder that is neither known nor a plain name with a day.
    """
    if meeting and meeting not in known and (safe_name(meeting) != meeting or first_day(meeting) is None):
        raise UserError("there is no such meeting here.", where=meeting[:80], fix="choose one of the list.")
    return place_for(path.rpartition("/")[2], meeting)
