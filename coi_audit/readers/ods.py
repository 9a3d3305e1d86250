"""OpenDocument spreadsheets as rows of cells: repeated rows and cells counted before they are written out."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any

from coi_audit.errors import UserError
from coi_audit.readers.grid import CellValue, GridCell, cell_of
from coi_audit.readers.guard import ARCHIVE_FAULTS, damaged
from coi_audit.readers.xlsx_scan import saved_day

Span = tuple[tuple[int, int], tuple[int, int]]
_HIDDEN = ("collapse", "filter")


@dataclass(slots=True)
class OdsSheet:
    """One sheet; `merged` gives the first and last place of each merged cell, rows and columns from 0.

    `hidden_rows` and `hidden_columns` count from 1, as people do.
    """

    name: str
    hidden: bool = False
    rows: list[list[GridCell]] = field(default_factory=list)
    merged: list[Span] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)


def read_ods(path: Path, *, where: str, most: int) -> tuple[list[OdsSheet], date | None]:
    """The sheets in order, and the day the file was last saved.

    Raises `UserError` for a damaged file, and for one whose sheets would have more than `most` cells.
    """
    from lxml import etree

    try:
        with zipfile.ZipFile(path) as archive:
            with archive.open("content.xml") as stream:
                sheets = _Reader(where, most).read(stream)
            return sheets, saved_day(archive, "meta.xml", ("dc:date", "meta:creation-date"))
    except (etree.LxmlError, *ARCHIVE_FAULTS) as error:
        raise damaged(where) from error


class _Reader:
    def __init__(self, where: str, most: int) -> None:
        self.where = where
        self.most = most
        self.places = 0
        self.unseen: set[str] = set()  # styles of sheets that are hidden
        self.sheets: list[OdsSheet] = []
        self.depth = 0
        self.row = 0  # how many rows of the sheet lie before the next one
        self.column = 0

    def read(self, stream: Any) -> list[OdsSheet]:
        from lxml import etree

        steps = etree.iterparse(stream, events=("start", "end"), resolve_entities=False, no_network=True)
        for event, element in steps:
            name = etree.QName(element).localname if isinstance(element.tag, str) else ""
            if name == "table":
                self.depth += 1 if event == "start" else -1
                if event == "start" and self.depth == 1:
                    style = _get(element, "style-name")
                    self.sheets.append(OdsSheet(_get(element, "name"), style in self.unseen))
                    self.row = self.column = 0
            elif event == "end" and self.depth <= 1:
                self._ended(element, name)
        return self.sheets

    def _ended(self, element: Any, name: str) -> None:
        if name == "style" and element.find("{*}table-properties") is not None:
            if _get(element.find("{*}table-properties"), "display") == "false":
                self.unseen.add(_get(element, "name"))
        elif name == "table-column" and self.sheets:
            count = _count(element, "number-columns-repeated")
            if _get(element, "visibility") in _HIDDEN and self.column < 20_000:
                last = min(self.column + count, 20_000)
                self.sheets[-1].hidden_columns.update(range(self.column + 1, last + 1))
            self.column += count
        elif name == "table-row" and self.sheets:
            self._row(element, self.sheets[-1])
            element.clear()

    def _row(self, element: Any, sheet: OdsSheet) -> None:
        times = _count(element, "number-rows-repeated")
        cells: list[GridCell] = []
        column = 0
        for part in element:
            count = _count(part, "number-columns-repeated")
            cell = _cell(part)
            if cell.text or cell.formula:
                self._room(column + count, sheet)
                cells += [GridCell()] * (column - len(cells)) + [cell] * count
            wide, high = _count(part, "number-columns-spanned"), _count(part, "number-rows-spanned")
            if (wide > 1 or high > 1) and cell.text:
                sheet.merged.append(((self.row, column), (self.row + high - 1, column + wide - 1)))
            column += count
        if cells:
            self._room((self.row + times - len(sheet.rows)) * len(cells), sheet)
            sheet.rows += [[] for _ in range(self.row - len(sheet.rows))]
            sheet.rows += [list(cells) for _ in range(times)]
            if _get(element, "visibility") in _HIDDEN:
                sheet.hidden_rows.update(range(self.row + 1, self.row + times + 1))
        self.row += times

    def _room(self, places: int, sheet: OdsSheet) -> None:
        self.places += places
        if self.places > self.most:
            raise UserError(
                f"this sheet repeats its cells to more than {self.most:,} places; it is too large to read.",
                where=f'{self.where}, sheet "{sheet.name}"',
                fix="copy the part that holds the register into a new workbook.",
            )


def _cell(part: Any) -> GridCell:
    from lxml import etree

    if not isinstance(part.tag, str) or etree.QName(part).localname != "table-cell":
        return GridCell()  # a place under a merged cell; what stands hidden there is not shown by any program
    words = "\n".join("".join(_words(one)) for one in part.iterchildren("{*}p"))
    formula = _get(part, "formula")
    said = f"={formula.partition('=')[2]}" if formula else None
    if said is None and _get(part, "value-type") != "string" and words.startswith(("#", "Err:")):
        said = words  # an error kept as a value
        words = ""
    return cell_of(_value(part, words), formula=said)


def _value(part: Any, words: str) -> CellValue:
    """The cell's value as the program stored it, never worked out."""
    kind = _get(part, "value-type")
    stored = _get(part, "date-value") if kind == "date" else _get(part, "value")
    try:
        if kind == "date":
            return datetime.fromisoformat(stored) if "T" in stored else date.fromisoformat(stored)
        if kind in ("float", "currency", "percentage"):
            return float(stored)
    except ValueError:
        return words
    if kind == "boolean":
        return _get(part, "boolean-value") == "true"
    return words or _get(part, "string-value") or None


def _words(element: Any) -> Iterator[str]:
    from lxml import etree

    yield element.text or ""
    for child in element:
        name = etree.QName(child).localname if isinstance(child.tag, str) else ""
        if name == "s":
            yield " " * min(_count(child, "c"), 100)
        elif name == "tab":
            yield "\t"
        elif name == "line-break":
            yield "\n"
        elif name not in ("annotation", "note", ""):
            yield from _words(child)
        yield child.tail or ""


def _get(element: Any, name: str) -> str:
    """An attribute by its name without namespace; the office's own before LibreOffice's additions."""
    found = [(key, value) for key, value in element.attrib.items() if key.rpartition("}")[2] == name]
    return str(min(found, key=lambda one: "loext" in one[0] or "calcext" in one[0])[1]) if found else ""


def _count(element: Any, name: str) -> int:
    text = _get(element, name) if isinstance(element.tag, str) else ""
    return max(1, int(text)) if re.fullmatch(r"\d{1,9}", text) else 1
