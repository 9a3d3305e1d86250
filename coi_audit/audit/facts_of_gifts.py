"""Every gift, meal, journey and sponsorship that the papers tell of, as a unit, and how the register is kept."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from coi_audit.audit import gift_facts as words_of
from coi_audit.audit.audited import Audited
from coi_audit.audit.examine import members_once
from coi_audit.audit.gifts_elsewhere import ToldGift, gifts_elsewhere
from coi_audit.audit.suppliers import Suppliers
from coi_audit.audit.unit import Unit
from coi_audit.linking.holdings import name_alone
from coi_audit.linking.people.index import PeopleIndex, build_people
from coi_audit.model.dates import add_months
from coi_audit.model.evidence import SourceRef
from coi_audit.model.facts_of_gifts import GiftFacts
from coi_audit.model.facts_of_registers import RegisterFacts
from coi_audit.model.gifts import Gift, GiftKind, GiverKind
from coi_audit.model.words import Examines
from coi_audit.rulebook.gift_words import gift_words

_KIND = "gifts"
_MONTHS = 12  # gifts of one source are added up over so many months (domain.md, 8.1)


@dataclass(frozen=True, slots=True)
class _Offer:
    """One offer, from the register or another paper: its facts, whose it is, and what tells it from others."""

    facts: GiftFacts
    person: str
    giver_key: str
    source: SourceRef
    previous: str = ""


def gift_units(audited: Audited) -> Iterator[Unit]:
    """One unit an offer in the order of the papers, then those only other papers tell of, then the register itself."""
    paper = bool(audited.case.records.papers_of(_KIND))
    people = _people(audited)
    offers = _offers(audited, people)
    for offer in offers:
        if audited.within(offer.facts.on):
            yield _unit(_with_source(offer, offers))
    if not paper:
        for day in audited.days_to_ask():
            facts = GiftFacts(**audited.event(day), paper=False)
            yield Unit(Examines.GIFT, facts, evidence=(audited.case.body.source,), interest=_KIND, lasting=True)
    yield from _register_units(audited, held=paper)


def _people(audited: Audited) -> PeopleIndex:
    """Everybody the case knows, those who were offered something included."""
    names = {name for register in audited.case.registers for name in register.people}
    names |= {gift.recipient for gift in audited.case.records.gifts}
    names |= {one.name for one in audited.case.records.staff}
    return PeopleIndex(build_people(members_once(audited.case.body), (), sorted(names)))


def _unit(offer: _Offer) -> Unit:
    facts = offer.facts
    matter = f"{facts.gift} {facts.giver} {facts.on.isoformat()}"
    return Unit(Examines.GIFT, facts, evidence=(offer.source,), person=facts.recipient, interest=matter, lasting=True)


def _offers(audited: Audited, people: PeopleIndex) -> list[_Offer]:
    """The register's rows, each matter once though two editions show it, then gifts told of elsewhere."""
    suppliers = audited.everybody.once("suppliers", (audited.case,), lambda: Suppliers(audited))
    columns = {paper.file: paper.columns for paper in audited.case.records.papers_of(_KIND)}
    editions = {paper.file: paper.edition for paper in audited.case.records.papers_of(_KIND)}
    rows: dict[tuple[object, ...], _Offer] = {}
    for gift in audited.case.records.gifts:
        file = gift.source.file
        on = gift.received_on or gift.offered_on or gift.declared_on
        on = on or min(editions.get(file) or audited.last_day, audited.last_day)
        offer = _offer(gift, audited.event(on), columns=columns.get(file, ()), people=people, suppliers=suppliers)
        facts = offer.facts
        rows[(offer.person, on, facts.gift.casefold(), facts.value, offer.giver_key)] = offer
    return _with_others(list(rows.values()), gifts_elsewhere(audited, people), audited=audited, suppliers=suppliers)


def _offer(
    gift: Gift, event: dict[str, object], *, columns: Sequence[str], people: PeopleIndex, suppliers: Suppliers
) -> _Offer:
    approval = words_of.approval_of(gift, column="approved_by" in columns, people=people)
    person = people.match(gift.recipient).person
    nobody = gift_words().names_nobody(gift.giver)
    facts = GiftFacts(
        **event,  # type: ignore[arg-type]
        recipient=person.name if person else gift.recipient,
        gift=words_of.in_words(gift),
        kind=gift.kind,
        giver=gift.giver if gift.giver else "somebody who is not named",
        giver_kind=_giver_kind(gift.giver, gift.giver_kind, suppliers),
        giver_named=None if "giver" not in columns and nobody else not nobody,
        value=gift.value,
        accepted=gift.accepted,
        declared=not words_of.not_declared(gift),
        declared_late=words_of.declared_late(gift),
        promotional=words_of.promotional(gift),
        for_organisation=words_of.taken_for_organisation(gift),
        beyond_modest=words_of.beyond_modest(gift),
        approved=approval.approved,
        approver=approval.by,
        approver_senior=approval.senior,
    )
    key = person.key if person else gift.recipient.casefold()
    giver = "" if nobody else name_alone(gift.giver)
    return _Offer(facts, key, giver, gift.source, gift.previous_offers or "")


