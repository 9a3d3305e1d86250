"""Whether a ruling on somebody's interest still held on the day of the meeting it was kept for."""

from __future__ import annotations

from coi_audit.model.dates import in_words
from coi_audit.model.facts_of_assurance import RulingFacts
from coi_audit.model.outcome import Outcome, met, not_applicable, not_met
from coi_audit.model.words import Examines

EXAMINES = Examines.RULING


def check(facts: RulingFacts) -> Outcome:
    """Both days included: a ruling holds from the day it was given to the day it expires."""
    day = in_words(facts.on)
    if facts.given_on is not None and facts.given_on > facts.on:
        return not_met(f"It was given on {in_words(facts.given_on)}, after the meeting of {day}, and was not applied.")
    if facts.expires is None:
        return not_applicable("The ruling names no day on which it ends.")
    if facts.expires < facts.on:
        return not_met(
            f"It had expired on {in_words(facts.expires)}, before the meeting of {day}, and was not applied."
        )
    return met(f"It held until {in_words(facts.expires)}.")
