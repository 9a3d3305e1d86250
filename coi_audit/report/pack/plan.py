"""The pack put together: its parts in reading order, the same for PDF and Word."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from coi_audit.model.audit import Audit
from coi_audit.report.answers_view import answers_told
from coi_audit.report.decision_types import decision_type_titles
from coi_audit.report.pack.blocks import Block, Column, Part, Style, Table, Text, cell, line, strong, text
from coi_audit.report.pack.checklist import checklist
from coi_audit.report.pack.fit import Sheet, width_of
from coi_audit.report.pack.items import item_by_item, nothing_to_declare
from coi_audit.report.pack.minute import draft_minutes
from coi_audit.report.pack.notices import notices
from coi_audit.report.pack.page_one import page_one
from coi_audit.report.pack.people import PackMeeting, pack_meeting
from coi_audit.report.pack.quorum import quorum_plan
from coi_audit.report.pack.script import TITLE as SCRIPT
from coi_audit.report.pack.script import acting_script, chair_script
from coi_audit.report.pack.sheets import leave_sheet, papers_to_withhold, register_extract
from coi_audit.report.tallies import beside_meeting
from coi_audit.report.words import day, listed, sentence
from coi_audit.rulebook.types import Rulebook

TITLE = "Conflicts of interest: the secretary's pack"


@dataclass(frozen=True, slots=True)
class Pack:
    """The whole paper. `body` and `title` stand over it."""

    body: str
    title: str
    as_of: str
    parts: tuple[Part, ...]


def pack_of(audit: Audit, rulebook: Rulebook, sheet: Sheet) -> Pack:
    """Lay out the pack for a page of this size."""
    parts = [part for meeting in pack_meetings(audit, rulebook) for part in _parts(meeting, audit, rulebook, sheet)]
    return Pack(audit.body.name, TITLE, day(audit.as_of), (*parts, _basis(audit)))


def pack_meetings(audit: Audit, rulebook: Rulebook) -> list[PackMeeting]:
    """The meetings of the check as the pack tells of them, in the audit's order."""
    types = decision_type_titles(rulebook.folder)
    sources = {key: source.title for key, source in rulebook.sources.items()}
    return [
        pack_meeting(one, index, types=types, sources=sources, guardian=audit.body.guardian)
        for index, one in enumerate(audit.meetings, 1)
    ]


def _parts(meeting: PackMeeting, audit: Audit, rulebook: Rulebook, sheet: Sheet) -> Iterator[Part]:
    body = audit.body.name
    first = page_one(
        meeting, as_of=day(audit.as_of), sheet=sheet, taken=room_of_headings(body, meeting.view.title, sheet)
    )
    acting = acting_script(meeting)
    rest = [
        chair_script(meeting, body),
        *([acting] if acting is not None else []),
        leave_sheet(meeting),
        papers_to_withhold(meeting),
        register_extract(meeting),
        checklist(meeting, audit, rulebook.sources),
        draft_minutes(meeting),
        quorum_plan(meeting),
        item_by_item(meeting),
        *notices(meeting, body, sheet),
    ]
    rest = [_not_for_the_chair(part, meeting) for part in rest]
    clear = nothing_to_declare(meeting, beside_meeting(audit))
    yield first
    yield _whose(meeting, [clear, *rest])
    yield clear
    yield from rest


def _not_for_the_chair(part: Part, meeting: PackMeeting) -> Part:
    """The part with a word on the private items that the chair is sent no papers for, where it tells of them."""
    hidden = [item.view.number or "one" for item in meeting.items if item.hidden_from_chair]
    if not hidden or part.plain_title or part.title == SCRIPT or part.whom.startswith("Not for"):
        return part
    told = f"For the secretary; not for {meeting.chair}, who is sent no papers for private item {listed(hidden)}."
    return replace(part, whom=told)


def room_of_headings(body: str, title: str, sheet: Sheet) -> float:
    """What the headings of a first page take, in millimetres: the body, the paper's name, the meeting."""
    name = 1 + int(width_of(body) * 22 * 25.4 / 72 * sheet.wider // sheet.width)
    meeting = 1 + int(width_of(title) * 15.5 * 25.4 / 72 * sheet.wider // sheet.width)
    return name * 9.6 + 13 + meeting * 6.7 + 6


def _whose(meeting: PackMeeting, rest: list[Part]) -> Part:
    """A table of the parts with whom each is for: a pack is taken apart before it is handed round."""
    told: dict[str, str] = {}
    for part in rest:
        whom = "Each for the member it names, alone: one page each." if part.plain_title else part.whom
        told.setdefault(part.plain_title or part.title, whom)
    rows = tuple((cell(line(strong(title))), cell(whom)) for title, whom in told.items())
    blocks: tuple[Block, ...] = (
        Table((Column("Part", 68), Column("For whom")), rows),
        text("Hand the parts round separately. Private items stand in all of them but the notices.", style=Style.SMALL),
    )
    return Part(f"{meeting.view.anchor}-parts", "What is in this pack, and for whom", blocks)


def _basis(audit: Audit) -> Part:
    blocks: list[Block] = [
        text(
            f"The registers, agenda and rulings in the folder as at {day(audit.as_of)}, read by coi-audit "
            f"{audit.tool_version} under rulebook {audit.rulebook_sha256}. It is a lead to check, not an accusation: "
            "what nobody has declared, nobody can find here. A PDF of this pack has the whole of it attached as "
            "audit.json, which is for the secretary alone."
        )
    ]
    if audit.rejected:
        rows = tuple(
            (cell(", ".join(part for part in (one.file, one.place) if part)),
             cell(f"{sentence(one.problem)} To fix: {one.fix}"))
            for one in audit.rejected
        )  # fmt: skip
        caption = "Parts of papers that were not understood and played no part"
        blocks.append(Table((Column("File and place", 60), Column("What is wrong, and how to mend it")), rows, caption))
    blocks += [_small(told) for told in (*answers_told(audit), *audit.notices)]
    return Part("basis", "What this rests on", tuple(blocks), whom="For whoever asks.")


def _small(told: str) -> Text:
    return text(told, style=Style.SMALL)
