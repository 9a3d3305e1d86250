"""Meetings that left no papers: announced ones, and gaps in the rhythm that nothing explains."""

from __future__ import annotations

from datetime import date, timedelta
from types import SimpleNamespace
from typing import Any

from coi_audit.audit.missing import missing_meetings
from coi_audit.model.evidence import SourceRef
from coi_audit.model.words import Stage

AS_OF = date(2018, 1, 15)
OPEN = (None, None)


def held(on: date, *next_meetings: date) -> Any:
    minutes = SimpleNamespace(next_meetings=next_meetings, source=SourceRef(file="minutes.docx", paragraph=40))
    audit = SimpleNamespace(date=on, committee="PCCC", stage=Stage.HELD)
    return SimpleNamespace(audit=audit, meeting=SimpleNamespace(minutes=(minutes,), between_meetings=None))


def test_an_announced_meeting_without_papers_is_missing() -> None:
    found = missing_meetings([held(date(2017, 9, 5), date(2017, 11, 7))], as_of=AS_OF, period=OPEN)
    assert [one.on for one in found] == [date(2017, 11, 7)]
    assert found[0].source is not None


def test_a_meeting_moved_by_a_fortnight_is_not_missing() -> None:
    seen = [held(date(2017, 9, 5), date(2017, 11, 7)), held(date(2017, 11, 21))]
    assert not missing_meetings(seen, as_of=AS_OF, period=OPEN)
    late = [held(date(2017, 9, 5), date(2017, 11, 7)), held(date(2017, 11, 22))]
    assert [one.on for one in missing_meetings(late, as_of=AS_OF, period=OPEN)] == [date(2017, 11, 7)]


def test_a_meeting_still_to_come_is_not_missing() -> None:
    assert not missing_meetings([held(date(2018, 1, 9), date(2018, 1, 15))], as_of=AS_OF, period=OPEN)


def test_only_the_period_asked_for_counts() -> None:
    seen = [held(date(2017, 9, 5), date(2017, 11, 7))]
    assert not missing_meetings(seen, as_of=AS_OF, period=(None, date(2017, 11, 6)))
    assert missing_meetings(seen, as_of=AS_OF, period=(None, date(2017, 11, 7)))


def test_a_gap_in_the_rhythm_is_told() -> None:
    start = date(2016, 1, 5)
    days = [start + timedelta(days=60 * index) for index in (0, 1, 2, 4, 5)]
    found = missing_meetings([held(day) for day in days], as_of=AS_OF, period=OPEN)
    assert [one.on for one in found] == [None]
    assert "usual interval is about 60 days" in found[0].why


def test_a_gap_the_minutes_foretold_is_none() -> None:
    start = date(2016, 1, 5)
    days = [start + timedelta(days=60 * index) for index in (0, 1, 2, 4, 5)]
    seen = [held(day, *([days[3]] if index == 2 else [])) for index, day in enumerate(days)]
    assert not missing_meetings(seen, as_of=AS_OF, period=OPEN)
