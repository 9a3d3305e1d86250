"""Whether an indirect interest says whose it is and of what type it is."""

from __future__ import annotations

from coi_audit.model.facts import InterestFacts
from coi_audit.model.outcome import Outcome, cannot_tell, met, not_applicable, not_met
from coi_audit.model.words import Examines

EXAMINES = Examines.INTEREST


def check(facts: InterestFacts) -> Outcome:
    """`Indirect` tells whose interest it is, not what it is: both are asked."""
    if facts.direct is True:
        return not_applicable("The interest is the person's own.")
    if facts.direct is None:
        return cannot_tell(
            "The register does not say whether the interest is direct or indirect.",
            ask=f"Is {facts.interest} {facts.member}'s own, or that of somebody close to them?",
        )
    lacking = []
    if not facts.has_relationship:
        lacking.append("the relationship with the person who holds it")
    if not facts.has_category:
        lacking.append("the type of the underlying interest")
    if lacking:
        return not_met(f"The entry does not give {' or '.join(lacking)}.")
    return met("The entry gives the relationship and the type of the underlying interest.")
