"""Full dates are found in running text however the day, the month and the year are written."""

from __future__ import annotations

from datetime import date

import pytest

from coi_audit.readers.days_in_text import days_after, find_days

THE_DAY = date(2018, 7, 2)


@pytest.mark.parametrize(
    "written",
    [
        "2 July 2018",
        "Monday 2nd July, 2018",
        "2 July '18",
        "2 July ’18",
        "2nd Jul ‘18.",
        "the 2nd day of July 2018",
        "this 2nd Day of July, 2018",
        "the 2nd of July 2018",
        "July 2nd, 2018",
        "July the 2nd ’18",
        "02/07/2018",
        "2.7.18",
        "2018-07-02",
    ],
)
def test_one_day_in_many_writings(written: str) -> None:
    (found,) = find_days(f"Minutes of the meeting held on {written} at the Town Hall")
    assert found.on == THE_DAY


@pytest.mark.parametrize("text", ["on 2 July 10.30am", "2 July 14:00", "item 2 July", "31 February 2018"])
def test_a_time_or_a_day_that_is_none_gives_no_date(text: str) -> None:
    assert find_days(text) == []


def test_a_day_without_a_year_is_the_next_after() -> None:
    assert days_after("The next meeting is on the 3rd day of July at 10.30", THE_DAY) == [date(2018, 7, 3)]
