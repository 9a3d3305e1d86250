"""Whether a body with joint or delegated commissioning has the committee that must decide for it."""

from __future__ import annotations

from coi_audit.model.facts import BodyFacts
from coi_audit.model.outcome import Outcome, cannot_tell, met, not_applicable, not_met
from coi_audit.model.words import CoCommissioningKind, Examines

EXAMINES = Examines.BODY


def check(facts: BodyFacts) -> Outcome:
    """Delegated: a committee of its own. Joint: a joint committee, or committees meeting in common."""
    if facts.co_commissioning is None:
        return cannot_tell(
            "The papers do not say which model of co-commissioning the body had that day.",
            ask=f"Was {facts.body} a greater involvement, joint or delegated commissioner of primary care?",
        )
    if facts.co_commissioning is CoCommissioningKind.GREATER_INVOLVEMENT:
        return not_applicable("The body neither decides jointly with NHS England nor under delegation.")
    if facts.has_pccc:
        return met("The body has a primary care commissioning committee.")
    if facts.co_commissioning is CoCommissioningKind.JOINT and facts.has_joint_committee:
        return met("The body has a joint committee.")
    if facts.has_pccc is None or facts.has_joint_committee is None:
        return cannot_tell(
            "The papers do not show all the body's committees.",
            ask=f"Which committee of {facts.body} took decisions on primary care?",
        )
    if facts.has_joint_committee:
        return cannot_tell(
            "Commissioning is delegated to the body, and the papers show only a joint committee.",
            ask=f"Did the joint committee decide for {facts.body} under its delegation?",
        )
    return not_met("The papers show neither a primary care commissioning committee nor a joint committee.")
