"""Whether the agenda has an item for declarations of interest."""

from __future__ import annotations

from coi_audit.model.dates import in_words
from coi_audit.model.facts import MeetingFacts
from coi_audit.model.outcome import Outcome, cannot_tell, met, not_met
from coi_audit.model.words import Examines

EXAMINES = Examines.MEETING


def check(facts: MeetingFacts) -> Outcome:
    """Speaks before the meeting as well as after it; without an agenda it asks for one."""
    day = in_words(facts.on)
    if not facts.has_agenda:
        return cannot_tell(
            f"The agenda of the meeting of {day} is not among the papers.",
            ask=f"Please supply the agenda of {facts.committee} of {day}: does it have an item for declarations?",
        )
    if facts.declarations_item is None:
        return cannot_tell(
            "The items of the agenda could not be told apart.",
            ask=f"Does the agenda of {facts.committee} of {day} have an item for declarations of interest?",
        )
    if facts.declarations_item:
        return met("The agenda has an item for declarations of interest.")
    return not_met("No item of the agenda is for declarations of interest.")
