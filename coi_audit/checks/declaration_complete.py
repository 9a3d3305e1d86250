"""Whether a declared interest says all that the declaration form asks."""

from __future__ import annotations

from coi_audit.model.facts import InterestFacts
from coi_audit.model.outcome import Outcome, met, not_met
from coi_audit.model.words import Examines

EXAMINES = Examines.INTEREST


def check(facts: InterestFacts) -> Outcome:
    """Type, description, dates and mitigation; a blank end date in a column that exists counts as still held."""
    asked = {
        "the type of interest": facts.has_category,
        "a description": facts.has_description,
        "the date it began": facts.has_from,
        "whether it has ended": facts.has_until,
        "the action to mitigate the risk": facts.has_mitigation,
    }
    lacking = [what for what, given in asked.items() if not given]
    if lacking:
        return not_met(f"The entry does not give {_listed(lacking)}.")
    return met("The entry gives type, description, dates and the action to mitigate the risk.")


def _listed(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} or {words[-1]}"
