"""Whether something was learnt from a breach, or done about it."""

from __future__ import annotations

from coi_audit.checks._breaches import nothing_to_judge
from coi_audit.model.facts_of_assurance import BreachFacts
from coi_audit.model.outcome import Outcome, cannot_tell, met, not_met
from coi_audit.model.words import Examines

EXAMINES = Examines.BREACH


def check(facts: BreachFacts) -> Outcome:
    """A place for learning that was left blank is an answer; a log without such a place is asked about."""
    if (silent := nothing_to_judge(facts, "what was learnt from each")) is not None:
        return silent
    if facts.learning:
        return met(f"Learning or action is recorded: {facts.learning}")
    if facts.learning is not None:
        return not_met("The entry records neither learning nor action.")
    return cannot_tell(
        "The papers have no place for what was learnt.",
        ask="What was learnt from it, and which actions followed?",
    )
