"""Whether a shareholding that other papers tell of stands on the register."""

from __future__ import annotations

from dataclasses import dataclass

from coi_audit.model.dates import in_words
from coi_audit.model.facts_of_registers import HoldingFacts
from coi_audit.model.outcome import Outcome, cannot_tell, met, not_applicable, not_met
from coi_audit.model.words import Examines

EXAMINES = Examines.HOLDING


@dataclass(frozen=True, slots=True)
class Params:
    """Shares of more than `percent_above` per cent, or a controlling part, are asked for; 0 asks for any share."""

    percent_above: float


def check(facts: HoldingFacts, params: Params) -> Outcome:
    """A share is asked about only in an organisation that supplies the body or may come to."""
    if facts.collective_fund:
        return not_applicable("It is held through a pension, unit trust or other collective fund.")
    if facts.on_register:
        return met(f"{facts.told_by} tells of it, and it stands on the register.")
    if facts.supplier is False:
        return not_applicable(f"{facts.organisation or 'The organisation'} is no supplier of {facts.body}.")
    size = _too_small(facts, params)
    if size is not None:
        return size
    told = f"{facts.told_by} tells of it"
    if facts.on_register is None:
        row = f'the register\'s row "{facts.row_in_doubt}" may mean it' if facts.row_in_doubt else ""
        return cannot_tell(
            f"{told}; {row or 'no register of that time is among the papers'}.",
            ask=f"Did the register of {in_words(facts.on)} show that {facts.member} holds this: {facts.holding}?",
        )
    if facts.supplier is None:
        return cannot_tell(
            f"{told}, and no row of the register does. Whether it is a supplier, no paper says.",
            ask=f"Does {facts.organisation or 'this organisation'} supply {facts.body}, or might it come to?",
        )
    return not_met(f"{told}; no row of the register shows it.")


def _too_small(facts: HoldingFacts, params: Params) -> Outcome | None:
    """What the size of the share settles, where the edition of the day asks for a certain size."""
    if params.percent_above <= 0 or facts.controlling:
        return None
    asked = f"more than {params.percent_above:g} per cent"
    if facts.share_percent is None:
        return cannot_tell(
            f"{facts.told_by} tells of it and does not say how large it is; {asked}, or control, is to be declared.",
            ask=f"What part of {facts.organisation or 'the organisation'} did {facts.member} hold?",
        )
    if facts.share_percent <= params.percent_above:
        return not_applicable(f"The share is {facts.share_percent:g} per cent; {asked} is to be declared.")
    return None
