"""Whether a quorum that needs a GP can be met where every voting GP must withdraw because all practices are touched."""

from __future__ import annotations

from coi_audit.checks._guards import for_information
from coi_audit.model.facts import ItemFacts
from coi_audit.model.outcome import Outcome, cannot_tell, met, not_applicable, not_met
from coi_audit.model.words import Examines, Scope

EXAMINES = Examines.ITEM


def check(facts: ItemFacts) -> Outcome:
    """Speaks before the meeting as well as after it: it is the quorum rule, not the conduct, that is looked at."""
    silent = for_information(facts) or _no_gp_out(facts)
    return silent or _judge(facts)


def _no_gp_out(facts: ItemFacts) -> Outcome | None:
    if facts.scope is not Scope.ALL_PRACTICES:
        return not_applicable("The item does not touch all practices.")
    if facts.gps_conflicted == 0:
        return not_applicable("No GP with a vote has to withdraw.")
    return None


def _judge(facts: ItemFacts) -> Outcome:
    if not facts.quorum_rule_known:
        return cannot_tell(
            f"The papers do not give the quorum of {facts.committee}.",
            ask=f"What quorum does the constitution set for {facts.committee}, and does it need a GP?",
        )
    if not facts.quorum_needs_gp:
        return met("The quorum can be met without a GP.")
    count = f"{facts.gps_conflicted} of {facts.gp_voters} GPs with a vote must withdraw"
    if facts.gps_conflicted < facts.gp_voters:
        return met(f"The quorum needs a GP; {count}, so that a GP is left to count.")
    return not_met(f"The quorum needs a GP, and {count}.")
