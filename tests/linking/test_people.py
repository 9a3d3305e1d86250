"""Names as written, and the index that finds people by them."""

from __future__ import annotations

import pytest

from coi_audit.linking.people.index import PeopleIndex, build_people, parse_name, role_of_position, same_person
from coi_audit.model.evidence import SourceRef
from coi_audit.model.meetings import Attendance
from coi_audit.model.people import Member
from coi_audit.model.words import AttendanceStatus, Match, Role

WHERE = SourceRef(file="body.yaml")


@pytest.mark.parametrize(
    ("written", "given", "surname", "initials"),
    [
        ("Dr J. Smith (JS)", ("j",), "smith", "JS"),
        ("Smith, Jane", ("jane",), "smith", None),
        ("Smith, Dr Jane", ("jane",), "smith", None),
        ("Mrs L Fenwick-Jones OBE, Registered Nurse", ("l",), "fenwick jones", None),
        ("Prof. Daniel O’Hara FRCP", ("daniel",), "o'hara", None),
        ("Dr Maria van der Berg", ("maria",), "van der berg", None),
        ("Cllr Ann de la Rue", ("ann",), "de la rue", None),
        ("SMITH Jane", ("jane",), "smith", None),
        ("Dr. A.K. Rao FRCGP", ("a", "k"), "rao", None),
        ("JA Smith", ("j", "a"), "smith", None),
        ("Ben Ali", ("ben",), "ali", None),
        ("Sir John Ma", ("john",), "ma", None),
        ("Margaret Hale - Chair", ("margaret",), "hale", None),
        ("Margaret Hale, Lay Member", ("margaret",), "hale", None),
        ("Margaret Hale (Lay Member, Chair)", ("margaret",), "hale", None),
        ("Dr Rao", (), "rao", None),
        ("", (), "", None),
    ],
)
def test_parse_name(written: str, given: tuple[str, ...], surname: str, initials: str | None) -> None:
    name = parse_name(written)
    assert (name.given, name.surname, name.initials) == (given, surname, initials)


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [
        ("Dr J. Smith", "Jane Smith", Match.MATCHED),
        ("Smith, Jane", "Dr J Smith", Match.MATCHED),
        ("Jane A Smith", "Jane Smith", Match.MATCHED),
        ("Bob Hill", "Robert Hill", Match.MATCHED),
        ("Bob Hill", "R Hill", Match.MATCHED),
        ("Lucy Fenwick-Jones", "Lucy Fenwick Jones", Match.MATCHED),
        ("D O'Hara", "Daniel OHara", Match.MATCHED),
        ("Jane Smith", "John Smith", Match.NONE),
        ("Mr J Smith", "Mrs J Smith", Match.NONE),
        ("J A Smith", "Jane B Smith", Match.NONE),
        ("Jane Smith", "Jane Smythe", Match.NONE),
        ("Dr Rao", "Dr Anil Rao", Match.ASK),
        ("Mr J Smith", "Dr J Smith", Match.ASK),
        ("Lucy Jones", "Lucy Fenwick-Jones", Match.ASK),
        ("A J Smith", "Jane Smith", Match.ASK),
    ],
)
def test_same_person(one: str, two: str, expected: Match) -> None:
    assert same_person(one, two) is expected
    assert same_person(two, one) is expected


def member(name: str, role: Role = Role.GP, **more: object) -> Member:
    return Member(name=name, role=role, source=WHERE, **more)  # type: ignore[arg-type]


def listed(name: str, initials: str | None = None, position: str | None = None, **more: object) -> Attendance:
    return Attendance(
        name=name,
        initials=initials,
        position=position,
        status=AttendanceStatus.PRESENT,
        source=SourceRef(file="minutes.docx"),
        **more,  # type: ignore[arg-type]
    )


def test_people_are_merged_across_papers() -> None:
    people = build_people(
        [member("Dr Anil Rao", aliases=("Dr A K Rao",)), member("Margaret Hale", Role.LAY)],
        [listed("Dr A Rao", "AR", "GP Member"), listed("Tom Ashby (TA)", None, "Healthwatch representative")],
        ["Rao, Anil", "Hale, Margaret", "Nadia Quill"],
    )
    assert [one.name for one in people] == ["Dr Anil Rao", "Margaret Hale", "Tom Ashby (TA)", "Nadia Quill"]
    assert people[0].names == ("Dr Anil Rao", "Dr A K Rao", "Dr A Rao", "Rao, Anil")
    assert people[0].initials == ("AR",)
    assert people[2].initials == ("TA",)
    assert people[2].role is Role.HEALTHWATCH
    assert people[3].role is Role.OTHER


