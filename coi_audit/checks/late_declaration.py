"""Whether an interest was declared within the days the law allows after it began."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

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


class _Began(NamedTuple):
    """First and last day on which the interest may have begun; the same where the day is known."""

    first: date
    last: date

    def __str__(self) -> str:
        if self.first == self.last:
            return f"It began on {in_words(self.first)}"
        return f"It began between {in_words(self.first)} and {in_words(self.last)}"


def check(facts: InterestFacts, params: Params) -> Outcome:
    """Speaks only of interests begun in office and under the duty; the days run from becoming aware.

    A beginning known to the month or year is given the benefit of its last day, and blamed only from there.
    """
    first = facts.held_from or facts.aware_on
    if first is None:
        return cannot_tell(
            "The register does not say when the interest began.",
            ask=f"When did {facts.member} come to hold {facts.interest}, and when was it declared?",
        )
    began = _Began(first, max(first, facts.held_from_latest or first))
    before = _before_the_duty(facts, params, began)
    if before is not None:
        return before
    known_by = facts.declared_on or facts.on
    if known_by <= first + timedelta(days=params.days):
        return met(f"{began} and was known by {in_words(known_by)}.")
    doubt = _in_doubt(facts, params, began)
    if doubt is not None:
        return doubt
    if facts.declared_on is None:
        return cannot_tell(
            f"{began} and the register does not say when it was declared.",
            ask=f"On what day did {facts.member} declare {facts.interest}?",
        )
    return _judge(facts, params, began, facts.declared_on)


def _before_the_duty(facts: InterestFacts, params: Params, began: _Began) -> Outcome | None:
    if began.last < params.since:
        return not_applicable(f"{began}, before the duty.")
    if facts.role_from is not None and began.last < facts.role_from:
        return not_applicable(f"{began}, before {facts.member} took up a role on {in_words(facts.role_from)}.")
    return None


def _in_doubt(facts: InterestFacts, params: Params, began: _Began) -> Outcome | None:
    """What the papers must tell before a declaration can be called late."""
    if facts.role_from is None:
        return cannot_tell(
            f"{began}, and the papers do not say since when {facts.member} has held a role.",
            ask=f"On what day did {facts.member} first take up a role with {facts.body}?",
        )
    boundary = max(facts.role_from, params.since)
    if began.first < boundary:
        return cannot_tell(
            f"{began}, which may be before {in_words(boundary)}, when the duty began to apply.",
            ask=f"On what day did {facts.member} come to hold {facts.interest}?",
        )
    return None


def _judge(facts: InterestFacts, params: Params, began: _Began, declared: date) -> Outcome:
    """Of a declaration later than the days allowed after the first day on which the interest may have begun."""
    said = f"{began} and the date of its declaration is {in_words(declared)}"
    if declared > add_months(began.first, params.refresh_months):
        return cannot_tell(
            f"{said}, more than {params.refresh_months} months later: it may be the date of a refresh.",
            ask=f"On what day was {facts.interest} first declared?",
        )
    if declared <= began.last + timedelta(days=params.days):
        return cannot_tell(
            f"{said}; whether that is within {params.days} days depends on the day it began.",
            ask=f"On what day did {facts.member} come to hold {facts.interest}?",
        )
    if facts.aware_on is not None and declared <= facts.aware_on + timedelta(days=params.days):
        aware = f"{facts.member} is said to have become aware of it on {in_words(facts.aware_on)}"
        if facts.direct is False:
            return met(f"{said}; {aware}, and the {params.days} days run from then.")
        return cannot_tell(f"{said}; {aware}.", ask="Why was the person not aware of it from the day it began?")
    return not_met(f"{said}, {(declared - began.last).days} days later; the law allows {params.days}.")
