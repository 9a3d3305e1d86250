"""Whether a procurement decision stands on the register, and whether its entry holds what the template asks for."""

from __future__ import annotations

from dataclasses import dataclass, replace

from coi_audit.checks._guards import first
from coi_audit.checks._procurement import field_words, guidance_only, no_paper
from coi_audit.model.dates import in_words
from coi_audit.model.facts_of_procurement import ProcurementFacts
from coi_audit.model.outcome import Outcome, cannot_tell, met, not_applicable, not_met
from coi_audit.model.procurement import ProcurementField
from coi_audit.model.words import Examines

EXAMINES = Examines.PROCUREMENT


@dataclass(frozen=True, slots=True)
class Params:
    """`fields`: what every entry must hold."""

    fields: tuple[ProcurementField, ...]


def check(facts: ProcurementFacts, params: Params) -> Outcome:
    """A column that the whole register lacks is one finding; a cell left blank is one of its entry."""
    silent = first(
        guidance_only(facts),
        _no_register(facts),
        not_applicable("The register is asked for as a whole.") if facts.asked_at_large else None,
    )
    if silent is not None:
        return silent
    if facts.whole_paper:
        return _columns(facts, params)
    if not facts.on_register:
        return _missing(facts)
    blank = [field for field in params.fields if field in facts.blank]
    if blank:
        return not_met(f"The entry leaves out {field_words(blank)}.")
    return met("The decision stands on the register with what the template asks for.")


def _no_register(facts: ProcurementFacts) -> Outcome | None:
    ask = "does it list every procurement decision, who took it, the conflicts noted and how they were managed?"
    outcome = no_paper(facts, ask)
    if outcome is None:
        return None
    told = (f"The minutes tell of these decisions: {facts.decisions}.",) if facts.decisions else ()
    return replace(outcome, because=(*outcome.because, *told))


def _columns(facts: ProcurementFacts, params: Params) -> Outcome:
    lacking = [field for field in params.fields if field in facts.lacking]
    if lacking:
        said = f"It has no column for {field_words(lacking)}, so that none of its {facts.entries} entries tells."
        return not_met(said)
    return not_applicable("It has every column the template asks for.")


def _missing(facts: ProcurementFacts) -> Outcome:
    if facts.alike:
        return cannot_tell(
            f"No entry is beyond doubt this decision; one may be: {facts.alike}.",
            ask=f'Is the entry "{facts.alike}" the decision of {in_words(facts.on)} on "{facts.service}"?',
        )
    if facts.on_register is None:
        return cannot_tell(
            f"No register of procurement decisions that would show a decision of {in_words(facts.on)} is there.",
            ask=f'Does the register of procurement decisions list "{facts.service}" ({in_words(facts.on)})?',
        )
    return not_met(f"The minutes of {in_words(facts.on)} record the decision, and no entry of the register is of it.")
