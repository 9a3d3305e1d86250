"""Facts about committees, the body, its people and the rows of its registers, each as on one day."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from coi_audit.audit.examine import Examined
from coi_audit.audit.rounds import of_a_round
from coi_audit.linking.holdings import name_alone
from coi_audit.linking.people.index import PeopleIndex
from coi_audit.model.case import Case
from coi_audit.model.evidence import SourceRef
from coi_audit.model.facts import BodyFacts, CommitteeFacts, InterestFacts, MemberFacts
from coi_audit.model.interests import Interest, Register
from coi_audit.model.linking import Person
from coi_audit.model.people import Body, Committee, Member
from coi_audit.model.words import CommitteeKind, Role

_DECLARE_DAYS = 28  # statute: an edition this soon after an interest began proves it was told in time
_LAY_SIDE = (Role.LAY, Role.EXECUTIVE)
_GP_SIDE = (Role.GP, Role.PRACTICE_MANAGER)
_AUDIT_CHAIR = re.compile(r"\baudit\b.*\bchair\b|\bchair\b.*\baudit\b", re.IGNORECASE)


def committee_facts(
    committee: Committee, on: date, *, body: Body, seen: Sequence[Examined], audit_chairs: Sequence[str] = ()
) -> CommitteeFacts:
    """A committee's composition on one day.

    `seen` are its meetings, whose lists show who is invited; `audit_chairs` whom other papers name as audit chair.
    """
    seats = [one for one in committee.members if one.in_office(on)]
    voters = [one for one in seats if one.voting]
    chair = next((one for one in seats if one.chair), None)
    vice = next((one for one in seats if one.vice_chair), None)
    return CommitteeFacts(
        on=on,
        body=body.name,
        body_kind=body.kind,
        co_commissioning=body.co_commissioning_on(on),
        committee=committee.name,
        committee_kind=committee.kind,
        shared_interest_policy=committee.shared_interest_policy,
        members_known=bool(seats),
        lay_executive_voters=sum(one.role in _LAY_SIDE for one in voters),
        gp_voters=sum(one.role in _GP_SIDE for one in voters),
        gp_voter_names=", ".join(one.name for one in voters if one.role in _GP_SIDE),
        chair_name=chair.name if chair else None,
        chair_role=chair.role if chair else None,
        vice_chair_name=vice.name if vice else None,
        vice_chair_role=vice.role if vice else None,
        chair_is_audit_chair=is_audit_chair(chair, body, on, audit_chairs),
        vice_chair_is_audit_chair=is_audit_chair(vice, body, on, audit_chairs),
        gp_vote_justified=None,
        healthwatch_invited=_invited(Role.HEALTHWATCH, "healthwatch", seats, seen),
        hwb_invited=_invited(Role.HWB, "wellbeing board", seats, seen),
    )


def is_audit_chair(member: Member | None, body: Body, on: date, told: Sequence[str] = ()) -> bool | None:
    """Whether the member chairs the audit committee; None where no paper says who does.

    `told` are the names that other papers than body.yaml give; one that no seat bears leaves it open.
    """
    if member is None:
        return None
    if _AUDIT_CHAIR.search(member.title):
        return True
    chairs = [
        one.name
        for committee in body.committees
        if committee.kind is CommitteeKind.AUDIT
        for one in committee.members
        if one.chair and one.in_office(on)
    ]
    titled = [
        one.name
        for committee in body.committees
        for one in committee.members
        if one.in_office(on) and _AUDIT_CHAIR.search(one.title)
    ]
    seats = {one.name.casefold(): one.name for committee in body.committees for one in committee.members}
    elsewhere = [seats[name.casefold()] for name in told if name.casefold() in seats]
    known = chairs or titled or elsewhere
    return member.name in known if known else None


def body_facts(body: Body, on: date) -> BodyFacts:
    """Which committees the body has, as its own file lists them."""
    kinds = {committee.kind for committee in body.committees}
    return BodyFacts(
        on=on,
        body=body.name,
        body_kind=body.kind,
        co_commissioning=body.co_commissioning_on(on),
        has_pccc=CommitteeKind.PCCC in kinds,
        has_joint_committee=CommitteeKind.JOINT in kinds,
    )


@dataclass(frozen=True, slots=True)
class MemberUnit:
    facts: MemberFacts
    person: Person
    evidence: tuple[SourceRef, ...]


def member_unit(
    person: Person, seat: Member | None, committee: Committee | None, on: date, *, case: Case, people: PeopleIndex
) -> MemberUnit:
    """What the registers say of one person as on one day."""
    everything = list(_declarations(person, case, people))
    undated = [one for one in everything if one.on is None]
    told = sorted((one for one in everything if one.on is not None), key=_by_day)
    before = [one for one in told if one.on is not None and one.on <= on]
    nil = [one.on for one in before if one.nil]
    newest = [one.source for one in before[-1:] or told[:1] or undated[:1]]
    facts = MemberFacts(
        on=on,
        body=case.body.name,
        body_kind=case.body.kind,
        co_commissioning=case.body.co_commissioning_on(on),
        member=person.name,
        role=seat.role if seat else person.role,
        committee=committee.name if committee else "the committee",
        committee_kind=committee.kind if committee else CommitteeKind.OTHER,
        started_on=seat.from_ if seat else None,
        declarations=sum(not one.nil and not one.again for one in (*before, *undated)),
        first_declared_on=told[0].on if told else None,
        first_declared_by_edition=bool(told) and not told[0].own_day,
        first_declared_in_round=bool(told) and told[0].own_day and of_a_round(told[0].on, case.registers),
        edition_without_on=_edition_before(told[0].on, case) if told else None,
        last_confirmed_on=before[-1].on if before else None,
        only_later_declaration=bool(told) and not before and not undated,
        nil_return_on=nil[-1] if nil else None,
        nil_return_undated=any(one.nil for one in undated),
        on_register=bool(everything) if case.registers else None,
    )
    return MemberUnit(facts, person, (*newest, *((seat.source,) if seat else ())))


@dataclass(frozen=True, slots=True)
class _Told:
    on: date | None  # None: neither the row nor the register has a date
    nil: bool
    own_day: bool  # the row's own date of declaration, not the edition's
    source: SourceRef
    again: bool = False  # the same interest, declared once more


def _by_day(one: _Told) -> tuple[date, bool]:
    """Oldest first; of one day, a date of declaration before an edition's."""
    return one.on or date.max, not one.own_day


