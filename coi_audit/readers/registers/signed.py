"""The day a declaration form was signed, which is the day of its declarations where no column gives one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from coi_audit.model.dates import Precision
from coi_audit.readers.dates import parse_date
from coi_audit.readers.grid import Grid, GridCell
from coi_audit.readers.registers.headings import Field
from coi_audit.readers.registers.holder import is_name_label
from coi_audit.readers.registers.rows import Placed, Rows, row_words

_DATE = re.compile(
    r"\b(?:date|dated)\b(?:\s+(?:signed|of (?:signature|declaration|form)))?[\s:.|_-]*(?P<date>\d[^|]*)", re.I
)
_SOMEBODY_ELSE = re.compile(r"\b(?:line manager|senior manager|countersign\w*|approved|reviewed|received)\b", re.I)
_SIGNATURE = re.compile(r"(?:signed|signature|sign|dated?)\b", re.I)
_FURTHEST = 12  # lines below a form that are looked at


def signed_on(lines: Iterable[str]) -> str | None:
    """The date beside the first signature in the lines below a form, as written; None where there is none.

    The line manager's date and whatever belongs to the next form are not the person's.
    """
    for at, line in enumerate(lines):
        if at >= _FURTHEST or _SOMEBODY_ELSE.search(line) or is_name_label(line.partition(":")[0].partition("|")[0]):
            return None
        match = _DATE.search(line)
        found = parse_date(match["date"].strip()).value if match is not None else None
        if match is not None and found is not None and found.precision is Precision.DAY:
            return match["date"].strip()
    return None


def with_signatures(walked: Sequence[tuple[Grid, Rows]], trailing: Sequence[str]) -> None:
    """Give each form's rows the day on which the form was signed; tables that name their people are left alone."""
    for index, (grid, rows) in enumerate(walked):
        if (
            not rows.people
            or not rows.headers
            or any(header.has_person or Field.DECLARED_ON in header.fields for header in rows.headers)
        ):
            continue
        below = [row_words(row) for row in grid.rows[rows.headers[0].row + rows.headers[0].height :]]
        own = below[next((at for at, line in enumerate(below) if _SIGNATURE.match(line)), len(below)) :]
        following = _words_of(walked[index + 1][0]) if index + 1 < len(walked) else trailing
        date = signed_on([line for line in (*own, *following) if line])
        if date is not None:
            cell = Placed(Field.DECLARED_ON, "Date", GridCell(date, date))
            rows.people = [replace(row, cells=(*row.cells, cell)) for row in rows.people]


def _words_of(grid: Grid) -> list[str]:
    return [*grid.before, *(row_words(row) for row in grid.rows[:3])]
