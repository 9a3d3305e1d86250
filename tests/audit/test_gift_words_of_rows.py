"""What the words of one row tell: who approved it and how senior they are, for whom it was taken, whether in time."""

from __future__ import annotations

from datetime import date

import pytest

from coi_audit.audit import gift_facts
from coi_audit.audit.gift_facts import Approval, approval_of
from coi_audit.linking.people.index import PeopleIndex, build_people
from coi_audit.model.evidence import SourceRef
from coi_audit.model.gifts import Gift, GiftKind
from coi_audit.model.people import Member
from coi_audit.model.words import Role

SOURCE = SourceRef(file="gifts.xlsx", row=2)
MEMBERS = (
    Member(name="Ada Moor", role=Role.LAY, voting=True, source=SOURCE),
    Member(name="Rosa Quill", role=Role.EXECUTIVE, voting=True, source=SOURCE),
    Member(name="Dr Tom Ash", role=Role.GP, voting=False, source=SOURCE),
)
PEOPLE = PeopleIndex(build_people(MEMBERS))


def gift(**told: object) -> Gift:
    return Gift.model_validate({"recipient": "Rosa Quill", "details": "Dinner", "source": SOURCE, **told})


@pytest.mark.parametrize(
    ("told", "column", "expected"),
    [
        ({"approved_by": "Ada Moor"}, True, Approval(True, "Ada Moor", True)),
        ({"approved_by": "Ada Moor, 5 July 2017"}, True, Approval(True, "Ada Moor, 5 July 2017", True)),
        ({"approved_by": "Dr Tom Ash"}, True, Approval(True, "Dr Tom Ash", None)),
        (
            {"approved_by": "Pat Lowe - Chief Finance Officer"},
            True,
            Approval(True, "Pat Lowe - Chief Finance Officer", True),
        ),
        (
            {"approved_by": "Pat Lowe, PA to the Chief Officer"},
            True,
            Approval(True, "Pat Lowe, PA to the Chief Officer", None),
        ),
        ({"approved_by": "Team leader"}, True, Approval(True, "Team leader", False)),
        ({"approved_by": "Rosa Quill"}, True, Approval(True, "the recipient", False)),
        ({"approved_by": "Yes"}, True, Approval(True, "somebody who is not named")),
        ({"approved_by": "No"}, True, Approval(False)),
        ({"approved_by": "Approval not sought"}, True, Approval(False)),
        ({}, True, Approval(False)),
        ({}, False, Approval()),
        (
            {"comments": "Approved by the Director of Quality on 3 May"},
            True,
            Approval(True, "the Director of Quality", True),
        ),
        ({"reason": "Went without prior approval"}, False, Approval(False)),
    ],
)
def test_who_approved_it(told: dict[str, object], column: bool, expected: Approval) -> None:
    assert approval_of(gift(**told), column=column, people=PEOPLE) == expected


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ({"reason": "Shared with all staff"}, True),
        ({"comments": "Given to charity"}, True),
        ({"recipient": "Primary care team"}, True),
        ({"reason": "Not to cause offence"}, False),
        ({"comments": "A personal thank you"}, False),
        ({}, None),
    ],
)
def test_for_whom_it_was_taken(told: dict[str, object], expected: bool | None) -> None:
    assert gift_facts.taken_for_organisation(gift(**told)) is expected


@pytest.mark.parametrize(
    ("details", "expected"),
    [
        ("Business class rail to Leeds", True),
        ("Hotel and flights, Lisbon", True),
        ("Standard class train to Leeds", False),
        ("Taxi from the station", False),
        ("Hotel, one night", None),
        ("Train fare to Belfast, Northern Ireland", False),
    ],
)
def test_whether_a_journey_goes_beyond_the_modest(details: str, expected: bool | None) -> None:
    assert gift_facts.beyond_modest(gift(details=details, kind=GiftKind.TRAVEL)) is expected
    assert gift_facts.beyond_modest(gift(details=details, kind=GiftKind.HOSPITALITY)) is None


@pytest.mark.parametrize(
    ("details", "expected"),
    [("Branded pen", True), ("Bottle of wine", False), ("Branded box of chocolates", None), ("A thing", None)],
)
def test_whether_it_is_a_promotional_item(details: str, expected: bool | None) -> None:
    assert gift_facts.promotional(gift(details=details)) is expected


@pytest.mark.parametrize(
    ("told", "late", "undeclared"),
    [
        ({"comments": "Declared late"}, True, False),
        ({"section": "Retrospective declarations"}, True, False),
        ({"comments": "Not declared until the audit"}, True, False),
        ({"comments": "Was not declared"}, False, True),
        ({"comments": "Under £50, need not be declared"}, False, False),
        ({}, False, False),
    ],
)
def test_whether_it_was_declared_in_time(told: dict[str, object], late: bool, undeclared: bool) -> None:
    assert (gift_facts.declared_late(gift(**told)), gift_facts.not_declared(gift(**told))) == (late, undeclared)


def test_how_a_message_names_it() -> None:
    assert gift_facts.in_words(gift(value=40.0, value_text="c. £40", offered_on=date(2017, 7, 3))) == '"Dinner" (£40)'
    assert gift_facts.in_words(gift(value_text="nominal")) == '"Dinner" (nominal)'
    assert gift_facts.in_words(gift(details="", value=4.5)) == "£4.50"
