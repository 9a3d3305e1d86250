"""Whether the annual governance statement tells the outcome of the internal audit of conflicts of interest."""

from __future__ import annotations

from coi_audit.checks._years import not_ended
from coi_audit.model.facts_of_assurance import FinancialYearFacts
from coi_audit.model.outcome import Outcome, cannot_tell, met, not_applicable, not_met
from coi_audit.model.words import Examines

EXAMINES = Examines.FINANCIAL_YEAR


def check(facts: FinancialYearFacts) -> Outcome:
    """Silent where there was no audit: there is no outcome to tell."""
    if (running := not_ended(facts)) is not None:
        return running
    if facts.coi_audit is False:
        return not_applicable(f"No internal audit of conflicts of interest was made in {facts.year}.")
    if facts.coi_audit_in_statement:
        return met(f"The annual governance statement for {facts.year} tells the outcome.")
    if facts.coi_audit_in_statement is False:
        return not_met(f"The papers say that the annual governance statement for {facts.year} does not tell it.")
    return cannot_tell(
        f"The papers do not say what the annual governance statement for {facts.year} tells.",
        ask=f"Does the annual governance statement for {facts.year} give the outcome of the internal audit of "
        "conflicts of interest? Please supply the statement, or note the answer in assurance.yaml.",
    )
