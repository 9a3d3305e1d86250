"""The labelled passages of participation_cases.yaml: one test a case, and the score of tuned and held-out cases."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from coi_audit.linking.participation.spoken import spoken_of
from coi_audit.linking.participation.told import read_participation
from coi_audit.linking.people.index import PeopleIndex, build_people
from coi_audit.model.evidence import SourceRef
from coi_audit.model.linking import Participation
from coi_audit.model.meetings import AgendaItem, Attendance, Minutes, MinutesSection, Passage
from coi_audit.model.people import Member
from coi_audit.model.words import AttendanceStatus, Role
from coi_audit.rulebook.minutes_words import minutes_words

DATA = yaml.safe_load((Path(__file__).parent / "participation_cases.yaml").read_text(encoding="utf-8"))
CASES: list[dict[str, Any]] = DATA["cases"]
WHERE = SourceRef(file="minutes.docx")
FIELDS = {
    "declared": "declared",
    "at_start": "declared_at_start",
    "at_item": "declared_at_item",
    "nature": "nature_recorded",
    "item_named": "item_named",
    "ruling": "ruling_recorded",
    "left": "left_recorded",
    "returned": "returned_recorded",
    "papers": "papers_sent",
    "took_part": "took_part",
    "spoke_after": "spoke_after_leaving",
    "own_case": "presents_own_case",
}


def passages(text: str, offset: int) -> tuple[Passage, ...]:
    found: list[Passage] = []
    for index, line in enumerate(text.strip().splitlines(), 1):
        if " | " in line:
            for number, cell in enumerate(line.split(" | ")):
                source = SourceRef(file="minutes.docx", table=offset, row=index, column=chr(65 + number))
                found.append(Passage(text=cell, source=source))
        else:
            found.append(Passage(text=line, source=SourceRef(file="minutes.docx", paragraph=offset * 100 + index)))
    return tuple(found)


def people() -> PeopleIndex:
    members = [
        Member(name=one["name"], role=Role(one["role"]), chair="Lay Member, Chair" in one["position"], source=WHERE)
        for one in DATA["roster"]
        if one["role"] not in ("lmc", "healthwatch")
    ]
    return PeopleIndex(build_people(members, attendance()))


def attendance() -> tuple[Attendance, ...]:
    return tuple(
        Attendance(
            name=one["name"],
            initials=one["initials"],
            position=one["position"],
            status=AttendanceStatus.PRESENT,
            source=WHERE,
        )
        for one in DATA["roster"]
    )


def minutes_of(case: dict[str, Any], item: AgendaItem) -> Minutes:
    parts = [
        ("1", "Welcome and apologies", ""),
        ("3", "Declarations of interest", case.get("decl", "")),
        ("5", "Matters arising", ""),
        ("6", "Chief Officer's report", case.get("before", "")),
        (item.number, item.title, case["at"]),
        ("10", "Finance report", case.get("after", "")),
    ]
    sections = tuple(
        MinutesSection(
            number=number,
            title=title,
            passages=passages(text, index),
            source=SourceRef(file="minutes.docx", paragraph=index * 100),
        )
        for index, (number, title, text) in enumerate(parts, 1)
    )
    return Minutes(file="minutes.docx", on=date(2018, 3, 6), attendance=attendance(), sections=sections, source=WHERE)


def read(case: dict[str, Any], index: PeopleIndex) -> Participation:
    item = AgendaItem(
        number=str(case.get("number", "7")),
        title=case.get("title", "Elm Street Surgery: application to extend the premises"),
        source=WHERE,
    )
    person = index.match(case.get("person", "Dr Anil Rao")).person
    assert person is not None
    practices = {one["name"]: one.get("practice") for one in DATA["roster"]}
    organisations = case.get("organisations") or [practices[person.name]]
    return read_participation((minutes_of(case, item),), item, person, people=index, organisations=organisations)


def wrong(case: dict[str, Any], found: Participation) -> list[str]:
    expect = dict(case["expect"])
    faults = []
    if found.recorded_action != expect.pop("action"):
        faults.append(f"action {found.recorded_action}")
    reason = expect.pop("reason", None)
    if reason and reason not in (found.reason or ""):
        faults.append(f"reason {found.reason!r}")
    for key, value in expect.items():
        actual = getattr(found, FIELDS[key])
        if actual != value:
            faults.append(f"{key} {actual}")
    return faults


@pytest.fixture(scope="module")
def index() -> PeopleIndex:
    return people()


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_case(case: dict[str, Any], index: PeopleIndex) -> None:
    found = read(case, index)
    assert wrong(case, found) == []
    if found.recorded_action not in (None, "none"):
        assert found.evidence, "a deed must be traced to its sentence"


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_nobody_declares_whom_the_words_do_not_speak_of(case: dict[str, Any], index: PeopleIndex) -> None:
    item = AgendaItem(
        number=str(case.get("number", "7")),
        title=case.get("title", "Elm Street Surgery: application to extend the premises"),
        source=WHERE,
    )
    papers = (minutes_of(case, item),)
    spoken = spoken_of(papers, item, people=index, words=minutes_words())
    for place, person in enumerate(index.persons):
        said = read_participation(papers, item, person, people=index)
        assert spoken is None or place in spoken or not said.declared, person.name
