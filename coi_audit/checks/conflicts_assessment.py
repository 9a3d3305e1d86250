"""Whether a conflicts assessment was prepared for a purchase that is no health care service."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from coi_audit.checks._guards import first
from coi_audit.checks._procurement import no_paper, other_regime, unless_of_other_kind, whole_paper
from coi_audit.model.facts_of_procurement import ProcurementFacts
from coi_audit.model.outcome import Outcome, cannot_tell, met, not_met
from coi_audit.model.procurement import ProcurementField
from coi_audit.model.words import Examines

EXAMINES = Examines.PROCUREMENT


@dataclass(frozen=True, slots=True)
class Params:
    """`process_from`: the first day of the Act."""

    process_from: date


def check(facts: ProcurementFacts, params: Params) -> Outcome:
    """A blank cell beside others that say yes or no does not say that there was none."""
    ask = "was a conflicts assessment prepared and kept under review for each purchase?"
    silent = first(
        no_paper(facts, ask),
        whole_paper(facts, ProcurementField.CONFLICTS_ASSESSMENT, ask=f"For the entries of {facts.paper_name}: {ask}"),
        other_regime(facts, health=False, process_from=params.process_from),
    )
    return silent or unless_of_other_kind(facts, _judge(facts))


def _judge(facts: ProcurementFacts) -> Outcome:
    if facts.conflicts_assessment:
        return met("The papers say that a conflicts assessment was prepared.")
    if facts.conflicts_assessment is False:
        return not_met("The papers say that no conflicts assessment was prepared.")
    return cannot_tell(
        "The papers do not say whether a conflicts assessment was prepared.",
        ask=f'Was a conflicts assessment prepared for "{facts.service}", and kept under review?',
    )