def _edition_before(day: date | None, case: Case) -> date | None:
    """The newest edition before the first that shows a person: one that does not."""
    earlier = [
        one.edition for one in case.registers if one.edition is not None and day is not None and one.edition < day
    ]
    return max(earlier, default=None)


def _declarations(person: Person, case: Case, people: PeopleIndex) -> Iterator[_Told]:
    """Everything the person told: on the date of declaration, else as at the edition that shows it."""
    for register in case.registers:
        mine = {name for name in register.people if _is(people, name, person)}
        for row in register.interests:
            day = row.declared_on or row.edition or register.edition
            if row.person in mine:
                yield _Told(day, False, row.declared_on is not None, row.source)
                for later in row.further_declarations:
                    yield _Told(later, False, True, row.source, again=True)
        for nil in register.nil_returns:
            day = nil.on or nil.edition or register.edition
            if nil.person in mine:
                yield _Told(day, True, nil.on is not None, nil.source)


def _is(people: PeopleIndex, name: str, person: Person) -> bool:
    found = people.match(name).person
    return found is not None and found.key == person.key


@dataclass(frozen=True, slots=True)
class InterestUnit:
    """`rows` are all that tell of the matter, the newest and fullest last: `interest` is that one."""

    facts: InterestFacts
    person: Person
    interest: Interest
    rows: tuple[Interest, ...] = ()


