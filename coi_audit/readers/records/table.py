"""Tables of records (gifts, contracts, training ...) in a workbook, a CSV file, a Word document or a text.

What a column means is data (rules/vocabulary/record_columns.yaml); what a row means is for the reader of its kind to
say. Forms that hold one record each, label beside value, are read by `record_forms`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from coi_audit.errors import UserError
from coi_audit.model.evidence import Rejected, SourceRef
from coi_audit.readers.grid import Grid, GridCell
from coi_audit.readers.records.header import RecordHeader, header_at, same_headings
from coi_audit.readers.records.headings import IGNORED, fields_of
from coi_audit.readers.records.paper import RecordPaperRead, open_record_paper
from coi_audit.readers.records.rows import RecordCell, RecordRow
from coi_audit.readers.records.values import begins_with, is_one_of, says_nothing_to_list

_FEW_ROWS = 3  # that a sheet may hold without being asked about
_LONG_NOTE = 12  # words that make a lone cell a note, not a title


@dataclass(frozen=True, slots=True)
class RecordTable:
    """One table. `title` holds the words above it, `columns` the known fields that have a column."""

    columns: tuple[str, ...]
    headings: tuple[str, ...]
    title: str
    edition: date | None
    source: SourceRef
    rows: tuple[RecordRow, ...]


@dataclass(slots=True)
class RecordTables:
    """What a paper gave. `nil` where a line or row says there is nothing to list; `lines` are words outside tables.

    `rejected` grows while cells are read: take it once every row has been.
    """

    file: str
    source: SourceRef
    edition: date | None = None
    tables: list[RecordTable] = field(default_factory=list)
    rejected: list[Rejected] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)
    nil: bool = False
    lines: tuple[str, ...] = ()

    def __iter__(self) -> Iterator[RecordTable]:
        return iter(self.tables)

    def __len__(self) -> int:
        return len(self.tables)

    @property
    def columns(self) -> tuple[str, ...]:
        """The known fields that have a column in any table, in the order they are met."""
        return tuple(dict.fromkeys(name for table in self.tables for name in table.columns))

    @property
    def told_edition(self) -> date | None:
        """The edition that its words or its name give; None where only the day it was last saved is known."""
        return None if "last saved" in self.source.text else self.edition

    @property
    def rows(self) -> tuple[RecordRow, ...]:
        return tuple(row for table in self.tables for row in table.rows)

    def no_table(self, what: str, example: str) -> UserError:
        """The error for a paper in which no table was found; `example` names headings it might have."""
        seen = "; ".join(dict.fromkeys(self.notices)) or "it holds no rows with headings"
        return UserError(f"no table of {what} was found in it ({seen}).", where=self.file,
                         fix=f"give its columns headings such as {example}.")  # fmt: skip


def read_record_tables(path: Path, root: Path, kind: str, *, fill_down: Sequence[str] = ()) -> RecordTables:
    """The tables of one paper whose headings are known for `kind`; none where no headings are recognised.

    A blank cell of a field in `fill_down` takes the words above it in its table, where the row holds anything else.
    Raises `UserError` for a file that cannot be opened.
    """
    paper = open_record_paper(path, root=root)
    found = RecordTables(paper.file, SourceRef(file=paper.file), lines=tuple(line.text for line in paper.lines))
    above: list[str] = []
    walks = [_Walk(paper, grid, kind, tuple(fill_down), found) for grid in paper.grids]
    for walk in walks:
        walk.read()
        above += walk.words_above
    titled = [walk.grid.sheet for walk in walks if walk.grid.sheet and walk.parts]
    edition = paper.edition(above, titled)
    found.edition = edition.on
    found.source = SourceRef(file=paper.file, text=edition.origin)
    found.tables = [part.table(walk, edition.on) for walk in walks for part in walk.parts]
    found.nil = found.nil or any(says_nothing_to_list(line) for line in found.lines)
    return found


@dataclass(slots=True)
class _Part:
    """One header and the rows beneath it."""

    header: RecordHeader
    title: str
    rows: list[RecordRow] = field(default_factory=list)

    def table(self, walk: _Walk, edition: date | None) -> RecordTable:
        known = tuple(name for name in fields_of(walk.kind) if name in self.header.known)
        source = walk.paper.place(walk.grid, self.header.row + 1, text=" | ".join(filter(None, self.header.headings)))
        return RecordTable(known, self.header.headings, self.title, edition, source, tuple(self.rows))


@dataclass(slots=True)
class _Walk:
    """One grid read from top to bottom."""

    paper: RecordPaperRead
    grid: Grid
    kind: str
    fill_down: tuple[str, ...]
    found: RecordTables
    parts: list[_Part] = field(default_factory=list)
    words_above: list[str] = field(default_factory=list)
    section: str = ""
    last: dict[str, tuple[RecordCell, ...]] = field(default_factory=dict)
    apart: bool = True  # nothing but blanks and titles stands between the row and the table before

    def read(self) -> None:
        rows, at = self.grid.rows, 0
        while at < len(rows):
            if not any(cell.text for cell in rows[at]):
                self.apart = True
            elif (header := self._header(at)) is not None:
                self._begin(header)
                at += header.height
                continue
            elif self.parts:
                self._row(at)
            else:
                self._word(" ".join(cell.text for cell in rows[at] if cell.text and not cell.repeated))
            at += 1
        self._unread()

    def _header(self, at: int) -> RecordHeader | None:
        """A header here: the first; the same again; or another one that stands apart and leaves no doubt."""
        found = header_at(self.kind, self.grid.rows, at)
        if found is None or not self.parts or same_headings(self.grid.rows[at], self.parts[-1].header):
            return found
        return found if found.certain and self.apart else None

    def _begin(self, header: RecordHeader) -> None:
        before = [" ".join(line.split()) for line in (*self.grid.before, *self.words_above)] if not self.parts else []
        title = "; ".join([*before, self.section]) if before or self.section else (self.grid.sheet or "")
        if not (self.parts and header.headings == self.parts[-1].header.headings and not self.section):
            self.parts.append(_Part(header, title.strip("; ")))
            unknown = [
                heading for name, heading in zip(header.fields, header.headings, strict=True) if heading and not name
            ]
            if unknown:
                place = ", ".join(filter(None, [self.found.file, self.grid.place]))
                names = ", ".join(f'"{one}"' for one in dict.fromkeys(unknown))
                self.found.notices.append(f"{place}: the columns {names} are not known and were left aside.")
        self._tell_of(header)
        self.last, self.apart = {}, False

    def _tell_of(self, header: RecordHeader) -> None:
        """Say what a reader of the table alone would not expect: columns under one heading, a sheet that is hidden."""
        place = ", ".join(filter(None, [self.found.file, self.grid.place]))
        for heading in dict.fromkeys(filter(None, header.headings)):
            several = [name for name, own in zip(header.fields, header.headings, strict=True) if own == heading]
            if len(several) > 1 and several[0] not in (None, IGNORED):
                told = f'{len(several)} columns stand under "{heading}"; of each row the first filled one is read.'
                self.found.notices.append(f"{place}: {told}")
        if self.grid.hidden:
            self.found.notices.append(f"{place}: this sheet is hidden, and was read like the others.")

    def _row(self, at: int) -> None:
        cells = self.grid.rows[at]
        words = list(dict.fromkeys(" ".join(cell.text.split()) for cell in cells if cell.text))
        if len(words) == 1:
            self._lone(words[0], merged=sum(1 for cell in cells if cell.text) > 1)
            return
        self.apart = False
        if self.paper.by_lines and sum(1 for cell in cells if cell.text) > len(self.parts[-1].header.fields):
            self._reject(at, "does not have the same columns as the headings", "save the list as a workbook.")
            return
        if is_one_of("total", words[0]) or (begins_with("total", words[0]) and _only_numbers(cells[1:])):
            self.found.notices.append(f"{self._place(at)}: read as a line of totals.")
            return
        row = self._record(at, cells)
        if row is not None:
            self.parts[-1].rows.append(row)

    def _lone(self, words: str, *, merged: bool) -> None:
        """A row of one cell: it says that there is nothing, is a note, or a heading for the rows beneath it."""
        if says_nothing_to_list(words):
            self.found.nil = True
        elif begins_with("note", words) or words.startswith("*") or len(words.split()) > _LONG_NOTE:
            self.found.notices.append(f'{self.found.file}: "{words[:160]}" was read as a note.')
            self._word(words)
        else:
            kind = "a heading" if merged else "a heading for the rows beneath it"
            self.found.notices.append(f'{self.found.file}: "{words[:160]}" was read as {kind}.')
            self.section, self.apart, self.last = words, True, {}

    def _word(self, words: str) -> None:
        self.words_above.append(words)
        self.found.nil = self.found.nil or says_nothing_to_list(words)

    def _record(self, at: int, cells: Sequence[GridCell]) -> RecordRow | None:
        header = self.parts[-1].header
        known: dict[str, list[RecordCell]] = {}
        others: list[RecordCell] = []
        for cell, name, heading in zip(cells, header.fields, header.headings, strict=False):
            if not cell.text and cell.formula:
                fault = f"the error {cell.formula}" if cell.formula[0] == "#" else "a formula without a stored result"
                self._reject(at, f'has {fault} under "{heading}"', "paste the column as values, and put errors right.")
            if not cell.text or name == IGNORED:
                continue
            place = self.paper.place(self.grid, at + 1, column=heading or None, text=cell.text)
            read = RecordCell(heading, cell.text, cell.value, place)
            if name is None:
                others.append(read)
            else:
                known.setdefault(name, []).append(read)
        if not known and not others:
            return None
        settled = self._settled({name: tuple(found) for name, found in known.items()})
        words = " | ".join(" ".join(cell.text.split()) for cell in cells if cell.text and not cell.repeated)
        source = self.paper.place(self.grid, at + 1, text=words)
        return RecordRow(settled, source, self.section, tuple(others), self.found.rejected)

    def _settled(self, cells: dict[str, tuple[RecordCell, ...]]) -> dict[str, tuple[RecordCell, ...]]:
        """The cells with "ditto" and, where asked for, blanks taken from the row above."""
        for name in {*self.fill_down, *cells} & set(self.last):
            if name not in cells or is_one_of("ditto", cells[name][0].text):
                cells[name] = self.last[name]
        self.last = {**self.last, **cells}
        return cells

    def _place(self, at: int) -> str:
        return self.paper.place(self.grid, at + 1).place()

    def _reject(self, at: int, problem: str, fix: str) -> None:
        place = self._place(at).removeprefix(self.found.file).lstrip(", ")
        value = " | ".join(cell.text for cell in self.grid.rows[at] if cell.text)[:300]
        self.found.rejected.append(Rejected(file=self.found.file, place=place, value=value, problem=problem, fix=fix))

    def _unread(self) -> None:
        """A sheet or table that holds rows and no known headings: said, and asked about where it is not short."""
        wide = [row for row in self.grid.rows if sum(1 for cell in row if cell.text and not cell.repeated) > 1]
        if self.parts or not self.grid.filled_rows or self.paper.by_lines:
            return
        first = ", ".join(f'"{" ".join(cell.text.split())[:60]}"' for cell in (wide or self.grid.rows)[0] if cell.text)
        place = ", ".join(filter(None, [self.found.file, self.grid.place]))
        if self.grid.hidden or len(wide) <= _FEW_ROWS or self.grid.table is not None:
            self.found.notices.append(f"{place}: no known headings, not read; its first row is {first}.")
            return
        problem = "no known headings were recognised here, so it was not read"
        fix = "give its columns the usual headings, or take it out of the file."
        self.found.rejected.append(
            Rejected(file=self.found.file, place=self.grid.place, value=first, problem=problem, fix=fix)
        )


def _only_numbers(cells: Sequence[GridCell]) -> bool:
    return not any(cell.text and cell.text.strip(" £%0123456789.,-") and not cell.repeated for cell in cells)
