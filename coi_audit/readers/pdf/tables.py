"""Tables of a PDF page with their words: which lie in which cell, and how each cell's lines make its paragraphs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from coi_audit.readers.pdf.flow import Said, Vocabulary, cuts_words, said_in_cell
from coi_audit.readers.pdf.grids import Box, Lattice
from coi_audit.readers.pdf.shapes import TextLine, Word, into_lines, upright

_WIDEST_PAD = 12.0


@dataclass(frozen=True, slots=True)
class PdfCell:
    """A cell's paragraphs. `left` and `right` bound its words; `end` is where the lowest of them ends.

    `repeated` marks a place that a merged cell covers which begins elsewhere.
    """

    said: tuple[Said, ...] = ()
    left: float = 0.0
    right: float = 0.0
    repeated: bool = False

    @property
    def cut(self) -> bool:
        """Whether its words were cut off at its side."""
        return any(word.cut for line in self.lines for word in line.words)

    @property
    def text(self) -> str:
        return "\n".join(said.text for said in self.said)

    @property
    def lines(self) -> tuple[TextLine, ...]:
        return tuple(line for said in self.said for line in said.lines)


@dataclass(frozen=True, slots=True)
class PdfRow:
    """A row on its page, between `top` and `bottom`."""

    cells: tuple[PdfCell, ...]
    page: int
    top: float
    bottom: float

    @property
    def texts(self) -> tuple[str, ...]:
        """Each cell's words; nothing where a merge repeats another."""
        return tuple("" if cell.repeated else cell.text for cell in self.cells)


@dataclass(frozen=True, slots=True)
class PdfTable:
    """A table, or the part of one that stands on a page. `xs` are the sides of its columns; `ruled` where lines are."""

    rows: tuple[PdfRow, ...]
    xs: tuple[float, ...]
    ruled: bool = True

    @property
    def top(self) -> float:
        return self.rows[0].top

    @property
    def bottom(self) -> float:
        return self.rows[-1].bottom

    @property
    def page(self) -> int:
        return self.rows[0].page


def fill(lattice: Lattice, words: Sequence[Word], *, page: int, known: Vocabulary) -> PdfTable | None:
    """The table whose cells hold the words; None where fewer than two cells hold any."""
    held: dict[Box, list[Word]] = {}
    for word in words:
        x, y = word.home
        box = next((box for box in lattice.boxes if box.holds(x, y)), None)
        if box is not None:
            held.setdefault(box, []).append(word)
    if len(held) < 2:
        return None
    lines = {box: into_lines(one for one in found if not one.turn) for box, found in held.items()}
    pad = _padding(lines)
    if any(cuts_words(found, left=box.x0 + pad, right=box.x1 - pad, known=known) for box, found in lines.items()):
        known = replace(known, cut=True)
    grid = [[PdfCell()] * lattice.columns for _ in range(lattice.rows)]
    for box in lattice.boxes:
        cell = _cell(box, held.get(box, []), pad, known)
        for row in range(box.row, box.row + box.rows):
            for column in range(box.column, box.column + box.columns):
                first = (row, column) == (box.row, box.column)
                grid[row][column] = cell if first else replace(cell, repeated=True)
    rows = [PdfRow(tuple(cells), page, lattice.ys[at], lattice.ys[at + 1]) for at, cells in enumerate(grid)]
    return PdfTable(tuple(rows), lattice.xs)


def _padding(lines: dict[Box, list[TextLine]]) -> float:
    """How far words keep from the sides of their cells."""
    gaps = [line.x0 - box.x0 for box, found in lines.items() for line in found]
    return min(_WIDEST_PAD, max(0.0, min(gaps, default=0.0)))


def _cell(box: Box, words: list[Word], pad: float, known: Vocabulary) -> PdfCell:
    left, right = box.x0 + pad, box.x1 - pad
    turned = [word for word in words if word.turn]
    if len(turned) * 2 > len(words):
        lines = into_lines(upright(turned))
        right = max(line.x1 for line in lines)
        said = said_in_cell(lines, left=lines[0].x0, right=right, known=known)
        return PdfCell((Said(" ".join(one.text for one in said), False, tuple(lines)),), left, box.x1 - pad)
    lines = into_lines(word for word in words if not word.turn)
    right = max([right, *(line.x1 for line in lines)])
    return PdfCell(tuple(said_in_cell(lines, left=left, right=right, known=known)), left, right)
