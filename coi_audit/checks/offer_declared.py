"""Whether a gift or a meal of a value that is to be declared was declared, and in time."""

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
    """To be declared: offers of `kind` worth more than `above` pounds, or from `at_least` to `up_to`, both included.

    `from_others`: only those of somebody who is no supplier.
    """

    kind: GiftKind
    above: float | None = None
    at_least: float | None = None
    up_to: float | None = None
    from_others: bool = False


def check(facts: GiftFacts, params: Params) -> Outcome:
    """What stands on the register is declared, unless its own words say that it was declared late or not at all."""
    silent = first(of.no_paper(facts), of.other_kind(facts, params.kind))
    if silent is not None:
        return silent
    if params.from_others and facts.giver_kind is GiverKind.SUPPLIER:
        return not_applicable(f"{facts.giver} is a supplier, whose gifts another rule speaks of.")
    if of.declined(facts):
        return not_applicable("It was declined.")
    if facts.value is not None and not _within(facts.value, params):
        return not_applicable(f"It is valued at {of.pounds(facts.value)}; this rule asks for {_range(params)}.")
    if facts.declared and not facts.declared_late:
        return met("It stands on the register of gifts and hospitality.")
    return _not_declared(facts, params)


def _not_declared(facts: GiftFacts, params: Params) -> Outcome:
    if facts.declared is None:
        return cannot_tell(
            f"{facts.told_by} tells of it, and whether it was declared no paper says.",
            ask=f"Did {facts.recipient} declare {facts.gift} from {facts.giver}, and when?",
        )
    if facts.value is None:
        return of.value_not_told(facts)
    unknown = of.giver_not_told(facts) if params.from_others else None
    if unknown is not None:
        return unknown
    how = "was declared late" if facts.declared else "was not declared"
    return not_met(
        f"{facts.told_by} says that it {how}; it is valued at {of.pounds(facts.value)}, and {_range(params)} is to be "
        "declared."
    )


def _within(value: float, params: Params) -> bool:
    above = params.above is None or value > params.above
    least = params.at_least is None or value >= params.at_least
    return above and least and (params.up_to is None or value <= params.up_to)


def _range(params: Params) -> str:
    if params.above is not None:
        return f"anything over {of.pounds(params.above)}"
    least, most = params.at_least or 0.0, params.up_to
    return f"{of.pounds(least)} to {of.pounds(most)}" if most is not None else f"{of.pounds(least)} or more"
