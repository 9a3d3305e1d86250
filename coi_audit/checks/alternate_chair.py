"""Whether somebody without a conflict took the chair where chair and vice-chair both had one."""

from __future__ import annotations

from coi_audit.checks._guards import first, for_information, minutes_missing, not_yet_held
from coi_audit.model.facts import ItemFacts
from coi_audit.model.outcome import Outcome, cannot_tell, met, not_applicable, not_met
from coi_audit.model.words import Examines

EXAMINES = Examines.ITEM


def check(facts: ItemFacts) -> Outcome:
    """Silent where the chair or the vice-chair could take the item; asks where nothing says who the vice-chair is."""
    silent = first(
        _one_of_them_free(facts),
        not_yet_held(facts),
        for_information(facts),
        minutes_missing(facts, "who was in the chair for the item"),
    )
    return silent or _judge(facts)


def _one_of_them_free(facts: ItemFacts) -> Outcome | None:
    if not facts.chair_conflicted:
        return not_applicable("The chair has no conflict at this item.")
    if facts.vice_chair_conflicted is False:
        return not_applicable("The vice-chair has no conflict at this item.")
    return None


def _judge(facts: ItemFacts) -> Outcome:
    alternate = facts.acting_chair if facts.acting_chair != facts.chair_name else None
    if alternate and not facts.acting_chair_conflicted:
        return met(f"{alternate}, who has no conflict at the item, took the chair.")
    if facts.vice_chair_conflicted is None:
        return cannot_tell(
            "The chair has a conflict at this item; the papers do not show that the vice-chair was free to take it.",
            ask=f'Who is vice-chair of {facts.committee}, and who was in the chair for "{facts.item}"?',
        )
    both = "Chair and vice-chair both have a conflict at this item"
    if alternate:
        return not_met(f"{both}, and so has {alternate}, who took the chair.")
    if not facts.substitute_available:
        return not_met(f"{both}, and no member with a vote was left who could take the chair.")
    return not_met(f"{both}, and the minutes name nobody else as taking the chair.")
