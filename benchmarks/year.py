"""One invented year of England in plain numbers: who holds what, who met, what each item decided, what was minuted."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from datetime import date, timedelta

SEED = 2017
BODIES, HOLDERS, INTERESTS, ORGANISATIONS, PRACTICES = 211, 300, 4, 100, 60
MEETINGS, ITEMS, ATTENDING, VOTING = 30, 15, 20, 15
FIRST_DAY = date(2017, 4, 3)
CHECKS = BODIES * MEETINGS * ITEMS * ATTENDING  # a member and an item put together

# What somebody is to an organisation: the row of the action table that a link to a party stands in, and whether the
# interest is financial. The row of somebody else's interest is `other_person` (a spouse's counts as one's own).
TIES = {
    "partner": ("own", True),
    "employee": ("own", True),
    "director": ("own", True),
    "shareholder": ("own", True),
    "owner": ("own", True),
    "consultant": ("own", True),
    "trustee": ("duty", False),
    "role": ("other_role", False),
    "member": ("ordinary_member", False),
}
TIE_NAMES = tuple(TIES)
SELF, SPOUSE, RELATIVE, FRIEND = range(4)
ROWS = ("own", "other_person", "duty", "other_role", "ordinary_member")
DECISION, DISCUSSION, INFORMATION = range(3)
NONE, NOTE, STAY_NO_VOTE, DISCUSS_THEN_LEAVE, LEAVE, LEAVE_NO_PAPERS, NOT_ATTEND = range(7)


@dataclass(frozen=True, slots=True)
class Held:
    """One interest: `tie` is a place in TIE_NAMES, days are counted from 0001-01-01 as dates count them."""

    person: int
    organisation: int
    tie: int
    relationship: int
    known: int  # the day the register first showed it
    ended: int  # the last day it was held; 9999-12-31 while it is


@dataclass(frozen=True, slots=True)
class Said:
    """What was minuted of one person at one item; `papers` None where nothing is said of them."""

    declared: bool
    at_item: bool
    nature: bool
    action: int
    returned: bool
    reason: bool
    papers: bool | None


SILENT = Said(False, False, False, NONE, False, False, None)


@dataclass(frozen=True, slots=True)
class Business:
    """One item, about one organisation."""

    party: int
    purpose: int
    closed: bool
    decided: bool


@dataclass(slots=True)
class Met:
    """One meeting: who was there (the first in the chair, the first 15 with a vote), its items, and the minutes."""

    day: int
    there: tuple[int, ...]
    items: tuple[Business, ...]
    said: dict[tuple[int, int], Said] = field(default_factory=dict)  # by item and person; nobody else is spoken of


@dataclass(slots=True)
class BodyYear:
    number: int
    held: tuple[Held, ...]
    meetings: tuple[Met, ...]


def year_of(number: int) -> BodyYear:
    """The year of one body; the same number gives the same year."""
    draw = random.Random(SEED * 1000 + number)
    held = tuple(one for person in range(HOLDERS) for one in _interests(person, draw))
    by_person: dict[int, list[Held]] = {}
    for one in held:
        by_person.setdefault(one.person, []).append(one)
    meetings = tuple(_meeting(index, by_person, draw) for index in range(MEETINGS))
    return BodyYear(number, held, meetings)


def _interests(person: int, draw: random.Random) -> list[Held]:
    found = []
    for organisation in draw.sample(range(ORGANISATIONS), INTERESTS):
        begun = FIRST_DAY - timedelta(days=draw.randrange(30, 900))
        late = draw.random() < 0.03
        ended = draw.random() < 0.02
        found.append(
            Held(
                person=person,
                organisation=organisation,
                tie=draw.choices(range(len(TIE_NAMES)), (30, 14, 10, 12, 4, 6, 8, 8, 8))[0],
                relationship=draw.choices((SELF, SPOUSE, RELATIVE, FRIEND), (84, 8, 5, 3))[0],
                known=(FIRST_DAY + timedelta(days=draw.randrange(360)) if late else begun).toordinal(),
                ended=(FIRST_DAY + timedelta(days=draw.randrange(360)) if ended else date.max).toordinal(),
            )
        )
    return found


def _meeting(index: int, by_person: dict[int, list[Held]], draw: random.Random) -> Met:
    there = tuple(draw.sample(range(HOLDERS), ATTENDING))
    items = tuple(
        Business(
            party=draw.randrange(ORGANISATIONS),
            purpose=draw.choices((DECISION, DISCUSSION, INFORMATION), (60, 25, 15))[0],
            closed=draw.random() < 0.1,
            decided=draw.random() < 0.9,
        )
        for _ in range(ITEMS)
    )
    met = Met((FIRST_DAY + timedelta(days=12 * index)).toordinal(), there, items)
    for place, item in enumerate(items):
        for person in there:
            if any(one.organisation == item.party and met.day <= one.ended for one in by_person[person]):
                met.said[place, person] = _said(draw)
    return met


def _said(draw: random.Random) -> Said:
    """Most conflicts are declared and acted on; some are not declared, some only noted, some minutes are thin."""
    if draw.random() < 0.05:
        return SILENT
    action = draw.choices((NONE, NOTE, STAY_NO_VOTE, DISCUSS_THEN_LEAVE, LEAVE), (2, 4, 3, 8, 83))[0]
    left = action >= DISCUSS_THEN_LEAVE
    return Said(
        declared=True,
        at_item=draw.random() < 0.97,
        nature=draw.random() < 0.97,
        action=action,
        returned=left and draw.random() < 0.96,
        reason=action < LEAVE and draw.random() < 0.5,
        papers=draw.choices((None, False, True), (2, 97, 1))[0],
    )
