"""Whether somebody with a role on both sides of a new model of care stood aside as far as presumed."""

from __future__ import annotations

from dataclasses import dataclass

from coi_audit.checks import action_against_presumption
from coi_audit.model.facts import ConflictFacts
from coi_audit.model.outcome import Outcome, not_applicable
from coi_audit.model.words import Examines, InterestCategory, LinkKind, Relationship

EXAMINES = Examines.MEMBER_AND_ITEM
_PROVIDERS = (LinkKind.NAMED_PARTY, LinkKind.PROVIDER_PARTY, LinkKind.UNCLEAR)


@dataclass(frozen=True, slots=True)
class Params:
    """`decision_type`: the code of items on new models of care."""

    decision_type: str


def check(facts: ConflictFacts, params: Params) -> Outcome:
    """Chooses whom the rule speaks of; how far they stood aside is judged as for every other conflict."""
    return _outside(facts, params) or action_against_presumption.check(facts)


def _outside(facts: ConflictFacts, params: Params) -> Outcome | None:
    if facts.decision_type != params.decision_type:
        return not_applicable("The item is not about a new model of care.")
    if facts.link not in _PROVIDERS:
        return not_applicable("The interest is not in a provider of the new model of care.")
    if not facts.direct or facts.relationship is not Relationship.SELF:
        return not_applicable("The role in the provider is not the person's own.")
    if facts.category is InterestCategory.NON_FINANCIAL_PERSONAL:
        return not_applicable("A personal tie is no role in the provider.")
    return None
