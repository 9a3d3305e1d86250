"""What the meeting checks share: when a rule stays silent, when the papers cannot tell, and actions in words."""

from __future__ import annotations

from coi_audit.model.dates import in_words
from coi_audit.model.facts import ConflictFacts, ItemFacts, MeetingFacts
from coi_audit.model.outcome import Outcome, cannot_tell, not_applicable
from coi_audit.model.words import Action, Handling, LinkKind, Purpose, RuleOutcome, Stage


def action_words(action: Action) -> str:
    """An action as a phrase that follows "asks for" or "is"."""
    return action.in_words


def first(*outcomes: Outcome | None) -> Outcome | None:
    """The first that is an outcome: guards are asked in order, and the first to speak decides."""
    return next((outcome for outcome in outcomes if outcome is not None), None)


def not_yet_held(facts: MeetingFacts) -> Outcome | None:
    """Silent before the meeting: there is nothing yet that could have been done or recorded."""
    if facts.stage is Stage.BEFORE:
        return not_applicable("The meeting has not been held yet.")
    return None


def minutes_missing(facts: MeetingFacts, about: str) -> Outcome | None:
    """Cannot tell where the day has passed and no minutes are in the folder. `about` completes "to see ..."."""
    if facts.stage is not Stage.NO_MINUTES:
        return None
    day = in_words(facts.on)
    return cannot_tell(
        f"The meeting of {day} has passed and its minutes are not among the papers.",
        ask=f"Please supply the minutes of {facts.committee} of {day}, to see {about}.",
    )


def for_information(facts: ItemFacts) -> Outcome | None:
    """Silent on an item that asks for neither a decision nor a discussion."""
    if facts.purpose is Purpose.INFORMATION:
        return not_applicable("The item is for information only.")
    return None


def only_a_note_asked(facts: ConflictFacts) -> Outcome | None:
    """Silent where noting the interest, or nothing at all, is all that is asked."""
    if facts.required_action.strength <= Action.NOTE.strength:
        return not_applicable(f"All that this interest asks for at this item is {action_words(facts.required_action)}.")
    return None


def absent(facts: ConflictFacts) -> Outcome | None:
    """Silent about somebody who was not there, unless staying away was itself the action."""
    if not facts.present and facts.recorded_action is not Action.NOT_ATTEND:
        return not_applicable(f"{facts.member} was not at the meeting.")
    return None


def no_recusal_asked(facts: ConflictFacts, *, about: str) -> Outcome | None:
    """The guards of every rule about how a conflict was managed, in the order that reads best in a report."""
    return first(
        not_yet_held(facts),
        for_information(facts),
        only_a_note_asked(facts),
        absent(facts),
        minutes_missing(facts, about),
    )


def unless_in_doubt(facts: ConflictFacts, outcome: Outcome) -> Outcome:
    """`outcome`, but a shortfall becomes a question where it is not settled who or what is meant, or where the
    minutes have no section for the item."""
    if outcome.kind is not RuleOutcome.NOT_MET:
        return outcome
    if facts.unclear or facts.link is LinkKind.UNCLEAR:
        return cannot_tell(
            *outcome.because,
            f"It is not settled that {facts.party} and the interest of {facts.member} are what the item is about.",
            ask=f'Which organisation and which person are meant at "{facts.item}": does the interest of {facts.member} '
            f"({facts.interest}) touch it?",
        )
    if facts.recorded is False:
        return cannot_tell(
            *outcome.because,
            "The minutes have no section for this item.",
            ask=f'Was "{facts.item}" taken at the meeting of {in_words(facts.on)}, and where is it minuted?',
        )
    return outcome


def reason_for_less(facts: ConflictFacts) -> str | None:
    """The reason or ruling for doing less than is asked, as the end of a sentence; a ruling not followed is none."""
    if facts.handling is Handling.BELOW_WITHOUT_REASON:
        return None
    reason = facts.reason or facts.ruling
    return reason.rstrip(". ") + "." if reason else None


def withdrew_after_own_case(facts: ConflictFacts) -> bool:
    """Whether they attended to put their own practice's case and left before the committee deliberated."""
    recorded = facts.recorded_action
    left = recorded is not None and recorded.strength >= Action.DISCUSS_THEN_LEAVE.strength
    return facts.presents_own_case and (left or facts.left_recorded)
