"""Who is meant by "the former", "the other GP", "those with a post in a network": one told of without a name."""

from __future__ import annotations

import pytest

from coi_audit.linking.participation.told import read_participation
from coi_audit.linking.people.index import PeopleIndex, build_people
from coi_audit.model.evidence import SourceRef
from coi_audit.model.linking import Participation
from coi_audit.model.meetings import AgendaItem, Attendance, Minutes, MinutesSection, Passage
from coi_audit.model.words import AttendanceStatus

WHERE = SourceRef(file="minutes.docx")
CAST = (
    ("Helen Marsh", "Lay Member (Chair)"),
    ("Dr Owen Kell", "GP Member"),
    ("Dr Tessa Lowry", "GP Member"),
    ("Gail Thorn", "Practice Manager"),
)
BOTH = "Dr Lowry and Dr Kell declared an interest in item 6."
ALL_THREE = "Dr Lowry, Gail Thorn and Dr Kell declared an interest in item 6."
ALONE = "Dr Kell declared an interest in item 6 as a partner in Quarry Street Surgery."


def told_of_kell(declared: str, words: str) -> Participation:
    attendance = tuple(
        Attendance(name=name, position=post, status=AttendanceStatus.PRESENT, source=WHERE) for name, post in CAST
    )
    sections = tuple(
        MinutesSection(
            number=number,
            title=title,
            passages=(Passage(text=text, source=SourceRef(file="minutes.docx", paragraph=place * 10 + 1)),),
            source=SourceRef(file="minutes.docx", paragraph=place * 10),
        )
        for place, (number, title, text) in enumerate(
            (("2", "Declarations of interest", declared), ("6", "Quarry Street: a second site", words)), 1
        )
    )
    paper = Minutes(file="minutes.docx", attendance=attendance, sections=sections, source=WHERE)
    people = PeopleIndex(build_people([], attendance))
    person = people.match("Dr Owen Kell").person
    assert person is not None
    item = AgendaItem(number="6", title="Quarry Street: a second site", source=WHERE)
    return read_participation((paper,), item, person, people=people)


def deed(declared: str, words: str) -> str | None:
    found = told_of_kell(declared, words).recorded_action
    return found.value if found else None


@pytest.mark.parametrize(
    ("declared", "words", "action"),
    [
        (BOTH, "The latter left the room. Approved.", "leave"),
        (BOTH, "The former left the room and the latter stayed without voting. Approved.", "stay_no_vote"),
        (BOTH, "Dr Lowry and the other GP left the room. Approved.", "leave"),
        (BOTH, "Dr Lowry left; the other GP remained without voting. Approved.", "stay_no_vote"),
        (BOTH, "The pair left together. Approved.", "leave"),
        (BOTH, "Dr Lowry left the room. Her colleague did likewise. Approved.", "leave"),
        (ALL_THREE, "Gail Thorn stayed. The remaining two withdrew. Approved.", "leave"),
        (ALL_THREE, "The last-named withdrew. Approved.", "leave"),
        (ALL_THREE, "All of the above left the room. Approved.", "leave"),
        (ALONE, "Colleagues from Quarry Street left the call. Approved.", "leave"),
        (BOTH, "No member with an interest took part in the decision. Approved.", "stay_no_vote"),
    ],
)
def test_who_is_meant(declared: str, words: str, action: str) -> None:
    assert deed(declared, words) == action


@pytest.mark.parametrize(
    ("declared", "words"),
    [
        # Things, not people: which of them is first tells of nobody.
        (BOTH, "Two bids were received. The former was withdrawn, the latter was supported. Approved."),
        (BOTH, "Two practices applied. The first left the scheme, the second stayed. Approved."),
        (BOTH, "The Committee weighed two options. The first did not take account of growth. Approved."),
        # People who are not at the meeting, or of whom nothing is told to be at it.
        (ALONE, "The partners were absent from the hearing. Approved."),
        (ALONE, "The last partner left in May. Approved."),
        (ALONE, "The landlord went out of business. Approved."),
        (ALONE, "The applicants were present and left before the decision. Approved."),
        (ALONE, "The practice's patient members left the meeting. Approved."),
        (ALONE, "Those who had joined by telephone left the call. Approved."),
        (ALONE, "Those from the council left the room. Approved."),
        # Nobody was named before whose colleague it could be; or the words mean everybody else.
        (BOTH, "The other GP left the room. Approved."),
        (BOTH, "Dr Lowry left. The others voted and the plan was approved."),
        (ALONE, "The members of the Board voted for the plan."),
    ],
)
def test_nobody_is_meant_for_certain(declared: str, words: str) -> None:
    found = told_of_kell(declared, words)
    assert found.recorded_action == "none"
    assert not found.left_recorded
    assert found.took_part is None
