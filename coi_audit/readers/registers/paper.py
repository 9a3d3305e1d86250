"""A register's file opened: its tables as grids and the words around them, whatever the format."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from coi_audit.readers.grid import Grid, cell_of, grid_of_table
from coi_audit.readers.guard import FileType, file_name, read_text, require
from coi_audit.readers.registers.blanks import grid_of_blanks
from coi_audit.readers.registers.columns import header_at
from coi_audit.readers.spreadsheet import read_spreadsheet
from coi_audit.readers.word import Paragraph, WordDocument
from coi_audit.readers.worded import WORDED, read_worded

WANTED = (FileType.XLSX, *WORDED, FileType.XLS, FileType.ODS, FileType.TEXT)
_FIRST_ROWS = 60


@dataclass(slots=True)
class RegisterPaper:
    """A file's tables and the words around them. `paragraphs` are those outside tables, in order."""

    grids: list[Grid]
    lines: list[str] = field(default_factory=list)
    saved: date | None = None
    paragraphs: tuple[Paragraph, ...] = ()
    trailing: tuple[str, ...] = ()  # the words below the last table
    lined: Grid | None = None  # a text file with each line whole, for one that is no table
    title: str = ""  # by its own record, as the subject of a mail


def open_paper(path: Path, root: Path) -> RegisterPaper:
    """Open a file of any format that a register can have; raises `UserError` for another, or a damaged one."""
    where = file_name(path, root)
    kind = require(path, wanted=WANTED, where=where)
    if kind in WORDED:
        return _from_word(read_worded(path, root=root))
    sheet = read_spreadsheet(path, root=root)
    if kind is not FileType.TEXT:
        return RegisterPaper(list(sheet.grids), saved=sheet.saved)
    lines = read_text(path, where=where).split("\n")
    lined = Grid(tuple((cell_of(line),) for line in lines))
    table = None if _is_table(sheet.grids[0]) else grid_of_blanks(lines)
    return RegisterPaper([table] if table else list(sheet.grids), saved=sheet.saved, lined=lined)


def _is_table(grid: Grid) -> bool:
    """Whether the marks of a CSV file part its lines into the columns of a register."""
    return any(header_at(grid.rows, at) is not None for at in range(min(len(grid.rows), _FIRST_ROWS)))


def _from_word(document: WordDocument) -> RegisterPaper:
    grids, above, lines = [], [], [*document.headers, *document.footers]
    for block in document.blocks:
        if isinstance(block, Paragraph):
            if block.text:
                above.append(block.text)
                lines.append(block.text)
        else:
            grids.append(grid_of_table(block, before=tuple(above)))
            above = []
    saved = document.modified.date() if document.modified else None
    paragraphs = tuple(one for one in document.paragraphs if one.text)
    return RegisterPaper(grids, lines, saved, paragraphs, tuple(above), title=document.title or "")


def headings_seen(grids: Iterable[Grid]) -> list[str]:
    """The cells of the fullest of the first rows: most likely the headings."""
    best: list[str] = []
    for grid in grids:
        for row in grid.rows[:10]:
            texts = [" ".join(cell.text.split())[:60] for cell in row if cell.text and not cell.repeated]
            if len(texts) > len(best):
                best = texts
    return [f'"{text}"' for text in best[:12]]
