"""Columns that no lines part: where words stand under one another, line after line, as tabs and bare tables do."""

from __future__ import annotations

import re
import statistics
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from coi_audit.readers.pdf.flow import item_mark
from coi_audit.readers.pdf.shapes import TextLine, Word, is_wide

_NEAR_LINES = 8
_COMMON = 0.2  # share of a page's lines that have a column's side, for it to be one even in lines further off
_SHEET = 4  # columns: fewer are lists and agendas, whose words keep further apart
_MARK = re.compile(r"\(?\w{1,4}(?:[.:]\d{1,3})*[.:)]?|\W")
Bounds = tuple[tuple[float, float], ...]  # left and right of each column
_HEAD = 4.0  # of the print's size, that headings may stand above their table
_APART = 5.0  # points that must stay free between two columns


def with_tabs(lines: Sequence[TextLine]) -> list[TextLine]:
    """The lines, words marked that a tab set under the next column of lines near by though the gap is narrow."""
    stops: list[list[float]] = [
        [word.x0 for before, word in pairwise(line.words) if is_wide(before, word)] for line in lines
    ]
    common = _common(stops)
    found = []
    for at, line in enumerate(lines):
        near = [x for some in stops[max(0, at - _NEAR_LINES) : at + _NEAR_LINES + 1] for x in some]
        close = [x for some in stops[max(0, at - 4) : at + 5] for x in some]
        tabbed = _tabbed(line, near, close) if near else line
        found.append(_at_columns(tabbed, common) if common and stops[at] else tabbed)
    return found


def _common(stops: Sequence[Sequence[float]]) -> list[float]:
    """The places where words stand behind wide gaps in many lines of a page."""
    every = sorted(x for some in stops for x in some)
    least = max(4.0, _COMMON * len(stops))
    found = sorted({round(x, 1) for x in every if sum(abs(x - other) <= 0.5 for other in every) >= least})
    columns = 1 + sum(other - one > 1.0 for one, other in pairwise(found))
    return found if columns + 1 >= _SHEET else []


def _at_columns(line: TextLine, common: Sequence[float]) -> TextLine:
    """A line that has columns, its words marked that begin where most of the page's lines have one."""
    words = [
        replace(word, tab=True) if at and any(abs(word.x0 - stop) <= 0.4 for stop in common) else word
        for at, word in enumerate(line.words)
    ]
    return TextLine(tuple(words))


def _tabbed(line: TextLine, stops: Sequence[float], close: Sequence[float]) -> TextLine:
    """The line with its tabs: gaps unlike its others before a stop, or before one that most lines about it have."""
    words = list(line.words)
    gaps = [word.x0 - before.x1 for before, word in pairwise(words)]
    for at, gap in enumerate(gaps, start=1):
        word = words[at]
        others = [one for number, one in enumerate(gaps, start=1) if number != at and one < word.size]
        usual = statistics.median(others) if others else 0.27 * word.size
        odd = abs(gap - usual) > 0.07 * word.size and any(abs(word.x0 - stop) <= 0.8 for stop in stops)
        if odd or sum(abs(word.x0 - stop) <= 0.5 for stop in close) >= 3:
            words[at] = replace(word, tab=True)
    return TextLine(tuple(words))


@dataclass(slots=True)
class _Column:
    """A column's bounds so far; `sure` where a tab or the page's other lines tell where it begins."""

    x0: float
    x1: float
    sure: bool = False


@dataclass(frozen=True, slots=True)
class Aligned:
    """Lines from `first` to before `last` that make a table, and its columns' bounds."""

    first: int
    last: int
    columns: Bounds


def aligned(lines: Sequence[TextLine]) -> list[Aligned]:
    """The stretches of lines whose pieces stand in columns: three or more, or two where a piece runs over lines."""
    found: list[Aligned] = []
    at = 0
    while at < len(lines):
        stretch = _stretch(lines, at) if len(_pieces(lines[at])) > 1 else None
        if stretch is None:
            at += 1
            continue
        stretch = _with_head(lines, stretch, least=found[-1].last if found else 0)
        whole = _together(found[-1], stretch) if found and found[-1].last == stretch.first else None
        found[-1:] = [whole] if whole else [*found[-1:], stretch]
        at = stretch.last
    return found


