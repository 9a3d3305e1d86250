"""Whether the record or notice of a contract holds what the regulations of its day ask for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from coi_audit.checks._guards import first
from coi_audit.checks._procurement import (
    field_words,
    no_paper,
    not_awarded,
    other_regime,
    unless_of_other_kind,
    whole_paper,
)
from coi_audit.model.facts_of_procurement import ProcurementFacts
from coi_audit.model.outcome import Outcome, cannot_tell, met, not_applicable, not_met
from coi_audit.model.procurement import ProcurementField
from coi_audit.model.words import Examines

EXAMINES = Examines.PROCUREMENT


@dataclass(frozen=True, slots=True)
class Params:
    """`fields`: what the record must hold; `process_from`: the first day of the regulations; `record`: its name."""

    fields: tuple[ProcurementField, ...]
    process_from: date
    record: str


def check(facts: ProcurementFacts, params: Params) -> Outcome:
    """A blank cell is a shortfall; a column that the register does not have may stand in the record elsewhere."""
    what = field_words(params.fields)
    silent = first(
        no_paper(facts, f"does {params.record} of each award give {what}?"),
        whole_paper(facts, *params.fields, ask=_elsewhere(facts, params)),
        other_regime(facts, health=True, process_from=params.process_from),
        not_awarded(facts),
        not_applicable("The register is asked for as a whole.") if facts.asked_at_large else None,
    )
    return silent or unless_of_other_kind(facts, _judge(facts, params))


def _judge(facts: ProcurementFacts, params: Params) -> Outcome:
    if not facts.on_register:
        return cannot_tell(
            "No record of this award is in the folder.",
            ask=f'Does {params.record} of "{facts.service}" give {field_words(params.fields)}?',
        )
    blank = [field for field in params.fields if field in facts.blank]
    if blank:
        return not_met(f"{facts.paper_name} leaves out {field_words(blank)}.")
    told = [field for field in params.fields if field not in facts.lacking]
    return met(f"{facts.paper_name} gives {field_words(told)}.")


def _elsewhere(facts: ProcurementFacts, params: Params) -> str:
    lacking = field_words(field for field in params.fields if field in facts.lacking)
    return f"Does {params.record} of each award give {lacking}?"