def test_a_deputy_is_a_person_apart() -> None:
    people = build_people(
        [member("Dr Anil Rao")],
        [listed("Dr Lena Rao", "LR", "GP, deputising for Dr Anil Rao", deputising_for="Dr Rao")],
    )
    assert [one.name for one in people] == ["Dr Anil Rao", "Dr Lena Rao"]


def test_two_members_of_one_name_are_a_question() -> None:
    people = build_people([member("Dr Jane Smith"), member("Jane Smith", Role.LAY)], [listed("Jane Smith", "JS")])
    assert len(people) == 2
    match = PeopleIndex(people).match("Jane Smith")
    assert match.outcome is Match.ASK
    assert match.person is None
    assert [one.name for one in match.candidates] == ["Dr Jane Smith", "Jane Smith"]
    assert people[0].initials == () == people[1].initials


def test_an_initial_that_could_be_two_is_a_question_and_a_full_name_is_not() -> None:
    index = PeopleIndex(build_people([member("Dr Jane Smith"), member("Dr John Smith")]))
    assert index.match("Dr J Smith").outcome is Match.ASK
    found = index.match("Jane Smith").person
    assert found is not None and found.name == "Dr Jane Smith"


def test_initials_come_only_from_the_attendance_list() -> None:
    people = build_people(
        [member("Dr Anil Rao"), member("Ruth Adeyemi", Role.EXECUTIVE)], [listed("Dr Anil Rao", "AR")]
    )
    index = PeopleIndex(people)
    found = index.match("AR").person
    assert found is not None and found.name == "Dr Anil Rao"
    assert index.match("RA").outcome is Match.NONE


def test_a_surname_alone_is_the_one_who_has_it() -> None:
    people = build_people([member("Dr Anil Rao")], (), ["Priya Rao", "Owen Pugh"])
    assert PeopleIndex(people).match("Dr Rao").outcome is Match.ASK
    here = PeopleIndex(people, attending=["Dr Anil Rao"]).match("Dr Rao")
    assert here.person is not None and here.person.name == "Dr Anil Rao"
    alone = PeopleIndex(people).match("Mr Pugh")
    assert alone.person is not None and alone.person.name == "Owen Pugh"
    assert PeopleIndex(people).match("Mr Pew").outcome is Match.NONE


def test_a_surname_under_another_title_may_be_somebody_else() -> None:
    index = PeopleIndex(build_people([member("Dr Anil Rao")]))
    match = index.match("Mrs Rao")
    assert match.outcome is Match.ASK
    assert [one.name for one in match.candidates] == ["Dr Anil Rao"]
    assert index.match("Dr Rao").outcome is Match.MATCHED


def test_nobody_is_named_by_empty_words() -> None:
    assert PeopleIndex(()).match("").outcome is Match.NONE
    assert PeopleIndex(build_people([member("Dr Anil Rao")])).match("vacant").outcome is Match.NONE


@pytest.mark.parametrize(
    ("position", "role"),
    [
        ("Lay Member for Governance (Chair)", Role.LAY),
        ("Independent Non-Executive Member", Role.LAY),
        ("GP Member, North Locality", Role.GP),
        ("Practice Manager Representative", Role.PRACTICE_MANAGER),
        ("Secondary Care Doctor", Role.SECONDARY_CARE),
        ("Registered Nurse", Role.NURSE),
        ("Chief Finance Officer", Role.EXECUTIVE),
        ("Director of Commissioning", Role.EXECUTIVE),
        ("NHS England", Role.NHS_ENGLAND),
        ("Local Medical Committee", Role.LMC),
        ("Minute taker", Role.OTHER),
        (None, Role.OTHER),
    ],
)
def test_role_of_position(position: str | None, role: Role) -> None:
    assert role_of_position(position) is role


def _body_of(*members: Member) -> PeopleIndex:
    return PeopleIndex(build_people(members))


def _one(name: str, role: Role, title: str = "") -> Member:
    return Member(name=name, role=role, title=title, source=SourceRef(file="body.yaml", line=1))


def test_dr_means_the_doctor_where_the_other_of_that_surname_is_none() -> None:
    people = _body_of(_one("Tom Venn", Role.EXECUTIVE, "Chief Finance Officer"), _one("Dr Asha Venn", Role.GP))
    found = people.match("Dr Venn")
    assert found.person is not None and found.person.name == "Dr Asha Venn"
    assert found.likely
    assert people.match("Venn").outcome is Match.ASK


@pytest.mark.parametrize(
    ("role", "title"), [(Role.GP, ""), (Role.EXECUTIVE, "Chief Medical Officer"), (Role.SECONDARY_CARE, "")]
)
def test_dr_may_mean_either_where_the_other_could_be_a_doctor(role: Role, title: str) -> None:
    people = _body_of(_one("Tom Venn", role, title), _one("Dr Asha Venn", Role.GP))
    assert people.match("Dr Venn").outcome is Match.ASK
