"""Declarations that came later: how many days, by which cells, and what each changed of what an item asked.

No name stands in any of it: the cells say where to look.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from statistics import median_high

from sqlmodel import Field

from coi_audit.model.evidence import Recorded, SourceRef
from coi_audit.model.words import Action


class ShownBy(StrEnum):
    """What first showed an interest."""

    DECLARATION = "declaration"  # the row's own date of declaration
    EDITION = "edition"  # the date of the register's edition
    STORE = "store"  # the register gives an earlier date, and the store kept no such row yet


@dataclass(frozen=True, slots=True)
class AfterBeginning:
    """How long after an interest began it was declared. `began` is the last day on which it may have begun.

    `allowed` are the days that the rule of that time allows, where it found them exceeded, else None; `doubt` is what
    the papers leave open, where the rule cannot tell.
    """

    began: date
    declared: date
    days: int
    allowed: int | None = None
    doubt: str = ""
    cells: tuple[SourceRef, ...] = ()  # of the beginning, then of the declaration

    @property
    def late_by(self) -> int | None:
        """Days beyond those allowed; None where no rule found it late."""
        return None if self.allowed is None else self.days - self.allowed


@dataclass(frozen=True, slots=True)
class LaterDeclaration:
    """Of one conflict, what came later than its meeting or later than the law allows, and what that changed.

    `after_meeting` is None where the interest was shown by the meeting's day. `then` is the most that the item asked
    of the person by what was known on that day, `now` by what is known now; `quorate_then` and `quorate_now` likewise
    of the item, None where the item has no quorum or no rule states one. Of an interest that the meeting could know of
    both are what is known now.
    """

    meeting: date
    shown_on: date
    shown_by: ShownBy
    after_meeting: int | None
    told_at_meeting: bool
    told_by_body: bool  # the body's own list of members or organisations tells it
    then: Action
    now: Action
    chair_then: bool = False  # the chair had to be handed over
    chair_now: bool = False
    quorate_then: bool | None = None
    quorate_now: bool | None = None
    beginning: AfterBeginning | None = None
    cells: tuple[SourceRef, ...] = ()  # of the meeting's item, then of the row that shows the interest first

    @property
    def changed(self) -> bool:
        """Whether the item asks anything else of anybody with it."""
        return (
            self.then is not self.now
            or self.chair_then is not self.chair_now
            or self.quorate_then is not self.quorate_now
        )


@dataclass(frozen=True, slots=True)
class DeclaredLate:
    """Every interest whose declaration a rule measures in days: `lines` are those found late, the longest first."""

    lines: tuple[AfterBeginning, ...] = ()
    in_time: int = 0
    open_: int = 0  # the papers do not tell

    @property
    def median(self) -> int | None:
        """Of the days beyond those allowed, in whole days; the higher of two middle ones."""
        late = [one.late_by for one in self.lines if one.late_by is not None]
        return median_high(late) if late else None

    @property
    def longest(self) -> int | None:
        """The most days beyond those allowed."""
        return max((one.late_by for one in self.lines if one.late_by is not None), default=None)


class FirstKept(Recorded):
    """Since which day a store has known an interest of these words; texts as the register writes them."""

    person: str
    organisation: str = ""
    nature: str = ""
    on: date


class KeptSince(Recorded):
    """What a store adds to a case: since when it has kept a register of the body, and each interest of it."""

    on: date
    interests: tuple[FirstKept, ...] = Field(default=())
