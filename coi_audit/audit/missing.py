"""Meetings that were announced, or that the committee's rhythm leads one to expect, and that left no papers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise
from statistics import median

from coi_audit.audit.examine import Examined
from coi_audit.model.audit import MissingMeeting
from coi_audit.model.dates import in_words

_MOVED_DAYS = 14  # an announced meeting held this close to its date was moved, not missed
_RHYTHM_MEETINGS = 4  # fewer meetings than this have no rhythm
_GAP = 1.75  # times the usual interval


def missing_meetings(
    examined: Sequence[Examined], *, as_of: date, period: tuple[date | None, date | None]
) -> tuple[MissingMeeting, ...]:
    """Announced meetings with no papers, then gaps in each committee's rhythm; sorted by committee and date."""
    found: list[MissingMeeting] = []
    examined = [one for one in examined if one.meeting.between_meetings is None]
    for committee in sorted({one.audit.committee for one in examined}):
        own = sorted((one for one in examined if one.audit.committee == committee), key=lambda one: one.audit.date)
        announced = _announced(own, as_of, period)
        found += announced
        found += _gaps(own, [one.on for one in announced if one.on is not None], as_of)
    return tuple(found)


def _announced(own: Sequence[Examined], as_of: date, period: tuple[date | None, date | None]) -> list[MissingMeeting]:
    held = [one.audit.date for one in own]
    told: dict[date, MissingMeeting] = {}
    for one in own:
        for minutes in one.meeting.minutes:
            for day in minutes.next_meetings:
                if day >= as_of or (period[0] and day < period[0]) or (period[1] and day > period[1]):
                    continue
                if any(abs((day - other).days) <= _MOVED_DAYS for other in held):
                    continue
                why = f"The minutes of {in_words(one.audit.date)} announce one on {in_words(day)}; it left no papers."
                told.setdefault(day, MissingMeeting(one.audit.committee, day, None, why, minutes.source))
    return [told[day] for day in sorted(told)]


def _gaps(own: Sequence[Examined], announced: Sequence[date], as_of: date) -> list[MissingMeeting]:
    days = sorted({*(one.audit.date for one in own if one.audit.date <= as_of), *announced})
    foretold = {
        (one.audit.date, day) for one in own for minutes in one.meeting.minutes for day in minutes.next_meetings
    }
    if len(days) < _RHYTHM_MEETINGS:
        return []
    intervals = [(later - earlier).days for earlier, later in pairwise(days)]
    usual = median(intervals)
    committee = own[0].audit.committee
    return [
        MissingMeeting(
            committee,
            None,
            (earlier, earlier + timedelta(days=round(usual))),
            f"No papers between {in_words(earlier)} and {in_words(later)}, where the usual interval is about "
            f"{round(usual)} days.",
            None,
        )
        for earlier, later in pairwise(days)
        if (later - earlier).days > _GAP * usual and not _was_told(earlier, later, foretold)
    ]


def _was_told(earlier: date, later: date, foretold: set[tuple[date, date]]) -> bool:
    """Whether the minutes of the earlier meeting gave the later one as the next: then there was none between."""
    return any(held == earlier and abs((day - later).days) <= _MOVED_DAYS for held, day in foretold)
