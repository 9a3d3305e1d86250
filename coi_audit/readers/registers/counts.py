"""Tables that count what each person has declared, as systems for declaring online show it: returns, but no interests.

A nil return and a declaration of no change are returns. Any other count tells that there is an interest and not what it
is, so it is recorded as not understood, with what to fetch.
"""

from __future__ import annotations

import re

from coi_audit.model.evidence import Rejected
from coi_audit.readers.grid import Grid, GridCell
from coi_audit.readers.registers.columns import NAMES, Column, Header
from coi_audit.readers.registers.headings import Field, fold, recognise, vocabulary
from coi_audit.readers.registers.parts import read_name
from coi_audit.readers.registers.rows import PersonRow, Placed, Rows, row_words

_FEWEST_KINDS = 4  # columns that count, before a table is one of counts
_FIRST_ROWS = 30
_RETURNS = ("nil", "unchanged")
_NO_INTEREST = (*_RETURNS, "decision_maker", "all")


def counted(grid: Grid, *, file: str) -> Rows | None:
    """The returns of a table of counts and what it hides; None where the table is none."""
    for at in range(min(len(grid.rows), _FIRST_ROWS)):
        header = _header(grid, at)
        if header is not None and _holds_numbers(grid, header):
            break
    else:
        return None
    found = Rows(headers=[header])
    for row in range(header.row + 1, len(grid.rows)):
        _read_row(grid, row, header, found, file)
    return found


def _header(grid: Grid, at: int) -> Header | None:
    columns = tuple(Column(_field(cell.text), " ".join(cell.text.split())) for cell in grid.rows[at])
    kinds = [column for column in columns if _kind(column.heading)]
    header = Header(at, 1, columns)
    told = header.at(Field.ORGANISATION, Field.NATURE)
    return header if header.at(*NAMES) and len(kinds) >= _FEWEST_KINDS and not told else None


def _field(heading: str) -> Field | None:
    return Field.NIL if _kind(heading) in _RETURNS else None if _kind(heading) else recognise(heading)


def _kind(heading: str) -> str | None:
    return vocabulary().counts.get(fold(heading))


def _holds_numbers(grid: Grid, header: Header) -> bool:
    """Whether what stands under the kinds are counts: whole numbers, and nothing else but marks and blanks."""
    texts = [
        cell.text
        for row in grid.rows[header.row + 1 :]
        for cell, column in zip(row, header.columns, strict=False)
        if cell.text and _kind(column.heading) and _kind(column.heading) != "decision_maker"
    ]
    return bool(texts) and sum(1 for text in texts if re.fullmatch(r"\d{1,4}|-", text)) > 0.9 * len(texts)


def _read_row(grid: Grid, at: int, header: Header, found: Rows, file: str) -> None:
    cells = [
        Placed(column.field or Field.IGNORED, column.heading, cell)
        for column, cell in zip(header.columns, grid.rows[at], strict=False)
        if cell.text
    ]
    if not cells or fold(cells[0].text) in ("total", "totals"):
        return
    named = {cell.field: cell.text for cell in cells if cell.field in (*NAMES, Field.FORENAME, Field.HONORIFIC)}
    whole = (named.get(field, "") for field in (Field.HONORIFIC, Field.FORENAME, Field.SURNAME))
    read = read_name(named.get(Field.PERSON) or " ".join(part for part in whole if part))
    if read.problem or not read.name:
        problem, fix = read.problem or "there is no name on this row", "give the person's name on the row."
        found.rejected.append(_rejected(grid, at, file, row_words(grid.rows[at]), problem, fix))
        return
    position = next((cell.text for cell in cells if cell.field is Field.POSITION), None) or read.position
    told = [
        (kind, cell.text)
        for cell in cells
        if (kind := _kind(cell.heading)) not in (None, *_NO_INTEREST) and _some(cell)
    ]
    if told:
        counts = ", ".join(f"{kind} {number}" for kind, number in told)
        problem = f"counts what {read.name} has declared ({counts}) and does not tell what it is"
        fix = "export the declarations themselves from the system that keeps them, and put that list in the folder."
        found.rejected.append(_rejected(grid, at, file, row_words(grid.rows[at]), problem, fix))
        return
    returns = tuple(Placed(Field.NIL, cell.heading, GridCell("Yes", "Yes")) for cell in cells if _returned(cell))
    found.people.append(PersonRow(read.name, position, at + 1, grid, header, returns))


def _returned(cell: Placed) -> bool:
    return _kind(cell.heading) in _RETURNS and _some(cell)


def _some(cell: Placed) -> bool:
    return bool(re.fullmatch(r"\d{1,4}", cell.text)) and int(cell.text) > 0


def _rejected(grid: Grid, at: int, file: str, value: str, problem: str, fix: str) -> Rejected:
    return Rejected(file=file, place=grid.place_of(at + 1), value=value, problem=problem, fix=fix)
