"""Names that are nearly somebody's are asked about, short forms are only likely, and two people stay two."""

from __future__ import annotations

import pytest

from coi_audit.linking.people.index import PeopleIndex, build_people, parse_name
from coi_audit.linking.people.near import may_be_one, near_keys
from coi_audit.model.evidence import SourceRef
from coi_audit.model.meetings import Attendance
from coi_audit.model.people import Member
from coi_audit.model.words import AttendanceStatus, Match

BODY = SourceRef(file="body.yaml")


def known(*names: str) -> PeopleIndex:
    return PeopleIndex(build_people([Member(name=name, source=BODY) for name in names]))


def listed(name: str, file: str = "minutes.docx") -> Attendance:
    return Attendance(name=name, status=AttendanceStatus.PRESENT, source=SourceRef(file=file))


@pytest.mark.parametrize(
    ("person", "written"),
    [
        ("Dr Sara Garrick", "Dr Sara Garrik"),
        ("Dr Sara Garrick", "Dr S Garrik"),
        ("Dr Sara Garrick", "Dr Sarah Garrick"),
        ("Dr Sara Garrick", "Dr Garrik"),
        ("Dr Mohan Choudhary", "Dr Mohan Chaudhry"),
        ("Dr Tim McBray", "Dr Tim MacBray"),
        ("Oluwaseun Adebanji", "Adebanji Oluwaseun"),
        ("Dr Harpreet Kaur Dhaliwar", "Dr Harpreet Kaur"),
        ("Niall O'Brannagh", "Niall Brannagh"),
        ("Lucy Penn-Avery", "Lucy Penn-Avory"),
        ("Lucy Penn-Avery", "Ms Avery"),
        ("Dr Elin Gwyndaf", "Dr Elinor Gwyndaf"),
        ("Dr Sara Garrick", "Sara"),
        ("Dr Alan Thirsk", "Dr Alan Thirsk Jr"),
        ("Mr Paul Tew", "Mrs Paul Tew"),
    ],
)
def test_nearly_the_same_name_is_a_question(person: str, written: str) -> None:
    match = known(person, "Peter Lynd").match(written)
    assert match.outcome is Match.ASK, match.because
    assert [one.name for one in match.candidates] == [person]


@pytest.mark.parametrize(
    ("person", "written"),
    [
        ("Dr Sara Garrick", "Dr Sara Garside"),
        ("Dr Sara Garrick", "Dr Neil Garrick"),
        ("Dr Sara Garrick", "Mr S Tarrick"),
        ("Dr Ian Rao", "Dr Roa"),  # too short a surname to guess by
        ("Mr Paul Tew", "Mrs P Tew"),
        ("Jan Olszewski", "Anna Olszewska"),
        ("Dr Alan Thirsk Snr", "Dr Alan Thirsk Jnr"),
        ("Dr Robert Thirsk", "Dr Roger Thirsk"),
        ("Peter Moss", "Grace"),
    ],
)
def test_somebody_else_is_somebody_else(person: str, written: str) -> None:
    assert known(person).match(written).outcome is Match.NONE


@pytest.mark.parametrize(
    ("person", "written", "likely"),
    [
        ("Dr Robert Thirsk", "Bob Thirsk", True),
        ("Dr Robert Thirsk", "Dr R Thirsk", False),
        ("Dr Robert Thirsk", "Robert Thirsk", False),
        ("Dr Jane Moss (née Ferriby)", "Dr Jane Ferriby", True),
        ("Anne-Marie Corran", "Anne Marie Corran", False),
        ("Anne-Marie Corran", "A-M Corran", False),
        ("Annemarie Corran", "Anne-Marie Corran", False),
        ("Dr Yusuf bin Rashid", "Dr Bin Rashid", False),
        ("Cllr Thomas Rao", "RAO Thomas", False),
        ("Dr K Sivan", "Sivan K", False),
        ("Dr Jane Moss", "Moss Dr J", False),
        ("Lord Frobisher of Ashcombe", "Lord Frobisher", False),
        ("Niall O'Brannagh", "Niall Ó Brannagh", False),
        ("Ellen Marsh", "Ellen Marsh FMedSci", False),
        ("Ellen Marsh", "Lay Member - Ellen Marsh", False),
    ],
)
def test_one_person_written_otherwise(person: str, written: str, likely: bool) -> None:
    match = known(person, "Peter Lynd").match(written)
    assert (match.outcome, match.likely) == (Match.MATCHED, likely), match.because
    assert match.person is not None
    assert match.person.name == person


