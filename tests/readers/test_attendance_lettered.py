"""Attendance lists that give nothing but initials, and whose initials they are."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document

from coi_audit.linking.people.index import PeopleIndex, build_people
from coi_audit.linking.people.lettered import own_initials
from coi_audit.model.evidence import SourceRef
from coi_audit.model.meetings import Attendance
from coi_audit.model.people import Member
from coi_audit.model.words import AttendanceStatus, Role
from coi_audit.readers.attendance.lettered import initials_alone
from coi_audit.readers.attendance.names import is_name
from coi_audit.readers.minutes.paper import read_minutes

MEMBERS = ("Ann Venn", "Gwyn ap Huws", "Tom Oak", "Dara O'Dell-Moss", "Dr Pia Sund-Lowe")


def member(name: str) -> Member:
    return Member(name=name, role=Role.LAY, source=SourceRef(file="body.yaml", line=1))


def minutes(path: Path, *lines: str) -> Path:
    paper = Document()
    for line in ("Primary Care Commissioning Committee", "Minutes of the meeting held on 13 December 2016", *lines):
        paper.add_paragraph(line)
    paper.save(str(path))
    return path


def listed_in(file: Path) -> tuple[Attendance, ...]:
    read = read_minutes(file, root=file.parent).minutes
    assert read is not None
    return tuple(read.attendance)


def test_a_list_of_initials_is_read_and_belongs_to_the_members(tmp_path: Path) -> None:
    file = minutes(
        tmp_path / "minutes.docx",
        "Present: AV (Chair), GaH, TO, DO'D-M, PSL",
        "In attendance: BQ (minutes)",
        "Apologies: None",
        "1 Welcome",
        "The meeting was quorate.",
        "2 Declarations of interest",
        "None.",
    )
    listed = listed_in(file)
    assert [one.name for one in listed] == ["AV", "GaH", "TO", "DO'D-M", "PSL", "BQ"]
    assert [one.chair for one in listed][:2] == [True, False]
    assert listed[-1].status is AttendanceStatus.IN_ATTENDANCE
    people = PeopleIndex(build_people([member(name) for name in MEMBERS], listed))
    for written, name in zip(("AV", "GaH", "TO", "DO'D-M", "PSL"), MEMBERS, strict=True):
        found = people.match(written).person
        assert found is not None and found.name == name, written


def test_initials_two_members_share_are_nobodys(tmp_path: Path) -> None:
    file = minutes(tmp_path / "minutes.docx", "Present: AV, TO, XY", "1 Welcome", "The meeting was quorate.")
    listed = listed_in(file)
    people = PeopleIndex(build_people([member("Ann Venn"), member("Abel Vane"), member("Tom Oak")], listed))
    found = people.match("AV").person
    assert found is None or found.member is None


@pytest.mark.parametrize("text", ["CCG, GP, NHS", "AB", "Ann Venn, TO, AV", "Finance, Estates, IT"])
def test_abbreviations_and_names_are_no_list_of_initials(text: str) -> None:
    assert initials_alone(text) is None


@pytest.mark.parametrize("name", ["Gwyn ap Huws", "Lowri ferch Elis", "Órla Ní Bhriain", "Colm Mac Giolla"])
def test_welsh_and_irish_names_are_names(name: str) -> None:
    assert is_name(name)


def test_initials_of_names_in_several_parts() -> None:
    assert own_initials("Dara O'Dell-Moss") == {"DO", "DOM", "DODM"}
    assert own_initials("Gwyn ap Huws") >= {"GAH"}
