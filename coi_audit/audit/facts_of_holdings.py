"""Shares that other papers than the register tell of: the body's list of organisations, bidders' forms, minutes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from coi_audit.audit.audited import Audited
from coi_audit.audit.holdings_of_day import holdings_of_day
from coi_audit.audit.register_rows import day_in_office, editions
from coi_audit.audit.unit import Unit
from coi_audit.linking.holdings import held_on, known_on, name_alone
from coi_audit.linking.names import normalise
from coi_audit.linking.ties import read_relationship, read_tie
from coi_audit.model.evidence import SourceRef
from coi_audit.model.facts_of_registers import HoldingFacts
from coi_audit.model.linking import Conflict, Holding, Person
from coi_audit.model.organisations import Organisation
from coi_audit.model.procurement import BidderDeclaration
from coi_audit.model.words import Confidence, Examines, LinkKind, Match, OrganisationKind, Relationship, Tie

_SHARES = (Tie.SHAREHOLDER, Tie.OWNER)
_MAY_BE_SHARES = (*_SHARES, Tie.DIRECTOR, Tie.UNKNOWN)
_SUPPLY = (OrganisationKind.FEDERATION, OrganisationKind.TRUST, OrganisationKind.SUPPORT_UNIT)
_PERCENT = re.compile(r"(\d{1,3}(?:\.\d+)?)\s*(?:%|per\s?cent\b)", re.IGNORECASE)
_CONTROL = re.compile(
    r"\b(?:majority|controlling|sole (?:owner|shareholder|director)|wholly[- ]owned|100\s?%)", re.IGNORECASE
)
_COLLECTIVE = re.compile(
    r"\b(?:pension|unit trusts?|collective|tracker|index|mutual|investment) ?(?:funds?|trusts?|schemes?)?\b"
    r"(?=.*\b(?:shares?|units?|holding|invest\w+)\b)|\bunit trusts?\b|\bpension fund\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"(?<=[.;\n])\s+")


@dataclass(frozen=True, slots=True)
class Seen:
    """One share as a paper tells it."""

    person: Person
    organisation: str
    resolved: Organisation | None
    words: str  # tie and organisation, as findings name it
    text: str  # the paper's own words
    told_by: str
    on: date
    source: SourceRef
    supplier: bool | None


def holding_units(audited: Audited) -> Iterator[Unit]:
    """Every share seen, each against the register of its day."""
    supply = _suppliers(audited)
    for seen in (*_of_owners(audited, supply), *_of_bidders(audited), *_of_meetings(audited)):
        yield _unit(seen, audited)


def _unit(seen: Seen, audited: Audited) -> Unit:
    shown, row = _on_register(seen, audited)
    percent = _PERCENT.search(seen.text)
    facts = HoldingFacts(
        **audited.event(seen.on),
        member=seen.person.name,
        holding=seen.words,
        organisation=seen.organisation,
        told_by=seen.told_by,
        share_percent=float(percent.group(1)) if percent else None,
        controlling=True if _CONTROL.search(seen.text) else None,
        collective_fund=bool(_COLLECTIVE.search(seen.text)),
        supplier=seen.supplier,
        on_register=shown,
        row_in_doubt=row,
    )
    return Unit(
        Examines.HOLDING,
        facts,
        evidence=(seen.source,),
        confidence=Confidence.LIKELY,
        person=seen.person.name,
        interest=name_alone(seen.organisation),
        lasting=True,
    )


def _on_register(seen: Seen, audited: Audited) -> tuple[bool | None, str]:
    """Whether the register of the day has it; with None, the row that may mean it, or no words where none is there."""
    known = [one for one in editions(audited) if one.register.edition is None or one.register.edition <= seen.on]
    rows = [one for one in _rows(seen.on, audited) if one.person.key == seen.person.key]
    if any(_is_of(one, seen) for one in rows):
        return True, ""
    doubtful = [one for one in rows if one.outcome is not Match.MATCHED and one.tie in _MAY_BE_SHARES]
    doubtful = [one for one in doubtful if one.outcome is Match.ASK or not (one.interest and one.interest.organisation)]
    if doubtful:
        return None, doubtful[0].nature or doubtful[0].organisation_name
    return (False if known else None), ""


def _rows(on: date, audited: Audited) -> Sequence[Holding]:
    """The registers' rows known by that day."""
    return [one for one in holdings_of_day(on, audited) if known_on(one, on)]


