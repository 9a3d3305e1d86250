"""Whether a register of interests has the columns that the template asks for."""

from __future__ import annotations

from coi_audit.model.facts_of_registers import RegisterFacts
from coi_audit.model.outcome import Outcome, cannot_tell, met, not_applicable, not_met
from coi_audit.model.words import Examines

EXAMINES = Examines.REGISTER
_EDITION = "edition"


def check(facts: RegisterFacts) -> Outcome:
    """Judges one edition by its headings, not by what stands below them."""
    if facts.register != _EDITION:
        return not_applicable("This is not an edition of the register of interests.")
    if not facts.held:
        return cannot_tell(
            "No register of interests is among the papers.",
            ask="Please supply the register of interests, to see whether it has the columns of the template.",
        )
    if facts.columns_missing:
        return not_met(f"{facts.file} has no column for {facts.columns_missing}.")
    return met(f"{facts.file} has every column of the template.")
