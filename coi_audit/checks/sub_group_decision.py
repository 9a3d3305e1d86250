"""Whether a final decision on delegated functions was left to the committee and not taken below it."""

from __future__ import annotations

from coi_audit.model.facts import ItemFacts
from coi_audit.model.outcome import Outcome, cannot_tell, met, not_applicable, not_met
from coi_audit.model.words import CoCommissioningKind, CommitteeKind, Examines, Purpose

EXAMINES = Examines.ITEM


def check(facts: ItemFacts) -> Outcome:
    """Looks at a sub-group's report to the committee, and at other committees that decide on GP services."""
    if facts.co_commissioning is not CoCommissioningKind.DELEGATED:
        return not_applicable("The body does not commission primary care under delegation.")
    if facts.sub_group is not None:
        return _report_from_sub_group(facts)
    lower = facts.committee_kind is CommitteeKind.OTHER and facts.concerns_gp_services
    if not lower or facts.decision_type is None or facts.purpose is not Purpose.DECISION:
        return not_applicable("The item is neither a sub-group's report nor a decision of another committee.")
    if facts.sub_group_decided:
        return not_met(f"{facts.committee} took the final decision.")
    if facts.sub_group_decided is False or facts.decision_taken is False:
        return met(f"{facts.committee} took no final decision.")
    return cannot_tell(
        f"{facts.committee} had an item on GP services for decision.",
        ask="Was this the final decision, or a recommendation to the primary care commissioning committee?",
    )


def _report_from_sub_group(facts: ItemFacts) -> Outcome:
    if facts.sub_group_decided:
        return not_met(f"The words of the item say that {facts.sub_group} took the final decision.")
    if facts.sub_group_decided is False:
        return met(f"{facts.sub_group} left the final decision to the committee.")
    if facts.purpose is Purpose.DECISION and facts.decision_taken:
        return met(f"The committee itself decided on what {facts.sub_group} brought.")
    return cannot_tell(
        f"The papers do not say who decided on what {facts.sub_group} reports.",
        ask=f"Did {facts.sub_group} only advise, or did it take a final decision?",
    )
