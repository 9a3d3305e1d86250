"""Whether sponsorship or a donation was declared with the name of whoever paid."""

from __future__ import annotations

from coi_audit.checks import _gifts as of
from coi_audit.checks._guards import first
from coi_audit.model.facts_of_gifts import GiftFacts
from coi_audit.model.gifts import GiftKind
from coi_audit.model.outcome import Outcome, cannot_tell, met, not_applicable, not_met
from coi_audit.model.words import Examines

EXAMINES = Examines.GIFT


def check(facts: GiftFacts) -> Outcome:
    """Sponsored events, research and posts, and donations; what was declined needs no name."""
    silent = first(of.no_paper(facts), of.other_kind(facts, GiftKind.SPONSORSHIP, GiftKind.DONATION))
    if silent is not None:
        return silent
    if of.declined(facts):
        return not_applicable("It was declined.")
    if facts.giver_named is False:
        return not_met(f"{facts.told_by} does not name who paid, where it has room for the name.")
    if facts.declared is False or facts.declared_late:
        how = "was declared late" if facts.declared else "was not declared"
        return not_met(f"{facts.told_by} says that it {how}.")
    if facts.giver_named is None or facts.declared is None:
        return cannot_tell(
            f"{facts.told_by} has no place for the name of whoever paid, or does not say whether it was declared.",
            ask=f"Who paid for this: {facts.gift} ({facts.recipient}), and was it declared?",
        )
    return met(f"It is declared, and {facts.giver} is named.")
