"""Whether an interest that was told at a meeting came onto the register in time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from coi_audit.model.dates import in_words
from coi_audit.model.facts_of_registers import DeclarationAtMeetingFacts
from coi_audit.model.outcome import Outcome, cannot_tell, met, not_applicable, not_met
from coi_audit.model.words import Examines

EXAMINES = Examines.DECLARATION_AT_MEETING


@dataclass(frozen=True, slots=True)
class Params:
    """`days` allowed from the meeting, the last included."""

    days: int


def check(facts: DeclarationAtMeetingFacts, params: Params) -> Outcome:
    """Only an edition later than the days allowed can show that an interest is still not there."""
    due = facts.on + timedelta(days=params.days)
    if facts.on_register_before:
        return met("The interest stood on the register before the meeting.")
    if facts.on_register_before is None:
        return cannot_tell(
            "The minutes do not say in which organisation, so it could not be looked for on the register.",
            ask=f'Which interest did {facts.member} declare at "{facts.item}", and is it on the register?',
        )
    if facts.as_of is not None and facts.as_of <= due:
        return not_applicable(f"The {params.days} days run until {in_words(due)}.")
    entered = facts.entered_on
    if entered is not None and entered <= due:
        return met(f"The register shows it from {in_words(entered)}.")
    ask = f"Was the interest of {facts.member} ({facts.interest}) on the register by {in_words(due)}?"
    if facts.later_edition is None:
        return cannot_tell(
            f"No edition of the register later than {in_words(due)} is among the papers.",
            ask=f"{ask} Please supply the register as it stood after that day.",
        )
    later = in_words(facts.later_edition)
    if entered is None:
        return not_met(f"The register of {later} does not show it.")
    if entered == facts.later_edition:
        return met(f"The first register after the {params.days} days, of {later}, shows it.")
    return not_met(f"The register gives {in_words(entered)} for it, {(entered - facts.on).days} days later.")
