"""What a person should look at in a paper as read: told of the field it concerns, and of nothing that is plain."""

from __future__ import annotations

from datetime import date

import pytest

from coi_audit.model.dates import PartialDate, Precision
from coi_audit.model.evidence import Recorded, SourceRef
from coi_audit.model.interests import Interest, Register
from coi_audit.model.meetings import Agenda, AgendaItem, Minutes
from coi_audit.model.words import InterestCategory, MinutesStatus
from coi_audit.readers.dates import parse_date
from coi_audit.readers.doubts import doubts_of, questions_of

HERE = SourceRef(file="r.csv", row=2)
COLUMNS = ("person", "organisation", "nature", "category", "direct", "held_from")
YEAR = PartialDate(earliest=date(2016, 1, 1), latest=date(2016, 12, 31), precision=Precision.YEAR)

ABOUT = {"held_from": YEAR, "from_text": "about 2016"}


def interest(**more: object) -> Interest:
    known = {"category": InterestCategory.FINANCIAL, "direct": True, "organisation": "Mill Lane Surgery"}
    return Interest.model_validate({"person": "Ann Vale", "source": HERE, **known, **more})


def register(**more: object) -> Register:
    known = {"file": "r.csv", "edition": date(2017, 4, 1), "edition_from": "the file's name", "public": True}
    return Register.model_validate({"columns": COLUMNS, "source": HERE, **known, **more})


def test_what_is_plain_is_not_doubted() -> None:
    assert doubts_of(interest(held_from=PartialDate.day(date(2016, 9, 1)), until_text="current"), register()) == ()
    assert questions_of(register()) == ()


@pytest.mark.parametrize(
    ("more", "columns", "field", "why"),
    [
        (ABOUT, COLUMNS, "held_from", "only the year is given: taken for 1 January 2016 to 31 December"),
        ({"held_until": YEAR, "until_text": "late 2016"}, COLUMNS, "held_until", "only the year is given"),
        ({"category": None}, COLUMNS, "category", "does not say which kind"),
        ({}, ("person", "nature"), "category", "no column for it: taken from the words"),
        ({"direct": None}, COLUMNS, "direct", "direct or indirect"),
        ({"organisation": ""}, COLUMNS, "organisation", "no organisation was found"),
        ({"from_text": "some time ago"}, COLUMNS, "held_from", '"some time ago" is no date'),
    ],
)
def test_each_doubt_names_its_field(more: dict[str, object], columns: tuple[str, ...], field: str, why: str) -> None:
    (doubt,) = doubts_of(interest(**more), register(columns=columns))
    assert doubt.field == field
    assert why in doubt.why


@pytest.mark.parametrize(
    "written", ["2016", "since 2016", "Sept 2019", "September '19", "05/2016", "2016-09", "from May 2014"]
)
def test_a_plain_month_or_year_has_one_reading(written: str) -> None:
    assert doubts_of(interest(held_from=parse_date(written).value, from_text=written), register()) == ()


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("Sep 16", '"Sep 16" may end in a day or a year'),
        ("Jan-12", '"Jan-12" may end in a day or a year'),
        ("2015/16", "only the year is given"),
        ("Summer 2015", "only the year is given"),
        ("c. 2010", "only the year is given"),
        ("the 1990s", "only the year is given"),
        ("early 2014", "only the year is given"),
    ],
)
def test_a_month_or_year_with_two_readings_is_doubted(written: str, why: str) -> None:
    (doubt,) = doubts_of(interest(held_from=parse_date(written).value, from_text=written), register())
    assert doubt.why.startswith(why)


def test_doubts_stand_in_the_order_of_the_fields() -> None:
    found = doubts_of(interest(**ABOUT, category=None, organisation=""), register())
    assert [one.field for one in found] == ["organisation", "category", "held_from"]


def test_an_item_without_a_number() -> None:
    assert doubts_of(AgendaItem(number="6", title="Lease", source=HERE), None) == ()
    assert [one.field for one in doubts_of(AgendaItem(title="Lease", source=HERE), None)] == ["number"]


@pytest.mark.parametrize(
    ("document", "asked"),
    [
        (register(edition=None), ["For which day"]),
        (register(edition_from="the day the file was last saved"), ["Does this edition speak for 1 April 2017?"]),
        (register(public=None), ["Is this the published register"]),
        (Agenda(file="a", source=HERE), ["On which day", "Which committee"]),
        (Agenda(file="a", on=date(2017, 9, 5), committee="PCCC", source=HERE), []),
        (Minutes(file="a", on=date(2017, 9, 5), committee="PCCC", source=HERE), ["Are these minutes a draft"]),
        (Minutes(file="a", on=date(2017, 9, 5), committee="PCCC", status=MinutesStatus.DRAFT, source=HERE), []),
        (None, []),
    ],
)
def test_what_the_document_leaves_open_is_asked(document: Recorded | None, asked: list[str]) -> None:
    found = questions_of(document)
    assert [one.startswith(start) for one, start in zip(found, asked, strict=True)] == [True] * len(asked)