def interest_units(case: Case, people: PeopleIndex, as_of: date) -> list[InterestUnit]:
    """One unit a matter: the newest row on or before the as-of date, with the earliest day it was told.

    They are worked out once for these people and this day.
    """
    made = people.memo.get(("interests", as_of))
    if not isinstance(made, list):
        made = people.memo[("interests", as_of)] = _interest_units(case, people, as_of)
    return made


def _interest_units(case: Case, people: PeopleIndex, as_of: date) -> list[InterestUnit]:
    rows: dict[tuple[str, str, str], list[tuple[Register, Interest, Person]]] = {}
    for register in case.registers:
        if register.edition is not None and register.edition > as_of:
            continue
        for interest in register.interests:
            person = people.match(interest.person).person or Person(name=interest.person)
            organisation = name_alone(interest.organisation or interest.nature)
            rows.setdefault((person.key, organisation, str(interest.direct)), []).append((register, interest, person))
    return [_interest_unit(group, case, people, as_of) for _, group in sorted(rows.items())]


def _interest_unit(
    group: list[tuple[Register, Interest, Person]], case: Case, people: PeopleIndex, as_of: date
) -> InterestUnit:
    # The published register says less than the body's own: where both hold the matter, the fuller row stands.
    group = sorted(group, key=lambda one: (not one[0].public, one[0].edition or date.min, one[1].key))
    register, interest, person = group[-1]
    begun = [one.held_from for _, one, _ in group if one.held_from is not None]
    start = min(begun, key=lambda one: one.earliest) if begun else None
    roles = _role_starts(case.body, person, people)
    columns = set(register.columns)
    facts = InterestFacts(
        on=register.edition or interest.declared_on or as_of,
        as_of=as_of,
        body=case.body.name,
        body_kind=case.body.kind,
        member=person.name,
        role_from=min(roles) if roles else None,
        interest=interest.words,
        organisation=interest.organisation,
        held_from=start.earliest if start else None,
        held_from_latest=start.latest if start else None,
        held_until=interest.held_until.latest if interest.held_until else None,
        aware_on=interest.aware_on,
        declared_on=_declared_on([one for _, one, _ in group], start.latest if start else None),
        has_category=interest.category is not None,
        has_description=bool(interest.nature or interest.organisation),
        has_from=interest.held_from is not None,
        has_until=interest.held_until is not None or bool(interest.until_text) or "until" in columns,
        has_mitigation=bool(interest.mitigation),
        mitigation=interest.mitigation or ("" if "mitigation" in columns else None),
        direct=interest.direct,
        has_relationship=interest.relationship is not None,
    )
    return InterestUnit(facts, person, interest, tuple(one for _, one, _ in group))


def _declared_on(rows: Sequence[Interest], begun: date | None) -> date | None:
    """The earliest date of declaration; an edition's date only where it proves the interest was told in time.

    A later edition proves nothing about when a row with no date of its own was declared.
    """
    declared = [one.declared_on for one in rows if one.declared_on is not None]
    if declared:
        return min(declared)
    editions = [one.edition for one in rows if one.edition is not None]
    if editions and begun is not None and min(editions) <= begun + timedelta(days=_DECLARE_DAYS):
        return min(editions)
    return None


def _role_starts(body: Body, person: Person, people: PeopleIndex) -> list[date]:
    return [
        member.from_
        for committee in body.committees
        for member in committee.members
        if member.from_ is not None and _is(people, member.name, person)
    ]


def _invited(role: Role, word: str, seats: Sequence[Member], seen: Sequence[Examined]) -> bool | None:
    """True where a list shows them, in person or by apology; None otherwise: no paper shows an invitation refused."""
    if any(one.role is role or word in one.title.casefold() for one in seats):
        return True
    entries = [entry for one in seen for minutes in one.meeting.minutes for entry in minutes.attendance]
    told = [f"{entry.name} {entry.position or ''}".casefold() for entry in entries]
    return True if any(word in text for text in told) else None
