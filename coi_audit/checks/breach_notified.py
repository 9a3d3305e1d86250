"""Whether NHS England was told of a breach where the body's policy asks for it."""

from __future__ import annotations

from coi_audit.checks._breaches import nothing_to_judge
from coi_audit.model.facts_of_assurance import BreachFacts
from coi_audit.model.outcome import Outcome, cannot_tell, met, not_applicable, not_met
from coi_audit.model.words import Examines

EXAMINES = Examines.BREACH


def check(facts: BreachFacts) -> Outcome:
    """Only the policy makes it a duty; a body that told NHS England anyway has met it."""
    if (silent := nothing_to_judge(facts, "of which NHS England was told")) is not None:
        return silent
    if facts.notified_nhs_england:
        return met("NHS England was told of it.")
    if facts.notice_required is False:
        return not_applicable("The body's policy does not ask that NHS England be told of breaches.")
    if facts.notice_required is None:
        said = "NHS England was not told of it, and the" if facts.notified_nhs_england is False else "The"
        return cannot_tell(
            f"{said} papers do not say whether the policy asks for that.",
            ask=f"Does the policy of {facts.body} ask that NHS England be told of breaches, and was it told of this?",
        )
    if facts.notified_nhs_england is False:
        return not_met("The policy asks that NHS England be told; the papers say that it was not.")
    return cannot_tell(
        "The policy asks that NHS England be told; the papers do not say whether it was.",
        ask="On what day was NHS England told of it?",
    )
