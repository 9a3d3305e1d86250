"""A small body written out as the product meets one: a `Case` of records, in words a secretary would use."""

from __future__ import annotations

from datetime import date

from body_facts import Interest, Item, Meeting, SmallBody
from small_bodies import PEOPLE

from coi_audit.model import interests, meetings, organisations, people
from coi_audit.model.case import Case
from coi_audit.model.dates import PartialDate
from coi_audit.model.evidence import SourceRef
from coi_audit.model.organisation_lists import ListKind, ListRow, OrganisationLists
from coi_audit.model.words import (
    AttendanceStatus,
    BodyKind,
    CommitteeKind,
    InterestCategory,
    MinutesStatus,
    OrganisationKind,
    Role,
    SharedInterestPolicy,
)

OWN, OTHER = "99Z", "98Y"
REGISTER = date(2013, 3, 1)
COMMITTEE = "Primary Care Commissioning Committee"
ACTIONS = {"decision": "For decision", "discussion": "For discussion", "information": "For information"}
NATURES = {
    "partner": "GP partner",
    "employee": "Salaried employee",
    "director": "Director",
    "shareholder": "Shareholder",
    "owner": "Owner",
    "premises": "Owner of the premises",
    "consultant": "Paid adviser",
    "trustee": "Trustee",
    "role": "Volunteer",
    "member": "Patient",
}
RELATIONSHIPS = {
    "spouse": "Wife",
    "relative": "Sister",
    "friend": "Close friend",
    "business_partner": "Business partner",
}


def case_of(body: SmallBody) -> Case:
    """The body's papers as read."""
    return Case(
        body=_body(body),
        registers=(_register(body),),
        meetings=tuple(_meeting(body, one) for one in body.meetings),
    )


def lists_of(body: SmallBody) -> OrganisationLists | None:
    """The national list its practices stand in, None where body.yaml alone gives them."""
    if not body.lists:
        return None
    practices = [one for one in body.organisations if one.kind == "practice"]
    codes = {one.org: f"Z{80000 + index}" for index, one in enumerate(practices)}
    networks = {name: f"U{90000 + index}" for index, name in enumerate(body.of_kind("pcn"))}
    rows = [_row(ListKind.PRACTICES, codes[one.org], one.org, OWN if one.commissioned else OTHER) for one in practices]
    rows += [_row(ListKind.PCNS, code, name, OWN) for name, code in networks.items()]
    rows += [
        _row(ListKind.PCN_MEMBERS, codes[child], child, networks[parent])
        for child, parent in body.belongs
        if parent in networks
    ]
    return OrganisationLists(tuple(rows))


def _row(kind: ListKind, code: str, name: str, parent: str) -> ListRow:
    opened = date(1990, 4, 1)
    return ListRow(kind, code, name.upper(), parent, opened=opened, edition=REGISTER, file=f"{kind}.csv", row=1)


def _ref(file: str, line: int = 1) -> SourceRef:
    return SourceRef(file=file, line=line)


def _body(body: SmallBody) -> people.Body:
    committee = people.Committee(
        name=COMMITTEE,
        kind=CommitteeKind.PCCC,
        shared_interest_policy=SharedInterestPolicy(body.policy) if body.policy else None,
        quorum=people.QuorumRule(
            members=body.required,
            must_include=tuple((Role(role),) for role in body.must_include),
            lay_executive_majority=body.lay_executive_majority,
        ),
        members=tuple(
            people.Member(
                name=seat.person,
                role=Role(seat.role),
                chair=seat.chair,
                vice_chair=seat.vice_chair,
                voting=seat.voting,
                practice=seat.practice,
                from_=seat.begins,
                to=seat.ends,
                source=_ref("body.yaml", line),
            )
            for line, seat in enumerate(body.seats, 10)
        ),
        source=_ref("body.yaml", 5),
    )
    return people.Body(
        name="NHS Northfield CCG" if body.kind == "ccg" else "NHS Northfield Integrated Care Board",
        ods_code=OWN,
        kind=BodyKind(body.kind),
        committees=(committee,),
        organisations=_organisations(body),
        source=_ref("body.yaml"),
    )


