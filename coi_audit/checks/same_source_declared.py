"""Whether gifts from one source that add up to more than may be kept undeclared were all declared."""

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
    """Gifts from one source worth more than `above` pounds together, in the twelve months, are to be declared."""

    above: float


def check(facts: GiftFacts, params: Params) -> Outcome:
    """The sum is that of this gift and those before it within twelve months, from the same giver to the same person."""
    silent = first(of.no_paper(facts), of.other_kind(facts, GiftKind.GIFT))
    if silent is not None:
        return silent
    if facts.giver_kind is GiverKind.SUPPLIER:
        return not_applicable(f"{facts.giver} is a supplier, whose gifts another rule speaks of.")
    if of.declined(facts):
        return not_applicable("It was declined.")
    if facts.source_gifts < 2 and not facts.source_earlier:
        return not_applicable(f"No other gift from {facts.giver} in the twelve months before is told of.")
    if facts.source_earlier and not facts.source_declared:
        return _earlier(facts)
    if facts.source_declared:
        return _earlier(facts) if facts.source_earlier else met("All of them stand on the register.")
    return _judge(facts, params)


def _earlier(facts: GiftFacts) -> Outcome:
    return cannot_tell(
        f'{facts.told_by} tells of earlier offers ("{facts.source_earlier}") that no row shows.',
        ask=f"Which gifts did {facts.recipient} have from {facts.giver} in the twelve months before, what were they "
        "worth, and were they declared?",
    )


def _judge(facts: GiftFacts, params: Params) -> Outcome:
    total = facts.source_total or 0.0
    said = f"{facts.recipient} had {facts.source_gifts} gifts from {facts.giver} within twelve months"
    if total > params.above and facts.source_declared is False:
        return not_met(
            f"{said}, worth {of.pounds(total)} together; over {of.pounds(params.above)} they are to be declared, and "
            "not all of them were."
        )
    if total <= params.above and facts.source_values_known:
        return met(f"{said}, worth {of.pounds(total)} together, which need not be declared.")
    return cannot_tell(
        f"{said}; the papers do not tell the value of each, or whether each was declared.",
        ask=f"What was each gift from {facts.giver} to {facts.recipient} worth, and was each of them declared?",
    )
