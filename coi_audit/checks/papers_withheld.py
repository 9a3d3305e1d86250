"""Whether papers were kept from somebody who was to have none for the item."""

from __future__ import annotations

from coi_audit.checks._guards import first, for_information, minutes_missing, not_yet_held, unless_in_doubt
from coi_audit.model.facts import ConflictFacts
from coi_audit.model.outcome import Outcome, cannot_tell, met, not_applicable, not_met
from coi_audit.model.words import Action, Examines

EXAMINES = Examines.MEMBER_AND_ITEM


def check(facts: ConflictFacts) -> Outcome:
    """Speaks only where `leave_no_papers` or more is asked; words about the papers may stand outside the minutes."""
    silent = first(not_yet_held(facts), for_information(facts), _papers_allowed(facts))
    return silent or unless_in_doubt(facts, _judge(facts))


def _papers_allowed(facts: ConflictFacts) -> Outcome | None:
    if facts.required_action.strength < Action.LEAVE_NO_PAPERS.strength:
        return not_applicable("This interest does not ask for papers to be withheld.")
    return None


def _judge(facts: ConflictFacts) -> Outcome:
    if facts.papers_sent is True:
        return not_met(f"The record says that papers for the item were sent to {facts.member}.")
    if facts.papers_sent is False:
        return met(f"The record says that papers for the item were not sent to {facts.member}.")
    return minutes_missing(facts, f"whether papers were withheld from {facts.member}") or cannot_tell(
        f"Nothing says whether papers for the item were sent to {facts.member}.",
        ask=f'Were the papers for "{facts.item}" withheld from {facts.member}, and where is that recorded?',
    )
