"""What the nature of an interest says: tie and relationship."""

from __future__ import annotations

import pytest

from coi_audit.linking.ties import category_of, tie_of_interest
from coi_audit.model.evidence import SourceRef
from coi_audit.model.interests import Interest
from coi_audit.model.words import InterestCategory, Relationship, Tie
from coi_audit.paths import rules_folder
from coi_audit.rulebook.tie_words import load_tie_words

WORDS = load_tie_words(rules_folder())


def row(nature: str, *, organisation: str = "Elm Street Surgery", direct: bool | None = None) -> Interest:
    return Interest(
        person="Dr Asha Venn",
        organisation=organisation,
        nature=nature,
        direct=direct,
        source=SourceRef(file="register.xlsx", sheet="GB", row=4),
    )


@pytest.mark.parametrize(
    ("nature", "tie", "relationship"),
    [
        ("GP Partner", Tie.PARTNER, Relationship.SELF),
        ("Senior Partner", Tie.PARTNER, Relationship.SELF),
        ("Partner", Tie.PARTNER, Relationship.SELF),
        ("Salaried GP", Tie.EMPLOYEE, Relationship.SELF),
        ("Practice Manager", Tie.EMPLOYEE, Relationship.SELF),
        ("Consultant anaesthetist", Tie.EMPLOYEE, Relationship.SELF),
        ("Consultant in respiratory medicine", Tie.EMPLOYEE, Relationship.SELF),
        ("Husband is a consultant orthopaedic surgeon", Tie.EMPLOYEE, Relationship.SPOUSE),
        ("Consultant to the company", Tie.CONSULTANT, Relationship.SELF),
        ("Director and shareholder (10%)", Tie.SHAREHOLDER, Relationship.SELF),
        ("Non-executive director", Tie.DIRECTOR, Relationship.SELF),
        ("Trustee (unpaid)", Tie.TRUSTEE, Relationship.SELF),
        ("Registered patient", Tie.MEMBER, Relationship.SELF),
        ("Owns the building with two colleagues", Tie.PREMISES, Relationship.SELF),
        ("Landlord of the surgery", Tie.PREMISES, Relationship.SELF),
        ("Wife is a director", Tie.DIRECTOR, Relationship.SPOUSE),
        ("Husband is a salaried GP at the practice", Tie.EMPLOYEE, Relationship.SPOUSE),
        ("Civil partner works as practice nurse", Tie.EMPLOYEE, Relationship.SPOUSE),
        ("My partner is a partner at the surgery", Tie.PARTNER, Relationship.SPOUSE),
        ("Brother-in-law owns the company", Tie.OWNER, Relationship.RELATIVE),
        ("Close friend is chief executive", Tie.DIRECTOR, Relationship.FRIEND),
        ("Business partner holds shares", Tie.SHAREHOLDER, Relationship.BUSINESS_PARTNER),
        ("Clinical Director", Tie.DIRECTOR, Relationship.SELF),
    ],
)
def test_reading_the_nature(nature: str, tie: Tie, relationship: Relationship) -> None:
    assert tie_of_interest(row(nature), WORDS) == (tie, relationship)


def test_an_indirect_row_that_names_nobody_says_so() -> None:
    assert tie_of_interest(row("Salaried GP", direct=False), WORDS)[1] is Relationship.UNSTATED


def test_the_register_gives_the_category_before_the_tie_does() -> None:
    trustee = row("Trustee")
    assert category_of(trustee, Tie.TRUSTEE) is InterestCategory.NON_FINANCIAL_PERSONAL
    ticked = trustee.model_copy(update={"category": InterestCategory.NON_FINANCIAL_PROFESSIONAL})
    assert category_of(ticked, Tie.TRUSTEE) is InterestCategory.NON_FINANCIAL_PROFESSIONAL


@pytest.mark.parametrize(
    ("nature", "tie"),
    [
        ("Joint owner with his wife of 9 Quay Road, let to Elm Street Surgery", Tie.PREMISES),
        ("Owns with my husband the building, leased to Elm Street Surgery", Tie.PREMISES),
        ("Shareholder together with her brother", Tie.SHAREHOLDER),
    ],
)
def test_what_is_held_with_a_relative_is_ones_own(nature: str, tie: Tie) -> None:
    assert tie_of_interest(row(nature), WORDS) == (tie, Relationship.SELF)


@pytest.mark.parametrize(
    "nature", ["Wife is joint owner with her brother", "Lives with wife, who works at the surgery"]
)
def test_a_relatives_own_interest_stays_the_relatives(nature: str) -> None:
    assert tie_of_interest(row(nature), WORDS)[1] is not Relationship.SELF


@pytest.mark.parametrize(
    ("nature", "category"),
    [
        ("Mother is employed as a receptionist", InterestCategory.FINANCIAL),
        ("Brother-in-law is the owner", InterestCategory.FINANCIAL),
        ("Wife is a GP partner", InterestCategory.FINANCIAL),
        ("Registered patient", InterestCategory.NON_FINANCIAL_PERSONAL),
        ("Trustee", InterestCategory.NON_FINANCIAL_PERSONAL),
        ("Director (unpaid)", InterestCategory.NON_FINANCIAL_PROFESSIONAL),
    ],
)
def test_where_the_register_says_only_indirect_the_words_give_the_category(
    nature: str, category: InterestCategory
) -> None:
    interest = row(nature, direct=False)
    assert category_of(interest, tie_of_interest(interest, WORDS)[0]) is category


@pytest.mark.parametrize(
    ("nature", "organisation", "tie"),
    [
        ("Member", "Venn & Daughters Properties LLP", Tie.OWNER),
        ("Member of Venn Estates LLP (family business)", "", Tie.OWNER),
        ("Director of Venn Health Partnership Ltd", "Venn Health Partnership Ltd", Tie.DIRECTOR),
        ("Employee of Venn Consultancy Ltd", "Venn Consultancy Ltd", Tie.EMPLOYEE),
        ("Partner, Venn Surgery", "Venn Surgery", Tie.PARTNER),
        ("Life member", "Elm Street Surgery patient group", Tie.MEMBER),
    ],
)
def test_an_organisations_name_tells_its_form_and_not_the_tie(nature: str, organisation: str, tie: Tie) -> None:
    assert tie_of_interest(row(nature, organisation=organisation), WORDS)[0] is tie


def test_the_chair_of_a_patient_group_holds_no_post_in_the_practice() -> None:
    tie, relationship = tie_of_interest(row("Husband is chair of the Patient Participation Group"), WORDS)
    assert (tie, relationship) == (Tie.ROLE, Relationship.SPOUSE)
    assert category_of(row("Chair of the PPG"), Tie.ROLE) is InterestCategory.NON_FINANCIAL_PROFESSIONAL


@pytest.mark.parametrize(
    ("nature", "organisation", "tie"),
    [
        ("Director of Vale Properties Ltd, commercial landlord", "Vale Properties Ltd", Tie.DIRECTOR),
        ("Shareholder in Vale Properties Ltd (a landlord)", "Vale Properties Ltd", Tie.SHAREHOLDER),
        ("Director of Vale Properties Ltd, landlord of the surgery", "Vale Properties Ltd", Tie.PREMISES),
        ("GP partner at Elm Street Surgery, landlord", "Elm Street Surgery", Tie.PREMISES),
        ("Landlord", "Elm Street Surgery", Tie.PREMISES),
    ],
)
def test_a_company_that_lets_is_its_directors_company(nature: str, organisation: str, tie: Tie) -> None:
    assert tie_of_interest(row(nature, organisation=organisation), WORDS)[0] is tie
