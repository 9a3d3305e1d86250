"""The nouns of a meeting's page: the matrix of items by members, its cells, the quorum drawn, what is tried out."""

from __future__ import annotations

from dataclasses import dataclass

from coi_audit.app.desk.trying import MeetingTried
from coi_audit.model.words import Stage
from coi_audit.report.pack.people import PackItem, PackMeeting


@dataclass(frozen=True, slots=True)
class Column:
    """One person of the matrix. `note` says what sets them apart: chair, away, sits for somebody."""

    mark: str
    name: str
    role: str
    notes: tuple[str, ...]
    away: bool


@dataclass(frozen=True, slots=True)
class Cell:
    """What one item asks of one person, in words; `action` "" where nothing touches them.

    `tags` are what a reader should see beside it: a neighbour, to be confirmed, ended lately. `recorded` and `handling`
    are there once minutes are.
    """

    mark: str
    name: str
    action: str = ""
    asked: str = ""
    hand_over: bool = False
    tags: tuple[str, ...] = ()
    ruled: str = ""
    recorded: str = ""
    handling: str = ""
    handling_sign: str = ""
    handling_key: str = ""
    away: bool = False

    @property
    def touched(self) -> bool:
        """Whether there is anything to tell."""
        return bool(self.action)


@dataclass(frozen=True, slots=True)
class Bar:
    """The quorum drawn: how many count before and after, and how many are needed; None where no quorum is stated."""

    before: int
    after: int
    needed: int

    @property
    def places(self) -> int:
        """How many places the drawing has."""
        return max(self.before, self.needed)


@dataclass(frozen=True, slots=True)
class Row:
    """One item of the matrix."""

    index: int
    item: PackItem
    cells: tuple[Cell, ...]
    bar: Bar | None
    quorum: str
    chair: str

    @property
    def touched(self) -> bool:
        """Whether anything is to be done or settled about it."""
        return self.item.touched

    @property
    def inquorate(self) -> bool:
        """Whether it cannot be decided as things stand."""
        return self.item.view.quorate is False


@dataclass(frozen=True, slots=True)
class Change:
    """One thing tried out, in words: what the papers have, and what is tried."""

    who: str
    saved: str
    now: str


@dataclass(frozen=True, slots=True)
class MeetingSheet:
    """One meeting as the page shows it."""

    tried: MeetingTried
    pack: PackMeeting
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    summary: tuple[str, ...]
    changes: tuple[Change, ...]
    away: tuple[str, ...]

    @property
    def place(self) -> int:
        """Its place among the day's meetings, from 0."""
        return self.tried.place

    @property
    def held(self) -> bool:
        """Whether minutes are there: the page then shows what they record."""
        return self.pack.audit.stage is Stage.HELD

    @property
    def touched(self) -> frozenset[str]:
        """Marks of everybody whom an item touches."""
        return frozenset(cell.mark for row in self.rows for cell in row.cells if cell.touched)

    @property
    def shown(self) -> tuple[int, ...]:
        """Places of the columns worth a place: whoever is away, or touched by an item; all where nobody is touched."""
        touched = self.touched
        found = tuple(at for at, one in enumerate(self.columns) if one.away or one.mark in touched)
        return found if touched else tuple(range(len(self.columns)))

    @property
    def left_out(self) -> tuple[Column, ...]:
        """Whoever comes and is touched by no item."""
        shown = set(self.shown)
        return tuple(one for at, one in enumerate(self.columns) if at not in shown)