def _is_of(row: Holding, seen: Seen) -> bool:
    if row.organisation is not None and seen.resolved is not None:
        own, other = row.organisation, seen.resolved
        return (own.ods_code or own.name) == (other.ods_code or other.name)
    name = normalise(seen.organisation).key
    text = f" {normalise(f'{row.organisation_name} {row.nature}').key} "
    return bool(name) and f" {name} " in text


def _suppliers(audited: Audited) -> frozenset[str]:
    """Folded names of all seen as suppliers: parties to items, names on a register of procurement, bidders."""
    records = audited.case.records
    names = [one.supplier for one in records.procurements] + [one.bidder for one in records.bidder_declarations]
    names += [party.name for one in audited.examined for item in one.audit.items for party in item.parties]
    names += [party.mention for one in audited.examined for item in one.audit.items for party in item.parties]
    return frozenset(name_alone(name) for name in names if name)


def _of_owners(audited: Audited, supply: frozenset[str]) -> Iterator[Seen]:
    """Owners in the body's own list of organisations, as on their last day in office within the period."""
    for organisation in audited.knowledge.directory.local:
        if organisation.kind is OrganisationKind.PRACTICE:
            continue  # a partner's part in the own practice is another rule's matter
        names = (organisation.name, *organisation.aliases)
        supplier = organisation.kind in _SUPPLY or any(name_alone(name) in supply for name in names)
        for owner in organisation.owners:
            person = audited.everybody.match(owner).person
            on = day_in_office(person, audited) if person is not None else None
            if person is None or on is None:
                continue
            found = audited.knowledge.directory.resolve(organisation.name, on=on).organisation
            yield Seen(
                person=person,
                organisation=organisation.name,
                resolved=found or organisation,
                words=f"owner or part-owner, {organisation.name}",
                text="",
                told_by="The body's list of organisations",
                on=on,
                source=organisation.source,
                supplier=True if supplier else None,
            )


def _of_bidders(audited: Audited) -> Iterator[Seen]:
    for form in audited.case.records.bidder_declarations:
        on = form.declared_on or audited.last_day
        if not audited.within(on):
            continue
        found = audited.knowledge.directory.resolve(form.bidder, on=on).organisation
        for person, words in _people_with_shares(form, audited):
            yield Seen(
                person=person,
                organisation=form.bidder,
                resolved=found,
                words=f"a share in {form.bidder}",
                text=words,
                told_by=f"The declaration of {form.bidder} as a bidder",
                on=on,
                source=form.source,
                supplier=True,
            )


def _people_with_shares(form: BidderDeclaration, audited: Audited) -> Iterator[tuple[Person, str]]:
    """People of ours in the sentences that speak of shares, each once."""
    pattern = audited.everybody.surname_pattern
    if pattern is None:
        return
    told: set[str] = set()
    for sentence in _SENTENCE.split(form.interests):
        if read_tie(sentence, audited.knowledge.ties) not in _SHARES:
            continue
        if read_relationship(sentence, audited.knowledge.ties) not in (None, Relationship.SELF):
            continue
        for name in pattern.finditer(sentence):
            person = audited.everybody.match(name.group(0)).person
            if person is not None and person.key not in told and day_in_office(person, audited) is not None:
                told.add(person.key)
                yield person, " ".join(sentence.split()).rstrip(".")


def _of_meetings(audited: Audited) -> Iterator[Seen]:
    """Shares that somebody told a meeting of and that stand on no register."""
    for one in audited.examined:
        for item in one.audit.items:
            for conflict in item.conflicts:
                if _told_as_share(conflict):
                    yield _seen_at_meeting(conflict, one.audit.date, item.item.number)


def _told_as_share(conflict: Conflict) -> bool:
    holding = conflict.holding
    stated = holding.interest is None and conflict.participation.declared and bool(conflict.participation.evidence)
    own = holding.relationship is Relationship.SELF and conflict.link.kind is not LinkKind.PERSONAL
    said = any(source in conflict.participation.evidence for source in holding.evidence)
    return stated and own and said and holding.tie in _SHARES and bool(holding.organisation_name)


def _seen_at_meeting(conflict: Conflict, on: date, number: str) -> Seen:
    holding = conflict.holding
    party = conflict.link.kind in (LinkKind.NAMED_PARTY, LinkKind.PROVIDER_PARTY) and held_on(holding, on)
    at = f"item {number}" if number else "the item"
    return Seen(
        person=holding.person,
        organisation=holding.organisation_name,
        resolved=holding.organisation,
        words=f"a share in {holding.organisation_name}",
        text=holding.nature,
        told_by=f"The record of {at} in the minutes",
        on=on,
        source=holding.evidence[0],
        supplier=True if party else None,
    )
