"""Which rules tell of a debt: what is owed where one is not met, whether it still is, and by when it was due."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from coi_audit.model.chase import Owed
from coi_audit.model.dates import add_months, in_words
from coi_audit.model.outcome import Outcome

_LACKING = "The entry does not give "
Due = tuple[date | None, str]  # the last day in time, and how it was worked out


@dataclass(frozen=True, slots=True)
class Telling:
    """What a check that is not met tells of a debt. The facts are those of the check, `params` its version's.

    `still` is False where what was late has been given since; `due` is the last day in time and how it comes about,
    None where the rule names none; `what` completes "you owe ...".
    """

    kind: Owed
    still: Callable[[Any], bool]
    due: Callable[[Any, Any], Due]
    what: Callable[[Any, Any, Outcome], str]


def _always(_: Any) -> bool:
    return True


def _no_day(*_: Any) -> Due:
    return None, ""


def _from_start(facts: Any, params: Any) -> Due:
    """On the day the role began, or so many days after it as the rule allows."""
    days = getattr(params, "days", 0)
    if facts.started_on is None:
        return None, ""
    due = facts.started_on + timedelta(days=days)
    return (
        due,
        f"{days} days after the role began on {in_words(facts.started_on)}" if days else "the day the role began",
    )


def _from_event(facts: Any, params: Any) -> Due:
    return facts.on + timedelta(days=params.days), f"{params.days} days after {in_words(facts.on)}"


def _from_last(facts: Any, params: Any) -> Due:
    last = facts.last_confirmed_on
    return add_months(last, params.months), f"{params.months} months after {in_words(last)}"


def _nothing_declared(facts: Any) -> bool:
    """No interest and no nil return by the day the facts speak for."""
    return (
        not facts.declarations
        and facts.last_confirmed_on is None
        and facts.nil_return_on is None
        and not facts.nil_return_undated
    )


def _declaration(*_: Any) -> str:
    return "a declaration of interests, or a nil return if there is nothing to declare"


def _refresh(facts: Any, params: Any, _: Outcome) -> str:
    last = in_words(facts.last_confirmed_on)
    return f"a fresh declaration, or a nil return: the last one is of {last} and stands for {params.months} months"


def _update(facts: Any, *_: Any) -> str:
    return f"an updated declaration, or a nil return, for the new role from {in_words(facts.on)}: {facts.new_role}"


def _told_at_meeting(facts: Any, *_: Any) -> str:
    return f"a written declaration of what was told at the meeting of {in_words(facts.on)}: {facts.interest}"


def _practice_role(facts: Any, *_: Any) -> str:
    return f"a declaration of the role in {facts.practice or 'a practice'}, and of the partnership's own interests"


def _holding(facts: Any, *_: Any) -> str:
    return f"a declaration of this holding: {facts.holding}"


def _parts(facts: Any, _: Any, outcome: Outcome) -> str:
    told = " ".join(outcome.because[:1]).removeprefix(_LACKING).rstrip(".")
    first, either, last = told.rpartition(" or ")
    return f'what is missing from the entry "{facts.interest}": {f"{first} and {last}" if either else last}'


# By the check's name. A rule on one of these checks needs nothing more to be chased.
TELLINGS: Mapping[str, Telling] = {
    "on_register": Telling(Owed.DECLARATION, _nothing_declared, _no_day, _declaration),
    "on_register_in_time": Telling(Owed.DECLARATION, _nothing_declared, _from_start, _declaration),
    "declared_or_nil": Telling(Owed.DECLARATION, _nothing_declared, _no_day, _declaration),
    "declared_on_starting": Telling(Owed.DECLARATION, _nothing_declared, _from_start, _declaration),
    "confirmed_lately": Telling(Owed.REFRESH, _always, _from_last, _refresh),
    "declared_on_role_change": Telling(Owed.UPDATE, lambda one: one.declared_after_on is None, _from_event, _update),
    "practice_role_declared": Telling(Owed.INTEREST, _always, _no_day, _practice_role),
    "shareholding_declared": Telling(Owed.INTEREST, _always, _no_day, _holding),
    "entered_on_register": Telling(Owed.INTEREST, lambda one: one.entered_on is None, _from_event, _told_at_meeting),
    "declaration_complete": Telling(Owed.DETAIL, _always, _no_day, _parts),
    "indirect_complete": Telling(Owed.DETAIL, _always, _no_day, _parts),
}
