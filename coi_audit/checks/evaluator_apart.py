"""Whether those who designed a procurement or evaluated its bids were free of interests in the bidders."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from coi_audit.checks._guards import first
from coi_audit.checks._procurement import no_paper, other_regime, unless_of_other_kind, whole_paper
from coi_audit.model.facts_of_procurement import ProcurementFacts
from coi_audit.model.outcome import Outcome, cannot_tell, met, not_applicable, not_met
from coi_audit.model.procurement import ProcurementField
from coi_audit.model.words import Examines

EXAMINES = Examines.PROCUREMENT
_ASK = "who designed the procurement and evaluated the bids, and had any of them an interest in a bidder?"


@dataclass(frozen=True, slots=True)
class Params:
    """`process_from`: the first day of the regulations."""

    process_from: date


def check(facts: ProcurementFacts, params: Params) -> Outcome:
    """Speaks where evaluators are named; the register as a whole is asked for them where it has no place for them."""
    silent = first(
        no_paper(facts, _ASK),
        whole_paper(facts, ProcurementField.EVALUATORS, ask=f"For each entry of {facts.paper_name}: {_ASK}"),
        other_regime(facts, health=True, process_from=params.process_from),
    )
    return silent or unless_of_other_kind(facts, _judge(facts))


def _judge(facts: ProcurementFacts) -> Outcome:
    if facts.evaluators_linked:
        return not_met(f"Of those who evaluated or designed it: {facts.evaluators_linked}.")
    if facts.evaluators_unclear:
        return cannot_tell(
            f"It is not settled whether an interest is in a bidder: {facts.evaluators_unclear}.",
            ask=f'Is this an interest in a bidder for "{facts.service}": {facts.evaluators_unclear}?',
        )
    if facts.evaluators_named:
        return met("None of those named as evaluating or designing it is known to have an interest in a bidder.")
    return not_applicable("Nobody is named as having evaluated bids.")
