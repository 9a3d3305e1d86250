"""Whether Healthwatch and the health and wellbeing board have a standing invitation."""

from __future__ import annotations

from coi_audit.checks._primary_care import not_primary_care
from coi_audit.model.facts import CommitteeFacts
from coi_audit.model.outcome import Outcome, cannot_tell, met, not_met
from coi_audit.model.words import Examines

EXAMINES = Examines.COMMITTEE


def check(facts: CommitteeFacts) -> Outcome:
    """Both are asked; an invitation counts whether or not anybody came."""
    other = not_primary_care(facts)
    if other is not None:
        return other
    invited = {
        "local Healthwatch": facts.healthwatch_invited,
        "the health and wellbeing board": facts.hwb_invited,
    }
    absent = [who for who, value in invited.items() if value is False]
    if absent:
        return not_met(f"The papers show no standing invitation to {' or '.join(absent)}.")
    unknown = [who for who, value in invited.items() if value is None]
    if unknown:
        return cannot_tell(
            f"The papers do not tell of an invitation to {' or '.join(unknown)}.",
            ask=f"Do the terms of reference of {facts.committee} invite {' and '.join(unknown)} to every meeting? "
            "Please tell it in assurance.yaml, under terms_of_reference.",
        )
    return met("Local Healthwatch and the health and wellbeing board are invited.")
