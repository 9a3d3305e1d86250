"""Words that a spreadsheet cut off at the edge of their column: the rest is not in the file, which must be told."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from coi_audit.readers.pdf.grids import Box, Lattice
from coi_audit.readers.pdf.shapes import Word
from coi_audit.readers.pdf.texts import parted
from coi_audit.readers.pdf.words import LEADING_ON

_NEAR = 0.5  # points
_SPACE = 0.09  # of the print's size: whole words keep further from the side
_BLANK = 0.33  # of the print's size: no space found room any more
_NEXT = 1.25  # of the print's size: a space did, and then no letter
_LETTER = 0.9  # of the print's size: the last letter may stand half over the side


def marked(words: Sequence[Word], lattices: Sequence[Lattice], *, sheet: bool) -> list[Word]:
    """The words, the last ones of cells marked as cut that end right at the side of a column with words in the next.

    A word by itself may as well be too long for its column, and whole, where the page is not surely a `sheet`.
    """
    if not any(_near_side(word, lattice, _NEXT if sheet else _SPACE) for lattice in lattices for word in words):
        return list(words)
    if sheet:
        words = parted(words, [x for lattice in lattices for x in lattice.xs])
    found = _marked(words, lattices, sheet=sheet, room=_SPACE)
    if sheet and any(word.cut for word in found):
        found = _marked(found, lattices, sheet=sheet, room=_BLANK)
    return found


def _marked(words: Sequence[Word], lattices: Sequence[Lattice], *, sheet: bool, room: float) -> list[Word]:
    """With so much room between cut words and the side: words that end at a space may leave a letter's room more."""
    found = []
    for word in words:
        least = _NEXT if sheet and (word.spaced or _leads_on(word, room)) else room
        is_cut = not word.cut and any(_is_cut(word, one, words, sheet=sheet, room=least) for one in lattices)
        found.append(replace(word, cut=True) if is_cut else word)
    return found


def _leads_on(word: Word, room: float) -> bool:
    """Whether words cannot end so, where others on the page are cut for sure."""
    return room > _SPACE and (word.text.casefold() in LEADING_ON or ("(" in word.text and ")" not in word.text))


def _near_side(word: Word, lattice: Lattice, room: float) -> bool:
    """Whether a word reaches over the side of a column, or as good as."""
    if word.turn or not lattice.ys[0] < word.middle < lattice.ys[-1]:
        return False
    at = bisect_left(lattice.xs, word.x0 - _NEAR)
    return at < len(lattice.xs) and word.x1 > lattice.xs[at] - room * word.size


def _is_cut(word: Word, lattice: Lattice, words: Sequence[Word], *, sheet: bool, room: float) -> bool:
    if not _near_side(word, lattice, room):
        return False
    start = min(one.x0 for one in words if one.drawn == word.drawn)
    own = next((box for box in lattice.boxes if box.holds(start + 0.3, word.middle)), None)
    if own is None or not own.x1 - room * word.size < word.x1 < own.x1 + _LETTER * word.size:
        return False
    inner = [one for one in words if own.holds(one.x0 + 0.3, one.middle)]
    padded = min(one.x0 for one in inner) - own.x0 > 0.3
    alone = all(abs(one.middle - word.middle) < 0.3 * word.size for one in inner)  # nothing is cut that is wrapped
    return padded and alone and (sheet or len(inner) > 1) and any(_in_next(other, own, word) for other in words)


def _in_next(other: Word, box: Box, word: Word) -> bool:
    level = other.drawn != word.drawn and abs(other.middle - word.middle) < 0.6 * word.size
    return level and box.x1 - 0.1 <= other.x0 < box.x1 + 3 * word.size
