"""PDFs with a text layer as blocks in reading order, in the shape that Word documents have; scans by recognition.

It refuses to know what a document is about; registers, agendas and minutes are recognised elsewhere.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from coi_audit.readers.guard import file_name, shown
from coi_audit.readers.pdf.bands import bands, columns_of, rows_in
from coi_audit.readers.pdf.columns import aligned, with_tabs
from coi_audit.readers.pdf.cut import marked
from coi_audit.readers.pdf.flow import Said, Vocabulary
from coi_audit.readers.pdf.grids import joined, lattices
from coi_audit.readers.pdf.join import joined_said, joined_tables, run_on
from coi_audit.readers.pdf.margins import Sheet, take_margins
from coi_audit.readers.pdf.paragraphs import Measure, heading_sizes, measure, paragraphs, runs_on
from coi_audit.readers.pdf.prose import Gutters
from coi_audit.readers.pdf.scans import read_scans
from coi_audit.readers.pdf.shapes import PageContent, TextLine, Word, into_lines
from coi_audit.readers.pdf.sheets import grid_of, is_sheet, with_rules
from coi_audit.readers.pdf.source import ONE_AT_A_TIME, opened, pages_of, told_about
from coi_audit.readers.pdf.tables import PdfRow, PdfTable, fill
from coi_audit.readers.pdf.texts import crowded
from coi_audit.readers.pdf.unfold import unfolded
from coi_audit.readers.pdf.unruled import rows_by_look, table_of
from coi_audit.readers.pdf.upright import levelled
from coi_audit.readers.pdf.wide import side_by_side
from coi_audit.readers.word import Cell, Paragraph, Table, WordDocument

_DATE = re.compile(r"(?:D:)?(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?")
_BULLET = re.compile(r"^([•●▪◦‣∙·➢►▶■□➤→]|[o*–—-](?=\t))\s*(?=\S)")


def read_pdf(path: Path, *, root: Path | None = None) -> WordDocument:
    """Read a PDF's words as paragraphs and tables, each with its page.

    Running headers, footers and page numbers are kept apart from the body. Raises `UserError` for a file that is not a
    PDF whatever its name, is damaged, wants a password, has too many pages, or is a scan that cannot be read here.
    """
    with ONE_AT_A_TIME, opened(path, root=root) as document:
        pages, notices = read_scans(document, pages_of(document), where=file_name(path, root))
        about = told_about(document)
    read = _Reader(pages, about).read()
    return replace(read, notices=(*notices, *_cut_off(read)))


def _cut_off(document: WordDocument) -> Iterable[str]:
    """Where words were cut off, a line for each page; a print does not hold the rest of them."""
    pages = Counter(
        table.page_of(at) or 0 for table in document.tables for at, row in enumerate(table.rows, start=1)
        for cell in row if cell.cut
    )  # fmt: skip
    for page, count in sorted(pages.items()):
        cells = "1 cell" if count == 1 else f"{count} cells"
        yield f"page {page}: the words of {cells} are cut off at the edge of the column in this print."


@dataclass(slots=True)
class _Passage:
    """A paragraph on its page."""

    said: Said
    page: int
    space: Measure


class _Reader:
    def __init__(self, pages: Sequence[PageContent], about: dict[str, str]) -> None:
        lines = [into_lines(word for word in page.words if not word.turn) for page in pages]
        self.known = Vocabulary.of(line for some in lines for line in some)
        self.sheet = is_sheet(about)
        self.pages = _printed_sheets(pages, lines, sheet=self.sheet)
        self.about = about

    def read(self) -> WordDocument:
        sheets = [self._sheet(page) for page in self.pages]
        margins = take_margins(sheets)
        gutters = Gutters()
        parts = [part for sheet in sheets for part in gutters.parts(sheet)]
        spaces = _spaces(parts)
        blocks: list[_Passage | PdfTable] = []
        for part in parts:
            self._add_page(blocks, self._blocks(part, spaces[_kind(part)]))
        larger = heading_sizes([line for sheet in sheets for line in sheet.lines])
        slanted = dict.fromkeys(page.slanted for page in self.pages if page.slanted)
        return WordDocument(
            blocks=tuple(_finished(blocks, larger)),
            headers=tuple(shown(text) for text in (*margins.headers, *slanted)),
            footers=tuple(shown(text) for text in margins.footers),
            modified=_moment(self.about.get("ModDate")),
            created=_moment(self.about.get("CreationDate")),
            title=shown(" ".join(self.about.get("Title", "").split())),
        )

    def _sheet(self, page: PageContent) -> Sheet:
        across, down = joined(page.across), joined(page.down)
        found = lattices(across, down)
        outer = [one for one in found if not any(one.inside(other) for other in found)]
        words = marked(page.words, outer, sheet=self.sheet)
        filled = [(one, fill(one, words, page=page.number, known=self.known)) for one in outer]
        tables = [table for _, table in filled if table is not None]
        free = [word for word in words if not any(_in(table, word) for table in tables)]
        lines = with_tabs(into_lines(levelled(free)))
        taken = [lattice for lattice, table in filled if table is not None]
        for band in bands(across, down, taken, width=page.width, height=page.height):
            rows = rows_in(band, lines)
            if rows is not None:
                first, last, sides, groups = rows
                tables.append(table_of(groups, sides, page=page.number, known=self.known))
                lines = [*lines[:first], *lines[last:]]
        return Sheet(page.number, page.width, page.height, tables, lines)

    def _blocks(self, sheet: Sheet, space: Measure) -> list[_Passage | PdfTable]:
        """The page's tables and the paragraphs between them, from the top down."""
        found: list[_Passage | PdfTable] = []
        lines = list(sheet.lines)
        for table in sorted(sheet.tables, key=lambda one: (one.top, one.xs[0])):
            above = [line for line in lines if line.middle < table.top]
            found.extend(self._passages(above, sheet, space))
            lines = lines[len(above) :]
            found.append(table)
        found.extend(self._passages(lines, sheet, space))
        return found

    def _passages(self, lines: Sequence[TextLine], sheet: Sheet, space: Measure) -> Iterable[_Passage | PdfTable]:
        at = 0
        for part in aligned(lines):
            yield from self._said(lines[at : part.first], sheet, space)
            within = lines[part.first : part.last]
            sides = columns_of(within, part.columns)
            yield table_of(rows_by_look(within, sides), sides, page=sheet.number, known=self.known)
            at = part.last
        yield from self._said(lines[at:], sheet, space)

    def _said(self, lines: Sequence[TextLine], sheet: Sheet, space: Measure) -> Iterable[_Passage]:
        for said in paragraphs(lines, space=space, known=self.known):
            yield _Passage(said, sheet.number, space)

    def _add_page(self, blocks: list[_Passage | PdfTable], page: list[_Passage | PdfTable]) -> None:
        """Add a page's blocks; its first may be the rest of the last of the page before."""
        if blocks and page:
            whole = self._joined(blocks[-1], page[0])
            if whole is not None:
                blocks[-1] = whole
                page = page[1:]
        blocks.extend(page)

    def _joined(self, last: _Passage | PdfTable, first: _Passage | PdfTable) -> _Passage | PdfTable | None:
        if isinstance(last, PdfTable) and isinstance(first, PdfTable):
            parts = run_on(last, first)
            return joined_tables(*parts, known=self.known) if parts else None
        if not isinstance(last, _Passage) or not isinstance(first, _Passage):
            return None
        if not runs_on(last.said, first.said, space=last.space):
            return None
        said = joined_said(last.said, first.said, space=(last.space.left, last.space.right), known=self.known)
        return _Passage(said, last.page, last.space)


