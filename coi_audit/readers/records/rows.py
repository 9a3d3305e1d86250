"""One record of a register as its cells tell it: words, days, sums and answers by field, each knowing its place."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from coi_audit.model.evidence import Rejected, SourceRef
from coi_audit.readers.grid import CellValue
from coi_audit.readers.records.money import read_money
from coi_audit.readers.records.values import Read, is_silent, read_day, read_flag, says_nothing_to_list

Value = TypeVar("Value")
_HONORIFIC = re.compile(
    r"(?:mr|mrs|ms|miss|mx|dr|prof(?:essor)?|sir|dame|rev(?:erend)?|cllr|councillor)\.?", re.IGNORECASE
)
_FIXES = {
    "day": "give the day, month and year, e.g. 12/04/2017.",
    "money": "give one sum in pounds, e.g. £25.00.",
    "flag": "write one plain answer, such as yes or no.",
}


@dataclass(frozen=True, slots=True)
class RecordCell:
    """One cell with its heading (or label) as written. `source` is the cell's own place."""

    heading: str
    text: str
    value: CellValue
    source: SourceRef


@dataclass(frozen=True, slots=True)
class RecordRow:
    """One row, or one form. `section` holds the heading rows above it within its table ("Offers declined").

    Cells that cannot be read go to `rejected` (shared by the whole paper) when they are first asked for, each once.
    """

    cells: Mapping[str, tuple[RecordCell, ...]]  # by field; only cells that hold words
    source: SourceRef
    section: str = ""
    others: tuple[RecordCell, ...] = ()  # filled cells under headings that are not known
    rejected: list[Rejected] = field(default_factory=list)

    def text(self, name: str) -> str:
        """The words of a field as written, of its first column that holds any; "" where it is blank or a dash."""
        return next((cell.text for cell in self.cells.get(name, ()) if cell.text.strip(" -–—_")), "")

    def texts(self, name: str) -> tuple[str, ...]:
        """The words of every column of a field."""
        return tuple(cell.text for cell in self.cells.get(name, ()))

    def told(self, name: str) -> str | None:
        """The words of a field, or None where they tell nothing: blank, "N/A", "TBC"."""
        return next((cell.text for cell in self.cells.get(name, ()) if not is_silent(cell.text)), None)

    def post(self, name: str = "position") -> str | None:
        """A post's words; those of a column "Title" that hold "Mr" or "Dr" are none."""
        told = (cell.text for cell in self.cells.get(name, ()) if not is_silent(cell.text))
        return next((text for text in told if not _HONORIFIC.fullmatch(text.strip())), None)

    def day(self, name: str) -> date | None:
        """The day of a field, of a month its first; None where it is blank or was rejected."""
        return self._read(name, "day", lambda cell: read_day(cell.value, cell.text))

    def money(self, name: str) -> float | None:
        """The sum of a field in pounds, of a range its upper end; None where it is not told or was rejected."""
        return self._read(name, "money", lambda cell: read_money(cell.value, cell.text))

    def flag(self, name: str) -> bool | None:
        """Yes or no, accepted or declined, ticked or not; None where it is not told or was rejected."""
        return self._read(name, "flag", lambda cell: read_flag(cell.text))

    def cell(self, name: str) -> SourceRef:
        """The place of a field's first filled cell; that of the row where it has none."""
        cells = self.cells.get(name, ())
        return cells[0].source if cells else self.source

    def reject(self, name: str, problem: str, fix: str) -> None:
        """Record that a field's cell was not understood, once."""
        cell = next(iter(self.cells.get(name, ())), None)
        source = cell.source if cell is not None else self.source
        value = " ".join((cell.text if cell is not None else source.text).split())
        place = source.place().removeprefix(source.file).lstrip(", ")
        rejected = Rejected(file=source.file, place=place, value=value[:300], problem=problem, fix=fix)
        if rejected not in self.rejected:
            self.rejected.append(rejected)

    @property
    def nil(self) -> bool:
        """Whether the row says that there is nothing to list: beside a name and post, "Nil return" and blanks only."""
        every = [cell for cells in self.cells.values() for cell in cells]
        says = [cell for cell in every if says_nothing_to_list(cell.text)]
        speaks = [cell for cell in every if cell not in says and not is_silent(cell.text) and not _is_day(cell)]
        return bool(says) and len(speaks) <= 2 and not self.others

    def _read(self, name: str, kind: str, read: Callable[[RecordCell], Read[Value]]) -> Value | None:
        problem: str | None = None
        for cell in self.cells.get(name, ()):
            found = read(cell)
            if found.value is not None:
                return found.value
            problem = problem or found.problem
        if problem is not None:
            self.reject(name, problem, _FIXES[kind])
        return None


def _is_day(cell: RecordCell) -> bool:
    return read_day(cell.value, cell.text).value is not None
