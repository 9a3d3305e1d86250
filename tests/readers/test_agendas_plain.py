"""Agendas of one item a line, without numbers, times or tables: every item is read, and prose is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx_builder import Paper, write_text

from coi_audit.model.meetings import Agenda
from coi_audit.readers.agendas.agenda import read_agenda

HEAD = """\
NHS Northfield CCG
Primary Care Commissioning Committee
Tuesday 5 September 2017, 2.00 pm
Venue: Boardroom, Town Hall
AGENDA

"""
ITEMS = """\
Welcome and apologies
Declarations of interest
Minutes of the last meeting - For approval
Elm Street Surgery: application to close its list - For decision
Finance report
AOB
"""
TITLES = [
    "Welcome and apologies",
    "Declarations of interest",
    "Minutes of the last meeting",
    "Elm Street Surgery: application to close its list",
    "Finance report",
    "AOB",
]


def agenda(folder: Path, text: str, kind: str = "txt") -> Agenda:
    path = folder / f"agenda.{kind}"
    if kind == "docx":
        Paper().lines(*(line for line in text.splitlines() if line.strip())).save(path)
    else:
        write_text(path, text)
    read = read_agenda(path, root=folder)
    assert read.rejected == ()
    assert read.agenda is not None
    return read.agenda


def titles(read: Agenda) -> list[str]:
    return [one.title for one in read.items]


@pytest.mark.parametrize("kind", ["txt", "docx"])
def test_every_line_is_an_item_whether_it_states_an_action_or_not(tmp_path: Path, kind: str) -> None:
    read = agenda(tmp_path, HEAD + ITEMS + "Date of next meeting: 7 November 2017\nBoardroom, Town Hall\n", kind)
    assert titles(read) == TITLES
    assert [one.action for one in read.items if one.action] == ["For approval", "For decision"]
    assert (str(read.on), read.committee) == ("2017-09-05", "Primary Care Commissioning Committee")
    assert not any(one.text for one in read.items)


@pytest.mark.parametrize("kind", ["txt", "docx"])
def test_without_any_action_word_and_without_the_word_agenda(tmp_path: Path, kind: str) -> None:
    head = "NHS Northfield CCG\nPrimary Care Commissioning Committee\n5 September 2017\n\n"
    items = "Apologies\nDeclarations of interest\nElm Street list closure\nPremises: rent review at Park View\n"
    assert titles(agenda(tmp_path, head + items, kind)) == items.strip().split("\n")


def test_paragraphs_with_their_explanations_below(tmp_path: Path) -> None:
    read = agenda(
        tmp_path,
        HEAD + "Welcome\n\nDeclarations of interest\n\nElm Street Surgery: list closure\n"
        "The committee is asked to approve the application.\nPresented by Ruth Ames\nFor decision\n\nFinance report\n",
    )
    assert titles(read) == ["Welcome", "Declarations of interest", "Elm Street Surgery: list closure", "Finance report"]
    item = read.items[2]
    assert (item.action, item.presenter) == ("For decision", "Ruth Ames")
    assert item.text == "The committee is asked to approve the application."


@pytest.mark.parametrize("kind", ["txt", "docx"])
def test_headings_over_groups_of_items_are_their_sections(tmp_path: Path, kind: str) -> None:
    read = agenda(
        tmp_path,
        HEAD + "Opening items\nWelcome\nDeclarations of interest\n\nItems for decision\nElm Street list closure\n"
        "Park View merger\n\nItems for information\nFinance report\nPapers to: office@example.org\n",
        kind,
    )
    assert [(one.section, one.title) for one in read.items] == [
        ("Opening items", "Welcome"),
        ("Opening items", "Declarations of interest"),
        ("Items for decision", "Elm Street list closure"),
        ("Items for decision", "Park View merger"),
        ("Items for information", "Finance report"),
    ]


def test_a_private_part_after_the_date_of_the_next_meeting(tmp_path: Path) -> None:
    tail = (
        "Date of next meeting: 7 November 2017\n\nPart 2 - Private\nProcurement of a walk-in centre\nContract award\n"
    )
    read = agenda(tmp_path, HEAD + ITEMS + tail)
    assert [one.title for one in read.items if one.private] == ["Procurement of a walk-in centre", "Contract award"]
    assert titles(read)[: len(TITLES)] == TITLES
    assert not read.private


def test_lines_set_in_and_titles_that_go_on_belong_to_the_item_above(tmp_path: Path) -> None:
    read = agenda(
        tmp_path,
        HEAD + "Welcome\nDeclarations of interest\n    Members are reminded of the policy\n"
        "Elm Street Surgery: closing its list and\nPark View boundary\nAny other business\n",
    )
    assert titles(read) == [
        "Welcome",
        "Declarations of interest",
        "Elm Street Surgery: closing its list and",
        "Any other business",
    ]
    assert (read.items[1].text, read.items[2].text) == ("Members are reminded of the policy", "Park View boundary")


def test_items_below_the_word_agenda_where_nothing_usual_stands(tmp_path: Path) -> None:
    head = "NHS Northfield CCG\nAgenda\nDate: 5 September 2017\nTime: 2.00 pm\nChair: Ruth Ames\n\n"
    read = agenda(tmp_path, head + "Elm Street list closure\nPark View merger\nRent reviews\n")
    assert titles(read) == ["Elm Street list closure", "Park View merger", "Rent reviews"]
    assert str(read.on) == "2017-09-05"


def test_items_that_come_after_two_with_an_action_are_read_too(tmp_path: Path) -> None:
    head = "Committee meeting on 5 September 2017\n"
    read = agenda(tmp_path, head + "Elm Street list closure - For decision\nPark View - For decision\nRent reviews\n")
    assert titles(read) == ["Elm Street list closure", "Park View", "Rent reviews"]


def test_prose_is_told(tmp_path: Path) -> None:
    text = HEAD + (
        "The committee will meet to discuss several matters of primary care in the area.\n"
        "After that we will turn to the closing of the list at Elm Street Surgery, and the committee will decide.\n"
        "Finally there will be any other business.\n"
    )
    read = read_agenda(write_text(tmp_path / "agenda.txt", text), root=tmp_path)
    assert read.agenda is None
    assert [one.problem for one in read.rejected] == ["this looks like an agenda, but no item was found in it"]
    assert "its own line" in read.rejected[0].fix


def test_a_numbered_agenda_is_read_by_its_numbers(tmp_path: Path) -> None:
    read = agenda(
        tmp_path, HEAD + "1. Welcome\nApologies were received\n2. Declarations of interest\n3. Finance\nNote\n"
    )
    assert [one.number for one in read.items] == ["1", "2", "3"]
