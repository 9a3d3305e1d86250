"""How high words stand on a page, from the widths of the font's own signs: so that what must fit on one page does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from coi_audit.report.fonts import font_files
from coi_audit.report.pack.blocks import Block, Bullets, Card, Cell, Heading, Line, Run, Style, Table, Text, Tone

_POINT = 25.4 / 72  # millimetres
_BESIDE = {Tone.BLANK: 22, Tone.WIDE: 66, Tone.TICK: 4, Tone.TICKED: 4}  # millimetres, besides the words
_BELOW_THE_LAST = 4  # millimetres of room below the last block, which may fall off the page
_HEAVY = (Tone.STRONG, Tone.SIGN)
_SPACE = 0.2  # em
_PADDING = 2  # beside a cell's words
_SAFETY = 1.02  # kerning and rounding

# Size in points and height of a line, of what paper.css and pack.css print.
_TEXT, _SMALL, _TABLE = (10.5, 1.4), (9.2, 1.35), (9.2, 1.32)
_STYLES = {Style.SMALL: _SMALL, Style.META: (9.0, 1.4), Style.SAY: (11.5, 1.4), Style.DO: (9.6, 1.35)}


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page's room in millimetres; `wider` is how much wider its type runs than the font measured.

    `head` is what a part's own heading, and the line below it, take.
    """

    width: float = 174
    height: float = 256
    wider: float = 1.0
    head: float = 26


PDF = Sheet()
WORD = Sheet(height=240, wider=1.12)  # another font, and room for what a word processor does of its own


def height_of(block: Block, sheet: Sheet) -> float:
    """The height of a block in millimetres, with the room below it."""
    if isinstance(block, Text):
        return _text(block, sheet)
    if isinstance(block, Bullets):
        size, high = _SMALL if block.small else _TEXT
        return sum(_lines(one, sheet.width - 5, size, sheet) * size * high * _POINT + 0.8 for one in block.lines) + 2.4
    if isinstance(block, Heading):
        return _words(block.text, sheet.width, 13.5, sheet) * 13.5 * 1.2 * _POINT + 9.6
    if isinstance(block, Card):
        return sum(_text(one, sheet) for one in block.blocks) + 4
    return _table(block, sheet)


def _text(block: Text, sheet: Sheet) -> float:
    size, high = _STYLES.get(block.style, _TEXT)
    indent = {Style.NOTE: 5, Style.SAY: 6, Style.DRAFT: 8}.get(block.style, 18 if block.label else 0)
    beyond = {Style.NOTE: 4.0, Style.SAY: 2.0, Style.DRAFT: 5.0}.get(block.style, 0)
    return _lines(block.line, sheet.width - indent, size, sheet) * size * high * _POINT + 2.4 + beyond


def _table(block: Table, sheet: Sheet) -> float:
    free = sheet.width - sum(one.width for one in block.columns)
    open_ = sum(not one.width for one in block.columns) or 1
    widths = [(one.width or free / open_) - _PADDING for one in block.columns]
    size, high = _TABLE
    one_line = size * high * _POINT
    head = max(_words(one.title, width, size, sheet) for one, width in zip(block.columns, widths, strict=True))
    rows = sum(max(_cell(one, width, sheet) for one, width in zip(row, widths, strict=True)) for row in block.rows)
    caption = (_words(block.caption, sheet.width, 10, sheet) * 10 * 1.32 * _POINT + 1.4) if block.caption else 0
    each = 6.0 if block.tall else 3.0  # padding and rule
    return caption + head * one_line + 2.95 + rows + each * len(block.rows) + 5


def _cell(one: Cell, width: float, sheet: Sheet) -> float:
    size, high = _TABLE
    told = [line for line in one if line]
    between = 0.8 * (len(told) - 1) if told else 0
    return sum(_lines(line, width, size, sheet) for line in told) * size * high * _POINT + between


def _lines(one: Line, width: float, size: float, sheet: Sheet) -> int:
    """Lines that runs of words take, broken at spaces as a browser breaks them."""
    room = width / (size * _POINT * sheet.wider * _SAFETY)  # in the font's em
    used, lines = 0.0, 1
    for run in one:
        heavy = run.tone in _HEAVY
        beside = _BESIDE.get(run.tone, 0) / (size * _POINT)
        for number, word in enumerate(run.text.split()):
            wide = width_of(word, heavy=heavy) + (0 if number else beside)
            if used and used + wide > room:
                lines, used = lines + 1, 0.0
            while wide > room:
                lines, wide = lines + 1, wide - room
            used += wide + _SPACE
    return lines


def _words(text: str, width: float, size: float, sheet: Sheet) -> int:
    return _lines((Run(text, Tone.STRONG),), width, size, sheet)


def width_of(text: str, *, heavy: bool = True) -> float:
    """The width of words in em, in the heavier or the lighter face of a page."""
    widths, usual = _advances("Semibold" if heavy else "Regular")
    return sum(widths.get(ord(one), usual) for one in text)


@cache
def _advances(face: str) -> tuple[dict[int, float], float]:
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

    file = next(one for one in font_files() if one.name.endswith(f"-{face}.ttf"))
    font = TTFont(file, lazy=True)
    em, table = font["head"].unitsPerEm, font["hmtx"]
    widths = {code: table[name][0] / em for code, name in font.getBestCmap().items()}
    return widths, widths[ord("m")]


def fits(blocks: Sequence[Block], sheet: Sheet, *, beside: float = 0) -> bool:
    """Whether the blocks stand on one page, with `beside` millimetres taken by something else."""
    return sum(height_of(one, sheet) for one in blocks) + beside - _BELOW_THE_LAST <= sheet.height
