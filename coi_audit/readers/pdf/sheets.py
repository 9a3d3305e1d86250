"""Sheets printed without rules: the rows and columns of their cells, told by what was drawn, and ruled."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from coi_audit.readers.pdf.grids import Box
from coi_audit.readers.pdf.shapes import PageContent, Rule, TextLine, is_wide
from coi_audit.readers.pdf.texts import Text, parted, texts_of

_NEAR = 0.3  # of the print's size, between lines that stand level
_FEWEST = 3  # columns, and rows that have as many
_APART = 2.0  # of the print's size, that a table's last rows may stand apart
_FOOT = 4.0  # of the print's size, between a table and what stands at a page's foot
_SHARE = 0.3  # of a page's lines, that have wide gaps where it may be a sheet

_PROGRAM = re.compile(r"\b(?:calc|excel|google sheets|numbers|spreadsheet)\b", re.IGNORECASE)

Row = list[Text]


def is_sheet(about: Mapping[str, str]) -> bool:
    """Whether a file tells of itself that a spreadsheet program made it."""
    return any(_PROGRAM.search(about.get(key, "")) for key in ("Creator", "Producer"))


@dataclass(frozen=True, slots=True)
class Grid:
    """What a page without rules holds in rows and columns: the `rows` that have columns, and where all rows end."""

    page: PageContent
    rows: tuple[Row, ...]
    ys: tuple[float, ...]
    sides: tuple[float, ...]


def with_rules(grids: Sequence[Grid | None]) -> list[PageContent | None]:
    """The pages of grids, ruled as their sheets were on the screen; those that go on in the same columns alike."""
    found: list[PageContent | None] = []
    at = 0
    while at < len(grids):
        grid = grids[at]
        if grid is None:
            found.append(None)
            at += 1
            continue
        run, sides = [grid], grid.sides
        for other in grids[at + 1 :]:
            whole = _sides([row for one in (*run, other) if one for row in one.rows])
            if other is None or len(whole) > max(len(sides), len(other.sides)):
                break
            run.append(other)
            sides = whole
        found += [_drawn(one, sides) for one in run]
        at += len(run)
    return found


def _drawn(grid: Grid, sides: Sequence[float]) -> PageContent:
    across = tuple(Rule(y, sides[0], sides[-1]) for y in grid.ys)
    return replace(grid.page, across=across, down=tuple(Rule(x, grid.ys[0], grid.ys[-1]) for x in sides))


def grid_of(page: PageContent, lines: Sequence[TextLine], *, sheet: bool) -> Grid | None:
    """The rows and columns of a page of those lines; None where its words are in none, or it has upright rules.

    `sheet` tells that it surely was one, for which a single row of columns speaks.
    """
    if not table_like(lines, sheet=sheet) or any(not rule.shade for rule in page.down):
        return None
    words = parted(page.words)
    texts = texts_of(words)
    rows: dict[Box, Row] = {}
    for text, box in zip(texts, row_boxes(texts), strict=True):
        rows.setdefault(box, []).append(text)
    boxes = sorted(rows, key=lambda one: one.row)
    span = _body([rows[box] for box in boxes], fewest=1 if sheet else _FEWEST)
    body = tuple(rows[box] for box in boxes[span])
    sides = _sides(body)
    if len(sides) < _FEWEST + 1:
        return None
    within = [*boxes[span], *_tail(boxes[span.stop :], rows, sides)]
    ys = (within[0].top, *(box.bottom for box in within))
    return Grid(replace(page, words=tuple(words)), body, ys, sides)


def table_like(lines: Sequence[TextLine], *, sheet: bool) -> bool:
    """Whether so many of a page's lines stand in three columns or more that they may be a table's."""
    gapped = sum(sum(is_wide(*pair) for pair in pairwise(line.words)) > 1 for line in lines)
    return gapped >= (1 if sheet else max(_FEWEST, math.ceil(_SHARE * len(lines))))


def _body(rows: Sequence[Row], *, fewest: int) -> slice:
    """The rows from the first that has columns, and those of two texts above it, to the last of two texts."""
    full = [at for at, row in enumerate(rows) if len(row) >= _FEWEST]
    if len(full) < fewest:
        return slice(0, 0)
    first = full[0]
    while first and len(rows[first - 1]) > 1:
        first -= 1
    last = max(at for at, row in enumerate(rows) if len(row) > 1)
    while len(rows[last]) < _FEWEST and rows[last][0].top - rows[last - 1][0].bottom > _FOOT * rows[last][0].size:
        last -= 1
    return slice(first, last + 1)


def _tail(boxes: Sequence[Box], rows: Mapping[Box, Row], sides: Sequence[float]) -> list[Box]:
    """The rows at the foot whose one text keeps to its column, as no note below a table does."""
    found = []
    for box in boxes:
        (text, *_) = rows[box]
        keeps = any(left - 1 <= text.x0 and text.x1 <= right for left, right in pairwise(sides[:-1]))
        if not keeps or box.bottom - box.top > _APART * text.size + text.bottom - text.top:
            break
        found.append(box)
    return found


def _sides(rows: Sequence[Row]) -> tuple[float, ...]:
    """The sides of as few columns as keep all texts of each row apart, each just before the next column's words."""
    if not rows:
        return ()
    gaps = []
    for row in rows:
        ordered = sorted(row, key=lambda one: one.x0)
        gaps += [(one.x1, other.x0) for one, other in pairwise(ordered)]
    sides: list[float] = []
    for left, right in sorted(gaps, key=lambda gap: gap[1]):
        if not sides or sides[-1] < min(left, right - 1):
            sides.append(right - 0.5)
    every = [text for row in rows for text in row]
    return (min(text.x0 for text in every) - 1, *sides, max(text.x1 for text in every) + 1)


