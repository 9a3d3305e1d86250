"""Whether a breach that the body itself confirmed stands on its log and was investigated."""

from __future__ import annotations

from coi_audit.checks._breaches import nothing_to_judge
from coi_audit.model.facts_of_assurance import BreachFacts
from coi_audit.model.outcome import Outcome, cannot_tell, met, not_met
from coi_audit.model.words import Examines

EXAMINES = Examines.BREACH


def check(facts: BreachFacts) -> Outcome:
    """As the body's own papers tell; whether something is a breach is the body's word, never this tool's."""
    if (silent := nothing_to_judge(facts, "whether each was logged and investigated")) is not None:
        return silent
    if facts.logged is False:
        return not_met("The papers say that it was not entered on the register of breaches.")
    if facts.investigated is False:
        return not_met("The papers say that it was not investigated.")
    if facts.investigated is None:
        return cannot_tell(
            "The papers do not say whether it was investigated.",
            ask="Who investigated it, when, and with what result?",
        )
    if facts.logged is None:
        return cannot_tell(
            "It was investigated; the papers do not say whether it was entered on the register of breaches.",
            ask="On what day was it entered on the register of breaches?",
        )
    by = f" by {facts.investigated_by}" if facts.investigated_by else ""
    return met(f"It was logged and investigated{by}.")
