"""A body's meetings as its first page lists them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from coi_audit import paths
from coi_audit.app.desk.diary import diary_of
from coi_audit.model.case import Case
from coi_audit.readers.case_folder import read_case

NEXT = date(2018, 2, 6)


@pytest.fixture(scope="module")
def case() -> Case:
    return read_case(paths.sample_data_folder() / "northfield-ccg")


def test_the_next_meeting_comes_first_and_is_still_to_come_on_its_own_day(case: Case) -> None:
    for as_of in (date(2018, 1, 15), NEXT):
        found = diary_of(case, as_of)
        assert [one.on for one in found.next] == [NEXT]
        assert found.next[0].state == "still to be held"
        assert "an agenda of 11 items" in found.next[0].papers.lower()
        assert NEXT not in [one.on for one in found.others]
    after = diary_of(case, NEXT + timedelta(days=1))
    assert not after.next
    assert after.others[0].on == NEXT
    assert after.others[0].state == "no minutes yet"


def test_minutes_are_told_apart_by_how_they_stand(case: Case) -> None:
    states = {one.on: one.state for one in diary_of(case, date(2018, 1, 15)).others}
    assert states[date(2017, 12, 5)] == "minutes in draft"
    assert states[date(2017, 6, 6)] == "no minutes yet"
