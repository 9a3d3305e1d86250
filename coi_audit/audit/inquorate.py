"""The arrangement by which an item was decided that had no quorum of the committee's own, and whether it is minuted."""

from __future__ import annotations

import re
from collections.abc import Iterator

from coi_audit.audit.body_names import core_name
from coi_audit.audit.examine import Examined, minutes_words_of
from coi_audit.model.meetings import Attendance
from coi_audit.model.words import AttendanceStatus

_ALONE = re.compile(r"\bchair|\burgent|\bemergency", re.IGNORECASE)  # not a vote of the members by e-mail
_BROUGHT_IN = re.compile(
    r"\bco-?opted\b|\bcoopted\b|\b(?:for|to (?:make up|restore|ensure|secure|maintain)) (?:the )?quo(?:rum|racy)\b",
    re.IGNORECASE,
)
_BOARD = re.compile(r"\bhealth (?:and|&) well-?being board\b|\bHWB\b", re.IGNORECASE)
_ANOTHER = re.compile(
    r"\b(?:governing body|board) member\b.*\b(?:ccg|icb|clinical commissioning group|integrated care board)\b"
    r"|\b(?:ccg|icb|clinical commissioning group|integrated care board)\b.*\b(?:governing body|board) member\b",
    re.IGNORECASE,
)
_SAID = re.compile(r"\bco-?opted\b|\bcoopted\b|\bquo(?:rum|racy|rate)\b|\binquora\w+", re.IGNORECASE)


def route_of(examined: Examined, index: int, *, quorate: bool | None) -> tuple[str | None, bool]:
    """The arrangement in words, and whether the words at the item record it; (None, False) where none was used.

    `quorate` says whether the members free to decide made a quorum: where they did, nobody was brought in for want
    of one. A chair's action says by itself what it is.
    """
    record, between = examined.audit.items[index].record, examined.meeting.between_meetings
    if record.inquorate_route is not None:
        return record.inquorate_route, record.inquorate_route_minuted
    if between is not None:
        return (between, True) if _ALONE.search(between) else (None, False)
    brought = next(_brought_in(examined), None) if quorate is False and record.decision_taken else None
    if brought is None:
        return None, False
    words = minutes_words_of(examined.items[index], examined.meeting)
    named = re.search(rf"\b{re.escape(brought.name.split()[-1])}\b", words, re.IGNORECASE)
    return f"{brought.name}, {brought.position or brought.note}", bool(named and _SAID.search(words))


def _brought_in(examined: Examined) -> Iterator[Attendance]:
    """Whoever is listed among those present, has no seat on the committee, and came from where help may be had."""
    seated = {one.person.name for one in examined.roll.members}
    own = core_name(examined.view.body.name)
    for minutes in examined.meeting.minutes:
        for one in minutes.attendance:
            post = f"{one.position or ''} {one.note or ''}"
            match = examined.people.match(one.name).person
            if one.status is not AttendanceStatus.PRESENT or (match is not None and match.name in seated):
                continue
            other = _ANOTHER.search(post) and own not in core_name(post)
            if _BROUGHT_IN.search(post) or _BOARD.search(post) or other:
                yield one
