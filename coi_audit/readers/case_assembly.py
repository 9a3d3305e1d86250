"""Papers, each read by itself, put together into a case: the same pieces give the same case, wherever they lay."""

from __future__ import annotations

from datetime import date

from coi_audit.model.case import Case
from coi_audit.model.evidence import Rejected
from coi_audit.model.reading import FolderReading
from coi_audit.readers.case_meetings import MeetingBuilder
from coi_audit.readers.records.files import second_policies, together
from coi_audit.readers.urgent_meetings import in_order, urgent_meetings


def assemble(folder: FolderReading) -> Case:
    """The case that these readings make. Raises `ValueError` where none of them is a body's."""
    papers = folder.papers
    body = next((one.body for one in papers if one.body is not None), None)
    if body is None:
        raise ValueError("no reading of body.yaml is among the papers")
    builder = MeetingBuilder(papers, body)
    records = together(papers)
    urgent, unfit = urgent_meetings(records.urgent_decisions, body)
    meetings = in_order((*builder.build(), *urgent))
    own = [one for paper in papers if paper.body is not None for one in paper.rejected]
    others = [one for paper in papers if paper.body is None for one in paper.rejected]
    rejected = [*own, *folder.links, *others, *builder.rejected, *unfit]
    notices = [
        *(one for paper in papers for one in paper.notices),
        *builder.notices,
        *folder.notices,
        *second_policies(papers),
        *_empty_meetings(folder, {one.file for one in folder.links} | {meeting.folder for meeting in meetings}),
    ]
    registers = [one.register_ for one in papers if one.register_ is not None]
    return Case(
        body=body.model_copy(update={"organisations": (*body.organisations, *records.organisations)}),
        registers=tuple(sorted(registers, key=lambda one: (one.edition is None, one.edition or date.min, one.file))),
        meetings=meetings,
        records=records,
        inputs=tuple(sorted((one.input for one in papers if one.input is not None), key=lambda one: one.path)),
        rejected=tuple(sorted(rejected, key=_by_file)),
        notices=tuple(notices),
    )


def _empty_meetings(folder: FolderReading, used: set[str]) -> list[str]:
    """Dated folders under meetings/ from which no meeting came; `used` are those of meetings, or already told of."""
    if "meetings" in used:
        return []
    return [
        f"{one} holds no agenda and no minutes that were understood."
        for one in folder.meeting_folders
        if one not in used
    ]


def _by_file(one: Rejected) -> tuple[str, list[tuple[int, int, str]]]:
    """By file, then by place with its numbers in order (row 9 before row 10)."""
    parts = [(0, int(part), "") if part.isdigit() else (1, 0, part) for part in one.place.replace(",", "").split()]
    return one.file, parts
