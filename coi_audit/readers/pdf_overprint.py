"""Cells whose words run over into the next row: by the order in which they were drawn, each text is put in its cell.

Spreadsheets print a row lower than its words over the next one, so that words of two cells stand in one place.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from coi_audit.readers.pdf_flow import room_left
from coi_audit.readers.pdf_grids import Box, Lattice
from coi_audit.readers.pdf_shapes import TextLine, Word

_COVERED = 0.3  # share of a word's height that another covers, where both stand in one place
_BELOW = (0.85, 1.26)  # of the print's size, from a line to the next of its text; rows stand further apart
_LOW = 2.2  # of the print's size: a row so low holds one line
_RECENT = 12  # texts drawn before a line that it may go on from
_PAIRS = 400  # words of a page compared with their neighbours in the drawing's order

Text = list[list[int]]  # the places of its words among the page's, line by line


def homes(lattice: Lattice, words: Sequence[Word]) -> dict[int, Box]:
    """The boxes of words that stand in another's place or below the table, by the word's place in the page's order.

    Nothing where no two words of the table stand over one another; where some do, only near the rows of those.
    """
    owners = [_box(lattice, word) for word in words]
    crowded = _crowded(words, owners)
    if not crowded:
        return {}
    rows = {row for box in crowded for row in range(box.row - 1, box.row + box.rows + 1)}
    found: dict[int, Box] = {}
    for text in _texts(words, lattice):
        first = owners[text[0][0]]
        if first is not None:
            every = (at for line in text for at in line if owners[at] is not first)
            moved = (at for at in every if _gives(owners[at], words[at], crowded, rows))
            found.update(dict.fromkeys(moved, first))
    return found


def _gives(box: Box | None, word: Word, crowded: set[Box], rows: set[int]) -> bool:
    """Whether words may have run into a box from above: it is crowded itself, or a low one in or next to such a row."""
    if box is None or box in crowded:
        return True
    return box.row in rows and box.bottom - box.top < _LOW * word.size


def _box(lattice: Lattice, word: Word) -> Box | None:
    return next((box for box in lattice.boxes if box.holds(word.centre, word.middle)), None)


def _crowded(words: Sequence[Word], owners: Sequence[Box | None]) -> set[Box]:
    """The boxes in which two words stand over one another."""
    held: dict[Box, list[Word]] = {}
    for word, box in zip(words, owners, strict=True):
        if box is not None and not word.turn:
            held.setdefault(box, []).append(word)
    return {box for box, found in held.items() if _stand_over(found)}


def _stand_over(words: Sequence[Word]) -> bool:
    """Whether two words of a cell cover one another in good part."""
    ordered = sorted(words[:_PAIRS], key=lambda one: one.x0)
    for at, word in enumerate(ordered):
        for other in ordered[at + 1 :]:
            if other.x0 > word.x1 - 0.2 * word.size:
                break
            shared = min(word.bottom, other.bottom) - max(word.top, other.top)
            if shared > _COVERED * min(word.height, other.height):
                return True
    return False


def _texts(words: Sequence[Word], lattice: Lattice) -> list[Text]:
    """Words drawn soon after one another that go on from line to line in one column."""
    texts: list[Text] = []
    for line in _drawn_lines(words):
        recent = reversed(texts[-_RECENT:])
        before = next((text for text in recent if _continues(words, text[-1], line, lattice)), None)
        if before is None:
            texts.append([line])
        else:
            before.append(line)
    return texts


def _drawn_lines(words: Sequence[Word]) -> list[list[int]]:
    """The words' places, those drawn side by side together."""
    lines: list[list[int]] = [[0]] if words else []
    for at, (before, word) in enumerate(pairwise(words), start=1):
        level = abs(before.middle - word.middle) < 0.2 * word.size and before.turn == word.turn
        near = -0.1 * word.size < word.x0 - before.x1 < 0.5 * word.size
        if level and near:
            lines[-1].append(at)
        else:
            lines.append([at])
    return lines


def _continues(words: Sequence[Word], above: Sequence[int], line: Sequence[int], lattice: Lattice) -> bool:
    """Whether a line follows one that was full, at its left and right below it."""
    before, after = TextLine(tuple(words[at] for at in above)), TextLine(tuple(words[at] for at in line))
    step = after.middle - before.middle
    if not _BELOW[0] * after.size < step < _BELOW[1] * after.size or abs(after.x0 - before.x0) > 1.0:
        return False
    right = min((x for x in lattice.xs if x > before.words[0].centre), default=before.x1)
    return room_left(before, after, right=right) <= max(2.0, 0.3 * after.size)
