"""Puts together what page ends broke: tables that run on, their headings repeated, rows cut in two, sentences."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from coi_audit.readers.pdf.flow import Said, Vocabulary, glued, item_mark, room_left
from coi_audit.readers.pdf.tables import PdfCell, PdfRow, PdfTable
from coi_audit.readers.pdf.words import LEADING_ON

_NEAR = 6.0
_HEADINGS = 5  # rows at a table's head that may stand again on the next page
_USUAL = 0.8


def run_on(above: PdfTable, below: PdfTable) -> tuple[PdfTable, PdfTable] | None:
    """Both parts on one set of columns, where a table on one page goes on at the head of the next; else None."""
    if _close(above.xs, below.xs):
        return above, replace(below, xs=above.xs)
    if _within(below.xs, above.xs):
        return above, regrid(below, above.xs)
    if _within(above.xs, below.xs):
        return regrid(above, below.xs), below
    return None


def _close(one: Sequence[float], other: Sequence[float]) -> bool:
    return len(one) == len(other) and all(abs(a - b) <= _NEAR for a, b in zip(one, other, strict=True))


def _within(few: Sequence[float], many: Sequence[float]) -> bool:
    """Whether every side of the one is a side of the other, the outer ones included."""
    if abs(few[0] - many[0]) > _NEAR or abs(few[-1] - many[-1]) > _NEAR or len(few) < 3:
        return False
    return all(any(abs(x - y) <= _NEAR for y in many) for x in few)


def regrid(table: PdfTable, xs: tuple[float, ...]) -> PdfTable:
    """The table on finer columns: a cell that covers several stands in the first and is repeated in the others."""
    owners = [max(at for at, x in enumerate(table.xs[:-1]) if x <= left + _NEAR) for left in xs[:-1]]
    rows = []
    for row in table.rows:
        cells = []
        for at, owner in enumerate(owners):
            cell = row.cells[owner]
            again = at > 0 and owners[at - 1] == owner
            cells.append(replace(cell, repeated=True) if again else cell)
        rows.append(replace(row, cells=tuple(cells)))
    return PdfTable(tuple(rows), xs, table.ruled)


def joined_tables(above: PdfTable, below: PdfTable, *, known: Vocabulary) -> PdfTable:
    """One table of two parts: headings that stand again dropped, a row cut by the page's end made whole."""
    rows = list(below.rows)[_repeated_headings(above, below) :]
    kept = list(above.rows)
    if rows and _same_row(kept, rows[0]):
        kept[-1] = _whole_row(kept[-1], rows[0], known)
        rows = rows[1:]
    return PdfTable((*kept, *rows), above.xs, above.ruled)


def _repeated_headings(above: PdfTable, below: PdfTable) -> int:
    """How many of the rows at the head of the lower part stand at the head of the upper."""
    heads = [_plain(row) for row in above.rows[:_HEADINGS]]
    first = _plain(below.rows[0])
    at = next((at for at, head in enumerate(heads) if _stands_again(head, first)), None)
    if at is None:
        return _cut_headings(heads[:2], below)
    count = 0
    for head, row in zip(heads[at:], below.rows, strict=False):
        if not _stands_again(head, _plain(row)):
            break
        count += 1
    return count


def _cut_headings(heads: Sequence[tuple[str, ...]], below: PdfTable) -> int:
    """How many of a table's first two rows stand again with words cut off, or run into those of the row below."""
    count = 0
    for head, row in zip(heads, map(_plain, below.rows), strict=False):
        both = [(one, other) for one, other in zip(head, row, strict=True) if one and other]
        same = sum(one == other for one, other in both)
        begun = all(
            min(len(one), len(other)) > 1 and (one.startswith(other) or other.startswith(one)) for one, other in both
        )
        lone = sum(bool(one) != bool(other) for one, other in zip(head, row, strict=True))
        if not begun or same < 2 or 3 * lone > len(head):
            break
        count += 1
    return count


def _stands_again(head: tuple[str, ...], row: tuple[str, ...]) -> bool:
    """Whether a row has a heading's words, some of them cut short for want of space."""
    if not any(row) or [bool(one) for one in head] != [bool(other) for other in row]:
        return False
    same = sum(bool(one) and one == other for one, other in zip(head, row, strict=True))
    begun = all(
        one == other or (len(other) > 5 and one.startswith(other)) for one, other in zip(head, row, strict=True)
    )
    return begun and same > 0


def _plain(row: PdfRow) -> tuple[str, ...]:
    return tuple("".join(text.split()).casefold() for text in row.texts)


def _same_row(above: Sequence[PdfRow], row: PdfRow) -> bool:
    """Whether a page's first row is the rest of the last row before it.

    Told by its cells: each goes on from one above that has words, none begins afresh, and either a sentence runs on or
    the row lacks what the table's rows usually have.
    """
    last = above[-1]
    filled = [at for at, text in enumerate(row.texts) if text]
    before = [at for at, text in enumerate(last.texts) if text]
    shared = [at for at in filled if at in before]
    if not shared:
        usual = [any(_is_usual(above, at) for at in some) for some in (filled, before)]
        return len(above) > 2 and all(usual) and (0 not in filled or 0 not in before)
    if len(above) < 2 or any(_ends_early(last, at) for at in shared):
        return False
    states = [_state(last.cells[at], row.cells[at]) for at in shared]
    if len(shared) < len(filled):  # words that found no place at all on the page before
        return "runs on" in states and "afresh" not in states and 0 not in filled
    lacking = set(before) - set(filled)
    if len(shared) > 1 and "afresh" not in states and sum(_is_usual(above, at) for at in lacking) > 1:
        return True
    if "afresh" in states and not (len(lacking) > 1 and _lacks_usual(above, filled)):
        return False
    return "runs on" in states or (bool(lacking) and _lacks_usual(above, filled) and 0 not in filled)


def _state(cell: PdfCell, following: PdfCell) -> str:
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
    body = rows[1:] if len(rows) > 2 else rows
    return sum(1 for row in body if row.texts[at]) / len(body) >= _USUAL


def _whole_row(row: PdfRow, rest: PdfRow, known: Vocabulary) -> PdfRow:
    cells = []
    for cell, more in zip(row.cells, rest.cells, strict=True):
        cells.append(cell if more.repeated or not more.said else _whole_cell(cell, more, known))
    return replace(row, cells=tuple(cells))


def _whole_cell(cell: PdfCell, more: PdfCell, known: Vocabulary) -> PdfCell:
    if not cell.said:
        return replace(more, repeated=cell.repeated)
    last, first = cell.said[-1], more.said[0]
    if _state(cell, more) == "afresh" or item_mark(first.lines[0]):
        return replace(cell, said=(*cell.said, *more.said))
    return replace(
        cell,
        said=(*cell.said[:-1], joined_said(last, first, space=(cell.left, cell.right), known=known), *more.said[1:]),
    )


def joined_said(before: Said, after: Said, *, space: tuple[float, float], known: Vocabulary) -> Said:
    """One paragraph of two parts."""
    line, following = before.lines[-1], after.lines[0]
    start = glued("", line, following, space=space, known=known)
    if not start.startswith(" ") and before.text.endswith("-") and not line.words[-1].soft:
        whole = glued(before.text, line, following, space=space, known=known)
        text = whole + after.text[len(following.text) :]
    else:
        text = before.text + (" " if start.startswith(" ") else "") + after.text
    return Said(text, before.bold and after.bold, (*before.lines, *after.lines))
