"""Bullets that were drawn, not written, as browsers do: a small dot right before a line's first word is one."""

from __future__ import annotations

from collections.abc import Sequence

from coi_audit.readers.pdf.shapes import Word

Dot = tuple[float, float, float, float]  # left, top, right, bottom
LEAST, MOST = 1.5, 6.5  # points across
_ROUND = 0.25  # how much wider than high, as a share
_NEAR = 2.2  # of the print's size, from a dot to its words
_MOST_DOTS = 2_000


def is_dot(x0: float, y0: float, x1: float, y1: float) -> bool:
    """Whether a filled shape of these bounds may be a bullet."""
    wide, tall = abs(x1 - x0), abs(y1 - y0)
    return LEAST <= wide <= MOST and LEAST <= tall <= MOST and abs(wide - tall) <= _ROUND * max(wide, tall)


def bullets(dots: Sequence[Dot], words: Sequence[Word]) -> list[Word]:
    """A word for each dot that stands by itself before words, level with them. Rows of dots are borders."""
    if not dots or len(dots) > _MOST_DOTS:
        return []
    level = [word for word in words if not word.turn]
    found: list[Word] = []
    for dot in dict.fromkeys(dots):
        word = _led_by(dot, level)
        if word is None or any(_close(dot, other, word.size) for other in dots):
            continue
        right = max(dot[2], word.x0 - 0.3 * word.size)  # no column of its own
        found.append(Word("•", dot[0], word.top, right, word.bottom, word.size))
    return found


def _led_by(dot: Dot, words: Sequence[Word]) -> Word | None:
    """The word that a dot stands before, with nothing between them."""
    middle = (dot[1] + dot[3]) / 2
    beside = [one for one in words if abs(one.middle - middle) < 0.4 * one.size and one.x1 > dot[0]]
    after = [one for one in beside if one.x0 >= dot[2] - 0.5]
    word = min(after, key=lambda one: one.x0, default=None)
    if word is None or word.x0 - dot[2] > _NEAR * word.size or any(one.x0 < dot[2] - 0.5 for one in beside):
        return None
    return word


def _close(dot: Dot, other: Dot, size: float) -> bool:
    """Whether another dot stands so near below or beside that both are of one drawing."""
    if other == dot:
        return False
    return abs(dot[0] - other[0]) < 0.8 * size and abs(dot[1] - other[1]) < 0.8 * size
