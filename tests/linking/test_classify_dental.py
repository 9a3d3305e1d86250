"""Dental, optical and pharmacy items: another provider's matter, never a GP practice's, in any committee."""

from __future__ import annotations

import pytest

from coi_audit.linking.items.classify import classify
from coi_audit.linking.link_names import party_kind
from coi_audit.model.evidence import SourceRef
from coi_audit.model.linking import Classification, Party
from coi_audit.model.meetings import AgendaItem
from coi_audit.model.words import CommitteeKind, LinkKind, Match, Scope
from coi_audit.paths import rules_folder
from coi_audit.rulebook.vocabulary import load_vocabulary

VOCABULARY = load_vocabulary(rules_folder() / "vocabulary")


def classified(title: str, committee: CommitteeKind = CommitteeKind.PCCC) -> Classification:
    item = AgendaItem(title=title, source=SourceRef(file="agenda"))
    return classify(item, committee_kind=committee, vocabulary=VOCABULARY)


@pytest.mark.parametrize(
    ("title", "party"),
    [
        ("Contract hand-back: Marigold Dental Practice", "Marigold Dental Practice"),
        ("Merger of Fennel Dental Surgery with its neighbour", "Fennel Dental Surgery"),
        ("Breach notice: Sorrel House Dental Care", "Sorrel House Dental Care"),
        ("UDA rebasing: Tansy Road Dental Surgery", "Tansy Road Dental Surgery"),
        ("Termination of GDS contract - Tansy Lane Practice", "Tansy Lane Practice"),
        ("Contract extension – Comfrey Orthodontics", "Comfrey Orthodontics"),
        ("General ophthalmic services contract application: Yarrow Opticians", "Yarrow Opticians"),
        ("Sight test contract: Burdock Eye Care", "Burdock Eye Care"),
        ("Closure of Bramble Lane Pharmacy", "Bramble Lane Pharmacy"),
        ("Relocation of Bistort Dispensing Chemist", "Bistort Dispensing Chemist"),
        ("CONTRACT HAND-BACK: MARIGOLD DENTAL PRACTICE", "MARIGOLD DENTAL PRACTICE"),
    ],
)
@pytest.mark.parametrize("committee", [CommitteeKind.PCCC, CommitteeKind.OTHER])
def test_a_named_dentist_optician_or_pharmacy_is_another_provider(
    title: str, party: str, committee: CommitteeKind
) -> None:
    read = classified(title, committee)
    assert (read.concerns_gp_services, read.scope, read.mentions) == (False, Scope.OTHER_PROVIDER, (party,))
    named = Party(name=party, mention=party, outcome=Match.NONE)
    assert party_kind(named) is LinkKind.PROVIDER_PARTY or party.endswith("Lane Practice")


@pytest.mark.parametrize(
    "title",
    [
        "Dental practice closures: our response",
        "Flexible commissioning: dental",
        "Delegation of pharmacy, optometry and dental services",
        "Urgent dental care additional appointments",
        "Primary care dental: mid-year performance",
        "Orthodontic procurement award recommendation",
    ],
)
def test_an_item_about_their_services_names_nobody(title: str) -> None:
    read = classified(title)
    assert (read.concerns_gp_services, read.scope, read.mentions) == (False, Scope.OTHER_PROVIDER, ())


@pytest.mark.parametrize(
    ("title", "closed"),
    [
        ("Award of orthodontic contract to Comfrey Orthodontics Ltd", True),
        ("Contract extension – Comfrey Orthodontics", True),
        ("Contract hand-back: Marigold Dental Practice", False),
    ],
)
def test_choosing_or_extending_such_a_provider_is_a_closed_item(title: str, closed: bool) -> None:
    read = classified(title)
    assert (read.decision_type, read.closed) == ("C22", closed)


@pytest.mark.parametrize(
    ("title", "party"),
    [
        ("Tansy Street Surgery: list closure", "Tansy Street Surgery"),
        ("Pharmacy application near Tansy Street Surgery: comments of the practice", "Tansy Street Surgery"),
        ("Tansy Street Medical Centre: room for a dental clinic", "Tansy Street Medical Centre"),
    ],
)
def test_a_gp_practice_stays_one(title: str, party: str) -> None:
    read = classified(title)
    assert read.concerns_gp_services
    assert read.scope is Scope.NAMED_PRACTICE
    assert party in (*read.mentions, *read.neighbours)
