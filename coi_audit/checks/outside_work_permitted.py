"""Whether an employee's work elsewhere was permitted."""

from __future__ import annotations

from coi_audit.model.dates import in_words
from coi_audit.model.facts import InterestFacts
from coi_audit.model.outcome import Outcome, cannot_tell, met, not_applicable, not_met
from coi_audit.model.words import Examines

EXAMINES = Examines.INTEREST


def check(facts: InterestFacts) -> Outcome:
    """What stands on the register is declared; whoever holds an office and no employment needs no permission."""
    if not facts.outside_work:
        return not_applicable("It is no paid work elsewhere.")
    if facts.employee is False:
        return not_applicable(f"{facts.member} holds an office and is not employed by {facts.body}.")
    if facts.held_until is not None and facts.held_until < facts.on:
        return not_applicable(f"It ended on {in_words(facts.held_until)}.")
    if facts.permitted:
        return met("It is declared, and the register says that it was permitted.")
    if facts.permitted is False:
        return not_met("It is declared, and the register says that no permission was given.")
    silent = "It is declared, and the register does not say whether it was permitted"
    if facts.employee is None:
        return cannot_tell(
            f"{silent}, or whether {facts.member} is an employee.",
            ask=f"Is {facts.member} employed by {facts.body}, and if so, who permitted this work: {facts.interest}?",
        )
    return cannot_tell(
        f"{silent}.",
        ask=f"Does the contract of {facts.member} ask for permission for work elsewhere, and who gave it, and when, "
        f"for {facts.interest}?",
    )
