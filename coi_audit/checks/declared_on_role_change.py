"""Whether somebody whose role changed declared again, or returned nil, within the days the law allows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from coi_audit.model.dates import add_months, in_words
from coi_audit.model.facts_of_registers import RoleChangeFacts
from coi_audit.model.outcome import Outcome, cannot_tell, met, not_applicable, not_met
from coi_audit.model.words import Examines

EXAMINES = Examines.ROLE_CHANGE


@dataclass(frozen=True, slots=True)
class Params:
    """`days` allowed, and as many before it for a declaration made for the new role; a first declaration more than
    `refresh_months` after it may be a refresh that took an earlier one's place."""

    days: int
    refresh_months: int


def check(facts: RoleChangeFacts, params: Params) -> Outcome:
    """A declaration that stands after the change proves itself; silence is held against nobody without an edition."""
    due = facts.on + timedelta(days=params.days)
    if facts.as_of is not None and facts.as_of <= due:
        return not_applicable(f"The {params.days} days run until {in_words(due)}.")
    changed = f"On {in_words(facts.on)} {facts.member} became {facts.new_role}, having been {facts.role_before}"
    after, before = facts.declared_after_on, facts.declared_before_on
    if after is not None and after <= due:
        return met(f"{changed}; a declaration or nil return of {in_words(after)} is known.")
    if facts.on_register is False:
        return not_applicable(f"{changed}; the register does not name the person, which another rule speaks of.")
    ask = f"Did {facts.member} update the declaration by {in_words(due)}, for the new role?"
    if before is not None and before >= facts.on - timedelta(days=params.days):
        return cannot_tell(
            f"{changed}; the declaration of {in_words(before)} may have been made for the new role.",
            ask=f"Does the declaration of {facts.member} of {in_words(before)} cover the new role?",
        )
    if after is not None:
        return _later(changed, after, ask=ask, first_day=facts.on, params=params)
    if facts.later_edition is None:
        return cannot_tell(
            f"{changed}; no edition of the register later than {in_words(due)} is among the papers.",
            ask=f"{ask} Please supply the register as it stood after that day.",
        )
    last = f"the last declaration known is of {in_words(before)}" if before else "no declaration is dated"
    if before is None:
        return cannot_tell(f"{changed}; {last}.", ask=ask)
    return not_met(f"{changed}; on the register of {in_words(facts.later_edition)} {last}.")


def _later(changed: str, after: date, *, ask: str, first_day: date, params: Params) -> Outcome:
    days = (after - first_day).days
    if after > add_months(first_day, params.refresh_months):
        return cannot_tell(
            f"{changed}; the next declaration known is of {in_words(after)} and may be a refresh, which hides an "
            f"earlier one.",
            ask=ask,
        )
    return not_met(f"{changed}; the next declaration is of {in_words(after)}, {days} days later.")
