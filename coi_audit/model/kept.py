"""What the store says of itself: who changed it, what a run brought, whether its trail holds."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class By:
    """Who changes the store, when (in UTC), and why."""

    actor: str
    at: datetime
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Kept:
    """What one run brought: paths of papers, sorted. `absent` are known and not in this folder: they stay known."""

    body: str
    added: tuple[str, ...] = ()
    corrected: tuple[str, ...] = ()  # other bytes than before
    reread: tuple[str, ...] = ()  # the same bytes, read otherwise by this version of the program
    moved: tuple[tuple[str, str], ...] = ()  # the same bytes under another name: from, to
    unchanged: int = 0
    absent: tuple[str, ...] = ()
    withdrawn: tuple[str, ...] = ()
    removed: int = 0  # papers left out, since an order removed them
    entry: int | None = None  # the trail's entry; None where nothing changed
    key: str = ""  # what the body is found by in the store
    files: int | None = None  # papers whose own bytes were kept now; None where that was not asked for

    @property
    def changed(self) -> bool:
        """Whether the store is another than before."""
        return self.entry is not None


@dataclass(frozen=True, slots=True)
class Anchor:
    """An entry's number and hash as they were written down outside the store: in a report, a letter, the minutes."""

    number: int
    hash: str

    def __str__(self) -> str:
        return f"{self.number}:{self.hash}"


@dataclass(slots=True)
class TrailCheck:
    """What was looked at, and every fault in words. `head` is the last entry's number and hash."""

    entries: int = 0
    rows: int = 0
    head: Anchor = field(default_factory=lambda: Anchor(0, ""))
    faults: list[str] = field(default_factory=list)

    @property
    def whole(self) -> bool:
        """Nothing was found altered, missing, added or out of order."""
        return not self.faults


@dataclass(frozen=True, slots=True)
class Moment:
    """One fact of a history: when it held (both days included) and when it was known (the second day not included).

    `days_late` counts the days an interest was held before it was declared, where that is told and more than none: to
    its own day of declaration, else to the register's edition, and never past the day from which it was known.
    """

    kind: str  # interest | membership | attendance
    person: str
    what: str
    known_from: date
    known_until: date | None = None
    held_from: date | None = None
    held_until: date | None = None
    days_late: int | None = None
    place: str = ""
