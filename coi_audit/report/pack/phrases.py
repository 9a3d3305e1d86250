"""Turns of phrase shared by the parts: what each action asks, said of one person or of several."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from coi_audit.model.words import Action, Authority
from coi_audit.report.conflict_view import ConflictView
from coi_audit.report.pack.people import AtItem, PackItem
from coi_audit.report.words import day, listed

# A reason that begins so runs on after "because"; any other may begin with a name.
_RUNS_ON = frozenset(["A", "An", "As", "He", "Her", "His", "It", "No", "She", "The", "Their", "There", "They", "This"])
PRESUMED = "the tool's own presumption; the chair rules, and says why"

# What somebody does, for one person and for several; for the chair's ruling and for the minutes.
_DOES: Mapping[Action, tuple[str, str]] = {
    Action.NONE: ("takes part as usual", "take part as usual"),
    Action.NOTE: ("takes part as usual, with the interest noted", "take part as usual, with the interests noted"),
    Action.STAY_NO_VOTE: (
        "may stay and takes no part in the decision",
        "may stay and take no part in the decision",
    ),
    Action.DISCUSS_THEN_LEAVE: (
        "may join the discussion and leaves before the decision",
        "may join the discussion and leave before the decision",
    ),
    Action.LEAVE: ("leaves for the whole of this item", "leave for the whole of this item"),
    Action.LEAVE_NO_PAPERS: (
        "leaves for the whole of this item and is sent no papers for it",
        "leave for the whole of this item and are sent no papers for it",
    ),
    Action.NOT_ATTEND: (
        "does not attend and is sent no papers",
        "do not attend and are sent no papers",
    ),
}
SHORT: Mapping[Action, str] = {
    Action.NONE: "nothing to do",
    Action.NOTE: "to be noted",
    Action.STAY_NO_VOTE: "no part in the decision",
    Action.DISCUSS_THEN_LEAVE: "discuss, then leave",
    Action.LEAVE: "leave",
    Action.LEAVE_NO_PAPERS: "leave, no papers",
    Action.NOT_ATTEND: "not attend",
}
AUTHORITY: Mapping[Authority, str] = {
    Authority.CHAIR: "the chair",
    Authority.GUARDIAN: "the conflicts of interest guardian",
    Authority.COMMITTEE: "the committee",
    Authority.CONFLICTS_PANEL: "the conflicts panel",
}


def does(action: Action, number: int = 1) -> str:
    """What the action has one person, or several, do: "leaves for the whole of this item"."""
    return _DOES[action][number != 1]


def names(people: Sequence[AtItem]) -> str:
    """Their names in one list, each once."""
    return listed(list(dict.fromkeys(one.person for one in people)))


def mid(text: str) -> str:
    """Words made to run on inside a sentence: a capital goes, unless the word is all capitals ("GP partner")."""
    return text[:1].lower() + text[1:] if re.match(r"[A-Z][a-z'’]|[A-Z] ", text) else text


def interest_of(one: ConflictView) -> str:
    """The interest and how it touches the item, in one phrase: "partner in Fernhill Surgery (party to this item)"."""
    return f"{mid(one.held)} ({mid(one.touch)})"


def interests_of(one: AtItem) -> str:
    """All of a person's interests at an item, as one phrase."""
    return "; ".join(dict.fromkeys(interest_of(each) for each in one.conflicts))


def held_of(one: AtItem) -> str:
    """What a person holds that touches an item, as one phrase."""
    return "; ".join(dict.fromkeys(mid(each.held) for each in one.conflicts))


def item_words(item: PackItem) -> str:
    """`Item 5: Fernhill Surgery: rent review`, or the title alone where items have no numbers."""
    number = item.view.number
    return f"Item {number}: {item.view.title}" if number else item.view.title


def item_only(item: PackItem) -> str:
    """What may be said of a private item to whoever is not sent its papers: its number and that it is private."""
    return f"Item {item.view.number}, in private" if item.view.number else "An item taken in private"


def by_whom(one: AtItem) -> str:
    """Who gave the ruling and when: "the chair on 12 January 2018"; empty where there is none."""
    if one.ruling is None:
        return ""
    ruling = one.ruling.ruling
    return f"{AUTHORITY[ruling.authority]}{f' on {day(ruling.on)}' if ruling.on else ''}"


def reason_of(one: AtItem) -> str:
    """The reason given with the ruling, to run on after "because"; empty where none is given."""
    reason = one.ruling.ruling.reason if one.ruling is not None else None
    told = reason.strip().rstrip(".") if reason else ""
    return mid(told) if told.split(" ", maxsplit=1)[0] in _RUNS_ON else told


def asks_less(one: AtItem) -> str:
    """A sentence where the ruling given beforehand asks less than is presumed; else empty."""
    if one.asked.strength >= one.action.strength:
        return ""
    return (
        f"The ruling on {one.person} asks less than the least presumed, which is that {one.person} {does(one.action)}: "
        "the minutes must give the reason."
    )
