"""Forms that hold one record each, a label beside its value (Annexes C, G and I): read into rows as tables are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from coi_audit.model.evidence import Rejected, SourceRef
from coi_audit.readers.grid import CellValue, Grid, GridCell
from coi_audit.readers.records.header import read_label
from coi_audit.readers.records.headings import IGNORED, fields_of
from coi_audit.readers.records.paper import PaperLine, RecordPaperRead, open_record_paper
from coi_audit.readers.records.rows import RecordCell, RecordRow
from coi_audit.readers.records.table import RecordTable, RecordTables, read_record_tables
from coi_audit.readers.records.values import says_nothing_to_list

_LEAST_FIELDS = 3  # filled fields that make a form
_LABEL_IN_LINE = re.compile(r"^(?P<label>[^:\t?]{2,160}[:?]|[^\t]{2,160}\t)\s*(?P<value>.*)$", re.DOTALL)


def read_records(path: Path, root: Path, kind: str, *, fill_down: tuple[str, ...] = ()) -> RecordTables:
    """The tables of a paper, or where it has none its forms. Raises `UserError` for a file that cannot be opened."""
    tables = read_record_tables(path, root, kind, fill_down=fill_down)
    if tables.rows or (tables.tables and tables.nil):
        return tables
    forms = read_record_forms(path, root, kind)
    return forms if forms.rows else tables


def read_record_forms(path: Path, root: Path, kind: str) -> RecordTables:
    """The forms of one paper, each as a row; a new one begins with each sheet, and where a filled label comes again.

    Labels that are not known stand in `others` of their row. Raises `UserError` for a file that cannot be opened.
    """
    paper = open_record_paper(path, root=root)
    edition = paper.edition([], [])
    found = RecordTables(paper.file, SourceRef(file=paper.file, text=edition.origin), edition=edition.on)
    found.lines = tuple(line.text for line in paper.lines)
    found.nil = any(says_nothing_to_list(line) for line in found.lines)
    forms = _Forms(kind, found.rejected)
    for pair in _pairs(paper, kind):
        forms.take(pair)
    forms.close()
    if forms.rows:
        columns = tuple(name for name in fields_of(kind) if name in forms.labels)
        table = RecordTable(columns, (), "", edition.on, forms.rows[0].source, tuple(forms.rows))
        found.tables.append(table)
    return found


@dataclass(frozen=True, slots=True)
class _Pair:
    """A label and its value; `apart` where a new sheet begins."""

    label: str
    cell: RecordCell
    field: str | None
    first: bool = False


@dataclass(slots=True)
class _Forms:
    kind: str
    rejected: list[Rejected]
    rows: list[RecordRow] = field(default_factory=list)
    cells: dict[str, tuple[RecordCell, ...]] = field(default_factory=dict)
    others: list[RecordCell] = field(default_factory=list)
    labels: set[str] = field(default_factory=set)  # of all forms, filled or not
    opening: str | None = None  # the first field of the form

    def take(self, pair: _Pair) -> None:
        if pair.first or (pair.field is not None and pair.field == self.opening and pair.field in self.cells):
            self.close()
        if pair.field is not None:
            self.labels.add(pair.field)
        if pair.field is None:
            self.others.append(pair.cell)
        elif pair.field != IGNORED and pair.cell.text:
            self.opening = self.opening or pair.field
            self.cells[pair.field] = (*self.cells.get(pair.field, ()), pair.cell)

    def close(self) -> None:
        """End the form at hand, if enough of it was understood to be one."""
        every = [cell for cells in self.cells.values() for cell in cells]
        headings = sum(1 for cell in every if (read := read_label(self.kind, cell.text)) is not None and read.whole)
        # a row of headings with no rows beneath is no form of labels and values
        if len(self.cells) >= _LEAST_FIELDS and headings <= len(every) // 2:
            words = " | ".join(f"{cell.heading}: {' '.join(cell.text.split())}" for cell in every)
            source = every[0].source.model_copy(update={"column": None, "text": words[:2000]})
            self.rows.append(RecordRow(dict(self.cells), source, "", tuple(self.others), self.rejected))
        self.cells, self.others, self.opening = {}, [], None


def _pairs(paper: RecordPaperRead, kind: str) -> Iterator[_Pair]:
    """Labels and values in reading order: lines ("Name: ..."), then the cells of sheets and tables."""
    if not paper.by_lines:
        yield from _of_lines(paper.lines, kind)
    for grid in paper.grids:
        first = grid.sheet is not None
        for pair in _of_grid(paper, grid, kind):
            yield _Pair(pair.label, pair.cell, pair.field, first)
            first = False


def _of_lines(lines: list[PaperLine], kind: str) -> Iterator[_Pair]:
    """ "Label: value" in a line, or a label alone, as a heading, with its value in the lines beneath."""
    heading: PaperLine | None = None
    name, beneath = "", list[str]()
    for line in lines:
        match = _LABEL_IN_LINE.match(line.text)
        alone = None if match else read_label(kind, line.text)
        read = read_label(kind, match["label"]) if match else alone
        if read is None or (match is None and not read.whole):
            beneath.append(line.text)
            continue
        if heading is not None:
            yield _pair(heading.text, "\n".join(beneath), None, heading.source, name)
        heading, beneath = None, []
        if match is None:
            heading, name = line, read.field
        else:
            yield _pair(match["label"], match["value"].strip(), None, line.source, read.field)
    if heading is not None:
        yield _pair(heading.text, "\n".join(beneath), None, heading.source, name)


def _of_grid(paper: RecordPaperRead, grid: Grid, kind: str) -> Iterator[_Pair]:
    waiting: tuple[str, str] | None = None  # a label alone on its row, and its field: the value may stand beneath
    for at, row in enumerate(grid.rows):
        cells = [cell for cell in row if not cell.repeated]
        while cells and not cells[-1].text:
            cells.pop()
        place = paper.place(grid, at + 1)
        if not cells:
            continue
        if len(cells) == 1:
            alone = _alone(cells[0].text, place, kind)
            if alone is None and waiting is not None:
                yield _pair(waiting[0], cells[0].text, cells[0].value, place, waiting[1])
                waiting = None
            elif alone is not None:
                waiting = (alone.label, alone.field or "") if not alone.cell.text else None
                yield alone
            continue
        waiting = None
        yield from _across(cells, place, kind)


def _alone(text: str, place: SourceRef, kind: str) -> _Pair | None:
    """A cell or line by itself: "Label: value", or a label whose value may stand beneath it."""
    match = _LABEL_IN_LINE.match(text)
    label = match["label"] if match else text
    read = read_label(kind, label)
    if read is None or not (match or read.whole):
        return None
    return _pair(label, match["value"].strip() if match else "", None, place, read.field)


def _across(cells: list[GridCell], place: SourceRef, kind: str) -> Iterator[_Pair]:
    """Label, value, label, value: a row's cells taken in pairs; a value over several cells is joined to one."""
    labels = [at for at in range(0, len(cells), 2) if read_label(kind, cells[at].text) is not None]
    several = len(labels) > 1 and len(labels) == (len(cells) + 1) // 2 and bool(cells[1].text)
    for at in range(0, len(cells), 2) if several else (0,):
        rest = cells[at + 1 : at + 2] if several else cells[at + 1 :]
        filled = [cell for cell in rest if cell.text]
        label = cells[at].text
        if not label or (not filled and read_label(kind, label) is None):
            continue
        read = read_label(kind, label)
        value: CellValue = filled[0].value if len(filled) == 1 else None
        text = " ".join(dict.fromkeys(cell.text for cell in filled))
        yield _pair(label, text, value, place, read.field if read else None)


def _pair(label: str, text: str, value: CellValue, place: SourceRef, name: str | None) -> _Pair:
    shown = " ".join(label.split()).rstrip(" :?")
    source = place.model_copy(update={"column": shown, "text": text[:2000]})
    return _Pair(shown, RecordCell(shown, text, text if value is None else value, source), name)
