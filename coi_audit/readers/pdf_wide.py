"""Sheets printed several pages wide: the pages whose ruled rows go on from another page's are put beside it again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from coi_audit.readers.pdf_grids import Lattice, joined, lattices
from coi_audit.readers.pdf_shapes import PageContent, Rule, Word

_SAME = 1.6  # points between the rules of one row on two pages
_NEAR = 3.0
_FEWEST = 2  # rows
_CHANGES = 3  # of height from row to row, for columns of one width to be no table that goes on below
_MANY = 6  # rows of one height that other columns share by more than chance


@dataclass(frozen=True, slots=True)
class _Ruled:
    """A page with one ruled table and its words inside and outside it."""

    page: PageContent
    lattice: Lattice | None = None
    inside: tuple[Word, ...] = ()
    outside: tuple[Word, ...] = ()


def side_by_side(pages: Sequence[PageContent]) -> list[PageContent]:
    """The pages, those that were printed from one sheet's width as one wide page with the first one's number.

    A spreadsheet's pages come down first and then over, or over first and then down.
    """
    ruled = [_ruled(page) for page in pages]
    found: list[PageContent] = []
    at = 0
    while at < len(ruled):
        deep, wide = _block(ruled, at)
        found += [_glued([ruled[at + row + deep * column] for column in range(wide)]) for row in range(deep)]
        at += deep * wide
    return found


def _block(ruled: Sequence[_Ruled], at: int) -> tuple[int, int]:
    """How many pages deep and wide the print is that begins on a page; one and one where it is a page by itself."""
    if ruled[at].lattice is None:
        return 1, 1
    for deep in range(1, (len(ruled) - at) // 2 + 1):
        wide = 1
        while at + deep * (wide + 1) <= len(ruled):
            start = at + deep * wide
            if not _go_on(ruled[start - deep : start], ruled[start : start + deep]):
                break
            wide += 1
        if wide > 1:
            return deep, wide
    return 1, 1


def _ruled(page: PageContent) -> _Ruled:
    found = lattices(joined(page.across), joined(page.down))
    outer = [one for one in found if not any(one.inside(other) for other in found)]
    if len(outer) != 1:
        return _Ruled(page)
    (lattice,) = outer
    within = [_holds(lattice, word) for word in page.words]
    inside = tuple(word for word, held in zip(page.words, within, strict=True) if held)
    outside = tuple(word for word, held in zip(page.words, within, strict=True) if not held)
    return _Ruled(page, lattice, inside, outside)


def _holds(lattice: Lattice, word: Word) -> bool:
    return lattice.xs[0] <= word.centre <= lattice.xs[-1] and lattice.ys[0] <= word.middle <= lattice.ys[-1]


def _go_on(left: Sequence[_Ruled], right: Sequence[_Ruled]) -> bool:
    """Whether pages one below the other go on in as many pages further over, by more than chance."""
    if not all(_goes_on(one, other) for one, other in zip(left, right, strict=True)):
        return False
    changes = sum(_changes(one) for one in left)
    if all(_alike(one, other) for one, other in zip(left, right, strict=True)):
        return changes >= _CHANGES
    return changes > 0 or sum(one.lattice.rows for one in left if one.lattice) >= _MANY


def _alike(left: _Ruled, right: _Ruled) -> bool:
    one, other = left.lattice, right.lattice
    if one is None or other is None or len(one.xs) != len(other.xs):
        return False
    return all(abs(a - b) < _NEAR for a, b in zip(one.xs, other.xs, strict=True))


def _changes(ruled: _Ruled) -> int:
    """How often a row is higher or lower than the one above it."""
    heights = [below - above for above, below in pairwise(ruled.lattice.ys)] if ruled.lattice else []
    return sum(abs(one - other) > _NEAR for one, other in pairwise(heights))


def _goes_on(left: _Ruled, right: _Ruled) -> bool:
    """Whether a page's rows are the other's, further over: each at its height, under other headings."""
    one, other = left.lattice, right.lattice
    if one is None or other is None or len(one.ys) != len(other.ys) or one.rows < _FEWEST:
        return False
    if any(abs(a - b) > _SAME for a, b in zip(one.ys, other.ys, strict=True)):
        return False
    return _only_margins(left, right) and not _first_words(left) & _first_words(right)


def _only_margins(left: _Ruled, right: _Ruled) -> bool:
    """Whether what stands outside the further page's table is only what runs on every page, or ran over from it."""
    known = {(_running(word), round(word.top / 3)) for word in left.outside}
    return all(
        any((_running(word), round(word.top / 3) + step) in known for step in (-1, 0, 1)) for word in right.outside
    )


def _running(word: Word) -> str:
    return re.sub(r"\d+", "0", word.text)


def _first_words(ruled: _Ruled) -> set[tuple[str, int]]:
    """The words at the left of each row, and of the first row: headings and names that stand again are no new column.

    Short marks, like ticks and small numbers, may stand in any column.
    """
    lattice = ruled.lattice
    if lattice is None:
        return set()
    second = lattice.xs[1]
    return {
        (word.text, round(word.middle / 3))
        for word in ruled.inside
        if (word.centre < second or word.middle < lattice.ys[1]) and abs(word.x0 - lattice.xs[0]) < 8
        if len(word.text) > 3
    }


def _glued(parts: Sequence[_Ruled]) -> PageContent:
    """One page of the parts, each table's left side on the right side of the one before."""
    whole = parts[0].page
    end = parts[0].lattice.xs[-1] if parts[0].lattice else 0.0
    for part in parts[1:]:
        if part.lattice is None:
            continue
        by = end - part.lattice.xs[0]
        moved = [replace(word, x0=word.x0 + by, x1=word.x1 + by) for word in part.inside]
        across = [Rule(one.at, one.start + by, one.end + by, one.shade) for one in part.page.across]
        down = [Rule(one.at + by, one.start, one.end, one.shade) for one in part.page.down]
        whole = replace(
            whole,
            width=whole.width + part.lattice.xs[-1] - part.lattice.xs[0],
            words=(*whole.words, *moved),
            across=(*whole.across, *across),
            down=(*whole.down, *down),
        )
        end = part.lattice.xs[-1] + by
    return whole
