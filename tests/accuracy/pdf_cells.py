"""Draws sheets cell by cell, as spreadsheet programs do in their own exports: words clipped to their cell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from ctypes import byref, c_float
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium
from pdf_writing import head_rows
from register_corpus import Cell
from register_writing import Paper, Sheet, text_of

_FONT = {"Type": "/Font", "Subtype": "/Type1", "BaseFont": "/Helvetica", "Encoding": "/WinAnsiEncoding"}
_STEP = 1.17  # of the print's size, from line to line
_PAD = 2.0
_MARGIN = 36.0


@dataclass(frozen=True)
class Drawn:
    """How sheets are drawn. `width` is a column's in points; `height` a row's, or nothing where rows hold their words.

    `lead` columns stand again at the left of each page further over; `over` puts these before those further down.
    `seen` leaves out the lines that would stand wholly outside their cell.
    """

    size: float = 8.0
    width: float = 90.0
    height: float = 0.0
    upright: str = "top"
    ruled: bool = True
    lead: int = 0
    over: bool = False
    repeat: bool = True
    landscape: bool = True
    seen: bool = False
    footer: bool = True


@dataclass(frozen=True)
class Area:
    """A cell on its page, places from the page's top left corner."""

    text: str
    x: float
    top: float
    wide: float
    tall: float
    right: bool = False


def drawn_sheet(paper: Paper, style: Drawn, path: Path) -> None:
    """The paper as a PDF."""
    pages = [page for sheet in paper.sheets for page in _pages(sheet, style)]
    high, wide = (595.0, 842.0) if style.landscape else (842.0, 595.0)
    pdf = pikepdf.new()
    font = pdf.make_indirect(pikepdf.Dictionary({f"/{key}": pikepdf.Name(value) for key, value in _FONT.items()}))
    for number, areas in enumerate(pages, start=1):
        foot = [Area(f"Page {number} of {len(pages)}", wide / 2 - 30, high - 28, 80, 12)] if style.footer else []
        page = pdf.add_blank_page(page_size=(wide, high))
        page.obj.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
        page.contents_add(b"\n".join(_drawing([*areas, *foot], style, high)))
    pdf.save(path)


def _pages(sheet: Sheet, style: Drawn) -> Iterator[list[Area]]:
    """The cells of each page, in the order in which the pages are printed."""
    high, wide = (595.0, 842.0) if style.landscape else (842.0, 595.0)
    count = max(len(row) for row in sheet.rows)
    room = wide - 2 * _MARGIN
    fit = max(1, int(room // style.width) - style.lead)
    blocks = [list(range(at, min(at + fit, count))) for at in range(style.lead, count, fit)]
    blocks = [[*range(style.lead), *block] for block in blocks]
    heights = [_height(row, style) for row in sheet.rows]
    heads = head_rows(sheet)
    titled = 14.0 * len(sheet.above)
    depth = high - 2 * _MARGIN - titled
    parts: list[list[int]] = [[]]
    left = depth
    for at, tall in enumerate(heights):
        if tall > left and parts[-1]:
            repeated = list(range(heads)) if style.repeat else []
            parts.append(repeated)
            left = high - 2 * _MARGIN - sum(heights[one] for one in repeated)
        parts[-1].append(at)
        left -= tall
    places = [(part, block) for block in blocks for part in parts]
    if style.over:
        places = [(part, block) for part in parts for block in blocks]
    for part, block in places:
        top = _MARGIN
        areas = []
        if part is parts[0]:
            if block is blocks[0]:
                areas = [Area(text, _MARGIN, top + 14 * at, 500, 12) for at, text in enumerate(sheet.above)]
            top += titled
        for at in part:
            for place, column in enumerate(block):
                areas.append(_area(sheet.rows[at], column, _MARGIN + place * style.width, top, style, heights[at]))
            top += heights[at]
        yield areas


def _area(row: Sequence[Cell], column: int, x: float, top: float, style: Drawn, tall: float) -> Area:
    value = row[column] if column < len(row) else ""
    return Area(text_of(value), x, top, style.width, tall, right=not isinstance(value, str) and value is not None)


def _height(row: Sequence[Cell], style: Drawn) -> float:
    if style.height:
        return style.height
    lines = max(len(_lines(text_of(cell), style.width, style.size)) for cell in row)
    return lines * _STEP * style.size + 3


def _lines(text: str, wide: float, size: float) -> list[str]:
    """The words of a cell as the lines they are broken into; a word too long for a line is cut."""
    found = []
    for part in text.split("\n"):
        line = ""
        for word in part.split(" "):
            longer = f"{line} {word}" if line else word
            if _long(longer, size) <= wide - 2 * _PAD:
                line = longer
                continue
            if line:
                found.append(line)
            line = word
            while _long(line, size) > wide - 2 * _PAD:
                fits = max(at for at in range(1, len(line)) if at == 1 or _long(line[:at], size) <= wide - 2 * _PAD)
                found.append(line[:fits])
                line = line[fits:]
        found.append(line)
    return found


def _long(text: str, size: float) -> float:
    wide = _widths()
    return sum(wide[byte] for byte in text.encode("cp1252")) * size / 1000


@cache
def _widths() -> tuple[float, ...]:
    """The width of each letter of the font, in thousandths of its size, as PDFium knows it."""
    pdf = pypdfium2.PdfDocument.new()
    font = pdfium.FPDFText_LoadStandardFont(pdf, b"Helvetica")
    found = []
    for byte in range(256):
        letter = bytes([byte]).decode("cp1252", "replace")
        width = c_float()
        pdfium.FPDFFont_GetGlyphWidth(font, ord(letter), 1000.0, byref(width))
        found.append(width.value or 500.0)
    pdfium.FPDFFont_Close(font)
    pdf.close()
    return tuple(found)


def _drawing(areas: Sequence[Area], style: Drawn, high: float) -> Iterator[bytes]:
    for area in areas:
        ruled = style.ruled and area.wide == style.width
        if ruled:
            low = high - area.top - area.tall
            yield f"{area.x:.2f} {low:.2f} {area.wide:.2f} 0.48 re f".encode()
            yield f"{area.x:.2f} {low + area.tall:.2f} {area.wide:.2f} 0.48 re f".encode()
            yield f"{area.x:.2f} {low:.2f} 0.48 {area.tall:.2f} re f".encode()
            yield f"{area.x + area.wide:.2f} {low:.2f} 0.48 {area.tall:.2f} re f".encode()
        if area.text:
            yield from _words(area, style, high)


def _words(area: Area, style: Drawn, high: float) -> Iterator[bytes]:
    lines = _lines(area.text, area.wide, style.size)
    step = _STEP * style.size
    spare = area.tall - len(lines) * step - 2
    down = {"top": 1.0, "center": 1 + spare / 2, "bottom": 1 + spare}[style.upright]
    yield f"q {area.x:.2f} {high - area.top - area.tall:.2f} {area.wide:.2f} {area.tall:.2f} re W* n".encode()
    for at, line in enumerate(lines):
        top = down + at * step
        if style.seen and (top + step < 1 or top > area.tall - 1):
            continue
        x = area.x + (area.wide - _PAD - _long(line, style.size) if area.right else _PAD)
        y = high - area.top - top - 0.93 * style.size
        letters = line.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
        yield f"BT /F1 {style.size} Tf 1 0 0 1 {x:.2f} {y:.2f} Tm (".encode() + letters + b") Tj ET"
    yield b"Q"
