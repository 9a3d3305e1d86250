"""What an old workbook's own records tell and the fast reader does not: formulas, hidden rows and columns, its day."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from coi_audit.readers.ole import Container, saved_on
from coi_audit.readers.xlsx_scan import SheetScan

_SHEET, _ROW, _COLUMNS, _FORMULA, _END = 0x85, 0x208, 0x7D, 0x06, 0x0A
_CELLS = frozenset({_FORMULA, 0xFD, 0x203, 0x27E, 0xBD, 0x204, 0x205, 0xD6, 0x201, 0xBE})  # each begins row, column
_HIDDEN_ROW, _HIDDEN_COLUMN = 0x20, 0x01
_LAST_COLUMN = 256
_SAID = "= (the old format keeps no words of it)"


def scan_old_workbook(path: Path) -> tuple[dict[str, SheetScan], date | None]:
    """Each sheet by name, and the day the program last saved the file; what is damaged tells nothing."""
    container = Container(path.read_bytes())
    book, older = container.stream("Workbook"), container.stream("Book")
    scans = {}
    for name, at in _sheets(book or older, named_apart=bool(book)):
        scans[name] = _scan(book or older, at)
    return scans, saved_on(container)


def _records(book: bytes, at: int) -> Iterator[tuple[int, bytes]]:
    """The records from a place on, up to the end of their part."""
    while at + 4 <= len(book):
        kind, length = struct.unpack_from("<HH", book, at)
        yield kind, book[at + 4 : at + 4 + length]
        if kind == _END:
            return
        at += 4 + length


def _sheets(book: bytes, *, named_apart: bool) -> Iterator[tuple[str, int]]:
    """Name and place of each sheet; `named_apart`: a mark before the name tells how wide its letters are."""
    for kind, said in _records(book, 0):
        if kind == _SHEET and len(said) > 8:
            (at,) = struct.unpack_from("<I", said)
            wide = named_apart and bool(said[7] & 1)
            words = said[7 + named_apart :][: said[6] * (2 if wide else 1)]
            yield words.decode("utf-16-le" if wide else "latin-1", errors="replace"), at


def _scan(book: bytes, at: int) -> SheetScan:
    scan = SheetScan()
    for kind, said in _records(book, at):
        if kind in _CELLS and len(said) >= 6:
            row, column = struct.unpack_from("<HH", said)
            scan.last_row, scan.last_column = max(scan.last_row, row + 1), max(scan.last_column, column + 1)
            if kind == _FORMULA:
                scan.formulas[(row + 1, column + 1)] = _SAID
        elif kind == _ROW and len(said) >= 16 and said[12] & _HIDDEN_ROW:
            scan.hidden_rows.add(struct.unpack_from("<H", said)[0] + 1)
        elif kind == _COLUMNS and len(said) >= 10 and said[8] & _HIDDEN_COLUMN:
            first, last = struct.unpack_from("<HH", said)
            scan.hidden_columns.update(range(first + 1, min(last + 1, _LAST_COLUMN) + 1))
    return scan
