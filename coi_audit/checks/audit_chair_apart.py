"""Whether the audit committee's chair is kept from chairing primary care commissioning."""

from __future__ import annotations

from coi_audit.checks._primary_care import not_primary_care
from coi_audit.model.facts import CommitteeFacts
from coi_audit.model.outcome import Outcome, cannot_tell, met, not_met
from coi_audit.model.words import Examines

EXAMINES = Examines.COMMITTEE


def check(facts: CommitteeFacts) -> Outcome:
    """The chair never; the vice-chair only with recorded safeguards, which meeting papers do not show."""
    other = not_primary_care(facts)
    if other is not None:
        return other
    if facts.chair_is_audit_chair:
        return not_met(f"{facts.chair_name or 'The chair'} also chairs the audit committee.")
    if facts.chair_is_audit_chair is None:
        return cannot_tell(
            "The papers do not say who chairs the audit committee.",
            ask=f"Did whoever chaired {facts.committee} also chair the audit committee?",
        )
    if facts.vice_chair_is_audit_chair:
        return cannot_tell(
            f"{facts.vice_chair_name or 'The vice-chair'} also chairs the audit committee.",
            ask="Which safeguards were recorded when the audit chair became vice-chair?",
        )
    if facts.vice_chair_is_audit_chair is None and facts.vice_chair_name is not None:
        return cannot_tell(
            f"The papers do not say whether {facts.vice_chair_name} chairs the audit committee.",
            ask=f"Did the vice-chair of {facts.committee} also chair the audit committee?",
        )
    return met("Neither the chair nor a named vice-chair chairs the audit committee.")
