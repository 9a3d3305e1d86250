"""Whether a delegated commissioner had its primary medical care commissioning audited and rated in the year."""

from __future__ import annotations

from coi_audit.checks._years import not_ended
from coi_audit.model.facts_of_assurance import FinancialYearFacts
from coi_audit.model.outcome import Outcome, cannot_tell, met, not_applicable, not_met
from coi_audit.model.words import CoCommissioningKind, Examines

EXAMINES = Examines.FINANCIAL_YEAR


def check(facts: FinancialYearFacts) -> Outcome:
    """Only for bodies that commission primary medical care under delegation."""
    if (running := not_ended(facts)) is not None:
        return running
    if facts.co_commissioning is None:
        return cannot_tell(
            "The papers do not say which model of co-commissioning the body had.",
            ask=f"Was primary medical care commissioning delegated to {facts.body} in {facts.year}?",
        )
    if facts.co_commissioning is not CoCommissioningKind.DELEGATED:
        return not_applicable("Primary medical care commissioning was not delegated to the body.")
    if facts.pmc_audit is False:
        return not_met(f"The papers say that primary medical care commissioning was not audited in {facts.year}.")
    if facts.pmc_audit and facts.pmc_audit_rated:
        return met(f"Primary medical care commissioning was audited and rated in {facts.year}.")
    if facts.pmc_audit and facts.pmc_audit_rated is False:
        return not_met(f"The internal audit of {facts.year} gives no rating.")
    what = "which rating the internal audit gave" if facts.pmc_audit else "whether it was audited internally"
    return cannot_tell(
        f"The papers do not tell, of primary medical care commissioning in {facts.year}, {what}.",
        ask=f"Was primary medical care commissioning audited internally in {facts.year}, and with which rating? Please "
        "supply the report, or note it in assurance.yaml.",
    )
