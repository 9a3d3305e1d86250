"""The texts of a crowded page by the order in which they were drawn: what was drawn in one go stands in one cell.

Spreadsheets print rows lower than their words over one another: places mislead there, the order of drawing does not.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median_low

from coi_audit.readers.pdf.flow import room_left
from coi_audit.readers.pdf.shapes import TextLine, Word

_COVERED = 0.2  # of the print's size, that two words share where one is printed over the other
_STEP = (0.85, 1.45)  # of the print's size, from a line to the next of its text
_OFTEN = 3  # texts that begin at one place, for a column to begin there
_FLUSH = 1.0  # points
_ALIKE = 0.03  # of the print's size, between steps that are meant as one
_LIKELY = 0.09  # the same, where the line above was full
_ROUNDED = 0.3  # points


@dataclass(frozen=True, slots=True)
class Text:
    """Lines that were drawn one after the other, each going on from the one above; `places` among the page's words."""

    lines: tuple[TextLine, ...]
    places: tuple[tuple[int, ...], ...]

    @property
    def top(self) -> float:
        return self.lines[0].top

    @property
    def bottom(self) -> float:
        return self.lines[-1].bottom

    @property
    def x0(self) -> float:
        return min(line.x0 for line in self.lines)

    @property
    def x1(self) -> float:
        return max(line.x1 for line in self.lines)

    @property
    def size(self) -> float:
        return self.lines[0].size


def crowded(lines: Iterable[TextLine]) -> bool:
    """Whether a word is printed over another one somewhere on a page of these lines."""
    return any(
        word.x0 < before.x1 - _COVERED * word.size and before.drawn != word.drawn
        for line in lines
        for before, word in pairwise(line.words)
    )


def parted(words: Sequence[Word], sides: Sequence[float] = ()) -> list[Word]:
    """The words, those parted in two that hold the first of another column's: a piece drawn where columns begin.

    `sides` are the columns' own, where they are ruled.
    """
    if not any(word.seams for word in words):
        return list(words)
    begun = _begun(_runs(words, _level(words), frozenset()), sides)
    return [part for word in words for part in _parts(word, begun)]


def _parts(word: Word, begun: frozenset[int]) -> list[Word]:
    found = []
    rest = word
    for at, x in reversed([(at, x) for at, x in word.seams if _is_begun(x, begun)]):
        found.append(replace(rest, text=rest.text[at:], x0=x, drawn=rest.drawn + 1, seams=(), clip=None))
        rest = replace(rest, text=rest.text[:at], x1=min(rest.x1, x), seams=())
    return [rest, *reversed(found)]


def texts_of(words: Sequence[Word], sides: Sequence[float] = ()) -> list[Text]:
    """The level words of a page as texts, in the order in which they were drawn; `sides` are its ruled columns'."""
    level = _level(words)
    begun = _begun(_runs(words, level, frozenset()), sides)
    lines = _runs(words, level, begun)
    space = _Space(tuple(line for line, _ in lines), tuple(sorted(begun)))
    pitches = _pitches(_joined(lines, space.full))

    def goes_on(above: TextLine, line: TextLine) -> bool:
        pitch, sure = pitches.get(round(line.size), (None, False))
        if pitch is None:
            return space.full(above, line)
        off = abs(_step(above, line) - pitch)
        near = off < _ALIKE + _ROUNDED / max(line.size, 1)  # print so small that its places are rounded
        return (near and sure) or ((near or off < _LIKELY) and space.full(above, line))

    return _joined(lines, goes_on)


_Run = tuple[TextLine, tuple[int, ...]]  # words drawn side by side, with their places among the page's


def _level(words: Sequence[Word]) -> list[int]:
    return sorted((at for at, word in enumerate(words) if not word.turn), key=lambda at: words[at].drawn)


def _runs(words: Sequence[Word], level: Sequence[int], begun: frozenset[int]) -> list[_Run]:
    """The lines as they were drawn; a piece that begins where columns do begins another."""
    runs: list[list[int]] = []
    for at in level:
        if runs and _beside(words[runs[-1][-1]], words[at], begun):
            runs[-1].append(at)
        else:
            runs.append([at])
    return [(TextLine(tuple(words[at] for at in run)), tuple(run)) for run in runs]