def test_what_only_a_title_tells_is_likely() -> None:
    couple = known("Mr Jay Dhanda", "Mrs Jaya Dhanda")
    for written, name in (("Mr J Dhanda", "Mr Jay Dhanda"), ("Mrs Dhanda", "Mrs Jaya Dhanda")):
        match = couple.match(written)
        assert match.person is not None
        assert (match.person.name, match.likely) == (name, True)
    assert couple.match("Dr J Dhanda").outcome is Match.ASK
    assert not couple.match("Jaya Dhanda").likely


def test_a_father_and_a_son_are_told_apart_by_junior_and_senior() -> None:
    family = known("Dr Alan Thirsk Snr", "Dr Alan Thirsk Jnr")
    assert family.match("Dr Alan Thirsk").outcome is Match.ASK
    for written in ("Dr Alan Thirsk (Junior)", "Thirsk, Alan Jr"):
        match = family.match(written)
        assert match.person is not None
        assert match.person.name == "Dr Alan Thirsk Jnr"


def test_a_short_form_stays_only_likely_once_it_is_joined() -> None:
    people = build_people([Member(name="Dr Robert Thirsk", source=BODY)], [listed("Bob Thirsk")], ["Thirsk, Robert"])
    assert [one.likely_names for one in people] == [("Bob Thirsk",)]
    index = PeopleIndex(people)
    assert index.match("Bob Thirsk").likely
    assert not index.match("R Thirsk").likely


def test_two_on_one_list_are_two_people_however_alike() -> None:
    members = [Member(name="Dr Jane Moss", source=BODY)]
    both = build_people(members, [listed("Dr Jane Moss"), listed("Dr Janet Moss")])
    assert [one.name for one in both] == ["Dr Jane Moss", "Dr Janet Moss"]
    alone = build_people(members, [listed("Dr Janet Moss")])
    assert [one.name for one in alone] == ["Dr Jane Moss"]
    assert PeopleIndex(alone).match("Dr Janet Moss").outcome is Match.ASK
    apart = build_people(members, [listed("Dr Jane Moss"), listed("Dr Janet Moss", "other.docx")])
    assert len(apart) == 1, "two papers: it may be a slip of the pen"


def test_those_on_nothing_but_a_register_are_not_joined_for_being_alike() -> None:
    people = build_people([Member(name="Peter Lynd", source=BODY)], (), ["Anna Moss", "Anne Moss", "Petar Lynd"])
    assert [one.name for one in people] == ["Peter Lynd", "Anna Moss", "Anne Moss"]


@pytest.mark.parametrize("letters", ["NG", "N.G.", "(NG)", "Dr NG"])
def test_letters_of_the_attendance_list(letters: str) -> None:
    index = PeopleIndex(build_people([Member(name="Dr Neil Garrick", source=BODY)], [listed("Dr Neil Garrick (NG)")]))
    assert index.match(letters).outcome is Match.MATCHED


@pytest.mark.parametrize(("written", "letters"), [("John Hart (JHt)", "JHt"), ("Tim McBray (TMcB)", "TMcB")])
def test_letters_that_tell_two_apart_may_end_in_a_small_one(written: str, letters: str) -> None:
    assert parse_name(written).initials == letters
    assert parse_name("A Speaker (GPs)").initials is None


def test_names_that_may_be_one_share_what_they_are_looked_up_by() -> None:
    given = ("", "S", "Sara", "Sarah", "Mohan", "Nikos Elin", "Nikolaos", "Harpreet Kaur")
    surnames = (
        *("Thirsk", "Thursk", "Choudhary", "Chaudhry", "O'Brannagh", "Brannagh", "al-Tikriti", "Tikriti", "Kaur"),
        *("Penn-Avery", "Avery", "Dhaliwar", "Kaur Dhaliwar", "Ng", "Ó Broin", "de la Tour", "McBray", "MacBray Jr"),
    )
    names = [parse_name(f"{one} {other}".strip()) for one in given for other in surnames]
    alike = [(one, two) for one in names for two in names if may_be_one(one, two)]
    assert len(alike) > 500
    assert not [(one, two) for one, two in alike if not near_keys(one) & near_keys(two)]
