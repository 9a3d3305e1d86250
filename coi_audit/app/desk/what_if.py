"""What if others come, others deputise, the chair rules otherwise: changes to one day's meetings, small enough for an
address, so that a link gives the same page to whoever follows it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urlencode

from coi_audit.model.answers import one_line
from coi_audit.model.words import Action

KEYS = ("away", "here", "deputy", "ruling")
_BETWEEN = "~"
_MOST = 300  # entries taken from one address
_LONGEST = 120  # characters of a name or of an item's number


@dataclass(frozen=True, slots=True, order=True)
class Seat:
    """One person of one meeting: the meeting's place on its day, from 0, and the person's mark."""

    meeting: int
    mark: str


@dataclass(frozen=True, slots=True)
class TriedRuling:
    """A ruling tried out; `item` is the agenda's number, "" for the whole meeting."""

    seat: Seat
    item: str
    action: Action


@dataclass(frozen=True, slots=True)
class WhatIf:
    """The changes tried out. `deputies` gives who sits for a seat; "" takes the deputy of the list away."""

    away: frozenset[Seat] = frozenset()
    here: frozenset[Seat] = frozenset()
    deputies: tuple[tuple[Seat, str], ...] = ()
    rulings: tuple[TriedRuling, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.away or self.here or self.deputies or self.rulings)

    def of_meeting(self, meeting: int) -> WhatIf:
        """What concerns one of the day's meetings."""
        return WhatIf(
            frozenset(one for one in self.away if one.meeting == meeting),
            frozenset(one for one in self.here if one.meeting == meeting),
            tuple(one for one in self.deputies if one[0].meeting == meeting),
            tuple(one for one in self.rulings if one.seat.meeting == meeting),
        )

    def rulings_alone(self, meeting: int) -> WhatIf:
        """The same without what is tried out of who comes to one of the day's meetings."""
        return WhatIf(
            frozenset(one for one in self.away if one.meeting != meeting),
            frozenset(one for one in self.here if one.meeting != meeting),
            tuple(one for one in self.deputies if one[0].meeting != meeting),
            self.rulings,
        )

    def without_ruling(self, seat: Seat, item: str) -> WhatIf:
        """The same without one ruling."""
        kept = tuple(one for one in self.rulings if (one.seat, one.item) != (seat, item))
        return WhatIf(self.away, self.here, self.deputies, kept)

    def and_(self, other: WhatIf) -> WhatIf:
        """Both together; of rulings for one person and item the other's."""
        told = {(one.seat, one.item) for one in other.rulings}
        kept = tuple(one for one in self.rulings if (one.seat, one.item) not in told)
        return WhatIf(
            self.away | other.away, self.here | other.here, (*self.deputies, *other.deputies), (*kept, *other.rulings)
        )

    def query(self) -> str:
        """As an address's query, without the question mark; "" where nothing is tried out."""
        pairs = [("away", _joined(one)) for one in sorted(self.away)]
        pairs += [("here", _joined(one)) for one in sorted(self.here)]
        pairs += [("deputy", _joined(seat, name)) for seat, name in sorted(self.deputies)]
        pairs += [("ruling", _joined(one.seat, one.item, one.action.value)) for one in self.rulings]
        return urlencode(pairs)


def what_if_of(given: Iterable[tuple[str, str]]) -> WhatIf:
    """Read the changes of an address; what is not understood there changes nothing."""
    parts: dict[str, list[list[str]]] = {key: [] for key in KEYS}
    for key, value in list(given)[:_MOST]:
        if key in parts:
            parts[key].append(value.split(_BETWEEN))
    deputies = {seat: one_line(_BETWEEN.join(rest))[:_LONGEST] for seat, rest in _seated(parts["deputy"])}
    rulings: dict[tuple[Seat, str], TriedRuling] = {}
    for seat, rest in _seated(parts["ruling"]):
        action = _action(rest[-1]) if len(rest) >= 2 else None
        if action is not None:
            item = one_line(_BETWEEN.join(rest[:-1]))[:_LONGEST]
            rulings[seat, item] = TriedRuling(seat, item, action)
    return WhatIf(
        frozenset(seat for seat, _ in _seated(parts["away"])),
        frozenset(seat for seat, _ in _seated(parts["here"])),
        tuple(sorted(deputies.items())),
        tuple(rulings.values()),
    )


@lru_cache(maxsize=4_000)
def person_mark(name: str) -> str:
    """Eight hexadecimal digits that stand for a person in an address, where no name need show."""
    return hashlib.sha256(" ".join(name.casefold().split()).encode()).hexdigest()[:8]


def from_form(meeting: int, listed: Sequence[ListedSeat], sent: Mapping[str, str], ticked: Iterable[str]) -> WhatIf:
    """The changes that a form with every seat of a meeting tells of; what stays as listed is no change."""
    there = set(ticked)
    away, here, deputies = set(), set(), []
    for one in listed:
        seat = Seat(meeting, one.mark)
        if one.expected and one.mark not in there:
            away.add(seat)
        if not one.expected and one.mark in there:
            here.add(seat)
        deputy = " ".join(sent.get(one.mark, one.deputy).split())[:_LONGEST]
        if one.member and deputy != one.deputy:
            deputies.append((seat, deputy))
    return WhatIf(frozenset(away), frozenset(here), tuple(deputies))


@dataclass(frozen=True, slots=True)
class ListedSeat:
    """One person as the papers have them for a meeting to come. `member`: with a seat that a deputy may take."""

    mark: str
    name: str
    post: str
    member: bool
    voting: bool
    expected: bool
    deputy: str = ""
    withheld: tuple[str, ...] = ()


def _seated(entries: Sequence[Sequence[str]]) -> list[tuple[Seat, list[str]]]:
    found = []
    for place, *rest in entries:
        if rest and place.isascii() and place.isdigit() and len(place) < 3:
            mark = rest[0]
            if len(mark) == 8 and not set(mark) - set("0123456789abcdef"):
                found.append((Seat(int(place), mark), list(rest[1:])))
    return found


def _action(word: str) -> Action | None:
    try:
        return Action(word)
    except ValueError:
        return None


def _joined(seat: Seat, *more: str) -> str:
    return _BETWEEN.join((str(seat.meeting), seat.mark, *more))
