"""What stood in a register and was not read, by name: columns and labels that no field is known by."""

from __future__ import annotations

from collections.abc import Iterator

from coi_audit.readers.grid import Grid
from coi_audit.readers.registers.rows import Rows
from coi_audit.readers.registers.words import is_nil

_MOST_SHOWN = 60  # letters of a heading


def unread_columns(grid: Grid, rows: Rows, *, file: str) -> Iterator[str]:
    """A remark for each column of people's rows that holds words and whose heading is not known."""
    read = {row.row for row in rows.people}
    for number, header in enumerate(rows.headers):
        after = rows.headers[number + 1].row if number + 1 < len(rows.headers) else len(grid.rows)
        for at, column in enumerate(header.columns):
            if column.field is not None or not column.heading:
                continue
            told = [
                row[at].text
                for place, row in enumerate(grid.rows[header.row : after], start=header.row + 1)
                if place in read and at < len(row) and row[at].text and not is_nil(row[at].text)
            ]
            if told:
                heading = " ".join(column.heading.split())[:_MOST_SHOWN]
                where = f"{file}, {grid.place}" if grid.place else file
                yield f'{where}: the column "{heading}" was not read, e.g. "{" ".join(told[0].split())[:_MOST_SHOWN]}".'