def _beside(before: Word, word: Word, begun: frozenset[int]) -> bool:
    if before.drawn != word.drawn and _is_begun(word.x0, begun):
        return False
    level = abs(before.middle - word.middle) < 0.2 * word.size
    return level and -0.1 * word.size < word.x0 - before.x1 < 0.5 * word.size


def _begun(runs: Sequence[_Run], sides: Sequence[float] = ()) -> frozenset[int]:
    """The places, in half points, at which lines begin often, or right behind a side: columns begin there."""
    firsts = Counter(round(2 * line.x0) for line, _ in runs)
    often = (at for at in firsts if sum(firsts[at + step] for step in (-1, 0, 1)) >= _OFTEN)
    size = max((line.size for line, _ in runs), default=0.0)
    behind = (at for side in sides for at in range(round(2 * side) + 1, round(2 * side + 0.5 * size)))
    return frozenset((*often, *behind))


def _is_begun(x: float, begun: frozenset[int]) -> bool:
    return any(round(2 * x) + step in begun for step in (-1, 0, 1))


def _joined(lines: Sequence[_Run], goes_on: Callable[[TextLine, TextLine], bool]) -> list[Text]:
    found: list[tuple[list[TextLine], list[tuple[int, ...]]]] = []
    for line, places in lines:
        if found and _under(found[-1][0][-1], line) and goes_on(found[-1][0][-1], line):
            found[-1][0].append(line)
            found[-1][1].append(places)
        else:
            found.append(([line], [places]))
    return [Text(tuple(some), tuple(places)) for some, places in found]


def _under(above: TextLine, line: TextLine) -> bool:
    """Whether a line stands one step below another, flush with it on a side or in the middle."""
    if not _STEP[0] * line.size < line.middle - above.middle < _STEP[1] * line.size:
        return False
    if abs(above.size - line.size) > 0.3:
        return False
    return abs(line.x0 - above.x0) < _FLUSH or abs(line.x1 - above.x1) < _FLUSH or _centred(above, line)


def _centred(above: TextLine, line: TextLine) -> bool:
    return abs(line.x0 + line.x1 - above.x0 - above.x1) < 2 * _FLUSH


@dataclass(frozen=True, slots=True)
class _Space:
    """The room that lines have: as far as others that begin alike reach, and no further than the next column."""

    lines: tuple[TextLine, ...]
    begun: tuple[int, ...]

    def full(self, above: TextLine, line: TextLine) -> bool:
        """Whether a line's first word found no room on the line above."""
        spare = max(2.0, 0.3 * line.size)
        if abs(line.x0 - above.x0) < _FLUSH:
            return room_left(above, line, right=self._right(above)) <= spare
        widest = max(other.x1 - other.x0 for other in self.lines if _centred(other, above))
        return room_left(above, line, right=above.x0 + widest) <= spare

    def _right(self, line: TextLine) -> float:
        reach = max(other.x1 for other in self.lines if abs(other.x0 - line.x0) < _FLUSH)
        following = next((at / 2 for at in self.begun if at / 2 > line.x0 + 2 * line.size), reach)
        return min(reach, following)


def _pitches(texts: Sequence[Text]) -> dict[int, tuple[float, bool]]:
    """The usual step within texts of each size, in sizes of the print; and whether it tells texts: rows stand apart."""
    steps: dict[int, list[float]] = {}
    for text in texts:
        for above, line in pairwise(text.lines):
            steps.setdefault(round(line.size), []).append(_step(above, line))
    rows = _row_steps(texts)
    found = {}
    for size, some in steps.items():
        pitch = median_low(some)
        often = sum(_alike(step, pitch, size) for step in some)
        close = sum(_alike(step, pitch, size) for step in rows)
        found[size] = (pitch, often > 1 and close <= often)
    return found


def _row_steps(texts: Sequence[Text]) -> list[float]:
    """The steps from row to row, in sizes of the print: between texts of one line that begin alike."""
    columns: dict[int, list[float]] = {}
    for text in texts:
        columns.setdefault(round(text.lines[0].x0), []).append(text.lines[0].middle / text.size)
    return [below - above for column in columns.values() for above, below in pairwise(sorted(column))]


def _step(above: TextLine, line: TextLine) -> float:
    return (line.middle - above.middle) / line.size


def _alike(step: float, pitch: float, size: float) -> bool:
    """Whether two steps are meant as one; print so small that its places are rounded is given the benefit."""
    return abs(step - pitch) < _ALIKE + _ROUNDED / max(size, 1)
