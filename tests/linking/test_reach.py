"""The index finds every holding that the linker links, whatever ties it to the item."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from coi_audit.linking.graph import OrganisationGraph
from coi_audit.linking.links import ItemContext, Linker
from coi_audit.linking.organisations.directory import Directory
from coi_audit.linking.reach import Reach
from coi_audit.model.evidence import SourceRef
from coi_audit.model.linking import Classification, Holding, Party, Person
from coi_audit.model.organisations import Candidate, Organisation, Resolution
from coi_audit.model.words import (
    BodyKind,
    InterestCategory,
    Match,
    OrganisationKind,
    Purpose,
    Relationship,
    Scope,
    Tie,
)

ON = date(2017, 9, 5)
HERE = SourceRef(file="organisations.csv", row=2)


def organisation(name: str, kind: OrganisationKind, **more: object) -> Organisation:
    return Organisation.model_validate({"name": name, "kind": kind, "source": HERE, **more})


KNOWN = (
    organisation("Elm Street Surgery", OrganisationKind.PRACTICE, ods_code="Y00001"),
    organisation("Brook Lane Surgery", OrganisationKind.PRACTICE, premises_owner="Corvale Estates Ltd"),
    organisation("Northfield PCN", OrganisationKind.PCN, members=("Elm Street Surgery", "Brook Lane Surgery")),
    organisation("Northfield Alliance", OrganisationKind.FEDERATION, owners=("Elm Street Surgery", "Northfield PCN")),
    organisation("Alliance Pharmacy Ltd", OrganisationKind.COMPANY, owners=("Northfield Alliance",)),
    organisation("Corvale Estates Ltd", OrganisationKind.COMPANY),
)
DIRECTORY = Directory.build(None, KNOWN, body_code="99Z", body_kind=BodyKind.CCG)
LINKER = Linker(DIRECTORY, OrganisationGraph(DIRECTORY, ON), ON)
ALIKE = [
    "Somewhere Care (a charity)",
    "Elsewhere Ltd t/a Somewhere Care",
    "Somewhere Care Trust",
    "Somewhere Care NHS Trust (SCNT)",
    "SCNT",
]
NAMES = [*(one.name for one in KNOWN), "Elm Street", "Somewhere Care Ltd", "SOMEWHERE CARE LIMITED", "", *ALIKE]


def resolved(name: str, outcome: Match) -> tuple[Match, Organisation | None, Resolution | None]:
    if outcome is Match.ASK:
        candidates = tuple(Candidate(one.ods_code, one.name, "alike") for one in KNOWN[:2])
        return outcome, None, Resolution(name, outcome, candidates=candidates)
    found = DIRECTORY.resolve(name, on=ON) if name and outcome is Match.MATCHED else None
    if found is None or found.organisation is None:
        return Match.NONE, None, None
    return Match.MATCHED, found.organisation, found


@st.composite
def holdings(draw: st.DrawFn) -> Holding:
    name = draw(st.sampled_from(NAMES))
    outcome, found, resolution = resolved(name, draw(st.sampled_from(Match)))
    return Holding(
        person=Person(draw(st.sampled_from(["Dr Petra Lindqvist", "Joan Underhill"]))),
        organisation=found,
        organisation_name=name,
        tie=draw(st.sampled_from(Tie)),
        relationship=draw(st.sampled_from(Relationship)),
        category=InterestCategory.FINANCIAL,
        direct=True,
        nature="an interest",
        held_from=None,
        held_until=None,
        declared_on=None,
        known_on=None,
        known_inferred=False,
        interest=None,
        outcome=outcome,
        resolution=resolution,
    )


@st.composite
def parties(draw: st.DrawFn) -> Party:
    name = draw(st.sampled_from([one for one in NAMES if one]))
    outcome, found, resolution = resolved(name, draw(st.sampled_from(Match)))
    return Party(found.name if found else name, name, outcome, None, found, resolution)


@st.composite
def items(draw: st.DrawFn) -> ItemContext:
    scope = draw(st.sampled_from(Scope))
    classification = Classification("C02", True, scope, Purpose.DECISION)
    some = st.lists(parties(), max_size=2).map(tuple)
    return ItemContext("item 7", classification, draw(some), draw(some))


@settings(max_examples=300, deadline=None)
@given(held=st.lists(holdings(), max_size=6), item=items())
def test_whatever_is_linked_is_near(held: list[Holding], item: ItemContext) -> None:
    linked = [one for one in held if LINKER.link(one, item) is not None]
    near = Reach(held, LINKER).near(item)
    found = [one for one in near if LINKER.link(one, item) is not None]
    assert [id(one) for one in found] == [id(one) for one in linked]


def test_an_item_about_one_organisation_looks_at_its_own_holdings_alone() -> None:
    def held(name: str) -> Holding:
        outcome, found, resolution = resolved(name, Match.MATCHED)
        return Holding(
            person=Person("Dr Petra Lindqvist"),
            organisation=found,
            organisation_name=name,
            tie=Tie.MEMBER,
            relationship=Relationship.SELF,
            category=InterestCategory.FINANCIAL,
            direct=True,
            nature="patient",
            held_from=None,
            held_until=None,
            declared_on=None,
            known_on=None,
            known_inferred=False,
            interest=None,
            outcome=outcome,
            resolution=resolution,
        )

    _, found, resolution = resolved("Elm Street Surgery", Match.MATCHED)
    party = Party("Elm Street Surgery", "Elm Street Surgery", Match.MATCHED, "Y00001", found, resolution)
    item = ItemContext("item 7", Classification("C02", True, Scope.NAMED_PRACTICE, Purpose.DECISION), (party,), ())
    mine, other = held("Elm Street Surgery"), held("Corvale Estates Ltd")
    assert Reach([other, mine], LINKER).near(item) == [mine]


def test_a_route_is_worked_out_once_and_ends_at_three_steps() -> None:
    elm = KNOWN[0]
    holding = resolved("Elm Street Surgery", Match.MATCHED)
    assert holding[1] is not None
    routes = LINKER.routes(
        Holding(
            person=Person("Dr Petra Lindqvist"),
            organisation=holding[1],
            organisation_name=elm.name,
            tie=Tie.PARTNER,
            relationship=Relationship.SELF,
            category=InterestCategory.FINANCIAL,
            direct=True,
            nature="partner",
            held_from=None,
            held_until=None,
            declared_on=None,
            known_on=None,
            known_inferred=False,
            interest=None,
        )
    )
    assert [edge.organisation.name for edge in routes["alliance pharmacy ltd"]] == [
        "Northfield Alliance",
        "Alliance Pharmacy Ltd",
    ]
    assert "Y00001" not in routes
