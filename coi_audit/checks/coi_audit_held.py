"""Whether conflicts of interest management was audited internally in the financial year."""

from __future__ import annotations

from coi_audit.checks._years import not_ended
from coi_audit.model.facts_of_assurance import FinancialYearFacts
from coi_audit.model.outcome import Outcome, cannot_tell, met, not_met
from coi_audit.model.words import Examines

EXAMINES = Examines.FINANCIAL_YEAR


def check(facts: FinancialYearFacts) -> Outcome:
    """Asked once the year has ended; papers that do not speak of an audit do not say that there was none."""
    if (running := not_ended(facts)) is not None:
        return running
    if facts.coi_audit:
        return met(f"Conflicts of interest management was audited internally in {facts.year}.")
    if facts.coi_audit is False:
        return not_met(f"The papers say that no internal audit of conflicts of interest was made in {facts.year}.")
    return cannot_tell(
        f"The papers tell of no internal audit of conflicts of interest in {facts.year}."
        if facts.told
        else "The papers do not tell which internal audits were made.",
        ask=f"Was the management of conflicts of interest audited internally in {facts.year}? Please supply the "
        "report, or note it in assurance.yaml.",
    )
