"""Each register as one table: the columns of its annex, its rows, and what is said beneath it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeAlias

from coi_audit.model.dates import in_words
from coi_audit.model.evidence import Rejected, SourceRef
from coi_audit.model.outgoing import Basis, Circle, KeptRegisters, LeftOver, ListKind
from coi_audit.model.words import BodyKind
from coi_audit.report.words import words

Cell: TypeAlias = str | date | float | None
BODY_WORD = {BodyKind.CCG: "CCG", BodyKind.ICB: "ICB"}


class CellKind(StrEnum):
    """What the cells of a column hold."""

    TEXT = "text"
    DAY = "day"  # a date where the day is known, else the words for it
    MONEY = "money"  # pounds


@dataclass(frozen=True, slots=True)
class Column:
    """`group` is the heading over it and its neighbours. `width` is in characters, for a sheet; `share` is its part of
    the printed page's width, 0 for a column that is not printed."""

    heading: str
    width: int
    share: int
    kind: CellKind = CellKind.TEXT
    group: str = ""

    @property
    def whole_heading(self) -> str:
        """The heading with its group: "Date of interest: from"."""
        return f"{self.group}: {self.heading[:1].lower()}{self.heading[1:]}" if self.group else self.heading


@dataclass(frozen=True, slots=True)
class Row:
    """`sorts` are the values of each filter, in the order of the table's `filters`; `quiet` marks what is past."""

    cells: tuple[Cell, ...]
    sorts: tuple[tuple[str, ...], ...] = ()
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Told:
    """The rows of one register before its provenance is added: `read_from` gives a row's place in the papers."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    filters: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RegisterTable:
    """One register ready to be written. `notes` are printed at its end in every form; `unread` in the internal one."""

    kind: ListKind
    circle: Circle
    body: str
    title: str
    as_of: date
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    filters: tuple[str, ...]
    notes: tuple[str, ...]
    unread: tuple[Rejected, ...]
    method: tuple[str, ...]

    @property
    def file_name(self) -> str:
        """The name of its files, without an ending; the public one says so."""
        return FILE_NAMES[self.kind] + ("-public" if self.circle is Circle.PUBLIC else "")

    @property
    def edition(self) -> str:
        """Which edition it is, in words."""
        return "for publication" if self.circle is Circle.PUBLIC else "for the body's own use; not for publication"

    def choices(self, index: int) -> tuple[str, ...]:
        """Every value of one filter, sorted."""
        return tuple(sorted({value for row in self.rows for value in row.sorts[index]}, key=str.casefold))


FILE_NAMES = {
    ListKind.INTERESTS: "register-of-interests",
    ListKind.GIFTS: "gifts-and-hospitality",
    ListKind.PROCUREMENT: "procurement-decisions",
}
TITLES = {
    ListKind.INTERESTS: "Register of interests",
    ListKind.GIFTS: "Register of gifts and hospitality",
    ListKind.PROCUREMENT: "Register of procurement decisions and contracts awarded",
}
PROVENANCE = (Column("Read from", 28, 8, group="Source"), Column("Place", 22, 0, group="Source"))


def tables_of(kept: KeptRegisters) -> tuple[RegisterTable, ...]:
    """One table for each kind of register of which the folder holds a paper."""
    from coi_audit.report.registers.gifts import gifts_told
    from coi_audit.report.registers.interests import interests_told
    from coi_audit.report.registers.procurement import procurement_told

    tellers: dict[ListKind, Callable[[KeptRegisters], Told]] = {
        ListKind.INTERESTS: interests_told,
        ListKind.GIFTS: gifts_told,
        ListKind.PROCUREMENT: procurement_told,
    }
    return tuple(_table(kept, kind, tellers[kind](kept)) for kind in kept.kinds)


def _table(kept: KeptRegisters, kind: ListKind, told: Told) -> RegisterTable:
    left: LeftOver = kept.left_over_of(kind)
    return RegisterTable(
        kind=kind,
        circle=kept.circle,
        body=kept.body.name,
        title=TITLES[kind],
        as_of=kept.as_of,
        columns=told.columns,
        rows=told.rows,
        filters=told.filters,
        notes=left.notes,
        unread=left.unread,
        method=tuple(basis_words(one) for one in kept.method_of(kind)),
    )


def basis_words(basis: Basis) -> str:
    """A choice with the source it rests on and how sure that is."""
    cited = ", ".join(part for part in (basis.document, basis.locator) if part)
    return f"{basis.sentence} ({f'{cited}; ' if cited else ''}{words(basis.mark)})"


def provenance(source: SourceRef) -> tuple[Cell, Cell]:
    """The paper an entry was read from, and the place in it."""
    place = source.place()
    return source.file, place.removeprefix(source.file).lstrip(", ")


def read_from(columns: Sequence[Column], circle: Circle) -> tuple[Column, ...]:
    """The columns of the edition: with provenance for the body's own use."""
    return (*columns, *PROVENANCE) if circle is Circle.INTERNAL else tuple(columns)


def cell_text(cell: Cell, kind: CellKind) -> str:
    """A cell as people read it: days in words, money in pounds."""
    if cell is None:
        return ""
    if isinstance(cell, date):
        return in_words(cell)
    if isinstance(cell, float):
        return pounds(cell) if kind is CellKind.MONEY else f"{cell:g}"
    return cell


def pounds(value: float) -> str:
    """`£1,150,000`, with pence where there are any."""
    return f"£{value:,.0f}" if value == int(value) else f"£{value:,.2f}"


def said(parts: Iterable[str | None], between: str = "; ") -> str:
    """The parts that say something, joined."""
    return between.join(part.strip() for part in parts if part and part.strip())
