"""Whether a voter tied to the practice an item decides on, or to its neighbour, stood aside as far as presumed."""

from __future__ import annotations

from coi_audit.checks import action_against_presumption
from coi_audit.checks._primary_care import not_primary_care
from coi_audit.model.facts import ConflictFacts
from coi_audit.model.outcome import Outcome, not_applicable
from coi_audit.model.words import Examines, LinkKind, Purpose, Scope

EXAMINES = Examines.MEMBER_AND_ITEM


def check(facts: ConflictFacts) -> Outcome:
    """Chooses whom the rule speaks of; how far they stood aside is judged as for every other conflict."""
    return _outside(facts) or action_against_presumption.check(facts)


def _outside(facts: ConflictFacts) -> Outcome | None:
    other = not_primary_care(facts)
    if other is not None:
        return other
    if facts.scope is not Scope.NAMED_PRACTICE or facts.purpose is not Purpose.DECISION:
        return not_applicable("The item does not decide on a named practice.")
    if facts.link not in (LinkKind.NAMED_PARTY, LinkKind.NEIGHBOUR):
        return not_applicable("The interest is neither in the practice named nor in its neighbour.")
    if not facts.voting:
        return not_applicable(f"{facts.member} has no vote.")
    return None
