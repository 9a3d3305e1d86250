"""The letters of a PDF page in the order they were written, put together into words."""

from __future__ import annotations

import math
import re
from collections import Counter
from ctypes import byref, create_string_buffer
from dataclasses import dataclass, replace
from typing import Any

from coi_audit.readers.pdf.shapes import Word
from coi_audit.readers.word_xml import symbol

_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_BLANK = {0x09, 0x0A, 0x0D, 0x20, 0xA0, 0x2000, 0x2001, 0x2002, 0x2003, 0x2004, 0x2005, 0x2006, 0x2007, 0x2008, 0x2009,
          0x200A, 0x202F, 0x205F, 0x3000, 0x00, 0x200B, 0x2060, 0xFEFF}  # fmt: skip
_SOFT = {0xAD, 0x2010}  # what stands at a line's end where a word was hyphenated
_HYPHENS = {"\u2010", "\ufffe", "\x02"}  # PDFium gives the last two for any hyphen at a line's end
_PRIVATE = {0xF0B7: "•", 0xF0A7: "▪", 0xF0D8: "➢", 0xF0FC: "✓", 0xF0FE: "☑", 0xF0FB: "✗", 0xF0FD: "☒", 0xF0A8: "☐",
            0xF06F: "☐", 0xF050: "✓", 0xF0D2: "☑", 0xF02D: "-", 0xF0E0: "→"}  # fmt: skip
_SYMBOL_FONT = re.compile(r"(wingdings ?[23]?|webdings)", re.IGNORECASE)
_BOLD_NAME = re.compile(r"bold|black|heavy|semibold|demi(?!light)", re.IGNORECASE)
_FORCED_BOLD = 1 << 18
_HIDDEN_MODE = 3
_SAMPLE = 400  # letters looked at for their meaning
_LIGATURE = "filst"  # the letters that ligatures are made of
_AWAY = 3.0  # of the print's size: no letter stands so far from the one before
_MAIN = 0.6  # share of the letters that decides which way up a page is read


@dataclass(slots=True)
class _Style:
    """What all letters of one text object share."""

    size: float
    bold: bool
    turn: int | None  # None: at an angle
    hidden: bool
    symbols: str
    key: int = 0


