"""The presumptive minimum action: every row of the contract's table, by policy, purpose, closing and edition."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coi_audit.linking.required import required_action, row_for
from coi_audit.model.linking import Classification, Holding, Link, Person
from coi_audit.model.words import (
    Action,
    InterestCategory,
    LinkKind,
    Purpose,
    Relationship,
    Scope,
    SharedInterestPolicy,
    Tie,
)
from coi_audit.paths import rules_folder
from coi_audit.rulebook.action_table import load_action_table

TABLE = load_action_table(rules_folder())
ON = date(2017, 9, 5)
OWN = Holding(
    person=Person(name="Dr Asha Venn"),
    organisation=None,
    organisation_name="Elm Street Surgery",
    tie=Tie.PARTNER,
    relationship=Relationship.SELF,
    category=InterestCategory.FINANCIAL,
    direct=True,
    nature="GP partner",
    held_from=None,
    held_until=None,
    declared_on=None,
    known_on=None,
    known_inferred=False,
    interest=None,
)
NAMED = Link(LinkKind.NAMED_PARTY, None, ())
PROVIDER = Link(LinkKind.PROVIDER_PARTY, None, ())
THROUGH = Link(LinkKind.PROVIDER_PARTY, None, (), through_own_practice=True)
NEAR = Link(LinkKind.NEIGHBOUR, None, ())
SHARED = Link(LinkKind.SHARED, None, ())
PERSONAL = Link(LinkKind.PERSONAL, None, ())
ITEM = Classification("C13", True, Scope.NAMED_PRACTICE, Purpose.DECISION)
ALL = replace(ITEM, decision_type="C06", scope=Scope.ALL_PRACTICES)
SOME = replace(ALL, scope=Scope.SOME_PRACTICES)


def person(relationship: Relationship, tie: Tie = Tie.EMPLOYEE) -> Holding:
    return replace(OWN, relationship=relationship, tie=tie, direct=relationship is Relationship.SELF)


def unpaid(tie: Tie) -> Holding:
    return replace(OWN, tie=tie, category=InterestCategory.NON_FINANCIAL_PERSONAL)


# row of the contract: link, holding, item; then the actions under note, no_vote, leave, and closed
ROWS = [
    ("own", NAMED, OWN, ITEM, "leave", "leave", "leave", "leave_no_papers"),
    ("spouse", PROVIDER, person(Relationship.SPOUSE), ITEM, "leave", "leave", "leave", "leave_no_papers"),
    ("through practice", THROUGH, OWN, ITEM, "leave", "leave", "leave", "leave"),
    ("relative", NAMED, person(Relationship.RELATIVE), ITEM, *["discuss_then_leave"] * 3, "leave"),
    ("friend", PROVIDER, person(Relationship.FRIEND), ITEM, *["discuss_then_leave"] * 3, "leave"),
    ("trustee", PROVIDER, unpaid(Tie.TRUSTEE), ITEM, "leave", "leave", "leave", "leave"),
    ("other role", PROVIDER, unpaid(Tie.ROLE), ITEM, *["discuss_then_leave"] * 4),
    ("patient", NAMED, unpaid(Tie.MEMBER), ITEM, "note", "note", "note", "note"),
    ("neighbour, zero-sum", NEAR, OWN, replace(ITEM, zero_sum=True), "leave", "leave", "leave", "leave"),
    ("neighbour", NEAR, OWN, ITEM, *["discuss_then_leave"] * 3, "leave"),
    ("shared, all", SHARED, OWN, ALL, "note", "stay_no_vote", "leave", None),
    ("shared, some", SHARED, OWN, SOME, "discuss_then_leave", "discuss_then_leave", "leave", None),
    ("shared, relative", SHARED, person(Relationship.RELATIVE), ALL, "note", "note", "note", None),
    ("shared, unpaid", SHARED, OWN, replace(ALL, pays_nobody=True), "note", "note", "note", None),
    ("personal", PERSONAL, OWN, replace(ITEM, scope=Scope.INTERNAL), "leave", "leave", "leave", "leave"),
]


@pytest.mark.parametrize("row", ROWS, ids=[row[0] for row in ROWS])
def test_every_row_of_the_table(row: tuple[object, ...]) -> None:
    _, link, holding, item, *wanted = row
    assert isinstance(link, Link)
    assert isinstance(holding, Holding)
    assert isinstance(item, Classification)
    for policy, expected in zip(SharedInterestPolicy, wanted[:3], strict=True):
        got = required_action(link, holding, item, on=ON, policy=policy, table=TABLE)
        assert got.action == expected, policy
    if wanted[3] is not None:
        closed = replace(item, closed=True)
        assert required_action(link, holding, closed, on=ON, policy=None, table=TABLE).action == wanted[3]


@pytest.mark.parametrize("row", ROWS, ids=[row[0] for row in ROWS])
def test_information_never_asks_for_more_than_noting(row: tuple[object, ...]) -> None:
    item = replace(row[3], purpose=Purpose.INFORMATION, closed=True)  # type: ignore[type-var]
    got = required_action(row[1], row[2], item, on=ON, policy=SharedInterestPolicy.LEAVE, table=TABLE)  # type: ignore[arg-type]
    assert got.action is Action.NOTE


@pytest.mark.parametrize(
    ("link", "expected"), [(NAMED, "leave"), (PERSONAL, "leave"), (NEAR, "note"), (SHARED, "note")]
)
def test_discussion_asks_the_same_of_named_and_personal_links_alone(link: Link, expected: str) -> None:
    item = replace(ALL, purpose=Purpose.DISCUSSION)
    assert required_action(link, OWN, item, on=ON, policy=None, table=TABLE).action == expected


@pytest.mark.parametrize(
    ("on", "expected"),
    [(date(2014, 12, 17), "leave"), (date(2014, 12, 18), "stay_no_vote"), (date(2022, 7, 1), "stay_no_vote")],
)
def test_before_december_2014_the_default_policy_is_to_leave(on: date, expected: str) -> None:
    assert required_action(SHARED, OWN, ALL, on=on, policy=None, table=TABLE).action == expected


@pytest.mark.parametrize(
    ("on", "percent", "expected"),
    [
        (date(2016, 6, 27), 5.0, "note"),
        (date(2016, 6, 28), 5.0, "leave"),
        (date(2016, 6, 27), 5.1, "leave"),
        (date(2016, 6, 27), None, "leave"),
    ],
)
def test_a_small_share_asked_only_noting_until_june_2016(on: date, percent: float | None, expected: str) -> None:
    share = replace(OWN, tie=Tie.SHAREHOLDER, share_percent=percent)
    assert required_action(PROVIDER, share, ITEM, on=on, policy=None, table=TABLE).action == expected


@pytest.mark.parametrize(
    ("on", "source"),
    [
        (date(2013, 4, 1), "NHSCB13"),
        (date(2014, 12, 18), "SG14"),
        (date(2016, 6, 28), "SG16"),
        (date(2017, 6, 15), "SG16"),
        (date(2017, 6, 16), "SG17"),
        (date(2022, 6, 30), "SG17"),
        (date(2022, 7, 1), "ICBCONST"),
    ],
)
def test_the_day_chooses_the_edition(on: date, source: str) -> None:
    edition = TABLE.edition_on(on)
    assert edition is not None
    assert edition.source == source


def test_a_partnership_ticked_in_the_wrong_column_is_still_the_own_practice() -> None:
    wrong = replace(OWN, category=InterestCategory.NON_FINANCIAL_PROFESSIONAL)
    assert row_for(NAMED, wrong, ITEM) == "own"


@given(
    st.sampled_from([row[1] for row in ROWS]),
    st.sampled_from([row[2] for row in ROWS]),
    st.sampled_from([ITEM, ALL, SOME, replace(ITEM, zero_sum=True), replace(ALL, pays_nobody=True)]),
    st.sampled_from(list(Purpose)),
)
def test_a_stricter_policy_never_asks_for_less(
    link: Link, holding: Holding, item: Classification, purpose: Purpose
) -> None:
    asked = [
        required_action(
            link, holding, replace(item, purpose=purpose), on=ON, policy=policy, table=TABLE
        ).action.strength
        for policy in SharedInterestPolicy
    ]
    assert asked == sorted(asked)
