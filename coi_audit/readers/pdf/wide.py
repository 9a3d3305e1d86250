"""Sheets printed several pages wide: the pages whose ruled rows go on from another page's are put beside it again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from coi_audit.readers.pdf.grids import Lattice, joined, lattices
from coi_audit.readers.pdf.shapes import PageContent, Rule, TextLine, Word
from coi_audit.readers.pdf.sheets import levels_of, table_like
from coi_audit.readers.pdf.texts import parted, texts_of

_SAME = 1.6  # points between the rules of one row on two pages
_NEAR = 3.0
_FEWEST = 2  # rows
_CHANGES = 3  # of height from row to row, for columns of one width to be no table that goes on below
_FOOT = 0.88  # of the page's height, to which rows may stand
_ROOM = 40.0  # points
_BARE = 6.0  # points beside the words of pages without rules
_OVER = 4.0  # of the print's size, that words run over a table's foot
_MANY = 6  # rows of one height that other columns share by more than chance


@dataclass(frozen=True, slots=True)
class _Ruled:
    """A page with one table, ruled or not: where its rows begin, its words inside and outside it.

    `sheet` tells that a spreadsheet program printed it, so that rows of one height speak too; `firsts` are the words
    at the left of each row, and of the first row.
    """

    page: PageContent
    lattice: Lattice | None = None
    rows: tuple[float, ...] = ()
    inside: tuple[Word, ...] = ()
    outside: tuple[Word, ...] = ()
    sheet: bool = False
    firsts: frozenset[tuple[str, int]] = frozenset()

    @property
    def left(self) -> float:
        return self.lattice.xs[0] if self.lattice else min(word.x0 for word in self.inside) - _BARE

    @property
    def right(self) -> float:
        return self.lattice.xs[-1] if self.lattice else max(word.x1 for word in self.inside) + _BARE


def side_by_side(
    pages: Sequence[PageContent], lines: Sequence[Sequence[TextLine]], *, sheet: bool
) -> list[PageContent]:
    """The pages of those lines, those printed from one sheet's width as one wide page with the first one's number.

    A spreadsheet's pages come down first and then over, or over first and then down.
    """
    if len(pages) < _FEWEST:
        return list(pages)
    open_pages = [some for page, some in zip(pages, lines, strict=True) if all(rule.shade for rule in page.down)]
    bare = sheet or any(table_like(some, sheet=False) for some in open_pages)
    ruled = [_ruled(page, bare=bare, sheet=sheet) for page in pages]
    found: list[PageContent] = []
    at = 0
    while at < len(ruled):
        deep, wide = _block(ruled, at)
        found += [_glued([ruled[at + row + deep * column] for column in range(wide)]) for row in range(deep)]
        at += deep * wide
    return found


def _block(ruled: Sequence[_Ruled], at: int) -> tuple[int, int]:
    """How many pages deep and wide the print is that begins on a page; one and one where it is a page by itself."""
    if not ruled[at].rows:
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


def _ruled(page: PageContent, *, bare: bool, sheet: bool) -> _Ruled:
    found = lattices(joined(page.across), joined(page.down))
    outer = [one for one in found if not any(one.inside(other) for other in found)]
    if not outer:
        return _bare(page, sheet=sheet) if bare else _Ruled(page)
    if len(outer) != 1:
        return _Ruled(page)
    (lattice,) = outer
    held = _within(lattice, page.words)
    inside = tuple(word for at, word in enumerate(page.words) if at in held)
    outside = tuple(word for at, word in enumerate(page.words) if at not in held)
    return _with_firsts(_Ruled(page, lattice, lattice.ys, inside, outside, sheet))


def _within(lattice: Lattice, words: Sequence[Word]) -> set[int]:
    """The places of the words in a table, with those that ran over its foot from texts that begin in it."""
    held = {at for at, word in enumerate(words) if _holds(lattice, word)}
    foot = lattice.ys[-1]
    if any(foot < word.middle < foot + _OVER * word.size for word in words):
        for text in texts_of(words):
            if text.places[0][0] in held:
                held.update(at for line in text.places for at in line)
    return held


def _bare(page: PageContent, *, sheet: bool) -> _Ruled:
    """A page without rules: its rows are where texts begin."""
    if not page.words or any(not rule.shade for rule in page.down):
        return _Ruled(page)
    words = tuple(parted(page.words))
    rows = levels_of(texts_of(words))
    return _with_firsts(_Ruled(page, None, rows, words, (), sheet))


def _holds(lattice: Lattice, word: Word) -> bool:
    return lattice.xs[0] <= word.centre <= lattice.xs[-1] and lattice.ys[0] <= word.middle <= lattice.ys[-1]


def _go_on(left: Sequence[_Ruled], right: Sequence[_Ruled]) -> bool:
    """Whether pages one below the other go on in as many pages further over, by more than chance."""
    if not all(_goes_on(one, other) for one, other in zip(left, right, strict=True)):
        return False
    if sum(len(one.rows) - 1 for one in left) < _FEWEST:
        return False
    changes = sum(_changes(one) for one in left)
    if changes >= _CHANGES or any(one.lattice is None and not one.sheet for one in left):
        return changes >= _CHANGES
    headed = _headed(left[0]) and _headed(right[0])
    if headed or _set_lower(left[0], right[0]) or _has_room(left[-1]):
        return True
    alike = all(_alike(one, other) for one, other in zip(left, right, strict=True))
    return not alike and (changes > 0 or sum(len(one.rows) - 1 for one in left) >= _MANY)


def _set_lower(left: _Ruled, right: _Ruled) -> bool:
    """Whether a page's table leaves room above it where the other page has a title: no next page down would."""
    above = min((word.top for word in left.page.words), default=0.0)
    own = min((word.top for word in right.page.words), default=0.0)
    return own > above + _SAME and right.rows[0] > above + _SAME


