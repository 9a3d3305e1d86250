"""The attendance paper sent out before a meeting: who is expected, who deputises, whose papers are withheld."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from coi_audit.model.evidence import Rejected, SourceRef
from coi_audit.model.meetings import ExpectedAttendance
from coi_audit.model.words import AttendanceStatus
from coi_audit.readers.attendance.labels import read_label
from coi_audit.readers.attendance.lists import PeopleLists
from coi_audit.readers.attendance.unread import no_name_in, unnamed_in
from coi_audit.readers.grid import Grid, GridCell, grid_of_table
from coi_audit.readers.guard import FileType, check_size, file_name, sniff
from coi_audit.readers.paper import Line, read_paper
from coi_audit.readers.spreadsheet import read_spreadsheet
from coi_audit.readers.worded import WORDED, read_worded

_COLUMNS = (
    ("name", r"names?(?: of .*)?|members?(?: name)?|persons?|attendees?|who|full name"),
    ("apologies", r"apologies(?: \(.*\))?|apologies received|sent apologies"),
    ("expected", r"expected(?: to attend)?(?: ?\(.*\))?|expected attendance|attending(?: ?\(.*\))?\??|will attend"
                 r"|attendance ?\(.*\)|coming"),
    ("deputy", r"deput(?:y|ies|ising)(?: .*)?|deputised by|substitute(?: .*)?|alternate|replaced by"),
    ("withheld", r"(?:papers?|items?)(?: to be)? withheld.*|withh(?:old|eld).*|papers not sent.*|no papers.*"
                 r"|excluded papers.*"),
)  # fmt: skip
_YES = re.compile(r"^(?:y|yes|expected|attending|true|✓|✔|☑|x|present|to attend|will attend|coming)$", re.IGNORECASE)
_NO = re.compile(
    r"^(?:n|no|not? (?:expected|attending|coming)|apolog(?:y|ies)(?: (?:sent|received|given))?|absent|false|☐|✗"
    r"|will not attend)$",
    re.IGNORECASE,
)
_NOTHING = re.compile(r"^(?:|-|–|—|none|nil|n/?a|no|not applicable)$", re.IGNORECASE)
_ITEM = re.compile(
    r"[A-Za-z]{2,8}[/-]\d+[/-]\d+|\d{1,3}/\d{2,4}|\d{1,3}(?:\.\d{1,2})*(?:\([a-z]\)|[a-z])?|[A-Z]\d{1,2}"
)
_WITHHELD_LINE = re.compile(
    r"^(?P<who>.+?)\s*[-–—:;,(]\s*(?:papers?(?: to be)? withheld|papers? not sent|withheld papers?"
    r"|no papers for)\b[\s:]*(?P<items>.*?)\)?$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class AttendanceRead:
    expected: tuple[ExpectedAttendance, ...] = ()
    rejected: tuple[Rejected, ...] = ()
    rows_read: int = 0
    rows_rejected: int = 0


@dataclass(slots=True)
class _Rows:
    file: str
    people: list[ExpectedAttendance] = field(default_factory=list)
    rejected: list[Rejected] = field(default_factory=list)

    def reject(self, place: str, value: str, problem: str, fix: str) -> None:
        self.rejected.append(Rejected(file=self.file, place=place, value=value[:200], problem=problem, fix=fix))


def read_attendance(path: Path, *, root: Path | None = None) -> AttendanceRead:
    """Read an attendance paper: a workbook, a CSV file, a Word table, or plain lists of names.

    Raises `UserError` for a file that cannot be opened. A paper in which nobody is found comes back with a `Rejected`.
    """
    where = file_name(path, root)
    rows = _Rows(where)
    grids = list(_grids(path, root))
    for grid in grids:
        _read_grid(grid, rows)
    if not rows.people and not rows.rejected:
        _read_lists(path, root, rows)
    if not rows.people and not rows.rejected:
        rows.reject(
            "",
            "",
            "nobody was found in this attendance paper",
            "use a table with the columns Name, Expected (yes/no), Deputy, Papers withheld.",
        )
    return AttendanceRead(tuple(rows.people), tuple(rows.rejected), len(rows.people), len(rows.rejected))


def attendance_columns(labels: Sequence[str]) -> dict[str, int] | None:
    """Which column is what, where the labels are those of an attendance paper; else None."""
    found: dict[str, int] = {}
    for at, label in enumerate(labels):
        words = re.sub(r"\s+", " ", label.casefold().replace("\n", " ")).strip(" :*")
        kind = next((kind for kind, pattern in _COLUMNS if re.fullmatch(pattern, words)), None)
        if kind and kind not in found:
            found[kind] = at
    tells = {"expected", "deputy", "withheld"} & set(found)
    return found if "name" in found and tells else None


def _grids(path: Path, root: Path | None) -> Iterator[Grid]:
    check_size(path, where=file_name(path, root))
    if sniff(path) in WORDED:
        yield from (grid_of_table(table) for table in read_worded(path, root=root).tables)
    else:
        yield from read_spreadsheet(path, root=root).grids


def _read_grid(grid: Grid, rows: _Rows) -> None:
    columns: dict[str, int] | None = None
    labels: list[str] = []
    for index, cells in enumerate(grid.rows, start=1):
        texts = [cell.text for cell in cells]
        found = attendance_columns(texts)
        if found is not None:
            columns, labels = found, texts
        elif columns is not None and any(texts):
            _read_row(_Row(grid, index, cells, columns, labels), rows)


@dataclass(frozen=True, slots=True)
class _Row:
    """One row with what its columns hold."""

    grid: Grid
    index: int
    cells: Sequence[GridCell]
    columns: dict[str, int]
    labels: Sequence[str]

    def text(self, kind: str) -> str:
        at = self.columns.get(kind)
        return self.cells[at].text.strip() if at is not None else ""

    def place(self, kind: str | None = None) -> str:
        return self.grid.place_of(self.index, self.labels[self.columns[kind]] if kind else None)

    @property
    def words(self) -> str:
        return " | ".join(cell.text for cell in self.cells if cell.text)


def _read_row(row: _Row, rows: _Rows) -> None:
    name_cell = row.cells[row.columns["name"]]
    if name_cell.formula is not None:
        rows.reject(
            row.place("name"), name_cell.formula, "holds a formula, not a name", "type the name itself into the cell."
        )
        return
    name = " ".join(name_cell.text.split())
    if not name:
        rows.reject(row.place(), row.words, "this row has no name", "give the name.")
        return
    rows.people.append(_person(name, row, rows))


def _person(name: str, row: _Row, rows: _Rows) -> ExpectedAttendance:
    expected, understood = _expected(row.text("expected"), row.text("apologies"))
    if not understood:
        problem = "is neither yes nor no; the person is taken as expected"
        rows.reject(row.place("expected"), row.text("expected"), problem, "write yes or no.")
    withheld, strange = _items(row.text("withheld"))
    if strange:
        fix = "give the item numbers, e.g. 6, 8."
        rows.reject(row.place("withheld"), row.text("withheld"), "names no agenda item", fix)
    deputy = row.text("deputy")
    in_text = row.grid.sheet is None and row.grid.table is None
    return ExpectedAttendance(
        name=name,
        expected=expected,
        deputy=None if _NOTHING.match(deputy) else deputy,
        papers_withheld=withheld,
        source=SourceRef(
            file=rows.file,
            sheet=row.grid.sheet,
            page=row.grid.page_of(row.index),
            table=row.grid.table,
            row=None if in_text else row.index,
            line=row.index if in_text else None,
            text=row.words,
        ),
    )


def _expected(expected: str, apologies: str) -> tuple[bool, bool]:
    """Whether somebody is expected, and whether the words were understood; silence means expected."""
    if apologies and not _NOTHING.match(apologies):
        return False, True
    words = expected.strip(" .")
    if not words or _YES.match(words):
        return True, True
    if _NO.match(words) or re.match(r"(?:no|apologies)\b", words, re.IGNORECASE):
        return False, True
    return True, bool(re.match(r"yes\b", words, re.IGNORECASE))


def _items(words: str) -> tuple[tuple[str, ...], bool]:
    """Item numbers named in a cell, and whether words stand there that name none."""
    if _NOTHING.match(words.strip(" .")):
        return (), False
    span = re.fullmatch(r"\D*(\d{1,2})\s*[-–]\s*(\d{1,2})\D*", words)
    if span and int(span[1]) < int(span[2]):
        return tuple(str(n) for n in range(int(span[1]), int(span[2]) + 1)), False
    found = tuple(dict.fromkeys(_ITEM.findall(words)))
    return found, not found


def _read_lists(path: Path, root: Path | None, rows: _Rows) -> None:
    """A paper of plain lists: "Expected: ...", "Apologies: ...", "Dr Rao - papers withheld: 6, 8"."""
    if sniff(path) not in (*WORDED, FileType.TEXT):
        return
    lists = PeopleLists()
    withheld: dict[str, tuple[tuple[str, ...], SourceRef]] = {}
    for block in read_paper(path, root=root).blocks:
        if not isinstance(block, Line):
            continue
        match = _WITHHELD_LINE.match(block.text)
        label = read_label(
            re.sub(r"^expected(?: to attend| attendance)?", "Attendees", block.text, flags=re.IGNORECASE)
        )
        if match:
            withheld[match["who"].strip()] = (_items(match["items"])[0], block.source)
        elif label is not None:
            lists.open(label)
            if label.rest and not lists.add_text(label.rest, block.source, several=True):
                lists.unread += unnamed_in(label.rest, block.source)
        elif not lists.add_text(block.text, block.source, several=False) and lists.status is not None:
            lists.unread += unnamed_in(block.text, block.source, marked=block.bold or block.heading > 0)
    unread = [*lists.unread, *(one for part in lists.parts for one in unnamed_in(*part))]
    rows.rejected += [no_name_in(text, source) for text, source in unread]
    out = (AttendanceStatus.APOLOGIES, AttendanceStatus.ABSENT)
    deputies = {person.deputising_for: person.name for person in lists.people if person.deputising_for}
    for person in lists.people:
        items, _ = withheld.pop(person.name, ((), person.source))
        rows.people.append(
            ExpectedAttendance(
                name=person.name,
                expected=person.status not in out,
                deputy=deputies.get(person.name),
                papers_withheld=items,
                source=person.source,
            )
        )
    for name, (items, source) in withheld.items():
        rows.people.append(ExpectedAttendance(name=name, papers_withheld=items, source=source))
