"""Sheets printed several pages wide: the pages whose ruled rows go on from another page's are put beside it again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from coi_audit.readers.pdf.ruled import RuledPage, column_words, height_changes, is_headed, ruled_page, starts
from coi_audit.readers.pdf.shapes import PageContent, Rule, TextLine, Word
from coi_audit.readers.pdf.sheets import table_like

_SAME = 1.6  # points between the rules of one row on two pages
_NEAR = 3.0
_FEWEST = 2  # rows
_CHANGES = 3  # of height from row to row, for columns of one width to be no table that goes on below
_FOOT = 0.88  # of the page's height, to which rows may stand
_ROOM = 40.0  # points
_MOSTLY = 0.8
_MANY = 6  # rows of one height that other columns share by more than chance


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
    ruled = [ruled_page(page, bare=bare, sheet=sheet) for page in pages]
    found: list[PageContent] = []
    for at, deep, wide in _blocks(ruled):
        found += [_glued([ruled[at + row + deep * column] for column in range(wide)]) for row in range(deep)]
    return found


def _blocks(ruled: Sequence[RuledPage]) -> list[tuple[int, int, int]]:
    """The prints of the pages: the page each begins on, how many pages deep and wide it is.

    Where some rows are surely printed over several pages first, others of the same columns are so on less evidence.
    """
    found: list[tuple[int, int, int]] = []
    known: list[Sequence[RuledPage]] = []
    for again in (False, True):
        found, at = [], 0
        while at < len(ruled):
            deep, wide = _block(ruled, at)
            if again and deep * wide == 1:
                wide = next((len(one) for one in known if _as_before(one, ruled[at : at + len(one)])), 1)
            if deep == 1 < wide:
                known.append(ruled[at : at + wide])
            found.append((at, deep, wide))
            at += deep * wide
        if not known:
            break
    return found


def _as_before(known: Sequence[RuledPage], pages: Sequence[RuledPage]) -> bool:
    """Whether pages stand in the columns of pages that were one sheet's width, each going on from the one before."""
    if len(pages) < len(known) or not all(one.rows for one in pages):
        return False
    same = all(_alike(one, other) for one, other in zip(known, pages, strict=True) if one.lattice and other.lattice)
    return same and all(_goes_on(one, other) for one, other in pairwise(pages))


