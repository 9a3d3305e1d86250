"""Whether hospitality beyond the modest was approved by somebody senior before it was accepted."""

from __future__ import annotations

from dataclasses import dataclass

from coi_audit.checks import _gifts as of
from coi_audit.checks._guards import first
from coi_audit.model.facts_of_gifts import GiftFacts
from coi_audit.model.gifts import GiftKind
from coi_audit.model.outcome import Outcome, cannot_tell, met, not_applicable, not_met
from coi_audit.model.words import Examines

EXAMINES = Examines.GIFT


@dataclass(frozen=True, slots=True)
class Params:
    """`kind` is hospitality or travel. Hospitality is beyond modest above `above` pounds; travel by its words."""

    kind: GiftKind
    above: float | None = None


def check(facts: GiftFacts, params: Params) -> Outcome:
    """What is known to be modest, and what was declined, needs no approval."""
    silent = first(of.no_paper(facts), of.other_kind(facts, params.kind))
    if silent is not None:
        return silent
    if of.declined(facts):
        return met("It was declined.")
    beyond = _beyond(facts, params)
    if beyond is False:
        return not_applicable(_modest(facts, params))
    if facts.approved and facts.approver_senior:
        return met(f"It was approved by {facts.approver}.")
    if beyond is None:
        return _is_it_modest(facts, params)
    return first(of.acceptance_not_told(facts)) or _approval(facts, params)


def _beyond(facts: GiftFacts, params: Params) -> bool | None:
    if params.above is None:
        return facts.beyond_modest
    return None if facts.value is None else facts.value > params.above


def _modest(facts: GiftFacts, params: Params) -> str:
    if params.above is None or facts.value is None:
        return "It was modest."
    return f"It is valued at {of.pounds(facts.value)}; approval is asked for over {of.pounds(params.above)}."


def _is_it_modest(facts: GiftFacts, params: Params) -> Outcome:
    if params.above is not None:
        return of.value_not_told(facts)
    return cannot_tell(
        f"{facts.told_by} does not say how the journey was made or where it led.",
        ask=f'Was the travel or accommodation of {facts.recipient} ("{facts.gift}") in business or first class, or '
        "abroad, and who approved it?",
    )


def _approval(facts: GiftFacts, params: Params) -> Outcome:
    beyond = (
        f"It was accepted and is valued at {of.pounds(facts.value)}"
        if params.above is not None and facts.value is not None
        else "It was accepted and goes beyond the modest"
    )
    if facts.approved is False:
        return not_met(f"{beyond}; no approval is recorded where the paper has room for it.")
    if facts.approved and facts.approver_senior is False:
        return not_met(f"{beyond}; it was approved by {facts.approver}, which is not the approval of somebody senior.")
    if facts.approved:
        return cannot_tell(
            f"{beyond}; it was approved by {facts.approver}, whose standing no paper shows.",
            ask=f"What post did {facts.approver} hold when approving {facts.gift} for {facts.recipient}?",
        )
    return cannot_tell(
        f"{beyond}; {facts.told_by[0].lower()}{facts.told_by[1:]} does not speak of approval.",
        ask=f"Which senior manager approved {facts.gift} from {facts.giver} for {facts.recipient}, and is it recorded?",
    )
