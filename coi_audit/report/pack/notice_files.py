"""Each notice of the pack as a Word document of its own, so that nobody is sent what concerns somebody else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from coi_audit.model.audit import Audit
from coi_audit.report.pack.blocks import Part
from coi_audit.report.pack.fit import WORD
from coi_audit.report.pack.notices import BY_ITSELF, notices
from coi_audit.report.pack.people import PackMeeting
from coi_audit.report.pack.plan import Pack, pack_meetings, room_of_headings
from coi_audit.report.pack.word import docx_of
from coi_audit.report.registers.form_parts import file_stem
from coi_audit.report.words import day
from coi_audit.rulebook.types import Rulebook

_TITLE = "Conflicts of interest: notice before the meeting"


def notice_files(audit: Audit, rulebook: Rulebook) -> dict[str, bytes]:
    """The Word documents by their names, `2018-02-06-dr-anil-rao.docx`, in the order of meetings and people.

    A name that is taken already gets a 2 behind it. The same audit gives the same bytes. Raises `SetupError` where a
    font to measure with is missing.
    """
    files: dict[str, bytes] = {}
    for meeting in pack_meetings(audit, rulebook):
        for name, part in _alone(meeting, audit.body.name):
            pack = Pack(audit.body.name, _TITLE, day(audit.as_of), (part,))
            files[_own(name, files)] = docx_of(pack, on=audit.as_of)
    return files


def _alone(meeting: PackMeeting, body: str) -> Iterator[tuple[str, Part]]:
    """Each notice with its file's name; on its page it stands below the body's name and the paper's."""
    sheet = replace(WORD, head=WORD.head + room_of_headings(body, _TITLE, WORD))
    on = meeting.audit.date.isoformat()
    for (person, _), part in zip(meeting.conflicted, notices(meeting, body, sheet), strict=True):
        yield file_stem(on, person), replace(part, whom=part.whom.removesuffix(BY_ITSELF), new_page=False)


def _own(name: str, taken: dict[str, bytes]) -> str:
    number, own = 1, f"{name}.docx"
    while own in taken:
        number += 1
        own = f"{name}-{number}.docx"
    return own
