"""Whether the body has a conflicts of interest guardian who stands apart from its providers."""

from __future__ import annotations

from dataclasses import dataclass

from coi_audit.model.facts_of_governance import GuardianFacts
from coi_audit.model.outcome import Outcome, cannot_tell, met, not_met
from coi_audit.model.words import Examines, Severity

EXAMINES = Examines.GUARDIAN


@dataclass(frozen=True, slots=True)
class Params:
    audit_chair: Severity  # what it weighs that the guardian is not, as is usual, the audit chair


def check(facts: GuardianFacts, params: Params) -> Outcome:
    """A guardian is a must, and so is distance from providers; the audit chair as guardian is only what is usual."""
    if facts.appointed is False:
        return not_met("The papers say that nobody is appointed as guardian.")
    if facts.guardian is None and not facts.appointed:
        return _not_named(facts)
    who = facts.guardian or "The guardian"
    if facts.provider_interest:
        held = f": {facts.interest}" if facts.interest else ""
        return not_met(f"{who} holds an interest in a provider{held}.")
    if facts.provider_interest is None:
        return _interests_open(facts, who)
    if facts.is_audit_chair is False:
        told = f"{who} does not chair the audit committee, as a guardian usually does."
        return not_met(told, severity=params.audit_chair)
    chairs = " and chairs the audit committee" if facts.is_audit_chair else ""
    return met(f"{who} is the guardian{chairs}, and the papers show no interest of theirs in a provider.")


def _not_named(facts: GuardianFacts) -> Outcome:
    where = "assurance.yaml" if facts.paper else "body.yaml or in a file assurance.yaml"
    return cannot_tell(
        "The papers name no conflicts of interest guardian.",
        ask=f"Who was the conflicts of interest guardian of {facts.body}, since when, and which interests does that "
        f"person hold in providers? Please note it in {where}.",
    )


def _interests_open(facts: GuardianFacts, who: str) -> Outcome:
    if facts.interest:
        return cannot_tell(
            f"{who} holds an interest: {facts.interest}. The papers do not say whether that is a provider.",
            ask=f"Does that organisation provide services, or is it likely to, to patients of {facts.body}?",
        )
    return cannot_tell(
        f"The papers show neither interests nor a nil return of {who}.",
        ask=f"Which interests does {who} hold in providers? The register of interests of the time would tell.",
    )
