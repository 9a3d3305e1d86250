"""Whether the source of clinical advice is recorded where every practice stands to gain and GPs have a vote."""

from __future__ import annotations

from coi_audit.checks._primary_care import not_primary_care
from coi_audit.model.facts import ItemFacts
from coi_audit.model.outcome import Outcome, cannot_tell, met, not_applicable, not_met
from coi_audit.model.words import Examines, Purpose, Scope, Stage

EXAMINES = Examines.ITEM


def check(facts: ItemFacts) -> Outcome:
    """It asks only where the advice came from; who stays and who votes is the action table's matter."""
    other = not_primary_care(facts)
    if other is not None:
        return other
    if facts.scope is not Scope.ALL_PRACTICES or facts.purpose is not Purpose.DECISION:
        return not_applicable("The item decides nothing that touches every practice.")
    if facts.gp_voters == 0:
        return not_applicable("No GP or practice manager has a vote.")
    if facts.decision_taken is False:
        return not_applicable("Nothing was decided at this item.")
    if facts.clinical_advice:
        return met(f"The clinical advice is recorded: {facts.clinical_advice}")
    if facts.stage is not Stage.HELD or not facts.recorded:
        return cannot_tell(
            "There are no minutes of the item yet, and its papers name no clinical adviser.",
            ask="Who gives the committee clinical advice on this item without an interest of their own?",
        )
    return not_met(f"{facts.gp_voters} GPs or practice managers have a vote, and no other clinical advice is recorded.")
