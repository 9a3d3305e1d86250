"""Column headings that read upwards or downwards, where no lines are ruled: put among the level ones beside them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from coi_audit.readers.pdf.shapes import TextLine, Word, into_lines, upright

_STEP = 1.45  # of the print's size, from one line of a heading to its next


def levelled(words: Sequence[Word]) -> list[Word]:
    """The level words of a page, and each upright heading as one word where it stands.

    Upright words that stand alone, or beside no level words, are no headings of a table: they are left out.
    """
    level = [word for word in words if not word.turn]
    found = [one for turn in (1, 3) for one in _headings([word for word in words if word.turn == turn])]
    rows = [one for one in found if sum(_beside(one, other) for other in found) > 1]
    return [*level, *(one for one in rows if any(_beside(one, word) for word in level))]


def _headings(turned: Sequence[Word]) -> list[Word]:
    """Words that read one way, those of a heading's lines together."""
    if not turned:
        return []
    flat = upright(turned)
    places = {(one.x0, one.top, one.text): word for one, word in zip(flat, turned, strict=True)}
    heads: list[list[TextLine]] = []
    for line in into_lines(flat):
        if heads and _goes_on(heads[-1][-1], line):
            heads[-1].append(line)
        else:
            heads.append([line])
    return [_as_word(head, places) for head in heads]


def _goes_on(above: TextLine, line: TextLine) -> bool:
    shared = min(above.x1, line.x1) - max(above.x0, line.x0)
    return 0 < line.middle - above.middle <= _STEP * line.size and shared > 0


def _as_word(head: Sequence[TextLine], places: dict[tuple[float, float, str], Word]) -> Word:
    own = [places[one.x0, one.top, one.text] for line in head for one in line.words]
    text = own[0].text
    for before, word in pairwise(own):
        text += word.text if before.soft else f" {word.text}"
    return Word(
        text, min(one.x0 for one in own), min(one.top for one in own), max(one.x1 for one in own),
        max(one.bottom for one in own), own[0].size, all(one.bold for one in own), tab=True,
    )  # fmt: skip


def _beside(one: Word, other: Word) -> bool:
    """Whether two words share some of their height, as headings of one row do."""
    return min(one.bottom, other.bottom) - max(one.top, other.top) > 0.3 * min(one.height, other.height)
