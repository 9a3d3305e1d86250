"""A body's invented year as the product's own records, names resolved: what linking and the rules start from."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from benchmarks.year import (
    DISCUSS_THEN_LEAVE,
    FRIEND,
    HOLDERS,
    NONE,
    ORGANISATIONS,
    PRACTICES,
    RELATIVE,
    SELF,
    SPOUSE,
    STAY_NO_VOTE,
    TIE_NAMES,
    TIES,
    VOTING,
    BodyYear,
    Business,
    Held,
    Met,
    Said,
)
from coi_audit.audit.attendees import Attendee, Roll
from coi_audit.audit.examine import Gathered
from coi_audit.audit.items import ClassifiedItem
from coi_audit.linking.links import ItemContext
from coi_audit.linking.people.index import PeopleIndex
from coi_audit.model.evidence import SourceRef
from coi_audit.model.linking import Classification, Holding, ItemRecord, MeetingRecord, Participation, Party, Person
from coi_audit.model.meetings import Agenda, AgendaItem, Meeting, Minutes
from coi_audit.model.organisations import Organisation
from coi_audit.model.people import Body, CoCommissioning, Committee, Member, QuorumRule
from coi_audit.model.words import (
    Action,
    CoCommissioningKind,
    CommitteeKind,
    InterestCategory,
    Match,
    MinutesStatus,
    OrganisationKind,
    Purpose,
    Relationship,
    Role,
    Scope,
    Stage,
    Tie,
)

_ROLES = (Role.LAY, Role.GP, Role.EXECUTIVE, Role.GP, Role.LAY, Role.PRACTICE_MANAGER, Role.NURSE, Role.GP)
_RELATIONSHIPS = {
    SELF: Relationship.SELF,
    SPOUSE: Relationship.SPOUSE,
    RELATIVE: Relationship.RELATIVE,
    FRIEND: Relationship.FRIEND,
}
_PURPOSES = (Purpose.DECISION, Purpose.DISCUSSION, Purpose.INFORMATION)
_ACTIONS = tuple(Action)


@dataclass(frozen=True, slots=True)
class Prepared:
    """One body and its meetings, ready to be examined."""

    body: Body
    meetings: tuple[Gathered, ...]


@dataclass(frozen=True, slots=True)
class Recorded:
    """What was minuted, known beforehand: the seam at which the product reads words."""

    items: Mapping[str, ItemRecord]
    people: Mapping[tuple[str, str], Participation]  # by item number and person
    spoken: Mapping[str, Collection[str]]

    def of_item(self, item: ClassifiedItem) -> ItemRecord:
        return self.items.get(item.item.number, _NOTHING)

    def of_person(self, item: ClassifiedItem, person: Person, organisations: Sequence[str]) -> Participation:
        return self.people.get((item.item.number, person.key), _SILENT)

    def speaks_of(self, item: ClassifiedItem) -> Collection[str]:
        return self.spoken.get(item.item.number, ())


_NOTHING = ItemRecord()
_SILENT = Participation(recorded_action=Action.NONE)


def _category(tie: Tie) -> InterestCategory:
    if TIES[tie.value][1]:
        return InterestCategory.FINANCIAL
    personal = tie is Tie.MEMBER
    return InterestCategory.NON_FINANCIAL_PERSONAL if personal else InterestCategory.NON_FINANCIAL_PROFESSIONAL


def prepare(year: BodyYear) -> Prepared:
    """The records of one body's year."""
    return _Maker(year).prepared()