def _giver_kind(giver: str, told: GiverKind, suppliers: Suppliers) -> GiverKind:
    """By the register's words; whoever the papers know as a supplier is one, unless the words name a patient or kin."""
    if told is GiverKind.SUPPLIER or not giver:
        return told
    return GiverKind.SUPPLIER if suppliers.find(giver) is not None and told is GiverKind.UNKNOWN else told


def _with_others(
    offers: list[_Offer], told: Sequence[ToldGift], *, audited: Audited, suppliers: Suppliers
) -> list[_Offer]:
    """A gift told of elsewhere makes the row that shows it a late one; where no row shows it, it is undeclared."""
    for one in told:
        at = next((index for index, offer in enumerate(offers) if _shows(offer, one)), None)
        if at is not None:
            offers[at] = replace(offers[at], facts=replace(offers[at].facts, declared=True, declared_late=True))
        else:
            offers.append(_undeclared(one, audited, suppliers))
    return offers


def _shows(offer: _Offer, told: ToldGift) -> bool:
    """Whether a row of the register is the gift another paper tells of: the person, and the value or the giver."""
    facts = offer.facts
    if told.person is None or told.person.key != offer.person or facts.on > told.on:
        return False
    if told.value is not None and facts.value is not None:
        return told.value == facts.value
    return bool(told.giver and offer.giver_key) and name_alone(told.giver) == offer.giver_key


def _undeclared(told: ToldGift, audited: Audited, suppliers: Suppliers) -> _Offer:
    facts = GiftFacts(
        **audited.event(told.on),
        recipient=told.person.name if told.person else "somebody who is not named",
        gift=f'"{told.words if len(told.words) <= 160 else told.words[:157] + "..."}"',
        kind=told.kind,
        giver=told.giver or "somebody who is not named",
        giver_kind=_giver_kind(told.giver, told.giver_kind, suppliers),
        giver_named=bool(told.giver) or None,
        value=told.value,
        accepted=told.accepted,
        declared=told.late,
        declared_late=told.late,
        told_by=told.told_by,
    )
    return _Offer(
        facts, told.person.key if told.person else "", name_alone(told.giver) if told.giver else "", told.source
    )


def _with_source(offer: _Offer, offers: Sequence[_Offer]) -> _Offer:
    """The offer with the sum of what the same giver gave the same person in the twelve months up to it."""
    facts = offer.facts
    same = [one.facts for one in offers if _same_source(one, offer)]
    if facts.kind is not GiftKind.GIFT or not offer.giver_key or facts.accepted is False:
        return offer
    values = [one.value for one in same if one.value is not None]
    earlier = offer.previous if len(same) < 2 else ""
    added = replace(
        facts,
        source_gifts=len(same),
        source_total=sum(values) if values else None,
        source_values_known=len(values) == len(same),
        source_declared=all(one.declared and not one.declared_late for one in same),
        source_earlier=" ".join(earlier.split())[:200],
    )
    return replace(offer, facts=added)


def _same_source(one: _Offer, offer: _Offer) -> bool:
    facts = one.facts
    alike = (one.person, one.giver_key, facts.kind) == (offer.person, offer.giver_key, GiftKind.GIFT)
    began = add_months(offer.facts.on, -_MONTHS)
    return alike and facts.accepted is not False and began < facts.on <= offer.facts.on


def _register_units(audited: Audited, *, held: bool) -> Iterator[Unit]:
    """Whether the register of gifts is published: as assurance.yaml tells, on the last day; else asked."""
    assurance = audited.case.records.assurance
    told = [one for one in assurance.publications if one.kept_list == _KIND] if assurance else []
    newest = max((paper.edition for paper in audited.case.records.papers_of(_KIND) if paper.edition), default=None)
    sources = tuple(dict.fromkeys(one.source for one in told)) or (audited.case.body.source,)
    for day in (audited.last_day,) if told else audited.days_to_ask():
        known = [one for one in told if one.published_on is None or one.published_on <= day] or told
        shown = any(one.published or one.on_request or one.address for one in known)
        facts = RegisterFacts(
            **audited.event(day),
            register=_KIND,
            paper=bool(told),
            held=held,
            edition=newest,
            published=True if shown else False if any(one.published is False for one in known) else None,
            published_on=_latest([one.published_on for one in known]),
            published_at=next((one.address for one in reversed(known) if one.address), None),
        )
        yield Unit(Examines.REGISTER, facts, evidence=sources, interest=_KIND, lasting=True)


def _latest(days: Sequence[date | None]) -> date | None:
    return max((day for day in days if day is not None), default=None)
