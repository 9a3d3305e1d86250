"""Running headers, footers and page numbers: what stands in one place on page after page, apart from the body."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from coi_audit.readers.pdf.shapes import TextLine
from coi_audit.readers.pdf.tables import PdfTable

_ZONE = 0.14  # share of the page's height, above and below, where headers and footers may stand
_DEEPEST = 6  # lines from the page's edge
_NUMBER = re.compile(
    r"(?:[-–—|•\s]*(?:page|p\.|pg\.?)\s*:?\s*)?[-–—|\s]*\d{1,4}(?:\s*(?:of|/|\|)\s*(?:page\s*)?\d{1,4})?[-–—|\s]*"
    r"(?:\|?\s*page)?",
    re.IGNORECASE,
)
_ROMAN = re.compile(r"(?:page\s*)?[ivxl]{1,6}", re.IGNORECASE)


@dataclass(slots=True)
class Sheet:
    """A page under reading: its tables, and its lines outside them from the top down.

    `column` says which column of prose it is, where it is a part of a page: 0 or 1, and again within that.
    """

    number: int
    width: float
    height: float
    tables: list[PdfTable]
    lines: list[TextLine]
    column: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Margins:
    """The words of the running headers and footers, each once, in the order in which they first come."""

    headers: tuple[str, ...] = ()
    footers: tuple[str, ...] = ()


def take_margins(sheets: Sequence[Sheet]) -> Margins:
    """Take the running headers and footers out of the pages, and give their words."""
    marked = [[_place(sheet, line) for line in sheet.lines] for sheet in sheets]
    headers: dict[str, str] = {}
    footers: dict[str, str] = {}
    for at, sheet in enumerate(sheets):
        others = [other for near in (-2, -1, 1, 2) if 0 <= at + near < len(sheets) for other in marked[at + near]]
        taken = {
            number
            for number, (line, place) in enumerate(zip(sheet.lines, marked[at], strict=True))
            if place and (_repeats(place, others) or _numbers(line, place, len(sheets)))
        }
        taken |= _small_print(sheet, marked[at])
        taken -= _against_body(sheet, taken, marked[at])
        kept = []
        for number, (line, place) in enumerate(zip(sheet.lines, marked[at], strict=True)):
            if place and number in taken:
                text = " ".join(line.text.split())
                if not _NUMBER.fullmatch(text):
                    (headers if place.above else footers).setdefault(place.words, text)
            else:
                kept.append(line)
        sheet.lines = kept
    return Margins(tuple(headers.values()), tuple(footers.values()))


def _small_print(sheet: Sheet, marked: Sequence[_Place | None]) -> set[int]:
    """The outermost line above or below, where it is smaller than the page's print and set well apart from it."""
    if len(sheet.lines) < 4:
        return set()
    usual = sorted(line.size for line in sheet.lines)[len(sheet.lines) // 2]
    found = set()
    for number, other in ((0, 1), (len(sheet.lines) - 1, len(sheet.lines) - 2)):
        line, place, body = sheet.lines[number], marked[number], sheet.lines[other]
        if place is None or place.from_edge > 0.075 * sheet.height or line.size > usual - 0.4:
            continue
        edges = [body.top if place.above else body.bottom]
        edges += [table.top if place.above else table.bottom for table in sheet.tables]
        apart = min(edges) - line.bottom if place.above else line.top - max(edges)
        if place.above == (number == 0) and apart > 0.8 * usual:
            found.add(number)
    return found


def _against_body(sheet: Sheet, taken: set[int], marked: Sequence[_Place | None]) -> set[int]:
    """Lines with no space between them and the body: headings of a table, or words said again on the next page."""
    back: set[int] = set()
    for above in (True, False):
        for number in sorted(taken, reverse=above):
            line, place = sheet.lines[number], marked[number]
            if place is None or place.above != above:
                continue
            rest = [other for at, other in enumerate(sheet.lines) if at not in taken - back]
            outermost = number in (0, len(sheet.lines) - 1)  # a table with rules all round has its headings inside
            tables = [one for one in sheet.tables if not (outermost and one.ruled)]
            spans = [(one.top, one.bottom) for one in rest] + [(one.top, one.bottom) for one in tables]
            gaps = [top - line.bottom if above else line.top - bottom for top, bottom in spans]
            inward = [gap for gap in gaps if gap > -0.5 * line.size]
            if inward and min(inward) < (0.5 if "\t" in line.text else 0.35) * line.size:
                back.add(number)
    return back


@dataclass(frozen=True, slots=True)
class _Place:
    """A line near the page's edge: its words without their figures, and where it stands."""

    words: str
    figures: tuple[int, ...]
    page: int
    above: bool
    from_edge: float
    size: float


def _place(sheet: Sheet, line: TextLine) -> _Place | None:
    """Where a line near the top or bottom stands; None for one in the body."""
    above = line.bottom < _ZONE * sheet.height
    below = line.top > (1 - _ZONE) * sheet.height
    if not above and not below:
        return None
    tables = [(table.top, table.bottom) for table in sheet.tables]
    beyond = [
        (other.top, other.bottom)
        for other in sheet.lines
        if (other.bottom <= line.top + 1 if above else other.top >= line.bottom - 1)
    ]
    beyond += [span for span in tables if (span[1] <= line.top if above else span[0] >= line.bottom)]
    if len(beyond) > _DEEPEST:
        return None
    edge = line.top if above else sheet.height - line.bottom
    figures = tuple(int(figure[:9]) for figure in re.findall(r"\d+", line.text))
    words = re.sub(r"\d+", "0", " ".join(line.text.split())).casefold()
    return _Place(words, figures, sheet.number, above, edge, line.size)


def _repeats(place: _Place, others: Sequence[_Place | None]) -> bool:
    """Whether a page near by has the same words in the same place, but for a figure that counts the pages."""
    for other in others:
        if other is None or other.above != place.above or other.words != place.words:
            continue
        if abs(other.from_edge - place.from_edge) > 3 or abs(other.size - place.size) > 0.6:
            continue
        changed = [one - two for one, two in zip(place.figures, other.figures, strict=True) if one != two]
        if not changed:
            return True
        counted = re.search(r"page|^0|0$|0 of 0|0/0", place.words)
        if counted and all(change == place.page - other.page for change in changed):
            return True
    return False


def _numbers(line: TextLine, place: _Place, pages: int) -> bool:
    """Whether a line is nothing but a page number, at the very edge where it is a bare figure."""
    if any(_NUMBER.fullmatch(part) and "page" in part.casefold() for part in line.text.split("\t")):
        return True
    text = " ".join(line.text.split())
    if not _NUMBER.fullmatch(text):
        return bool(_ROMAN.fullmatch(text)) and not place.above and pages > 1 and place.from_edge < 60
    bare = text.strip("-–—| ").isdigit()
    return not bare or (place.from_edge < 72 and int(text.strip("-–—| ")) <= max(400, pages) and not place.above)
