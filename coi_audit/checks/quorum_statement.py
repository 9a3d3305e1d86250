"""Whether the minutes say that the meeting had a quorum."""

from __future__ import annotations

from coi_audit.checks._guards import first, minutes_missing, not_yet_held
from coi_audit.model.facts import MeetingFacts
from coi_audit.model.outcome import Outcome, cannot_tell, met, not_met
from coi_audit.model.words import Examines

EXAMINES = Examines.MEETING


def check(facts: MeetingFacts) -> Outcome:
    """The statement is looked for, not whether it is true."""
    silent = first(not_yet_held(facts), minutes_missing(facts, "whether the quorum was stated"))
    if silent:
        return silent
    if facts.quorum_statement is None:
        return cannot_tell(
            "The minutes could not be read far enough to tell.",
            ask=f"Do the minutes of {facts.committee} say whether there was a quorum?",
        )
    if facts.quorum_statement:
        return met("The minutes say whether there was a quorum.")
    return not_met("No passage of the minutes says whether there was a quorum.")
