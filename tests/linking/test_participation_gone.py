"""Leaving for good at one item is being out of those after it, and only then."""

from __future__ import annotations

import pytest

from coi_audit.linking.participation.told import read_participation
from coi_audit.linking.people.index import PeopleIndex, build_people
from coi_audit.model.evidence import SourceRef
from coi_audit.model.linking import Participation
from coi_audit.model.meetings import AgendaItem, Minutes, MinutesSection, Passage
from coi_audit.model.people import Member
from coi_audit.model.words import Action

PEOPLE = PeopleIndex(
    build_people([Member(name=one, source=SourceRef(file="body.yaml")) for one in ("Dr Una Prys", "Dr Ivo Orme")])
)
AWARD = "The Committee approved the award."


def at_the_end(*told: tuple[str, str]) -> Participation:
    """Dr Prys at item 7, of minutes whose sections say these words."""
    sections = [
        MinutesSection(
            number=number,
            title=f"Matter {number}",
            passages=(Passage(text=text, source=SourceRef(file="m.docx", paragraph=place * 10 + 1)),),
            source=SourceRef(file="m.docx", paragraph=place * 10),
        )
        for place, (number, text) in enumerate(told)
    ]
    paper = Minutes(file="m.docx", sections=tuple(sections), source=SourceRef(file="m.docx"))
    item = AgendaItem(number="7", title="Matter 7", source=SourceRef(file="agenda.docx"))
    return read_participation((paper,), item, PEOPLE.persons[0], people=PEOPLE)


@pytest.mark.parametrize(
    "words",
    [
        "Noted. Dr Prys and Dr Orme left the meeting and did not return.",
        "Dr Prys withdrew from the room for the rest of the meeting. Approved.",
        "At this point Dr Prys left the meeting, not to return.",
        "Dr Prys left the call for the remaining items.",
        "Dr Prys left the room and took no further part in the meeting.",
    ],
)
def test_whoever_left_for_good_was_out_of_the_later_item(words: str) -> None:
    found = at_the_end(("5", words), ("6", "Noted."), ("7", AWARD))
    assert found.recorded_action is Action.LEAVE
    assert found.left_recorded
    assert not found.declared
    assert any("Dr Prys" in (one.text or "") for one in found.evidence)


@pytest.mark.parametrize(
    ("five", "six", "seven"),
    [
        ("Dr Prys left the room. Approved.", "Noted.", AWARD),  # and came back, for all the words tell
        ("Dr Prys left the meeting for the rest of the item.", "Noted.", AWARD),
        ("Dr Prys left the meeting and did not return until item 7.", "Noted.", AWARD),
        ("Dr Prys left the meeting and did not return.", "Dr Prys rejoined the meeting.", AWARD),
        ("Dr Prys left the meeting and did not return.", "Noted.", f"Dr Prys returned to the meeting. {AWARD}"),
        ("Dr Prys left the meeting and did not return.", "Noted.", f"Dr Prys presented the paper. {AWARD}"),
        ("Dr Orme left the meeting and did not return.", "Noted.", AWARD),
    ],
)
def test_and_nobody_else_was(five: str, six: str, seven: str) -> None:
    found = at_the_end(("5", five), ("6", six), ("7", seven))
    assert found.recorded_action in (Action.NONE, Action.NOTE)
    assert not found.left_recorded
