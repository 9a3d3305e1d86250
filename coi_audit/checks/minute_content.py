"""Whether the minute of a declared conflict holds what it must: who, what, which item, what was done."""

from __future__ import annotations

from coi_audit.checks._guards import absent, first, for_information, minutes_missing, not_yet_held, unless_in_doubt
from coi_audit.model.facts import ConflictFacts
from coi_audit.model.outcome import Outcome, cannot_tell, met, not_applicable, not_met
from coi_audit.model.words import Action, Examines

EXAMINES = Examines.MEMBER_AND_ITEM


def check(facts: ConflictFacts) -> Outcome:
    """Leaving and coming back are looked for where leaving was recorded, or asked for unless staying was."""
    silent = first(
        not_yet_held(facts),
        for_information(facts),
        absent(facts),
        minutes_missing(facts, f"how the conflict of {facts.member} was minuted"),
    )
    return silent or unless_in_doubt(facts, _judge(facts))


def _judge(facts: ConflictFacts) -> Outcome:
    if facts.required_action is Action.NONE:
        return not_applicable("This interest asks for nothing at this item.")
    if facts.declared is None:
        return cannot_tell(
            f"The minutes do not tell whether {facts.member} declared the interest.",
            ask=f'Did {facts.member} declare the interest at "{facts.item}", and what was minuted?',
        )
    if not facts.declared:
        return not_applicable("The interest was not declared at the meeting, so there is no minute of it to complete.")
    missing = _missing(facts)
    if missing:
        return not_met(f"The minutes do not record: {'; '.join(missing)}.")
    return met("The minutes record who declared what, on which item, and what was done.")


def _missing(facts: ConflictFacts) -> list[str]:
    wanted = {
        "the name of the person": facts.name_recorded,
        "the nature of the interest": facts.nature_recorded,
        "the item it touches": facts.item_named,
        "how it was managed": facts.action_recorded,
    }
    if _leaving_expected(facts):
        wanted["when they left"] = facts.left_recorded
        wanted["when they came back"] = facts.returned_recorded
    return [field for field, recorded in wanted.items() if not recorded]


def _leaving_expected(facts: ConflictFacts) -> bool:
    leaves = (Action.DISCUSS_THEN_LEAVE, Action.LEAVE, Action.LEAVE_NO_PAPERS)
    if facts.recorded_action is Action.NOT_ATTEND:
        return False
    if facts.recorded_action in leaves or facts.left_recorded:
        return True
    stayed = facts.deed_recorded and facts.recorded_action in (Action.NOTE, Action.STAY_NO_VOTE)
    # Somebody recorded as staying cannot be minuted as leaving: that they stayed is another rule's matter.
    return facts.required_action in leaves and not stayed
