"""A grid of cells, however it was stored: the common ground of workbooks, CSV files and tables in Word documents."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from coi_audit.model.dates import in_words
from coi_audit.readers.word import Table

CellValue = str | float | bool | date | datetime | None


@dataclass(frozen=True, slots=True)
class GridCell:
    """`text` is the value as words; `repeated` marks a place covered by a merged cell that begins elsewhere.

    `formula` is set where the cell holds one; the value is then what the program last stored, never worked out here.
    `cut` marks one whose words a print cut off at the edge of their column.
    """

    value: CellValue = None
    text: str = ""
    repeated: bool = False
    formula: str | None = None
    cut: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows of equal length, the first being row 1 of its sheet or table; `before` holds words that stand above it.

    `pages` holds the page of each row where the paper has pages; else it is empty. `paragraphs` holds the paragraph of
    each row where the rows are the lines of a paper and not of a table.
    """

    rows: tuple[tuple[GridCell, ...], ...]
    sheet: str | None = None
    table: int | None = None
    hidden: bool = False
    before: tuple[str, ...] = ()
    pages: tuple[int, ...] = ()
    paragraphs: tuple[int, ...] = ()

    @property
    def place(self) -> str:
        """The grid in words: `sheet "GB"`, `table 2`, or nothing for a CSV file."""
        if self.sheet is not None:
            return f'sheet "{self.sheet}"'
        return f"table {self.table}" if self.table is not None else ""

    def place_of(self, row: int, column: str | None = None) -> str:
        """A row of it in words: `sheet "GB", row 14, "From"`."""
        page = self.page_of(row)
        on_page = f"page {page}" if page is not None else ""
        paragraph = self.paragraph_of(row)
        line = f"row {row}" if paragraph is None else f"paragraph {paragraph}"
        parts = [on_page, self.place, line, f'"{column}"' if column else ""]
        return ", ".join(part for part in parts if part)

    def page_of(self, row: int) -> int | None:
        """The page of a row, rows and pages counted from 1; None where the paper has no pages."""
        return self.pages[row - 1] if 0 < row <= len(self.pages) else None

    def paragraph_of(self, row: int) -> int | None:
        """The paragraph that a row is, from 1; None for a row of a table."""
        return self.paragraphs[row - 1] if 0 < row <= len(self.paragraphs) else None

    @property
    def filled_rows(self) -> int:
        return sum(1 for row in self.rows if any(cell.text for cell in row))


def cell_of(value: object, *, repeated: bool = False, formula: str | None = None) -> GridCell:
    """A cell from a value as a spreadsheet library gives it."""
    known: CellValue = value if isinstance(value, (str, float, bool, date, datetime)) else None
    if isinstance(value, int) and not isinstance(value, bool):
        known = float(value)
    elif known is None and value is not None:
        known = str(value)
    return GridCell(known, _words(known), repeated, formula)


def grid_of_table(table: Table, *, before: tuple[str, ...] = ()) -> Grid:
    """A table of a worded paper as a grid."""
    rows = tuple(tuple(GridCell(one.text, one.text, one.repeated, cut=one.cut) for one in row) for row in table.rows)
    return Grid(rows, table=table.table_index, before=before, pages=table.pages)


def _words(value: CellValue) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, datetime):
        value = value.date()
    if isinstance(value, date):
        return in_words(value)
    if isinstance(value, float):
        return f"{value:.10g}"
    lines = [" ".join(line.split()) for line in value.replace("\r\n", "\n").replace("\r", "\n").split("\n")]
    return "\n".join(line for line in lines if line)
