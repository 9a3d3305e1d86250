"""A small body as plain facts, one row a tuple: what `conflicts.sql` joins and `body_words.py` writes out."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from item_titles import Title

Day = date | None


class Organisation(NamedTuple):
    org: str
    kind: str
    commissioned: bool
    premises_owner: str | None = None


class Seat(NamedTuple):
    person: str
    role: str
    voting: bool
    chair: bool
    vice_chair: bool
    practice: str | None
    begins: Day
    ends: Day


class Interest(NamedTuple):
    interest: int  # row of the register
    person: str
    org: str
    tie: str
    relationship: str
    financial: bool
    begins: Day
    ends: Day
    percent: float | None


class Attending(NamedTuple):
    meeting: int
    person: str
    status: str  # present | apologies | in_attendance
    deputising_for: str | None = None
    first_item: int | None = None
    last_item: int | None = None


@dataclass(frozen=True, slots=True)
class Item:
    item: int
    title: Title
    parties: tuple[str, ...]  # names as written
    touched: tuple[str, ...]  # organisations they stand for: several for one name where it is an `ask`
    ask: bool
    neighbours: tuple[str, ...]
    people: tuple[str, ...]
    purpose: str
    private: bool


@dataclass(frozen=True, slots=True)
class Meeting:
    meeting: int
    day: date
    held: bool
    in_chair: str
    items: tuple[Item, ...]


@dataclass(slots=True)
class SmallBody:
    """One body with its committee, its register and its meetings."""

    number: int
    kind: str
    lists: bool  # its practices stand in a national list, else in body.yaml alone
    policy: str | None
    required: int
    lay_executive_majority: bool
    must_include: tuple[str, ...]
    organisations: list[Organisation] = field(default_factory=list)
    belongs: list[tuple[str, str]] = field(default_factory=list)  # member or owner, and what it is one of
    owners: list[tuple[str, str]] = field(default_factory=list)  # organisation, person
    seats: list[Seat] = field(default_factory=list)
    others: list[str] = field(default_factory=list)  # people who are no members
    interests: list[Interest] = field(default_factory=list)
    attendance: list[Attending] = field(default_factory=list)
    meetings: list[Meeting] = field(default_factory=list)
    namesakes: tuple[str, ...] = ()  # two practices that share the word they are called by

    def of_kind(self, *kinds: str) -> list[str]:
        """Names of its organisations of these kinds."""
        return [one.org for one in self.organisations if one.kind in kinds]

    @property
    def own_practices(self) -> list[str]:
        """The practices it commissions, without those that share a name."""
        return [one.org for one in self.organisations if one.commissioned and one.org not in self.namesakes]
