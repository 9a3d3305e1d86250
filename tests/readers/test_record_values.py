"""Sums of money, answers, days and nil returns as people write them in registers of records."""

from __future__ import annotations

from datetime import date

import pytest

from coi_audit.readers.records.money import read_money
from coi_audit.readers.records.values import read_day, read_flag, says_nothing_to_list


@pytest.mark.parametrize(
    ("text", "pounds"),
    [
        ("£1,250.00", 1250.0),
        ("c. £50", 50.0),
        ("under £25", 24.99),
        ("<£10", 9.99),
        ("£10-£15", 15.0),
        ("£10 - 15", 15.0),
        ("between £10 and £15", 15.0),
        ("£25-30 per head", 30.0),
        ("up to £25", 25.0),
        ("over £50", 50.01),
        ("not over £50", 50.0),
        ("approx 25", 25.0),
        ("25.50", 25.5),
        ("50p", 0.5),
        ("£850k", 850_000.0),
        ("£1.2 million", 1_200_000.0),
        ("£1,200,000 (£400,000 per year)", 1_200_000.0),
        ("£60 total (£20 each)", 60.0),
        ("2 x £15", 30.0),
        ("£20 each x 4", 80.0),
        ("12 bottles @ £10", 120.0),
        ("nil", 0.0),
        ("free of charge", 0.0),
        ("unknown", None),
        ("n/a", None),
        ("TBC", None),
        ("nominal", None),
        ("-", None),
        ("", None),
    ],
)
def test_a_sum_is_read_as_meant(text: str, pounds: float | None) -> None:
    read = read_money(text, text)
    assert (read.value, read.problem) == (pounds, None)


@pytest.mark.parametrize(
    "text", ["box of 12 chocolates", "€40", "£20 meal and £15 wine and £3 tip", "-5 degrees", "two tickets"]
)
def test_what_is_no_one_sum_is_a_problem(text: str) -> None:
    read = read_money(text, text)
    assert read.value is None and read.problem


def test_numbers_are_sums_and_none_is_below_nothing() -> None:
    assert read_money(12.5, "12.5").value == 12.5
    assert read_money(-3.0, "-3").problem


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("Yes", True),
        ("Accepted", True),
        ("Accepted on behalf of the CCG", True),
        ("✓", True),
        ("x", True),
        ("Accepted - not yet collected", True),
        ("Yes - approved by the chair", True),
        ("Declined", False),
        ("Politely declined", False),
        ("Not accepted", False),
        ("Returned to sender", False),
        ("No - not approved", False),
        ("N", False),
        ("", None),
        ("n/a", None),
        ("-", None),
    ],
)
def test_an_answer_is_read_as_meant(text: str, answer: bool | None) -> None:
    read = read_flag(text)
    assert (read.value, read.problem) == (answer, None)


@pytest.mark.parametrize("text", ["Accepted / Declined", "Accepted then returned", "Donated to the hospice"])
def test_an_answer_of_both_sides_or_neither_is_a_problem(text: str) -> None:
    assert read_flag(text).value is None and read_flag(text).problem


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("12/04/2017", date(2017, 4, 12)),
        ("April 2017", date(2017, 4, 1)),
        ("Ada Moor, 5 July 2017", date(2017, 7, 5)),
        ("TBC", None),
    ],
)
def test_a_day_is_read_as_meant(text: str, day: date | None) -> None:
    assert (read_day(text, text).value, read_day(text, text).problem) == (day, None)


@pytest.mark.parametrize("text", ["2017", "31/02/2017", "soon"])
def test_what_is_no_day_is_a_problem(text: str) -> None:
    assert read_day(text, text).problem


@pytest.mark.parametrize(
    "text", ["Nil return", "None", "No gifts were declared in 2017/18", "There were no breaches recorded."]
)
def test_words_that_there_is_nothing_to_list(text: str) -> None:
    assert says_nothing_to_list(text)


@pytest.mark.parametrize(
    "text", ["No gifts above £50 may be accepted", "Rosa Quill", "None of the gifts was kept by her own wish"]
)
def test_words_that_say_something_else(text: str) -> None:
    assert not says_nothing_to_list(text)
