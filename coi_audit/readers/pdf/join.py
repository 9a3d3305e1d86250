"""Puts together what page ends broke: tables that run on, their headings repeated, rows cut in two, sentences."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from coi_audit.readers.pdf.broken import same_row, state
from coi_audit.readers.pdf.flow import Said, Vocabulary, glued, item_mark
from coi_audit.readers.pdf.tables import PdfCell, PdfRow, PdfTable

_NEAR = 6.0
_HEADINGS = 5  # rows at a table's head that may stand again on the next page


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
    if rows and same_row(kept, rows[0], rows[1:]):
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


def _whole_row(row: PdfRow, rest: PdfRow, known: Vocabulary) -> PdfRow:
    cells = []
    for cell, more in zip(row.cells, rest.cells, strict=True):
        cells.append(cell if more.repeated or not more.said else _whole_cell(cell, more, known))
    return replace(row, cells=tuple(cells))


def _whole_cell(cell: PdfCell, more: PdfCell, known: Vocabulary) -> PdfCell:
    if not cell.said:
        return replace(more, repeated=cell.repeated)
    last, first = cell.said[-1], more.said[0]
    if state(cell, more) == "afresh" or item_mark(first.lines[0]):
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
