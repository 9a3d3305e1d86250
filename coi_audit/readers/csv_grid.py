"""CSV files as grids of cells, whatever parts their cells and however Excel, a portal or a person wrote them."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from pathlib import Path

from coi_audit.errors import UserError
from coi_audit.readers.grid import Grid, GridCell, cell_of
from coi_audit.readers.guard import read_text, shown

_DELIMITERS = (",", ";", "\t", "|")
_SAID = re.compile(r'\s*"?sep=(.)"?[ ,;\t|]*\n', re.IGNORECASE)
_AS_TEXT = re.compile(r'="((?:[^"]|"")*)"')
_LONGEST_CELL = 40  # lines; more are a quotation mark that nobody closed


def read_csv(path: Path, *, where: str) -> Grid:
    """A CSV file in any usual encoding, its cells parted by commas, semicolons, tabs or bars.

    The first line may say what parts them ("sep=;"). Empty columns at the end are left out. Raises `UserError` for a
    file that cannot be read as a table.
    """
    text = shown(read_text(path, where=where))
    said = _SAID.match(text)
    delimiter = said[1] if said else _delimiter(text)
    try:
        rows = _rows(text, delimiter)
    except csv.Error as error:
        raise UserError(
            f"this file cannot be read as a table ({error}).",
            where=where,
            fix="open it in Excel and save it as an Excel workbook.",
        ) from error
    if said:
        rows[0] = []  # no words of the table; it stays a row, so that the rows keep their numbers
    cells = [[cell_of(_plain(value)) for value in row] for row in rows]
    width = max((at + 1 for row in cells for at, cell in enumerate(row) if cell.text), default=0)
    return Grid(tuple(tuple(row[:width]) + (GridCell(),) * (width - len(row)) for row in cells))


def _rows(text: str, delimiter: str) -> list[list[str]]:
    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    widths = Counter(len(row) for row in rows if row and not any("\n" in cell for cell in row))
    usual = widths.most_common(1)[0][0] if widths else 0
    if text.count('"') % 2 == 0 and not any(_swallows(row, usual) for row in rows):
        return rows
    return _mended(text.removesuffix("\n").split("\n"), delimiter)


def _swallows(row: list[str], usual: int) -> bool:
    """Whether a cell of several lines may have begun by a mark that nobody closed."""
    lines = max((cell.count("\n") for cell in row), default=0)
    return lines > _LONGEST_CELL or (lines > 0 and len(row) != usual)


def _mended(lines: list[str], delimiter: str) -> list[list[str]]:
    """Rows where a quotation mark that nobody closed would swallow what follows it.

    Lines are put together only where that gives a row as wide as most; else the mark is part of the words.
    """
    widths = Counter(len(_line(line, delimiter)) for line in lines if line and line.count('"') % 2 == 0)
    usual = widths.most_common(1)[0][0] if widths else 0
    rows = []
    at = 0
    while at < len(lines):
        row, used = _next_row(lines[at : at + _LONGEST_CELL], delimiter, usual)
        rows.append(row)
        at += used
    return rows


def _next_row(lines: list[str], delimiter: str, usual: int) -> tuple[list[str], int]:
    """The next row, and how many lines it takes."""
    open_marks = 0
    for used, line in enumerate(lines, start=1):
        open_marks += line.count('"')
        if open_marks % 2 == 0:
            row = next(csv.reader(io.StringIO("\n".join(lines[:used]), newline=""), delimiter=delimiter), [])
            if used == 1 or len(row) == usual:
                return row, used
    return _line(lines[0], delimiter), 1


def _line(line: str, delimiter: str) -> list[str]:
    if line.count('"') % 2 == 0:
        return next(csv.reader([line], delimiter=delimiter), [])
    return [cell.strip().strip('"') for cell in line.split(delimiter)]


def _plain(value: str) -> str:
    """Excel's way of keeping a number as text (="0123"), as the words it shows."""
    match = _AS_TEXT.fullmatch(value.strip())
    return match[1].replace('""', '"') if match else value


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
