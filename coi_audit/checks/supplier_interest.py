"""Whether somebody with a material interest in a substantial supplier sits on the governing body or a committee."""

from __future__ import annotations

from dataclasses import dataclass

from coi_audit.model.dates import in_words
from coi_audit.model.facts import InterestFacts
from coi_audit.model.outcome import Outcome, cannot_tell, met, not_applicable, not_met
from coi_audit.model.words import Examines

EXAMINES = Examines.INTEREST


@dataclass(frozen=True, slots=True)
class Params:
    """Contracts worth `substantial_from` pounds or more make a supplier substantial, below `minor_below` they do not.

    The guidance leaves both to judgement; between the two the body is asked.
    """

    substantial_from: float
    minor_below: float


def check(facts: InterestFacts, params: Params) -> Outcome:
    """Speaks of interests held while in office; a practice of one's own is no supplier in this sense."""
    silent = _silent(facts)
    if silent is not None:
        return silent
    organisation = facts.organisation or "the organisation"
    if facts.supplier is None:
        return _asked(facts, f"A supplier of {facts.body} has a like name to {organisation}")
    if facts.supplier_value is None:
        return _asked(facts, f"{organisation} supplies {facts.body}, and no paper tells for how much")
    worth = f"£{facts.supplier_value:,.0f}"
    said = f"{organisation} holds contracts of {facts.body} worth {worth}"
    if facts.supplier_value < params.minor_below:
        return met(f"{said}, which is not substantial.")
    if facts.material and facts.supplier_value >= params.substantial_from:
        return not_met(f"{said}; £{params.substantial_from:,.0f} and more is taken as substantial.")
    return _asked(facts, said)


def _silent(facts: InterestFacts) -> Outcome | None:
    if not facts.committee_seat:
        return not_applicable(f"{facts.member} holds no seat on the governing body or a committee.")
    if facts.held_until is not None and facts.held_until < facts.on:
        return not_applicable(f"It ended on {in_words(facts.held_until)}.")
    if facts.supplier is False:
        return not_applicable("No paper shows the organisation as a supplier.")
    if facts.material is False:
        return not_applicable("It is neither ownership nor a senior post.")
    if facts.material is None and (facts.supplier is None or facts.supplier_value is None):
        return not_applicable("Neither the size of the interest nor that of the supplier is told.")
    return None


def _asked(facts: InterestFacts, said: str) -> Outcome:
    return cannot_tell(
        f"{said}.",
        ask=f"Is {facts.organisation or 'the organisation'} a substantial supplier of {facts.body}, or likely to be "
        f"one, is the interest of {facts.member} in it material, and was the appointment weighed?",
    )
