"""Whether a direct award to a GP provider rests on evidence that nobody else could, and beyond the core contract."""

from __future__ import annotations

from coi_audit.checks._guards import first
from coi_audit.checks._procurement import guidance_only, no_paper, not_awarded, whole_paper
from coi_audit.model.facts_of_procurement import ProcurementFacts
from coi_audit.model.outcome import Outcome, cannot_tell, met, not_applicable, not_met
from coi_audit.model.procurement import ProcurementField
from coi_audit.model.words import Examines

EXAMINES = Examines.PROCUREMENT
_ASK = "which contracts went to GP providers without competition, and on what evidence?"


def check(facts: ProcurementFacts) -> Outcome:
    """Two answers are needed; one that is said to be wanting is a shortfall, one that is not there is asked for."""
    silent = first(
        guidance_only(facts),
        no_paper(facts, _ASK),
        whole_paper(facts, ProcurementField.PROCESS, ask=f"In {facts.paper_name}, {_ASK}"),
        not_awarded(facts),
    )
    if silent is not None:
        return silent
    if not facts.gp_linked:
        return not_applicable("Nothing in the papers ties the supplier to general practice.")
    if facts.direct_award is False:
        return not_applicable("It was not a direct award.")
    if facts.direct_award is None:
        return cannot_tell(
            f"The papers do not say how {facts.supplier} was chosen.",
            ask=f'Was "{facts.service}" awarded to {facts.supplier} without competition, and on what evidence?',
        )
    answers = {
        "that no other provider was capable": facts.sole_capability,
        "that the service goes beyond the core GP contract": facts.beyond_core,
    }
    wanting = [what for what, told in answers.items() if told is False]
    if wanting:
        return not_met(f"It was a direct award, and the papers give no evidence {' or '.join(wanting)}.")
    open_ = [what for what, told in answers.items() if told is None]
    if open_:
        return cannot_tell(
            f"It was a direct award, and the papers in the folder do not show {' or '.join(open_)}.",
            ask=f'What evidence was there for "{facts.service}" {" and ".join(open_)}?',
        )
    return met("The papers give evidence on both points.")
