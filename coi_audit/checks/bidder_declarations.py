"""Whether every bidder made a declaration of conflicts of interest."""

from __future__ import annotations

from coi_audit.checks._guards import first
from coi_audit.checks._procurement import guidance_only, no_paper, whole_paper
from coi_audit.model.facts_of_procurement import ProcurementFacts
from coi_audit.model.outcome import Outcome, cannot_tell, met, not_applicable, not_met
from coi_audit.model.procurement import ProcurementField
from coi_audit.model.words import Examines

EXAMINES = Examines.PROCUREMENT
_ASK = "who bid, and did each of them make a declaration of conflicts of interest?"


def check(facts: ProcurementFacts) -> Outcome:
    """Bidders are told of as missing only where the declarations of that procurement are in the folder."""
    silent = first(
        guidance_only(facts),
        no_paper(facts, _ASK),
        whole_paper(facts, ProcurementField.BIDDER_DECLARATIONS, ask=f"For each entry of {facts.paper_name}: {_ASK}"),
    )
    if silent is not None:
        return silent
    if facts.bidders_without and facts.declarations_there:
        return not_met(f"No declaration is there of {facts.bidders_without}.")
    if facts.bidders_open:
        return cannot_tell(
            f"It is not settled whether a declaration in the folder is that of {facts.bidders_open}.",
            ask=f"Did {facts.bidders_open} make a declaration, and under which name?",
        )
    if facts.declarations_there and facts.bidders:
        return met(f"Each bidder made a declaration: {facts.bidders}.")
    if not facts.bidders_without:
        return not_applicable("No bidder is named.")
    return cannot_tell(
        f'No declaration of a bidder for "{facts.service}" is among the papers.',
        ask=f'Please supply the declarations of the bidders for "{facts.service}": {facts.bidders}.',
    )
