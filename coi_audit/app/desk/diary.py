"""A body's meetings as its first page lists them: what comes next, and which papers of each are there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from coi_audit.model.case import Case
from coi_audit.model.meetings import Meeting
from coi_audit.model.words import MinutesStatus
from coi_audit.report.words import count, listed, sentence


@dataclass(frozen=True, slots=True)
class DiaryLine:
    """One meeting: how it stands, and its papers in words; `key` names the look of its state."""

    on: date
    committee: str
    state: str
    key: str
    papers: str


@dataclass(frozen=True, slots=True)
class Diary:
    """`next` are the meetings of the next day on which there is any; `others` the rest, the latest first."""

    next: tuple[DiaryLine, ...]
    others: tuple[DiaryLine, ...]
    papers: int
    not_understood: int


def diary_of(case: Case, as_of: date) -> Diary:
    """The meetings of a case as on a day; one to be held on that very day is still to come."""
    lines = sorted((_line(one, as_of) for one in case.meetings), key=lambda one: (one.on, one.committee))
    day = next((one.on for one in lines if one.on >= as_of and one.key == "blue"), None)
    return Diary(
        next=tuple(one for one in lines if one.on == day),
        others=tuple(one for one in reversed(lines) if one.on != day),
        papers=len(case.inputs),
        not_understood=len({one.file for one in case.rejected}),
    )


def _line(meeting: Meeting, as_of: date) -> DiaryLine:
    state, key = _state(meeting, as_of)
    return DiaryLine(meeting.on, meeting.committee or meeting.between_meetings or "", state, key, _papers(meeting))


def _state(meeting: Meeting, as_of: date) -> tuple[str, str]:
    statuses = {one.status for one in meeting.minutes}
    if not statuses:
        return ("still to be held", "blue") if meeting.on >= as_of else ("no minutes yet", "orange")
    if statuses == {MinutesStatus.RATIFIED}:
        return "minutes ratified", "green"
    return ("minutes in draft", "yellow") if MinutesStatus.DRAFT in statuses else ("minutes there", "green")


def _papers(meeting: Meeting) -> str:
    items = sum(len(one.items) for one in meeting.agendas)
    parts: Sequence[str] = [
        f"an agenda of {count(items, 'item')}" if meeting.agendas else "no agenda",
        *(["a list of who comes"] if meeting.expected else []),
        *([count(len(meeting.rulings), "ruling")] if meeting.rulings else []),
    ]
    return sentence(listed(list(parts)))
