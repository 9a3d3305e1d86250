"""Whether the minutes say how a declared conflict was managed."""

from __future__ import annotations

from coi_audit.checks._guards import no_recusal_asked, unless_in_doubt
from coi_audit.model.facts import ConflictFacts
from coi_audit.model.outcome import Outcome, cannot_tell, met, not_applicable, not_met
from coi_audit.model.words import Examines

EXAMINES = Examines.MEMBER_AND_ITEM


def check(facts: ConflictFacts) -> Outcome:
    """A ruling or a deed will do; whether it was enough is another rule's matter."""
    silent = no_recusal_asked(facts, about=f"how the conflict of {facts.member} was managed")
    return silent or unless_in_doubt(facts, _judge(facts))


def _judge(facts: ConflictFacts) -> Outcome:
    if facts.declared is None:
        return cannot_tell(
            f"The minutes do not tell whether {facts.member} declared the interest.",
            ask=f'Did {facts.member} declare the interest at "{facts.item}", and what was decided about it?',
        )
    if not facts.declared:
        return not_applicable("The interest was not declared at the meeting, so there was no declaration to act on.")
    if facts.action_recorded:
        return met("The minutes say how the declared interest was managed.")
    return not_met(
        f"The minutes record the declaration of {facts.member} and no decision or act that followed from it."
    )
