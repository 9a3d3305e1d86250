"""Whether a ruling on somebody's interest gives its reason."""

from __future__ import annotations

from coi_audit.model.facts_of_assurance import RulingFacts
from coi_audit.model.outcome import Outcome, met, not_met
from coi_audit.model.words import Examines

EXAMINES = Examines.RULING


def check(facts: RulingFacts) -> Outcome:
    """Any words count as a reason; how good it is, a person judges."""
    if facts.reason:
        return met(f"The reason given: {facts.reason.rstrip('. ')}.")
    return not_met(f"The ruling for {facts.member} on {facts.item} gives no reason.")