def _with_head(lines: Sequence[TextLine], stretch: Aligned, *, least: int) -> Aligned:
    """The stretch with headings over it that stand further off or span columns: each begins where a column does."""
    columns = list(stretch.columns)
    first, at = stretch.first, stretch.first - 1
    while len(columns) >= _SHEET and at >= least and lines[at + 1].top - lines[at].bottom < _HEAD * lines[at].size:
        runs = _pieces(lines[at])
        places = [next((n for n, (x0, _) in enumerate(columns) if abs(run.x0 - x0) <= 1.5), None) for run in runs]
        if any(place is None for place in places):
            break
        first = at if len(runs) >= _SHEET - 1 else first
        at -= 1
    for line in lines[first : stretch.first]:
        for run in _pieces(line):
            place = next(n for n, (x0, _) in enumerate(columns) if abs(run.x0 - x0) <= 1.5)
            room = columns[place + 1][0] if place + 1 < len(columns) else run.x1
            if run.x1 < room:
                columns[place] = (columns[place][0], max(columns[place][1], run.x1))
    return Aligned(first, stretch.last, tuple(columns))


def _together(above: Aligned, below: Aligned) -> Aligned | None:
    """Two stretches with nothing between them as one, where their columns are the same or find room beside others."""
    columns = dict(above.columns)
    same = 0
    for left, right in below.columns:
        met = [(x0, x1) for x0, x1 in columns.items() if left < x1 and right > x0]
        if len(met) > 1 or (met and abs(met[0][0] - left) > 1.0):
            return None
        same += len(met)
        x0, x1 = met[0] if met else (left, right)
        columns[x0] = max(x1, right)
    bounds = tuple(sorted(columns.items()))
    clear = all(one[1] < other[0] for one, other in pairwise(bounds))
    return Aligned(above.first, below.last, bounds) if clear and same > 1 and len(bounds) >= _SHEET else None


def _pieces(line: TextLine) -> list[TextLine]:
    """A line's runs of words between wide gaps."""
    runs: list[list[Word]] = [[line.words[0]]]
    for before, word in pairwise(line.words):
        if is_wide(before, word):
            runs.append([])
        runs[-1].append(word)
    return [TextLine(tuple(run)) for run in runs]


def _stretch(lines: Sequence[TextLine], first: int) -> Aligned | None:
    columns: list[_Column] = []
    at = first
    full = 0
    while at < len(lines):
        if at > first and lines[at].top - lines[at - 1].bottom > 2.2 * lines[at].size:
            break
        pieces = _pieces(lines[at])
        widened = _widened(columns, pieces)
        if widened is None:
            break
        columns = widened
        full += len(pieces) > 1
        at += 1
    at = _without_tail(lines, first, at)
    bounds = tuple((column.x0, column.x1) for column in columns)
    return Aligned(first, at, bounds) if _is_table(lines[first:at], bounds, full) else None


def _widened(columns: list[_Column], pieces: list[TextLine]) -> list[_Column] | None:
    """The columns with one more line in them; None where a piece would stand in two of them."""
    grown = [_Column(one.x0, one.x1, one.sure) for one in columns]
    for piece in pieces:
        told = piece.words[0].tab or any(one.sure and abs(piece.x0 - one.x0) <= 0.6 for one in grown)
        sure = told and max(len(columns), len(pieces)) >= _SHEET
        met = [one for one in grown if piece.x0 < one.x1 + _apart(sure) and piece.x1 > one.x0 - _apart(one.sure)]
        if len(met) > 1:
            return None
        if met:
            met[0].x0, met[0].x1 = min(met[0].x0, piece.x0), max(met[0].x1, piece.x1)
            met[0].sure = met[0].sure or sure
        elif columns and len(pieces) == 1:
            return None
        else:
            grown.append(_Column(piece.x0, piece.x1, sure))
    grown.sort(key=lambda one: one.x0)
    clear = all(one.x1 + _apart(other.sure) <= other.x0 for one, other in pairwise(grown))
    return grown if clear else None


def _apart(sure: bool) -> float:
    """Points that must stay free before a column."""
    return 0.3 if sure else _APART


def _without_tail(lines: Sequence[TextLine], first: int, last: int) -> int:
    """The end without lines at the foot that only stand in the first column and go on from nothing above."""
    left = min(line.x0 for line in lines[first:last])
    while last - first > 1:
        line = lines[last - 1]
        if len(_pieces(line)) > 1 or line.x0 > left + 2 * line.size:
            return last
        last -= 1
    return last


def _is_table(lines: Sequence[TextLine], bounds: Bounds, full: int) -> bool:
    """Whether lines in columns are a table: not a list with its marks, not names with a word or two behind a tab."""
    if len(bounds) < 2 or full < 3:
        return False
    firsts = [line for line in lines if line.x0 < bounds[0][1]]
    marks = sum(item_mark(line) or bool(_MARK.fullmatch(line.words[0].text)) for line in firsts)
    narrow = bounds[0][1] - bounds[0][0] < 4.5 * lines[0].size
    columns = len(bounds) - (narrow and marks >= 0.8 * len(firsts))
    wrapped = sum(1 for line in lines if len(_pieces(line)) == 1)
    if columns < 2:
        return False
    return full >= 0.34 * len(lines) and (columns > 2 or wrapped >= 2)
