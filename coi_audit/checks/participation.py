"""Whether somebody with a direct interest in the outcome took part in the decision."""

from __future__ import annotations

from coi_audit.checks._guards import no_recusal_asked, unless_in_doubt
from coi_audit.model.facts import ConflictFacts
from coi_audit.model.outcome import Outcome, cannot_tell, met, not_applicable, not_met
from coi_audit.model.words import Action, Examines, LinkKind, Purpose, Relationship

EXAMINES = Examines.MEMBER_AND_ITEM
_LINKS = (LinkKind.NAMED_PARTY, LinkKind.PROVIDER_PARTY, LinkKind.PERSONAL, LinkKind.UNCLEAR)


def check(facts: ConflictFacts) -> Outcome:
    """The person's own interest only, and decisions only; somebody without a vote can take part as well."""
    silent = _other_matter(facts) or no_recusal_asked(facts, about=f"whether {facts.member} took part in the decision")
    return silent or unless_in_doubt(facts, _judge(facts))


def _other_matter(facts: ConflictFacts) -> Outcome | None:
    if not facts.direct or facts.relationship is not Relationship.SELF:
        return not_applicable("The interest is not the person's own.")
    if facts.link not in _LINKS:
        return not_applicable("The interest is not in a party to the item, nor in the person's own pay or post.")
    if facts.purpose is not Purpose.DECISION:
        return not_applicable("The item asks for no decision.")
    if facts.decision_taken is False:
        return not_applicable("No decision was taken on the item.")
    return None


def _judge(facts: ConflictFacts) -> Outcome:
    if facts.took_part:
        vote = "" if facts.voting else ", though without a vote"
        return not_met(f"The minutes show that {facts.member} stayed and took part in the decision{vote}.")
    if facts.took_part is False or _out_of_the_decision(facts.recorded_action):
        return met(f"The minutes show that {facts.member} took no part in the decision.")
    return cannot_tell(
        f"The minutes do not say whether {facts.member} took part in the decision.",
        ask=f'Did {facts.member} take part in the decision on "{facts.item}"?',
    )


def _out_of_the_decision(recorded: Action | None) -> bool:
    return recorded is not None and recorded.strength >= Action.STAY_NO_VOTE.strength
