"""Whether the governing body has as many lay members as the law requires and the guidance recommends."""

from __future__ import annotations

from dataclasses import dataclass

from coi_audit.model.facts_of_governance import GoverningBodyFacts
from coi_audit.model.outcome import Outcome, cannot_tell, met, not_met
from coi_audit.model.words import Examines, Severity

EXAMINES = Examines.GOVERNING_BODY


@dataclass(frozen=True, slots=True)
class Params:
    """The least number of lay members by law; the number the guidance of the time recommends, and what it weighs."""

    by_law: int
    recommended: int | None = None
    below_recommended: Severity = Severity.MEDIUM


def check(facts: GoverningBodyFacts, params: Params) -> Outcome:
    """Fewer than the law requires is critical; fewer than the guidance recommends weighs what the rule says."""
    if not facts.paper:
        return cannot_tell(
            "body.yaml lists no governing body with its members of that day.",
            ask=f"Who were the members of the governing body of {facts.body}, and which of them were lay members? "
            "Please list it in body.yaml with kind: governing_body.",
        )
    count = f"The governing body has {_lay(facts.lay_members)}"
    if facts.lay_members < params.by_law:
        short = not_met(f"{count}; the law requires {params.by_law}.", severity=Severity.CRITICAL)
        return _unless_untold(facts, params.by_law, short)
    if params.recommended is not None and facts.lay_members < params.recommended:
        told = f"{count}; the guidance recommends at least {params.recommended}."
        short = not_met(told, severity=params.below_recommended)
        return _unless_untold(facts, params.recommended, short)
    return met(f"{count}.")


def _unless_untold(facts: GoverningBodyFacts, needed: int, short: Outcome) -> Outcome:
    """A question where members whose role is not told could make up the number."""
    if facts.lay_members + facts.role_unknown < needed:
        return short
    return cannot_tell(
        f"The governing body has {_lay(facts.lay_members)} and {facts.role_unknown} whose role is not told.",
        ask="Which of the members without a role in body.yaml were lay members?",
    )


def _lay(number: int) -> str:
    words = {0: "no lay member", 1: "one lay member", 2: "two lay members"}
    return words.get(number, f"{number} lay members")