def _organisations(body: SmallBody) -> tuple[organisations.Organisation, ...]:
    made = []
    for line, one in enumerate(body.organisations, 100):
        listed = one.kind == "pcn" or (one.kind == "practice" and one.premises_owner is None)
        if body.lists and listed:
            continue
        under = [child for child, parent in body.belongs if parent == one.org]
        groups = one.kind in ("pcn", "federation")
        owners = [] if groups else under
        made.append(
            organisations.Organisation(
                name=one.org,
                kind=OrganisationKind(one.kind),
                members=tuple(under) if groups else (),
                owners=(*owners, *(person for org, person in body.owners if org == one.org)),
                premises_owner=one.premises_owner,
                source=_ref("body.yaml", line),
            )
        )
    return tuple(made)


def _register(body: SmallBody) -> interests.Register:
    source = SourceRef(file="register.xlsx", sheet="Register")
    silent = [name for name in PEOPLE if all(one.person != name for one in body.interests)]
    return interests.Register(
        file="register.xlsx",
        edition=REGISTER,
        interests=tuple(_interest(one) for one in body.interests),
        nil_returns=tuple(interests.NilReturn(person=name, on=REGISTER, source=source) for name in silent),
        source=source,
    )


def _interest(one: Interest) -> interests.Interest:
    professional = one.tie in ("director", "role")
    non_financial = (
        InterestCategory.NON_FINANCIAL_PROFESSIONAL if professional else InterestCategory.NON_FINANCIAL_PERSONAL
    )
    nature = NATURES[one.tie]
    return interests.Interest(
        person=one.person,
        organisation=one.org,
        nature=nature if one.financial or one.tie != "director" else f"Unpaid {nature.lower()}",
        category=InterestCategory.FINANCIAL if one.financial else non_financial,
        direct=one.relationship == "self",
        relationship=RELATIONSHIPS.get(one.relationship),
        held_from=PartialDate.day(one.begins) if one.begins else None,
        held_until=PartialDate.day(one.ends) if one.ends else None,
        share_percent=one.percent,
        declared_on=REGISTER,
        edition=REGISTER,
        source=SourceRef(file="register.xlsx", sheet="Register", row=one.interest),
    )


def title_of(item: Item) -> str:
    """The title as the agenda prints it."""
    return item.title.words.format(*(item.people if item.title.personal else item.parties))


def _meeting(body: SmallBody, one: Meeting) -> meetings.Meeting:
    folder = f"meetings/{one.day}-pccc"
    source = SourceRef(file=f"{folder}/agenda.docx")
    items = tuple(
        meetings.AgendaItem(
            number=str(item.item),
            title=title_of(item),
            action=ACTIONS[item.purpose],
            text=" ".join(f"Neighbouring practice: {name}." for name in item.neighbours),
            private=item.private,
            source=source,
        )
        for item in one.items
    )
    agenda = meetings.Agenda(file=source.file, on=one.day, committee=COMMITTEE, items=items, source=source)
    return meetings.Meeting(
        on=one.day,
        folder=folder,
        committee=COMMITTEE,
        agendas=(agenda,),
        minutes=(_minutes(body, one, folder),) if one.held else (),
        expected=() if one.held else _expected(body, one, folder),
        source=source,
    )


def _expected(body: SmallBody, one: Meeting, folder: str) -> tuple[meetings.ExpectedAttendance, ...]:
    rows = [row for row in body.attendance if row.meeting == one.meeting]
    deputies = {row.deputising_for: row.person for row in rows if row.deputising_for}
    return tuple(
        meetings.ExpectedAttendance(
            name=row.person, expected=False, deputy=deputies.get(row.person), source=_ref(f"{folder}/attendance.csv")
        )
        for row in rows
        if row.status == "apologies"
    )


def _minutes(body: SmallBody, one: Meeting, folder: str) -> meetings.Minutes:
    source = SourceRef(file=f"{folder}/minutes.docx")
    attendance = tuple(
        meetings.Attendance(
            name=row.person,
            status=AttendanceStatus(row.status),
            deputising_for=row.deputising_for,
            arrived=f"from item {row.first_item}" if row.first_item else None,
            left=f"after item {row.last_item}" if row.last_item else None,
            chair=row.person == one.in_chair,
            source=source,
        )
        for row in body.attendance
        if row.meeting == one.meeting
    )
    sections = tuple(
        meetings.MinutesSection(
            number=str(item.item),
            title=title_of(item),
            passages=(meetings.Passage(text="The paper was taken as read.", source=source),),
            source=source,
        )
        for item in one.items
    )
    return meetings.Minutes(
        file=source.file,
        on=one.day,
        committee=COMMITTEE,
        status=MinutesStatus.RATIFIED,
        attendance=attendance,
        sections=sections,
        source=source,
    )
