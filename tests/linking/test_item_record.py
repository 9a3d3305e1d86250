"""What is read at an item beside the people, which section an item is, and what is said of the meeting as a whole."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from test_participation import WHERE, attendance, passages, people

from coi_audit.linking.items.record import read_item_record
from coi_audit.linking.items.sections import find_section, references
from coi_audit.linking.meeting_record import read_meeting_record
from coi_audit.linking.people.index import PeopleIndex
from coi_audit.model.evidence import SourceRef
from coi_audit.model.linking import ItemRecord, MeetingRecord
from coi_audit.model.meetings import AgendaItem, Minutes, MinutesSection


@pytest.fixture(scope="module")
def index() -> PeopleIndex:
    return people()


def section(number: str, title: str, text: str, place: int = 1, *, private: bool = False) -> MinutesSection:
    source = SourceRef(file="minutes.docx", paragraph=place * 100)
    return MinutesSection(number=number, title=title, passages=passages(text, place), private=private, source=source)


def minutes(*sections: MinutesSection, **more: Any) -> Minutes:
    return Minutes(
        file="minutes.docx", on=date(2017, 9, 5), attendance=attendance(), sections=sections, source=WHERE, **more
    )


def item(number: str, title: str, **more: Any) -> AgendaItem:
    return AgendaItem(number=number, title=title, source=WHERE, **more)


def record(text: str, index: PeopleIndex, *, private: bool = False) -> ItemRecord:
    paper = minutes(section("7", "Elm Street Surgery premises", text, private=private))
    return read_item_record([paper], item("7", "Elm Street Surgery premises", private=private), index)


@pytest.mark.parametrize(
    "text",
    [
        "The Committee APPROVED the application.",
        "It was RESOLVED that the lease be extended.",
        "The Committee agreed the recommendation.",
        "Members supported option 2 and endorsed the plan.",
        "The decision was ratified.",
        "Decision: Agreed",
        "Approved.",
        "The Committee unanimously agreed to fund the scheme.",
        "The Committee did not approve the request; it resolved to seek a fresh valuation.",
        "RESOLVED: That the Committee approve the business case.",
        "The contract was awarded to Brightwell Eyecare Ltd.",
        "The application was refused.",
        "No member objected and it was agreed to extend the lease.",
        "RESOLVED: That the report be noted and the lease extended.",
        "Decision: The risks were noted, and the application was approved.",
    ],
)
def test_a_decision(text: str, index: PeopleIndex) -> None:
    found = record(text, index)
    assert found.found
    assert found.decision_taken is True
    assert found.decision is not None
    assert found.evidence[0].paragraph == 101


@pytest.mark.parametrize(
    "text",
    [
        "The Committee noted the report.",
        "The report was received.",
        "The item was deferred to the next meeting.",
        "It was agreed to defer the item.",
        "The Committee was asked to approve the application. Members discussed the paper.",
        "The paper would be approved in October.",
        "It was agreed that Dr Rao would leave the room.",
        "The scheme had already been approved by NHS England. The Committee noted this.",
        "The Committee is recommended to: approve the lease.",
        "Members agreed that the report had been useful.",
        "Spending against the approved budget is on plan.",
        "Members were not content to approve the lease.",
        "RESOLVED: That the presentation be noted.",
        "Members asked how practices would be heard. Nothing was decided.",
        "No changes to the scheme were agreed.",
        "Decision: The report was noted.",
        "The Committee RESOLVED to receive the annual report.",
        "",
    ],
)
def test_no_decision(text: str, index: PeopleIndex) -> None:
    found = record(text, index)
    assert found.decision_taken is False, found.decision


def test_deferred(index: PeopleIndex) -> None:
    assert record("The item was deferred to the November meeting.", index).deferred
    assert not record("The Committee approved the application.", index).deferred


@pytest.mark.parametrize(
    ("text", "chair"),
    [
        ("Mr Lindqvist took the chair for this item.", "Peter Lindqvist"),
        ("Ms Hale handed the chair to Mr Lindqvist and left the room.", "Peter Lindqvist"),
        ("Ms Hale gave way to Mr Lindqvist, who took the chair for this item.", "Peter Lindqvist"),
        ("Ms Hale stepped outside and Mrs Okafor took the chair.", "Susan Okafor"),
        (
            "Ms Hale left the chair and the room, with Dr Rao and Dr Bell, and Mrs Okafor took the chair.",
            "Susan Okafor",
        ),
        ("The Vice-Chair took the chair.", "Peter Lindqvist"),
        ("PL chaired this item.", "Peter Lindqvist"),
        ("With Peter Lindqvist in the chair, the Committee approved the paper.", "Peter Lindqvist"),
        ("Susan Okafor assumed the chair. The paper was approved. Margaret Hale resumed the chair.", "Susan Okafor"),
        ("The item was chaired by Mrs Okafor.", "Susan Okafor"),
        ("Margaret Hale resumed the chair.", None),
        ("Mr Lindqvist would take the chair in November.", None),
        ("The paper was approved.", None),
    ],
)
def test_who_took_the_chair(text: str, chair: str | None, index: PeopleIndex) -> None:
    assert record(text, index).chair == chair


def test_the_vice_chair_was_conflicted_too(index: PeopleIndex) -> None:
    found = record("The Vice-Chair also declared an interest. Mrs Okafor took the chair.", index)
    assert found.vice_chair_declined
    assert found.chair == "Susan Okafor"


def test_going_on_after_withdrawals(index: PeopleIndex) -> None:
    text = "All GP members left the room. The Chair confirmed that the meeting remained quorate and could proceed."
    assert record(text, index).proceed_recorded
    assert not record("All GP members left the room. The paper was approved.", index).proceed_recorded


def test_the_way_out_of_an_inquorate_item(index: PeopleIndex) -> None:
    text = "The Committee was no longer quorate. The item was referred to the Governing Body for decision."
    found = record(text, index)
    assert found.inquorate_route == "The item was referred to the Governing Body for decision."
    assert found.inquorate_route_minuted
    assert record("The paper was approved.", index).inquorate_route is None


def test_advice_and_sub_groups(index: PeopleIndex) -> None:
    advice = "Independent clinical advice had been provided by a retired GP from another county."
    conflicts = "The working group had managed one conflict of interest: a member had withdrawn."
    found = record(f"{advice} {conflicts} The paper was approved.", index)
    assert found.clinical_advice == advice
    assert found.sub_group_conflicts == conflicts


def test_why_private(index: PeopleIndex) -> None:
    text = "The item was taken in private because it was commercially sensitive. The award was approved."
    assert record(text, index, private=True).private_reason is not None
    assert record("The award was approved.", index, private=True).private_reason is None


def test_no_section_no_record(index: PeopleIndex) -> None:
    assert read_item_record([minutes()], item("7", "Elm Street"), index) == ItemRecord()
    assert read_item_record([], item("7", "Elm Street"), index) == ItemRecord()


def test_sections_by_number_as_minutes_print_it() -> None:
    for printed in ("7.", "07/17", "PCCC/17/07", "7", "Item 7"):
        paper = minutes(section("6", "Finance", "x"), section(printed, "Premises", "y", 2))
        found = find_section(paper, item("7", "Premises: Elm Street Surgery"))
        assert found is not None and found.number == printed


def test_a_title_strongly_alike_wins_over_a_number() -> None:
    paper = minutes(
        section("7", "Finance report", "x"), section("9", "Boundary change: Quayside and Hilltop practices", "y", 2)
    )
    found = find_section(paper, item("7", "Boundary change: Quayside and Hilltop"))
    assert found is not None and found.number == "9"


def test_a_number_alone_is_enough_where_no_title_is_alike() -> None:
    paper = minutes(section("7", "ESS extension", "x"), section("8", "Finance report", "y", 2))
    found = find_section(paper, item("7", "Premises application, Elm Street Surgery"))
    assert found is not None and found.number == "7"


def test_a_sub_item_inside_its_parent() -> None:
    text = "8.1 Quayside\nApproved.\n8.2 Hilltop\nDeferred.\n8.3 Brook Lane\nRefused."
    found = find_section(minutes(section("8", "Practice applications", text)), item("8.2", "Hilltop list closure"))
    assert found is not None
    assert [one.text for one in found.passages] == ["8.2 Hilltop", "Deferred."]


def test_private_and_public_items_of_one_number() -> None:
    paper = minutes(section("3", "Contract", "x"), section("3", "Contract", "y", 2, private=True))
    found = find_section(paper, item("3", "Contract", private=True))
    assert found is not None and found.private


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("items 6 and 8", ("6", "8")),
        ("agenda item 7", ("7",)),
        ("items 6 to 8", ("6", "7", "8")),
        ("item 6a", ("6.a",)),
        ("items 6, 7.1 & 12", ("6", "7.1", "12")),
        ("minute PCCC/17/06", ("6", "pccc/17/06")),
        ("7 patients and £6", ()),
    ],
)
def test_item_numbers_in_words(text: str, numbers: tuple[str, ...]) -> None:
    assert references(text, date(2017, 9, 5)) == numbers


def meeting(*sections: MinutesSection, **more: Any) -> MeetingRecord:
    return read_meeting_record([minutes(*sections, **more)])


def test_the_meeting_as_a_whole() -> None:
    found = meeting(
        section("1", "Welcome", "The Chair welcomed members of the public. The meeting was quorate."),
        section(
            "3",
            "Declarations of interest",
            "The Chair reminded members of their obligation to declare any interest.\n"
            "There were no declarations of interest.",
            2,
        ),
        section("7", "Premises", "Approved.", 3),
    )
    assert found.chair == "Margaret Hale"
    assert found.quorum_statement is not None and found.quorum_statement.text == "The meeting was quorate."
    assert found.call_for_declarations is not None and found.call_for_declarations.paragraph == 201
    assert found.no_declarations is not None and found.no_declarations.paragraph == 202
    assert found.public_invited is True
    assert found.private_reason is None


def test_a_meeting_that_says_nothing() -> None:
    found = meeting(section("1", "Welcome", "Everybody was thanked for coming."), section("7", "Premises", "Noted.", 2))
    assert found.quorum_statement is None
    assert found.call_for_declarations is None
    assert found.no_declarations is None
    assert found.public_invited is None


def test_inquorate_is_no_statement_of_a_quorum() -> None:
    assert meeting(section("1", "Welcome", "The meeting was not quorate.")).quorum_statement is None


def test_no_further_declarations_means_there_were_some() -> None:
    found = meeting(
        section(
            "3", "Declarations of interest", "Dr Rao declared an interest in item 7.\nNo other declarations were made."
        )
    )
    assert found.no_declarations is None


def test_the_public_excluded() -> None:
    text = (
        "RESOLVED: to exclude the press and public as publicity would be prejudicial to the public interest by reason"
        " of the confidential nature of the business."
    )
    found = meeting(section("12", "Exclusion of the public", text))
    assert found.private_reason == text
