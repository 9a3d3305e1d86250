"""The bare XML of a Word document: which elements hold its paragraphs, tables, cells, words and marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

_SYMBOLS = {  # (font, private code) of tick and box characters that people insert as symbols
    ("wingdings", 0xFC): "✓", ("wingdings", 0xFE): "☑", ("wingdings", 0xFB): "✗", ("wingdings", 0xFD): "☒",
    ("wingdings", 0xA8): "☐", ("wingdings", 0x6F): "☐", ("wingdings 2", 0x50): "✓", ("wingdings 2", 0x52): "☑",
    ("wingdings 2", 0x4F): "✗", ("wingdings 2", 0x54): "☒", ("wingdings 2", 0xA3): "☐", ("webdings", 0x61): "✓",
}  # fmt: skip
_SYMBOL_FONTS = {font for font, _ in _SYMBOLS}
_SKIPPED = {"del", "moveFrom", "Fallback", "instrText", "delText", "pPr", "rPr", "txbxContent", "footnoteReference"}


def symbol(font: str, code: int) -> str:
    """The tick, cross or box that a symbol font, its name in small letters, shows for a code; else nothing."""
    return _SYMBOLS.get((font, code), "")


def local(element: Any) -> str:
    """An element's name without its namespace."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def symbols(words: str, font: str) -> str:
    """Words set in a font of signs (Wingdings), as the signs that a reader sees; `font` in small letters."""
    if font not in _SYMBOL_FONTS:
        return words
    return "".join(_SYMBOLS.get((font, ord(letter) & 0xFF), letter) for letter in words)


def attribute(element: Any, name: str) -> str | None:
    """An attribute's value by its name without namespace."""
    for key, value in element.attrib.items():
        if key.rpartition("}")[2] == name:
            return str(value)
    return None


def children(container: Any) -> Iterator[Any]:
    """Paragraphs and tables in order, looking through content controls and tracked insertions."""
    for child in container:
        name = local(child)
        if name in ("p", "tbl"):
            yield child
        elif name in ("sdt", "sdtContent", "ins", "customXml", "smartTag", "moveTo"):
            yield from children(child)


def rows(table: Any) -> Iterator[Any]:
    """A table's rows, those deleted under tracked changes left out."""
    for child in table:
        name = local(child)
        if name == "tr":
            deleted = any(local(mark) == "del" for part in child if local(part) == "trPr" for mark in part)
            if not deleted:
                yield child
        elif name in ("sdt", "sdtContent", "ins", "customXml"):
            yield from rows(child)


def cells(row: Any) -> Iterator[Any]:
    """A row's cells, looking through content controls."""
    for child in row:
        name = local(child)
        if name == "tc":
            yield child
        elif name in ("sdt", "sdtContent", "ins", "customXml"):
            yield from cells(child)


def grid_gap(row: Any) -> int:
    """How many columns the row leaves out at its start."""
    for part in row:
        if local(part) == "trPr":
            for mark in part:
                if local(mark) == "gridBefore":
                    return int(attribute(mark, "val") or 0)
    return 0


def merge(cell: Any) -> tuple[int, bool]:
    """How many columns the cell spans, and whether it goes on from the row above."""
    span, continues = 1, False
    for part in cell:
        if local(part) == "tcPr":
            for mark in part:
                if local(mark) == "gridSpan":
                    span = max(1, min(63, int(attribute(mark, "val") or 1)))
                elif local(mark) == "vMerge":
                    continues = attribute(mark, "val") != "restart"
    return span, continues


def text_boxes(element: Any) -> Iterator[Any]:
    """The contents of text boxes anchored in a paragraph."""
    for child in element:
        name = local(child)
        if name == "txbxContent":
            yield child
        elif name != "Fallback":
            yield from text_boxes(child)


def text(element: Any) -> str:
    """The words of a paragraph: runs, links and insertions, with tabs and line breaks; deletions left out."""
    joined = "".join(_pieces(element, "")).replace("\xa0", " ").replace("\u200b", "").replace("\xad", "")
    return "\n".join(re.sub(r"[ \f\v]+", " ", line).strip(" ") for line in joined.split("\n")).strip()


def _pieces(element: Any, font: str) -> Iterator[str]:
    for child in element:
        name = local(child)
        if name in _SKIPPED:
            continue
        if name == "t":
            yield symbols(child.text or "", font)
        elif name in ("tab", "ptab"):
            yield "\t"
        elif name in ("br", "cr"):
            yield "\n"
        elif name == "noBreakHyphen":
            yield "-"
        elif name == "sym":
            code = int(attribute(child, "char") or "0", 16) & 0xFF
            yield _SYMBOLS.get(((attribute(child, "font") or "").casefold(), code), "•")
        else:
            yield from _pieces(child, _run_font(child) if name == "r" else font)


def _run_font(run: Any) -> str:
    for properties in run:
        if local(properties) == "rPr":
            for mark in properties:
                if local(mark) == "rFonts":
                    return (attribute(mark, "ascii") or attribute(mark, "hAnsi") or "").casefold()
    return ""


def bold(element: Any) -> bool:
    """Whether every run that shows words is bold by its own marking."""
    runs = [run for run in element.iter() if local(run) == "r" and text(run)]
    return bool(runs) and all(_marked_bold(run) for run in runs)


def _marked_bold(run: Any) -> bool:
    for properties in run:
        if local(properties) == "rPr":
            for mark in properties:
                if local(mark) == "b":
                    return (attribute(mark, "val") or "1") not in ("0", "false", "off")
    return False
