"""Whether a GP's vote on primary care commissioning is explained."""

from __future__ import annotations

from coi_audit.checks._primary_care import not_primary_care
from coi_audit.model.facts import CommitteeFacts
from coi_audit.model.outcome import Outcome, cannot_tell, met, not_met
from coi_audit.model.words import Examines

EXAMINES = Examines.COMMITTEE


def check(facts: CommitteeFacts) -> Outcome:
    """A vote is no fault where its reason is recorded."""
    other = not_primary_care(facts)
    if other is not None:
        return other
    if facts.gp_voters == 0 and not facts.members_known:
        return cannot_tell(
            f"The papers do not list the members of {facts.committee}.",
            ask=f"Had any GP or practice manager a vote on {facts.committee}?",
        )
    if facts.gp_voters == 0:
        return met("No GP or practice manager has a vote.")
    who = facts.gp_voter_names or f"{facts.gp_voters} GPs or practice managers"
    if facts.gp_vote_justified:
        return met(f"{who}: the vote is explained on record.")
    if facts.gp_vote_justified is None:
        return cannot_tell(
            f"{who}: the papers do not say why there is a vote.",
            ask=f"Where is the reason recorded for giving GPs a vote on {facts.committee}? "
            "Please tell it in assurance.yaml, under terms_of_reference.",
        )
    return not_met(f"{who}: there is a vote and no recorded reason for it.")
