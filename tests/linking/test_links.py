"""Which interest touches which item: every kind of link, its path, and the look-alikes that are none."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from one_holding import held_in

from coi_audit.linking.graph import OrganisationGraph
from coi_audit.linking.links import ItemContext, Linker, describe
from coi_audit.linking.organisations.directory import Directory
from coi_audit.model.evidence import SourceRef
from coi_audit.model.linking import Classification, Holding, Link, Party
from coi_audit.model.organisations import Organisation
from coi_audit.model.words import (
    BodyKind,
    Confidence,
    LinkKind,
    Match,
    OrganisationKind,
    Purpose,
    Relationship,
    Scope,
    Tie,
)

ON = date(2019, 9, 5)


def local(name: str, kind: OrganisationKind, **more: object) -> Organisation:
    return Organisation(name=name, kind=kind, source=SourceRef(file="body.yaml", line=1), **more)  # type: ignore[arg-type]


ORGANISATIONS = (
    local("Juniper Lane Surgery", OrganisationKind.PRACTICE, premises_owner="Corvale Estates Ltd"),
    local("Mossgill Practice", OrganisationKind.PRACTICE),
    local("Wintersett Medical Centre", OrganisationKind.PRACTICE),
    local("Harrow Fold Alliance Ltd", OrganisationKind.FEDERATION, members=("Juniper Lane Surgery",)),
    local("Fold Diagnostics Ltd", OrganisationKind.COMPANY, owners=("Harrow Fold Alliance Ltd",)),
    local("Corvale Estates Ltd", OrganisationKind.COMPANY),
    local("East Fold PCN", OrganisationKind.PCN, members=("Juniper Lane Surgery",)),
)
DIRECTORY = Directory.build(None, ORGANISATIONS, body_code="99Z", body_kind=BodyKind.CCG)
LINKER = Linker(DIRECTORY, OrganisationGraph(DIRECTORY, ON), ON)


def holding(organisation: str, tie: Tie = Tie.PARTNER, **more: object) -> Holding:
    return held_in(DIRECTORY, organisation, ON, tie=tie, **more)


def item(*parties: str, neighbours: tuple[str, ...] = (), scope: Scope = Scope.NAMED_PRACTICE) -> ItemContext:
    kind = Classification("C13", True, scope, Purpose.DECISION)
    return ItemContext("item 6", kind, tuple(map(party, parties)), tuple(map(party, neighbours)))


def party(mention: str) -> Party:
    resolution = DIRECTORY.resolve(mention, on=ON)
    return Party(
        name=resolution.name or mention,
        mention=mention,
        outcome=resolution.outcome,
        ods_code=resolution.ods_code,
        organisation=resolution.organisation if resolution.outcome is Match.MATCHED else None,
        resolution=resolution,
    )


def linked(one: Holding, context: ItemContext) -> Link:
    link = LINKER.link(one, context)
    assert link is not None
    return link


def test_a_partner_of_a_practice_that_a_network_lists_is_touched_as_one_of_the_group() -> None:
    listed = Classification("C20", True, Scope.SOME_PRACTICES, Purpose.DECISION)
    practices = (party("Juniper Lane Surgery"), party("Mossgill Practice"))
    found = linked(holding("Mossgill Practice"), ItemContext("item 6", listed, practices, ()))
    assert found.kind is LinkKind.SHARED
    assert "Mossgill Practice" in found.because[0]
    landlord = holding("Mossgill Practice", Tie.PREMISES)
    assert linked(landlord, ItemContext("item 6", listed, practices, ())).kind is LinkKind.NAMED_PARTY
    assert linked(holding("Mossgill Practice"), item("Mossgill Practice")).kind is LinkKind.NAMED_PARTY


def test_the_own_practice_is_a_named_party() -> None:
    link = linked(holding("Juniper Lane Surgery"), item("Juniper Lane Surgery"))
    assert link.kind is LinkKind.NAMED_PARTY
    assert link.path == ("Dr Asha Venn", "partner in", "Juniper Lane Surgery", "party to item 6")
    assert link.confidence is Confidence.CERTAIN


def test_a_company_is_a_provider_party() -> None:
    link = linked(holding("Corvale Estates Ltd", Tie.SHAREHOLDER), item("Corvale Estates Ltd"))
    assert link.kind is LinkKind.PROVIDER_PARTY
    assert not link.through_own_practice


def test_the_federation_is_reached_through_the_practice() -> None:
    link = linked(holding("Juniper Lane Surgery"), item("Harrow Fold Alliance Ltd"))
    assert link.kind is LinkKind.PROVIDER_PARTY
    assert link.through_own_practice
    assert link.path[3:5] == ("member of", "Harrow Fold Alliance Ltd")


def test_a_subsidiary_is_reached_through_practice_and_federation() -> None:
    link = linked(holding("Juniper Lane Surgery"), item("Fold Diagnostics Ltd"))
    assert "Harrow Fold Alliance Ltd" in link.path
    assert link.path[-2:] == ("Fold Diagnostics Ltd", "party to item 6")


def test_the_owner_of_the_building_is_a_party_to_what_its_practice_is_in() -> None:
    link = linked(holding("Corvale Estates Ltd", Tie.SHAREHOLDER), item("Juniper Lane Surgery"))
    assert link.kind is LinkKind.NAMED_PARTY
    assert "owns the premises of" in link.path


def test_letting_premises_leads_no_further() -> None:
    owner = holding("Corvale Estates Ltd", Tie.SHAREHOLDER)
    assert LINKER.link(owner, item("Harrow Fold Alliance Ltd")) is None


def test_a_share_the_practice_holds_is_a_tie_through_the_practice() -> None:
    told = holding("Harrow Fold Alliance Ltd", Tie.SHAREHOLDER, nature="My practice is a member and holds one share")
    assert linked(told, item("Harrow Fold Alliance Ltd")).through_own_practice


def test_only_an_own_practice_leads_to_what_the_practice_is_in() -> None:
    assert linked(holding("Juniper Lane Surgery"), item("Harrow Fold Alliance Ltd")).through_own_practice
    for tie in (Tie.PREMISES, Tie.CONSULTANT, Tie.MEMBER):
        assert LINKER.link(holding("Juniper Lane Surgery", tie), item("Harrow Fold Alliance Ltd")) is None


@pytest.mark.parametrize(
    ("tie", "expected"), [(Tie.PARTNER, LinkKind.SHARED), (Tie.DIRECTOR, LinkKind.SHARED), (Tie.MEMBER, None)]
)
def test_a_member_practice_shares_its_networks_item(tie: Tie, expected: LinkKind | None) -> None:
    link = LINKER.link(holding("Juniper Lane Surgery", tie), item("East Fold PCN", scope=Scope.SOME_PRACTICES))
    assert (link.kind if link else None) is expected


def test_the_networks_officer_is_a_provider_party() -> None:
    link = linked(holding("East Fold PCN", Tie.DIRECTOR), item("East Fold PCN", scope=Scope.SOME_PRACTICES))
    assert link.kind is LinkKind.PROVIDER_PARTY


def test_a_practice_of_another_network_shares_nothing() -> None:
    assert LINKER.link(holding("Mossgill Practice"), item("East Fold PCN", scope=Scope.SOME_PRACTICES)) is None


def test_a_neighbour_is_whom_the_papers_name_as_one() -> None:
    near = item("Juniper Lane Surgery", neighbours=("Mossgill Practice",))
    assert linked(holding("Mossgill Practice"), near).kind is LinkKind.NEIGHBOUR
    assert LINKER.link(holding("Wintersett Medical Centre"), near) is None
    assert LINKER.link(holding("Mossgill Practice", Tie.MEMBER), near) is None


def test_an_item_for_every_practice_is_shared_by_practices_of_the_body_alone() -> None:
    every = item(scope=Scope.ALL_PRACTICES)
    assert linked(holding("Mossgill Practice"), every).kind is LinkKind.SHARED
    assert LINKER.link(holding("Faraway Surgery"), every) is None
    assert LINKER.link(holding("Corvale Estates Ltd", Tie.SHAREHOLDER), every) is None
    assert LINKER.link(holding("Mossgill Practice", Tie.MEMBER), every) is None


def test_a_named_party_binds_before_what_is_shared() -> None:
    both = item("Mossgill Practice", scope=Scope.ALL_PRACTICES)
    assert linked(holding("Mossgill Practice"), both).kind is LinkKind.NAMED_PARTY


def test_a_name_that_no_list_knows_is_the_same_only_as_itself() -> None:
    unlisted = holding("Brandreth Consulting", Tie.CONSULTANT)
    assert linked(unlisted, item("Brandreth Consulting Ltd")).kind is LinkKind.PROVIDER_PARTY
    assert LINKER.link(unlisted, item("Brandreth Catering Ltd")) is None


def test_a_name_that_may_be_meant_is_asked() -> None:
    hills = tuple(local(f"{name} Hill Surgery", OrganisationKind.PRACTICE) for name in ("Quarry", "Beacon"))
    directory = Directory.build(None, (*ORGANISATIONS, *hills), body_code="99Z", body_kind=BodyKind.CCG)
    resolution = directory.resolve("Hill Surgery", on=ON)
    assert resolution.outcome is Match.ASK
    doubtful = Party("Hill Surgery", "Hill Surgery", Match.ASK, resolution=resolution)
    context = ItemContext("item 6", item().classification, (doubtful,), ())
    linker = Linker(directory, OrganisationGraph(directory, ON), ON)
    quarry = directory.resolve("Quarry Hill Surgery", on=ON).organisation
    mine = replace(holding("Quarry Hill Surgery"), organisation=quarry, outcome=Match.MATCHED)
    link = linker.link(mine, context)
    assert link is not None
    assert (link.kind, link.confidence) == (LinkKind.UNCLEAR, Confidence.ASK)
    assert linker.link(holding("Mossgill Practice"), context) is None


@pytest.mark.parametrize(
    ("held", "words"),
    [
        (holding("Fold Diagnostics Ltd", Tie.DIRECTOR), "director or officer of Fold Diagnostics Ltd"),
        (
            holding("Fold Diagnostics Ltd", Tie.EMPLOYEE, relationship=Relationship.SPOUSE),
            "spouse or partner: works for Fold Diagnostics Ltd",
        ),
        (holding("", Tie.EMPLOYEE, organisation_name=""), "works for an organisation that is not named"),
    ],
    ids=["own", "a relative's", "no organisation told"],
)
def test_an_interest_in_words(held: Holding, words: str) -> None:
    assert describe(held) == words


@pytest.mark.parametrize(
    ("held", "named", "kind"),
    [
        ("Tarn Scans Ltd (ultrasound provider)", "Tarn Scans", LinkKind.PROVIDER_PARTY),
        ("Tarn Care Limited t/a Beck Homecare", "Beck Homecare", LinkKind.PROVIDER_PARTY),
        ("Tarn Care Limited (trading as Beck Homecare)", "Beck Homecare Ltd", LinkKind.PROVIDER_PARTY),
        ("The Larch Hospice Trust (registered charity)", "Larch Hospice", LinkKind.UNCLEAR),
        ("Tarn Wellbeing", "Tarn Wellbeing Group", LinkKind.UNCLEAR),
        ("Tarn Trust", "Tarn Group", None),  # one word alone is too little
        ("Tarn Scans Ltd (ultrasound provider)", "Tarn Care", None),
        ("Beck House Surgery (Marlbridge)", "Beck House Surgery", None),  # a practice elsewhere
    ],
)
def test_a_register_names_an_organisation_with_its_business_or_its_trading_name(
    held: str, named: str, kind: LinkKind | None
) -> None:
    unlisted = replace(holding(held, Tie.DIRECTOR), organisation=None, organisation_name=held, outcome=Match.NONE)
    link = LINKER.link(unlisted, item(named, scope=Scope.OTHER_PROVIDER))
    assert (link.kind if link else None) is kind
