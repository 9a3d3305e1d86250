"""Whether an interest was declared within the days the law allows after it began."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from coi_audit.model.dates import add_months, in_words
from coi_audit.model.facts import InterestFacts
from coi_audit.model.outcome import Outcome, cannot_tell, met, not_applicable, not_met
from coi_audit.model.words import Examines

EXAMINES = Examines.INTEREST


@dataclass(frozen=True, slots=True)
class Params:
    """`days` allowed; `since`: first day of the duty; a date more than `refresh_months` on is taken as a refresh."""

    days: int
    refresh_months: int
    since: date


def check(facts: InterestFacts, params: Params) -> Outcome:
    """Speaks only of interests begun in office and under the duty; the days run from becoming aware.

    A beginning known to the month or year is given the benefit of its last day, and blamed only from there.
    """
    first, last = _began(facts)
    if first is None or last is None:
        return cannot_tell(
            "The register does not say when the interest began.",
            ask=f"When did {facts.member} come to hold {facts.interest}, and when was it declared?",
        )
    before = _before_the_duty(facts, params, first, last)
    if before is not None:
        return before
    known_by = facts.declared_on or facts.on
    if known_by <= first + timedelta(days=params.days):
        return met(f"It began {_period(first, last)} and was known by {in_words(known_by)}.")
    return _in_doubt(facts, params, first, last) or _judge(facts, params, first, last)


def _began(facts: InterestFacts) -> tuple[date | None, date | None]:
    """First and last day on which the interest may have begun; without one, the day the person became aware."""
    first = facts.held_from or facts.aware_on
    return first, (facts.held_from_latest or first) if facts.held_from else first


def _before_the_duty(facts: InterestFacts, params: Params, first: date, last: date) -> Outcome | None:
    if last < params.since:
        return not_applicable(f"It began {_period(first, last)}, before the duty.")
    if facts.role_from is not None and last < facts.role_from:
        held = in_words(facts.role_from)
        return not_applicable(f"It began {_period(first, last)}, before {facts.member} took up a role on {held}.")
    return None


def _in_doubt(facts: InterestFacts, params: Params, first: date, last: date) -> Outcome | None:
    """What the papers must tell before a declaration can be called late."""
    began = f"It began {_period(first, last)}"
    if facts.role_from is None:
        return cannot_tell(
            f"{began}, and the papers do not say since when {facts.member} has held a role.",
            ask=f"On what day did {facts.member} first take up a role with {facts.body}?",
        )
    boundary = max(facts.role_from, params.since)
    if first < boundary:
        return cannot_tell(
            f"{began}, which may be before {in_words(boundary)}, when the duty began to apply.",
            ask=f"On what day did {facts.member} come to hold {facts.interest}?",
        )
    if facts.declared_on is None:
        return cannot_tell(
            f"{began} and the register does not say when it was declared.",
            ask=f"On what day did {facts.member} declare {facts.interest}?",
        )
    return None


def _judge(facts: InterestFacts, params: Params, first: date, last: date) -> Outcome:
    """Of a declaration later than the days allowed after the first day on which the interest may have begun."""
    declared = facts.declared_on or facts.on
    said = f"It began {_period(first, last)} and the date of its declaration is {in_words(declared)}"
    if declared > add_months(first, params.refresh_months):
        return cannot_tell(
            f"{said}, more than {params.refresh_months} months later: it may be the date of a refresh.",
            ask=f"On what day was {facts.interest} first declared?",
        )
    if declared <= last + timedelta(days=params.days):
        return cannot_tell(
            f"{said}; whether that is within {params.days} days depends on the day it began.",
            ask=f"On what day did {facts.member} come to hold {facts.interest}?",
        )
    if facts.aware_on is not None and declared <= facts.aware_on + timedelta(days=params.days):
        aware = f"{facts.member} is said to have become aware of it on {in_words(facts.aware_on)}"
        if facts.direct is False:
            return met(f"{said}; {aware}, and the {params.days} days run from then.")
        return cannot_tell(f"{said}; {aware}.", ask="Why was the person not aware of it from the day it began?")
    return not_met(f"{said}, {(declared - last).days} days later; the law allows {params.days}.")


def _period(first: date, last: date) -> str:
    if first == last:
        return f"on {in_words(first)}"
    return f"between {in_words(first)} and {in_words(last)}"
