"""Whether a gift of some value from somebody who is no supplier was taken only for the organisation."""

from __future__ import annotations

from dataclasses import dataclass

from coi_audit.checks import _gifts as of
from coi_audit.checks._guards import first
from coi_audit.model.facts_of_gifts import GiftFacts
from coi_audit.model.gifts import GiftKind, GiverKind
from coi_audit.model.outcome import Outcome, cannot_tell, met, not_applicable, not_met
from coi_audit.model.words import Examines

EXAMINES = Examines.GIFT


@dataclass(frozen=True, slots=True)
class Params:
    """A gift worth more than `above` pounds may be taken only on behalf of the organisation."""

    above: float


def check(facts: GiftFacts, params: Params) -> Outcome:
    """A gift of exactly that sum may be kept; suppliers' gifts are another rule's matter."""
    silent = first(of.no_paper(facts), of.other_kind(facts, GiftKind.GIFT, GiftKind.UNKNOWN))
    if silent is not None:
        return silent
    if facts.giver_kind is GiverKind.SUPPLIER:
        return not_applicable(f"{facts.giver} is a supplier, whose gifts another rule speaks of.")
    if of.declined(facts):
        return met("It was declined.")
    if facts.value is not None and facts.value <= params.above:
        return met(f"It is valued at {of.pounds(facts.value)}; up to {of.pounds(params.above)} may be kept.")
    if facts.giver_kind is GiverKind.UNKNOWN and facts.value is None:
        return not_applicable("Neither its value nor who gave it is told; another rule asks.")
    unknown = first(of.kind_not_told(facts), of.giver_not_told(facts), of.acceptance_not_told(facts))
    if unknown is not None:
        return unknown
    return of.value_not_told(facts) if facts.value is None else _large(facts, params, facts.value)


def _large(facts: GiftFacts, params: Params, value: float) -> Outcome:
    said = f"It was accepted and is valued at {of.pounds(value)}"
    if facts.for_organisation:
        return met(f"{said}; it was taken for the organisation.")
    if facts.for_organisation is False:
        return not_met(
            f"{said}; over {of.pounds(params.above)} a gift may be taken only on behalf of the organisation, and the "
            "reason recorded is another."
        )
    return cannot_tell(
        f"{said}; {facts.told_by[0].lower()}{facts.told_by[1:]} does not say for whom it was taken.",
        ask=f"Did {facts.recipient} take {facts.gift} from {facts.giver} on behalf of {facts.body}, or personally?",
    )
