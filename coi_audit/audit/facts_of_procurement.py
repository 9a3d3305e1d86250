"""Facts of procurement: what is known of each decision, from its entry, the minutes, and whoever had a part in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from coi_audit.audit.audited import Audited
from coi_audit.audit.facts_of_contract_monitors import monitor_units
from coi_audit.audit.facts_of_procurement_papers import absent_units, paper_units, published_units
from coi_audit.audit.procurement_bids import BEYOND, SOLE, Bids, bids_of, checklist_of, evidence_given, unanswered
from coi_audit.audit.procurement_matters import KIND, Matter, matters_of
from coi_audit.audit.procurement_people import Interests, Parts, PartsInWords
from coi_audit.audit.procurement_reading import (
    awarded,
    conflict_noted,
    direct_award,
    exception,
    gp_linked,
    handling,
    is_health,
    places,
)
from coi_audit.audit.unit import Unit
from coi_audit.linking.items.classify import classify
from coi_audit.model.facts_of_procurement import ProcurementFacts
from coi_audit.model.meetings import AgendaItem
from coi_audit.model.words import CommitteeKind, Confidence, Examines, OrganisationKind, Role, Tie
from coi_audit.rulebook.procurement_words import procurement_words

_REGIMES = (date(2024, 1, 1), date(2025, 2, 24))  # health care services, then everything else: domain.md, section 1
_HELD = (Tie.PARTNER, Tie.DIRECTOR, Tie.SHAREHOLDER, Tie.OWNER)


def procurement_units(audited: Audited) -> Iterator[Unit]:
    """Every unit of the family, in order: decisions, papers as a whole, contract managers, publication."""
    papers = audited.case.records.papers_of(KIND)
    interests = Interests(audited)
    parts = [Parts(matter, audited, interests) for matter in matters_of(audited)]
    if not papers:
        yield from absent_units(audited, [one.matter for one in parts])
        parts = [one for one in parts if one.all]
    for one in parts:
        yield from _matter_units(one)
    for paper in papers:
        yield from paper_units(paper, [one.matter for one in parts if one.matter.paper == paper], audited)
    for one in parts:
        yield from monitor_units(one)
    yield from published_units(audited)


def _matter_units(parts: Parts) -> Iterator[Unit]:
    matter, audited = parts.matter, parts.audited
    bids = bids_of(matter, audited)
    facts = _facts(parts, bids)
    evidence = dict.fromkeys(
        (
            *((matter.row.source,) if matter.row is not None else ()),
            *((matter.decided.item.item.source,) if matter.decided is not None else ()),
            *(source for part in parts.all for source in part.evidence),
            *bids.evidence,
        )
    )
    unit = Unit(
        Examines.PROCUREMENT,
        facts,
        evidence=tuple(evidence),
        confidence=_confidence(matter),
        meeting=matter.sitting.audit.date if matter.sitting is not None else None,
        committee=matter.sitting.audit.committee if matter.sitting is not None else None,
        item=matter.decided.item.item.number if matter.decided is not None else None,
        interest=f"procurement {facts.reference} {matter.title} {facts.supplier}",
    )
    yield unit
    began = facts.started_on
    if began is not None and any(began < first <= facts.on for first in _REGIMES):
        yield replace(unit, facts=replace(facts, on=began, by_start=True))


def _confidence(matter: Matter) -> Confidence:
    """Likely where the day of the decision is not the paper's own."""
    if matter.row is not None and matter.row.decided_on is None and matter.decided is None:
        return Confidence.LIKELY
    return Confidence.CERTAIN


def _facts(parts: Parts, bids: Bids) -> ProcurementFacts:
    matter, audited = parts.matter, parts.audited
    row, decided = matter.row, matter.decided
    code = decided.item.classification.decision_type if decided is not None else _type_of(matter, audited)
    names = ", ".join(party.name for party in matter.supplier)
    return ProcurementFacts(
        **audited.event(matter.on),
        paper_name=f'"{row.source.file}"' if row is not None else "the minutes",
        reference=row.reference if row is not None else "",
        service=matter.title,
        supplier=names or "a supplier not named",
        started_on=row.started_on if row is not None else None,
        health=is_health(matter, code),
        **PartsInWords(parts.all).facts(),
        **(_of_row(parts) if row is not None else _of_item(parts)),
        **_gp_facts(parts),
        bidders=bids.bidders,
        bidders_without=bids.without,
        bidders_open=bids.open,
        declarations_there=bids.there,
    )


