"""Who is in the room for each item of one meeting, with what is the same for all items at which the same people are."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import cached_property

from coi_audit.audit.attendees import Attendee, Roll
from coi_audit.audit.chair import vice_chair_of
from coi_audit.audit.quorum import NO_RULE, Count, Quorums, Seats, seats_of
from coi_audit.model.linking import QuorumResult
from coi_audit.model.people import QuorumRule
from coi_audit.model.words import Purpose, Role


class Present:
    """The members there for an item; what does not depend on the item is worked out once."""

    def __init__(self, members: Sequence[Attendee], rule: QuorumRule | None) -> None:
        self.members = tuple(members)
        self._counts = Quorums.of(rule) if rule is not None else None

    @cached_property
    def seats(self) -> Seats:
        return seats_of(self.members)

    @cached_property
    def full(self) -> Count | None:
        """With nobody out; None where no rule is stated."""
        return self._counts.count(self.seats) if self._counts else None

    def count(self, out: Collection[str]) -> Count | None:
        """Once the people of these keys are out; None where no rule is stated."""
        if not out or self._counts is None:
            return self.full
        return self._counts.count(self.seats, out)

    def quorum(self, out: Collection[str], purpose: Purpose, ways_out: tuple[str, ...]) -> QuorumResult:
        """The quorum of an item from whose decision these keys are required to stay out."""
        before, after = self.full, self.count(out)
        if self._counts is None or before is None or after is None:
            return NO_RULE
        return self._counts.result(before, after, withdrawn=bool(out), purpose=purpose, ways_out=ways_out)

    @cached_property
    def voters(self) -> tuple[str, ...]:
        """Keys of the members with a vote; one key twice where two of one name have one."""
        return tuple(one.person.key for one in self.members if one.voting)

    @cached_property
    def gp_voters(self) -> tuple[str, ...]:
        return tuple(one.person.key for one in self.members if one.voting and one.role is Role.GP)

    @cached_property
    def vice_chair(self) -> Attendee | None:
        return vice_chair_of(self.members)

    @cached_property
    def needs_gp(self) -> bool:
        """Whether those there cannot meet the rule without a GP."""
        return self._counts is not None and self._counts.needs_a_gp(self.seats)


class Room:
    """One meeting's people by key and by item. `items` are the items' numbers and whether each is private, in order."""

    def __init__(self, roll: Roll, items: Sequence[tuple[str, bool]], rule: QuorumRule | None) -> None:
        self.everybody = roll.everybody
        self.listed = (*self.everybody, *roll.away)
        self.first_away = len(self.everybody)
        self.questions = roll.questions
        self.places: dict[str, list[int]] = {}  # of a person's key in `listed`
        for place, one in enumerate(self.listed):
            self.places.setdefault(one.person.key, []).append(place)
        # People who came late, left early or were at one part only; everybody else is there for every item.
        self._passing = {
            place
            for place, one in enumerate(self.everybody)
            if (one.from_item, one.until_item, one.private) != (None, None, None)
        }
        self._visitors = {
            place for place, one in enumerate(self.everybody) if one.seat is None and one.position and one.source
        }
        self._numbers = tuple(number for number, _ in items)
        self._private = tuple(private for _, private in items)
        # Whether everybody was there throughout, under a name of their own.
        self.is_plain = not self._passing and len(self.places) == len(self.listed)
        self._members = roll.members
        self._rule = rule
        self._present: dict[tuple[int, ...], Present] = {}
        self._all = Present(roll.members, rule)

    def attendee(self, key: str) -> Attendee:
        """The first on the lists with that key. Raises KeyError for anybody else."""
        return self.listed[self.places[key][0]]

    def is_away(self, place: int) -> bool:
        """Whether whoever stands there sent apologies."""
        return place >= self.first_away

    def at(self, place: int, index: int) -> bool:
        """Whether whoever stands at that place of the lists was there for the item."""
        return place not in self._passing or self.everybody[place].at(index, self._numbers, self._private)

    def is_examined(self, place: int, index: int) -> bool:
        """Whether whoever stands there is looked at for the item: they were there, or sent apologies.

        Of members of one name the papers show one person's interests, which are told once.
        """
        if not self.is_away(place) and not self.at(place, index):
            return False
        alike = self.places[self.listed[place].person.key]
        return len(alike) == 1 or not any(
            other < place and self.listed[other].namesakes and self.is_examined(other, index) for other in alike
        )

    def who_may_state(self, spoken_of: Collection[str] | None) -> Sequence[int]:
        """Places of those there of whom words may tell an interest: these keys (None: all), and visitors by post."""
        if spoken_of is None:
            return range(self.first_away)
        if not spoken_of:
            return sorted(self._visitors)
        spoken = {place for key in spoken_of for place in self.places.get(key, ())}
        return sorted(place for place in spoken | self._visitors if place < self.first_away)

    def present(self, index: int) -> Present:
        """The members there for the item at this place of the agenda."""
        if not self._passing:
            return self._all
        gone = tuple(one for one in self._passing if not self.everybody[one].at(index, self._numbers, self._private))
        known = self._present.get(gone)
        if known is None:
            members = [one for place, one in enumerate(self._members) if place not in gone]
            known = self._present[gone] = Present(members, self._rule)
        return known
