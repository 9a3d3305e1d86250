"""Whether the register holds an interest or a nil return for a person."""

from __future__ import annotations

from coi_audit.model.dates import in_words
from coi_audit.model.facts import MemberFacts
from coi_audit.model.outcome import Outcome, cannot_tell, met, not_applicable, not_met
from coi_audit.model.words import Examines

EXAMINES = Examines.MEMBER


def check(facts: MemberFacts) -> Outcome:
    """A name with nothing beside it is no nil return."""
    if not facts.paper:
        return not_applicable("Nobody is meant here: the list of staff is not among the papers.")
    if facts.declarations > 0:
        return met(f"The register holds {facts.declarations} declared interests.")
    if facts.nil_return_on is not None:
        return met(f"A nil return of {in_words(facts.nil_return_on)} is recorded.")
    if facts.nil_return_undated:
        return met("A nil return without a date is recorded.")
    if facts.only_later_declaration:
        return cannot_tell(
            f"The only declaration known is later than {in_words(facts.on)}.",
            ask=f"What did the register hold for {facts.member} on {in_words(facts.on)}?",
        )
    if facts.on_register is None:
        return cannot_tell(
            "There is no register of that time among the papers.",
            ask=f"Did the register of {in_words(facts.on)} hold an interest or a nil return for {facts.member}?",
        )
    if facts.on_register:
        return not_met("The register names the person and says neither an interest nor that there is none.")
    return not_met("The register does not name the person.")
