"""Whether as many people as expected had passed module 1 by the end of the financial year."""

from __future__ import annotations

from dataclasses import dataclass

from coi_audit.checks._years import not_ended
from coi_audit.model.dates import in_words
from coi_audit.model.facts_of_assurance import FinancialYearFacts
from coi_audit.model.outcome import Outcome, cannot_tell, met, not_met
from coi_audit.model.words import Examines, RuleOutcome

EXAMINES = Examines.FINANCIAL_YEAR


@dataclass(frozen=True, slots=True)
class Params:
    completion_percent: float  # of the people who must be trained
    pass_percent: float  # of the module's questions, where the list gives scores alone


def check(facts: FinancialYearFacts, params: Params) -> Outcome:
    """By the self-certification's own figure, by the training list, or by both where they agree."""
    if (running := not_ended(facts)) is not None:
        return running
    stated, counted = _stated(facts, params), _counted(facts, params)
    if stated is None:
        return counted or cannot_tell(
            f"Neither a self-certification nor a training list tells how many had passed module 1 in {facts.year}.",
            ask=f"How many per cent of those who must be trained had passed module 1 by the end of {facts.year}? The "
            "annual self-certification or the training list would tell.",
        )
    if counted is None or counted.kind in (RuleOutcome.CANNOT_TELL, stated.kind):
        return stated
    return cannot_tell(
        *stated.because, *counted.because, ask="Which of the two is right, and who was left out of the other?"
    )


def _stated(facts: FinancialYearFacts, params: Params) -> Outcome | None:
    if facts.training_percent is None:
        return None
    told = f"The self-certification states {facts.training_percent:g} per cent for {facts.year}"
    if facts.training_percent < params.completion_percent:
        return not_met(f"{told}; {params.completion_percent:g} are expected.")
    return met(f"{told}.")


def _counted(facts: FinancialYearFacts, params: Params) -> Outcome | None:
    if not facts.training_listed:
        return None
    by_score = sum(score >= params.pass_percent for score in facts.training_scores)
    passed = facts.training_passed + by_score
    percent = 100 * passed / facts.training_listed
    told = f"The training list shows {passed} of {facts.training_listed} as having passed module 1 in {facts.year}"
    if percent >= params.completion_percent:
        return met(f"{told}, {percent:.0f} per cent.")
    if facts.training_list_on is not None:  # a list made before the year's end can show enough passes, never too few
        return cannot_tell(
            f"{told}; the list was made on {in_words(facts.training_list_on)}, before the year ended.",
            ask=f"How many per cent had passed module 1 by the end of {facts.year}?",
        )
    return not_met(f"{told}, {percent:.0f} per cent; {params.completion_percent:g} are expected.")
