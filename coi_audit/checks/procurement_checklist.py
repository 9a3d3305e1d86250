"""Whether a procurement checklist was completed where GPs, or a company they have a stake in, may be the supplier."""

from __future__ import annotations

from coi_audit.checks._guards import first
from coi_audit.checks._procurement import guidance_only, no_paper, whole_paper
from coi_audit.model.facts_of_procurement import ProcurementFacts
from coi_audit.model.outcome import Outcome, cannot_tell, met, not_applicable, not_met
from coi_audit.model.words import Examines

EXAMINES = Examines.PROCUREMENT


def check(facts: ProcurementFacts) -> Outcome:
    """A checklist that leaves questions unanswered is not completed; one that is not in the folder is asked for."""
    silent = first(
        guidance_only(facts),
        no_paper(facts, "was the procurement checklist completed wherever GPs might be the suppliers?"),
        whole_paper(facts, ask=""),
    )
    if silent is not None:
        return silent
    if not facts.gp_linked:
        return not_applicable("Nothing in the papers ties a supplier or bidder to general practice.")
    if facts.unanswered:
        return not_met(f"The checklist leaves questions unanswered: {'; '.join(facts.unanswered)}.")
    if facts.checklist:
        return met("The procurement checklist was completed.")
    if facts.checklist is False:
        return not_met(f'The papers say that no checklist was completed for "{facts.service}".')
    return cannot_tell(
        f'No procurement checklist for "{facts.service}" is among the papers; GPs have a stake in {facts.supplier}.',
        ask=f'Was a procurement checklist completed for "{facts.service}"? Please supply it.',
    )
