"""How a conflict was handled: the first of the contract's seven answers that fits (section 5)."""

from __future__ import annotations

from dataclasses import dataclass

from coi_audit.model.linking import Participation
from coi_audit.model.words import Action, Handling, LinkKind, Stage


@dataclass(frozen=True, slots=True)
class HandlingFacts:
    stage: Stage
    required: Action
    participation: Participation
    known: bool  # on the register as known that day
    link: LinkKind
    ruling: bool  # a ruling in decisions.yaml covers the person and the item


def handling_of(facts: HandlingFacts) -> Handling:
    """`leave` meets `leave_no_papers` where the record is silent about papers, not where it says they were sent."""
    said = facts.participation
    if facts.stage is Stage.BEFORE:
        return Handling.NOT_YET_HELD
    if facts.stage is Stage.NO_MINUTES:
        return Handling.RECORD_TOO_THIN
    if not said.declared:
        return Handling.NOT_DECLARED
    if not facts.known and facts.link is not LinkKind.PERSONAL:
        return Handling.NOT_ON_REGISTER
    if said.presents_own_case and said.left_recorded:
        return Handling.MANAGED
    if not said.deed_recorded and facts.required.strength > Action.NOTE.strength:
        return Handling.RECORD_TOO_THIN
    if meets(facts.required, said):
        return Handling.MANAGED
    return Handling.BELOW_WITH_REASON if said.reason or facts.ruling else Handling.BELOW_WITHOUT_REASON


def meets(required: Action, said: Participation) -> bool:
    """Whether what was recorded is at least as strong as what was required."""
    recorded = said.recorded_action or Action.NONE
    if required is Action.LEAVE_NO_PAPERS and recorded is Action.LEAVE:
        return said.papers_sent is not True
    return recorded.strength >= required.strength