def _block(ruled: Sequence[RuledPage], at: int) -> tuple[int, int]:
    """How many pages deep and wide the print is that begins on a page; one and one where it is a page by itself."""
    if not ruled[at].rows:
        return 1, 1
    for deep in range(1, (len(ruled) - at) // 2 + 1):
        wide = 1
        while at + deep * (wide + 1) <= len(ruled):
            start = at + deep * wide
            if not _go_on(ruled[start - deep : start], ruled[start : start + deep]):
                break
            if wide > 1 and _begins_again(ruled[at : start - deep], ruled[start]):
                break
            wide += 1
        if wide > 1:
            return deep, wide
    return 1, 1


def _begins_again(before: Sequence[RuledPage], page: RuledPage) -> bool:
    """Whether a page has the headings of a page before it, in the same columns: it goes on below that one."""
    return any(one.head and one.head == page.head and _alike(one, page) for one in before)


def _go_on(left: Sequence[RuledPage], right: Sequence[RuledPage]) -> bool:
    """Whether pages one below the other go on in as many pages further over, by more than chance."""
    if _headed_again(left, right):
        return all(_only_margins(*pair) and _fit(*pair) for pair in zip(left, right, strict=True))
    if not all(_goes_on(one, other) for one, other in zip(left, right, strict=True)):
        return False
    if sum(len(one.rows) - 1 for one in left) < _FEWEST:
        return False
    changes = sum(height_changes(one) for one in left)
    if changes >= _CHANGES or any(one.lattice is None and not one.sheet for one in left):
        return changes >= _CHANGES
    headed = is_headed(left[0]) and is_headed(right[0])
    if headed or _set_lower(left[0], right[0]) or _has_room(left[-1]):
        return True
    alike = all(_alike(one, other) for one, other in zip(left, right, strict=True))
    return not alike and (changes > 0 or sum(len(one.rows) - 1 for one in left) >= _MANY)


def _headed_again(left: Sequence[RuledPage], right: Sequence[RuledPage]) -> bool:
    """Whether pages have one row of headings again and again, and those further over have another."""
    heads = [{one.head for one in pages} for pages in (left, right)]
    return len(left) > 1 and all(len(some) == 1 for some in heads) and not heads[0] & heads[1] and "" not in heads[1]


def _fit(left: RuledPage, right: RuledPage) -> bool:
    """Whether nearly all rows of one page begin where rows of the other do: empty and merged cells begin none."""
    if left.lattice and right.lattice:
        return _same_rows(left.rows, right.rows)
    few, many = sorted((left.rows, right.rows), key=len)
    return len(few) > 1 and sum(any(abs(a - b) < _SAME for b in many) for a in few) >= _MOSTLY * len(few)


def _set_lower(left: RuledPage, right: RuledPage) -> bool:
    """Whether a page's table leaves room above it where the other page has a title: no next page down would."""
    above = min((word.top for word in left.page.words), default=0.0)
    own = min((word.top for word in right.page.words), default=0.0)
    return own > above + _SAME and right.rows[0] > above + _SAME


def _has_room(ruled: RuledPage) -> bool:
    """Whether more rows would have found room on a page: then the next does not go on below it."""
    rows = ruled.rows
    step = (rows[-1] - rows[0]) / max(1, len(rows) - 1)
    return rows[-1] + max(_ROOM, 3 * step) < _FOOT * ruled.page.height


def _alike(left: RuledPage, right: RuledPage) -> bool:
    """Whether both pages have the same columns, as one down from the other has."""
    one, other = starts(left), starts(right)
    if left.lattice is None:
        return sum(any(abs(a - b) < _NEAR for a in one) for b in other) > 0.7 * len(other)
    return len(one) == len(other) and all(abs(a - b) < _NEAR for a, b in zip(one, other, strict=True))


def _goes_on(left: RuledPage, right: RuledPage) -> bool:
    """Whether a page's rows are the other's, further over: each at its height, under other headings."""
    one, other = left.lattice, right.lattice
    if (one is None) != (other is None) or len(right.rows) < _FEWEST:
        return False
    if one is None or other is None:
        return _same_levels(left.rows, right.rows) and not left.firsts & right.firsts
    if not _same_rows(one.ys, other.ys):
        return False
    again = left.firsts & right.firsts
    if again and (2 * len(again) < len(right.firsts) or not _again(left, right)):
        return False
    return _only_margins(left, right)


def _same_rows(one: Sequence[float], other: Sequence[float]) -> bool:
    """Whether rules stand at the same heights, but for those that cells merged over rows leave out on one page."""
    few, many = sorted((one, other), key=len)
    if abs(few[0] - many[0]) > _SAME or abs(few[-1] - many[-1]) > _SAME:
        return False
    return all(any(abs(a - b) <= _SAME for b in many) for a in few)


def _same_levels(one: Sequence[float], other: Sequence[float]) -> bool:
    """Whether rows without rules begin at the same heights, but for a few that only one page has words in."""
    met = sum(any(abs(a - b) < _SAME for a in one) for b in other)
    return met >= 0.9 * len(other) and met >= 0.6 * len(one)


def _again(left: RuledPage, right: RuledPage) -> int:
    """How many of the first columns stand again on the page further over, as names do that are to be seen on each."""
    one, other = left.lattice, right.lattice
    if one is None or other is None:
        return 0
    same = 0
    for at in range(min(one.columns, other.columns) - 1):
        mine, theirs = column_words(left, at), column_words(right, at)
        if not mine or mine != theirs:
            break
        same += 1
    return same if column_words(left, same) != column_words(right, same) else 0


def _only_margins(left: RuledPage, right: RuledPage) -> bool:
    """Whether what stands outside the further page's table is only what runs on every page, or ran over from it.

    So does a title or note longer than the page is wide: its rest stands at its height.
    """
    known = {(_running(word), round(word.top / 3)) for word in left.outside}
    return all(
        any((_running(word), round(word.top / 3) + step) in known for step in (-1, 0, 1)) or _ran_over(word, left)
        for word in right.outside
    )


def _ran_over(word: Word, left: RuledPage) -> bool:
    """Whether a word goes on from words outside the page before that reach to its table's right side."""
    level = [one for one in left.outside if abs(one.middle - word.middle) < _SAME]
    return any(one.x1 > left.right - word.size for one in level)


def _running(word: Word) -> str:
    return re.sub(r"\d+", "0", word.text)


def _glued(parts: Sequence[RuledPage]) -> PageContent:
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
        last = max((word.drawn for word in whole.words), default=0)
        inside = [word for word in part.inside if word.centre > start]
        moved = [replace(word.moved(by), drawn=word.drawn + last + 1) for word in inside]
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
