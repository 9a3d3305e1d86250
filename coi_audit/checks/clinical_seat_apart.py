"""Whether the nurse and the secondary care specialist on the governing body work for no local provider."""

from __future__ import annotations

from coi_audit.model.facts_of_governance import ClinicalSeatFacts
from coi_audit.model.outcome import Outcome, cannot_tell, met, not_applicable, not_met
from coi_audit.model.words import Examines, Role

EXAMINES = Examines.CLINICAL_SEAT
_SEATS = (Role.NURSE, Role.SECONDARY_CARE)


def check(facts: ClinicalSeatFacts) -> Outcome:
    """From the register and body.yaml; a post whose employer may or may not be local is asked about."""
    if facts.role not in _SEATS:
        return not_applicable(f"{facts.member} holds neither the nurse's nor the secondary care specialist's seat.")
    if facts.post is not None and facts.local_provider:
        return not_met(f"{facts.member}: {facts.post}, a local provider.")
    if facts.post is not None and facts.local_provider is None:
        return cannot_tell(
            f"{facts.member}: {facts.post}. The papers do not say whether that is a local provider.",
            ask=f"Did that organisation provide services to patients of {facts.body} at the time?",
        )
    if not facts.on_register:
        return cannot_tell(
            f"No register of that time shows an interest or a nil return of {facts.member}.",
            ask=f"Who employed {facts.member} at the time, and did that organisation provide services to patients of "
            f"{facts.body}?",
        )
    return met(f"The papers show no post of {facts.member} with a local provider.")
