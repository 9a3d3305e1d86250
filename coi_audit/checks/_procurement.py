"""What the procurement checks share: the paper that is not there, the regime that holds, fields in words."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from coi_audit.model.dates import in_words
from coi_audit.model.facts_of_procurement import ProcurementFacts
from coi_audit.model.outcome import Outcome, cannot_tell, not_applicable
from coi_audit.model.procurement import ProcurementField
from coi_audit.model.words import RuleOutcome

_WORDS = {
    ProcurementField.TITLE: "the title",
    ProcurementField.DESCRIPTION: "what was bought",
    ProcurementField.DECIDED_BY: "who decided, and how",
    ProcurementField.DECISION_MAKERS: "who took the decision",
    ProcurementField.CONFLICTS: "the conflicts of interest noted",
    ProcurementField.MITIGATION: "how the conflicts were managed",
    ProcurementField.SUPPLIER: "the supplier",
    ProcurementField.ADDRESS: "the supplier's address",
    ProcurementField.VALUE: "the value of the contract",
    ProcurementField.CONTRACT_DATES: "when the contract begins and ends",
    ProcurementField.PROCESS: "how the supplier was chosen",
    ProcurementField.CRITERIA: "how the key criteria were applied",
    ProcurementField.REASONS: "the reasons for the decision",
    ProcurementField.EVALUATORS: "who evaluated the bids",
    ProcurementField.BIDDERS: "who bid",
    ProcurementField.BIDDER_DECLARATIONS: "the bidders' declarations",
    ProcurementField.CHECKLIST: "the procurement checklist",
    ProcurementField.CONFLICTS_ASSESSMENT: "the conflicts assessment",
    ProcurementField.CONTRACT_MANAGER: "the contract manager",
}


def field_words(fields: Iterable[ProcurementField]) -> str:
    """Fields as the end of a sentence: "who decided, and how; the value of the contract"."""
    return "; ".join(_WORDS[field] for field in dict.fromkeys(fields))


def no_paper(facts: ProcurementFacts, ask: str) -> Outcome | None:
    """Cannot tell where no register of procurement decisions is in the folder. `ask` says what to look at in it."""
    if facts.paper:
        return None
    silent = f"No register of procurement decisions and contracts of {facts.body} is among the papers."
    return cannot_tell(silent, ask=f"Please supply the register of procurement decisions and contracts: {ask}")


def whole_paper(facts: ProcurementFacts, *needs: ProcurementField, ask: str) -> Outcome | None:
    """Of a paper as a whole: one question where it has no place for what is needed, else silence."""
    if not facts.whole_paper:
        return None
    lacking = [field for field in needs if field in facts.lacking]
    if not lacking:
        return not_applicable("Its entries are looked at one by one.")
    silent = f"{facts.paper_name} has no column for {field_words(lacking)}, in any of its {facts.entries} entries."
    return cannot_tell(silent, ask=ask)


def guidance_only(facts: ProcurementFacts) -> Outcome | None:
    """Silent on the second look at a matter, which only asks what the regime of its beginning says."""
    return not_applicable("The day of the decision is what counts here.") if facts.by_start else None


def other_regime(facts: ProcurementFacts, *, health: bool, process_from: date) -> Outcome | None:
    """Silent where the matter is known to fall under other regulations: by its subject, or by when it began."""
    if facts.health is not None and facts.health is not health:
        what = "health care services" if facts.health else "no health care services"
        return not_applicable(f"What was bought is {what}: other regulations speak of it.")
    if facts.started_on is not None and facts.started_on < process_from:
        return not_applicable(f"The process began on {in_words(facts.started_on)}, under the regulations before.")
    return None


def unless_of_other_kind(facts: ProcurementFacts, outcome: Outcome) -> Outcome:
    """`outcome`, but a shortfall becomes a question where the papers do not say whether it is health care."""
    if outcome.kind is not RuleOutcome.NOT_MET or facts.health is not None:
        return outcome
    return cannot_tell(
        *outcome.because,
        "The papers do not say whether these are health care services, and other regulations hold where they are not.",
        ask=f'Is "{facts.service}" a health care service, or is it support, advice, goods or systems?',
    )


def not_awarded(facts: ProcurementFacts) -> Outcome | None:
    """Silent where nothing was awarded."""
    return not_applicable("Nothing was awarded.") if facts.awarded is False else None
