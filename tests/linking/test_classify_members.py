"""Titles that list a network's practices, give a scheme to a company, or name a chemist beside a street."""

from __future__ import annotations

import pytest
from classify_items import read

from coi_audit.model.words import Scope


@pytest.mark.parametrize(
    "title",
    [
        "Establishment of the Larkmead Primary Care Network (Elm Surgery, Oak Medical Centre, Ash Practice)",
        "Elm Valley PCN membership: Oak Surgery, Ash Surgery and Yew Practice",
        "New primary care network comprising Oak Surgery and Ash Surgery",
    ],
)
def test_a_network_with_its_practices_listed_is_a_matter_of_a_group(title: str) -> None:
    found = read(title)
    assert (found.decision_type, found.scope) == ("C20", Scope.SOME_PRACTICES)
    assert {"Oak Surgery", "Oak Medical Centre"} & set(found.mentions)


@pytest.mark.parametrize(
    "title",
    [
        "PCN membership: application of Oak Surgery and Ash Surgery to join Elm Valley PCN",
        "Oak Surgery (Larkmead PCN): move to another network",
    ],
)
def test_practices_that_ask_for_something_are_named_parties(title: str) -> None:
    assert read(title).scope is Scope.NAMED_PRACTICE


def test_a_scheme_given_to_a_company_is_an_award() -> None:
    found = read("Weekend extended access pilot: award to Thornwick Doctors Ltd")
    assert (found.decision_type, found.scope, found.closed) == ("C01", Scope.OTHER_PROVIDER, True)
    assert read("Extended access: sign-up by practices").decision_type == "C05"


@pytest.mark.parametrize("title", ["Sessional payments to GP clinical leads", "Fees of the clinical leads"])
def test_pay_of_the_bodys_own_clinicians_is_internal(title: str) -> None:
    assert read(title).scope is Scope.INTERNAL


def test_a_street_beside_a_chemist_is_no_practice() -> None:
    assert read("Hale Pharmacies Ltd: application to relocate from Bridge Street to Mill Road").mentions == (
        "Hale Pharmacies Ltd",
    )
    assert read("Relocation from Bridge Street to Mill Road").mentions == ("Bridge Street",)
