"""People told of by post or place, items by words of their titles, and decisions by those who took them."""

from __future__ import annotations

from pathlib import Path

import pytest

from coi_audit.linking.participation.told import read_participation
from coi_audit.linking.people.index import PeopleIndex, build_people
from coi_audit.model.evidence import SourceRef
from coi_audit.model.meetings import AgendaItem
from coi_audit.model.words import Action
from coi_audit.readers.minutes.paper import read_minutes

PAPER = """NHS Ashdale CCG
Minutes of the Primary Care Commissioning Committee, 6 March 2018
Present:
Margaret Dene, Lay Member (Chair)
Susan Okafor, Chief Officer
Dr Anil Rao, Clinical Vice Lead and GP
Dr Meera Shah, GP, Weir Street Practice
Kate Brennan, Practice Manager, Weir Street Practice
1. Welcome
The Chair welcomed everybody.
3. Declarations of interest
{declared}
7. Relocation of Orchard House
{item}
8. Phlebotomy scheme
{other}
"""


def told(folder: Path, name: str, declared: str, item: str, other: str = "Noted.") -> tuple[Action | None, bool]:
    path = folder / "minutes.txt"
    path.write_text(PAPER.format(declared=declared, item=item, other=other), encoding="utf-8")
    minutes = read_minutes(path, root=folder).minutes
    assert minutes is not None
    people = PeopleIndex(build_people([], minutes.attendance))
    person = people.match(name).person
    assert person is not None
    agenda = AgendaItem(number="7", title="Relocation of Orchard House", source=SourceRef(file="agenda.docx"))
    found = read_participation((minutes,), agenda, person, people=people, organisations=["Low Bridge Practice"])
    return found.recorded_action, found.declared


@pytest.mark.parametrize("name", ["Dr Meera Shah", "Kate Brennan"])
def test_both_people_of_a_place_are_meant(tmp_path: Path, name: str) -> None:
    said = "The two Weir Street representatives declared an interest in item 7."
    assert told(tmp_path, name, said, "Both Weir Street members left the room. Approved.") == (Action.LEAVE, True)


def test_a_tie_to_a_place_names_nobody(tmp_path: Path) -> None:
    said = "Mrs Okafor declared an interest in item 7: her son works as partner of Weir Street Practice."
    assert told(tmp_path, "Dr Meera Shah", said, "Approved.") == (Action.NONE, False)


def test_somebody_may_be_called_by_the_post(tmp_path: Path) -> None:
    said = "The Chief Officer declared an interest in item 7."
    assert told(tmp_path, "Susan Okafor", said, "The Chief Officer went out. Approved.") == (Action.LEAVE, True)


def test_an_item_is_known_by_words_of_its_title(tmp_path: Path) -> None:
    here = "Dr Rao told members that his practice would take over the rooms at Orchard House."
    there = "Dr Rao told members that his practice is paid for phlebotomy."
    assert told(tmp_path, "Dr Anil Rao", here, "Dr Rao left. Approved.") == (Action.LEAVE, True)
    assert told(tmp_path, "Dr Anil Rao", there, "Dr Rao asked about parking. Approved.")[1] is False


def test_whoever_declared_and_is_not_among_the_deciders_had_no_vote(tmp_path: Path) -> None:
    said = "Dr Rao and Dr Shah declared interests in item 7."
    item = "Dr Shah spoke. Mrs Dene and Mrs Okafor voted for the move."
    assert told(tmp_path, "Dr Meera Shah", said, item) == (Action.STAY_NO_VOTE, True)
    assert told(tmp_path, "Kate Brennan", said, item) == (Action.NONE, False)


def test_whoever_comes_back_after_the_decision_had_left(tmp_path: Path) -> None:
    said = "Dr Rao declared an interest in item 7."
    item = "Mrs Okafor presented the move. It was approved. Dr Rao returned."
    assert told(tmp_path, "Dr Anil Rao", said, item) == (Action.LEAVE, True)


def test_single_words_tell_where_no_phrase_does_but_intentions_do_not(tmp_path: Path) -> None:
    said = "Dr Rao declared an interest in item 7."
    assert told(tmp_path, "Dr Anil Rao", said, "Dr Rao got up and waited in the foyer. Approved.")[0] is Action.LEAVE
    assert told(tmp_path, "Dr Anil Rao", said, "Dr Rao would wait in the foyer. Approved.")[0] is Action.NONE
