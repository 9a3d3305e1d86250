"""Names are read from the words of an item as they stand; neighbours and bystanders are no parties."""

from __future__ import annotations

import pytest
from classify_items import known, read

from coi_audit.model.words import CommitteeKind, Confidence, OrganisationKind, Purpose, Scope


@pytest.mark.parametrize(
    ("title", "names"),
    [
        ("Fernleigh Branch Closure", ["Fernleigh"]),
        ("Closure of the Fernleigh branch", ["Fernleigh"]),
        ("Fernleigh Update", ["Fernleigh"]),
        ("Cobble Lane decant", ["Cobble Lane"]),
        (
            "Merger of Oakmere Practice, The Willows Surgery, Tithe Barn Health Centre and Dr Hallam & Partners",
            ["Oakmere Practice", "The Willows Surgery", "Tithe Barn Health Centre", "Dr Hallam & Partners"],
        ),
        ("Millrace, Elm and Teasel Surgeries: joint list", ["Millrace", "Elm", "Teasel Surgeries"]),
        ("Hall & Wren Medical Practice: rent review", ["Hall & Wren Medical Practice"]),
        ("Dr Grant & Partners: closed list", ["Dr Grant & Partners"]),
        ("Drs A. Price and Young: rent review", ["Drs A. Price and Young"]),
        ("Grant Road Surgery: rent review", ["Grant Road Surgery"]),
        ("St Chad's Surgery - lease", ["St Chad's Surgery"]),
        ("Premises extension at New Mill Surgery", ["New Mill Surgery"]),
        ("Dr Penhale's practice: list closure", ["Dr Penhale's practice"]),
        ("Retirement of Dr J Smithson, Riverside Practice", ["Riverside Practice"]),
        ("Bids: Tamar Care Ltd, Severn Doctors LLP and Westvale GP Alliance", None),
        ("Grant to Age UK Northfield", ["Age UK Northfield"]),
        ("Funding of St Aldhelm's Hospice", ["St Aldhelm's Hospice"]),
        ("University Hospitals of Northfield NHS Trust contract", ["University Hospitals of Northfield NHS Trust"]),
        ("CLOSURE OF LARKHILL SURGERY", ["LARKHILL SURGERY"]),
        ("closure of larkhill surgery", ["larkhill surgery"]),
        ("Relocation of Larkhill Surgery to Gladstone Quarter", ["Larkhill Surgery"]),
        ("Closure of Bellfield Surgery (branch of Millstream Practice)", ["Bellfield Surgery", "Millstream Practice"]),
    ],
)
def test_names_are_read_as_written(title: str, names: list[str] | None) -> None:
    expected = names or ["Tamar Care Ltd", "Severn Doctors LLP", "Westvale GP Alliance"]
    assert list(read(title).mentions) == expected


@pytest.mark.parametrize(
    "title",
    [
        "Dorset Practice List Sizes",
        "Portsmouth Practice Visits",
        "Best Practice in General Practice",
        "Minor Surgery Enhanced Service",
        "NHS England and Care Quality Commission update",
        "Primary Medical Services Allocations",
        "Health and Care Partnership update",
        "Urgent Treatment Centre",
        "Quarterly Contract Changes",
        "Renewing Contracts",
        "Kent and Medway Estates Strategy",
        "Improvement Grant applications from 12 practices",
    ],
)
def test_common_words_and_places_are_no_names(title: str) -> None:
    assert read(title).mentions == ()


def test_no_bare_name_is_read_in_a_governing_body_without_a_word_of_general_practice() -> None:
    assert read("Silverbirch project", committee=CommitteeKind.GOVERNING_BODY).mentions == ()
    assert read("Silverbirch project").mentions == ("Silverbirch",)


# Neighbours and the item's words


def test_neighbours_are_no_parties() -> None:
    text = "Oak Lane Surgery and Park View Practice have objected. The nearest practice is Ash Tree Surgery."
    result = read("Boundary change: Elm Street Surgery", text=text)
    assert result.mentions == ("Elm Street Surgery",)
    assert result.neighbours == ("Oak Lane Surgery", "Park View Practice", "Ash Tree Surgery")


@pytest.mark.parametrize(
    "text",
    [
        "Patients would be dispersed to Oak Lane Surgery.",
        "The boundary overlaps with Oak Lane Surgery.",
        "Oak Lane Surgery will take patients.",
        "Objections were received from Oak Lane Surgery.",
        "Its neighbouring practices (Oak Lane Surgery) were told.",
    ],
)
def test_every_way_of_being_a_neighbour(text: str) -> None:
    assert read("List closure: Elm Street Surgery", text=text).neighbours == ("Oak Lane Surgery",)


def test_neighbours_in_a_bracket_of_the_title() -> None:
    result = read("Elm Street Surgery boundary change (neighbouring practices: Oak Lane Surgery, Ash Tree Surgery)")
    assert result.mentions == ("Elm Street Surgery",)
    assert result.neighbours == ("Oak Lane Surgery", "Ash Tree Surgery")


