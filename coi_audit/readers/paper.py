"""One shape for Word, PDF, web and text papers: lines and grids in reading order, each knowing its place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from coi_audit.model.evidence import SourceRef
from coi_audit.readers import grid as spreadsheet_grid
from coi_audit.readers.guard import FileType, check_size, file_name, sniff
from coi_audit.readers.spreadsheet import read_spreadsheet
from coi_audit.readers.word import Cell, Paragraph, Table, WordDocument
from coi_audit.readers.worded import read_worded

_SPREADSHEETS = (FileType.XLSX, FileType.XLS, FileType.ODS)


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph, or one line of it. `number` is Word's automatic number; `heading` its level, 0 for none.

    `indent` and `width` are in characters and are known for text files only (0 otherwise).
    """

    text: str
    source: SourceRef
    number: str = ""
    heading: int = 0
    bold: bool = False
    bullet: bool = False
    indent: int = 0
    blank_before: bool = False
    width: int = 0

    def as_heading(self) -> Line:
        """The same line, known to be a heading."""
        return replace(self, heading=max(1, self.heading))

    def joined_with(self, other: Line) -> Line:
        """This line with the words of the next behind it; the place stays that of this line."""
        text = f"{self.text} {other.text}"
        return replace(self, text=text, source=self.source.model_copy(update={"text": text[:2000]}), width=other.width)

    def with_text(self, text: str, *, number: str = "") -> Line:
        """The same place with other words."""
        return replace(self, text=text, number=number)


@dataclass(frozen=True, slots=True)
class GridCell:
    lines: tuple[Line, ...] = ()
    repeated: bool = False

    @property
    def text(self) -> str:
        """The cell's lines, each with its automatic number."""
        return "\n".join(f"{line.number}. {line.text}" if line.number else line.text for line in self.lines).strip()


@dataclass(frozen=True, slots=True)
class GridRow:
    cells: tuple[GridCell, ...]
    source: SourceRef

    @property
    def texts(self) -> tuple[str, ...]:
        """Each cell's words; a cell that a merge repeats is empty."""
        return tuple("" if cell.repeated else cell.text for cell in self.cells)

    @property
    def only_text(self) -> str:
        """The row's words where a single cell speaks, else nothing."""
        said = [text for text in self.texts if text]
        return said[0] if len(said) == 1 else ""

    @property
    def merged_across(self) -> bool:
        return len(self.cells) > 1 and all(cell.repeated for cell in self.cells[1:])


@dataclass(frozen=True, slots=True)
class Grid:
    rows: tuple[GridRow, ...]

    def lines(self) -> Iterator[Line]:
        """All its words, row by row and cell by cell, as lines; a row's short cells stand on one line with tabs."""
        for row in self.rows:
            cells = [cell for cell in row.cells if cell.lines and not cell.repeated]
            if all(len(cell.lines) == 1 for cell in cells) and len(cells) > 1:
                first = cells[0].lines[0]
                yield replace(first, text="\t".join(cell.lines[0].text for cell in cells))
            else:
                for cell in cells:
                    yield from cell.lines


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper's blocks; `margins` are the words of its page headers and footers."""

    file: str
    blocks: tuple[Line | Grid, ...]
    margins: tuple[str, ...] = ()

    @property
    def all_lines(self) -> list[Line]:
        """Every line in order, those in grids included."""
        found: list[Line] = []
        for block in self.blocks:
            found.extend([block] if isinstance(block, Line) else block.lines())
        return found


def read_paper(path: Path, *, root: Path | None = None) -> Paper:
    """Read a Word, PDF, web or plain text paper, or one set out in a workbook or a CSV file.

    Raises `UserError` for any other kind of file, whatever its name says, and for one that cannot be opened.
    """
    from coi_audit.readers.plain_text import read_plain_text  # it builds on the shapes above

    where = file_name(path, root)
    check_size(path, where=where)
    kind = sniff(path)
    if kind in _SPREADSHEETS or (kind is FileType.TEXT and path.suffix.casefold() in (".csv", ".tsv")):
        return from_spreadsheet(read_spreadsheet(path, root=root).grids, where)
    if kind is FileType.TEXT and path.suffix.casefold() != ".docx":
        return read_plain_text(path, root=root)
    return from_word(read_worded(path, root=root), where)


def from_word(document: WordDocument, file: str) -> Paper:
    """The blocks of a Word document."""
    blocks: list[Line | Grid] = []
    for block in document.blocks:
        if isinstance(block, Table):
            blocks.append(_grid(block, file))
        else:
            blocks.extend(_lines(block, SourceRef(file=file, page=block.page, paragraph=block.paragraph_index)))
    return Paper(file=file, blocks=tuple(blocks), margins=(*document.headers, *document.footers))


def from_spreadsheet(grids: Sequence[spreadsheet_grid.Grid], file: str) -> Paper:
    """The sheets of a workbook or a CSV file, each as one table; rows above the headings stay in it."""
    blocks: list[Line | Grid] = []
    for grid in grids:
        rows = []
        for index, cells in enumerate(grid.rows, start=1):
            words = " | ".join(cell.text for cell in cells if cell.text and not cell.repeated)
            source = SourceRef(file=file, sheet=grid.sheet, row=index, text=words[:2000])
            rows.append(GridRow(tuple(GridCell(_split(cell.text, source), cell.repeated) for cell in cells), source))
        blocks.append(Grid(tuple(row for row in rows if any(row.texts))))
    return Paper(file=file, blocks=tuple(block for block in blocks if isinstance(block, Grid) and block.rows))


def _split(text: str, source: SourceRef) -> tuple[Line, ...]:
    return tuple(Line(words.strip(), source) for words in text.split("\n") if words.strip())


def _lines(paragraph: Paragraph, place: SourceRef) -> Iterator[Line]:
    heading = _heading_level(paragraph.style)
    number = paragraph.number
    for text in paragraph.text.split("\n"):
        words = text.strip()
        if not words:
            continue
        source = place.model_copy(update={"text": words[:2000]})
        yield Line(words, source, number, heading, paragraph.bold, paragraph.bullet)
        number = ""


def _heading_level(style: str) -> int:
    if style.casefold() in ("title", "subtitle"):
        return 1
    match = re.match(r"heading (\d)", style, re.IGNORECASE)
    return int(match[1]) if match else 0


def _grid(table: Table, file: str) -> Grid:
    rows = []
    for index, cells in enumerate(table.rows, start=1):
        place = SourceRef(file=file, page=table.page_of(index), table=table.table_index, row=index)
        words = " | ".join(cell.text for cell in cells if not cell.repeated)
        grid_cells = tuple(GridCell(_cell_lines(cell, place), cell.repeated) for cell in cells)
        rows.append(GridRow(grid_cells, place.model_copy(update={"text": words[:2000]})))
    return Grid(tuple(rows))


def _cell_lines(cell: Cell, place: SourceRef) -> tuple[Line, ...]:
    found: list[Line] = []
    for paragraph in cell.paragraphs:
        lines = list(_lines(paragraph, place))
        if not lines and paragraph.number:  # a cell that holds nothing but its automatic number
            lines = [Line("", place.model_copy(update={"text": paragraph.number}), paragraph.number)]
        found.extend(lines)
    return tuple(found)
