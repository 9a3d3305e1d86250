"""Who gains outside practices: charities, councils by letters, advisers; and an officer's own terms."""

from __future__ import annotations

import pytest
from classify_items import read

from coi_audit.model.words import CommitteeKind, Scope

BOARD = CommitteeKind.GOVERNING_BODY


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Grant to the Marlow Sports & Leisure Trust", "Marlow Sports & Leisure Trust"),
        ("Grant to Marlow Women's Aid", "Marlow Women's Aid"),
        ("Marlow Mind: contract renewal", "Marlow Mind"),
        ("Age Concern Marlow grant", "Age Concern Marlow"),
        ("Marlowshire CC: section 75 agreement", "Marlowshire CC"),
        ("Relate contract", "Relate"),
    ],
)
def test_a_body_outside_general_practice_is_named(title: str, name: str) -> None:
    result = read(title, committee=BOARD)
    assert (result.mentions, result.scope) == ((name,), Scope.OTHER_PROVIDER)


def test_a_verb_that_is_also_a_charity_names_none() -> None:
    assert read("Relate to patients better", committee=BOARD).mentions == ()


@pytest.mark.parametrize(
    "title",
    [
        "Terms and conditions of the Medical Director",
        "Contract of employment: Director of Nursing",
        "Salary of the Chief Finance Officer",
        "Notice period of the Accountable Officer",
    ],
)
def test_the_terms_of_an_officer_are_the_bodys_own(title: str) -> None:
    result = read(title, committee=BOARD)
    assert (result.decision_type, result.scope) == ("C29", Scope.INTERNAL)


@pytest.mark.parametrize(
    ("title", "code"),
    [
        ("Appointment of turnaround adviser", "C26"),
        ("Appointment of clinical adviser", "C29"),
        ("Population health management incentive for PCNs", "C06"),
        ("Biosimilar switching: payment to practices", "C07"),
        ("Improvement scheme: payment thresholds", "C06"),
        ("Investment in Marlow Doctors CIC for clinical pharmacists", "C22"),
    ],
)
def test_what_is_decided_outweighs_what_it_is_about(title: str, code: str) -> None:
    assert read(title, committee=BOARD).decision_type == code
