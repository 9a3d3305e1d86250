"""What a workbook's own XML tells and the fast reader does not: formulas, hidden parts, how far out cells stand."""

from __future__ import annotations

import re
import zipfile
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path, PurePosixPath

from coi_audit.readers.dates import parse_date
from coi_audit.readers.guard import ARCHIVE_FAULTS, damaged

_REFERENCE = re.compile(r"([A-Z]{1,3})(\d+)")
_MOST_COLUMNS = 16_384


@dataclass(slots=True)
class SheetScan:
    """One sheet, rows and columns counted from 1: formulas by place, the last place used, what is hidden."""

    formulas: dict[tuple[int, int], str] = field(default_factory=dict)
    last_row: int = 0
    last_column: int = 0
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)


def scan_workbook(path: Path, where: str) -> tuple[dict[str, SheetScan], date | None]:
    """Each sheet by name, and the day the program last saved the file. Raises `UserError` for a damaged file."""
    from lxml import etree

    scans: dict[str, SheetScan] = {}
    try:
        with zipfile.ZipFile(path) as archive:
            for name, part in _sheet_parts(archive).items():
                with archive.open(part) as stream:
                    scans[name] = _scan_sheet(stream)
            return scans, saved_day(archive, "docProps/core.xml", ("dcterms:modified", "dcterms:created"))
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


def _scan_sheet(stream: object) -> SheetScan:
    from lxml import etree

    scan = SheetScan()
    parts = etree.iterparse(stream, tag=("{*}c", "{*}row", "{*}col"), resolve_entities=False, no_network=True)
    for _, part in parts:
        if part.tag.endswith("}c"):
            _scan_cell(part, scan)
        elif part.get("hidden") in ("1", "true"):
            if part.tag.endswith("}row"):
                scan.hidden_rows.add(_whole(part.get("r")))
            else:
                last = min(_whole(part.get("max")), _MOST_COLUMNS)
                scan.hidden_columns.update(range(_whole(part.get("min")), last + 1))
        part.clear()
    return scan


def _scan_cell(cell: object, scan: SheetScan) -> None:
    from lxml import etree

    assert isinstance(cell, etree._Element)
    match = _REFERENCE.fullmatch(cell.get("r") or "")
    formula = cell.find("{*}f")
    if match is None or (len(cell) == 0 and formula is None):
        return
    row, column = int(match[2]), _column(match[1])
    scan.last_row, scan.last_column = max(scan.last_row, row), max(scan.last_column, column)
    if formula is not None:
        scan.formulas[(row, column)] = f"={formula.text or ' (shared with the cells beside it)'}"
    elif cell.get("t") == "e":  # an error kept as a value: blank to whoever reads the cell, and not to be lost
        scan.formulas[(row, column)] = cell.findtext("{*}v") or "#ERROR"


def _whole(text: str | None) -> int:
    return int(text) if text and re.fullmatch(r"\d{1,7}", text) else 0


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def saved_day(archive: zipfile.ZipFile, part: str, names: tuple[str, ...]) -> date | None:
    """The day that a part of an archive gives under the first of these names that it holds."""
    if part not in archive.namelist():
        return None
    words = archive.read(part).decode("utf-8", errors="replace")
    for name in names:
        if match := re.search(rf"<{name}[^>]*>(\d{{4}}-\d{{2}}-\d{{2}})", words):
            read = parse_date(match[1]).value
            return read.earliest if read else None
    return None
