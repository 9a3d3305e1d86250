"""Attendance over a year: a table of people and meetings, one column of which is the meeting of these minutes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from coi_audit.model.words import AttendanceStatus
from coi_audit.readers.agendas.columns import is_tick
from coi_audit.readers.attendance.people import Entry, parse_entry, read_position
from coi_audit.readers.days_in_text import find_days
from coi_audit.readers.paper import Grid, GridRow

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = re.compile(rf"\b(?P<month>{'|'.join(_MONTHS)})[a-z]*\b", re.IGNORECASE)
_NUMBERS = re.compile(r"\b(?P<day>\d{1,2})[/.](?P<month>\d{1,2})(?:[/.]\d{2,4})?\b")
_DAY = re.compile(r"\b\d{1,2}(?=\s*(?:st|nd|rd|th)?\b)")
_POST = re.compile(r"^(?:job )?(?:role|title|position|post|designation|representing|organisation)s?$", re.IGNORECASE)
_NAMES = re.compile(r"^(?:names?|members?|attendees?|voting members?|who|date|meeting)\b", re.IGNORECASE)
_PRESENT = re.compile(r"^(?:p|y|yes|present|attended|1)$", re.IGNORECASE)
_SENT = re.compile(r"^(?:a|ap|apols?|apologies)$", re.IGNORECASE)
_ABSENT = re.compile(r"^(?:x|n|no|absent|dna|0|-|–)$", re.IGNORECASE)
_FEWEST = 2  # meetings across the head


def yearly_roll(grid: Grid, on: date | None) -> list[tuple[Entry, AttendanceStatus, GridRow]] | None:
    """Everybody whom the column of the meeting on that day tells of; None for any other table.

    Where no column is that day's, or two might be, the list is empty: nobody is taken for present.
    """
    for index, row in enumerate(grid.rows[:2]):
        days = [at for at, text in enumerate(row.texts) if at and (_MONTH.search(text) or _NUMBERS.search(text))]
        if len(days) < _FEWEST or (row.texts[0] and not _NAMES.match(row.texts[0].strip())):
            continue
        fitting = [at for at in days if on is not None and _fits(row.texts[at], on)]
        post = next((at for at, text in enumerate(row.texts) if at and _POST.match(text.strip())), None)
        at = fitting[0] if len(fitting) == 1 else None
        return list(_people(grid.rows[index + 1 :], at, post)) if at is not None else []
    return None


def _people(rows: tuple[GridRow, ...], at: int, post: int | None) -> Iterator[tuple[Entry, AttendanceStatus, GridRow]]:
    for row in rows:
        name = row.texts[0].replace("\n", " ")
        entry = parse_entry(name, sure=True) if name else None
        status = _status(row.texts[at].strip())
        if entry is None or status is None:
            continue
        if post is not None and row.texts[post]:
            read_position(row.texts[post], entry)
        yield entry, status, row


def _status(mark: str) -> AttendanceStatus | None:
    """What a mark says; None for a blank or any other words."""
    if _ABSENT.match(mark):
        return AttendanceStatus.ABSENT
    if _SENT.match(mark):
        return AttendanceStatus.APOLOGIES
    return AttendanceStatus.PRESENT if _PRESENT.match(mark) or is_tick(mark) else None


def _fits(head: str, on: date) -> bool:
    """Whether a heading is that day, or its month where no day stands there."""
    if full := find_days(head):
        return full[0].on == on
    if numbers := _NUMBERS.search(head):
        return (int(numbers["day"]), int(numbers["month"])) == (on.day, on.month)
    month = _MONTH.search(head)
    days = [int(one.group()) for one in _DAY.finditer(head)]
    return (
        month is not None
        and _MONTHS.index(month["month"].casefold()) + 1 == on.month
        and (not days or on.day in days or days == [on.year % 100])
    )
