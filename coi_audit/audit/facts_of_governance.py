"""How the body is set up on a day: its guardian, its governing body's lay members and clinicians, its policy."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from coi_audit.audit.audited import Audited
from coi_audit.audit.facts_of_register import is_audit_chair
from coi_audit.audit.providers import Part, parts_of, provides_locally
from coi_audit.audit.register_rows import editions
from coi_audit.audit.unit import Unit
from coi_audit.model.assurance import Guardian
from coi_audit.model.evidence import SourceRef
from coi_audit.model.facts_of_governance import ClinicalSeatFacts, GoverningBodyFacts, GuardianFacts, PolicyFacts
from coi_audit.model.linking import Holding, Person
from coi_audit.model.people import Committee, Member
from coi_audit.model.words import CommitteeKind, Examines, InterestCategory, Relationship, Role, Tie

_LAY = re.compile(r"\blay\b|\bnon-?\s?executive\b", re.IGNORECASE)
_CLINICIANS = (Role.NURSE, Role.SECONDARY_CARE)


def governance_units(audited: Audited) -> Iterator[Unit]:
    """Guardian, governing body, its clinicians and the policy, on each day that may tell them otherwise."""
    for day in days_of_governance(audited):
        yield _guardian_unit(day, audited)
        yield _board_unit(day, audited)
        yield _policy_unit(day, audited)
        for committee, seat in _governing_seats(day, audited):
            if seat.role in _CLINICIANS:
                yield _clinical_unit(seat, committee, day, audited)


def days_of_governance(audited: Audited) -> list[date]:
    """The last day of every stretch in which neither seats nor guardian nor register change, and the days to ask."""
    assurance, body = audited.case.records.assurance, audited.case.body
    begin = [seat.from_ for one in body.committees for seat in one.members]
    begin += [one.edition for one in audited.case.registers]
    end = [seat.to for one in body.committees for seat in one.members]
    for guardian in assurance.guardians() if assurance is not None else ():
        begin.append(guardian.appointed_on)
        end.append(guardian.until)
    last = {one for one in end if one is not None} | {one - timedelta(days=1) for one in begin if one is not None}
    return sorted({one for one in last if audited.first_day <= one <= audited.last_day} | set(audited.days_to_ask()))


def _guardian_unit(day: date, audited: Audited) -> Unit:
    told, sources = _guardian(day, audited)
    facts = GuardianFacts(**audited.event(day), paper=audited.case.records.assurance is not None, **told)
    return Unit(Examines.GUARDIAN, facts, evidence=tuple(dict.fromkeys(sources)), meeting=None, lasting=True)


def _board_unit(day: date, audited: Audited) -> Unit:
    body = audited.case.body
    seats = [seat for _, seat in _governing_seats(day, audited)]
    facts = GoverningBodyFacts(
        **audited.event(day),
        paper=bool(seats),
        lay_members=len({seat.name.casefold() for seat in seats if _is_lay(seat)}),
        role_unknown=sum(seat.role is Role.OTHER and not seat.title for seat in seats),
    )
    boards = tuple(one.source for one in body.committees if one.kind is CommitteeKind.GOVERNING_BODY)
    return Unit(Examines.GOVERNING_BODY, facts, evidence=boards or (body.source,), lasting=True)


def _policy_unit(day: date, audited: Audited) -> Unit:
    """As the newest policy that was approved by then stands; one without a day of approval counts at all times."""
    assurance = audited.case.records.assurance
    policy = assurance.policy if assurance is not None else None
    facts = PolicyFacts(**audited.event(day), paper=assurance is not None)
    if policy is not None and (policy.approved_on is None or policy.approved_on <= day):
        facts = replace(
            facts,
            policy=policy.title or None,
            exists=policy.exists,
            covers=policy.elements,
            lacks=policy.missing,
        )
    source = policy.source if policy is not None else audited.case.body.source
    return Unit(Examines.BODY_POLICY, facts, evidence=(source,), lasting=True)


def _governing_seats(day: date, audited: Audited) -> list[tuple[Committee, Member]]:
    return [
        (committee, seat)
        for committee in audited.case.body.committees
        if committee.kind is CommitteeKind.GOVERNING_BODY
        for seat in committee.members
        if seat.in_office(day)
    ]


def _is_lay(seat: Member) -> bool:
    return seat.role is Role.LAY or (seat.role is Role.OTHER and bool(_LAY.search(seat.title)))


def _guardian(day: date, audited: Audited) -> tuple[dict[str, Any], list[SourceRef]]:
    """The guardian's facts on that day. body.yaml's guardian counts where assurance.yaml names nobody else."""
    assurance, body = audited.case.records.assurance, audited.case.body
    known = assurance.guardians() if assurance is not None else ()
    now = [one for one in known if one.in_office(day)]
    named = now[-1] if now else None
    if named is not None and named.appointed is False:
        return {"appointed": False}, [named.source]
    former = {(one.name or "").casefold() for one in known}
    name = named.name if named is not None else None
    if name is None and body.guardian and body.guardian.casefold() not in former:
        name = body.guardian
    if name is None:
        appointed = named.appointed if named is not None else None
        return {"appointed": appointed, **_stated(named)}, [named.source] if named else [body.source]
    person = audited.everybody.match(name).person
    facts = {"guardian": name, "appointed": True, "is_audit_chair": _audit_chair(name, day, audited)}
    found, sources = _provider_interest(person, day, audited)
    stated = {key: value for key, value in _stated(named).items() if value is not None}
    return {**facts, **found, **stated}, [*([named.source] if named else [body.source]), *sources]


def _stated(guardian: Guardian | None) -> dict[str, Any]:
    """What assurance.yaml itself says of the guardian; only a "no" there does not outweigh what a register shows."""
    if guardian is None:
        return {}
    told: dict[str, Any] = {"is_audit_chair": guardian.audit_chair}
    if guardian.provider_interest:
        words = "; ".join(guardian.interests) or None
        told |= {"provider_interest": True, "interest": words}
    return told


def _provider_interest(person: Person | None, day: date, audited: Audited) -> tuple[dict[str, Any], list[SourceRef]]:
    """The guardian's own financial interests on the registers of the day, providers first."""
    assurance = audited.case.records.assurance
    said_no = any(
        one.provider_interest is False and one.in_office(day) for one in (assurance.guardians() if assurance else ())
    )
    parts = parts_of(person, day, audited) if person is not None else []
    sources = [source for part in parts[:1] for source in part.holding.evidence]
    if parts and parts[0].provider:
        return {"provider_interest": True, "interest": parts[0].words}, sources
    if said_no:
        return {"provider_interest": False}, []
    open_ = [part for part in parts if part.provider is None]
    if open_:
        return {"provider_interest": None, "interest": open_[0].words}, sources
    shown = person is not None and _listed(person, day, audited)
    return {"provider_interest": False if shown else None}, []


