"""Tables whose rows are ruled or shaded and whose columns are not: the columns are where no row has words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from coi_audit.readers.pdf.flow import BULLETS
from coi_audit.readers.pdf.grids import Lattice
from coi_audit.readers.pdf.shapes import Rule, TextLine
from coi_audit.readers.pdf.unruled import LEVEL, Sides, pieces, rows_by_look

_SAME = 6.0
_FEWEST = 2  # rules that make rows; so few must have three columns between them
_TALLEST = 0.5  # of the page, between two rules of one table
_SHORTEST = 0.3  # of the page's width


@dataclass(frozen=True, slots=True)
class Band:
    """Rules stacked over one another, with the sides of columns as far as shades tell them."""

    ys: tuple[float, ...]
    left: float
    right: float
    sides: tuple[float, ...] = ()


def bands(
    across: Sequence[Rule], down: Sequence[Rule], taken: Sequence[Lattice], *, width: float, height: float
) -> list[Band]:
    """The stacks of rules on a page of a width and height, outside the tables already taken."""
    free = [rule for rule in across if rule.end - rule.start > _SHORTEST * width and not _within(rule, taken)]
    stacks: list[list[Rule]] = []
    for rule in sorted(free, key=lambda one: one.at):
        stack = next((one for one in stacks if _continues(one[-1], rule, height)), None)
        if stack is None:
            stacks.append([rule])
        else:
            stack.append(rule)
    found = []
    for stack in stacks:
        if len(stack) < _FEWEST:
            continue
        left, right = min(rule.start for rule in stack), max(rule.end for rule in stack)
        ys = tuple(rule.at for rule in stack)
        sides = sorted(
            rule.at
            for rule in down
            if left + _SAME < rule.at < right - _SAME and rule.start < ys[-1] and rule.end > ys[0]
        )
        found.append(Band(ys, left, right, tuple(_apart(sides))))
    return found


def _within(rule: Rule, taken: Sequence[Lattice]) -> bool:
    return any(
        one.ys[0] - 2 <= rule.at <= one.ys[-1] + 2 and one.xs[0] - 2 <= rule.start <= one.xs[-1] for one in taken
    )


def _continues(last: Rule, rule: Rule, height: float) -> bool:
    if rule.at - last.at > _TALLEST * height or rule.at - last.at < 1:
        return False
    if abs(last.start - rule.start) < _SAME and abs(last.end - rule.end) < _SAME:
        return True
    shared = min(last.end, rule.end) - max(last.start, rule.start)
    return last.shade and rule.shade and shared > 0.4 * max(last.end - last.start, rule.end - rule.start)


def _apart(sides: Sequence[float]) -> list[float]:
    kept: list[float] = []
    for side in sides:
        if not kept or side - kept[-1] > _SAME:
            kept.append(side)
    return kept


def corridors(lines: Sequence[TextLine], *, left: float, right: float) -> Sides:
    """The sides of columns: strips where hardly any line has words; then, of lines that keep to them, where none has.

    Headings across the table hide no column in this way, nor is a column lost that is seldom filled.
    """
    spans = [_stretches(line, line.size) for line in lines]
    flush = _flush(lines)
    spans = [_parted(line, some, flush) for line, some in zip(lines, spans, strict=True)]
    rough = _strips(spans, left, right, lines[0].size, allowed=max(len(lines) // 4, len(lines) > 4))
    inner = rough[1:-1]
    plain = [stretches for stretches in spans if not any(x0 < side < x1 for x0, x1 in stretches for side in inner)]
    if not inner or len(plain) < 2:
        return rough
    fine = _strips(plain, left, right, lines[0].size, allowed=0)
    return fine if len(fine) >= len(rough) else rough


def _flush(lines: Sequence[TextLine]) -> list[float]:
    """Where a word begins in every line that has words on both sides, at least in three, and no word stands across."""
    found: list[float] = []
    for x in sorted({round(word.x0, 1) for line in lines for word in line.words[1:]}):
        across = [line for line in lines if line.x0 < x - 1 and line.x1 > x + 1]
        begun = sum(_begins_at(line, x) for line in across)
        if begun == len(across) > _FEWEST and not any(abs(x - other) < 1 for other in found):
            found.append(x)
    return found


def _begins_at(line: TextLine, x: float) -> bool:
    """Whether a word of a line begins at a place, a space or more behind the one before."""
    return any(
        abs(word.x0 - x) < 0.3 and word.x0 - before.x1 > 0.3 * word.size for before, word in pairwise(line.words)
    )


def _parted(line: TextLine, spans: Sequence[tuple[float, float]], flush: Sequence[float]) -> list[tuple[float, float]]:
    """A line's stretches, those that run over a place where columns begin cut there, half a word's room before it."""
    found: list[tuple[float, float]] = []
    for x0, x1 in spans:
        start = x0
        for x in (x for x in flush if x0 < x - 1 and x1 > x + 1):
            ends = max((word.x1 for word in line.words if word.x1 <= x), default=x)
            found.append((start, min(ends, x - 0.8 * line.size)))
            start = x
        found.append((start, x1))
    return found


def _strips(
    spans: Sequence[Sequence[tuple[float, float]]], left: float, right: float, size: float, *, allowed: int
) -> Sides:
    """The sides of columns, each just before the next column's words; the outer sides included."""
    count = len(spans)
    least = size * (0.75 if count < 6 else 0.5 if count < 14 else 0.4)
    edges = sorted(edge for stretches in spans for x0, x1 in stretches for edge in ((x0, 1), (x1, -1)))
    sides = [left]
    depth, free_from = 0, left
    for x, step in edges:
        if step > 0 and depth == allowed and x - free_from >= least and free_from > left + 1:
            sides.append(x - 1.0)
        depth += step
        if step < 0 and depth == allowed:
            free_from = x
    return (*_apart(sides), right)


