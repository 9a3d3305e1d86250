"""Whether money or a voucher was declined, whoever offered it."""

from __future__ import annotations

from coi_audit.checks import _gifts as of
from coi_audit.checks._guards import first
from coi_audit.model.facts_of_gifts import GiftFacts
from coi_audit.model.gifts import GiftKind
from coi_audit.model.outcome import Outcome, met, not_met
from coi_audit.model.words import Examines

EXAMINES = Examines.GIFT


def check(facts: GiftFacts) -> Outcome:
    """The value does not matter, nor for whom it was taken."""
    guard = first(of.no_paper(facts), of.other_kind(facts, GiftKind.CASH))
    if guard is not None:
        return guard
    unknown = of.acceptance_not_told(facts)
    if unknown is not None:
        return unknown
    if of.declined(facts):
        return met("It was declined.")
    worth = f" ({of.pounds(facts.value)})" if facts.value is not None else ""
    return not_met(f"{facts.told_by} shows that it was accepted{worth}; money and vouchers are always to be declined.")
