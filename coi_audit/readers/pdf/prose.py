"""Prose set in columns, as newsletters have it: each column is read to its foot before the next."""

from __future__ import annotations

import statistics
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from coi_audit.readers.pdf.margins import Sheet
from coi_audit.readers.pdf.shapes import TextLine
from coi_audit.readers.pdf.tables import PdfTable

_GAP = 1.0  # of the print's size, at least, between two columns
_LINES = 5  # in each column, where no page before had the same two
_WORDS = 2.6  # in a line of prose, on average
_FULL = 0.4  # share of its lines that reach near its right side
_CLOSE = 0.75  # share of its lines that stand close below one another
_SHARED = 0.8  # share of paragraphs that begin level in both columns: then they are a table's rows
_APART = 0.35  # share of a column's lines that have wide gaps
_NEAR = 3.0


@dataclass(frozen=True, slots=True)
class _Halves:
    """Lines from `first` to before `last`, parted at `x`."""

    first: int
    last: int
    x: float
    left: tuple[TextLine, ...]
    right: tuple[TextLine, ...]


@dataclass(slots=True)
class Gutters:
    """Where columns were parted on the pages so far: the last page may have a few lines in them only."""

    found: list[float] = field(default_factory=list)

    def parts(self, sheet: Sheet) -> list[Sheet]:
        """The page's parts in reading order: what runs across it, and each column; itself where it has none."""
        return list(self._parts(sheet))

    def _parts(self, sheet: Sheet) -> Iterator[Sheet]:
        halves = self._best(sheet)
        if halves is None:
            yield sheet
            return
        self.found.append(halves.x)
        top = sheet.lines[halves.first].top
        end = max(line.bottom for line in (*halves.left, *halves.right))
        inner = [one for one in sheet.tables if top <= one.top and one.bottom <= end]
        above = [one for one in sheet.tables if one.top < top]
        below = [one for one in sheet.tables if one not in inner and one not in above]
        if halves.first or above:
            yield replace(sheet, lines=sheet.lines[: halves.first], tables=above)
        aside = min(line.x0 for line in halves.right) - min(line.x0 for line in halves.left)
        for at, lines in enumerate((halves.left, _moved(halves.right, aside))):
            tables = [one for one in inner if (one.xs[0] > halves.x) == bool(at)]
            part = replace(sheet, lines=list(lines), tables=tables, column=(*sheet.column, at))
            yield from self._parts(part)
        if sheet.lines[halves.last :] or below:
            yield from self._parts(replace(sheet, lines=sheet.lines[halves.last :], tables=below))

    def _best(self, sheet: Sheet) -> _Halves | None:
        """The largest stretch of lines in two columns; the leftmost parting of such."""
        found = [
            halves
            for x in self._candidates(sheet.lines)
            for halves in _stretches(sheet, x)
            if _is_prose(halves, surely=any(abs(x - one) < _NEAR for one in self.found))
            if all(self._whole(lines, sheet) for lines in (halves.left, halves.right))
        ]
        return max(found, key=lambda one: (one.last - one.first, -one.x), default=None)

    def _whole(self, lines: Sequence[TextLine], sheet: Sheet) -> bool:
        """Whether lines are one column or prose in several: else they are a table's, whose columns stand apart."""
        apart = sum(len(_starts(line)) > 1 for line in lines)
        return apart <= _APART * len(lines) or self._best(replace(sheet, lines=list(lines), tables=[])) is not None

    def _candidates(self, lines: Sequence[TextLine]) -> list[float]:
        """Just before where lines begin often, by themselves or behind a gap."""
        starts = Counter(round(x) for line in lines for x in _starts(line))
        often = {x for x in starts if starts[x] + starts[x + 1] >= _LINES}
        return sorted({*(x - 2.0 for x in often), *self.found})


def _moved(lines: Sequence[TextLine], aside: float) -> list[TextLine]:
    """Lines of a further column where the first one stands, so that what runs on from there begins alike."""
    return [
        TextLine(tuple(replace(word, x0=word.x0 - aside, x1=word.x1 - aside) for word in line.words)) for line in lines
    ]


