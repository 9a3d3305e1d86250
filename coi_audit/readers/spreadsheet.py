"""Workbooks and CSV files as grids of cells: merged cells filled, formulas flagged, nothing worked out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import groupby
from pathlib import Path

from coi_audit.errors import UserError
from coi_audit.readers.csv_grid import read_csv
from coi_audit.readers.grid import Grid, GridCell, cell_of
from coi_audit.readers.guard import FileType, check_size, damaged, file_name, require
from coi_audit.readers.ods import read_ods
from coi_audit.readers.panics import no_panic
from coi_audit.readers.xls_scan import scan_old_workbook
from coi_audit.readers.xlsx_scan import SheetScan, scan_workbook

MAX_CELLS = 5_000_000
MAX_COLUMNS = 1_000  # no list that people keep is wider; a stray cell far out would take minutes to look over
_WORKBOOKS = (FileType.XLSX, FileType.XLS, FileType.ODS)


@dataclass(frozen=True, slots=True)
class Spreadsheet:
    """A file's sheets in order. `saved` is the day the program last saved it, by its own record; CSV has none.

    `notices` are remarks on the reading itself, such as hidden rows that were read with the rest.
    """

    grids: tuple[Grid, ...]
    saved: date | None = None
    notices: tuple[str, ...] = ()


def read_spreadsheet(path: Path, *, root: Path | None = None) -> Spreadsheet:
    """Read an .xlsx, .xls, .ods or CSV file; the kind is told by its content.

    The last few are remembered, since what a file is and what it says are asked one after the other. Raises
    `UserError` for another kind of file, a damaged one, one protected by a password or over 50 MB.
    """
    where = file_name(path, root)
    check_size(path, where=where)
    stat = path.stat()
    return _read(path, where, (stat.st_size, stat.st_mtime_ns, stat.st_ino))


@lru_cache(maxsize=3)
def _read(path: Path, where: str, state: tuple[int, int, int]) -> Spreadsheet:
    """`state` changes when the file does, so that nothing out of date is remembered."""
    kind = require(path, wanted=(*_WORKBOOKS, FileType.TEXT), where=where)
    if kind is FileType.TEXT:
        grid = read_csv(path, where=where)
        _check_reach("", SheetScan(last_row=len(grid.rows), last_column=max(map(len, grid.rows), default=0)), where)
        return Spreadsheet((grid,))
    return _open_document(path, where) if kind is FileType.ODS else _workbook(path, kind, where)


def _open_document(path: Path, where: str) -> Spreadsheet:
    sheets, saved = read_ods(path, where=where, most=MAX_CELLS)
    grids, notices = [], []
    for sheet in sheets:
        width = max((len(row) for row in sheet.rows), default=0)
        _check_reach(sheet.name, SheetScan(last_row=len(sheet.rows), last_column=width), where)
        rows = [row + [GridCell()] * (width - len(row)) for row in sheet.rows]
        _fill_merged(rows, sheet.merged)
        grids.append(Grid(_square(rows), sheet=sheet.name, hidden=sheet.hidden))
        notices += _hidden_parts(grids[-1], sheet.hidden_rows, sheet.hidden_columns)
    return Spreadsheet(tuple(grids), saved, tuple(notices))


def _workbook(path: Path, kind: FileType, where: str) -> Spreadsheet:
    from python_calamine import CalamineError, CalamineWorkbook, SheetVisibleEnum

    scans, saved = scan_workbook(path, where) if kind is FileType.XLSX else scan_old_workbook(path)
    for name, scan in scans.items():
        _check_reach(name, scan, where)
    grids, notices = [], []
    try:
        # Opened as a stream, so that its content and not the ending of its name says what kind it is.
        with no_panic(where), path.open("rb") as stream, CalamineWorkbook.from_filelike(stream) as workbook:
            for sheet in workbook.sheets_metadata:
                scan = scans.get(sheet.name, SheetScan())
                found = workbook.get_sheet_by_name(sheet.name)
                rows = [[cell_of(value) for value in row] for row in found.to_python(skip_empty_area=False)]
                _flag_formulas(rows, scan)
                _fill_merged(rows, found.merged_cell_ranges or [])
                hidden = sheet.visible != SheetVisibleEnum.Visible
                grids.append(Grid(_square(rows), sheet=sheet.name, hidden=hidden))
                notices += _hidden_parts(grids[-1], scan.hidden_rows, scan.hidden_columns)
    except (CalamineError, OSError, ValueError) as error:
        raise damaged(where) from error
    return Spreadsheet(tuple(grids), saved, tuple(notices))


def _check_reach(name: str, scan: SheetScan, where: str) -> None:
    """Raise `UserError` for a sheet whose last cell stands further out than any list reaches."""
    if scan.last_row * scan.last_column <= MAX_CELLS and scan.last_column <= MAX_COLUMNS:
        return
    raise UserError(
        f"this sheet reaches to row {scan.last_row:,} and column {scan.last_column:,}; it is too large to read.",
        where=f'{where}, sheet "{name}"' if name else where,
        fix="copy the part that holds the register into a new workbook.",
    )


def _square(rows: list[list[GridCell]]) -> tuple[tuple[GridCell, ...], ...]:
    width = max((len(row) for row in rows), default=0)
    return tuple(tuple(row + [GridCell()] * (width - len(row))) for row in rows)


def _flag_formulas(rows: list[list[GridCell]], scan: SheetScan) -> None:
    for (at, column), formula in scan.formulas.items():
        while len(rows) < at:
            rows.append([])
        row = rows[at - 1]
        row.extend([GridCell()] * (column - len(row)))
        stored = row[column - 1]
        row[column - 1] = GridCell(stored.value, stored.text, formula=formula)


def _fill_merged(rows: list[list[GridCell]], ranges: list[tuple[tuple[int, int], tuple[int, int]]]) -> None:
    """Give every place under a merged cell its words, within the rows and columns that hold anything."""
    for (top, left), (bottom, right) in ranges:
        if top >= len(rows) or left >= len(rows[top]):
            continue
        anchor = rows[top][left]
        for at in range(top, min(bottom + 1, len(rows))):
            for column in range(left, min(right + 1, len(rows[at]))):
                if (at, column) != (top, left):
                    rows[at][column] = GridCell(anchor.value, anchor.text, True, anchor.formula)


def _hidden_parts(grid: Grid, rows: set[int], columns: set[int]) -> list[str]:
    """What is said of hidden rows and columns that hold words: they are read like any other."""
    filled = {at for at, row in enumerate(grid.rows, start=1) if any(cell.text for cell in row)}
    wide = {at for row in grid.rows for at, cell in enumerate(row, start=1) if cell.text}
    told = []
    for name, numbers, shown in (("row", rows & filled, str), ("column", columns & wide, _letters)):
        if numbers:
            told.append(f"{name}{'s' if len(numbers) > 1 else ''} {_ranges(sorted(numbers), shown)}")
    if not told:
        return []
    verb = "is" if len(rows & filled) + len(columns & wide) == 1 else "are"
    return [f"{grid.place}: {' and '.join(told)} {verb} hidden there, and read with the rest."]


def _ranges(numbers: list[int], name: Callable[[int], str]) -> str:
    """`3, 5 to 9 and 12`."""
    runs = [[at for _, at in run] for _, run in groupby(enumerate(numbers), key=lambda one: one[1] - one[0])]
    parts = [name(run[0]) if len(run) == 1 else f"{name(run[0])} to {name(run[-1])}" for run in runs]
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}" if parts else ""


def _letters(number: int) -> str:
    """A column's number as its letters: 1 is A, 28 is AB."""
    letters = ""
    while number:
        number, at = divmod(number - 1, 26)
        letters = chr(ord("A") + at) + letters
    return letters
