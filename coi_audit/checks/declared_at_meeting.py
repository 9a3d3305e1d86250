"""Whether a financial interest in an organisation the item is about was declared at the meeting."""

from __future__ import annotations

from coi_audit.checks._guards import no_recusal_asked, unless_in_doubt
from coi_audit.model.facts import ConflictFacts
from coi_audit.model.outcome import Outcome, cannot_tell, met, not_applicable, not_met
from coi_audit.model.words import Examines, InterestCategory, LinkKind

EXAMINES = Examines.MEMBER_AND_ITEM
_LINKS = (LinkKind.NAMED_PARTY, LinkKind.PROVIDER_PARTY, LinkKind.UNCLEAR)


def check(facts: ConflictFacts) -> Outcome:
    """Financial interests in a named practice or another provider only, direct or indirect."""
    silent = _other_interest(facts) or no_recusal_asked(facts, about=f"whether {facts.member} declared the interest")
    return silent or unless_in_doubt(facts, _judge(facts))


def _other_interest(facts: ConflictFacts) -> Outcome | None:
    if facts.category is not InterestCategory.FINANCIAL:
        return not_applicable("The interest is not financial.")
    if facts.link not in _LINKS:
        return not_applicable("The interest is not in a practice or provider that the item names.")
    return None


def _judge(facts: ConflictFacts) -> Outcome:
    if facts.declared is None:
        return cannot_tell(
            f"The minutes do not tell whether {facts.member} declared the interest.",
            ask=f'Did {facts.member} declare the interest in {facts.party} at "{facts.item}"?',
        )
    if facts.declared:
        return met(f"The minutes record the declaration of {facts.member}.")
    known = "is on the register" if facts.on_register else "is known from other papers, not from the register"
    return not_met(
        f"The interest {known}, and the minutes record no declaration of it by or for {facts.member}.",
    )
