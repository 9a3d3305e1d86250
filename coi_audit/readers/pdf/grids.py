"""Ruled tables of a PDF page: the grid that its lines draw, and which places one merged cell covers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from coi_audit.readers.pdf.shapes import Rule

_SAME = 2.0  # points between lines that are meant as one
_GAP = 3.2  # points between pieces of one line, as dots and dashes leave them
_TOUCH = 3.0
_NARROW = 4.0  # a row or column thinner than this is a double line
_SLIVER = 14.0  # no column of words is as thin
_WALL = 0.6  # share of a side that must be ruled for it to part two cells
_MOST = 2_500  # lines on a page: beyond this it is a drawing


@dataclass(frozen=True, slots=True)
class Box:
    """One cell: the first row and column it covers, how many of each, and its place on the page."""

    row: int
    column: int
    rows: int
    columns: int
    x0: float
    top: float
    x1: float
    bottom: float

    def holds(self, x: float, y: float) -> bool:
        """Whether a point lies in it."""
        return self.x0 <= x < self.x1 and self.top <= y < self.bottom


@dataclass(frozen=True, slots=True)
class Lattice:
    """A grid of `rows` by `columns` places, each covered by one box. `xs` and `ys` are where its lines stand."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    boxes: tuple[Box, ...]

    @property
    def rows(self) -> int:
        return len(self.ys) - 1

    @property
    def columns(self) -> int:
        return len(self.xs) - 1

    def inside(self, other: Lattice) -> bool:
        """Whether all of it lies in one cell of another."""
        x, y = (self.xs[0] + self.xs[-1]) / 2, (self.ys[0] + self.ys[-1]) / 2
        box = next((box for box in other.boxes if box.holds(x, y)), None)
        if box is None or other is self:
            return False
        return (
            box.x0 - _TOUCH <= self.xs[0]
            and self.xs[-1] <= box.x1 + _TOUCH
            and box.top - _TOUCH <= self.ys[0]
            and self.ys[-1] <= box.bottom + _TOUCH
        )


@dataclass(slots=True)
class _Net:
    """Lines that touch one another."""

    across: list[Rule] = field(default_factory=list)
    down: list[Rule] = field(default_factory=list)


def lattices(level: Sequence[Rule], upright: Sequence[Rule], *, fewest: int = 2) -> list[Lattice]:
    """The grids of at least `fewest` columns that level and upright lines draw, joined before, from the top down.

    Boxes around text give none, nor do lines that meet nothing or coloured areas with no line between their cells.
    """
    if len(level) > _MOST or len(upright) > _MOST:
        return []
    found = [_lattice(net) for net in _nets(list(level), list(upright)) if not all(rule.shade for rule in net.down)]
    kept = [one for one in found if one is not None and one.columns >= fewest]
    return sorted(kept, key=lambda one: (one.ys[0], one.xs[0]))


def joined(rules: Iterable[Rule]) -> list[Rule]:
    """Lines made of the pieces that a program drew: side by side taken for one, end to end put together."""
    piles: list[list[Rule]] = []
    for rule in sorted(rules, key=lambda one: (one.at, one.start)):
        if piles and rule.at - piles[-1][-1].at <= _SAME and rule.at - piles[-1][0].at <= 2 * _SAME:
            piles[-1].append(rule)
        else:
            piles.append([rule])
    return [whole for pile in piles for whole in _end_to_end(pile)]


def _end_to_end(pile: list[Rule]) -> list[Rule]:
    at = sum(rule.at for rule in pile) / len(pile)
    whole: list[Rule] = []
    for rule in sorted(pile, key=lambda one: one.start):
        if whole and rule.start <= whole[-1].end + _GAP:
            last = whole[-1]
            whole[-1] = Rule(at, last.start, max(last.end, rule.end), last.shade and rule.shade)
        else:
            whole.append(Rule(at, rule.start, rule.end, rule.shade))
    return [rule for rule in whole if rule.end - rule.start > 2 * _NARROW]