def _of_row(parts: Parts) -> dict[str, Any]:
    row, people = parts.matter.row, parts.audited.everybody
    assert row is not None
    lacking, blank = places(row)
    noted, (handled, unresolved) = conflict_noted(row, people), handling(row)
    managed = [one for one in parts.all if one.managed]
    if noted is False or (noted is None and not parts.all):
        unresolved = ""
    if managed and not handled:
        handled = True
    if handled is None and parts.matter.decided is not None:
        handled = False  # the minutes of the item are there, and say nothing of it
    assessment = row.conflicts_assessment
    return {
        "on_register": True,
        "lacking": tuple(lacking),
        "blank": tuple(blank),
        "awarded": awarded(row),
        "conflict_noted": noted,
        "noted": " ".join((row.conflicts or "").split())[:300] if noted else "",
        "handling_recorded": handled,
        "unresolved": unresolved,
        "exception": exception(row),
        "evaluators_named": None if row.evaluators is None else bool(row.evaluators),
        "conflicts_assessment": not procurement_words().begins("answer_no", assessment) if assessment else None,
    }


def _of_item(parts: Parts) -> dict[str, Any]:
    """Of a decision that only the minutes tell of; a register that ends before it does not show that it is missing."""
    matter, audited = parts.matter, parts.audited
    editions = [paper.edition for paper in audited.case.records.papers_of(KIND)]
    days = [row.decided_on for row in audited.case.records.procurements if row.decided_on is not None]
    shown = any(edition is None or edition >= matter.on for edition in editions) or any(
        day >= matter.on for day in days
    )
    alike = matter.alike
    return {
        "on_register": False if editions and shown else None,
        "asked_at_large": not editions,
        "alike": f'{alike.source.place()}, "{alike.title}"' if alike is not None else "",
        "awarded": True,
        "handling_recorded": any(one.managed for one in parts.all),
    }


def _type_of(matter: Matter, audited: Audited) -> str | None:
    """The decision type that the title of an entry names by itself."""
    if matter.row is None:
        return None
    item = AgendaItem(title=matter.title, source=matter.row.source)
    return classify(item, committee_kind=CommitteeKind.OTHER, vocabulary=audited.knowledge.vocabulary).decision_type


def _gp_facts(parts: Parts) -> dict[str, Any]:
    matter, audited, row = parts.matter, parts.audited, parts.matter.row
    decision = matter.decided.words if matter.decided is not None else ""
    direct = direct_award(row, decision)
    checklist = checklist_of(matter, audited)
    told = row.checklist if row is not None else None
    done: bool | None = None
    if told:
        done = not procurement_words().begins("answer_no", told)
    said = " ".join(filter(None, (row.description, row.justification, row.reasons, row.comments))) if row else ""
    sole = evidence_given(row.sole_capability if row else None, checklist, SOLE)
    return {
        "gp_linked": gp_linked(matter, audited, _held_by_gps(parts)),
        "direct_award": direct,
        "checklist": True if checklist is not None else done,
        "unanswered": unanswered(checklist, direct=direct) if checklist is not None else (),
        "sole_capability": sole or (True if procurement_words().says("sole_provider", said) else sole),
        "beyond_core": evidence_given(row.beyond_core if row else None, checklist, BEYOND),
    }


def _held_by_gps(parts: Parts) -> set[str]:
    """Organisations that GPs of the body have a stake in, as on the day."""
    found: set[str] = set()
    for one in parts.interests.on(parts.matter.on):
        practice = one.organisation is not None and one.organisation.kind is OrganisationKind.PRACTICE
        if one.person.role is Role.GP and one.tie in _HELD and not practice:
            found |= {one.organisation_name.casefold()} - {""}
    return found
