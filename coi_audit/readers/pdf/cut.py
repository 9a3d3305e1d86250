"""Words that a spreadsheet cut off at the edge of their column: the rest is not in the file, which must be told."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from coi_audit.readers.pdf.grids import Box, Lattice
from coi_audit.readers.pdf.shapes import Word
from coi_audit.readers.pdf.texts import parted

_NEAR = 0.5  # points
_SPACE = 0.09  # of the print's size: whole words keep further from the side
_LETTER = 0.9  # of the print's size: the last letter may stand half over the side


def marked(words: Sequence[Word], lattices: Sequence[Lattice], *, sheet: bool) -> list[Word]:
    """The words, the last ones of cells marked as cut that end right at the side of a column with words in the next.

    A word by itself may as well be too long for its column, and whole, where the page is not surely a `sheet`.
    """
    if not any(_near_side(word, lattice) for lattice in lattices for word in words):
        return list(words)
    if sheet:
        words = parted(words, [x for lattice in lattices for x in lattice.xs])
    cut = (any(_is_cut(word, one, words, sheet=sheet) for one in lattices) for word in words)
    return [replace(word, cut=True) if is_cut else word for word, is_cut in zip(words, cut, strict=True)]


def _near_side(word: Word, lattice: Lattice) -> bool:
    """Whether a word reaches over the side of a column, or as good as."""
    if word.turn or not lattice.ys[0] < word.middle < lattice.ys[-1]:
        return False
    at = bisect_left(lattice.xs, word.x0 - _NEAR)
    return at < len(lattice.xs) and word.x1 > lattice.xs[at] - _SPACE * word.size


def _is_cut(word: Word, lattice: Lattice, words: Sequence[Word], *, sheet: bool) -> bool:
    if not _near_side(word, lattice):
        return False
    start = min(one.x0 for one in words if one.drawn == word.drawn)
    own = next((box for box in lattice.boxes if box.holds(start + 0.3, word.middle)), None)
    if own is None or not own.x1 - _SPACE * word.size < word.x1 < own.x1 + _LETTER * word.size:
        return False
    inner = [one for one in words if own.holds(one.x0 + 0.3, one.middle)]
    padded = min(one.x0 for one in inner) - own.x0 > 0.3
    alone = all(abs(one.middle - word.middle) < 0.3 * word.size for one in inner)  # nothing is cut that is wrapped
    return padded and alone and (sheet or len(inner) > 1) and any(_in_next(other, own, word) for other in words)


def _in_next(other: Word, box: Box, word: Word) -> bool:
    level = other.drawn != word.drawn and abs(other.middle - word.middle) < 0.6 * word.size
    return level and box.x1 - 0.1 <= other.x0 < box.x1 + 3 * word.size
