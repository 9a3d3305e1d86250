"""Whether an interest that ended stayed on the register for as long as it has to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from coi_audit.model.dates import add_months, in_words
from coi_audit.model.facts_of_registers import RemovedInterestFacts
from coi_audit.model.outcome import Outcome, cannot_tell, met, not_applicable, not_met
from coi_audit.model.words import Examines

EXAMINES = Examines.REMOVED_INTEREST


@dataclass(frozen=True, slots=True)
class Params:
    """`public` True for the published register, False for the body's own record; calendar `months` from the end."""

    public: bool
    months: int


def check(facts: RemovedInterestFacts, params: Params) -> Outcome:
    """Taken off on the last day of the months, or later, is in time."""
    kept = _called(params)
    if not (facts.public_told if params.public else facts.record_told):
        return cannot_tell(
            f"No paper tells what was taken off the {kept}.",
            ask=f"Please supply two editions of the {kept}, or list what was taken off under removed_interests in "
            f"assurance.yaml. Do entries stay for {_long(params.months)} after the interest ends?",
        )
    gone = facts.removed_from_public_on if params.public else facts.removed_from_record_on
    if gone is None:
        return not_applicable(f"Nothing shows that it was taken off the {kept}.")
    if facts.left:
        return cannot_tell(
            f"{facts.member} is not on the {kept} of {in_words(gone)} any more.",
            ask=f"When did {facts.member} leave, and are the entries kept for {_long(params.months)} from then?",
        )
    if facts.ended_on is not None:
        return _judge(f"It ended on {in_words(facts.ended_on)}", facts.ended_on, gone, facts=facts, params=params)
    if facts.not_ended_before is not None:
        held = facts.not_ended_before
        if gone < add_months(held, params.months):
            return _judge(f"It was still held on {in_words(held)}", held, gone, facts=facts, params=params)
    return cannot_tell(
        f"It was gone from the {kept} by {in_words(gone)}, and no paper says when it ended.",
        ask=f"On what day did {facts.member} cease to hold {facts.interest}?",
    )


def _judge(said: str, end: date, gone: date, *, facts: RemovedInterestFacts, params: Params) -> Outcome:
    due, kept = add_months(end, params.months), _called(params)
    sentence = f"{said} and was gone from the {kept} by {in_words(gone)}"
    if gone >= due:
        return met(f"{sentence}, {_long(params.months)} later or more.")
    if facts.reworded:
        return cannot_tell(
            f"{sentence}, where a new row of {facts.member} may be the same in other words.",
            ask=f"Is this interest of {facts.member} still on the {kept} in other words: {facts.interest}?",
        )
    return not_met(f"{sentence}; it has to stay until {in_words(due)} at least.")


def _called(params: Params) -> str:
    return "published register" if params.public else "body's own record"


def _long(months: int) -> str:
    return f"{months // 12} years" if months % 12 == 0 and months > 12 else f"{months} months"
