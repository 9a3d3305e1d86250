"""Invented meetings to come, quiet and crowded, for the tests of the secretary's pack."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from audits import AHEAD, check, conflict, item, meeting, opening

from coi_audit.model.audit import Audit, ItemAudit
from coi_audit.model.evidence import SourceRef
from coi_audit.model.interests import NilReturn
from coi_audit.model.linking import ChairResult, Classification, Conflict, Person, QuorumResult
from coi_audit.model.meetings import Ruling
from coi_audit.model.people import QuorumRule
from coi_audit.model.preparation import Attending, GivenRuling, PapersWithheld, Preparation
from coi_audit.model.words import Action, Authority, Confidence, Handling, Purpose, Role, Scope, Stage

CHAIR = Person("Gethin Ŵyn Lowe", role=Role.LAY)
VICE = Person("Ruth Abara", role=Role.LAY)
DOCTOR = Person("Dr Mina Corrie", role=Role.GP)
OTHER = Person("Bartholomew Featherstonehaugh-Cholmondeley", role=Role.EXECUTIVE)
SECRET = "Choice of provider for Quillfeather Hospice"
PLACE = SourceRef(file="meetings/a/attendance.xlsx", sheet="Attendance", row=4, text="Dr Mina Corrie | yes | 9")
RULE = QuorumRule(members=3, must_include=((Role.LAY,), (Role.EXECUTIVE,)), lay_executive_majority=True)
WAYS = ("Put the item off to a meeting that is quorate.", "Refer the item to the governing body.")


def to_come(person: Person, action: Action, title: str, number: str = "5", **changes: object) -> Conflict:
    """A conflict of a meeting still to be held, at the item of this number and title."""
    one = conflict(Handling.NOT_YET_HELD, person=person, required=action, recorded=None, title=title)
    path = (*one.link.path[:-1], f"party to item {number} {title}")
    return replace(one, link=replace(one.link, path=path), **{"hand_over_chair": False, **changes})  # type: ignore[arg-type]


def declarations(number: str = "2") -> ItemAudit:
    """The item at which interests are declared."""
    kind = Classification(None, False, Scope.NONE, Purpose.INFORMATION, procedure="declarations")
    return replace(opening(), item=item(number, "Declarations of interest").item, classification=kind)


def attending(*people: Person, titles: bool = True) -> tuple[Attending, ...]:
    """These people as members with a vote: the first in the chair, the second vice-chair."""
    return tuple(
        Attending(
            person=one,
            role=one.role,
            title=f"Post of {one.name}" if titles else "",
            member=True,
            voting=True,
            chair=number == 0,
            vice_chair=number == 1,
            interests=(to_come(one, Action.LEAVE, "x").holding,) if one.role is Role.GP else (),
            nil_return=NilReturn(person=one.name, on=date(2017, 10, 17), source=PLACE) if one is VICE else None,
        )
        for number, one in enumerate(people)
    )


def one_meeting(
    *items: ItemAudit, people: tuple[Person, ...] = (CHAIR, VICE, DOCTOR, OTHER), **changes: object
) -> Audit:
    """A check of one meeting to come with these items."""
    held = meeting(AHEAD, *items, stage=Stage.BEFORE)
    prepared = replace(Preparation(attending(*people), RULE), **changes)  # type: ignore[arg-type]
    whole = replace(held, present=people, in_attendance=(), preparation=prepared)
    return replace(check(), meetings=(whole,), rejected=(), notices=())


def no_conflicts() -> Audit:
    """Nobody has any."""
    quorum = QuorumResult(3, 4, 4, True, ("4 count towards a quorum of 3.",))
    return one_meeting(declarations(), replace(item("3", "Budget"), quorum=quorum))


def every_action() -> Audit:
    """One item, a person for each action, one link to be confirmed; a ruling given beforehand."""
    people = tuple(Person(f"Person {action.value.replace('_', ' ').title()}", role=Role.GP) for action in Action)
    title = "Fernhill Surgery: rent review"
    found = [
        to_come(one, action, title) for one, action in zip(people, Action, strict=True) if action is not Action.NONE
    ]
    found.append(to_come(OTHER, Action.LEAVE, title, confidence=Confidence.ASK))
    about = replace(
        item("5", title, *found),
        quorum=QuorumResult(3, 9, 4, True, ("4 count towards a quorum of 3.",)),
        chair=ChairResult(CHAIR.name, False, None),
        withhold_papers_from=tuple(one.name for one in people[-2:]),
    )
    ruling = Ruling(
        person=people[4].name, item="5", action=Action.LEAVE, reason="Her own surgery.", authority=Authority.GUARDIAN,
        on=date(2018, 1, 12), source=PLACE,
    )  # fmt: skip
    given = (GivenRuling(people[4].name, ruling),)
    return one_meeting(declarations(), about, people=(CHAIR, VICE, OTHER, *people), rulings=given)


def both_chairs() -> Audit:
    """Chair and vice-chair have a conflict at one item, which is short of its quorum; at another nobody is free."""
    title = "Fernhill Surgery: rent review"
    two = [to_come(CHAIR, Action.LEAVE, title, hand_over_chair=True), to_come(VICE, Action.LEAVE, title)]
    short = QuorumResult(3, 4, 2, False, ("Without those who must withdraw: 2 of the 3 members needed.",), WAYS)
    first = replace(item("5", title, *two), quorum=short, chair=ChairResult(CHAIR.name, True, OTHER.name))
    none_left = replace(first, item=item("6", title).item, chair=ChairResult(CHAIR.name, True, None))
    return one_meeting(declarations(), first, none_left)


def in_private(*, chair_too: bool = False) -> Audit:
    """A private item whose papers Dr Corrie, or the chair as well, is not sent; Dr Corrie has a public one besides."""
    found = [to_come(DOCTOR, Action.LEAVE_NO_PAPERS, SECRET, "9")]
    names = [DOCTOR.name]
    if chair_too:
        found.append(to_come(CHAIR, Action.LEAVE_NO_PAPERS, SECRET, "9", hand_over_chair=True))
        names.append(CHAIR.name)
    holdings = [replace(one.holding, organisation_name="Quillfeather Hospice", nature="Quillfeather") for one in found]
    secret = [
        replace(
            one,
            holding=holding,
            link=replace(one.link, path=(one.link.path[0], "trustee of", "Quillfeather Hospice", one.link.path[-1])),
            because=("Quillfeather is named.",),
        )
        for one, holding in zip(found, holdings, strict=True)
    ]
    closed = item("9", SECRET, *secret)
    closed = replace(
        closed,
        item=closed.item.model_copy(update={"private": True}),
        quorum=QuorumResult(3, 4, 3, True, ("3 count towards a quorum of 3.",)),
        chair=ChairResult(CHAIR.name, chair_too, VICE.name if chair_too else None),
        withhold_papers_from=tuple(names),
        questions=("Is Quillfeather the party?",),
    )
    title = "Fernhill Surgery: rent review"
    public = replace(
        item("5", title, to_come(DOCTOR, Action.LEAVE, title)),
        quorum=QuorumResult(3, 4, 3, True, ("3 count towards a quorum of 3.",)),
    )
    withheld = (PapersWithheld(DOCTOR.name, ("9",), PLACE),)
    return one_meeting(declarations(), public, closed, withheld=withheld)


def crowded(items: int = 25, members: int = 18) -> Audit:
    """Long names, many items, everybody with an interest in each; some items short of their quorum."""
    people = tuple(
        Person(f"Dr Bartholomew Featherstonehaugh-Cholmon {chr(65 + number)}", role=Role.GP)
        for number in range(members)
    )
    actions = [Action.NOTE, Action.STAY_NO_VOTE, Action.DISCUSS_THEN_LEAVE, Action.LEAVE, Action.LEAVE_NO_PAPERS]
    made = []
    for number in range(3, items + 1):
        title = f"Proposed closure of the branch of practice number {number} and dispersal of its patient list"
        found = [
            to_come(one, actions[(place + number) % len(actions)], title, str(number), hand_over_chair=place == 0)
            for place, one in enumerate(people)
        ]
        sent_none = tuple(one.holding.person.name for one in found if one.required_action is Action.LEAVE_NO_PAPERS)
        made.append(
            replace(
                item(str(number), title, *found),
                quorum=QuorumResult(6, members, 3, False, ("Without those who must withdraw: 3 of the 6.",), WAYS),
                chair=ChairResult(people[0].name, True, people[1].name),
                withhold_papers_from=sent_none,
                questions=(f"Which is practice number {number}? Two fit, and a person should say which is meant.",),
            )
        )
    audit = one_meeting(declarations(), *made, people=people)
    body = audit.body.model_copy(
        update={"name": "NHS Much Longer Than Most and Other Places Clinical Commissioning Group"}
    )
    return replace(audit, body=body)
