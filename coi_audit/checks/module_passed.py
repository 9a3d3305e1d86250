"""Whether somebody in a role that asks for training has passed module 1 within the year."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from coi_audit.model.dates import add_months, financial_year_of, in_words
from coi_audit.model.facts_of_governance import TrainingFacts
from coi_audit.model.outcome import Outcome, cannot_tell, met, not_applicable, not_met
from coi_audit.model.words import CommitteeKind, Examines, Role

EXAMINES = Examines.TRAINING
_EVERY_MEMBER = (CommitteeKind.GOVERNING_BODY, CommitteeKind.PCCC, CommitteeKind.JOINT)


@dataclass(frozen=True, slots=True)
class Params:
    pass_percent: float  # of the module's questions
    months: int  # how long a pass holds


def check(facts: TrainingFacts, params: Params) -> Outcome:
    """Members of the governing body and of primary care commissioning, executives on committees, decision-makers."""
    if not _must_be_trained(facts):
        return not_applicable(f"The papers show no role of {facts.member} for which module 1 is mandatory.")
    if not facts.paper:
        return cannot_tell(
            "No training list is among the papers.",
            ask="Please supply the list of conflicts of interest training (name, module, date, score), to see who has "
            "passed module 1.",
        )
    return _in_time(facts, params) or _open(facts, params) or _short(facts, params)


def _must_be_trained(facts: TrainingFacts) -> bool:
    if facts.committee_kind in _EVERY_MEMBER or facts.role is Role.EXECUTIVE:
        return True
    return bool(facts.decision_maker)


def _in_time(facts: TrainingFacts, params: Params) -> Outcome | None:
    """Met where a pass lies within the months it holds, or a list of that time shows one without its day."""
    if not _passed(facts, params):
        return None
    since = add_months(facts.on, -params.months)
    if facts.completed_on is not None:
        score = f" with {facts.score:g} per cent" if facts.score is not None else ""
        if since < facts.completed_on or _of_last_year(facts, facts.completed_on):
            return met(f"{facts.member} passed module 1 on {in_words(facts.completed_on)}{score}.")
    elif facts.list_on is not None and since < facts.list_on:
        return met(f"The training list of {in_words(facts.list_on)} shows module 1 as passed by {facts.member}.")
    return None


def _open(facts: TrainingFacts, params: Params) -> Outcome | None:
    """Cannot tell where the list does not settle the matter."""
    if facts.list_is_older:
        return cannot_tell(
            "The training list among the papers was made before the year began.",
            ask=f"Please supply the training list of that year, to see when {facts.member} passed module 1.",
        )
    if not facts.listed:
        return cannot_tell(
            f"The training list does not name {facts.member}.",
            ask=f"On what day did {facts.member} pass module 1, and with what score?",
        )
    if facts.only_later:
        return cannot_tell(
            f"The training list shows only a later result of {facts.member}.",
            ask=f"When had {facts.member} passed module 1 before that?",
        )
    if facts.required is False and facts.completed_on is None:
        return cannot_tell(
            f"The training list says that module 1 is not required of {facts.member}.",
            ask=f"Why is module 1 not required of {facts.member}, whose role asks for it?",
        )
    if _passed(facts, params) and facts.completed_on is None:
        return cannot_tell(
            f"The training list shows module 1 as passed by {facts.member}, with no date.",
            ask=f"On what day did {facts.member} pass module 1?",
        )
    return None


def _short(facts: TrainingFacts, params: Params) -> Outcome:
    """No pass in time: too long ago, too low, or none; silent for whoever is new in the role."""
    if _passed(facts, params) and facts.completed_on is not None:
        told = f"{facts.member} last passed module 1 on {in_words(facts.completed_on)}"
        return not_met(f"{told}, more than {params.months} months before {in_words(facts.on)}.")
    if facts.started_on is not None and facts.started_on > add_months(facts.on, -params.months):
        return not_applicable(f"{facts.member} took up the role on {in_words(facts.started_on)}, within the year.")
    if facts.score is not None:
        told = f"The training list gives {facts.member} {facts.score:g} per cent for module 1"
        return not_met(f"{told}; {params.pass_percent:g} are needed.")
    return not_met(f"The training list shows module 1 as not passed by {facts.member}.")


def _passed(facts: TrainingFacts, params: Params) -> bool:
    """As the list says; else by the score; else a date of completion alone counts as passed."""
    if facts.passed is not None:
        return facts.passed
    if facts.score is not None:
        return facts.score >= params.pass_percent
    return facts.completed_on is not None


def _of_last_year(facts: TrainingFacts, completed: date) -> bool:
    """While a year still runs, a pass of the year before stands: the next one is not yet due."""
    return not facts.year_ended and completed >= add_months(financial_year_of(facts.on)[0], -12)
