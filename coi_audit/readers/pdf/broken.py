"""Tells whether the first row of a page is the rest of the last row before it, cut by the page's end."""

from __future__ import annotations

from collections.abc import Sequence

from coi_audit.readers.pdf.flow import item_mark, room_left
from coi_audit.readers.pdf.tables import PdfCell, PdfRow
from coi_audit.readers.pdf.words import LEADING_ON

_USUAL = 0.8
_FEW = 3  # rows that tell what a table's rows usually have
_SHORT = 3  # letters of a mark, like a tick


def same_row(above: Sequence[PdfRow], row: PdfRow, below: Sequence[PdfRow] = ()) -> bool:
    """Whether a page's first row is the rest of the last row before it; `below` are the rows that follow it.

    Told by its cells: each goes on from one above that has words, none begins afresh, and either a sentence runs on or
    the row lacks what the table's rows usually have. Where some cells stand whole before the page's end and others
    behind it, the two must fill what no other row does, and together what others do.
    """
    last = above[-1]
    filled, before = _filled(row), _filled(last)
    shared = [at for at in filled if at in before]
    states = [state(last.cells[at], row.cells[at]) for at in shared]
    if "afresh" not in states and _are_halves(last, row, (*above[1:-1], *below)):
        return True
    if not shared:
        usual = [any(_is_usual(above, at) for at in some) for some in (filled, before)]
        return len(above) > 2 and all(usual) and (0 not in filled or 0 not in before)
    if "afresh" not in states and len(shared) == len(filled) and 0 not in filled and _lacks_most(above, filled):
        return True
    if len(above) < 2 or any(_ends_early(last, at) for at in shared):
        return False
    if len(shared) < len(filled):  # words that found no place at all on the page before
        return "runs on" in states and "afresh" not in states and 0 not in filled
    lacking = set(before) - set(filled)
    if len(shared) > 1 and "afresh" not in states and sum(_is_usual(above, at) for at in lacking) > 1:
        return True
    if "afresh" in states and not (len(lacking) > 1 and _lacks_usual(above, filled)):
        return False
    return "runs on" in states or (bool(lacking) and _lacks_usual(above, filled) and 0 not in filled)


def _filled(row: PdfRow) -> list[int]:
    return [at for at, text in enumerate(row.texts) if text]


def _are_halves(last: PdfRow, row: PdfRow, others: Sequence[PdfRow]) -> bool:
    """Whether each of two rows has cells the other lacks, as no other row has them, and both together are like others.

    Which of several columns of short marks, like ticks, has one is of no account.
    """
    one, two = set(_filled(last)), set(_filled(row))
    if not one - two or not two - one or len(others) < _FEW:
        return False
    marks = _marks(others)
    known = {_kind(set(_filled(other)), marks) for other in others}
    if _kind(one, marks) in known or _kind(two, marks) in known:
        return False
    usual = {at for at in range(len(row.cells)) if _share(others, at) >= _USUAL}
    return _kind(one | two, marks) in known or (usual <= one | two and bool(usual - one) and bool(usual - two))


def _marks(rows: Sequence[PdfRow]) -> set[int]:
    """Columns that hold short marks, if anything."""
    return {at for at in range(len(rows[0].cells)) if all(len(row.texts[at]) <= _SHORT for row in rows)}


def _kind(filled: set[int], marks: set[int]) -> tuple[frozenset[int], bool]:
    return frozenset(filled - marks), bool(filled & marks)


def _lacks_most(rows: Sequence[PdfRow], filled: Sequence[int]) -> bool:
    """Whether nearly all columns that nearly every row fills are empty here."""
    usual = [at for at in range(len(rows[0].cells)) if _is_usual(rows, at)]
    return len(rows) > _FEW and 3 * sum(at in filled for at in usual) <= len(usual)


def state(cell: PdfCell, following: PdfCell) -> str:
    """How a cell stands to the one above it: "runs on" in mid-sentence, may be "either", or begins "afresh"."""
    last, first = cell.lines[-1], following.lines[0]
    full = room_left(last, first, right=cell.right) <= max(1.0, 0.12 * last.size)
    text = following.text
    midway = text[:1].islower() or last.text.rstrip().endswith((",", "-", "(", "/", "&")) or last.words[-1].soft
    ended = last.text.rstrip().endswith((".", ";", ":"))
    if full and midway and not item_mark(first):
        return "runs on"
    if full and not ended and last.words[-1].text.casefold() in LEADING_ON:
        return "runs on"
    return "either" if (full or item_mark(first)) else "afresh"


def _ends_early(row: PdfRow, at: int) -> bool:
    """Whether a cell set from the top has room for lines below its words: it was not cut by the page's end."""
    lines = row.cells[at].lines
    if not lines:
        return False
    size = lines[-1].size
    return lines[0].top - row.top < 1.2 * size + 4 and row.bottom - lines[-1].bottom > 2.2 * size


def _lacks_usual(rows: Sequence[PdfRow], filled: Sequence[int]) -> bool:
    """Whether a column that nearly every row fills is empty here; the first column may be."""
    return any(at not in filled and _is_usual(rows, at) for at in range(1, len(rows[0].cells)))


def _is_usual(rows: Sequence[PdfRow], at: int) -> bool:
    return _share(rows[1:] if len(rows) > 2 else rows, at) >= _USUAL


def _share(rows: Sequence[PdfRow], at: int) -> float:
    return sum(1 for row in rows if row.texts[at]) / len(rows)
