"""The dates and plain words of one row's cells, part by part, with what could not be read recorded once a cell."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from coi_audit.model.dates import Precision
from coi_audit.model.evidence import Rejected
from coi_audit.readers.dates import DateRead, parse_date
from coi_audit.readers.periods import PeriodRead, parse_period
from coi_audit.readers.registers.headings import Field
from coi_audit.readers.registers.rows import PersonRow, Placed

_EXAMPLES = {
    Field.HELD_FROM: "give the day the interest began, e.g. 01/03/2017.",
    Field.HELD_UNTIL: "give the day the interest ended, e.g. 31/03/2018, or leave it blank while it is held.",
    Field.PERIOD: 'give both dates, e.g. 01/03/2017 to 31/03/2018, or one date and "current".',
    Field.DECLARED_ON: "give the day of the declaration, e.g. 12/04/2017.",
    Field.AWARE_ON: "give the day the person became aware, e.g. 12/04/2017.",
}


class CellReader:
    """Reads one row's cells. `rejected` collects what was not understood, each cell's fault once."""

    def __init__(self, row: PersonRow, file: str, rejected: list[Rejected]) -> None:
        self.row = row
        self.file = file
        self._rejected = rejected
        self._told: set[tuple[str, str]] = set()

    def reject(self, column: str, value: str, problem: str, fix: str) -> None:
        """Record that a cell was not understood."""
        place = self.row.grid.place_of(self.row.row, column or None)
        self._rejected.append(Rejected(file=self.file, place=place, value=value, problem=problem, fix=fix))

    def reject_once(self, column: str, value: str, problem: str, fix: str) -> None:
        """The same, but once for a cell whose several parts all meet it."""
        if (column, value) not in self._told:
            self._told.add((column, value))
            self.reject(column, value, problem, fix)

    def report_unstored_formulas(self) -> None:
        """Record cells whose formula has no stored result: there is nothing to read in them."""
        for cell in self.row.cells:
            if cell.cell.formula and not cell.text:
                fix = "open the file in Excel, copy the column and paste it as values."
                self.reject(cell.heading, cell.cell.formula, "holds a formula without a stored result", fix)

    def lines(self, wanted: Field) -> list[str]:
        """The lines of a field's cell."""
        return [line.strip() for line in self.row.text(wanted).split("\n") if line.strip()]

    def words(self, wanted: Field, index: int, count: int) -> str | None:
        """A field's words for one part: its own line where the cell has as many lines as there are parts.

        "None" is an answer ("no action is needed"); a blank or a dash is none.
        """
        lines = self.lines(wanted)
        text = lines[index] if len(lines) == count else " ".join(lines)
        return text if re.search(r"\w", text) else None

    def period(self, index: int, count: int) -> PeriodRead:
        """When one part was held, from a From and a To column or from one column for both."""
        starts, ends = self.row.of(Field.HELD_FROM), self.row.of(Field.HELD_UNTIL)
        if not starts and not ends:
            return self._shared(index, count)
        first = self._one(starts[0], index, count) if starts else (DateRead(open=True), "")
        last = self._one(ends[0], index, count) if ends else (DateRead(open=True), "")
        if first[0].problem and not ends:  # both dates written into the only column
            period = parse_period(first[1])
            if period.start.problem is None and period.end.problem is None:
                return self._in_order(period, starts[0])
        for cells, (read, text) in ((starts, first), (ends, last)):
            if read.problem:
                self.reject_once(cells[0].heading, text, read.problem, _EXAMPLES[cells[0].field])
        start = DateRead(open=True) if first[0].said else first[0]
        period = PeriodRead(start, last[0], first[1], last[1])
        return self._in_order(period, ends[0]) if ends else period

    def _in_order(self, period: PeriodRead, cell: Placed) -> PeriodRead:
        """A period that ends before it began: one of its dates is wrong, and to take it as over would hide it."""
        start, end = period.start.value, period.end.value
        if start is None or end is None or end.latest >= start.earliest:
            return period
        problem = f"is before the day the interest began ({start}); it was read as still held"
        self.reject_once(cell.heading, period.end_text or cell.text, problem, _EXAMPLES[Field.HELD_UNTIL])
        return replace(period, end=DateRead(open=True))

    def _shared(self, index: int, count: int) -> PeriodRead:
        for cell in self.row.of(Field.PERIOD):
            value, _ = self._value(cell, index, count)
            read = parse_period(value)
            for end, text in ((read.start, read.start_text), (read.end, read.end_text)):
                if end.problem:
                    self.reject_once(cell.heading, text, end.problem, _EXAMPLES[Field.PERIOD])
            return self._in_order(read, cell)
        return PeriodRead(DateRead(open=True), DateRead(open=True))

    def _one(self, cell: Placed, index: int, count: int) -> tuple[DateRead, str]:
        value, text = self._value(cell, index, count)
        read = parse_date(value)
        lines = [line for line in text.split("\n") if line.strip()]
        if read.problem and len(lines) > 1 and len({str(parse_date(line).value) for line in lines}) == 1:
            read = parse_date(lines[0])  # the same date, once a line
        return read, " ".join(text.split())

    def _value(self, cell: Placed, index: int, count: int) -> tuple[object, str]:
        lines = [line for line in cell.text.split("\n") if line.strip()]
        if count > 1 and len(lines) == count:
            return lines[index], lines[index]
        return (cell.cell.value if not isinstance(cell.cell.value, str) else cell.text), cell.text

    def day(self, wanted: Field, index: int = 0, count: int = 1) -> date | None:
        """A day such as that of the declaration; of several in one cell the earliest, of a month its first."""
        for cell in self.row.of(wanted):
            value, text = self._value(cell, index, count)
            reads = [parse_date(value)]
            if reads[0].problem:
                reads = [
                    parse_date(piece) for piece in re.split(r"\n|,\s|;|\s(?:and|&)\s|\s-\s", text) if piece.strip()
                ]
            days = [read.value.earliest for read in reads if read.value and read.value.precision is not Precision.YEAR]
            faults = [read for read in reads if read.problem or (read.value and read.value.precision is Precision.YEAR)]
            if faults and not days:
                problem = faults[0].problem or "gives only a year"
                self.reject_once(cell.heading, " ".join(text.split()), problem, _EXAMPLES[wanted])
            return min(days, default=None)
        return None
