"""What one paper of a case folder gave, and what is told of the folder itself: the pieces of a case."""

from __future__ import annotations

from coi_audit.model.evidence import InputFile, Recorded, Rejected
from coi_audit.model.interests import Register
from coi_audit.model.meetings import Agenda, ExpectedAttendance, Minutes, Ruling
from coi_audit.model.people import Body
from coi_audit.model.records import RecordPaper, Records


class Reading(Recorded):
    """One file as read. What it is tells which field is filled; of a file that was not understood only `rejected` is.

    `input` is None for a file that was left aside. An attendance paper or a list of rulings may be empty and still be
    one: then the tuple is empty, and not None. `removed` counts the entries that orders took out of a kept paper.
    """

    path: str  # relative to the folder, forward slashes
    input: InputFile | None = None
    body: Body | None = None
    register_: Register | None = None
    agenda: Agenda | None = None
    minutes: Minutes | None = None
    expected: tuple[ExpectedAttendance, ...] | None = None
    rulings: tuple[Ruling, ...] | None = None
    paper: RecordPaper | None = None
    records: Records | None = None
    rejected: tuple[Rejected, ...] = ()
    notices: tuple[str, ...] = ()
    removed: int = 0


class FolderReading(Recorded):
    """A case folder as read: every paper, body.yaml first, then by path; and what the folder itself holds aside.

    `meeting_folders` are the folders right under meetings/ whose name holds a day.
    """

    papers: tuple[Reading, ...]
    links: tuple[Rejected, ...] = ()  # what is no ordinary file, or leads out of the folder
    notices: tuple[str, ...] = ()  # folders that were left aside
    meeting_folders: tuple[str, ...] = ()
