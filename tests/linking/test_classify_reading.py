"""How a title is read beyond its phrases: heads, slips, codes, streets, items under another, other bodies' minutes."""

from __future__ import annotations

import pytest
from classify_items import SOURCE, VOCABULARY, read

from coi_audit.linking.items.classify import classify
from coi_audit.linking.items.classify_titles import TitleRow, classify_titles, committee_kind_of
from coi_audit.linking.items.title_heads import find_heads
from coi_audit.linking.items.title_spelling import put_right
from coi_audit.model.meetings import AgendaItem
from coi_audit.model.words import CommitteeKind, Confidence, Purpose, Scope
from coi_audit.rulebook.phrases import words_of


@pytest.mark.parametrize(
    ("title", "purpose"),
    [
        ("Procurement register", Purpose.INFORMATION),
        ("Audit of locum payments", Purpose.INFORMATION),
        ("Contract variations register and branch closure", Purpose.DECISION),
        ("Formal list closure for 12 months - Birchfield Surgery", Purpose.DECISION),
        ("Finance, month 12", Purpose.INFORMATION),
        ("Outcome of the tender: Larch Street", Purpose.DECISION),
    ],
)
def test_the_head_of_a_part_outweighs_what_it_tells_of(title: str, purpose: Purpose) -> None:
    assert read(title).purpose is purpose


def test_only_what_stands_before_a_head_or_belongs_to_it_is_governed() -> None:
    title = "Closure report and merger of two practices"
    words = words_of(title)
    found = find_heads(title, words, VOCABULARY.actions.report_heads)
    assert [each.phrase for each in found.heads] == ["report"]
    assert [words[index].folded for index in sorted(found.governed)] == ["closure"]


@pytest.mark.parametrize(
    ("title", "code", "party"),
    [
        ("Boundry change: Larkfield Surgery", "C10", "Larkfield Surgery"),
        ("Practice mergre - Larkfield Surgery and Elder Practice", "C08", "Elder Practice"),
    ],
)
def test_a_slip_is_put_right_outside_names(title: str, code: str, party: str) -> None:
    result = read(title)
    assert result.decision_type == code
    assert party in result.mentions
    assert "was read as" in result.because[0]


def test_a_name_is_never_put_right() -> None:
    title = "Mergar Surgery: list closure"
    assert read(title).mentions == ("Mergar Surgery",)

    assert put_right("finance", (), VOCABULARY) == ("finance", ())


def test_a_practice_code_names_a_practice_and_is_no_part_of_its_name() -> None:
    assert read("P89999 Larkfield Surgery - branch closure").mentions == ("Larkfield Surgery",)
    assert read("Larkfield House (P89999) relocation").mentions == ("Larkfield House",)
    merged = read("Practice merger: P89999 and P89998")
    assert (merged.mentions, merged.scope) == (("P89999", "P89998"), Scope.NAMED_PRACTICE)


@pytest.mark.parametrize(
    ("title", "names"),
    [
        ("Stabilisation support for Kelham Road", ("Kelham Road",)),
        ("Branch closure - engagement plan (Thistledown)", ("Thistledown",)),
        ("The lease of Parliament Rise Surgery and its neighbours", ("Parliament Rise Surgery",)),
        ("Merger of two practices in Westhaven", ()),
        ("Stabilising general practice in Westhaven", ()),
        ("Dr Tann's resignation from the contract", ("Dr Tann",)),
        ("Northshore and Southshore PCNs", ("Northshore", "Southshore PCNs")),
        ("Elder Group Practice partnership split", ("Elder Group Practice",)),
    ],
)
def test_names_by_where_they_stand(title: str, names: tuple[str, ...]) -> None:
    assert read(title).mentions == names


def under(parent: str, title: str, *, action: str | None = None, over: str | None = None) -> object:
    above = AgendaItem(number="7", title=parent, action=over, source=SOURCE)
    below = AgendaItem(number="7.1", title=title, action=action, source=SOURCE)
    return classify(below, committee_kind=CommitteeKind.PCCC, vocabulary=VOCABULARY, parent=above)


def test_an_item_under_another_takes_its_words_where_its_own_do_not_say() -> None:
    result = under("List closures", "Larkfield Surgery", over="Approve")
    assert (result.decision_type, result.purpose, result.mentions) == ("C11", Purpose.DECISION, ("Larkfield Surgery",))
    assert "List closures" in result.because[0]


def test_an_item_that_says_what_it_is_keeps_its_own_words() -> None:
    result = under("Finance", "Larkfield Surgery: rent review")
    assert result.decision_type == "C13"
    practice = under("Larkfield Surgery", "Rent review")
    assert (practice.decision_type, practice.mentions) == ("C13", ("Larkfield Surgery",))