def _printed_sheets(
    pages: Sequence[PageContent], lines: Sequence[Sequence[TextLine]], *, sheet: bool
) -> Sequence[PageContent]:
    """The pages, those of one sheet's width as one, rows printed over one another moved apart.

    Those without rules are ruled where they are surely sheets.
    """
    known = {id(page): some for page, some in zip(pages, lines, strict=True)}
    glued = side_by_side(pages, lines, sheet=sheet)
    level = [known.get(id(page)) or into_lines(word for word in page.words if not word.turn) for page in glued]
    over = [crowded(some) for some in level]
    grids = [
        grid_of(page, some, sheet=sheet) if sheet or full or id(page) not in known else None
        for page, some, full in zip(glued, level, over, strict=True)
    ]
    ruled = [drawn or page for page, drawn in zip(glued, with_rules(grids), strict=True)]
    return [unfolded(page, sheet=sheet) if full else page for page, full in zip(ruled, over, strict=True)]


def _in(table: PdfTable, word: Word) -> bool:
    x, y = word.home
    return table.xs[0] <= x <= table.xs[-1] and table.top <= y <= table.bottom


def _spaces(sheets: Sequence[Sheet]) -> dict[tuple[int, ...], Measure]:
    """The space of the body on pages of each width, and in each of their columns of prose."""
    held: dict[tuple[int, ...], list[TextLine]] = {}
    for sheet in sheets:
        held.setdefault(_kind(sheet), []).extend(sheet.lines)
    found = {}
    for (width, *column), lines in held.items():
        within = min(line.x0 for line in lines) + max(line.x1 for line in lines) if lines and column else width
        found[width, *column] = measure(lines, width=float(within))
    return found


