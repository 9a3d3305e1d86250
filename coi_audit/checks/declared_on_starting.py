"""Whether a person had declared, or returned nil, by the day they took up their role."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from coi_audit.checks._registers import declared_in_round, shown_first
from coi_audit.model.dates import add_months, in_words
from coi_audit.model.facts import MemberFacts
from coi_audit.model.outcome import Outcome, cannot_tell, met, not_applicable, not_met
from coi_audit.model.words import Examines

EXAMINES = Examines.MEMBER


@dataclass(frozen=True, slots=True)
class Params:
    """Roles begun before `since` are not asked about; a date more than `refresh_months` on is taken as a refresh."""

    since: date
    refresh_months: int


def check(facts: MemberFacts, params: Params) -> Outcome:
    """The earliest known declaration or nil return is set against the start of the role, the day itself included."""
    if not facts.paper:
        return not_applicable("Nobody is meant here: the list of staff is not among the papers.")
    if facts.started_on is None:
        return cannot_tell(
            f"The papers do not say when {facts.member} took up the role.",
            ask=f"When did {facts.member} take up the role, and was a declaration made by then?",
        )
    start = in_words(facts.started_on)
    if facts.started_on < params.since:
        return not_applicable(f"The role began on {start}, before {in_words(params.since)}.")
    if facts.started_on > facts.on:
        return not_applicable(f"The role begins only on {start}.")
    declared = min((day for day in (facts.first_declared_on, facts.nil_return_on) if day is not None), default=None)
    if declared is None:
        return _without_a_date(facts, start)
    if declared <= facts.started_on:
        return met(f"The role began on {start}; a declaration of {in_words(declared)} is known.")
    if shown_first(facts, by=facts.started_on):
        return cannot_tell(
            f"The role began on {start}; the first edition among the papers that shows {facts.member} is of "
            f"{in_words(declared)}, and none of the time between says whether there was an earlier declaration.",
            ask=f"Did {facts.member} declare on taking up the role? Please supply the register as it stood on {start}.",
        )
    if declared_in_round(facts):
        return cannot_tell(
            f"The role began on {start}; the first declaration known is of {in_words(declared)}, when most people on "
            "the register declared, and may be a refresh.",
            ask=f"Did {facts.member} declare on taking up the role? Please supply the register as it stood on {start}.",
        )
    if declared > add_months(facts.started_on, params.refresh_months):
        return cannot_tell(
            f"The role began on {start}; the first declaration known is of {in_words(declared)} and may be a refresh.",
            ask=f"Did {facts.member} declare on taking up the role on {start}?",
        )
    return not_met(f"The role began on {start}; the first declaration known is of {in_words(declared)}.")


def _without_a_date(facts: MemberFacts, start: str) -> Outcome:
    ask = f"Did {facts.member} declare, or return nil, on taking up the role on {start}?"
    if facts.only_later_declaration:
        return cannot_tell(f"The only declaration known is later than {in_words(facts.on)}.", ask=ask)
    if facts.on_register is False and not facts.register_of_office:
        return cannot_tell(
            f"No edition among the papers is of a day on which it should show {facts.member}.",
            ask=f"{ask} Please supply the register as it stood then.",
        )
    if facts.on_register is False:
        return not_met(
            f"The role began on {start}; by {in_words(facts.on)} there was no declaration and no nil return."
        )
    return cannot_tell("The register does not say when the first declaration was made.", ask=ask)
