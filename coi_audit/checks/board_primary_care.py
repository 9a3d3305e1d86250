"""Whether an integrated care board managed a conflict in a primary care item as far as presumed."""

from __future__ import annotations

from coi_audit.checks import action_against_presumption
from coi_audit.checks._primary_care import PRIMARY_CARE
from coi_audit.model.facts import ConflictFacts
from coi_audit.model.outcome import Outcome, not_applicable
from coi_audit.model.words import BodyKind, Examines, LinkKind, Scope

EXAMINES = Examines.MEMBER_AND_ITEM
_NAMED = (LinkKind.NAMED_PARTY, LinkKind.NEIGHBOUR)


def check(facts: ConflictFacts) -> Outcome:
    """Speaks of a named practice's interest holders, and of partner members whatever the item touches them by."""
    return _outside(facts) or action_against_presumption.check(facts)


def _outside(facts: ConflictFacts) -> Outcome | None:
    if facts.body_kind is not BodyKind.ICB:
        return not_applicable(f"{facts.body} is no integrated care board.")
    if facts.committee_kind not in PRIMARY_CARE and not facts.concerns_gp_services:
        return not_applicable("The item is not one of primary care.")
    named = facts.scope is Scope.NAMED_PRACTICE and (facts.link in _NAMED or facts.unclear)
    provider = facts.committee_kind in PRIMARY_CARE and facts.link is LinkKind.PROVIDER_PARTY
    if not named and not provider and not facts.partner_member:
        return not_applicable(f"No primary care provider that {facts.member} has an interest in is named.")
    return None