def test_minutes_of_the_primary_care_committee_are_its_report_to_another() -> None:
    told = read("Primary Care Commissioning Committee - minutes of 6 March", committee=CommitteeKind.GOVERNING_BODY)
    assert (told.procedure, told.concerns_gp_services, told.purpose) == (None, True, Purpose.INFORMATION)
    assert read("Minutes of the Primary Care Commissioning Committee").procedure == "minutes"


def test_what_is_said_of_practices_is_not_the_bodys_own() -> None:
    assert read("Freedom to speak up in general practice").concerns_gp_services
    assert not read("Freedom to speak up").concerns_gp_services
    assert not read("Internal audit: delegation in primary care commissioning").concerns_gp_services


def test_how_a_service_is_paid_for_goes_before_what_it_is() -> None:
    assert read("Phlebotomy LES").decision_type == "C04"
    assert read("Special allocation scheme: tender").scope is Scope.OTHER_PROVIDER


def test_what_nobody_can_tell_is_taken_for_a_decision_and_asked() -> None:
    (unknown, finance, business, plain) = classify_titles(
        [TitleRow("Zebra crossing"), TitleRow("Finance"), TitleRow("Any other business"), TitleRow("Rent review")],
        VOCABULARY,
    )
    assert (unknown["purpose"], unknown["confidence"]) == ("decision", Confidence.ASK.value)
    assert [bool(one["cannot_tell"]) for one in (unknown, finance, business, plain)] == [True, True, True, True]
    assert set(finance["cannot_tell"]) <= set(finance["because"])


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Primary Care Contracts Sub-Committee", CommitteeKind.PCCC),
        ("Local GP Provider Contracts Committee", CommitteeKind.PCCC),
        ("Co-commissioning Committee", CommitteeKind.PCCC),
        ("PCJC", CommitteeKind.JOINT),
        ("Programme Board", CommitteeKind.OTHER),
        ("ICB Board", CommitteeKind.GOVERNING_BODY),
    ],
)
def test_committees_by_their_names(name: str, kind: CommitteeKind) -> None:
    assert committee_kind_of(name) is kind


@pytest.mark.parametrize(
    "title",
    [
        "New health provision at Kingsmead",
        "Bidder presentations for Westbrook Surgery",
        "Outcome of the consultation on closing Larkfield Surgery",
        "Phlebotomy",
    ],
)
def test_a_decision_is_not_told_as_information(title: str) -> None:
    assert read(title).purpose is Purpose.DECISION


def test_one_word_for_a_field_of_work_is_a_heading() -> None:
    assert read("Premises").purpose is Purpose.INFORMATION


@pytest.mark.parametrize(
    "title",
    [
        "Sickness absence claim: practice in the northern locality",
        "Business continuity: GP practice at Kingsmead",
        "Organisational development support for PCNs",
        "Primary Care Delivery Group: chair's report",
    ],
)
def test_what_is_said_of_practices_is_not_the_bodys_own_affair(title: str) -> None:
    answer = read(title)
    assert (answer.concerns_gp_services, answer.procedure) == (True, None)
    assert answer.scope not in (Scope.INTERNAL, Scope.NONE)


def test_out_of_hours_doctors_are_general_practice_before_any_committee() -> None:
    [answer] = classify_titles([TitleRow("GP out of hours contract award", "", "Governing Body")], VOCABULARY)
    assert (answer["concerns_gp_services"], answer["scope"]) == (True, "other_provider")


def test_a_report_of_a_committee_about_general_practice_is_not_the_bodys_own() -> None:
    board = CommitteeKind.GOVERNING_BODY
    about = read("Place committee: general practice access", committee=board)
    assert about.concerns_gp_services
    assert about.scope is Scope.ALL_PRACTICES
    assert read("General Practice Committee structure", committee=board).scope is Scope.INTERNAL


def test_a_lot_alone_does_not_say_what_is_bought() -> None:
    result = read("Lot 3: contact centre")
    assert result.decision_type != "C01"
    assert result.confidence is Confidence.ASK


def test_paying_for_appointments_is_no_report_on_them() -> None:
    assert read("Funding for extra GP appointments").decision_type == "C06"
    assert read("GP appointments data").decision_type == "C24"


def test_practices_in_the_plural_are_not_one_practice() -> None:
    assert read("PMS to GMS: offer to practices").scope is Scope.SOME_PRACTICES
    assert read("PMS to GMS").scope is Scope.NAMED_PRACTICE


@pytest.mark.parametrize(
    "title", ["Election of practice representatives to the governing body", "Nomination of a locality chair"]
)
def test_an_election_is_the_bodys_own_affair(title: str) -> None:
    assert read(title, committee=CommitteeKind.GOVERNING_BODY).scope is Scope.INTERNAL
