"""Entries under declarations that begin with an item's number stay there, and open no section of that item."""

from __future__ import annotations

from coi_audit.model.evidence import SourceRef
from coi_audit.model.meetings import MinutesSection, Passage
from coi_audit.readers.minutes.declarations import is_declarations_title
from coi_audit.readers.minutes.entries import with_own_entries

WHERE = SourceRef(file="minutes.docx")


def section(number: str, title: str, *words: str) -> MinutesSection:
    passages = tuple(Passage(text=one, source=WHERE) for one in words)
    return MinutesSection(number=number, title=title, passages=passages, source=WHERE)


def test_a_number_that_comes_again_over_the_item_was_an_entry() -> None:
    found = with_own_entries(
        (
            section("PC/41", "Conflicts of interest", "The Chair determined as follows."),
            section("PC/44", "", "Dr Lal's practice holds the contract."),
            section("PC/43", "Minutes", "Agreed."),
            section("PC/44", "Contract variation", "Dr Lal left."),
        ),
        is_declarations_title,
    )
    assert [one.number for one in found] == ["PC/41", "PC/43", "PC/44"]
    assert [one.text for one in found[0].passages][1] == "Item PC/44: Dr Lal's practice holds the contract."
    assert [one.text for one in found[2].passages] == ["Dr Lal left."]


def test_items_behind_the_declarations_stay_items() -> None:
    sections = (
        section("2", "Declarations of interest", "None."),
        section("3", "Minutes", "Agreed."),
        section("4", "Grant", "Approved."),
    )
    assert with_own_entries(sections, is_declarations_title) == sections


def test_words_behind_an_entry_stay_in_their_own_paragraphs() -> None:
    found = with_own_entries(
        (
            section("2", "Declarations of interest"),
            section("7", "", "Dr Lal is a partner.", "No other conflicts were raised."),
            section("7", "Lease", "Agreed."),
        ),
        is_declarations_title,
    )
    assert [one.text for one in found[0].passages] == [
        "Item 7: Dr Lal is a partner.",
        "No other conflicts were raised.",
    ]
