"""Whether the minutes name who took the chair for an item at which the chair had a conflict."""

from __future__ import annotations

from coi_audit.checks._guards import first, for_information, minutes_missing, not_yet_held
from coi_audit.model.facts import ItemFacts
from coi_audit.model.outcome import Outcome, cannot_tell, met, not_applicable, not_met
from coi_audit.model.words import Examines

EXAMINES = Examines.ITEM


def check(facts: ItemFacts) -> Outcome:
    """Whether the person named was free to chair is another rule's matter."""
    silent = first(
        _chair_free(facts),
        not_yet_held(facts),
        for_information(facts),
        minutes_missing(facts, "who was in the chair for the item"),
    )
    return silent or _judge(facts)


def _chair_free(facts: ItemFacts) -> Outcome | None:
    if facts.chair_conflicted:
        return None
    return not_applicable("The chair has no conflict at this item.")


def _judge(facts: ItemFacts) -> Outcome:
    if facts.acting_chair:
        return met(f"The minutes name {facts.acting_chair} as taking the chair for the item.")
    if facts.recorded is False:
        return cannot_tell(
            "The minutes have no section for this item.",
            ask=f'Was "{facts.item}" taken, and who was in the chair?',
        )
    return not_met("The chair has a conflict at this item and the minutes name nobody as taking the chair.")