def _nets(across: list[Rule], down: list[Rule]) -> list[_Net]:
    """Lines gathered by what they touch."""
    owner = list(range(len(across) + len(down)))

    def root(one: int) -> int:
        while owner[one] != one:
            owner[one] = owner[owner[one]]
            one = owner[one]
        return one

    for at, level in enumerate(across):
        for other, upright in enumerate(down, start=len(across)):
            crosses = level.start - _TOUCH <= upright.at <= level.end + _TOUCH
            if crosses and upright.start - _TOUCH <= level.at <= upright.end + _TOUCH:
                owner[root(at)] = root(other)
    nets: dict[int, _Net] = {}
    for at, rule in enumerate([*across, *down]):
        net = nets.setdefault(root(at), _Net())
        (net.across if at < len(across) else net.down).append(rule)
    return [net for net in nets.values() if net.across and net.down]


def _lattice(net: _Net) -> Lattice | None:
    if len(net.across) + len(net.down) < 3:
        return None
    xs = _places([rule.at for rule in net.down], [end for rule in net.across for end in (rule.start, rule.end)])
    ys = _places([rule.at for rule in net.across], [end for rule in net.down for end in (rule.start, rule.end)])
    if len(xs) < 2 or len(ys) < 2:
        return None
    return _without_slivers(Lattice(tuple(xs), tuple(ys), tuple(_boxes(net, xs, ys))))


def _without_slivers(lattice: Lattice) -> Lattice:
    """Upright lines that stand a little apart from row to row are one: no cell of its own lies between them."""
    own = {box.column for box in lattice.boxes if box.columns == 1}
    widths = [b - a for a, b in pairwise(lattice.xs)]
    slivers = {at for at, width in enumerate(widths) if width < _SLIVER and at not in own}
    if not slivers:
        return lattice
    places = [sum(1 for at in range(index) if at not in slivers) for index in range(len(lattice.xs))]
    boxes = [
        replace(box, column=places[box.column], columns=places[box.column + box.columns] - places[box.column])
        for box in lattice.boxes
    ]
    xs = tuple(x for index, x in enumerate(lattice.xs) if index - 1 not in slivers or index == 0)
    return Lattice(xs, lattice.ys, tuple(box for box in boxes if box.columns))


def _places(lines: list[float], ends: list[float]) -> list[float]:
    """Where the grid's lines stand; a side without a line of its own is where the crossing lines end."""
    places = sorted(lines)
    low, high = min(ends), max(ends)
    if low < places[0] - 2 * _NARROW:
        places.insert(0, low)
    if high > places[-1] + 2 * _NARROW:
        places.append(high)
    kept = places[:1]
    for place in places[1:]:
        if place - kept[-1] > _NARROW:
            kept.append(place)
    return kept


def _boxes(net: _Net, xs: list[float], ys: list[float]) -> list[Box]:
    """Each row parted by the upright lines; a run that no line parts from the same run above belongs to it."""
    boxes: list[Box] = []
    above: dict[tuple[int, int], int] = {}
    for row in range(len(ys) - 1):
        current: dict[tuple[int, int], int] = {}
        for first, last in _runs(net, xs, ys[row], ys[row + 1]):
            at = above.get((first, last))
            if at is not None and not _ruled(net.across, ys[row], xs[first], xs[last]):
                box = boxes[at]
                boxes[at] = replace(box, rows=box.rows + 1, bottom=ys[row + 1])
            else:
                at = len(boxes)
                boxes.append(Box(row, first, 1, last - first, xs[first], ys[row], xs[last], ys[row + 1]))
            current[first, last] = at
        above = current
    return boxes


def _runs(net: _Net, xs: list[float], top: float, bottom: float) -> list[tuple[int, int]]:
    """Columns that no upright line parts in this row, as first and last line."""
    walls = [at for at in range(1, len(xs) - 1) if _ruled(net.down, xs[at], top, bottom)]
    edges = [0, *walls, len(xs) - 1]
    return list(pairwise(edges))


def _ruled(rules: list[Rule], at: float, start: float, end: float) -> bool:
    """Whether lines at a place cover most of a stretch."""
    covered = 0.0
    for rule in rules:
        if abs(rule.at - at) <= _NARROW:
            covered += max(0.0, min(rule.end, end) - max(rule.start, start))
    return covered >= _WALL * (end - start)
