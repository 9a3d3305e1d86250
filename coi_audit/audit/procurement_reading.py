"""What the cells of one procurement entry say, read by the words of the vocabulary: nothing is decided here."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from coi_audit.audit.audited import Audited
from coi_audit.audit.procurement_matters import Matter
from coi_audit.audit.procurement_names import lookup_day, people_in, sentences
from coi_audit.linking.graph import OrganisationGraph
from coi_audit.linking.people.index import PeopleIndex
from coi_audit.model.linking import Party
from coi_audit.model.procurement import Procurement, ProcurementField
from coi_audit.model.words import OrganisationKind
from coi_audit.rulebook.procurement_words import procurement_words

_GP_KINDS = (OrganisationKind.PRACTICE, OrganisationKind.PCN, OrganisationKind.FEDERATION)
_OTHER_KINDS = (
    OrganisationKind.TRUST,
    OrganisationKind.COUNCIL,
    OrganisationKind.CHARITY,
    OrganisationKind.CONSULTANCY,
    OrganisationKind.SUPPORT_UNIT,
)
_NOT_HEALTH_TYPES = frozenset({"C25", "C26", "C21"})
_HEALTH_TYPES = frozenset({"C01", "C02", "C04", "C05", "C06", "C12", "C18", "C22", "C23"})


def conflict_noted(row: Procurement, people: PeopleIndex) -> bool | None:
    """Whether the entry notes a conflict: "None declared" notes none; None where it says nothing."""
    text = (row.conflicts or "").strip()
    if not text:
        return None
    words = procurement_words()
    if words.begins("none", text) and not words.says("none_but", text):
        rest = [one for one in sentences((text,))[1:] if not words.begins("none", one)]
        return any(people_in(one, people) for one in rest)
    return True


def handling(row: Procurement) -> tuple[bool | None, str]:
    """Whether the entry says how a conflict was managed, and the words by which it says that it was not."""
    words = procurement_words()
    told = sentences((row.conflicts, row.mitigation, row.justification, row.comments))
    handled = [one for one in told if words.says("handled", one)]
    stayed = [one for one in told if _stayed(one)]
    mitigation = (row.mitigation or "").strip()
    if mitigation and words.begins("none", mitigation) and not handled:
        refused = mitigation if not mitigation.casefold().startswith(("n/a", "na", "not applicable")) else ""
        return False, stayed[0] if stayed else refused
    if stayed:
        return bool(handled), stayed[0]
    if mitigation or handled:
        return True, ""
    return (None if row.mitigation is None else False), ""


def _stayed(sentence: str) -> bool:
    words = procurement_words()
    if words.says("handled", sentence) or words.begins("none", sentence):
        return False
    return words.says("unresolved", sentence)


def exception(row: Procurement) -> str:
    """The recorded reason why somebody conflicted could not stand back; empty where there is none."""
    told = sentences((row.conflicts, row.mitigation, row.justification, row.comments))
    return next((one for one in told if procurement_words().says("exception", one)), "")


def awarded(row: Procurement) -> bool | None:
    """Whether a supplier was chosen; None where the entry leaves it open."""
    words = procurement_words()
    if any(words.says("not_awarded", text) for text in (row.supplier, row.title, row.comments or "")):
        return False
    if row.supplier and words.begins("none", row.supplier):
        return False
    if not row.supplier or words.begins("not_yet", row.supplier):
        return None
    return True


def direct_award(row: Procurement | None, words_of_item: str = "") -> bool | None:
    """Whether it was awarded without competition; None where the papers do not say how the supplier was chosen."""
    words = procurement_words()
    cells = (row.process, row.procurement_type, row.description, row.existing, row.decided_by, row.title) if row else ()
    for text in (*cells, words_of_item):
        if text and words.says("direct_award", text):
            return True
        if text and words.says("competition", text):
            return False
    return None


def is_health(matter: Matter, decision_type: str | None) -> bool | None:
    """Whether it is health care: by what the paper says, then the words of the service, then the supplier."""
    row, words = matter.row, procurement_words()
    if row is not None and row.health is not None:
        return row.health
    if decision_type in _NOT_HEALTH_TYPES:
        return False
    text = " ".join(filter(None, (matter.title, row.description if row else ""))) or matter.title
    yes, no = words.longest("health", text), words.longest("not_health", text)
    if yes != no:
        return yes > no
    if decision_type in _HEALTH_TYPES:
        return True
    kinds = {party.organisation.kind for party in matter.supplier if party.organisation is not None}
    if kinds & {OrganisationKind.SUPPORT_UNIT, OrganisationKind.CONSULTANCY}:
        return False
    if kinds & {*_GP_KINDS, OrganisationKind.TRUST}:
        return True
    name = " ".join(party.mention for party in matter.supplier)
    yes, no = words.longest("health_suppliers", name), words.longest("not_health_suppliers", name)
    return None if yes == no else yes > no


def gp_linked(matter: Matter, audited: Audited, held_by_gps: Iterable[str]) -> bool | None:
    """Whether a supplier or bidder is a practice, belongs to practices, or is held by a GP; None where nobody can tell.

    `held_by_gps` are the folded names of organisations that GPs of the body hold a stake in.
    """
    answers = [_gp_party(party, matter, audited, frozenset(held_by_gps)) for party in matter.parties]
    if any(answers):
        return True
    return None if None in answers or not answers else False


def _gp_party(party: Party, matter: Matter, audited: Audited, held: frozenset[str]) -> bool | None:
    words, organisation = procurement_words(), party.organisation
    if {party.name.casefold(), party.mention.casefold()} & held:
        return True
    if organisation is not None:
        if organisation.kind in _GP_KINDS:
            return True
        graph = OrganisationGraph(audited.knowledge.directory, lookup_day(matter.on))
        holders = (*graph.members_of(organisation), *graph.owners_of(organisation))
        if any(edge.organisation.kind in _GP_KINDS for edge in holders):
            return True
        if organisation.kind in _OTHER_KINDS:
            return False
    if words.says("not_gp_suppliers", party.mention):
        return False
    return True if words.says("gp_suppliers", party.mention) else None


def places(row: Procurement) -> tuple[list[ProcurementField], list[ProcurementField]]:
    """The fields the entry's paper has no place for, and those the entry leaves blank."""
    f = ProcurementField
    cells: dict[ProcurementField, tuple[str | None, ...]] = {
        f.DESCRIPTION: (row.description,),
        f.DECIDED_BY: (row.decided_by, row.decision_makers),
        f.DECISION_MAKERS: (row.decision_makers, row.decided_by),
        f.CONFLICTS: (row.conflicts,),
        f.MITIGATION: (row.mitigation,),
        f.SUPPLIER: (row.supplier if row.supplier_told else None,),
        f.ADDRESS: (row.address,),
        f.VALUE: (row.value_text,),
        f.PROCESS: (row.process,),
        f.CRITERIA: (row.criteria,),
        f.REASONS: (row.reasons, row.justification),
        f.EVALUATORS: (row.evaluators,),
        f.BIDDERS: (row.bidders,),
        f.BIDDER_DECLARATIONS: (row.bidder_declarations,),
        f.CHECKLIST: (row.checklist,),
        f.CONFLICTS_ASSESSMENT: (row.conflicts_assessment,),
        f.CONTRACT_MANAGER: (row.contract_manager,),
    }
    lacking = [name for name, told in cells.items() if all(one is None for one in told)]
    blank = [name for name, told in cells.items() if name not in lacking and not any(told)]
    dates = (row.contract_from, row.contract_until)
    if all(one is None for one in dates):
        lacking.append(f.CONTRACT_DATES)
    elif not all(dates):
        blank.append(f.CONTRACT_DATES)
    return lacking, _excused(row, blank)


def _excused(row: Procurement, blank: list[ProcurementField]) -> list[ProcurementField]:
    """Blanks that leave nothing out: no supplier where none was chosen, no handling where there was no conflict."""
    f, chosen = ProcurementField, awarded(row)
    excused: set[Any] = set()
    words = procurement_words()
    none = bool(row.conflicts) and words.begins("none", row.conflicts or "")
    said = handling(row)
    if none or not row.conflicts or said[0] or said[1]:
        excused.add(f.MITIGATION)  # where conflicts themselves are left out, that is what is said
    if chosen is not True:
        excused |= {f.ADDRESS, f.CONTRACT_DATES, f.VALUE}
    if chosen is False or (chosen is None and not row.value_text and row.begins_on is None):
        excused.add(f.SUPPLIER)
    return [name for name in blank if name not in excused]
