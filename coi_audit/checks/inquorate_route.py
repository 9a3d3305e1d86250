"""Whether the minutes record the arrangement by which an item without a quorum was decided."""

from __future__ import annotations

from coi_audit.checks._guards import first, for_information, minutes_missing, not_yet_held
from coi_audit.model.facts import ItemFacts
from coi_audit.model.outcome import Outcome, met, not_applicable, not_met
from coi_audit.model.words import Examines

EXAMINES = Examines.ITEM


def check(facts: ItemFacts) -> Outcome:
    """Speaks only where an arrangement was used; a decision without quorum or arrangement is another rule's matter."""
    silent = first(
        not_yet_held(facts),
        for_information(facts),
        minutes_missing(facts, "whether an arrangement to restore the quorum was used"),
    )
    if silent:
        return silent
    if not facts.inquorate_route:
        return not_applicable("No arrangement to restore the quorum was used for this item.")
    if facts.inquorate_route_minuted:
        return met(f"The minutes record the arrangement used: {facts.inquorate_route}.")
    return not_met(f"An arrangement was used ({facts.inquorate_route}) and the minutes do not record it.")
