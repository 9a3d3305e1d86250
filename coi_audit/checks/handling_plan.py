"""Whether somebody decided, before the papers went out, how a conflict would be managed."""

from __future__ import annotations

from coi_audit.checks._guards import action_words, first, for_information, only_a_note_asked, unless_in_doubt
from coi_audit.model.facts import ConflictFacts
from coi_audit.model.outcome import Outcome, met, not_applicable, not_met
from coi_audit.model.words import Examines, Stage

EXAMINES = Examines.MEMBER_AND_ITEM


def check(facts: ConflictFacts) -> Outcome:
    """A plan is a ruling, or a note that papers are withheld, dated before the meeting."""
    silent = first(_past(facts), for_information(facts), only_a_note_asked(facts))
    return silent or unless_in_doubt(facts, _judge(facts))


def _past(facts: ConflictFacts) -> Outcome | None:
    if facts.stage is Stage.BEFORE:
        return None
    return not_applicable("The day of the meeting has passed: what was done is judged by other rules.")


def _judge(facts: ConflictFacts) -> Outcome:
    asked = f"The interest asks for {action_words(facts.required_action)}"
    if facts.plan:
        return met(f"{asked}, and a ruling made beforehand says how it will be managed.")
    return not_met(f"{asked}, and no ruling made beforehand says how it will be managed.")