def columns_of(lines: Sequence[TextLine], seen: Sequence[tuple[float, float]]) -> Sides:
    """The sides of the columns of aligned lines: those `seen` by their wide gaps, or more where strips tell of them."""
    left, right = seen[0][0], seen[-1][1]
    wide = (left, *((a[1] + b[0]) / 2 for a, b in pairwise(seen)), right)
    found = corridors(lines, left=left, right=right)
    return found if len(found) > len(wide) and len(lines) > 5 else wide


def _stretches(line: TextLine, size: float) -> list[tuple[float, float]]:
    """The line's words, those with no more than a usual space between them as one stretch."""
    found = [(line.words[0].x0, line.words[0].x1)]
    for before, word in pairwise(line.words):
        if word.x0 - before.x1 < 0.35 * size or before.text in BULLETS:
            found[-1] = (found[-1][0], max(found[-1][1], word.x1))
        else:
            found.append((word.x0, word.x1))
    return found


def rows_in(band: Band, lines: Sequence[TextLine]) -> tuple[int, int, Sides, list[list[TextLine]]] | None:
    """Of the page's lines, the first and the end of those that stand in a band, its columns' sides, and its rows.

    A heading above the first rule and a row below the last belong to it where their words keep to its columns. None
    where the words make no columns.
    """
    inside = [at for at, line in enumerate(lines) if band.ys[0] < line.middle < band.ys[-1] and _over(line, band)]
    if not inside or inside != list(range(inside[0], inside[-1] + 1)):
        return None
    first, last = inside[0], inside[-1] + 1
    sides = (band.left, *band.sides, band.right)
    if not band.sides:
        sides = corridors(lines[first:last], left=band.left, right=band.right)
    if len(sides) < (4 if len(band.ys) == _FEWEST or len(inside) < 2 else 3):
        return None
    first -= _belonging(lines[first::-1], sides)
    last += _belonging(lines[last - 1 :], sides)
    return first, last, sides, _rows(band, lines[first:last], sides)


def _over(line: TextLine, band: Band) -> bool:
    return line.x0 > band.left - _SAME and line.x0 < band.right


def _belonging(lines: Sequence[TextLine], sides: Sides) -> int:
    """How many of the lines that follow a table's last, upwards or downwards, are in it too.

    They are near and within its sides; the furthest has words in several columns, or is close to one that has.
    """
    count = seen = 0
    before = lines[0]
    for group in _side_by_side(lines[1:]):
        line = TextLine(tuple(sorted((word for one in group for word in one.words), key=lambda word: word.x0)))
        gap = max(line.top, before.top) - min(line.bottom, before.bottom)
        if gap > (1.3 if seen else 2.0) * line.size or line.x0 < sides[0] - _SAME or line.x1 > sides[-1] + _SAME:
            break
        close = count == seen > 0 and gap < 0.35 * line.size
        seen += len(group)
        if len(pieces(line, sides)) > max(1, (len(sides) - 1) // 3) or close:
            count = seen
        before = group[-1]
    return count


def _side_by_side(lines: Sequence[TextLine]) -> list[list[TextLine]]:
    """Lines in groups of those that stand beside one another, half a line apart, in cells set in the middle."""
    groups: list[list[TextLine]] = []
    for line in lines:
        if groups and abs(line.middle - groups[-1][-1].middle) < LEVEL * line.size:
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _rows(band: Band, lines: Sequence[TextLine], sides: Sides) -> list[list[TextLine]]:
    """Lines between two rules are a row; where the rules only stand over and under the table, rows are told by look."""
    parts: list[list[TextLine]] = []
    before: TextLine | None = None
    for line in lines:
        if before is None or any(before.middle < at < line.middle for at in band.ys):
            parts.append([])
        parts[-1].append(line)
        before = line
    if len(parts) > 3 or not any(len(part) > 2 for part in parts):
        return parts
    return [row for part in parts for row in (rows_by_look(part, sides) if len(part) > 2 else [part])]
