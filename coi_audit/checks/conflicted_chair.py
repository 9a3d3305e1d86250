"""Whether somebody who had to hand over the chair for an item kept it."""

from __future__ import annotations

from coi_audit.checks._guards import absent, first, for_information, minutes_missing, not_yet_held, unless_in_doubt
from coi_audit.model.facts import ConflictFacts
from coi_audit.model.outcome import Outcome, cannot_tell, met, not_applicable, not_met
from coi_audit.model.words import Action, Examines, Severity

EXAMINES = Examines.MEMBER_AND_ITEM


def check(facts: ConflictFacts) -> Outcome:
    """A direct interest is critical, an indirect one high. Who chairs is read at the item, not at the title page."""
    silent = first(
        _not_asked(facts),
        not_yet_held(facts),
        for_information(facts),
        absent(facts),
        minutes_missing(facts, "who was in the chair for the item"),
    )
    return silent or unless_in_doubt(facts, _judge(facts))


def _not_asked(facts: ConflictFacts) -> Outcome | None:
    if facts.hand_over_chair:
        return None
    return not_applicable(f"{facts.member} did not have to hand over the chair for this item.")


def _judge(facts: ConflictFacts) -> Outcome:
    if facts.acting_chair and facts.acting_chair != facts.member:
        return met(f"{facts.acting_chair} took the chair for the item.")
    severity = Severity.CRITICAL if facts.direct else Severity.HIGH
    if facts.acting_chair:
        return not_met(f"The minutes name {facts.member} as chairing the item.", severity=severity)
    if _out_for_the_item(facts.recorded_action):
        return met(f"{facts.member} was out for the whole item, so somebody else was in the chair.")
    if facts.recorded_action is Action.DISCUSS_THEN_LEAVE or (facts.declared and not facts.deed_recorded):
        return cannot_tell(
            f"The minutes do not say who was in the chair when {facts.member} should not have been.",
            ask=f'Who was in the chair for "{facts.item}", from the discussion to the decision?',
        )
    return not_met(
        f"{facts.member} was in the chair of the meeting and the minutes name nobody else for this item.",
        severity=severity,
    )


def _out_for_the_item(recorded: Action | None) -> bool:
    return recorded is not None and recorded.strength >= Action.LEAVE.strength
