"""Whether a gift from a supplier or contractor was declined, small promotional items apart."""

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
    """A promotional item worth up to `promotional_up_to` pounds, that sum included, may be taken."""

    promotional_up_to: float


def check(facts: GiftFacts, params: Params) -> Outcome:
    """Money and vouchers are another rule's matter; it does not matter for whom a supplier's gift was taken."""
    silent = first(of.no_paper(facts), of.other_kind(facts, GiftKind.GIFT, GiftKind.UNKNOWN))
    if silent is not None:
        return silent
    if facts.giver_kind is GiverKind.OTHER:
        return not_applicable(f"{facts.giver} is not known as a supplier.")
    if of.declined(facts):
        return met("It was declined.")
    if facts.value is not None and facts.value <= params.promotional_up_to:
        return _small(facts, params, facts.value)
    unknown = first(of.kind_not_told(facts), of.giver_not_told(facts), of.acceptance_not_told(facts))
    if unknown is not None:
        return unknown
    if facts.value is not None:
        return not_met(
            f"It was accepted and is valued at {of.pounds(facts.value)}; from a supplier only a promotional item of up "
            f"to {of.pounds(params.promotional_up_to)} may be taken."
        )
    if facts.promotional is False:
        return not_met("It was accepted, and what is described is no promotional item.")
    return of.value_not_told(facts)


def _small(facts: GiftFacts, params: Params, value: float) -> Outcome:
    limit = of.pounds(params.promotional_up_to)
    if facts.promotional is not False or facts.kind is GiftKind.UNKNOWN:
        return met(f"It is valued at {of.pounds(value)}; promotional items of up to {limit} may be taken.")
    return cannot_tell(
        f"It is valued at {of.pounds(value)}; up to {limit} only promotional items may be taken from a supplier.",
        ask=f"Was {facts.gift}, which {facts.recipient} had from {facts.giver}, a low-cost promotional item?",
    )
