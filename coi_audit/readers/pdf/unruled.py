"""Makes tables of lines whose columns are known but not ruled: what stands in which cell, and where rows begin."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from coi_audit.readers.pdf.flow import Vocabulary, item_mark, room_left, said_in_cell
from coi_audit.readers.pdf.shapes import TextLine, Word
from coi_audit.readers.pdf.tables import PdfCell, PdfRow, PdfTable

Sides = tuple[float, ...]  # of the columns, the outer two included
LEVEL = 0.8  # of the print's size: lines no further apart stand side by side, in cells set in the middle of a row
_FRONT = 2  # columns at the front in which a person's cell may be merged over several rows
_SPACE = 0.42  # of the print's size: a gap no wider may be a space within words that span columns


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of one line in the columns from `first` to `last`, which are one unless they span several."""

    first: int
    last: int
    line: TextLine


def pieces(line: TextLine, sides: Sides) -> list[Piece]:
    """A line's words by column. Words with only a space between them stay together across a column's side."""
    runs: list[list[Word]] = [[line.words[0]]]
    for before, word in pairwise(line.words):
        apart = _column(before, sides) != _column(word, sides) and word.x0 - before.x1 > _SPACE * word.size
        if apart or word.tab:
            runs.append([])
        runs[-1].append(word)
    found: list[Piece] = []
    for run in runs:
        first, last = _column(run[0], sides), _column(run[-1], sides)
        if found and found[-1].last >= first:
            words = (*found[-1].line.words, *run)
            found[-1] = Piece(found[-1].first, max(last, found[-1].last), TextLine(words))
        else:
            found.append(Piece(first, last, TextLine(tuple(run))))
    return found


def _column(word: Word, sides: Sides) -> int:
    inner = sides[1:-1]
    return sum(1 for side in inner if word.centre >= side)


def bounds_of(lines: Sequence[TextLine], sides: Sides) -> list[tuple[float, float]]:
    """Where each column's words begin and end."""
    found = [(right, left) for left, right in pairwise(sides)]
    for line in lines:
        for piece in pieces(line, sides):
            if piece.first == piece.last:
                left, right = found[piece.first]
                found[piece.first] = (min(left, piece.line.x0), max(right, piece.line.x1))
    return [
        (left, right) if left < right else outer for (left, right), outer in zip(found, pairwise(sides), strict=True)
    ]


def rows_by_look(lines: Sequence[TextLine], sides: Sides) -> list[list[TextLine]]:
    """Lines gathered into rows: by wider space between some of them, or by what goes on from the line above."""
    steps = [line.middle - before.middle for before, line in pairwise(lines)]
    least = min(steps, default=0.0)
    wide = [step > 1.22 * least + 0.3 for step in steps]
    if sum(wide) < 2 or all(wide):
        bounds = bounds_of(lines, sides)
        wide = [not _runs_on(before, line, sides, bounds) for before, line in pairwise(lines)]
    wide = [begins and step >= LEVEL * line.size for begins, step, line in zip(wide, steps, lines[1:], strict=True)]
    rows = [[lines[0]]]
    for line, begins in zip(lines[1:], wide, strict=True):
        if begins:
            rows.append([])
        rows[-1].append(line)
    return rows


def with_names_whole(rows: Sequence[Sequence[TextLine]], sides: Sides) -> list[list[TextLine]]:
    """The rows, where a name in a cell merged over several runs on beside the next row: its lines go back to its own.

    They stand as close to the line above them as any cell's next line does, and by themselves, not level with the row.
    """
    pitch = _pitch(rows, sides)
    kept: list[list[TextLine]] = []
    last: dict[int, tuple[int, float]] = {}  # of each column the row and the middle of its lowest line
    for row in rows:
        own: list[TextLine] = []
        for line in row:
            found = pieces(line, sides)
            front = all(piece.last < _FRONT for piece in found) and not own
            above = [last.get(piece.first, (0, 0.0)) for piece in found]
            runs_on = pitch and all(abs(line.middle - middle - pitch) < 0.06 * line.size for _, middle in above)
            home = above[0][0] if front and kept and runs_on else len(kept)
            (own if home == len(kept) else kept[home]).append(line)
            last.update({piece.first: (home, line.middle) for piece in found})
        if own:
            kept.append(own)
    return kept


def _pitch(rows: Sequence[Sequence[TextLine]], sides: Sides) -> float:
    """Points from one line of a cell to its next, where several cells tell; else 0."""
    steps: Counter[float] = Counter()
    for row in rows:
        last: dict[int, float] = {}
        for line in row:
            for piece in pieces(line, sides):
                if piece.first in last and line.middle - last[piece.first] < 1.6 * line.size:
                    steps[round(line.middle - last[piece.first], 1)] += 1
                last[piece.first] = line.middle
    step, often = steps.most_common(1)[0] if steps else (0.0, 0)
    return step if often > 1 else 0.0


def _runs_on(before: TextLine, line: TextLine, sides: Sides, bounds: Sequence[tuple[float, float]]) -> bool:
    """Whether every piece of a line goes on from the piece above it, which was full."""
    above = {piece.first: piece for piece in pieces(before, sides)}
    for piece in pieces(line, sides):
        over = above.get(piece.first)
        if over is None or item_mark(piece.line):
            return False
        if (
            over.last == piece.first
            and room_left(over.line, piece.line, right=bounds[piece.first][1]) > 0.12 * line.size
        ):
            return False
    return True


def table_of(rows: Sequence[Sequence[TextLine]], sides: Sides, *, page: int, known: Vocabulary) -> PdfTable:
    """The table of rows of lines."""
    rows = with_names_whole(rows, sides)
    every = [line for row in rows for line in row]
    bounds = bounds_of(every, sides)
    made = []
    for row in rows:
        cells = _cells(row, sides, bounds, known)
        made.append(PdfRow(cells, page, min(line.top for line in row), max(line.bottom for line in row)))
    return PdfTable(tuple(made), sides, ruled=False)


def _cells(
    row: Sequence[TextLine], sides: Sides, bounds: Sequence[tuple[float, float]], known: Vocabulary
) -> tuple[PdfCell, ...]:
    """A row's cells. Words that span columns make a merged cell where nothing else of the row stands under them."""
    held: list[list[TextLine]] = [[] for _ in bounds]
    spans: dict[int, int] = {}
    for line in row:
        for piece in pieces(line, sides):
            held[piece.first].append(piece.line)
            spans[piece.first] = max(piece.last, spans.get(piece.first, piece.first))
    cells: list[PdfCell] = []
    for at, (left, right) in enumerate(bounds):
        covering = next((first for first, last in spans.items() if first < at <= last), None)
        if covering is not None and not held[at]:
            cells.append(replace(cells[covering], repeated=True))
            continue
        end = bounds[spans.get(at, at)][1]
        cells.append(PdfCell(tuple(said_in_cell(held[at], left=left, right=max(right, end), known=known)), left, right))
    return tuple(cells)
