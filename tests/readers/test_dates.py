"""Dates as registers write them: every wording seen, its precision, and what must not be taken for a date."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coi_audit.model.dates import Precision
from coi_audit.readers.dates import parse_date
from coi_audit.readers.periods import parse_period

DAY, MONTH, YEAR = Precision.DAY, Precision.MONTH, Precision.YEAR


@pytest.mark.parametrize(
    ("text", "earliest", "precision"),
    [
        ("1.4.2017", date(2017, 4, 1), DAY),
        ("01/04/17", date(2017, 4, 1), DAY),
        ("04/01/2017", date(2017, 1, 4), DAY),
        ("13-12-2016", date(2016, 12, 13), DAY),
        ("01 04 2017", date(2017, 4, 1), DAY),
        ("2017-04-01", date(2017, 4, 1), DAY),
        ("2017-04-01 00:00:00", date(2017, 4, 1), DAY),
        ("01/04/2017 10:30", date(2017, 4, 1), DAY),
        ("1st April 2017", date(2017, 4, 1), DAY),
        ("1st of April, 2017", date(2017, 4, 1), DAY),
        ("1st day of April 2017", date(2017, 4, 1), DAY),
        ("1 April ‘17", date(2017, 4, 1), DAY),
        ("Saturday 1 April 2017", date(2017, 4, 1), DAY),
        ("April 1, 2017", date(2017, 4, 1), DAY),
        ("01-Apr-17", date(2017, 4, 1), DAY),
        ("1Apr2017", date(2017, 4, 1), DAY),
        ("11 January 2017", date(2017, 1, 11), DAY),
        ("since 1.4.2017", date(2017, 4, 1), DAY),
        ("w.e.f. 1/4/17", date(2017, 4, 1), DAY),
        ("Sept 2019", date(2019, 9, 1), MONTH),
        ("Sept. 2019", date(2019, 9, 1), MONTH),
        ("Apr-16", date(2016, 4, 1), MONTH),
        ("Apr '16", date(2016, 4, 1), MONTH),
        ("April 2016", date(2016, 4, 1), MONTH),
        ("04/2016", date(2016, 4, 1), MONTH),
        ("2016-04", date(2016, 4, 1), MONTH),
        ("From May 2011", date(2011, 5, 1), MONTH),
        ("2015", date(2015, 1, 1), YEAR),
        ("since 2012", date(2012, 1, 1), YEAR),
        ("Circa 2009", date(2009, 1, 1), YEAR),
        ("Spring 2014", date(2014, 3, 1), YEAR),
        ("Winter 2014", date(2014, 1, 1), YEAR),
        ("2015/16", date(2015, 4, 1), YEAR),
        ("2015-16", date(2015, 4, 1), YEAR),
        ("FY 2015/2016", date(2015, 4, 1), YEAR),
        ("1998", date(1998, 1, 1), YEAR),
        ("42826", date(2017, 4, 1), DAY),
        ("the 3rd of April in 2017", date(2017, 4, 3), DAY),
    ],
)
def test_a_date_is_read_with_its_precision(text: str, earliest: date, precision: Precision) -> None:
    read = parse_date(text)
    assert read.value is not None, read
    assert (read.value.earliest, read.value.precision, read.problem) == (earliest, precision, None)


def test_a_month_ends_on_its_last_day_and_a_financial_year_in_march() -> None:
    february, year = parse_date("Feb 2016").value, parse_date("2015/16").value
    assert february is not None and february.latest == date(2016, 2, 29)
    assert year is not None and year.latest == date(2016, 3, 31)
    autumn = parse_date("autumn 2016").value
    assert autumn is not None and (autumn.latest, str(autumn)) == (date(2016, 11, 30), "2016")


@pytest.mark.parametrize("value", [datetime(2017, 4, 1, 9, 30), date(2017, 4, 1), 42826, 42826.0])  # noqa: DTZ001
def test_cells_that_hold_real_dates_and_serial_numbers(value: object) -> None:
    read = parse_date(value)
    assert read.value is not None and read.value.earliest == read.value.latest == date(2017, 4, 1)


def test_a_number_that_is_a_year_is_that_year() -> None:
    read = parse_date(2009.0)
    assert read.value is not None and str(read.value) == "2009"


@pytest.mark.parametrize(
    "text",
    ["current", "Current.", "to date", "Ongoing", "on-going", "Present", "still current", "no end date", "To Date"],
)
def test_words_for_still_held_are_open_and_said(text: str) -> None:
    read = parse_date(text)
    assert (read.value, read.open, read.said, read.problem) == (None, True, True, None)


@pytest.mark.parametrize("value", [None, "", "  ", "-", "–", "N/A", "n/a", "Nil", "none", "not known", "TBC"])
def test_blanks_are_open_but_nothing_is_said(value: object) -> None:
    read = parse_date(value)
    assert (read.value, read.open, read.said, read.problem) == (None, True, False, None)


@pytest.mark.parametrize(
    "text",
    ["31/02/2017", "31 February 2017", "13/13/2017", "soon after Easter", "7", "second floor", "May", "0/0/2017",
     "2017-02-30", "1/4/1066", "Dr May 2", "about ten years", "12 Smarch 2017", "1.4.2017 and 1.5.2018", "00/2017"],
)  # fmt: skip
def test_what_is_no_date_is_a_problem_and_never_a_guess(text: str) -> None:
    read = parse_date(text)
    assert read.value is None
    assert read.problem is not None and read.problem.startswith("is not")


@pytest.mark.parametrize(
    ("text", "start", "end", "said"),
    [
        ("2012 - 2016", "2012", "2016", False),
        ("2012-2016", "2012", "2016", False),
        ("01/04/2013 to 31/03/2016", "1 April 2013", "31 March 2016", False),
        ("April 2015 – present", "April 2015", "None", True),
        ("2004 to date", "2004", "None", True),
        ("From 1 May 2012", "1 May 2012", "None", False),
        ("From: 1.5.2012 To: current", "1 May 2012", "None", True),
        ("From 1.5.2012\nTo 1.5.2013", "1 May 2012", "1 May 2013", False),
        ("until March 2014", "None", "March 2014", False),
        ("Apr-15 - Mar-16", "April 2015", "March 2016", False),
        ("2015-04-01 - 2016-03-31", "1 April 2015", "31 March 2016", False),
        ("ongoing", "None", "None", True),
        ("2011 -", "2011", "None", False),
        ("", "None", "None", False),
    ],
)
def test_a_period_in_one_cell(text: str, start: str, end: str, said: bool) -> None:
    read = parse_period(text)
    assert (str(read.start.value), str(read.end.value), read.end.said) == (start, end, said)
    assert read.start.problem is None and read.end.problem is None


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("between 2012 and 2014", "2012", "2014"),
        ("2012/2014", "2012", "2014"),
        ("04/2012 / 03/2014", "April 2012", "March 2014"),
        ("ongoing since 2012", "2012", "None"),
        ("since April 2012 (ongoing)", "April 2012", "None"),
        ("April - June 2014", "April 2014", "June 2014"),
        ("1-30 June 2015", "1 June 2015", "30 June 2015"),
        ("Start: April 2012 End: March 2014", "April 2012", "March 2014"),
        ("Jan 2014 through Dec 2015", "January 2014", "December 2015"),
        ("March 2019 (resigned)", "None", "March 2019"),
        ("Left post June 2015", "None", "June 2015"),
        ("March 2016 to March 2019 (3 years)", "March 2016", "March 2019"),
        ("01/09/2016 - current (renewed annually)", "1 September 2016", "None"),
        ("2014 / ongoing", "2014", "None"),
        ("c2012 - 2014", "2012", "2014"),
        ("early 2000s", "2000", "None"),
    ],
)
def test_a_period_in_the_words_of_many_hands(text: str, start: str, end: str) -> None:
    read = parse_period(text)
    assert (str(read.start.value), str(read.end.value)) == (start, end)
    assert read.start.problem is None and read.end.problem is None


@pytest.mark.parametrize("text", ["for 10 years", "since appointment", "March 2019 3 years", "2012 to 2014 and 2016"])
def test_a_length_of_time_is_no_date(text: str) -> None:
    read = parse_period(text)
    assert read.start.problem is not None or read.end.problem is not None


def test_a_period_with_one_bad_end_keeps_the_good_one() -> None:
    read = parse_period("1 April 2015 to 31/02/2017")
    assert str(read.start.value) == "1 April 2015"
    assert read.end.problem == "is not a date" and read.end_text == "31/02/2017"


@given(st.dates(min_value=date(1961, 1, 1), max_value=date(2059, 12, 31)))
def test_every_usual_spelling_of_a_day_reads_back(day: date) -> None:
    for form in ("%d/%m/%Y", "%d.%m.%y", "%Y-%m-%d", "%d %B %Y", "%d-%b-%y", "%d %b %Y"):
        read = parse_date(day.strftime(form))
        assert read.value is not None and read.value.earliest == read.value.latest == day, form


@given(st.text(max_size=60))
def test_no_text_whatever_is_a_crash(text: str) -> None:
    parse_date(text)
    parse_period(text)
