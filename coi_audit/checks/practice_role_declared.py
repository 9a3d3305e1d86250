"""Whether the register shows the role that a GP or practice manager on a committee holds in a practice."""

from __future__ import annotations

from coi_audit.model.dates import in_words
from coi_audit.model.facts import MemberFacts
from coi_audit.model.outcome import Outcome, cannot_tell, met, not_applicable, not_met
from coi_audit.model.words import Examines, Role

EXAMINES = Examines.MEMBER
_OF_A_PRACTICE = (Role.GP, Role.PRACTICE_MANAGER)


def check(facts: MemberFacts) -> Outcome:
    """Somebody who is not on the register at all is another rule's matter; so is a seat with no practice behind it."""
    if facts.role not in _OF_A_PRACTICE:
        return not_applicable(f"{facts.member} sits neither as a GP nor as a practice manager.")
    if facts.practice_role:
        return met(f"The register gives: {facts.practice_role}.")
    if not facts.practice:
        return _without_practice(facts)
    ask = f"Did the register of {in_words(facts.on)} show the role of {facts.member} in {facts.practice}?"
    if facts.on_register is None:
        return cannot_tell("There is no register of that time among the papers.", ask=ask)
    if facts.only_later_declaration:
        return cannot_tell(f"The only declaration known is later than {in_words(facts.on)}.", ask=ask)
    if facts.on_register is False:
        return not_applicable("The register does not name the person; another rule asks for the whole declaration.")
    if facts.other_practice_role:
        return cannot_tell(
            f"The membership list gives {facts.practice}; the register gives: {facts.other_practice_role}.",
            ask=f"Is {facts.member} still with {facts.practice}, and which practice should the register show?",
        )
    return not_met(f"The membership list gives {facts.practice}; no row of the register shows a role in it.")


def _without_practice(facts: MemberFacts) -> Outcome:
    if facts.other_practice_role:
        return met(f"The register gives: {facts.other_practice_role}.")
    if facts.no_practice_likely:
        return not_applicable("The seat is one for somebody who works in none of the body's practices.")
    return cannot_tell(
        "Neither the membership list nor the register names a practice.",
        ask=f"Does {facts.member} work in a practice, which one, and in what capacity?",
    )
