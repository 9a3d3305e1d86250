"""Names with letters beyond the English alphabet are the same names without them."""

from __future__ import annotations

import re

import pytest

from coi_audit.linking.participation.cast import Cast
from coi_audit.linking.participation.mentions import read_statements
from coi_audit.linking.participation.sentences import sentences
from coi_audit.linking.people.index import PeopleIndex, build_people
from coi_audit.model.evidence import SourceRef
from coi_audit.model.letters import any_spelling, fold_letters
from coi_audit.model.meetings import Attendance, Passage
from coi_audit.model.people import Member
from coi_audit.model.words import AttendanceStatus, Match
from coi_audit.readers.attendance.people import parse_entry, split_people
from coi_audit.rulebook.minutes_words import minutes_words

WHERE = SourceRef(file="minutes.docx")
PAIRS = [
    ("Mirosław Dąbrowski", "Miroslaw Dabrowski"),
    ("Dr Åse Sæther", "Dr Ase Saether"),
    ("Søren Østergård", "Soren Ostergard"),
    ("Þórdís Guðmundsdóttir", "Thordis Gudmundsdottir"),
    ("Şule Işık", "Sule Isik"),
    ("Dr Đorđe Marić", "Dr Dorde Maric"),
    ("Jürgen Weiß", "Jurgen Weiss"),
    ("Siobhán Ní Bhraonáin", "Siobhan Ni Bhraonain"),
]


@pytest.mark.parametrize(("written", "plain"), PAIRS)
def test_two_spellings_are_one_person(written: str, plain: str) -> None:
    assert fold_letters(written) == plain
    for first, second in ((written, plain), (plain, written)):
        people = build_people([Member(name=first, source=WHERE)], (), [second])
        assert [one.names for one in people] == [(first, second)]
        assert PeopleIndex(people).match(second).outcome is Match.MATCHED


@pytest.mark.parametrize(("written", "plain"), PAIRS)
def test_a_text_names_them_either_way(written: str, plain: str) -> None:
    for known, said in ((written, plain), (plain, written)):
        cast = Cast(PeopleIndex(build_people([Member(name=known, source=WHERE)])), minutes_words())
        for text in (f"{said} left the room.", f"Mrs Hale thanked {said}, who left."):
            statement = read_statements(sentences([Passage(text=text, source=WHERE)], cast.words), cast)[0]
            assert [one.who for one in statement.mentions if one.who] == [frozenset({0})], (known, text)


@pytest.mark.parametrize(("written", "plain"), PAIRS)
def test_an_attendance_list_names_them(written: str, plain: str) -> None:
    entry = parse_entry(f"{written}, Chief Nurse")
    assert entry is not None
    assert (entry.name, entry.position) == (written, "Chief Nurse")
    assert split_people(f"{written}, Chief Nurse and Mr Élie Żak, Lay Member") == [
        f"{written}, Chief Nurse",
        "Mr Élie Żak, Lay Member",
    ]


def test_initials_in_their_own_letters() -> None:
    entry = parse_entry("Łucja Świątek (ŁŚ), Practice Manager")
    assert entry is not None and entry.initials == "ŁŚ"
    listed = Attendance(name=entry.name, initials=entry.initials, status=AttendanceStatus.PRESENT, source=WHERE)
    people = PeopleIndex(build_people([], [listed]))
    assert people.match("ŁŚ").person is people.match("LS").person is people.persons[0]


def test_a_pattern_finds_any_spelling_and_no_other_word() -> None:
    pattern = re.compile(any_spelling("saether"), re.IGNORECASE)
    assert [word for word in ("Sæther", "SAETHER", "Saether", "Sather", "Sæter") if pattern.fullmatch(word)] == [
        "Sæther",
        "SAETHER",
        "Saether",
    ]
