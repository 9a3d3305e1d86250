"""Whether a meeting that watches over contracts asked for declarations of interest."""

from __future__ import annotations

from coi_audit.model.dates import in_words
from coi_audit.model.facts import MeetingFacts
from coi_audit.model.outcome import Outcome, cannot_tell, met, not_applicable, not_met
from coi_audit.model.words import Examines, Stage

EXAMINES = Examines.MEETING


def check(facts: MeetingFacts) -> Outcome:
    """The minutes decide; before the meeting, its agenda."""
    if not facts.contract_monitoring:
        return not_applicable("This is no meeting at which contracts are monitored.")
    if facts.stage is Stage.BEFORE:
        return _beforehand(facts)
    if facts.call_for_declarations:
        return met("The minutes show that declarations were asked for.")
    if facts.call_for_declarations is False and not facts.declarations_item:
        return not_met("Neither the agenda nor the minutes show that declarations were asked for.")
    there = "The agenda has an item for it, and the" if facts.declarations_item else "The"
    return cannot_tell(
        f"{there} minutes do not show whether declarations were asked for.",
        ask=f"Were declarations of interest asked for at the meeting of {facts.committee} of {in_words(facts.on)}?",
    )


def _beforehand(facts: MeetingFacts) -> Outcome:
    if facts.declarations_item:
        return met("The agenda has an item for declarations of interest.")
    if facts.has_agenda and facts.declarations_item is False:
        return not_met("The agenda has no item for declarations of interest.")
    return not_applicable("The meeting has not been held, and its agenda is not among the papers.")
