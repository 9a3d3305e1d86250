"""Papers that were just brought put beside the others of their meeting, by what they say of themselves."""

from __future__ import annotations

import filecmp
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from coi_audit.app.desk.incoming import hold, put_in_place, within
from coi_audit.errors import UserError
from coi_audit.model.meetings import Meeting
from coi_audit.model.people import Body
from coi_audit.model.reading import FolderReading, Reading
from coi_audit.model.words import CommitteeKind
from coi_audit.readers.case_assembly import assemble
from coi_audit.readers.case_meetings import meeting_folder
from coi_audit.readers.days_in_text import first_day

_SHORT = {
    CommitteeKind.GOVERNING_BODY: "governing-body",
    CommitteeKind.PCCC: "pccc",
    CommitteeKind.JOINT: "joint",
    CommitteeKind.AUDIT: "audit",
    CommitteeKind.REMUNERATION: "remuneration",
}


@dataclass(frozen=True, slots=True)
class Filing:
    """The papers brought, by path within `folder`; `waiting` takes one whose name is taken where it belongs."""

    folder: Path
    waiting: Path
    brought: frozenset[str]

    def __call__(self, read: FolderReading) -> bool:
        """Put each beside its meeting; whether any file was moved."""
        moved = [path for path, place in _places(read, self.brought) if self._move(path, place)]
        return bool(moved)

    def _move(self, path: str, place: str) -> bool:
        wanted = f"{place}/{path.rpartition('/')[2]}"
        try:
            source, target = within(self.folder, path), within(self.folder, wanted)
            if not source.is_file():
                return False
            if not target.exists():
                put_in_place(source, target)
            elif filecmp.cmp(source, target, shallow=False):
                source.unlink()  # the very same paper lies there already
            else:
                self.waiting.mkdir(parents=True, exist_ok=True, mode=0o700)
                hold(source, wanted, self.waiting)
        except (OSError, UserError):
            return False  # it stays where it is, is read there, and can be moved by hand
        return True


def _places(read: FolderReading, brought: frozenset[str]) -> Iterator[tuple[str, str]]:
    """Each paper to be moved, with its meeting's folder."""
    body = next((one.body for one in read.papers if one.body is not None), None)
    if body is None:
        return
    meetings = assemble(read).meetings
    places = {}
    for one in meetings:
        files = [] if one.between_meetings else _files(one)
        lying = [file for file in files if file in brought and "/" not in file]
        if lying:
            place = _home(one, files, read, body)
            places.update(dict.fromkeys(lying, place))
    yield from places.items()
    homes = sorted(set(places.values()))
    for paper in read.papers:
        if paper.path in brought and "/" not in paper.path and (paper.expected or paper.rulings):
            named = _named(paper, meetings, places)
            home = named or (homes[0] if len(homes) == 1 else "")
            if home:
                yield paper.path, home


def _files(meeting: Meeting) -> list[str]:
    return [*(one.file for one in meeting.agendas), *(one.file for one in meeting.minutes)]


def _home(meeting: Meeting, files: list[str], read: FolderReading, body: Body) -> str:
    """The folder of a meeting's other papers, else one named after its day, else a new one."""
    beside = [meeting_folder(file) for file in files if file.startswith("meetings/")]
    if beside:
        return sorted(beside)[0]
    new = f"meetings/{meeting.on.isoformat()}-{short_name(meeting.committee, body)}"
    used = {meeting_folder(one.path) for one in read.papers}
    empty = [one for one in read.meeting_folders if first_day(one) == meeting.on and one not in used]
    return empty[0] if len(empty) == 1 else new.rstrip("-")


def short_name(committee: str | None, body: Body) -> str:
    """A committee's name as part of a folder's name: "pccc", "clinical-quality-group"; "" where none is known."""
    known = next((one for one in body.committees if one.name == committee), None)
    if known is not None and known.kind in _SHORT and sum(one.kind is known.kind for one in body.committees) == 1:
        return _SHORT[known.kind]
    return re.sub(r"[^a-z0-9]+", "-", (committee or "").casefold()).strip("-")[:40].strip("-")


def _named(paper: Reading, meetings: tuple[Meeting, ...], places: dict[str, str]) -> str:
    """The folder of the one meeting whose day stands in the paper's name."""
    day = first_day(paper.path)
    found = {places.get(file, meeting_folder(file)) for one in meetings if one.on == day for file in _files(one)} - {
        "."
    }
    return found.pop() if len(found) == 1 else ""
