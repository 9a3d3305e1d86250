"""The lines of a PDF's pages as paragraphs: where one ends and the next begins, by room, space, marks and print."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from coi_audit.readers.pdf.flow import Said, Vocabulary, follows, glued, item_mark, room_left
from coi_audit.readers.pdf.shapes import TextLine, is_wide
from coi_audit.readers.pdf.words import LEADING_ON

_FEW = 3  # lines that must reach a margin for it to be believed
_ENDS = (".", ":", ";", "?", "!")


@dataclass(frozen=True, slots=True)
class Measure:
    """The space lines are set in: their left and right bounds, and the usual step from line to line by size."""

    left: float
    right: float
    steps: dict[float, float]

    def step(self, size: float) -> float:
        """Points from a line's middle to the next one's within a paragraph."""
        return self.steps.get(round(size), 1.45 * size)


def measure(lines: Sequence[TextLine], *, width: float) -> Measure:
    """Measure lines that share one column on pages of one width.

    The right bound is where justified lines end. Else the left margin is taken to stand on both sides, unless a line
    that clearly goes on with the next was broken before.
    """
    if not lines:
        return Measure(0.0, width, {})
    left = min(line.x0 for line in lines)
    furthest = max(line.x1 for line in lines)
    flush = sum(1 for line in lines if furthest - line.x1 < 0.8)
    if flush >= _FEW and flush > 0.1 * len(lines) and furthest > 0.6 * (width - left):
        return Measure(left, furthest, _steps(lines, furthest))
    broken = [
        line.x1 - room_left(line, following, right=line.x1)
        for line, following in pairwise(lines)
        if _clearly_goes_on(line, following)
    ]
    mirrored = width - left
    right = max(furthest, min(mirrored, min(broken, default=mirrored)))
    return Measure(left, right, _steps(lines, right))


def _clearly_goes_on(line: TextLine, following: TextLine) -> bool:
    near = 0 < following.middle - line.middle < 1.7 * line.size and abs(line.size - following.size) < 0.3
    midway = following.text[:1].islower() and not line.text.endswith(_ENDS) and not item_mark(following)
    return near and midway and abs(following.x0 - line.x0) < 60


def _steps(lines: Sequence[TextLine], right: float) -> dict[float, float]:
    """The usual step from a full line to the next, for each size of print; else the smallest that comes again."""
    full: dict[float, Counter[float]] = {}
    every: dict[float, Counter[float]] = {}
    for line, following in pairwise(lines):
        step = following.middle - line.middle
        if abs(line.size - following.size) < 0.3 and 0.9 * line.size < step < 2.6 * line.size:
            size, rounded = float(round(line.size)), round(step * 2) / 2
            every.setdefault(size, Counter())[rounded] += 1
            if _clearly_goes_on(line, following) and room_left(line, following, right=right) <= 0:
                full.setdefault(size, Counter())[rounded] += 1
    found = {}
    for size, steps in every.items():
        if size in full:
            found[size] = full[size].most_common(1)[0][0]
        else:
            again = [step for step, count in steps.items() if count > 1] or list(steps)
            found[size] = min(*again, 1.6 * size)
    return found


def paragraphs(lines: Sequence[TextLine], *, space: Measure, known: Vocabulary) -> list[Said]:
    """Lines that follow one another on a page, as paragraphs."""
    found: list[Said] = []
    for line in lines:
        if found and not _begins(found[-1], line, space):
            found[-1] = added(found[-1], line, space=space, known=known)
        else:
            found.append(Said(line.text, line.bold, (line,)))
    return found


def added(before: Said, line: TextLine, *, space: Measure, known: Vocabulary) -> Said:
    """A paragraph with one more line."""
    text = glued(before.text, before.lines[-1], line, space=(space.left, space.right), known=known)
    return Said(text, before.bold and line.bold, (*before.lines, line))


def runs_on(before: Said, following: Said, *, space: Measure) -> bool:
    """Whether a paragraph at the foot of a page goes on at the head of the next, mid-sentence."""
    last, line = before.lines[-1], following.lines[0]
    leads = last.words[-1].text.casefold() in LEADING_ON
    if before.text.endswith(_ENDS) or item_mark(line) or (line.text[:1].isupper() and not leads):
        return False
    if abs(last.size - line.size) > 0.6 or before.bold != following.bold:
        return False
    return room_left(last, line, right=space.right) <= 0.12 * last.size and _aligned(before.lines, line)


def _begins(before: Said, line: TextLine, space: Measure) -> bool:
    last = before.lines[-1]
    step = line.middle - last.middle
    if step <= 0 or step > 1.2 * space.step(max(line.size, last.size)) + 0.5:
        return True
    if abs(last.size - line.size) > 0.8:
        return True
    room = room_left(last, line, right=space.right, centre=(space.left + space.right) / 2)
    forced = room > max(1.0, 0.12 * line.size)
    if item_mark(line) and (forced or _mark_is_set_apart(line) or follows(before.lines[0], line)):
        return True
    if last.bold != line.bold and not (line.bold and not forced and line.text[:1].islower()):
        return True
    if forced or not _aligned(before.lines, line):
        return True
    return _tabbed(line) and not item_mark(line)


def _mark_is_set_apart(line: TextLine) -> bool:
    return len(line.words) > 1 and line.words[1].x0 - line.words[0].x1 > 0.55 * line.words[0].size


def _tabbed(line: TextLine) -> bool:
    return any(is_wide(before, word) for before, word in pairwise(line.words))


def _aligned(before: Sequence[TextLine], line: TextLine) -> bool:
    """Whether a line starts where a paragraph's next line may: under its text, or under its second line."""
    first = before[0]
    if len(before) > 1:
        return abs(line.x0 - before[-1].x0) <= 3 or _centred(before[-1], line)
    if abs(line.x0 - first.x0) <= 3 or _centred(first, line):
        return True
    if line.x0 > first.x0:
        starts = [word.x0 for earlier, word in pairwise(first.words)
                  if item_mark(first) or is_wide(earlier, word)]  # fmt: skip
        return any(abs(line.x0 - start) <= 3 for start in starts[:2])
    return first.x0 - line.x0 <= 60 and not item_mark(first)


def _centred(before: TextLine, line: TextLine) -> bool:
    return abs((before.x0 + before.x1) - (line.x0 + line.x1)) < 5


def heading_sizes(lines: Sequence[TextLine]) -> list[float]:
    """Sizes clearly larger than most of the print, the largest first; three at most."""
    letters: Counter[float] = Counter()
    for line in lines:
        letters[round(line.size, 1)] += len(line.text)
    if not letters:
        return []
    usual = letters.most_common(1)[0][0]
    larger = sorted((size for size in letters if size > 1.12 * usual), reverse=True)
    kept: list[float] = []
    for size in larger:
        if not kept or kept[-1] - size > 0.6:
            kept.append(size)
    return kept[:3]