def _listed(person: Person, day: date, audited: Audited) -> bool | None:
    """Whether an edition of that day or before names the person, or a later one dates a declaration so early; None
    where there is no such edition."""
    every = editions(audited)
    known = [one for one in every if one.register.edition is None or one.register.edition <= day]
    declared = [row.interest.declared_on for one in every for row in one.of(person)]
    returned = [
        nil.on
        for one in every
        for nil in one.register.nil_returns
        if audited.everybody.match(nil.person).person is person
    ]
    if any(on is not None and on <= day for on in (*declared, *returned)):
        return True
    return any(person.key in one.listed for one in known) if known else None


def _audit_chair(name: str, day: date, audited: Audited) -> bool | None:
    body, everybody = audited.case.body, audited.everybody
    person = everybody.match(name).person
    seats = [seat for committee in body.committees for seat in committee.members if seat.in_office(day)]
    own = [seat for seat in seats if person is not None and everybody.match(seat.name).person is person]
    told = [is_audit_chair(seat, body, day) for seat in own]
    if any(told):
        return True
    return False if False in told else None


def _clinical_unit(seat: Member, committee: Committee, day: date, audited: Audited) -> Unit:
    person = audited.everybody.match(seat.name).person
    parts = parts_of(person, day, audited) if person is not None else []
    parts = [*_practice_of(seat, person, day, audited), *(one for one in parts if one.local is not False)]
    chosen = next((one for one in parts if one.local), parts[0] if parts else None)
    facts = ClinicalSeatFacts(
        **audited.event(day),
        member=seat.name,
        role=seat.role,
        on_register=_listed(person, day, audited) if person is not None else None,
        post=chosen.words if chosen else None,
        local_provider=chosen.local if chosen else None,
    )
    evidence = (seat.source, *(chosen.holding.evidence if chosen else ()))
    return Unit(
        Examines.CLINICAL_SEAT,
        facts,
        evidence=tuple(dict.fromkeys(evidence)),
        person=person.name if person is not None else seat.name,
        committee=committee.name,
        lasting=True,
    )


def _practice_of(seat: Member, person: Person | None, day: date, audited: Audited) -> list[Part]:
    """The practice that body.yaml gives the member, as a post there."""
    if not seat.practice:
        return []
    found = audited.knowledge.directory.resolve(seat.practice, on=day)
    holding = Holding(
        person=person or Person(name=seat.name),
        organisation=found.organisation,
        organisation_name=found.name or seat.practice,
        tie=Tie.EMPLOYEE,
        relationship=Relationship.SELF,
        category=InterestCategory.FINANCIAL,
        direct=True,
        nature="practice, as the membership list gives it",
        held_from=None,
        held_until=None,
        declared_on=None,
        known_on=None,
        known_inferred=False,
        interest=None,
        evidence=(seat.source,),
    )
    local = provides_locally(holding, day, audited)
    return [Part(holding, True, local)] if local is not False else []
