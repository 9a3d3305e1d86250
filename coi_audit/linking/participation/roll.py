"""What the attendance list itself tells of somebody at an item: out for it, away because of it, an interest in it."""

from __future__ import annotations

import re

from coi_audit.linking.participation.cast import Cast, Statement
from coi_audit.linking.participation.mentions import read_statements
from coi_audit.linking.participation.sentences import Sentence
from coi_audit.linking.people.names import plain
from coi_audit.model.meetings import Attendance, Minutes
from coi_audit.model.words import AttendanceStatus

_FROM_ITEM = re.compile(r"\b(?:for|from|during)\b.*", re.IGNORECASE | re.DOTALL)
_DECLARED = re.compile(r"^declared\b", re.IGNORECASE)
_OUT = re.compile(
    r"^(?:left|stepped|absent|out|away|not|did not|withdrew|withdrawn|excluded|excused|recused)\b", re.IGNORECASE
)


def roll_statements(paper: Minutes, cast: Cast) -> tuple[Statement, ...]:
    """A statement for each note of the list, in full sentences; its source keeps the list's own words."""
    told = [(entry, _sentence(entry)) for entry in paper.attendance if entry.note]
    found = [
        Sentence(plain(text), entry.source.model_copy(update={"text": entry.source.text or text}), number, number)
        for number, (entry, text) in enumerate(told)
    ]
    return read_statements(found, cast)


def _sentence(entry: Attendance) -> str:
    note = entry.note or ""
    if entry.status in (AttendanceStatus.APOLOGIES, AttendanceStatus.ABSENT):
        return f"{entry.name} sent apologies: {note}."
    if _OUT.match(note):
        items = _FROM_ITEM.search(note)
        words = re.sub(r"^(?:from|during)\b", "for", items.group(), flags=re.IGNORECASE) if items else note
        return f"{entry.name} left the meeting {words}."
    if _DECLARED.match(note):
        return f"{entry.name} {note}."
    return f"{entry.name} declared: {note}."
