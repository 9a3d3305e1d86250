"""Whether words withheld from the published register were withheld by the guardian's decision, for a reason."""

from __future__ import annotations

from coi_audit.model.facts_of_registers import RedactionFacts
from coi_audit.model.outcome import Outcome, cannot_tell, met, not_met
from coi_audit.model.words import Examines

EXAMINES = Examines.REDACTION


def check(facts: RedactionFacts) -> Outcome:
    """Who decided and why must both be told, and the full copy must have been kept."""
    if not facts.paper:
        return cannot_tell(
            "No paper tells whether anything is withheld from the published register.",
            ask="Is anything withheld from the published register? If so, list it under redactions in assurance.yaml: "
            "whose, who decided, on what day, why, and whether the full copy is kept.",
        )
    if not facts.told:
        return cannot_tell(
            f"The register withholds {facts.withheld}, and no paper says who decided that.",
            ask=f"Who decided that {facts.withheld} of {facts.member} is withheld, on what day and for what reason?",
        )
    lacking = _lacking(facts)
    if lacking:
        return not_met(f"{facts.body} tells of it and gives {' and '.join(lacking)}.")
    if facts.by_guardian is None:
        return cannot_tell(
            f"It was decided by {facts.decided_by}; no paper says whether that was the conflicts of interest guardian.",
            ask=f"Was {facts.decided_by} the conflicts of interest guardian at the time?",
        )
    if not facts.by_guardian:
        return not_met(f"It was decided by {facts.decided_by}, who is not the conflicts of interest guardian.")
    if facts.unredacted_copy_kept is False:
        return not_met("The guardian decided it, and no unredacted copy is kept.")
    return met(f"The guardian decided it. Reason given: {(facts.reason or '').rstrip('.')}.")


def _lacking(facts: RedactionFacts) -> list[str]:
    lacking = []
    if not facts.decided_by:
        lacking.append("no decision")
    if not facts.reason:
        lacking.append("no reason")
    return lacking
