"""Whether a joint committee's member stands on the register of every body that takes part."""

from __future__ import annotations

from coi_audit.model.facts import MemberFacts
from coi_audit.model.outcome import Outcome, cannot_tell, met, not_applicable, not_met
from coi_audit.model.words import CommitteeKind, Examines

EXAMINES = Examines.MEMBER


def check(facts: MemberFacts) -> Outcome:
    """Only the registers among the papers can be judged."""
    if facts.committee_kind is not CommitteeKind.JOINT:
        return not_applicable(f"{facts.committee} is not a joint committee.")
    lacking = [name for name in (facts.body if facts.on_register is False else "", facts.registers_missing) if name]
    if lacking:
        return not_met(f"The member is not on the register of {' or '.join(lacking)}.")
    if facts.on_register is None:
        return cannot_tell(
            "There is no register of that time among the papers.",
            ask=f"Does the register of every body on {facts.committee} hold {facts.member}?",
        )
    return met("The member stands on every register among the papers.")
