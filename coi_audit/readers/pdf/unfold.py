"""Moves rows apart that a spreadsheet printed over one another: the page as it were, had each row had room."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from dataclasses import dataclass, replace

from coi_audit.readers.pdf.cut import marked
from coi_audit.readers.pdf.grids import Box, joined, lattices
from coi_audit.readers.pdf.shapes import PageContent, Rule, Word
from coi_audit.readers.pdf.sheets import row_boxes
from coi_audit.readers.pdf.texts import Text, parted, texts_of

_PAD = 0.15  # of the print's size, above and below the words of a cell
_INNER = 0.6  # points from a cell's sides, that words keep
_BARE = 0.6  # of the print's size, between rows that no line parts


def unfolded(page: PageContent, *, sheet: bool) -> PageContent:
    """The page with its rows moved apart, where words of one are printed over another's; `sheet` as for cut words."""
    found = lattices(joined(page.across), joined(page.down))
    outer = [one for one in found if not any(one.inside(other) for other in found)]
    sides = [x for lattice in outer for x in lattice.xs] if sheet else []
    words = marked(parted(page.words, sides), outer, sheet=sheet)
    texts = texts_of(words, sides)
    boxes = [box for lattice in outer for box in lattice.boxes]
    homes = _ruled_homes(texts, boxes) if outer else row_boxes(texts)
    return _stretched(replace(page, words=tuple(words)), _placed(texts, homes), bare=not outer)


@dataclass(slots=True)
class _Placed:
    """A text in its cell, `down` points below the cell's top."""

    text: Text
    box: Box
    down: float

    @property
    def end(self) -> float:
        return self.down + self.text.bottom - self.text.top


def _placed(texts: Sequence[Text], homes: Sequence[Box | None]) -> list[_Placed]:
    """Texts below one another where they share a cell, those that stand within theirs where they are."""
    found: list[_Placed] = []
    held: dict[Box, list[_Placed]] = {}
    pairs = [(text, box) for text, box in zip(texts, homes, strict=True) if box is not None]
    for text, box in sorted(pairs, key=lambda pair: pair[0].top):
        within = box.top - 1 <= text.top and text.bottom <= box.bottom + 1
        down = max(0.0, text.top - box.top) if within else _PAD * text.size
        others = held.setdefault(box, [])
        over = [one.end for one in others if one.text.x0 < text.x1 and text.x0 < one.text.x1]
        placed = _Placed(text, box, max([down, *over]))
        others.append(placed)
        found.append(placed)
    return found


def _ruled_homes(texts: Sequence[Text], boxes: Sequence[Box]) -> list[Box | None]:
    """Each text's cell: all texts of a page are set at the top of their rows, in the middle or at the foot."""
    tried = [[_box_at(text, text.lines[0].middle, boxes) for text in texts],
             [_box_at(text, (text.top + text.bottom) / 2, boxes) for text in texts],
             [_box_at(text, text.lines[-1].middle, boxes) for text in texts]]  # fmt: skip
    long = [at for at, text in enumerate(texts) if len(text.lines) > 1 and tried[0][at] is not None]
    if not long:
        return tried[0]
    off = [statistics.median(_off(texts[at], homes[at], how) for at in long) for how, homes in enumerate(tried)]
    return tried[off.index(min(off))]


def _off(text: Text, box: Box | None, how: int) -> float:
    """How far a text is from standing at the top of its cell, in the middle or at the foot."""
    if box is None:
        return 2 * text.size
    over, under = text.top - box.top, box.bottom - text.bottom
    return (abs(over), abs(over - under) / 2, abs(under))[how]


def _box_at(text: Text, y: float, boxes: Sequence[Box]) -> Box | None:
    """Of the cells at a height that a text touches, the one with whose side or middle it is flush."""
    met = [box for box in boxes if box.top <= y < box.bottom and box.x0 < text.x1 and text.x0 < box.x1]
    return min(met, key=lambda box: _askew(text, box), default=None)


def _askew(text: Text, box: Box) -> float:
    before, behind = text.x0 - box.x0, box.x1 - text.x1
    if before >= 0 and behind >= 0:
        return 0.0
    left = abs(before) if before >= -0.5 else 100.0
    right = abs(behind) if behind >= -0.5 else 100.0
    return min(left, 2 * right, abs(before - behind) + text.size)


def _stretched(page: PageContent, placed: Sequence[_Placed], *, bare: bool) -> PageContent:
    """The page with room made below the rows that want it; words beyond their cell's sides drawn together into it."""
    growth = _growth(placed, bare=bare)
    moved: dict[int, Word] = {}
    for one in placed:
        top = one.box.top + _shift(growth, one.box.top) + one.down
        for places, line in zip(one.text.places, one.text.lines, strict=True):
            for at, word in zip(places, line.words, strict=True):
                y = top + line.words[0].top - one.text.top + word.top - line.words[0].top
                moved[at] = replace(word, top=y, bottom=y + word.height, clip=None)
        _drawn_in(one, moved)
    words = [moved.get(at) or _lower(word, _shift(growth, word.top)) for at, word in enumerate(page.words)]
    total = sum(growth.values())
    across = [Rule(one.at + _shift(growth, one.at), one.start, one.end, one.shade) for one in page.across]
    down = [
        Rule(one.at, one.start + _shift(growth, one.start), one.end + _shift(growth, one.end), one.shade)
        for one in page.down
    ]
    return replace(page, height=page.height + total, words=tuple(words), across=tuple(across), down=tuple(down))


def _growth(placed: Sequence[_Placed], *, bare: bool) -> dict[float, float]:
    """How much room each row wants besides its own, by where the row ends."""
    growth: dict[float, float] = {}
    for one in sorted(placed, key=lambda one: one.box.rows):
        box, size = one.box, one.text.size
        inside = sum(more for end, more in growth.items() if box.top < end <= box.bottom + 0.5)
        more = one.end + (_BARE if bare else _PAD) * size - (box.bottom - box.top) - inside
        if more > 0:
            growth[box.bottom] = growth.get(box.bottom, 0.0) + more
    return growth


def _shift(growth: dict[float, float], y: float) -> float:
    return sum(more for end, more in growth.items() if end <= y + 0.5)


def _lower(word: Word, by: float) -> Word:
    return word.moved(0.0, by) if by else word


def _drawn_in(one: _Placed, moved: dict[int, Word]) -> None:
    """Draw a text's lines together between the sides of its cell."""
    left, right = one.box.x0 + _INNER, one.box.x1 - _INNER
    for places in one.text.places:
        words = [moved[at] for at in places]
        x0, x1 = words[0].x0, max(word.x1 for word in words)
        start = max(left, min(x0, right - 1))
        if x0 >= left and x1 <= right:
            continue
        share = min(1.0, (right - start) / max(0.1, x1 - x0))
        for at, word in zip(places, words, strict=True):
            moved[at] = replace(word, x0=start + (word.x0 - x0) * share, x1=start + (word.x1 - x0) * share)
