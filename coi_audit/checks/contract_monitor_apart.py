"""Whether whoever manages a contract is free of interests in its supplier and in the supplier's rivals."""

from __future__ import annotations

from coi_audit.model.facts_of_procurement import ContractMonitorFacts
from coi_audit.model.outcome import Outcome, cannot_tell, met, not_met
from coi_audit.model.words import Examines

EXAMINES = Examines.CONTRACT_MONITOR


def check(facts: ContractMonitorFacts) -> Outcome:
    """Somebody of whom no register of interests tells is asked about, once."""
    if not facts.paper:
        return cannot_tell(
            "No paper that names the managers of contracts is in the folder.",
            ask="Who manages and monitors each contract, and has any of them an interest in its supplier or a rival? "
            "Please supply the register of procurement decisions, which names contract managers.",
        )
    if facts.interest:
        if facts.stood_back:
            return met(f'{facts.monitor}: {facts.interest}; the papers say: "{facts.stood_back}".')
        return not_met(f"{facts.monitor}: {facts.interest}.")
    if facts.interest_unclear:
        return cannot_tell(
            f"It is not settled whether this is an interest in the supplier or a rival: {facts.interest_unclear}.",
            ask=f"Has {facts.monitor} an interest in {facts.supplier}: {facts.interest_unclear}?",
        )
    if facts.declared:
        return met(f"No interest of {facts.monitor} in {facts.supplier} or a rival is known.")
    return cannot_tell(
        f"No register of interests in the folder names {facts.monitor}.",
        ask=f"Has {facts.monitor}, who manages contracts, declared interests, and is any of them in a supplier?",
    )
