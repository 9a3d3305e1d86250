"""Whether somebody recorded as leaving was nevertheless there for the part they were to be out of."""

from __future__ import annotations

from coi_audit.checks._guards import no_recusal_asked, unless_in_doubt
from coi_audit.model.facts import ConflictFacts
from coi_audit.model.outcome import Outcome, cannot_tell, met, not_applicable, not_met
from coi_audit.model.words import Action, Examines

EXAMINES = Examines.MEMBER_AND_ITEM


def check(facts: ConflictFacts) -> Outcome:
    """Compares the recorded exclusion with the recorded presence; it does not ask whether exclusion was due."""
    silent = no_recusal_asked(facts, about=f"when {facts.member} left and came back")
    return silent or unless_in_doubt(facts, _judge(facts))


def _judge(facts: ConflictFacts) -> Outcome:
    recorded = facts.recorded_action
    if recorded is None or recorded.strength < Action.DISCUSS_THEN_LEAVE.strength:
        return not_applicable(f"The minutes do not record {facts.member} as leaving.")
    if facts.present_after_exclusion:
        return not_met(f"The minutes record {facts.member} as leaving, and later at the same item as present.")
    if facts.present_after_exclusion is False:
        return met(f"The minutes record {facts.member} as leaving, and nothing more of them until the item was over.")
    if facts.left_recorded:
        return met(f"The minutes record the leaving of {facts.member}; nothing shows them there afterwards.")
    return cannot_tell(
        f"The minutes say that {facts.member} was out for the item, not when they left.",
        ask=f'When did {facts.member} leave for "{facts.item}", and when did they come back?',
    )
