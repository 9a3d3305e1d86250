"""Names that only somebody's interest gives to an organisation, found in agendas and minutes."""

from __future__ import annotations

from datetime import date

import pytest
from one_holding import held_in

from coi_audit.linking.held_names import HeldNames
from coi_audit.linking.organisations.directory import Directory
from coi_audit.model.evidence import SourceRef
from coi_audit.model.words import BodyKind, Match, OrganisationKind, Tie
from coi_audit.paths import rules_folder
from coi_audit.rulebook.vocabulary import load_vocabulary

NAMES = load_vocabulary(rules_folder() / "vocabulary").names
ON = date(2018, 1, 10)
DIRECTORY = Directory.build(None, body_code="99Z", body_kind=BodyKind.CCG)


def names(*organisations: str, own: tuple[str, ...] = (), nature: str = "", tie: Tie = Tie.DIRECTOR) -> HeldNames:
    """The reader of these names, each held by one person."""
    source = SourceRef(file="register.xlsx", row=3)
    held = [
        held_in(DIRECTORY, one, ON, outcome=Match.NONE, nature=nature, tie=tie, evidence=(source,))
        for one in organisations
    ]
    return HeldNames(held, NAMES, own=own)


@pytest.mark.parametrize(
    ("held", "text", "expected"),
    [
        ("Tarnbeck Community Links", "Grant to Tarnbeck Community Links for befriending", "Tarnbeck Community Links"),
        ("Tarnbeck Carers' Trust", "Tarnbeck Carers’ Trust: respite grant", "Tarnbeck Carers’ Trust"),
        (
            "Tarnbeck Skin Clinics Ltd",
            "A bid from Tarnbeck Skin Clinics Limited was scored",
            "Tarnbeck Skin Clinics Limited",
        ),
        (
            "Coastal Skin Clinics Ltd",
            "The bidders were Coastal Skin Clinics Ltd and another",
            "Coastal Skin Clinics Ltd",
        ),
        ("Tarnbeck Scans Ltd (ultrasound provider)", "Award to Tarnbeck Scans", "Tarnbeck Scans"),
        ("Tarn Care Limited t/a Tarnbeck Homecare", "Tarnbeck Homecare: contract", "Tarnbeck Homecare"),
        ("University of Tarnbeck - School of Medicine", "University of Tarnbeck: grant", "University of Tarnbeck"),
        ("TarnDoc", "TarnDoc: variation", "TarnDoc"),
        ("Tarn Hospitals NHS Foundation Trust (THFT)", "THFT: diagnostics", "THFT"),
        ("Tarn Hospitals NHS Foundation Trust", "Funding for Tarn Hospitals", "Tarn Hospitals"),
        ("Tarnside Nursing Services CIC", "Variation with Tarnside Nursing", "Tarnside Nursing"),
        ("Brightfold, a domestic abuse charity", "Brightfold: training", "Brightfold"),
        ("Brightfold, a domestic abuse charity", "The Brightfold estate plan", None),
        ("Spouse", "Spouse: update", None),
        ("Royal College of General Practitioners", "Royal College of General Practitioners: report", None),
        ("Tarnbeck Links", "East Tarnbeck Links: lease", None),
        ("Tarnbeck Links", "Tarnbeck Links Academy: visit", None),
        ("Primary Care Network", "Primary Care Network development", None),
        ("Tarnbeck", "Tarnbeck estates plan", None),
        ("Tarnbeck Health and Wellbeing Board", "Tarnbeck Health and Wellbeing Board: report", None),
        ("Tarnbeck Health and Care Partnership", "Tarnbeck Health and Care Partnership: update", None),
        ("Tarnbeck CCG", "Tarnbeck CCG annual report", None),
        ("Tarnbeck Surgery", "Tarnbeck Surgery: rent review", None),
        ("tarnbeck links", "the tarnbeck links are useful", None),
    ],
)
def test_a_name_on_the_register_is_found_whole_and_as_a_name(held: str, text: str, expected: str | None) -> None:
    found = names(held).find(text)
    assert [text[one.start : one.end] for one in found] == ([expected] if expected else [])


def test_the_bodys_own_name_is_none() -> None:
    assert (
        names("Tarnbeck Commissioning", own=("NHS Tarnbeck Commissioning",)).find("Tarnbeck Commissioning plan") == ()
    )


def test_what_a_list_found_stands() -> None:
    reader, text = names("Tarnbeck Community Links"), "Grant to Tarnbeck Community Links"
    assert reader.find(text, taken=reader.find(text)) == ()


@pytest.mark.parametrize(
    ("nature", "tie", "kind"),
    [
        ("Trustee", Tie.TRUSTEE, OrganisationKind.CHARITY),
        ("Employed by the charity", Tie.EMPLOYEE, OrganisationKind.CHARITY),
        ("Director", Tie.DIRECTOR, OrganisationKind.COMPANY),
    ],
)
def test_the_interest_tells_what_it_is(nature: str, tie: Tie, kind: OrganisationKind) -> None:
    (found,) = names("Tarnbeck Community Links", nature=nature, tie=tie).find("Tarnbeck Community Links: grant")
    assert found.resolution.organisation is not None and found.resolution.organisation.kind is kind
