"""Members of one name: the interests of both come out as a question, and neither is lost."""

from __future__ import annotations

from datetime import date

import pytest

from coi_audit.audit.attendees import Roll, call_roll
from coi_audit.audit.examine import members_once
from coi_audit.linking.people.index import PeopleIndex, build_people
from coi_audit.model.evidence import SourceRef
from coi_audit.model.meetings import Attendance, Meeting, Minutes
from coi_audit.model.people import Body, Committee, Member
from coi_audit.model.words import AttendanceStatus, BodyKind, CommitteeKind, Role
from coi_audit.readers.attendance.lists import without_repeats

ON = date(2017, 9, 5)
HERE = SourceRef(file="minutes.docx")
GP = Member(name="Dr Anil Rao", role=Role.GP, practice="Elm Street Surgery", voting=False, source=HERE)
NURSE = Member(name="Dr Anil Rao", role=Role.NURSE, title="Registered Nurse", source=HERE)
LAY = Member(name="Ruth Ames", role=Role.LAY, chair=True, source=HERE)
COMMITTEE = Committee(name="PCCC", kind=CommitteeKind.PCCC, members=(LAY, GP, NURSE), source=HERE)
BODY = Body(name="NHS Northfield CCG", kind=BodyKind.CCG, committees=(COMMITTEE,), source=HERE)


def entry(name: str, position: str, status: AttendanceStatus = AttendanceStatus.PRESENT) -> Attendance:
    return Attendance(name=name, position=position, status=status, source=HERE)


def roll_of(*entries: Attendance, committee: Committee = COMMITTEE) -> Roll:
    minutes = (Minutes(file="minutes.docx", on=ON, attendance=entries, source=HERE),) if entries else ()
    meeting = Meeting(on=ON, folder="meetings/2017-09-05", minutes=minutes, source=HERE)
    body = BODY.model_copy(update={"committees": (committee,)})
    people = PeopleIndex(build_people(members_once(body, first=committee, on=ON), entries))
    return call_roll(meeting, committee, people=people, body_name=BODY.name)


def test_both_are_on_the_roll_each_in_the_seat_of_the_post() -> None:
    roll = roll_of(entry("Ruth Ames", "Chair"), entry("Dr Anil Rao", "Registered Nurse"), entry("Dr Anil Rao", "GP"))
    assert sorted(one.role for one in roll.members) == sorted([Role.LAY, Role.NURSE, Role.GP])
    assert roll.in_attendance == ()
    assert all(one.namesakes == (GP, NURSE) for one in roll.members if one.person.name == "Dr Anil Rao")
    assert len(roll.questions) == 1
    assert "Two members have the name Dr Anil Rao (gp, Elm Street Surgery; Registered Nurse)" in roll.questions[0]


def test_both_are_expected_before_the_meeting() -> None:
    roll = roll_of()
    assert [one.role for one in roll.members] == [Role.GP, Role.NURSE, Role.LAY]
    assert len(roll.questions) == 1


def test_one_of_them_may_be_away() -> None:
    away = entry("Dr Anil Rao", "GP", AttendanceStatus.APOLOGIES)
    roll = roll_of(entry("Ruth Ames", "Chair"), entry("Dr Anil Rao", "Registered Nurse"), away)
    assert [one.role for one in roll.members] == [Role.NURSE, Role.LAY]
    assert roll.apologies == ("Dr Anil Rao",)


def test_whoever_left_and_came_back_is_one_member() -> None:
    before = GP.model_copy(update={"from_": date(2012, 4, 1), "to": date(2015, 3, 31)})
    since = GP.model_copy(update={"from_": date(2016, 4, 1)})
    committee = COMMITTEE.model_copy(update={"members": (LAY, before, since)})
    roll = roll_of(entry("Ruth Ames", "Chair"), entry("Dr Anil Rao", "GP"), committee=committee)
    assert [one.seat for one in roll.members] == [since, LAY]
    assert roll.questions == ()
    assert not any(one.namesakes for one in roll.members)


def test_two_of_one_name_in_a_list_stay_two_where_their_posts_differ() -> None:
    kept = without_repeats([entry("Dr Anil Rao", "GP"), entry("Dr Anil Rao", "Nurse"), entry("Dr Anil Rao", "")])
    assert [one.position for one in kept] == ["GP", "Nurse"]
    same = without_repeats([entry("Dr Anil Rao", "GP Member"), entry("Dr. Anil Rao", "Member and GP")])
    assert len(same) == 1


@pytest.mark.parametrize("other", ["Park View Practice", "Elm Street Surgery"])
def test_the_question_names_the_practices(other: str) -> None:
    second = GP.model_copy(update={"practice": other})
    roll = roll_of(committee=COMMITTEE.model_copy(update={"members": (GP, second)}))
    assert other in roll.questions[0]
