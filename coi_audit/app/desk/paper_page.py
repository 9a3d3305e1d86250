"""One paper as it stands, as rows, paragraphs or pages a page can show, a part of a long one at a time."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from coi_audit.app.desk.paper_keys import anchor_of
from coi_audit.errors import UserError
from coi_audit.model.evidence import SourceRef
from coi_audit.readers.grid import Grid as SheetGrid
from coi_audit.readers.guard import FileType, check_size, read_text, sniff
from coi_audit.readers.paper import Grid, Line, Paper, read_paper
from coi_audit.readers.pdf.source import ONE_AT_A_TIME, opened
from coi_audit.readers.spreadsheet import read_spreadsheet

PART = 120  # rows, paragraphs or lines shown at once
_WIDE, _HIGH = 1100, 2400  # pixels of a page's picture
_SHEETS = (FileType.XLSX, FileType.XLS, FileType.ODS)
_LISTS = (".csv", ".tsv")
_PLACE = re.compile(r'(?P<word>page|table|paragraph|row|line) (?P<number>\d+)|sheet "(?P<sheet>[^"]*)"')


@dataclass(frozen=True, slots=True)
class Row:
    """One row, paragraph or line: its number as the paper counts, its mark within the page, and its cells."""

    number: str
    anchor: str
    cells: tuple[str, ...]
    heading: bool = False

    @property
    def alone(self) -> str:
        """The words of a row in which a single cell speaks."""
        said = [one for one in self.cells if one]
        return said[0] if len(said) == 1 and self.cells[0] else ""


@dataclass(frozen=True, slots=True)
class Standing:
    """A paper as it stands: `pages` of a PDF, of which `page` is shown, or `rows` from the `first` (from 1) of `total`.

    `sheets` are a workbook's, of which `sheet` is shown; `why` says why nothing can be shown.
    """

    pages: int = 0
    page: int = 0
    rows: tuple[Row, ...] = ()
    first: int = 1
    total: int = 0
    sheets: tuple[str, ...] = ()
    sheet: str = ""
    why: str = ""

    @property
    def last(self) -> int:
        """The place of the last row shown."""
        return self.first + len(self.rows) - 1


@dataclass(frozen=True, slots=True)
class Part:
    """Which part of a paper is asked for: a sheet, a page, the row to begin with, or the mark of a row in it."""

    sheet: str = ""
    page: int = 1
    first: int = 0
    at: str = ""


def standing(path: Path, folder: Path, part: Part) -> Standing:
    """The part of a paper asked for; of a part there is not, the nearest."""
    try:
        check_size(path, where=path.name)
        kind = sniff(path)
        if kind is FileType.PDF:
            pages = page_count(path)
            return Standing(pages=pages, page=min(max(part.page, 1), pages))
        if kind in _SHEETS or (kind is FileType.TEXT and path.suffix.casefold() in _LISTS):
            return _sheet(read_spreadsheet(path, root=folder).grids, part)
        if path.suffix.casefold() in (".yaml", ".yml", ".json"):
            return _some(_written(read_text(path, where=path.name)), part)
        return _some(tuple(_blocks(read_paper(path, root=folder))), part)
    except UserError as error:
        return Standing(why=error.problem)


def _sheet(grids: tuple[SheetGrid, ...], part: Part) -> Standing:
    names = tuple(one.sheet or "" for one in grids)
    grid = next((one for one in grids if (one.sheet or "") == part.sheet), grids[0] if grids else None)
    if grid is None:
        return Standing(why="there is nothing in it.")
    rows = tuple(
        Row(str(number), f"r{number}", tuple("" if one.repeated else one.text for one in row))
        for number, row in enumerate(grid.rows, 1)
        if any(one.text for one in row)
    )
    shown = _some(rows, part)
    sheets = names if any(names) else ()
    return Standing(
        rows=shown.rows, first=shown.first, total=shown.total, sheets=sheets, sheet=grid.sheet or "", why=shown.why
    )


def _blocks(paper: Paper) -> Iterator[Row]:
    for block in paper.blocks:
        if isinstance(block, Line):
            text = f"{block.number}. {block.text}" if block.number else block.text
            ref = block.source
            yield Row(str(ref.paragraph or ref.line or ""), anchor_of(ref), (text,), heading=block.heading > 0)
        elif isinstance(block, Grid):
            for row in block.rows:
                yield Row(str(row.source.row or ""), anchor_of(row.source), row.texts)


def _written(text: str) -> tuple[Row, ...]:
    return tuple(Row(str(number), f"l{number}", (line,)) for number, line in enumerate(text.split("\n"), 1) if line)


def _some(rows: tuple[Row, ...], part: Part) -> Standing:
    """As many rows as are shown at once: those from the one asked for, or the stretch that holds the marked one."""
    if not rows:
        return Standing(why="there are no words in it.")
    start = max(part.first, 1) - 1
    if not part.first and part.at:
        found = next((place for place, row in enumerate(rows) if row.anchor == part.at), 0)
        start = found // PART * PART
    start = min(start, (len(rows) - 1) // PART * PART)
    return Standing(rows=rows[start : start + PART], first=start + 1, total=len(rows))


def page_count(path: Path) -> int:
    """How many pages a PDF has. Raises `UserError` for one that cannot be opened."""
    with ONE_AT_A_TIME, opened(path, root=path.parent) as document:
        return len(document)


def page_picture(path: Path, number: int) -> bytes | None:
    """A page of a PDF as a PNG; None where it has no such page. Raises `UserError` where it cannot be opened."""
    state = path.stat()
    return _picture(path, number, (state.st_size, state.st_mtime_ns))


@lru_cache(maxsize=40)
def _picture(path: Path, number: int, state: tuple[int, int]) -> bytes | None:
    """`state` changes when the file does, so that no old picture is shown."""
    with ONE_AT_A_TIME, opened(path, root=path.parent) as document:
        if not 1 <= number <= len(document):
            return None
        page = document[number - 1]
        wide, high = page.get_size()
        scale = min(_WIDE / max(wide, 1), _HIGH / max(high, 1))
        picture = page.render(scale=scale).to_pil().convert("P", colors=64)
        page.close()
    stream = io.BytesIO()
    picture.save(stream, "PNG", optimize=False)
    return stream.getvalue()


def ref_of(file: str, place: str) -> SourceRef:
    """The place that words such as `sheet "GB", row 14, "From"` speak of."""
    found: dict[str, int] = {}
    sheet = None
    for match in _PLACE.finditer(place):
        if match["sheet"] is not None:
            sheet = match["sheet"]
        else:
            found.setdefault(match["word"], int(match["number"]))
    return SourceRef.model_validate({"file": file, "sheet": sheet, **found})
