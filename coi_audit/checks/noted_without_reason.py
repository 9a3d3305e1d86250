"""Whether an interest that asks for more was only noted, with no word on why that was enough."""

from __future__ import annotations

from coi_audit.checks._guards import (
    action_words,
    no_recusal_asked,
    reason_for_less,
    unless_in_doubt,
    withdrew_after_own_case,
)
from coi_audit.model.facts import ConflictFacts
from coi_audit.model.outcome import Outcome, cannot_tell, met, not_applicable, not_met
from coi_audit.model.words import Action, Examines

EXAMINES = Examines.MEMBER_AND_ITEM


def check(facts: ConflictFacts) -> Outcome:
    """Nothing recorded at all is not a note: other rules speak of that."""
    silent = no_recusal_asked(facts, about=f"whether the interest of {facts.member} was only noted, and why")
    return silent or unless_in_doubt(facts, _judge(facts))


def _judge(facts: ConflictFacts) -> Outcome:
    if facts.recorded_action is None:
        return cannot_tell(
            "The minutes do not say how the interest was managed.",
            ask=f'How was the interest of {facts.member} managed at "{facts.item}"?',
        )
    if facts.recorded_action is not Action.NOTE:
        return not_applicable(f"What is recorded is {action_words(facts.recorded_action)}, not a note of the interest.")
    if withdrew_after_own_case(facts):
        return met(f"{facts.member} attended to put their own practice's case and left before the committee decided.")
    asked = action_words(facts.required_action)
    reason = reason_for_less(facts)
    if reason:
        return met(f"The interest was noted where it asks for {asked}, and a reason is given: {reason}")
    return not_met(f"The interest was noted where it asks for {asked}, and nothing says why noting it was enough.")