def _has_room(ruled: _Ruled) -> bool:
    """Whether more rows would have found room on a page: then the next does not go on below it."""
    rows = ruled.rows
    step = (rows[-1] - rows[0]) / max(1, len(rows) - 1)
    return rows[-1] + max(_ROOM, 3 * step) < _FOOT * ruled.page.height


def _headed(ruled: _Ruled) -> bool:
    """Whether the first row is in bold and the others are not: it has headings."""
    first = [word.bold for word in ruled.inside if word.middle < ruled.rows[0] + _NEAR or _in_first(ruled, word)]
    return bool(first) and all(first) and sum(word.bold for word in ruled.inside) < 2 * len(first)


def _in_first(ruled: _Ruled, word: Word) -> bool:
    return ruled.lattice is not None and word.middle < ruled.rows[1]


def _alike(left: _Ruled, right: _Ruled) -> bool:
    """Whether both pages have the same columns, as one down from the other has."""
    one, other = _starts(left), _starts(right)
    if left.lattice is None:
        return sum(any(abs(a - b) < _NEAR for a in one) for b in other) > 0.7 * len(other)
    return len(one) == len(other) and all(abs(a - b) < _NEAR for a, b in zip(one, other, strict=True))


def _starts(ruled: _Ruled) -> list[float]:
    if ruled.lattice:
        return list(ruled.lattice.xs)
    often = Counter(round(word.x0) for word in ruled.inside)
    most = max(often.values(), default=0)
    return sorted(x for x, count in often.items() if count > 0.5 * most)


def _changes(ruled: _Ruled) -> int:
    """How often a row is higher or lower than the one above it."""
    heights = [below - above for above, below in pairwise(ruled.rows)]
    return sum(abs(one - other) > _NEAR for one, other in pairwise(heights))


