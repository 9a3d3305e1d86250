"""A paper that holds records, opened: its grids of cells in order, the words around them, the date it speaks for."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from coi_audit.model.evidence import SourceRef
from coi_audit.readers.grid import Grid, GridCell, cell_of, grid_of_table
from coi_audit.readers.guard import FileType, file_name, read_text, require, shown
from coi_audit.readers.mail import without_quotes
from coi_audit.readers.registers.edition import Edition, find_edition
from coi_audit.readers.spreadsheet import read_spreadsheet
from coi_audit.readers.word import Paragraph, WordDocument
from coi_audit.readers.worded import WORDED, read_worded

WANTED = (FileType.XLSX, *WORDED, FileType.XLS, FileType.ODS, FileType.TEXT)
_GAP = re.compile(r"\t+|\s{2,}|\s*\|\s*")


@dataclass(frozen=True, slots=True)
class PaperLine:
    """One line of words outside tables, with its place."""

    text: str
    source: SourceRef


@dataclass(slots=True)
class RecordPaperRead:
    """`grids` holds every sheet and table; `by_lines` where they are the lines of a text file, cells split at gaps."""

    file: str
    stem: str
    grids: list[Grid]
    lines: list[PaperLine] = field(default_factory=list)
    saved: date | None = None
    by_lines: bool = False

    def place(self, grid: Grid, row: int, *, column: str | None = None, text: str = "") -> SourceRef:
        """The place of a row (from 1) of one of its grids, or of a cell in it."""
        if self.by_lines:
            return SourceRef(file=self.file, line=row, column=column, text=text[:2000])
        return SourceRef(
            file=self.file,
            sheet=grid.sheet,
            page=grid.page_of(row),
            table=grid.table,
            row=row,
            column=column,
            text=text[:2000],
        )

    def edition(self, above: list[str], sheets: list[str]) -> Edition:
        """The date the paper speaks for: its own words first, then `above` (words over its tables), then names."""
        lines = [line.text for line in self.lines] + above
        return find_edition(lines, stem=self.stem, sheets=sheets, saved=self.saved)


def open_record_paper(path: Path, *, root: Path) -> RecordPaperRead:
    """Open a workbook, a CSV file, a worded paper or a plain text.

    Raises `UserError` for a file of another kind, or one that cannot be opened.
    """
    where = file_name(path, root)
    kind = require(path, wanted=WANTED, where=where)
    if kind in WORDED:
        return _from_word(read_worded(path, root=root), where, path.stem)
    if kind is FileType.TEXT and path.suffix.casefold() not in (".csv", ".tsv"):
        return _from_text(without_quotes(shown(read_text(path, where=where))), where, path.stem)
    sheets = read_spreadsheet(path, root=root)
    return RecordPaperRead(where, path.stem, list(sheets.grids), saved=sheets.saved)


def _from_word(document: WordDocument, file: str, stem: str) -> RecordPaperRead:
    paper = RecordPaperRead(file, stem, [], saved=document.modified.date() if document.modified else None)
    for text in (*document.headers, *document.footers):
        paper.lines.append(PaperLine(text, SourceRef(file=file, text=text[:2000])))
    above: list[str] = []
    for block in document.blocks:
        if isinstance(block, Paragraph):
            if block.text.strip():
                source = SourceRef(file=file, page=block.page, paragraph=block.paragraph_index, text=block.text[:2000])
                paper.lines.append(PaperLine(block.text, source))
                above.append(block.text)
        else:
            paper.grids.append(grid_of_table(block, before=tuple(above)))
            above = []
    return paper


def _from_text(text: str, file: str, stem: str) -> RecordPaperRead:
    """Lines as rows: cells stand apart by tabs, bars or two blanks; a line of one cell is words as well."""
    rows: list[list[GridCell]] = []
    lines: list[PaperLine] = []
    for number, raw in enumerate(text.replace("\xa0", " ").split("\n"), start=1):
        bare = "" if re.fullmatch(r"[\s|:=_+\-]*", raw) else raw.strip()
        inner = bare[1:].removesuffix("|") if bare.startswith("|") else bare
        parts = [part.strip() for part in (re.split(r"\|", inner) if bare.startswith("|") else _GAP.split(inner))]
        rows.append([cell_of(part) for part in parts] if bare else [])
        if bare and len(parts) == 1:
            lines.append(PaperLine(bare, SourceRef(file=file, line=number, text=bare[:2000])))
    width = max((len(row) for row in rows), default=0)
    grid = Grid(tuple((*row, *[GridCell()] * (width - len(row))) for row in rows))
    return RecordPaperRead(file, stem, [grid], lines, by_lines=True)