def row_boxes(texts: Sequence[Text]) -> list[Box]:
    """The row of each text on a page without rules, as a box across the page."""
    levels, how = _rows_of(texts)
    rows = [min(range(len(levels)), key=lambda one: abs(levels[one] - y)) for y in _anchors(texts, how)]
    return _boxes(texts, rows, _bounds(levels, max(text.size for text in texts), how))


def levels_of(texts: Sequence[Text]) -> tuple[float, ...]:
    """The heights at which the rows of a page without rules stand."""
    return tuple(_rows_of(texts)[0])


def _rows_of(texts: Sequence[Text]) -> tuple[list[float], int]:
    """Where rows stand, and how their texts are set: at the top, in the middle or at the foot, so that rows are few."""
    best: tuple[float, list[float], int] | None = None
    size = max(text.size for text in texts)
    for how in range(3):
        at = _anchors(texts, how)
        levels = _levels(texts, at)
        off = sum(min(abs(level - y) for level in levels) for y in at) + 2 * size * len(levels)
        if best is None or off < best[0]:
            best = (off, levels, how)
    return (best[1], best[2]) if best else ([], 0)


def _anchors(texts: Sequence[Text], how: int) -> list[float]:
    return [(text.lines[0].middle, (text.top + text.bottom) / 2, text.lines[-1].middle)[how] for text in texts]


def _levels(texts: Sequence[Text], at: Sequence[float]) -> list[float]:
    """The heights at which texts stand level; those of one line tell first, then the others."""
    rows: list[float] = []
    for one in sorted(range(len(texts)), key=lambda one: (len(texts[one].lines) > 1, at[one])):
        if not any(abs(at[one] - row) < _NEAR * texts[one].size for row in rows):
            rows.append(at[one])
    return sorted(rows)


def _bounds(levels: Sequence[float], size: float, how: int) -> list[float]:
    """Where rows of those levels end whose words run over one another; the first's beginning and the last's end too."""
    pad = 0.6 * size
    between = [(below - pad, (above + below) / 2, above + pad)[how] for above, below in pairwise(levels)]
    return [levels[0] - pad, *between, levels[-1] + pad]


def _boxes(texts: Sequence[Text], rows: Sequence[int], bounds: Sequence[float]) -> list[Box]:
    """A box for each row: its sides midway between the words of two rows, or at its bounds where they overlap."""
    tops, ends = [float("inf")] * (len(bounds) - 1), [0.0] * (len(bounds) - 1)
    for text, row in zip(texts, rows, strict=True):
        tops[row], ends[row] = min(tops[row], text.top), max(ends[row], text.bottom)
    inner = [
        (ends[at - 1] + tops[at]) / 2 if max(ends[:at]) <= min(tops[at:]) else bounds[at] for at in range(1, len(tops))
    ]
    sides = [min(bounds[0], tops[0] - 1), *inner, max(bounds[-1], ends[-1] + 1)]
    boxes = [Box(at, 0, 1, 1, -1e6, sides[at], 1e6, sides[at + 1]) for at in range(len(tops))]
    return [boxes[row] for row in rows]
