"""Whether a person's declaration had been confirmed within the months the guidance of the day allowed."""

from __future__ import annotations

from dataclasses import dataclass

from coi_audit.model.dates import add_months, in_words
from coi_audit.model.facts import MemberFacts
from coi_audit.model.outcome import Outcome, cannot_tell, met, not_applicable, not_met
from coi_audit.model.words import Examines

EXAMINES = Examines.MEMBER


@dataclass(frozen=True, slots=True)
class Params:
    """Calendar `months` a declaration or nil return stands; the last day is included."""

    months: int


def check(facts: MemberFacts, params: Params) -> Outcome:
    """A person who has declared nothing at all is not overdue here: other rules ask for the declaration itself."""
    if not facts.paper:
        return not_applicable("Nobody is meant here: the list of staff is not among the papers.")
    if facts.last_confirmed_on is not None:
        confirmed = in_words(facts.last_confirmed_on)
        due = add_months(facts.last_confirmed_on, params.months)
        if facts.on <= due:
            return met(f"The last declaration or nil return is of {confirmed}.")
        return not_met(
            f"The last declaration or nil return is of {confirmed}; "
            f"after {params.months} months a new one was due by {in_words(due)}."
        )
    if facts.only_later_declaration:
        return cannot_tell(
            f"The only declaration known is later than {in_words(facts.on)}.",
            ask=f"Which declaration of {facts.member} was on the register on {in_words(facts.on)}?",
        )
    if facts.on_register is False:
        return not_applicable(f"{facts.member} has declared nothing that could be refreshed.")
    return cannot_tell(
        f"The register gives no date for any declaration of {facts.member}.",
        ask=f"When did {facts.member} last confirm the declaration, or return nil?",
    )