class Letters:
    """Reads a page's letters; boxes are left, low, right, high on the PDF's own page until a view turns them."""

    def __init__(self, pdfium: Any, text_page: Any, bounds: tuple[float, float, float, float]) -> None:
        self.pdfium = pdfium
        self.page = text_page
        self.bounds = bounds
        self.words: list[Word] = []
        self.slanted: list[str] = []
        self.hidden = False
        self._styles: dict[int, _Style] = {}
        self._seen: dict[tuple[int, int, int], int] = {}
        self._open: list[tuple[str, float, float, float, float]] = []
        self._keys: list[int] = []  # of the text object of each open letter
        self._style: _Style | None = None
        self._last = 0  # the text object of the letter put away last
        self._turns: Counter[int] = Counter()
        self._unseen = 0
        self._meaningless = 0

    def read(self, most: int) -> Letters:
        """Take up to `most` letters from the page."""
        pdfium, page = self.pdfium, self.page
        box = pdfium.FS_RECTF()
        count = min(pdfium.FPDFText_CountChars(page), most)
        blank = -1
        for at in range(count):
            code = pdfium.FPDFText_GetUnicode(page, at)
            if code in _BLANK:
                self._close()
                blank = at if blank < 0 else blank
                continue
            if not pdfium.FPDFText_GetLooseCharBox(page, at, byref(box)):
                continue
            if at < _SAMPLE and (pdfium.FPDFText_HasUnicodeMapError(page, at) == 1 or code == 0xFFFD):
                self._meaningless += 1
            style = self._style_at(at)
            if self._is_second_print(code, at, box):
                continue
            if blank >= 0:
                self._see_space(blank, style)
                blank = -1
            self._add(code, style, (box.left, box.bottom, box.right, box.top))
        self._close()
        self.hidden = self._unseen > 0.5 * max(1, sum(len(word.text) for word in self.words))
        return self

    def _see_space(self, at: int, style: _Style) -> None:
        """Mark the last word where a space drawn with it ends its piece; others are guessed from where words stand."""
        last = self.words[-1] if self.words else None
        if last and self._last != style.key and not self.pdfium.FPDFText_IsGenerated(self.page, at):
            self.words[-1] = replace(last, spaced=True)

    @property
    def garbled(self) -> bool:
        """Whether of most letters looked at the file does not tell which they are."""
        return self._meaningless > 0.5 * _SAMPLE

    def main_turn(self, told: int) -> int:
        """Which way most words read, in quarter turns; `told` where the page has none to speak of."""
        total = sum(self._turns.values())
        if not total:
            return told
        turn, most = self._turns.most_common(1)[0]
        return turn if most >= _MAIN * total else told

    def _style_at(self, at: int) -> _Style:
        pdfium = self.pdfium
        found = pdfium.FPDFText_GetTextObject(self.page, at)
        key = address(found)
        style = self._styles.get(key) if key else None
        if style is None:
            style = self._look_at(at, found)
            style.key = key
            self._styles[key] = style
        return style

    def _look_at(self, at: int, found: Any) -> _Style:
        pdfium = self.pdfium
        matrix = pdfium.FS_MATRIX()
        pdfium.FPDFText_GetMatrix(self.page, at, byref(matrix))
        size = pdfium.FPDFText_GetFontSize(self.page, at) * (math.hypot(matrix.c, matrix.d) or 1.0)
        angle = math.degrees(math.atan2(matrix.b, matrix.a)) if (matrix.a or matrix.b) else 0.0
        quarter = round(angle / 90)
        turn = quarter % 4 if abs(angle - 90 * quarter) < 8 else None
        if not found:
            return _Style(size, False, turn, False, "")
        font = pdfium.FPDFTextObj_GetFont(found)
        name = _font_name(pdfium, font)
        weighty = bool(font) and pdfium.FPDFFont_GetWeight(font) >= 600 and pdfium.FPDFFont_GetIsEmbedded(font) != 1
        bold = bool(_BOLD_NAME.search(name)) or weighty
        bold = bold or (bool(font) and bool(max(0, pdfium.FPDFFont_GetFlags(font)) & _FORCED_BOLD))
        match = _SYMBOL_FONT.search(name.replace("-", " "))
        hidden = pdfium.FPDFTextObj_GetTextRenderMode(found) == _HIDDEN_MODE
        return _Style(size, bold, turn, hidden, match[1].casefold() if match else "")

    def _is_second_print(self, code: int, at: int, box: Any) -> bool:
        """A letter printed twice in one place, to look bold; the letters of one ligature share a place too."""
        key = (code, round(box.left), round(box.bottom))
        earlier = self._seen.get(key)
        self._seen[key] = at
        return earlier is not None and at - earlier > 2

    def _add(self, code: int, style: _Style, box: tuple[float, float, float, float]) -> None:
        left, low, right, high = self.bounds
        if chr(code) in _LIGATURE:
            box = self._mended(style, box)
        if box[2] < left or box[0] > right or box[3] < low or box[1] > high:
            return
        text = _letter(code, style.symbols)
        if style.turn is None:
            if self._style is not style:
                self._close()
            self._style = style
            self._take(text, box, style.key)
            return
        self._turns[style.turn] += 1
        self._unseen += style.hidden
        if self._open and not self._joins(style, box, text):
            self._close()
        if self._style is not None and self._open and self._style.size > style.size:
            style = replace(self._style, key=style.key)
        self._style = style
        self._take(text, box, style.key)

    def _take(self, text: str, box: tuple[float, float, float, float], key: int) -> None:
        self._open.append((text, *box))
        self._keys.append(key)

    def _mended(self, style: _Style, box: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
        """PDFium loses the place of the letters of a ligature in upright text: they stand behind the letter before."""
        last = self._style
        if not style.turn or not self._open or last is None or last.turn != style.turn:
            return box
        before = self._open[-1][1:]
        away = max(abs(before[0] - box[0]), abs(before[1] - box[1]))
        across = 0 if style.turn % 2 else 1
        if away < _AWAY * style.size or abs(before[across] - box[across]) < style.size:
            return box
        wide, (x0, y0, x1, y1) = 0.3 * style.size, before
        if style.turn == 2:
            return (x0 - wide, y0, x0, y1)
        return (x0, y1, x1, y1 + wide) if style.turn == 1 else (x0, y0 - wide, x1, y0)

    def _joins(self, style: _Style, box: tuple[float, float, float, float], text: str) -> bool:
        """Whether a letter goes on with the open word: on its line, and right behind it.

        A capital behind a small letter, written by itself and a little apart, is the next column's first.
        """
        before = self._style
        if before is None or before.turn != style.turn or style.turn is None:
            return False
        start, end, low, high = _along(self._open[-1][1:], style.turn)
        own_start, _, own_low, own_high = _along(box, style.turn)
        size = max(before.size, style.size)
        shared = min(high, own_high) - max(low, own_low)
        if shared < 0.4 * min(high - low, own_high - own_low) and own_high > own_low:
            return False
        if before.key != style.key and text.isupper() and self._open[-1][0].islower() and own_start - end > 0.01 * size:
            return False
        return own_start >= start - 0.12 * size and own_start - end <= 0.17 * size

    def _close(self) -> None:
        """Put the open word away."""
        letters, keys, style = self._open, self._keys, self._style
        self._open, self._keys, self._style = [], [], None
        if not letters or style is None:
            return
        self._last = keys[-1]
        text = "".join(letter for letter, *_ in letters)
        if style.turn is None:
            self.slanted.append(text)
            return
        soft = len(text) > 1 and ord(text[-1]) in _SOFT
        kept = (one for one in text[: len(text) - soft] if one != "\xad")
        text = "".join("-" if one in _HYPHENS else one for one in kept)
        if text:
            x0, y0 = min(one[1] for one in letters), min(one[2] for one in letters)
            x1, y1 = max(one[3] for one in letters), max(one[4] for one in letters)
            whole = len(text) == len(letters) and keys[0] != keys[-1] and not style.turn
            seams = (
                tuple((at, letters[at][1]) for at in range(1, len(keys)) if keys[at] != keys[at - 1]) if whole else ()
            )
            self.words.append(
                Word(text, x0, y0, x1, y1, style.size, style.bold, style.turn, soft, drawn=keys[0], seams=seams)
            )


def _along(box: tuple[float, ...], turn: int) -> tuple[float, float, float, float]:
    """A box as start and end along the reading direction, and its two sides across it."""
    left, low, right, high = box
    if turn == 1:
        return low, high, left, right
    if turn == 2:
        return -right, -left, low, high
    return (-high, -low, left, right) if turn == 3 else (left, right, low, high)


def _letter(code: int, symbols: str) -> str:
    if 0xD800 <= code <= 0xDFFF or code > 0x10FFFF:
        return "\ufffd"
    letter = chr(code)
    if symbols:
        return symbol(symbols, code & 0xFF) or _PRIVATE.get(code, letter)
    return _PRIVATE.get(code) or _LIGATURES.get(letter, letter)


def _font_name(pdfium: Any, font: Any) -> str:
    if not font:
        return ""
    buffer = create_string_buffer(256)
    written = pdfium.FPDFFont_GetBaseFontName(font, buffer, 256)
    return buffer.raw[: max(0, min(written, 256) - 1)].decode("utf-8", "replace")


def address(pointer: Any) -> int:
    """Where a thing of PDFium's is kept: the same for the same text object, 0 for none."""
    from ctypes import c_void_p, cast

    return cast(pointer, c_void_p).value or 0 if pointer else 0