def _goes_on(left: _Ruled, right: _Ruled) -> bool:
    """Whether a page's rows are the other's, further over: each at its height, under other headings."""
    one, other = left.lattice, right.lattice
    if (one is None) != (other is None) or len(right.rows) < _FEWEST:
        return False
    if one is None or other is None:
        return _same_levels(left.rows, right.rows) and not left.firsts & right.firsts
    if len(one.ys) != len(other.ys) or any(abs(a - b) > _SAME for a, b in zip(one.ys, other.ys, strict=True)):
        return False
    again = left.firsts & right.firsts
    if again and (2 * len(again) < len(right.firsts) or not _again(left, right)):
        return False
    return _only_margins(left, right)


def _same_levels(one: Sequence[float], other: Sequence[float]) -> bool:
    """Whether rows without rules begin at the same heights, but for a few that only one page has words in."""
    met = sum(any(abs(a - b) < _SAME for a in one) for b in other)
    return met >= 0.9 * len(other) and met >= 0.6 * len(one)


def _again(left: _Ruled, right: _Ruled) -> int:
    """How many of the first columns stand again on the page further over, as names do that are to be seen on each."""
    one, other = left.lattice, right.lattice
    if one is None or other is None:
        return 0
    same = 0
    for at in range(min(one.columns, other.columns) - 1):
        mine, theirs = _column(left, at), _column(right, at)
        if not mine or mine != theirs:
            break
        same += 1
    return same if _column(left, same) != _column(right, same) else 0


def _column(ruled: _Ruled, at: int) -> list[str]:
    """The words of a column, from the top down."""
    xs = ruled.lattice.xs if ruled.lattice else ()
    return [word.text for word in sorted(ruled.inside, key=lambda one: (round(one.middle), one.x0))
            if xs[at] <= word.centre < xs[at + 1]]  # fmt: skip


def _only_margins(left: _Ruled, right: _Ruled) -> bool:
    """Whether what stands outside the further page's table is only what runs on every page, or ran over from it."""
    known = {(_running(word), round(word.top / 3)) for word in left.outside}
    return all(
        any((_running(word), round(word.top / 3) + step) in known for step in (-1, 0, 1)) for word in right.outside
    )


def _running(word: Word) -> str:
    return re.sub(r"\d+", "0", word.text)


def _with_firsts(ruled: _Ruled) -> _Ruled:
    """With the words at the left of each row, and of the first row: headings and names again are no new column.

    Short marks, like ticks and small numbers, may stand in any column.
    """
    second = ruled.lattice.xs[1] if ruled.lattice else ruled.left + 8
    first = ruled.rows[1] if ruled.lattice else min(word.middle for word in ruled.inside) + 2
    firsts = frozenset(
        (word.text, round(word.middle / 3))
        for word in ruled.inside
        if (word.centre < second or word.middle < first) and abs(word.x0 - ruled.left) < 8
        if len(word.text) > 3
    )
    return replace(ruled, firsts=firsts)


def _glued(parts: Sequence[_Ruled]) -> PageContent:
    """One page of the parts, each table's left side on the right side of the one before."""
    whole = parts[0].page
    if len(parts) == 1:
        return whole
    if parts[0].lattice is None:
        whole = replace(whole, words=parts[0].inside)
    end = parts[0].right
    for before, part in pairwise(parts):
        lattice = part.lattice
        start = lattice.xs[_again(before, part)] if lattice else part.left
        by = end - start
        moved = [
            replace(word, x0=word.x0 + by, x1=word.x1 + by, seams=tuple((at, x + by) for at, x in word.seams))
            for word in part.inside
            if word.centre > start
        ]
        last = max((word.drawn for word in whole.words), default=0)
        moved = [replace(word, drawn=word.drawn + last + 1) for word in moved]
        across = [
            Rule(one.at, max(one.start, start) + by, one.end + by, one.shade)
            for one in part.page.across
            if one.end > start
        ]
        down = [Rule(one.at + by, one.start, one.end, one.shade) for one in part.page.down if one.at > start - _NEAR]
        whole = replace(
            whole,
            width=whole.width + part.right - start,
            words=(*whole.words, *moved),
            across=(*whole.across, *across),
            down=(*whole.down, *down),
        )
        end = part.right + by
    return whole
