"""What the checks of a breach share: when they stay silent, and what to ask where there is no log."""

from __future__ import annotations

from coi_audit.model.facts_of_assurance import BreachFacts
from coi_audit.model.outcome import Outcome, cannot_tell, not_applicable


def nothing_to_judge(facts: BreachFacts, about: str) -> Outcome | None:
    """Cannot tell without a log of breaches; silent on what was found to be none. `about` completes "to see ..."."""
    if not facts.paper:
        return cannot_tell(
            "No log of breaches is among the papers, and assurance.yaml has no section on them.",
            ask=f"Were there any breaches of the conflicts of interest policy? Please supply the log, to see {about}, "
            "or note in assurance.yaml that there were none.",
        )
    if facts.confirmed is False:
        return not_applicable("It was looked into and found to be no breach.")
    return None
