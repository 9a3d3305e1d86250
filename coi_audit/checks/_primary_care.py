"""Which committees the rules on primary care commissioning speak of."""

from __future__ import annotations

from coi_audit.model.facts import CommitteeFacts, MeetingFacts, MemberFacts
from coi_audit.model.outcome import Outcome, not_applicable
from coi_audit.model.words import CommitteeKind

PRIMARY_CARE = (CommitteeKind.PCCC, CommitteeKind.JOINT)


def not_primary_care(facts: CommitteeFacts | MeetingFacts | MemberFacts) -> Outcome | None:
    """The answer for any other committee, None for a primary care commissioning or joint committee."""
    if facts.committee_kind in PRIMARY_CARE:
        return None
    return not_applicable(f"{facts.committee} is not a primary care commissioning committee.")
