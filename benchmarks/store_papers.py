"""A body's year as papers that were read: a register of 1,200 interests, and 30 meetings with agenda and minutes."""

from __future__ import annotations

from datetime import date, timedelta

from benchmarks.papers import name, practice
from coi_audit.model.dates import PartialDate
from coi_audit.model.evidence import InputFile, SourceRef
from coi_audit.model.interests import Interest, Register
from coi_audit.model.meetings import Agenda, AgendaItem, Attendance, Minutes, MinutesSection, Passage
from coi_audit.model.people import Body, Committee, Member
from coi_audit.model.reading import FolderReading, Reading
from coi_audit.model.words import AttendanceStatus, InterestCategory, MinutesStatus, Role

_PEOPLE, _INTERESTS, _MEETINGS, _ITEMS, _ATTENDING = 300, 4, 30, 15, 20
HOLDERS = tuple(f"{name(number)}-{name(number // 8 + 3).split()[-1]}" for number in range(_PEOPLE))
_COMMITTEE = "Primary Care Commissioning Committee"


def year_of_papers(number: int, year: int) -> FolderReading:
    """The papers of one body and calendar year; the same numbers give the same papers."""
    mark = f"{number}-{year}"
    papers = [_body(number), _register(year, mark)]
    for meeting in range(_MEETINGS):
        on = date(year, 1, 9) + timedelta(days=12 * meeting)
        papers += [_agenda(on, mark), _minutes(on, mark)]
    return FolderReading(papers=tuple(papers))


def _input(path: str, kind: str, rows: int, mark: str, edition: date | None = None) -> InputFile:
    return InputFile(path=path, sha256=f"{kind} {path} {mark}", kind=kind, rows_read=rows, edition=edition)


def _body(number: int) -> Reading:
    members = tuple(
        Member(name=one, role=Role.GP if at % 3 else Role.LAY, voting=at < 15, from_=date(2008, 4, 1),
               source=SourceRef(file="body.yaml", line=at + 10))
        for at, one in enumerate(HOLDERS[:_ATTENDING])
    )  # fmt: skip
    committee = Committee(name=_COMMITTEE, members=members, source=SourceRef(file="body.yaml", line=3))
    source = SourceRef(file="body.yaml", line=1)
    body = Body(name=f"NHS Invented {number} CCG", ods_code=f"X{number:03d}", committees=(committee,), source=source)
    return Reading(path="body.yaml", input=_input("body.yaml", "body", len(members), str(number)), body=body)


def _register(year: int, mark: str) -> Reading:
    path, edition = f"register-{year}-04.xlsx", date(year, 4, 1)
    interests = tuple(
        Interest(
            person=person,
            organisation=practice(at + 11 * each),
            nature=("GP partner", "Shareholder", "Director", "Trustee")[each],
            category=InterestCategory.FINANCIAL,
            direct=True,
            held_from=PartialDate.day(date(2008, 4, 1) + timedelta(days=at)),
            declared_on=date(year, 3, 1),
            edition=edition,
            source=SourceRef(
                file=path, sheet="Register", row=5 + at * _INTERESTS + each,
                text=f"{person} | {practice(at + 11 * each)} | Financial | Direct | {year}",
            ),
        )
        for at, person in enumerate(HOLDERS)
        for each in range(_INTERESTS)
    )  # fmt: skip
    register = Register(file=path, edition=edition, interests=interests, source=SourceRef(file=path, row=1))
    return Reading(path=path, input=_input(path, "register", len(interests), mark, edition), register_=register)


def _agenda(on: date, mark: str) -> Reading:
    path = f"meetings/{on}-pccc/agenda.docx"
    items = tuple(
        AgendaItem(
            number=str(at + 1),
            title=_title(at, on),
            action="For decision",
            source=SourceRef(file=path, paragraph=at + 2, text=_title(at, on)),
        )
        for at in range(_ITEMS)
    )
    agenda = Agenda(file=path, on=on, items=items, source=SourceRef(file=path, paragraph=1))
    return Reading(path=path, input=_input(path, "agenda", len(items), mark), agenda=agenda)


def _title(at: int, on: date) -> str:
    subject = ("application to close the patient list", "merger", "rent review", "contract variation")[at % 4]
    return f"{practice(at + on.toordinal() % 90)}: {subject}"


def _minutes(on: date, mark: str) -> Reading:
    path = f"meetings/{on}-pccc/minutes.docx"
    there = tuple(
        Attendance(
            name=person,
            position="Chair" if at == 0 else "Member",
            status=AttendanceStatus.PRESENT,
            chair=at == 0,
            source=SourceRef(file=path, paragraph=at + 2, text=person),
        )
        for at, person in enumerate(HOLDERS[:_ATTENDING])
    )
    minutes = Minutes(
        file=path,
        on=on,
        committee=_COMMITTEE,
        status=MinutesStatus.RATIFIED,
        attendance=there,
        sections=tuple(_section(at, on, path) for at in range(_ITEMS)),
        source=SourceRef(file=path, paragraph=1),
    )
    return Reading(path=path, input=_input(path, "minutes", _ITEMS, mark), minutes=minutes)


def _section(at: int, on: date, path: str) -> MinutesSection:
    place, title = 100 + 10 * at, _title(at, on)
    said = (
        f"The committee considered the paper on {title}, and asked what it would mean for patients of the practice.",
        f"{HOLDERS[at]} declared an interest as a partner in {practice(at)} and left the room for the item.",
        "The committee APPROVED the recommendation.",
    )
    passages = tuple(
        Passage(text=text, source=SourceRef(file=path, paragraph=place + more, text=text))
        for more, text in enumerate(said, start=1)
    )
    source = SourceRef(file=path, paragraph=place, text=title)
    return MinutesSection(number=str(at + 1), title=title, passages=passages, source=source)
