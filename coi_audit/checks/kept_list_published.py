"""Whether one of the lists a body must keep was published."""

from __future__ import annotations

from dataclasses import dataclass

from coi_audit.model.dates import in_words
from coi_audit.model.facts_of_registers import RegisterFacts
from coi_audit.model.outcome import Outcome, cannot_tell, met, not_applicable, not_met
from coi_audit.model.words import Examines

EXAMINES = Examines.REGISTER


@dataclass(frozen=True, slots=True)
class Params:
    """`register`: the kind of list, as the facts name it; `called`: its name in words."""

    register: str
    called: str


def check(facts: RegisterFacts, params: Params) -> Outcome:
    """Speaks of one kind of list; a day or place of publication shows that it was published by then."""
    if facts.register != params.register:
        return not_applicable(f"This is not the {params.called}.")
    if facts.published is False:
        return not_met(f"The papers say that the {params.called} was not published.")
    if facts.published_on is not None:
        if facts.published_on <= facts.on:
            return met(f"It was published on {in_words(facts.published_on)}.")
        return cannot_tell(
            f"The papers show it published on {in_words(facts.published_on)}, and nothing of before.",
            ask=f"Was the {params.called} of {facts.body} published by {in_words(facts.on)}?",
        )
    if facts.published or facts.published_at:
        return met(f"It is published{f' at {facts.published_at}' if facts.published_at else ''}.")
    return cannot_tell(
        f"No paper says whether the {params.called} was published.",
        ask=f"Where and when did {facts.body} publish the {params.called}? State it in assurance.yaml.",
    )
