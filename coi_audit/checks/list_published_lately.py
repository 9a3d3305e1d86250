"""Whether a kept list was published again within the months the guidance asks for."""

from __future__ import annotations

from dataclasses import dataclass

from coi_audit.model.dates import add_months, in_words
from coi_audit.model.facts_of_registers import RegisterFacts
from coi_audit.model.outcome import Outcome, cannot_tell, met, not_applicable, not_met
from coi_audit.model.words import Examines

EXAMINES = Examines.REGISTER


@dataclass(frozen=True, slots=True)
class Params:
    """`register`: the kind of list, as the facts name it; `called`: its name in words; calendar `months` it stands."""

    register: str
    called: str
    months: int


def check(facts: RegisterFacts, params: Params) -> Outcome:
    """A list that is not published at all is another rule's matter."""
    if facts.register != params.register:
        return not_applicable(f"This does not tell how the {params.called} is published.")
    if facts.published is False:
        return not_applicable(f"The {params.called} is not published, which another rule speaks of.")
    if facts.published_on is None:
        return cannot_tell(
            f"No paper says when the {params.called} was last published.",
            ask=f"When was the {params.called} last published before {in_words(facts.on)}, and what was its date?",
        )
    due = add_months(facts.published_on, params.months)
    said = f"The {params.called} was last published on {in_words(facts.published_on)}"
    if facts.on <= due:
        return met(f"{said}.")
    return not_met(f"{said}; by {in_words(due)} it should have been published again.")
