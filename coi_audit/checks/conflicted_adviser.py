"""Whether outside support that advises a decision was treated as conflicted where it has an interest in it."""

from __future__ import annotations

from coi_audit.checks._guards import first, minutes_missing, not_yet_held, unless_in_doubt, withdrew_after_own_case
from coi_audit.model.facts import ConflictFacts
from coi_audit.model.outcome import Outcome, cannot_tell, met, not_applicable, not_met
from coi_audit.model.words import Action, Examines, Handling, LinkKind, Purpose

EXAMINES = Examines.MEMBER_AND_ITEM
_LINKS = (LinkKind.NAMED_PARTY, LinkKind.PROVIDER_PARTY, LinkKind.PERSONAL, LinkKind.UNCLEAR)


def check(facts: ConflictFacts) -> Outcome:
    """Speaks of support units, consultancies, law firms and accountants whose people are in the room."""
    silent = first(_another_matter(facts), not_yet_held(facts), minutes_missing(facts, "what the adviser did"))
    return silent or unless_in_doubt(facts, _judge(facts))


def _another_matter(facts: ConflictFacts) -> Outcome | None:
    if not facts.adviser:
        return not_applicable(f"{facts.member} is not known as an outside adviser.")
    if facts.link not in _LINKS:
        return not_applicable("The interest is not in a party to the item.")
    if facts.purpose is Purpose.INFORMATION:
        return not_applicable("The item is for information only.")
    return None


def _judge(facts: ConflictFacts) -> Outcome:
    who = f"{facts.member} ({facts.adviser})"
    if facts.handling in (Handling.MANAGED, Handling.BELOW_WITH_REASON) or withdrew_after_own_case(facts):
        return met(f"{who} was treated as conflicted.")
    stood_back = facts.recorded_action is not None and facts.recorded_action.strength >= Action.STAY_NO_VOTE.strength
    if stood_back and facts.declared:
        return met(f"{who} declared the interest and took no part in the decision.")
    if facts.declared is None or (facts.declared and facts.recorded_action in (None, Action.NONE)):
        return cannot_tell(
            f"The minutes do not say what {who} did.",
            ask=f'What part did {who} have in "{facts.item}", and was the interest declared and managed?',
        )
    done = "declared the interest and advised all the same" if facts.declared else "did not declare the interest"
    return not_met(f"{who} {done}: {facts.participation}.")
