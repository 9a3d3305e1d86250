"""Whether a ruling on somebody's interest met a conflict at all."""

from __future__ import annotations

from coi_audit.model.facts_of_assurance import RulingFacts
from coi_audit.model.outcome import Outcome, met, not_met
from coi_audit.model.words import Examines

EXAMINES = Examines.RULING


def check(facts: RulingFacts) -> Outcome:
    """A ruling nobody needed is told, because a wrong name or item number hides in it."""
    if facts.used:
        return met(f"A conflict of {facts.member} was found at {facts.item}.")
    return not_met(f"No conflict of {facts.member} was found at {facts.item}.")
