"""Whether somebody with a conflict of interest took part in an award, and whether the papers say how it was managed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from coi_audit.checks._guards import first
from coi_audit.checks._procurement import (
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
_ASK = "who had an interest in a supplier or bidder, what part did they have in the decision, and how was it managed?"


@dataclass(frozen=True, slots=True)
class Params:
    """`health`: the regime speaks of health care services, else of everything but them; `process_from`: its first day.

    `conduct`: whether somebody conflicted took part is asked; `record`: whether the papers say how it was managed.
    `exceptions`: a recorded reason for staying is accepted.
    """

    health: bool
    process_from: date
    conduct: bool
    record: bool
    exceptions: bool = False


def check(facts: ProcurementFacts, params: Params) -> Outcome:
    """Speaks only where the papers tell of a conflict: noted in the entry, or found from the registers of interests."""
    silent = first(
        no_paper(facts, _ASK),
        whole_paper(
            facts,
            ProcurementField.CONFLICTS,
            ProcurementField.MITIGATION,
            ask=f"For each entry of {facts.paper_name}: {_ASK}",
        ),
        other_regime(facts, health=params.health, process_from=params.process_from),
        not_awarded(facts),
        _no_conflict(facts),
    )
    return silent or unless_of_other_kind(facts, _judge(facts, params))


def _no_conflict(facts: ProcurementFacts) -> Outcome | None:
    if facts.conflict_noted or facts.linked or facts.link_unclear or facts.unresolved:
        return None
    if facts.conflict_noted is False:
        return met("The entry says that no conflict was noted, and no register of interests shows one.")
    return not_applicable("The papers tell of no conflict of interest at this award.")


def _judge(facts: ProcurementFacts, params: Params) -> Outcome:
    conduct = _conduct(facts, params) if params.conduct else None
    if conduct is not None:
        return conduct
    if params.record:
        record = _record(facts)
        if record is not None:
            return record
    if facts.link_unclear and not (facts.conflict_noted or facts.linked):
        return cannot_tell(
            f"It is not settled whether an interest touches this award: {facts.link_unclear}.",
            ask=f'Is {facts.link_unclear} an interest in a supplier or bidder for "{facts.service}"?',
        )
    return met(f"The papers say how it was managed: {_conflict(facts)}.")


def _conduct(facts: ProcurementFacts, params: Params) -> Outcome | None:
    if params.exceptions and facts.exception and (facts.took_part or facts.unresolved):
        return met(f"{_conflict(facts)} did not stand back, and the reason is recorded: {facts.exception}")
    if facts.took_part:
        return not_met(f"They took part in the decision: {facts.took_part}.")
    if facts.unresolved:
        return not_met(f'The papers say that a conflict was left as it was: "{facts.unresolved}".')
    if facts.took_part_unknown and not facts.handling_recorded:
        return cannot_tell(
            f"The papers do not say whether they took part in the decision: {facts.took_part_unknown}.",
            ask=f'What part in the decision on "{facts.service}" did they have: {facts.took_part_unknown}?',
        )
    if facts.conflict_noted and not facts.handling_recorded and not params.record:
        return cannot_tell(
            f'A conflict is noted ("{facts.noted}") and the papers do not say how it was managed.',
            ask=f'Did anybody with a conflict take part in the award of "{facts.service}"?',
        )
    return None


def _record(facts: ProcurementFacts) -> Outcome | None:
    if facts.handling_recorded or not (facts.conflict_noted or facts.linked):
        return None
    if facts.handling_recorded is None:
        return cannot_tell(
            f"The papers have no place that says how this was managed: {_conflict(facts)}.",
            ask=f'Where is it recorded how this conflict at the award of "{facts.service}" was managed?',
        )
    return not_met(f"The papers do not record how this was managed: {_conflict(facts)}.")


def _conflict(facts: ProcurementFacts) -> str:
    return facts.linked or facts.noted or facts.link_unclear
