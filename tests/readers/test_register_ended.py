"""When an interest was held, by its own words: over, until a day, from a day; and never over where it may go on."""

from __future__ import annotations

from datetime import date

import pytest

from coi_audit.readers.registers.ended import told_by_words

REGISTER = date(2017, 4, 1)


@pytest.mark.parametrize(
    "nature",
    [
        "Former GP partner at Elm Street Surgery",
        "Previously a partner, Elm Street Surgery",
        "No longer a partner at Elm Street Surgery",
        "Ex-partner of Elm Street Surgery",
        "Retired partner of Elm Street Surgery",
        "Wife was a partner at Elm Street Surgery",
        "My husband is a retired partner of Elm Street Surgery",
    ],
)
def test_an_interest_called_former_was_over_when_the_register_said_so(nature: str) -> None:
    told = told_by_words(nature, by=REGISTER)
    assert told.end is not None and (told.start, told.end.latest) == (None, REGISTER)
    assert told_by_words(nature, by=None).end is None


@pytest.mark.parametrize(
    ("nature", "day"),
    [
        ("Partner at Elm Street Surgery until 31 March 2016", date(2016, 3, 31)),
        ("Partner at Elm Street Surgery (until 31/03/16)", date(2016, 3, 31)),
        ("Partner, Elm Street Surgery (ended March 2016)", date(2016, 3, 31)),
        ("Resigned as a director of Northfield Health Ltd in 2015", date(2015, 12, 31)),
        ("Trustee of Northfield Hospice up to 1.5.2019", date(2019, 5, 1)),
    ],
)
def test_an_interest_that_names_its_end(nature: str, day: date) -> None:
    told = told_by_words(nature, by=REGISTER)
    assert told.end is not None and told.end.latest == day


def test_an_interest_that_names_its_beginning() -> None:
    told = told_by_words("Prospective partner at Elm Street Surgery from April 2018", by=REGISTER)
    assert told.start is not None and (told.start.earliest, told.end) == (date(2018, 4, 1), None)


@pytest.mark.parametrize(
    "nature",
    [
        "Partner at Elm Street Surgery",
        "Partner at Elm Street Surgery until retirement",
        "Retired partner of Elm Street Surgery, now a locum there",
        "Former partner of Elm Street Surgery; landlord of its premises",
        "Former nurse. Husband is a partner at Elm Street Surgery",
        "Retired NHS manager, patient at Elm Street Surgery",
        "Former director and patient of Elm Street Surgery",
        "Retired partner, draws a pension from Elm Street Surgery",
        "Director of the Former Pupils' Trust",
        "Works at Pastures Way Surgery",
    ],
)
def test_an_interest_that_may_go_on_is_not_over(nature: str) -> None:
    assert told_by_words(nature, by=REGISTER).end is None
