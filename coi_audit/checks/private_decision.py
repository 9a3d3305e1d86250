"""Whether a decision on primary care was taken in public, or in private for a recorded reason."""

from __future__ import annotations

from coi_audit.checks._primary_care import not_primary_care
from coi_audit.model.facts import ItemFacts
from coi_audit.model.outcome import Outcome, cannot_tell, met, not_applicable, not_met
from coi_audit.model.words import Examines, Purpose, Stage

EXAMINES = Examines.ITEM


def check(facts: ItemFacts) -> Outcome:
    """The item's own reason, else the meeting's; before the minutes are there the reason can still be given."""
    other = not_primary_care(facts)
    if other is not None:
        return other
    if facts.purpose is not Purpose.DECISION or facts.decision_taken is False:
        return not_applicable("Nothing was decided at this item.")
    if not facts.private and not facts.item_private:
        return met("The item was taken in public.")
    reason = facts.item_private_reason or facts.private_reason
    if reason:
        return met(f"The item was taken in private, and the reason is recorded: {reason}")
    if facts.stage is not Stage.HELD or not facts.recorded:
        return cannot_tell(
            "The item is in the private part, and the papers so far give no reason.",
            ask="Why is the item to be taken in private, and where is the reason recorded?",
        )
    return not_met("The item was taken in private and no reason is recorded.")
