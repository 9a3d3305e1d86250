"""Sheets printed without rules: the rows and columns of their cells, told by what was drawn, and ruled."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from coi_audit.readers.pdf_grids import Box
from coi_audit.readers.pdf_shapes import PageContent, Rule, TextLine, is_wide
from coi_audit.readers.pdf_texts import Text, parted, texts_of

_NEAR = 0.3  # of the print's size, between lines that stand level
_FEWEST = 3  # columns, and rows that have as many
_APART = 2.0  # of the print's size, that a table's last rows may stand apart
_SHARE = 0.3  # of a page's lines, that have wide gaps where it may be a sheet

_PROGRAM = re.compile(r"\b(?:calc|excel|google sheets|numbers|spreadsheet)\b", re.IGNORECASE)

Row = list[Text]


def is_sheet(about: Mapping[str, str]) -> bool:
    """Whether a file tells of itself that a spreadsheet program made it."""
    return any(_PROGRAM.search(about.get(key, "")) for key in ("Creator", "Producer"))


def with_rules(page: PageContent, lines: Sequence[TextLine], *, sheet: bool) -> PageContent | None:
    """The page, ruled as its sheet was on the screen; None where its words are in no rows and columns.

    `lines` are the page's own; `sheet` tells that it surely is one, for which a single row of columns speaks. A page
    that has upright rules is left to them.
    """
    gapped = sum(sum(is_wide(*pair) for pair in pairwise(line.words)) > 1 for line in lines)
    fewest = 1 if sheet else max(_FEWEST, math.ceil(_SHARE * len(lines)))
    if gapped < fewest or any(not rule.shade for rule in page.down):
        return None
    words = parted(page.words)
    texts = texts_of(words)
    rows: dict[Box, Row] = {}
    for text, box in zip(texts, row_boxes(texts), strict=True):
        rows.setdefault(box, []).append(text)
    boxes = sorted(rows, key=lambda one: one.row)
    span = _body([rows[box] for box in boxes], fewest=1 if sheet else _FEWEST)
    sides = _sides([rows[box] for box in boxes[span]])
    if len(sides) < _FEWEST + 1:
        return None
    within = [*boxes[span], *_tail(boxes[span.stop :], rows, sides)]
    ys = [within[0].top, *(box.bottom for box in within)]
    across = [Rule(y, sides[0], sides[-1]) for y in ys]
    down = [Rule(x, ys[0], ys[-1]) for x in sides]
    return replace(page, words=tuple(words), across=tuple(across), down=tuple(down))


def _body(rows: Sequence[Row], *, fewest: int) -> slice:
    """The rows from the first that has columns, and those of two texts above it, to the last of two texts."""
    full = [at for at, row in enumerate(rows) if len(row) >= _FEWEST]
    if len(full) < fewest:
        return slice(0, 0)
    first = full[0]
    while first and len(rows[first - 1]) > 1:
        first -= 1
    return slice(first, max(at for at, row in enumerate(rows) if len(row) > 1) + 1)


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


def _sides(rows: Sequence[Row]) -> list[float]:
    """The sides of as few columns as keep all texts of each row apart, each just before the next column's words."""
    if not rows:
        return []
    gaps = []
    for row in rows:
        ordered = sorted(row, key=lambda one: one.x0)
        gaps += [(one.x1, other.x0) for one, other in pairwise(ordered)]
    sides: list[float] = []
    for left, right in sorted(gaps, key=lambda gap: gap[1]):
        if not sides or sides[-1] < min(left, right - 1):
            sides.append(right - 0.5)
    every = [text for row in rows for text in row]
    return [min(text.x0 for text in every) - 1, *sides, max(text.x1 for text in every) + 1]


def row_boxes(texts: Sequence[Text]) -> list[Box]:
    """The row of each text on a page without rules, as a box across the page.

    All texts of a page are set at the top of their rows, in the middle or at the foot: so that the rows are fewest.
    """
    best: list[Box] = []
    least = float("inf")
    for how in range(3):
        at = [(text.lines[0].middle, (text.top + text.bottom) / 2, text.lines[-1].middle)[how] for text in texts]
        levels = _levels(texts, at)
        rows = [min(range(len(levels)), key=lambda one: abs(levels[one] - y)) for y in at]
        size = max(text.size for text in texts)
        off = sum(abs(y - levels[row]) for y, row in zip(at, rows, strict=True)) + 2 * size * len(levels)
        if off < least:
            least, best = off, _boxes(texts, rows, _bounds(levels, size, how))
    return best


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
