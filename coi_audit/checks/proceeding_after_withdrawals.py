"""Whether the chair decided, and recorded, to go on after most of those with a vote had withdrawn."""

from __future__ import annotations

from dataclasses import dataclass

from coi_audit.checks._guards import first, for_information, minutes_missing, not_yet_held
from coi_audit.model.facts import ItemFacts
from coi_audit.model.outcome import Outcome, cannot_tell, met, not_applicable, not_met
from coi_audit.model.words import Examines

EXAMINES = Examines.ITEM


@dataclass(frozen=True, slots=True)
class Params:
    """`more_than_percent`: the share of voters present that must be exceeded before the rule speaks."""

    more_than_percent: int


def check(facts: ItemFacts, params: Params) -> Outcome:
    """Counts voters who withdrew as recorded, else as required; a share exactly at the threshold is not over it."""
    silent = first(
        not_yet_held(facts),
        for_information(facts),
        minutes_missing(facts, "who withdrew and what the chair decided"),
    )
    return silent or _judge(facts, params.more_than_percent)


def _judge(facts: ItemFacts, percent: int) -> Outcome:
    if facts.decision_taken is False:
        return not_applicable("No decision was taken on the item.")
    if facts.voters_present == 0:
        return cannot_tell(
            "The papers do not show which members with a vote were present.",
            ask=f'Which members with a vote were present for "{facts.item}", and which of them withdrew?',
        )
    count = f"{facts.voters_withdrawn} of {facts.voters_present} members with a vote withdrew"
    if facts.voters_withdrawn * 100 <= percent * facts.voters_present:
        return not_applicable(f"{count}: no more than {percent} in 100.")
    if facts.proceed_recorded:
        return met(f"{count}, and the minutes record the decision to go on.")
    return not_met(f"{count}, and the minutes do not record that the chair considered whether to go on.")