def _starts(line: TextLine) -> list[float]:
    wide = (word.x0 for before, word in pairwise(line.words) if word.x0 - before.x1 > _GAP * word.size)
    return [line.x0, *wide]


def _stretches(sheet: Sheet, x: float) -> Iterator[_Halves]:
    """The stretches of lines with no word at a place, nor a table across it."""
    first = 0
    for at in range(len(sheet.lines) + 1):
        if at < len(sheet.lines) and _clear(sheet.lines[at], x) and not _tabled(sheet.tables, sheet.lines, at, x):
            continue
        halves = _halves(sheet.lines, first, at, x)
        if halves.left and halves.right:
            yield halves
        first = at + 1


def _clear(line: TextLine, x: float) -> bool:
    before = max((word.x1 for word in line.words if word.centre < x), default=None)
    behind = min((word.x0 for word in line.words if word.centre >= x), default=None)
    if before is None or behind is None:
        return (before or x) <= x and (behind if behind is not None else x) >= x
    return before <= x <= behind and behind - before > _GAP * line.size


def _tabled(tables: Sequence[PdfTable], lines: Sequence[TextLine], at: int, x: float) -> bool:
    """Whether a table across a place stands between a line and the one before."""
    top = lines[at - 1].middle if at else 0.0
    return any(one.xs[0] < x < one.xs[-1] and top < one.top < lines[at].middle for one in tables)


def _halves(lines: Sequence[TextLine], first: int, last: int, x: float) -> _Halves:
    left, right = [], []
    for line in lines[first:last]:
        before = tuple(word for word in line.words if word.centre < x)
        behind = tuple(word for word in line.words if word.centre >= x)
        if before:
            left.append(TextLine(before))
        if behind:
            right.append(TextLine((replace(behind[0], tab=False), *behind[1:])))
    return _Halves(first, last, x, tuple(left), tuple(right))


def _is_prose(halves: _Halves, *, surely: bool) -> bool:
    """Whether both halves run on from line to line by themselves; `surely` where a page before had these columns."""
    if not surely and min(len(halves.left), len(halves.right)) < _LINES:
        return False
    sides = [lines for lines in (halves.left, halves.right) if len(lines) >= _LINES]
    if not all(_is_dense(lines) for lines in sides) or (sides and not any(_flows(lines) for lines in sides)):
        return False
    fewer, more = sorted((_begun(halves.left), _begun(halves.right)), key=len)
    level = sum(any(abs(y - other) < _NEAR for other in more) for y in fewer)
    return len(fewer) < 3 or level < _SHARED * len(fewer) or level < 0.5 * len(more)


def _is_dense(lines: Sequence[TextLine]) -> bool:
    """Whether lines are of words, and stand close below one another, in a space as wide as a column's."""
    wide = _reach(lines) - min(line.x0 for line in lines) > 9 * statistics.median(line.size for line in lines)
    close = sum(0 < below.middle - above.middle < 2.3 * below.size for above, below in pairwise(lines))
    return wide and sum(len(line.words) for line in lines) > 1.5 * len(lines) and close > _CLOSE * (len(lines) - 1)


def _flows(lines: Sequence[TextLine]) -> bool:
    """Whether many lines are full, as those of prose are."""
    left, right = min(line.x0 for line in lines), _reach(lines)
    full = sum(line.x1 > left + 0.72 * (right - left) for line in lines)
    return sum(len(line.words) for line in lines) > _WORDS * len(lines) and full > _FULL * len(lines)


def _reach(lines: Sequence[TextLine]) -> float:
    return max(line.x1 for line in lines)


def _begun(lines: Sequence[TextLine]) -> list[float]:
    """The heights at which paragraphs begin, behind a short line or below a wider space; not the first's."""
    left, right = min(line.x0 for line in lines), _reach(lines)
    steps = [below.middle - above.middle for above, below in pairwise(lines)]
    usual = statistics.median_low(steps) if steps else 0.0
    return [
        below.middle
        for (above, below), step in zip(pairwise(lines), steps, strict=True)
        if above.x1 < left + 0.8 * (right - left) or step > 1.25 * usual
    ]