def test_a_bidder_named_in_the_words_is_a_party() -> None:
    text = "Bids were received from Westvale GP Alliance Ltd and Tamar Care LLP. Northfield Hospital is near the site."
    result = read("APMS contract award", text=text)
    assert result.mentions == ("Westvale GP Alliance Ltd", "Tamar Care LLP")
    assert (result.scope, result.closed, result.zero_sum) == (Scope.OTHER_PROVIDER, True, True)


def test_a_report_is_not_about_everybody_it_mentions() -> None:
    result = read("Finance report", text="Dr Smith of Elm Street Surgery asked a question.")
    assert (result.mentions, result.scope) == ((), Scope.ALL_PRACTICES)


# What the lists know


def test_a_name_the_lists_know_gives_its_kind() -> None:
    title = "Redwater update"
    practice = read(title, found=(known(title, "Redwater", OrganisationKind.PRACTICE),))
    network = read(title, found=(known(title, "Redwater", OrganisationKind.PCN),))
    federation = read(title, found=(known(title, "Redwater", OrganisationKind.FEDERATION),))
    assert (practice.scope, practice.confidence) == (Scope.NAMED_PRACTICE, Confidence.LIKELY)
    assert network.scope is Scope.SOME_PRACTICES
    assert federation.scope is Scope.OTHER_PROVIDER


def test_a_company_is_not_taken_for_the_practice_inside_its_name() -> None:
    title = "Novation of contract to Elder Grove Surgery Ltd"
    result = read(title, found=(known(title, "Elder Grove Surgery", OrganisationKind.PRACTICE),))
    assert result.mentions == ("Elder Grove Surgery Ltd",)
    assert result.scope is Scope.OTHER_PROVIDER


def test_a_known_name_in_the_words_of_an_item_is_found() -> None:
    text = "The applicant is Haverings, of the High Street."
    result = read("List closure request", text=text, found=(known(text, "Haverings", OrganisationKind.PRACTICE),))
    assert result.mentions == ("Haverings",)


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Review of extended hours: appointment of Rowan Bank Consulting Ltd", "C26"),
        ("Local incentive scheme, evaluation: appointment of Fernleigh Advisory LLP", "C26"),
        ("APMS contract award to Birchwell Health Consulting Ltd", "C01"),
    ],
)
def test_an_adviser_appointed_is_advice_whatever_it_is_about(title: str, kind: str) -> None:
    assert read(title).decision_type == kind


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Appointment of Birchwell LLP", "C26"),
        ("Membership of the panel: appointment of Birchwell Events Ltd", "C26"),
        ("Change to the constitution of Northmoor Doctors CIC", "C22"),
    ],
)
def test_an_item_about_a_company_is_not_the_bodys_own_affair(title: str, kind: str) -> None:
    result = read(title, committee=CommitteeKind.GOVERNING_BODY)
    assert (result.decision_type, result.scope) == (kind, Scope.OTHER_PROVIDER)
    assert result.mentions


def test_a_company_gives_a_contract_elsewhere_its_purpose_and_its_name_asks_for_nothing() -> None:
    result = read("Contract with Morland Data CIC", committee=CommitteeKind.GOVERNING_BODY)
    assert (result.decision_type, result.purpose) == ("C22", Purpose.DECISION)
    assert read("Fernhill Support Ltd", committee=CommitteeKind.GOVERNING_BODY).purpose is Purpose.DECISION
    assert read("Dashboard: Fernhill Support Ltd").purpose is Purpose.INFORMATION


@pytest.mark.parametrize(
    "title", ["Exceptions requested by Six Practices", "Rent at Three Surgeries", "The Five Surgeries: rent"]
)
def test_a_count_of_practices_is_no_name(title: str) -> None:
    result = read(title)
    assert result.mentions == ()
    assert result.scope is Scope.SOME_PRACTICES


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Spring Gardens Surgery: lease", "Spring Gardens Surgery"),
        ("List closure at Bank Street Practice", "Bank Street Practice"),
        ("Merger with Castle Ward Practice", "Castle Ward Practice"),
    ],
)
def test_common_words_that_belong_to_a_practices_name(title: str, name: str) -> None:
    assert read(title).mentions == (name,)


@pytest.mark.parametrize(
    ("title", "names"),
    [
        ("Larkmead: request for additional rooms", ("Larkmead",)),
        ("The Larkmead – application to merge", ("The Larkmead",)),
        ("Kingsmead and Orchard House – contract merger", ("Kingsmead", "Orchard House")),
        ("Larkmead: financial support", ("Larkmead",)),
        ("Retirement of partners at Larkmead", ("Larkmead",)),
        ("Larkmead – CQC inspection", ("Larkmead",)),
        ("Larkmead: winter plan", ()),
        ("New Dental Practice for Ashwick", ()),
    ],
)
def test_a_bare_name_heads_the_title_of_a_practices_matter(title: str, names: tuple[str, ...]) -> None:
    assert read(title).mentions == names


def test_a_company_that_sells_software_gains_and_a_product_does_not() -> None:
    assert read("Software licences for practices (Paperwell Ltd)").scope is Scope.OTHER_PROVIDER
    assert read("EMIS update").scope is Scope.ALL_PRACTICES
