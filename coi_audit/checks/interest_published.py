"""Whether an interest of decision-making staff stands on the published register."""

from __future__ import annotations

from coi_audit.model.dates import in_words
from coi_audit.model.facts_of_registers import PublishedInterestFacts
from coi_audit.model.outcome import Outcome, cannot_tell, met, not_applicable, not_met
from coi_audit.model.words import Examines

EXAMINES = Examines.PUBLISHED_INTEREST


def check(facts: PublishedInterestFacts) -> Outcome:
    """Only a published edition of that day or later can show what is not on it."""
    if not facts.paper:
        return cannot_tell(
            "The papers do not hold the published register beside the body's own full one.",
            ask="Please supply both the register as published (with the word public or published in its name or "
            "heading) and the full one. Does the published one hold every interest of decision-making staff?",
        )
    if facts.decision_maker is False:
        return not_applicable(f"{facts.member} is not one of the decision-making staff.")
    if facts.published:
        return met("The published register shows it.")
    if facts.redacted:
        return not_applicable("It is withheld, which another rule speaks of.")
    if facts.public_edition is None:
        return cannot_tell(
            f"No published register later than {in_words(facts.on)} is among the papers.",
            ask=f"Does the register published since {in_words(facts.on)} show this interest of {facts.member}: "
            f"{facts.interest}?",
        )
    edition = in_words(facts.public_edition)
    if facts.published is None:
        return cannot_tell(
            f"The register published on {edition} has a row that may mean it in other words.",
            ask=f"Does the register published on {edition} show this interest of {facts.member}: {facts.interest}?",
        )
    if facts.decision_maker is None:
        return cannot_tell(
            f"The register published on {edition} does not show it; no paper says whether {facts.member} takes part "
            "in decisions.",
            ask=f"Is {facts.member} one of the decision-making staff of {facts.body}?",
        )
    return not_met(f"The register published on {edition} does not show it.")
