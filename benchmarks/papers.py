"""Invented papers in memory, as the readers hand them over: a body, its register, an agenda and minutes in words."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import product

from coi_audit.model.case import Case
from coi_audit.model.dates import PartialDate
from coi_audit.model.evidence import SourceRef
from coi_audit.model.interests import Interest, Register
from coi_audit.model.meetings import (
    Agenda,
    AgendaItem,
    Attendance,
    Meeting,
    Minutes,
    MinutesSection,
    Passage,
)
from coi_audit.model.organisations import Organisation
from coi_audit.model.people import Body, CoCommissioning, Committee, Member, QuorumRule
from coi_audit.model.words import (
    AttendanceStatus,
    CoCommissioningKind,
    CommitteeKind,
    InterestCategory,
    MinutesStatus,
    OrganisationKind,
    Role,
)

ON = date(2017, 9, 5)
AS_OF = date(2018, 1, 15)
_PRACTICES = 40
_ROLES = (Role.LAY, Role.GP, Role.EXECUTIVE, Role.GP, Role.LAY, Role.PRACTICE_MANAGER, Role.NURSE)
_STARTS = ("Ab", "Bel", "Cor", "Dun", "Em", "Far", "Gil", "Hol", "In", "Jar", "Kel", "Lor", "Mar", "Nor", "Os", "Pen")
_MIDDLES = ("a", "e", "i", "o", "u", "ay", "en", "il")
_ENDS = ("bury", "combe", "field", "gate", "ham", "ley", "more", "ridge", "stead", "ton", "wick", "worth")
_WORDS = [start + middle + end for start, middle, end in product(_STARTS, _MIDDLES, _ENDS)]


def name(number: int) -> str:
    """A person's name, each number another."""
    given = ("Ann", "Ben", "Cara", "Dev", "Ella", "Finn", "Gita", "Hugh")[number % 8]
    return f"Dr {given} {_WORDS[number * 7 % len(_WORDS)]}"


def practice(number: int) -> str:
    """A practice's name."""
    return f"{_WORDS[(number * 31 + 5) % len(_WORDS)]} Road Surgery"


def case_of(*, members: int, interests: int, items: int) -> Case:
    """One held meeting of that many members and items; every member holds that many interests."""
    committee = Committee(
        name="Primary Care Commissioning Committee",
        kind=CommitteeKind.PCCC,
        quorum=QuorumRule(members=5, must_include=((Role.LAY,), (Role.EXECUTIVE, Role.NURSE))),
        members=tuple(_member(number) for number in range(members)),
        source=_at("body.yaml", 3),
    )
    body = Body(
        name="NHS Invented CCG",
        ods_code="99X",
        co_commissioning=(CoCommissioning(kind=CoCommissioningKind.DELEGATED, from_=date(2015, 4, 1)),),
        committees=(committee,),
        organisations=tuple(
            Organisation(
                name=practice(number), kind=OrganisationKind.PRACTICE, source=_at("organisations.csv", number + 2)
            )
            for number in range(_PRACTICES)
        ),
        source=_at("body.yaml", 1),
    )
    return Case(body=body, registers=(_register(members, interests),), meetings=(_meeting(committee, members, items),))


def _at(file: str, row: int, text: str = "") -> SourceRef:
    return SourceRef(file=file, row=row, text=text)


def _member(number: int) -> Member:
    return Member(
        name=name(number),
        role=_ROLES[number % len(_ROLES)],
        title="Chair" if number == 0 else "member",
        chair=number == 0,
        vice_chair=number == 4,
        from_=date(2016, 4, 1),
        source=_at("body.yaml", number + 10),
    )


def _register(members: int, interests: int) -> Register:
    file, edition = "register.xlsx", date(2017, 4, 1)
    rows = tuple(
        Interest(
            person=name(number),
            organisation=practice(number + 11 * each),
            nature=("GP partner", "Shareholder", "Director", "Trustee")[each % 4],
            category=InterestCategory.FINANCIAL,
            direct=True,
            held_from=PartialDate.day(date(2014, 4, 1)),
            declared_on=date(2017, 3, 1),
            edition=edition,
            source=_at(file, 5 + number * interests + each, practice(number + 11 * each)),
        )
        for number in range(members)
        for each in range(interests)
    )
    columns = ("person", "organisation", "nature", "category", "direct", "from", "until", "declared")
    return Register(file=file, edition=edition, columns=columns, interests=rows, source=_at(file, 1))


def _meeting(committee: Committee, members: int, items: int) -> Meeting:
    folder = f"meetings/{ON}-pccc"
    agenda = tuple(_item(number, f"{folder}/agenda.docx") for number in range(items))
    declared = AgendaItem(number="1", title="Declarations of interest", source=_at(f"{folder}/agenda.docx", 1))
    file = f"{folder}/minutes.docx"
    return Meeting(
        on=ON,
        folder=folder,
        committee=committee.name,
        agendas=(Agenda(file=f"{folder}/agenda.docx", on=ON, items=(declared, *agenda), source=_at("agenda.docx", 1)),),
        minutes=(
            Minutes(
                file=file,
                on=ON,
                status=MinutesStatus.RATIFIED,
                attendance=tuple(_attendance(number, file) for number in range(members)),
                sections=tuple(_sections(members, items, file)),
                next_meetings=(ON + timedelta(days=63),),
                source=_at(file, 1),
            ),
        ),
        source=_at(file, 1),
    )


def _item(number: int, file: str) -> AgendaItem:
    subject = ("application to close the patient list", "merger", "rent review", "contract variation")[number % 4]
    title = f"{practice(number)}: {subject}"
    return AgendaItem(number=str(number + 2), title=title, action="For decision", source=_at(file, number + 2, title))


def _attendance(number: int, file: str) -> Attendance:
    return Attendance(
        name=name(number),
        position="Chair" if number == 0 else "Member",
        status=AttendanceStatus.PRESENT,
        chair=number == 0,
        source=_at(file, number + 2),
    )


def _sections(members: int, items: int, file: str) -> list[MinutesSection]:
    told = [
        MinutesSection(
            number="1",
            title="Declarations of interest",
            passages=(_said(file, 100, "The Chair asked for declarations of interest. The meeting was quorate."),),
            source=_at(file, 99),
        )
    ]
    for number in range(items):
        place, title = 200 + number * 10, _item(number, "agenda.docx").title
        concerned = [one for one in range(members) if any(practice(one + 11 * e) in title for e in range(4))]
        passages = [_said(file, place, f"The committee considered the paper on {title}.")]
        for one in concerned[:3]:
            words = (
                f"{name(one)} declared an interest as a partner in {practice(number)} and left the room for the item."
            )
            passages.append(_said(file, place + 1, words))
        passages.append(_said(file, place + 5, "The committee APPROVED the recommendation."))
        told.append(
            MinutesSection(number=str(number + 2), title=title, passages=tuple(passages), source=_at(file, place))
        )
    return told


def _said(file: str, paragraph: int, text: str) -> Passage:
    return Passage(text=text, source=SourceRef(file=file, paragraph=paragraph, text=text))
