"""A web page's tree as blocks: paragraphs cut where the page cuts them, lists numbered as it numbers them, tables."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import Any

from coi_audit.readers.html.controls import control_words
from coi_audit.readers.html.lists import List, list_of, number_alone, office_mark
from coi_audit.readers.html.shown import Looks, Place, seen_by_few
from coi_audit.readers.html.tables import is_table, rows_of, sets_out_a_page, spread
from coi_audit.readers.word import Paragraph, Table
from coi_audit.readers.word_xml import symbols

_BLOCKS = {
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dir", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr",
    "html", "legend", "li", "main", "menu", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot",
    "th", "thead", "tr", "ul", "listing", "plaintext", "search", "option",
}  # fmt: skip
_BOLD_STYLE = re.compile(r"font-weight\s*:\s*(?:bold|bolder|[6-9]00)", re.IGNORECASE)
_PLAIN_STYLE = re.compile(r"font-weight\s*:\s*(?:normal|lighter|[1-5]00)", re.IGNORECASE)
_FONT = re.compile(r"font-family\s*:\s*[\"']?([A-Za-z0-9 ]+)|font\s*:[^;]*?((?:wing|web)dings(?: \d)?)", re.IGNORECASE)
_HEADING = re.compile(r"h([1-6])")


@dataclass(frozen=True, slots=True)
class _Look:
    """How words look where they stand; `bare` where line breaks of the source are those of the page."""

    bold: bool = False
    bare: bool = False
    font: str = ""
    style: str = "Normal"
    inside: List | None = None


@dataclass(slots=True)
class _Open:
    """The paragraph being written: its pieces (words, bold, read aloud only), and the mark that stands before it."""

    pieces: list[tuple[str, bool, bool]] = field(default_factory=list)
    number: str = ""
    bullet: bool = False
    style: str = ""


class Blocks:
    """Collects the blocks of one file, page by page; `file` names it in messages."""

    def __init__(self, file: str) -> None:
        self.found: list[Paragraph | Table] = []
        self.apart: dict[Place, list[str]] = {Place.HEADER: [], Place.FOOTER: []}
        self.hidden = 0
        self.file = file
        self._paragraphs = 0
        self._tables = 0
        self._open = _Open()
        self._cell: list[Paragraph] | None = None
        self._looks: Looks

    def take(self, tree: Any, looks: Looks) -> None:
        """Add the blocks of one page."""
        self._looks = looks
        self._inside(tree, _Look())
        self._close()

    def _inside(self, element: Any, look: _Look) -> None:
        self._say(element.text, look)
        for child in element:
            self._element(child, look)
            self._say(child.tail, look)

    def _element(self, element: Any, look: _Look) -> None:
        place = self._looks.place(element)
        if place is not Place.CONTENT:
            self._aside(element, place)
            return
        if element.tag == "br":
            self._open.pieces.append(("\n", look.bold, False))
            return
        spoken = control_words(element, in_cell=self._cell is not None)
        if spoken is not None:
            self._open.pieces.append((spoken, look.bold, element.tag == "img"))
            return
        look = _looked(element, look)
        if not _is_block(element):
            self._inline(element, look)
            return
        self._close()
        self._block(element, look)
        self._close()

    def _aside(self, element: Any, place: Place) -> None:
        words = " ".join(self._looks.words(element)) if isinstance(element.tag, str) else ""
        if place is Place.HIDDEN:
            self.hidden += len(words.split())
        elif place is not Place.NOWHERE and words and self._cell is None:
            self.apart[place].append(words)
        if place is not Place.NOWHERE and _is_block(element):
            self._close()

    def _inline(self, element: Any, look: _Look) -> None:
        style = element.get("style") or ""
        if "mso-list" in style and "ignore" in style.casefold():
            self._open.number, self._open.bullet = office_mark("".join(element.itertext()))
        elif "mso-tab-count" in style:
            self._open.pieces.append(("\t", look.bold, False))
        elif seen_by_few(element):
            self._open.pieces.append((" ".join(element.itertext()), look.bold, True))
        else:
            self._inside(element, look)

    def _block(self, element: Any, look: _Look) -> None:
        tag = element.tag
        if is_table(element):
            self._table(element, look)
        elif tag in ("ol", "ul", "menu", "dir"):
            self._inside(element, replace(look, inside=list_of(element, look.inside)))
        elif tag == "li":
            self._item(element, look)
        elif tag == "dt":
            self._term(element, look)
        else:
            self._inside(element, look)

    def _item(self, element: Any, look: _Look) -> None:
        if look.inside is None:  # an item without its list: the page shows a bullet
            number, bullet = "", True
        else:
            look.inside.step(element)
            number, bullet = look.inside.mark
        self._open = _Open(number=number, bullet=bullet)
        self._inside(element, replace(look, style="List Paragraph"))
        self._close()
        self._open = _Open()

    def _term(self, element: Any, look: _Look) -> None:
        """A term of a definition list; one that is nothing but a number is the number of what follows."""
        self._open = _Open()
        number = number_alone(" ".join(element.itertext()))
        following = element.getnext()
        if number and following is not None and following.tag == "dd":
            self._open.number = number
        else:
            self._inside(element, replace(look, bold=True))

    def _say(self, words: str | None, look: _Look) -> None:
        if not words:
            return
        if look.font:
            words = symbols(words, look.font)
        if words.strip() and not self._open.style:
            self._open.style = look.style
        words = re.sub(r" {3,}", "\t", words) if look.bare else re.sub(r"[ \t\n\r\f]+", _gap, words)
        self._open.pieces.append((words, look.bold, False))

    def _close(self) -> None:
        """End the paragraph that is being written, and keep it where it says anything."""
        texts, bold = _tidy(self._open.pieces)
        ended, self._open = self._open, _Open()
        if not texts:
            self._open.number, self._open.bullet = ended.number, ended.bullet  # its words begin further inside
        for at, text in enumerate(texts):
            number, bullet = (ended.number, ended.bullet) if at == 0 else ("", False)
            self._add(Paragraph(text, ended.style or "Normal", number, 0, bold, bullet))

    def _add(self, paragraph: Paragraph) -> None:
        if self._cell is not None:
            self._cell.append(paragraph)
            return
        self._paragraphs += 1
        self.found.append(replace(paragraph, paragraph_index=self._paragraphs))

    def _table(self, element: Any, look: _Look) -> None:
        rows = rows_of(element, self._looks)
        self.hidden += rows.hidden
        for other in rows.others:
            self._inside(other, replace(look, style="Caption" if other.tag == "caption" else look.style))
            self._close()
        if self._cell is not None or sets_out_a_page(element, rows):
            for cell in rows.cells:
                self._inside(cell, look)
                self._close()
            return
        index = self._tables + 1
        grid = spread(rows, lambda cell: self._paragraphs_of(cell, look), where=self.file)
        if any(cell.paragraphs for row in grid for cell in row):
            self._tables = index
            self.found.append(Table(grid, index))

    def _paragraphs_of(self, cell: Any, look: _Look) -> tuple[Paragraph, ...]:
        """What stands in one cell, a table within it word by word."""
        self._cell, before = [], self._open
        self._open = _Open()
        self._inside(cell, _looked(cell, replace(look, inside=None, style="Normal")))
        self._close()
        if not self._cell and self._open.number:  # a cell that holds nothing but its automatic number
            self._cell.append(Paragraph("", "Normal", self._open.number))
        found, self._cell, self._open = tuple(self._cell), None, before
        return found


def _looked(element: Any, look: _Look) -> _Look:
    """How the words within an element look, it standing in words that look like `look`."""
    tag, style = element.tag, element.get("style") or ""
    level = _HEADING.fullmatch(tag) or (element.get("role") == "heading" and re.match(r"([1-6])", _level(element)))
    if level:
        look = replace(look, style=f"Heading {level[1]}")
    elif re.match(r"Mso(?:Sub)?[tT]itle\b", element.get("class") or ""):
        look = replace(look, style="Title")
    if tag in ("b", "strong", "th") or _BOLD_STYLE.search(style):
        look = replace(look, bold=True)
    elif _PLAIN_STYLE.search(style):
        look = replace(look, bold=False)
    if tag in ("pre", "listing", "plaintext", "xmp") or re.search(r"white-space\s*:\s*pre", style, re.IGNORECASE):
        look = replace(look, bare=True)
    font = _FONT.search(style)
    named = element.get("face") if tag == "font" else (font[1] or font[2] if font else None)
    return replace(look, font=named.strip().casefold()) if named else look


def _level(element: Any) -> str:
    return str(element.get("aria-level") or "2")


def _is_block(element: Any) -> bool:
    style = element.get("style") or ""
    if re.search(r"display\s*:\s*inline", style, re.IGNORECASE) and element.tag != "table":
        return False
    shown_as_block = re.search(r"display\s*:\s*(?:block|flex|grid|list-item|table)", style, re.IGNORECASE)
    return element.tag in _BLOCKS or bool(shown_as_block) or is_table(element)


def _gap(blanks: re.Match[str]) -> str:
    """A page shows one blank for any number; a tab within a line is kept, since it parts words that were in columns."""
    return "\t" if "\t" in blanks[0] and "\n" not in blanks[0] else " "


def _tidy(pieces: list[tuple[str, bool, bool]]) -> tuple[list[str], bool]:
    """The words of one paragraph, or of several where blank lines part them, and whether all of them are bold."""
    seen = [(words, bold) for words, bold, aloud in pieces if not aloud]
    if not "".join(words for words, _ in seen).strip():
        seen = [(words, bold) for words, bold, _ in pieces]
    joined = "".join(words for words, _ in seen).replace("\xa0", " ").replace("\u200b", "").replace("\xad", "")
    lines = [re.sub(r" *\t[ \t]*", "\t", re.sub(r"[ \f\v]+", " ", line)).strip() for line in joined.split("\n")]
    texts = [text for part in re.split(r"\n\s*\n", "\n".join(lines)) if (text := part.strip())]
    said = [bold for words, bold in seen if words.strip("\xa0 \t\n")]
    return texts, bool(said) and all(said)
