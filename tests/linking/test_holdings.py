"""What somebody holds on a day: rows of the register, and what `body.yaml` alone tells."""

from __future__ import annotations

from datetime import date

import pytest

from coi_audit.linking.holdings import held_on, holding_of_membership, holdings_of_owners, holdings_on
from coi_audit.linking.organisations.directory import Directory
from coi_audit.linking.people.index import PeopleIndex, build_people
from coi_audit.model.dates import PartialDate
from coi_audit.model.evidence import SourceRef
from coi_audit.model.interests import Interest, Register
from coi_audit.model.linking import Holding
from coi_audit.model.organisations import Organisation
from coi_audit.model.people import Member
from coi_audit.model.words import BodyKind, InterestCategory, OrganisationKind, Role, Tie
from coi_audit.paths import rules_folder
from coi_audit.rulebook.tie_words import load_tie_words

ON, EDITION = date(2019, 9, 5), date(2019, 4, 1)
SOURCE = SourceRef(file="body.yaml", line=1)
LANE = Organisation(name="Juniper Lane Surgery", kind=OrganisationKind.PRACTICE, source=SOURCE)
COMPANY = Organisation(name="Fold Diagnostics Ltd", owners=("Dr Asha Venn",), source=SOURCE)
DIRECTORY = Directory.build(None, (LANE, COMPANY), body_code="99Z", body_kind=BodyKind.CCG)
SEAT = Member(name="Dr Asha Venn", role=Role.GP, practice=LANE.name, source=SOURCE)
PEOPLE = PeopleIndex(build_people((SEAT,), (), [SEAT.name]))
WORDS = load_tie_words(rules_folder())


def row(nature: str, organisation: str = LANE.name, **more: object) -> Interest:
    told = {"person": SEAT.name, "organisation": organisation, "nature": nature, **more}
    return Interest(**told, source=SourceRef(file="register.xlsx", row=2))  # type: ignore[arg-type]


def register(*rows: Interest) -> tuple[Holding, ...]:
    book = Register(file="register.xlsx", edition=EDITION, interests=rows, source=SourceRef(file="register.xlsx"))
    return holdings_on(ON, registers=(book,), people=PEOPLE, directory=DIRECTORY, words=WORDS)


def seat(*rows: Interest) -> Holding | None:
    person = PEOPLE.match(SEAT.name).person
    assert person is not None
    return holding_of_membership(person, SEAT, on=ON, directory=DIRECTORY, known=register(*rows))


@pytest.mark.parametrize(
    ("nature", "relationship"), [("Patient", None), ("Landlord of the building", None), ("Salaried GP", "Wife")]
)
def test_the_practice_of_the_membership_list_is_an_interest_beside_what_another_row_says(
    nature: str, relationship: str | None
) -> None:
    told = seat(row(nature, relationship=relationship))
    assert told is not None
    assert (told.tie, told.organisation_name) == (Tie.PARTNER, LANE.name)


@pytest.mark.parametrize("nature", ["GP partner", "Salaried GP", "Director", "Interest in the practice"])
def test_a_row_that_makes_the_practice_their_own_says_the_same_as_the_membership_list(nature: str) -> None:
    assert seat(row(nature)) is None


def owned(*rows: Interest) -> tuple[Holding, ...]:
    person = PEOPLE.match(SEAT.name).person
    assert person is not None
    return holdings_of_owners([person], on=ON, directory=DIRECTORY, index=PEOPLE, known=register(*rows))


def test_an_owner_of_the_bodys_list_holds_it_beside_what_another_row_says() -> None:
    assert [one.tie for one in owned(row("Unpaid director", COMPANY.name))] == [Tie.SHAREHOLDER]
    assert owned(row("Shareholder", COMPANY.name)) == ()


@pytest.mark.parametrize("open_first", [True, False])
def test_of_two_rows_of_one_edition_an_ended_one_does_not_end_the_other(open_first: bool) -> None:
    ended = row("Shareholder", held_until=PartialDate.day(date(2018, 3, 31)))
    rows = [row("Shareholder", held_from=PartialDate.day(date(2018, 4, 1))), ended]
    (holding,) = register(*(rows if open_first else rows[::-1]))
    assert held_on(holding, ON)
    assert holding.held_until is None


def test_of_two_rows_of_one_edition_the_one_that_says_less_takes_nothing_away() -> None:
    tomorrow = PartialDate.day(date(2019, 9, 6))
    large = row("Shareholder", COMPANY.name, share_percent=40.0)
    small = row("Shareholder", COMPANY.name, share_percent=2.0, held_from=tomorrow)
    (holding,) = register(large, small)
    assert (holding.share_percent, held_on(holding, ON)) == (40.0, True)
    paid = row("Director", COMPANY.name, category=InterestCategory.FINANCIAL)
    unpaid = row("Unpaid director", COMPANY.name, category=InterestCategory.NON_FINANCIAL_PROFESSIONAL)
    assert [one.category for one in register(paid, unpaid)] == [InterestCategory.FINANCIAL]


@pytest.mark.parametrize(
    ("nature", "ties"),
    [
        ("GP partner and part owner of the building", {Tie.PARTNER, Tie.PREMISES}),
        ("Part-owner of the premises; salaried GP, four sessions", {Tie.EMPLOYEE, Tie.PREMISES}),
        ("Owner of the building with the other partners", {Tie.PREMISES}),
        ("Landlord of the building, former partner at the practice", {Tie.PREMISES}),
    ],
)
def test_a_row_about_the_building_may_tell_of_the_partnership_too(nature: str, ties: set[Tie]) -> None:
    held = register(row(nature))
    assert {one.tie for one in held} == ties
    assert all(one.known_on == EDITION for one in held)


def test_the_membership_list_adds_nothing_to_a_row_that_tells_of_building_and_partnership() -> None:
    assert seat(row("GP partner and part owner of the building")) is None
