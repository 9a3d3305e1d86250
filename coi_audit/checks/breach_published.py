"""Whether a breach was published, without names, on the body's website."""

from __future__ import annotations

from coi_audit.checks._breaches import nothing_to_judge
from coi_audit.model.facts_of_assurance import BreachFacts
from coi_audit.model.outcome import Outcome, cannot_tell, met, not_met
from coi_audit.model.words import Examines

EXAMINES = Examines.BREACH


def check(facts: BreachFacts) -> Outcome:
    """The entry's own word first; else what is told of the register of breaches as a whole."""
    if (silent := nothing_to_judge(facts, "whether each was published without names")) is not None:
        return silent
    if facts.published:
        return met("It was published.")
    if facts.published is False:
        return not_met("The papers say that it was not published.")
    if facts.list_published:
        return met("The register of breaches was published after it happened.")
    if facts.list_published is False:
        return not_met("The papers say that the register of breaches was not published.")
    return cannot_tell(
        "The papers do not say whether it was published.",
        ask=f"Where and when did {facts.body} publish it, without names?",
    )
