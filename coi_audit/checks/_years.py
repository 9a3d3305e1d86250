"""What the checks of a financial year share."""

from __future__ import annotations

from coi_audit.model.facts_of_assurance import FinancialYearFacts
from coi_audit.model.outcome import Outcome, not_applicable


def not_ended(facts: FinancialYearFacts) -> Outcome | None:
    """Silent while the year still runs: what is due within it may yet be done."""
    return None if facts.ended else not_applicable(f"The financial year {facts.year} has not ended.")
