"""Whether lay and executive members outnumber GPs among those who may vote."""

from __future__ import annotations

from coi_audit.checks._primary_care import not_primary_care
from coi_audit.model.facts import CommitteeFacts
from coi_audit.model.outcome import Outcome, cannot_tell, met, not_met
from coi_audit.model.words import Examines

EXAMINES = Examines.COMMITTEE


def check(facts: CommitteeFacts) -> Outcome:
    """A strict majority; practice managers with a vote count on the GPs' side."""
    other = not_primary_care(facts)
    if other is not None:
        return other
    if not facts.members_known or facts.lay_executive_voters + facts.gp_voters == 0:
        return cannot_tell(
            f"The papers do not list the voting members of {facts.committee}.",
            ask=f"Who had a vote on {facts.committee}, and in what role?",
        )
    counted = f"{facts.lay_executive_voters} lay or executive and {facts.gp_voters} GP or practice manager votes"
    if facts.lay_executive_voters > facts.gp_voters:
        return met(f"There are {counted}.")
    return not_met(f"There are {counted}.")
