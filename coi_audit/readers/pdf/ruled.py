"""One page with one table, ruled or not: where its rows begin, which words stand first in them, which around it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from coi_audit.readers.pdf.grids import Lattice, joined, lattices
from coi_audit.readers.pdf.shapes import PageContent, Word, is_wide
from coi_audit.readers.pdf.sheets import levels_of
from coi_audit.readers.pdf.texts import parted, texts_of

_NEAR = 3.0  # points
_BARE = 6.0  # points beside the words of pages without rules
_OVER = 4.0  # of the print's size, that words run over a table's foot


@dataclass(frozen=True, slots=True)
class RuledPage:
    """A page with one table, ruled or not: where its rows begin, its words inside and outside it.

    `sheet` tells that a spreadsheet program printed it, so that rows of one height speak too; `firsts` are the words
    at the left of each row, and of the first row; `head` those of the first row.
    """

    page: PageContent
    lattice: Lattice | None = None
    rows: tuple[float, ...] = ()
    inside: tuple[Word, ...] = ()
    outside: tuple[Word, ...] = ()
    sheet: bool = False
    firsts: frozenset[tuple[str, int]] = frozenset()
    head: str = ""

    @property
    def left(self) -> float:
        return self.lattice.xs[0] if self.lattice else min(word.x0 for word in self.inside) - _BARE

    @property
    def right(self) -> float:
        return self.lattice.xs[-1] if self.lattice else max(word.x1 for word in self.inside) + _BARE


def ruled_page(page: PageContent, *, bare: bool, sheet: bool) -> RuledPage:
    """The page with its one table; without rows where it has none, or several.

    `bare` allows a table without rules, `sheet` tells that a spreadsheet program printed it.
    """
    found = lattices(joined(page.across), joined(page.down), fewest=1)
    outer = [one for one in found if not any(one.inside(other) for other in found)]
    if not outer:
        return _bare(page, sheet=sheet) if bare else RuledPage(page)
    if len(outer) != 1:
        return RuledPage(page)
    (lattice,) = outer
    held = _within(lattice, page.words)
    inside = tuple(word for at, word in enumerate(page.words) if at in held)
    outside = tuple(word for at, word in enumerate(page.words) if at not in held)
    return _with_firsts(RuledPage(page, lattice, lattice.ys, inside, outside, sheet))


def _within(lattice: Lattice, words: Sequence[Word]) -> set[int]:
    """The places of the words in a table, with those that ran over its foot from texts that begin in it."""
    held = {at for at, word in enumerate(words) if _holds(lattice, word)}
    foot = lattice.ys[-1]
    if any(foot < word.middle < foot + _OVER * word.size for word in words):
        for text in texts_of(words):
            if text.places[0][0] in held:
                held.update(at for line in text.places for at in line)
    return held


def _bare(page: PageContent, *, sheet: bool) -> RuledPage:
    """A page without rules: its rows are where texts begin."""
    if not page.words or any(not rule.shade for rule in page.down):
        return RuledPage(page)
    words = tuple(parted(page.words))
    rows = levels_of(texts_of(words))
    return _with_firsts(RuledPage(page, None, rows, words, (), sheet))


def _holds(lattice: Lattice, word: Word) -> bool:
    x, y = word.home
    return lattice.xs[0] <= x <= lattice.xs[-1] and lattice.ys[0] <= y <= lattice.ys[-1]


def _with_firsts(ruled: RuledPage) -> RuledPage:
    """With the lines at the left of each row, and of the first row: headings and names again are no new column.

    Short marks, like ticks and small numbers, may stand in any column.
    """
    second = ruled.lattice.xs[1] if ruled.lattice else ruled.left + 8
    first = ruled.rows[1] if ruled.lattice else min(word.middle for word in ruled.inside) + 2
    firsts = frozenset(
        (_line_from(word, ruled), round(word.middle / 3))
        for word in ruled.inside
        if (word.centre < second or word.middle < first) and abs(word.x0 - ruled.left) < 8
        if len(word.text) > 3
    )
    head = [word for word in ruled.inside if _in_first(ruled, word) or word.middle < first]
    return replace(ruled, firsts=firsts, head=" ".join(word.text for word in sorted(head, key=lambda one: one.x0)))


def _line_from(first: Word, ruled: RuledPage) -> str:
    """The words of a line from its first as far as its column, or a wide gap, ends."""
    end = ruled.lattice.xs[1] if ruled.lattice else ruled.right
    level = (one for one in ruled.inside if abs(one.middle - first.middle) < _NEAR and first.x0 < one.x0 < end)
    line = [first]
    for word in sorted(level, key=lambda one: one.x0):
        if is_wide(line[-1], word):
            break
        line.append(word)
    return " ".join(word.text for word in line)


def is_headed(ruled: RuledPage) -> bool:
    """Whether the first row is in bold and the others are not: it has headings."""
    first = [word.bold for word in ruled.inside if word.middle < ruled.rows[0] + _NEAR or _in_first(ruled, word)]
    return bool(first) and all(first) and sum(word.bold for word in ruled.inside) < 2 * len(first)


def _in_first(ruled: RuledPage, word: Word) -> bool:
    return ruled.lattice is not None and word.middle < ruled.rows[1]


def starts(ruled: RuledPage) -> list[float]:
    """Where columns begin: at the rules, or where words often do."""
    if ruled.lattice:
        return list(ruled.lattice.xs)
    often = Counter(round(word.x0) for word in ruled.inside)
    most = max(often.values(), default=0)
    return sorted(x for x, count in often.items() if count > 0.5 * most)


def height_changes(ruled: RuledPage) -> int:
    """How often a row is higher or lower than the one above it."""
    heights = [below - above for above, below in pairwise(ruled.rows)]
    return sum(abs(one - other) > _NEAR for one, other in pairwise(heights))


def column_words(ruled: RuledPage, at: int) -> list[str]:
    """The words of a column, from the top down."""
    if ruled.lattice is None:
        return []
    start, end = ruled.lattice.xs[at : at + 2]
    held = [word for word in ruled.inside if start <= word.centre < end]
    return [word.text for word in sorted(held, key=lambda one: (round(one.middle), one.x0))]