class _Maker:
    def __init__(self, year: BodyYear) -> None:
        self.year = year
        here = self.place("body.yaml", 1)
        self.seats = [self.member(number) for number in range(HOLDERS)]
        self.people = [Person(one.name, (one.name,), role=one.role, member=one) for one in self.seats]
        self.committee = Committee(
            name="Primary Care Commissioning Committee",
            kind=CommitteeKind.PCCC,
            quorum=QuorumRule(members=6, must_include=((Role.LAY,), (Role.EXECUTIVE, Role.NURSE))),
            source=here,
        )
        self.body = Body(
            name=f"NHS Invented CCG {year.number}",
            ods_code=f"{year.number:03d}X",
            co_commissioning=(CoCommissioning(kind=CoCommissioningKind.DELEGATED, from_=date(2015, 4, 1)),),
            committees=(self.committee,),
            source=here,
        )
        self.parties = [self.party(number) for number in range(ORGANISATIONS)]
        self.held: dict[int, list[Holding]] = {}
        for row, one in enumerate(year.held, 5):
            self.held.setdefault(one.person, []).append(self.holding(one, row))
        self.index = PeopleIndex(())  # nobody is looked up by name: names are resolved

    def place(self, file: str, row: int, text: str = "") -> SourceRef:
        return SourceRef.model_construct(file=file, row=row, text=text)  # half a million of them: known to be right

    def member(self, number: int) -> Member:
        return Member(
            name=f"Dr Person{number:03d} Of{self.year.number:03d}",
            role=_ROLES[number % len(_ROLES)],
            title="member",
            source=self.place("body.yaml", number + 10),
        )

    def party(self, number: int) -> Party:
        practice = number < PRACTICES
        name = f"Invented Lane {number} Surgery" if practice else f"Invented Care {number} Ltd"
        code = f"Y{self.year.number:03d}{number:02d}"
        organisation = Organisation(
            name=name,
            kind=OrganisationKind.PRACTICE if practice else OrganisationKind.COMPANY,
            ods_code=code,
            source=self.place("organisations.csv", number + 2),
        )
        return Party(name, name, Match.MATCHED, code, organisation)

    def holding(self, one: Held, row: int) -> Holding:
        party, tie = self.parties[one.organisation], Tie(TIE_NAMES[one.tie])
        return Holding(
            person=self.people[one.person],
            organisation=party.organisation,
            organisation_name=party.name,
            tie=tie,
            relationship=_RELATIONSHIPS[one.relationship],
            category=_category(tie),
            direct=one.relationship == SELF,
            nature=f"{tie.value} of {party.name}",
            held_from=None,
            held_until=None if one.ended == date.max.toordinal() else date.fromordinal(one.ended),
            declared_on=None,
            known_on=date.fromordinal(one.known),
            known_inferred=False,
            interest=None,
            outcome=Match.MATCHED,
            evidence=(self.place("register.xlsx", row, party.name),),
        )

    def prepared(self) -> Prepared:
        return Prepared(self.body, tuple(self.meeting(one, index) for index, one in enumerate(self.year.meetings)))

    def meeting(self, met: Met, index: int) -> Gathered:
        on = date.fromordinal(met.day)
        file = f"{on}/minutes.docx"
        seated = [
            Attendee(self.people[person], self.seats[person] if place < VOTING else None, chair=place == 0)
            for place, person in enumerate(met.there)
        ]
        source = self.place(file, 1)
        items = [self.item(one, number, f"{on}/agenda.docx") for number, one in enumerate(met.items, 1)]
        meeting = Meeting(
            on=on,
            folder=str(on),
            committee=self.committee.name,
            agendas=(Agenda(file=f"{on}/agenda.docx", on=on, source=self.place(f"{on}/agenda.docx", 1)),),
            minutes=(Minutes(file=file, on=on, status=MinutesStatus.RATIFIED, source=source),),
            source=source,
        )
        order = sorted(seated[:VOTING], key=lambda one: one.person.key)
        visitors = sorted(seated[VOTING:], key=lambda one: one.person.key)
        return Gathered(
            body=self.body,
            meeting=meeting,
            committee=self.committee,
            kind=CommitteeKind.PCCC,
            stage=Stage.HELD,
            people=self.index,
            roll=Roll(tuple(order), tuple(visitors), ()),
            record=MeetingRecord(quorum_statement=source, call_for_declarations=source),
            chair=seated[0],
            holdings=tuple(one for person in met.there for one in self.held[person]),
            items=(self.declarations(f"{on}/agenda.docx"), *items),
            told=self.told(met, file),
        )

    def item(self, one: Business, number: int, file: str) -> ClassifiedItem:
        party = self.parties[one.party]
        title = f"{party.name}: application {number}"
        item = AgendaItem(number=str(number), title=title, source=self.place(file, number, title))
        classification = Classification(
            decision_type="C02",
            concerns_gp_services=True,
            scope=Scope.NAMED_PRACTICE if one.party < PRACTICES else Scope.OTHER_PROVIDER,
            purpose=_PURPOSES[one.purpose],
            mentions=(party.name,),
            closed=one.closed,
        )
        return ClassifiedItem(item, ItemContext(f"item {number} {title}", classification, (party,), ()))

    def declarations(self, file: str) -> ClassifiedItem:
        title = "Declarations of interest"
        item = AgendaItem(number="0", title=title, source=self.place(file, 0, title))
        nothing = Classification(None, False, Scope.NONE, Purpose.INFORMATION, procedure="declarations")
        return ClassifiedItem(item, ItemContext(f"item 0 {title}", nothing, (), ()))

    def told(self, met: Met, file: str) -> Recorded:
        spoken: dict[str, list[str]] = {}
        people: dict[tuple[str, str], Participation] = {}
        for (place, person), said in met.said.items():
            number, key = str(place + 1), self.people[person].key
            people[number, key] = self.participation(said, file, place)
            spoken.setdefault(number, []).append(key)
        items = {
            str(place): ItemRecord(
                found=True,
                decision_taken=one.decided,
                proceed_recorded=True,
                evidence=(self.place(file, 100 + place, "The committee agreed."),),
            )
            for place, one in enumerate(met.items, 1)
        }
        return Recorded(items, people, spoken)

    def participation(self, said: Said, file: str, place: int) -> Participation:
        action = _ACTIONS[said.action]
        left = said.action >= DISCUSS_THEN_LEAVE
        return Participation(
            recorded_action=action,
            declared=said.declared,
            declared_at_start=said.declared and not said.at_item,
            declared_at_item=said.at_item,
            nature_recorded=said.nature,
            item_named=said.declared,
            reason="the chair ruled that they may stay to answer questions" if said.reason else None,
            deed_recorded=said.action != NONE,
            left_recorded=left,
            returned_recorded=said.returned,
            papers_sent=said.papers,
            took_part=False if said.action >= STAY_NO_VOTE else None,  # as the reading of minutes gives it
            evidence=(self.place(file, 200 + place, "The interest was declared."),) if said.declared else (),
        )
