"""Whether a sub-group's report comes with its minutes and says how conflicts were managed there."""

from __future__ import annotations

from coi_audit.model.facts import ItemFacts
from coi_audit.model.outcome import Outcome, cannot_tell, met, not_applicable, not_met
from coi_audit.model.words import Examines

EXAMINES = Examines.ITEM


def check(facts: ItemFacts) -> Outcome:
    """Silence on conflicts in minutes that are there is a gap; minutes nobody has seen are a question."""
    if facts.sub_group is None:
        return not_applicable("The item is no report from a sub-group.")
    if facts.sub_group_conflicts == "" and facts.sub_group_minutes is not True:
        return not_met(f"The report of {facts.sub_group} has a place for conflicts of interest, left blank.")
    if facts.sub_group_minutes is None:
        return cannot_tell(
            f"The papers do not show whether minutes of {facts.sub_group} came with its report.",
            ask=f"Where are the minutes of {facts.sub_group}, and what do they say of conflicts of interest?",
        )
    if not facts.sub_group_minutes:
        return not_met(f"No minutes of {facts.sub_group} came with its report.")
    if not facts.sub_group_conflicts:
        return not_met(f"The papers of {facts.sub_group} do not say how conflicts of interest were managed.")
    return met(f"The minutes of {facts.sub_group} came with its report and say how conflicts were managed.")
