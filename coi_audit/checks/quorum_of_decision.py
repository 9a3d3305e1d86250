"""Whether a decision was taken with a quorum of people free to take it."""

from __future__ import annotations

from coi_audit.checks._guards import first, for_information, minutes_missing, not_yet_held
from coi_audit.model.facts import ItemFacts
from coi_audit.model.outcome import Outcome, cannot_tell, met, not_applicable, not_met
from coi_audit.model.words import Examines

EXAMINES = Examines.ITEM


def check(facts: ItemFacts) -> Outcome:
    """Looks twice: at who was left as recorded, and at who would be left once everybody asked to withdraw had."""
    silent = first(
        not_yet_held(facts),
        for_information(facts),
        minutes_missing(facts, "who was present for the decision"),
        _no_decision(facts),
    )
    return silent or _judge(facts)


def _no_decision(facts: ItemFacts) -> Outcome | None:
    if facts.decision_taken is False:
        return not_applicable("No decision was taken on the item.")
    return None


def _judge(facts: ItemFacts) -> Outcome:
    if not facts.quorum_rule_known:
        return cannot_tell(
            f"The papers do not give the quorum of {facts.committee}.",
            ask=f"What quorum does the constitution set for {facts.committee}?",
        )
    shortfalls = _shortfalls(facts)
    if not shortfalls:
        return _no_shortfall_seen(facts)
    if facts.decision_taken is None:
        return cannot_tell(*shortfalls, ask=f'Was a decision taken on "{facts.item}"?')
    if facts.inquorate_route and facts.inquorate_route_minuted:
        return cannot_tell(
            *shortfalls,
            f"The minutes record an arrangement to restore the quorum: {facts.inquorate_route}.",
            ask=f'Did that arrangement restore the quorum for "{facts.item}", and under which provision?',
        )
    return not_met(*shortfalls)


def _shortfalls(facts: ItemFacts) -> list[str]:
    found = []
    if facts.quorate_actual is False:
        found.append("As recorded, those who remained for the item did not make a quorum.")
    if facts.quorate_required is False:
        found.append("Without those whose interests ask them to withdraw, the rest did not make a quorum.")
    if found and facts.quorum_required is not None and facts.eligible_after is not None:
        found.append(
            f"The quorum is {facts.quorum_required}; {facts.eligible_after} of those who count were free to decide."
        )
    return found


def _no_shortfall_seen(facts: ItemFacts) -> Outcome:
    if facts.quorate_actual and facts.quorate_required:
        return met("Those free to decide made a quorum.")
    return cannot_tell(
        "The minutes do not show who was there for the item.",
        ask=f'Which members were present for the decision on "{facts.item}"?',
    )
