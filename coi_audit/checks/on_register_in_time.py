"""Whether a person stands on the register of interests, and got there within the days the law allows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from coi_audit.checks._registers import (
    declared_in_round,
    missing_from_register,
    no_staff_list,
    of_another_kind,
    shown_first,
)
from coi_audit.model.dates import add_months, in_words
from coi_audit.model.facts import MemberFacts
from coi_audit.model.outcome import Outcome, cannot_tell, met, not_met
from coi_audit.model.words import BodyKind, Examines

EXAMINES = Examines.MEMBER


@dataclass(frozen=True, slots=True)
class Params:
    """`days` allowed from taking up the role; a date more than `refresh_months` on is taken as a refresh."""

    body_kind: BodyKind
    days: int
    refresh_months: int


def check(facts: MemberFacts, params: Params) -> Outcome:
    """The days run from the start of the role here; each interest's own days are another rule's matter."""
    silent = (
        of_another_kind(facts, params.body_kind) or no_staff_list(facts) or missing_from_register(facts)
    )  # in the order that reads best in a report
    if silent is not None:
        return silent
    days = [day for day in (facts.first_declared_on, facts.nil_return_on) if day is not None]
    if facts.started_on is None:
        return met(f"The register names {facts.member}.")
    ask = f"When did {facts.member} first declare, or return nil?"
    if not days:
        return cannot_tell(f"The register names {facts.member}, and gives no date of a declaration.", ask=ask)
    first = min(days)
    said = f"The role began on {in_words(facts.started_on)}; the first declaration known is of {in_words(first)}"
    due = facts.started_on + timedelta(days=params.days)
    if first <= due:
        return met(f"{said}.")
    if shown_first(facts, by=due):
        return cannot_tell(
            f"The role began on {in_words(facts.started_on)}; the first edition among the papers that shows "
            f"{facts.member} is of {in_words(first)}, and none says whether there was an earlier declaration.",
            ask=f"{ask} Please supply the register as it stood on {in_words(due)}.",
        )
    if declared_in_round(facts):
        return cannot_tell(
            f"{said}, when most people on the register declared, and may be a refresh.",
            ask=f"{ask} Please supply the register as it stood on {in_words(due)}.",
        )
    if first > add_months(facts.started_on, params.refresh_months):
        return cannot_tell(f"{said} and may be a refresh.", ask=ask)
    return not_met(f"{said}, {(first - facts.started_on).days} days later; the law allows {params.days}.")
