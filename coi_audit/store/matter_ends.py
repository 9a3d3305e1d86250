"""When something kept came to its end: as the papers tell, else the first day on which it had ended for certain.

In doubt nothing has ended: what is let go cannot be brought back.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from coi_audit.linking.people.same import same_person
from coi_audit.model.dates import in_words
from coi_audit.model.words import Match

# Kinds of papers that describe what holds until another paper says otherwise: their own days end nothing.
_STANDING = frozenset({"staff", "assurance", "policy", "organisations", "answers", "unknown", "left aside"})


@dataclass(frozen=True, slots=True)
class Ended:
    """The last day something held, None where nothing tells; and how that is known."""

    day: date | None
    because: str


class Registers:
    """When each name stood on a register last, and the days of all registers, in order."""

    def __init__(self, listed: Mapping[str, date], days: tuple[date, ...]) -> None:
        self.listed = listed
        self.days = days
        self._last: dict[str, date] = {}

    def last_of(self, name: str) -> date:
        """The last day on which somebody stood there who may be meant."""
        if name not in self._last:
            self._last[name] = max(day for other, day in self.listed.items() if _may_be(name, other))
        return self._last[name]

    def is_any(self, name: str, names: Collection[str]) -> bool:
        """Whether one of these may be meant."""
        return any(_may_be(name, one) for one in names)


def _may_be(one: str, other: str) -> bool:
    return one == other or same_person(one, other) is not Match.NONE


def end_of_interest(
    days: Sequence[tuple[date, Mapping[str, Any]]], registers: Registers, *, sits: Callable[[str], bool]
) -> Ended:
    """The end of an interest; `days` are its rows, each with its register's day; `sits` tells who is a member still.

    The last register decides whether it has ended at all; of several days told, the latest counts.
    """
    newest = max(day for day, _ in days)
    last = [one for day, one in days if day == newest]
    told = [one["held_until"] for _, one in days if one["held_until"] is not None]
    if all(one["held_until"] is not None for one in last):
        return Ended(max(told), "as the register says")
    person = last[0]["person"]
    listed = registers.last_of(person)
    after = next((day for day in registers.days if day > listed), None)
    if after is None or sits(person):
        return Ended(None, "no register says when it ended")
    return Ended(after, f"nobody of this name stands on the register of {in_words(after)} or a later one")


def end_of_membership(rows: Sequence[Mapping[str, Any]]) -> Ended:
    """The end of a membership: as stated last, else the day from which the body's paper did not tell it any more."""
    known = [one for one in rows if one["closed"] is None]
    last = max(rows, key=lambda one: (one["recorded_from"], one["id"]))
    told = [one["held_until"] for one in rows if one["held_until"] is not None]
    if last["held_until"] is not None and all(one["held_until"] is not None for one in known):
        return Ended(max(told), "as the body's paper says")
    if known:
        return Ended(None, "it holds, as far as is known")
    ended = max(one["recorded_until"] for one in rows)
    return Ended(ended, f"the body's paper does not tell it since {in_words(ended)}")


def end_of_paper(kind: str, days: Sequence[date], known_until: date | None) -> Ended:
    """The end of all that one version of a paper tells: the latest day in it, or of its being superseded."""
    if known_until is not None:
        return Ended(max((known_until, *days)), "it was superseded, and nothing in it is later")
    if kind in _STANDING:
        return Ended(None, "it holds until another paper takes its place")
    if not days:
        return Ended(None, "it tells no day")
    return Ended(max(days), "the latest day it tells")
