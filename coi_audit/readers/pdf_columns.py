"""Columns that no lines part: where words stand under one another, line after line, as tabs and bare tables do."""

from __future__ import annotations

import re
import statistics
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from coi_audit.readers.pdf_flow import item_mark
from coi_audit.readers.pdf_shapes import TextLine, Word, is_wide

_NEAR_LINES = 8
_MARK = re.compile(r"\(?\w{1,4}(?:[.:]\d{1,3})*[.:)]?|\W")
Bounds = tuple[tuple[float, float], ...]  # left and right of each column
_APART = 5.0  # points that must stay free between two columns


def with_tabs(lines: Sequence[TextLine]) -> list[TextLine]:
    """The lines, words marked that a tab set under the next column of lines near by though the gap is narrow."""
    stops: list[list[float]] = [
        [word.x0 for before, word in pairwise(line.words) if is_wide(before, word)] for line in lines
    ]
    found = []
    for at, line in enumerate(lines):
        near = [x for some in stops[max(0, at - _NEAR_LINES) : at + _NEAR_LINES + 1] for x in some]
        close = [x for some in stops[max(0, at - 4) : at + 5] for x in some]
        found.append(_tabbed(line, near, close) if near else line)
    return found


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
    x0: float
    x1: float


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
        else:
            found.append(stretch)
            at = stretch.last
    return found


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
    grown = [_Column(one.x0, one.x1) for one in columns]
    for piece in pieces:
        met = [one for one in grown if piece.x0 < one.x1 + _APART and piece.x1 > one.x0 - _APART]
        if len(met) > 1:
            return None
        if met:
            met[0].x0, met[0].x1 = min(met[0].x0, piece.x0), max(met[0].x1, piece.x1)
        elif columns and len(pieces) == 1:
            return None
        else:
            grown.append(_Column(piece.x0, piece.x1))
    grown.sort(key=lambda one: one.x0)
    clear = all(one.x1 + _APART <= other.x0 for one, other in pairwise(grown))
    return grown if clear else None


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