def _kind(sheet: Sheet) -> tuple[int, ...]:
    return (round(sheet.width), *sheet.column)


def _finished(blocks: Sequence[_Passage | PdfTable], larger: Sequence[float]) -> Iterable[Paragraph | Table]:
    paragraph = table = 0
    for block in blocks:
        if isinstance(block, PdfTable):
            table += 1
            yield _table(block, table)
        else:
            paragraph += 1
            yield _paragraph(block.said, page=block.page, index=paragraph, larger=larger)


def _paragraph(said: Said, *, page: int, index: int, larger: Sequence[float] = ()) -> Paragraph:
    match = _BULLET.match(said.text)
    text = said.text[match.end() :] if match else said.text
    return Paragraph(
        text=shown(text),
        style=_style(said, larger),
        paragraph_index=index,
        bold=said.bold,
        bullet=match is not None,
        page=page,
    )


def _style(said: Said, larger: Sequence[float]) -> str:
    size = said.lines[0].size
    level = next((at for at, least in enumerate(larger, start=1) if size > least - 0.3), 0)
    return f"Heading {level}" if level and len(said.lines) <= 3 else ""


def _table(table: PdfTable, index: int) -> Table:
    kept = [at for at in range(len(table.xs) - 1) if any(row.texts[at] for row in table.rows)]
    rows = [(row, _cells(row, kept)) for row in table.rows if any(cell.said for cell in row.cells)]
    return Table(tuple(cells for _, cells in rows), index, tuple(row.page for row, _ in rows))


def _cells(row: PdfRow, kept: Sequence[int]) -> tuple[Cell, ...]:
    cells = []
    for at in kept:
        cell = row.cells[at]
        paragraphs = tuple(_paragraph(said, page=row.page, index=0) for said in cell.said)
        cells.append(Cell(paragraphs, cell.repeated, cell.cut and not cell.repeated))
    return tuple(cells)


def _moment(text: object) -> datetime | None:
    """A date as PDFs write it, D:20180115093000+01'00'; the zone is left out, as it is for Word papers."""
    match = _DATE.match(str(text or ""))
    if match is None:
        return None
    year, month, day, hour, minute, second = (
        int(part) if part else least for part, least in zip(match.groups(), (1, 1, 1, 0, 0, 0), strict=True)
    )
    try:
        return datetime(year, month, day, hour, minute, second)  # noqa: DTZ001
    except ValueError:
        return None
