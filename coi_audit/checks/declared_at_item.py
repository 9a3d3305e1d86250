"""Whether an interest declared at the start of the meeting is minuted again at the item it touches."""

from __future__ import annotations

from coi_audit.checks._guards import absent, first, for_information, minutes_missing, not_yet_held, unless_in_doubt
from coi_audit.model.facts import ConflictFacts
from coi_audit.model.outcome import Outcome, met, not_applicable, not_met
from coi_audit.model.words import Action, Examines

EXAMINES = Examines.MEMBER_AND_ITEM


def check(facts: ConflictFacts) -> Outcome:
    """Silent where the interest was not declared at all, and where noting it is all that is asked."""
    silent = first(
        _only_noted(facts),
        not_yet_held(facts),
        for_information(facts),
        absent(facts),
        minutes_missing(facts, f"where the interest of {facts.member} was declared"),
    )
    return silent or unless_in_doubt(facts, _judge(facts))


def _only_noted(facts: ConflictFacts) -> Outcome | None:
    if facts.required_action.strength > Action.NOTE.strength:
        return None
    return not_applicable("Noting the interest is all that the item asks.")


def _judge(facts: ConflictFacts) -> Outcome:
    if facts.declared_at_item:
        return met("The interest is minuted at the item it touches.")
    if facts.declared_at_start:
        return not_met("The interest is minuted at the start of the meeting and not at the item it touches.")
    return not_applicable("The interest was not declared at the start of the meeting.")
