"""Whether a visitor or contractor who took part in an item had declared interests."""

from __future__ import annotations

from coi_audit.model.facts_of_registers import AttendeeFacts
from coi_audit.model.outcome import Outcome, cannot_tell, met, not_applicable, not_met
from coi_audit.model.words import Examines

EXAMINES = Examines.ATTENDEE


def check(facts: AttendeeFacts) -> Outcome:
    """A register, a form, or words at the meeting will do."""
    who = f"{facts.member} ({facts.position})" if facts.position else facts.member
    if facts.took_part is False:
        return not_applicable(f"{who} was there and, by the minutes, took no part in the item.")
    if facts.declared:
        return met(f"{who} declared an interest at the meeting, or stands on the register.")
    if facts.took_part is None:
        return cannot_tell(
            f"{who} was in attendance; the minutes do not say who spoke on the item.",
            ask=f'Did {facts.member} take part in "{facts.item}", and had interests been declared?',
        )
    if facts.declared is None:
        return cannot_tell(
            f"{who} took part in the item; the papers do not show what was declared.",
            ask=f"Was a declaration, or a nil return, obtained from {facts.member} before the meeting?",
        )
    return not_met(f"{who} took part in the item; neither the register nor the minutes show a declaration.")
