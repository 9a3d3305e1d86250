"""Whether what the minutes record is as strong as the presumed action, or a reason is given for doing less."""

from __future__ import annotations

from coi_audit.checks._guards import (
    action_words,
    no_recusal_asked,
    reason_for_less,
    unless_in_doubt,
    withdrew_after_own_case,
)
from coi_audit.model.facts import ConflictFacts
from coi_audit.model.outcome import Outcome, cannot_tell, met, not_met
from coi_audit.model.words import Action, Examines, Handling

EXAMINES = Examines.MEMBER_AND_ITEM


def check(facts: ConflictFacts) -> Outcome:
    """Speaks whether or not the interest was declared: it is the action that is measured."""
    silent = no_recusal_asked(facts, about=f"what {facts.member} did at the item")
    return silent or unless_in_doubt(facts, _judge(facts))


def _judge(facts: ConflictFacts) -> Outcome:
    asked = action_words(facts.required_action)
    if facts.recorded_action is None or _too_thin(facts):
        return cannot_tell(
            f"The interest asks for {asked}; the minutes do not say what {facts.member} did.",
            ask=f'What did {facts.member} do at "{facts.item}": stay, take part, or leave, and when?',
        )
    recorded = action_words(facts.recorded_action)
    if _enough(facts, facts.recorded_action):
        return met(f"The interest asks for {asked}; what is recorded is {recorded}.")
    if withdrew_after_own_case(facts):
        return met(f"{facts.member} attended to put their own practice's case and left before the committee decided.")
    short = f"The interest asks for {asked}; what is recorded is {recorded}"
    reason = reason_for_less(facts)
    if reason:
        return met(f"{short}, and a reason is given: {reason}", "Whether the reason suffices is a matter for review.")
    if facts.required_action is Action.LEAVE_NO_PAPERS and facts.papers_sent:
        return not_met(f"{short}, papers for the item were sent, and no reason is given.")
    return not_met(f"{short}, and no reason is given.")


def _enough(facts: ConflictFacts, recorded: Action) -> bool:
    # Silence about papers is no shortfall (it is a question of its own rule); words that they were sent are one.
    if facts.required_action is Action.LEAVE_NO_PAPERS and recorded is Action.LEAVE:
        return facts.papers_sent is not True
    return recorded.strength >= facts.required_action.strength


def _too_thin(facts: ConflictFacts) -> bool:
    """Declared, and no words on what the person did: a reason for doing less does not tell either."""
    unknown = not facts.deed_recorded or facts.handling is Handling.RECORD_TOO_THIN
    return facts.declared is not False and unknown
