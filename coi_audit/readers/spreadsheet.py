"""Workbooks and CSV files as grids of cells: merged cells filled, formulas flagged, nothing worked out."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path, PurePosixPath

from coi_audit.errors import UserError
from coi_audit.readers.dates import parse_date
from coi_audit.readers.grid import Grid, GridCell, cell_of
from coi_audit.readers.guard import ARCHIVE_FAULTS, FileType, damaged, file_name, read_text, require, shown

MAX_CELLS = 5_000_000
_WORKBOOKS = (FileType.XLSX, FileType.XLS, FileType.ODS)
_DELIMITERS = (",", ";", "\t", "|")
_REFERENCE = re.compile(r"([A-Z]{1,3})(\d+)")


@dataclass(frozen=True, slots=True)
class Spreadsheet:
    """A file's sheets in order. `saved` is the day the program last saved it, by its own record; CSV has none."""

    grids: tuple[Grid, ...]
    saved: date | None = None


@dataclass(slots=True)
class _SheetScan:
    """What the sheet's own XML tells and the fast reader does not: formulas, and how far out cells stand."""

    formulas: dict[tuple[int, int], str] = field(default_factory=dict)
    last_row: int = 0
    last_column: int = 0


def read_spreadsheet(path: Path, *, root: Path | None = None) -> Spreadsheet:
    """Read an .xlsx, .xls, .ods or CSV file; the kind is told by its content.

    Raises `UserError` for another kind of file, a damaged one, one protected by a password or over 50 MB.
    """
    where = file_name(path, root)
    kind = require(path, wanted=(*_WORKBOOKS, FileType.TEXT), where=where)
    return Spreadsheet((read_csv(path, where=where),)) if kind is FileType.TEXT else _workbook(path, kind, where)


def read_csv(path: Path, *, where: str) -> Grid:
    """A CSV file in any usual encoding, its cells parted by commas, semicolons, tabs or bars."""
    text = shown(read_text(path, where=where))
    try:
        rows = list(csv.reader(io.StringIO(text), delimiter=_delimiter(text)))
    except csv.Error as error:
        raise UserError(
            f"this file cannot be read as a table ({error}).",
            where=where,
            fix="open it in Excel and save it as an Excel workbook.",
        ) from error
    return Grid(_square([[cell_of(value) for value in row] for row in rows]))


def _delimiter(text: str) -> str:
    """Whichever parts most lines into the same, greatest number of cells."""
    sample = "\n".join(text.split("\n")[:60])

    def score(delimiter: str) -> tuple[int, int]:
        try:
            widths = [len(row) for row in csv.reader(io.StringIO(sample), delimiter=delimiter) if row]
        except csv.Error:
            return (0, 0)
        wide = [width for width in widths if width > 1]
        common = max(set(wide), key=lambda width: (wide.count(width), width), default=1)
        return (wide.count(common) * min(common, 3), common)

    return max(_DELIMITERS, key=score)


def _workbook(path: Path, kind: FileType, where: str) -> Spreadsheet:
    from python_calamine import CalamineError, CalamineWorkbook, SheetVisibleEnum

    scans, saved = _scan(path, where) if kind is FileType.XLSX else ({}, None)
    grids = []
    try:
        # Opened as a stream, so that its content and not the ending of its name says what kind it is.
        with path.open("rb") as stream, CalamineWorkbook.from_filelike(stream) as workbook:
            for sheet in workbook.sheets_metadata:
                scan = scans.get(sheet.name, _SheetScan())
                if scan.last_row * scan.last_column > MAX_CELLS:
                    raise _too_far(sheet.name, scan, where)
                found = workbook.get_sheet_by_name(sheet.name)
                rows = [[cell_of(value) for value in row] for row in found.to_python(skip_empty_area=False)]
                _flag_formulas(rows, scan)
                _fill_merged(rows, found.merged_cell_ranges or [])
                hidden = sheet.visible != SheetVisibleEnum.Visible
                grids.append(Grid(_square(rows), sheet=sheet.name, hidden=hidden))
    except (CalamineError, OSError, ValueError) as error:
        raise damaged(where) from error
    return Spreadsheet(tuple(grids), saved)


def _too_far(name: str, scan: _SheetScan, where: str) -> UserError:
    return UserError(
        f"this sheet reaches to row {scan.last_row:,} and column {scan.last_column:,}; it is too large to read.",
        where=f'{where}, sheet "{name}"',
        fix="copy the part that holds the register into a new workbook.",
    )


def _square(rows: list[list[GridCell]]) -> tuple[tuple[GridCell, ...], ...]:
    width = max((len(row) for row in rows), default=0)
    return tuple(tuple(row + [GridCell()] * (width - len(row))) for row in rows)


def _flag_formulas(rows: list[list[GridCell]], scan: _SheetScan) -> None:
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


def _scan(path: Path, where: str) -> tuple[dict[str, _SheetScan], date | None]:
    from lxml import etree

    scans: dict[str, _SheetScan] = {}
    try:
        with zipfile.ZipFile(path) as archive:
            for name, part in _sheet_parts(archive).items():
                with archive.open(part) as stream:
                    scans[name] = _scan_sheet(stream)
            return scans, _saved(archive)
    except (etree.LxmlError, *ARCHIVE_FAULTS) as error:
        raise damaged(where) from error


def _sheet_parts(archive: zipfile.ZipFile) -> dict[str, str]:
    """Sheet name to the part of the archive that holds it."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    book = next((name for name in archive.namelist() if re.fullmatch(r"xl/workbook\d*\.xml", name)), "xl/workbook.xml")
    relations = etree.fromstring(archive.read(f"xl/_rels/{PurePosixPath(book).name}.rels"), parser)
    targets = {str(one.get("Id")): str(one.get("Target")) for one in relations}
    found: dict[str, str] = {}
    for element in etree.fromstring(archive.read(book), parser).iter("{*}sheet"):
        reference = next((value for key, value in element.attrib.items() if str(key).endswith("}id")), "")
        target = targets.get(str(reference), "")
        part = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
        if part in archive.namelist():
            found[str(element.get("name"))] = part
    return found


def _scan_sheet(stream: object) -> _SheetScan:
    from lxml import etree

    scan = _SheetScan()
    cells = etree.iterparse(stream, tag="{*}c", resolve_entities=False, no_network=True)
    for _, cell in cells:
        match = _REFERENCE.fullmatch(cell.get("r") or "")
        formula = cell.find("{*}f")
        if match is not None and (len(cell) or formula is not None):
            row, column = int(match[2]), _column(match[1])
            scan.last_row, scan.last_column = max(scan.last_row, row), max(scan.last_column, column)
            if formula is not None:
                scan.formulas[(row, column)] = f"={formula.text or ' (shared with the cells beside it)'}"
            elif cell.get("t") == "e":  # an error kept as a value: blank to whoever reads the cell, and not to be lost
                scan.formulas[(row, column)] = cell.findtext("{*}v") or "#ERROR"
        cell.clear()
    return scan


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def _saved(archive: zipfile.ZipFile) -> date | None:
    if "docProps/core.xml" not in archive.namelist():
        return None
    core = archive.read("docProps/core.xml").decode("utf-8", errors="replace")
    for name in ("modified", "created"):
        if match := re.search(rf"<dcterms:{name}[^>]*>(\d{{4}}-\d{{2}}-\d{{2}})", core):
            read = parse_date(match[1]).value
            return read.earliest if read else None
    return None
