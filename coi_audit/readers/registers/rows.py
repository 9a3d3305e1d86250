"""The rows of a register's tables: whose each row is, and which rows are headings, sections, totals or notes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from coi_audit.model.evidence import Rejected
from coi_audit.readers.grid import Grid, GridCell
from coi_audit.readers.registers.columns import NAMES, Header, header_at, is_dated
from coi_audit.readers.registers.headings import TICKS, Field, fold, recognise
from coi_audit.readers.registers.holder import Holder, heads_a_type, person_in_bar
from coi_audit.readers.registers.parts import NameRead, read_name
from coi_audit.readers.registers.several import people_in
from coi_audit.readers.registers.words import is_nil, says, starts_with, words

_LONG_NOTE = 140
_MOST_WORDS_IN_A_NAME = 7


@dataclass(frozen=True, slots=True)
class Placed:
    """One cell with its column's heading."""

    field: Field
    heading: str
    cell: GridCell

    @property
    def text(self) -> str:
        return self.cell.text


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One row of a table and whose it is; `continues` where the name stands on an earlier row."""

    person: str
    position: str | None
    row: int  # from 1
    grid: Grid
    header: Header
    cells: tuple[Placed, ...]
    continues: bool = False
    shared: str = ""  # "1 of 2" where the row is that of several people

    def of(self, *fields: Field) -> tuple[Placed, ...]:
        """The filled cells of these fields, in the order of the columns."""
        return tuple(cell for cell in self.cells if cell.field in fields and cell.text)

    def text(self, wanted: Field) -> str:
        """The words of a field's cells, joined."""
        return " ".join(cell.text for cell in self.of(wanted))

    @property
    def words(self) -> str:
        """The row as it stands, cells joined."""
        return row_words(self.grid.rows[self.row - 1])


@dataclass(slots=True)
class Rows:
    """What a table gave: rows of people, what was not understood, and remarks; `headers` are those met."""

    people: list[PersonRow] = field(default_factory=list)
    rejected: list[Rejected] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)
    headers: list[Header] = field(default_factory=list)


def row_words(row: tuple[GridCell, ...]) -> str:
    """A row's words as they stand, merged cells once."""
    return " | ".join(" ".join(cell.text.split()) for cell in row if cell.text and not cell.repeated)


def walk(grid: Grid, *, file: str, form: Holder | None = None) -> Rows:
    """Read one table from top to bottom. `form` is the person a declaration form names above the table."""
    found = Rows()
    header: Header | None = None
    holder = Holder()
    at = 0
    while at < len(grid.rows):
        new = header_at(grid.rows, at)
        if new is not None and header is not None and _is_somebodys(grid.rows[at], header, new):
            new = None  # a row of somebody's, though its words are headings as well ("Member", "Registered patient")
        if new is not None and (header is None or _same(new, header) or new.has_person):
            header = new
            found.headers.append(new)
            holder = Holder(form.name, form.position) if form is not None and not new.has_person else Holder()
            at += new.height
            continue
        if header is not None and any(cell.text for cell in grid.rows[at]):
            _Row(grid, header, at, file, found).read(holder)
        at += 1
    return found


def _is_somebodys(row: tuple[GridCell, ...], header: Header, new: Header) -> bool:
    """Whether a row that reads as headings is a row like any other: a name or a date stands in it."""
    return _names_somebody(row, header) or (not _same(new, header) and any(is_dated(cell.text) for cell in row))


def _names_somebody(row: tuple[GridCell, ...], header: Header) -> bool:
    """Whether a name that is no heading stands in the column of names."""
    cells = [row[at] for at in header.at(*NAMES) if at < len(row)]
    return any(cell.text and not cell.repeated and recognise(cell.text) is None for cell in cells)


def _same(one: Header, other: Header) -> bool:
    """Whether a row is the same header again, as at the top of each printed page."""
    return len(one.words & other.words) >= max(2, 0.6 * len(other.words))


@dataclass(slots=True)
class _Row:
    grid: Grid
    header: Header
    at: int
    file: str
    found: Rows

    def read(self, holder: Holder) -> None:
        cells = self._cells()
        if self._is_aside(holder):
            return
        if self.header.has_person:
            said = any(cell.field in (Field.PERSON, Field.SURNAME) for cell in cells)
            carried = not said or self._repeated_name()
            if not carried and not self._new_person(holder, cells):
                return
        else:
            carried = True
        if holder.name is None:
            self._reject(
                self._words, "there is no name on this row, nor above it", "give the person's name on the row."
            )
            return
        told = [cell.text for cell in cells if cell.field in (Field.ORGANISATION, Field.NATURE) and cell.text]
        if carried and holder.nil and self._other_post(holder, cells) and any(not is_nil(text) for text in told):
            problem = f"there is no name on this row, and {holder.name} above it has nothing to declare"
            self._reject(self._words, problem, "give the person's name on the row.")
            return
        holder.nil = bool(told) and all(is_nil(text) for text in told)
        everybody = ((holder.name, holder.position), *((one.name, one.position) for one in holder.others))
        if holder.part and not {Field.CATEGORY, *TICKS} & self.header.fields:
            cells.append(Placed(Field.CATEGORY, "", GridCell(holder.part, holder.part)))
        for at, (name, position) in enumerate(everybody, 1):
            shared = f"person {at} of {len(everybody)}" if holder.others else ""
            row = PersonRow(name, position, self.at + 1, self.grid, self.header, tuple(cells), carried, shared)
            self.found.people.append(row)

    @property
    def _cells_here(self) -> tuple[GridCell, ...]:
        return self.grid.rows[self.at]

    @property
    def _words(self) -> str:
        return row_words(self._cells_here)

    def _cells(self) -> list[Placed]:
        placed = []
        for column, cell in zip(self.header.columns, self._cells_here, strict=False):
            if column.field is not None and (cell.text or cell.formula):
                placed.append(Placed(column.field, column.heading, cell))
        return placed

    def _other_post(self, holder: Holder, cells: list[Placed]) -> bool:
        """Whether a row without a name gives a post that is not the one of the person above."""
        posts = [fold(cell.text) for cell in cells if cell.field is Field.POSITION and not cell.cell.repeated]
        return bool(holder.position) and any(post and post not in fold(str(holder.position)) for post in posts)

    def _repeated_name(self) -> bool:
        """The name is covered by a cell that began on the row above, or a ditto mark stands for it."""
        names = [self._cells_here[column] for column in self.header.at(Field.PERSON, Field.SURNAME)]
        return all(
            cell.repeated or not (cell.text or cell.formula) or says("same_as_above", cell.text) for cell in names
        )

    def _new_person(self, holder: Holder, cells: list[Placed]) -> bool:
        """Take the name on this row; where it cannot be taken, later rows without a name are nobody's."""
        holder.nobody()
        formula = next((cell for cell in cells if cell.field in _NAME_FIELDS and cell.cell.formula), None)
        if formula is not None:
            shown = f"{formula.cell.formula} shows {formula.text}" if formula.text else str(formula.cell.formula)
            self._reject(
                shown, "the name is a formula, which is not worked out", "type the name itself.", formula.heading
            )
            return False
        several = people_in(_person_text(cells))
        read, heading = _name_of(cells)
        read, holder.others = (several[0], several[1:]) if several else (read, ())
        if says("vacant", read.name):
            self.found.notices.append(f"{self.file}, {self.grid.place_of(self.at + 1)}: a vacant post.")
            return False
        if read.problem:
            shown = " / ".join(cell.text for cell in cells if cell.field in _NAME_FIELDS)
            fix = "give each person a row of their own." if "more than one" in read.problem else "give a person's name."
            self._reject(
                f"{shown}: {self._words}" if "more than one" in read.problem else shown, read.problem, fix, heading
            )
            return False
        position = ", ".join(cell.text.replace("\n", " ") for cell in cells if cell.field is Field.POSITION)
        practice = " ".join(cell.text for cell in cells if cell.field is Field.PRACTICE)
        holder.name = read.name
        holder.position = (position or read.position or "") + (f" ({practice})" if practice else "") or None
        return True

    def _is_aside(self, holder: Holder) -> bool:
        """Rows that are nobody's: a section's heading, a note, a total. Totals are reported, sections end a person."""
        filled = [cell for cell in self._cells_here if cell.text]
        texts = {cell.text for cell in filled}
        first = filled[0].text if filled else ""
        if starts_with("total", first) and len(texts) <= 4 and not re.search(r"[a-z]{4,}\s+[A-Z][a-z]+", first):
            self._reject(self._words, "this is a total and not an interest", "nothing, if the row is meant as a total.")
            return True
        if len(texts) != 1:
            return False
        merged = any(cell.repeated for cell in filled)
        column = next(at for at, cell in enumerate(self._cells_here) if cell.text)
        in_names = column < len(self.header.columns) and self.header.columns[column].field in _NAME_FIELDS
        if self._is_note(first, merged or in_names or column == 0):
            self.found.notices.append(
                f'{self.file}, {self.grid.place_of(self.at + 1)}: read as a note: "{_short(first)}"'
            )
            return True
        heading = (merged and not is_nil(first)) or (in_names and _is_section(first))
        names = column == 0 and not self.header.has_person and person_in_bar(first) is not None
        if column == 0 and heads_a_type(first):
            holder.nobody()
            holder.part = first
            return True
        if heading or names or (column == 0 and not in_names and _is_section(first)):
            self._begin(holder, person_in_bar(first) if not self.header.has_person else None)
            return True
        return False

    def _begin(self, holder: Holder, person: NameRead | None) -> None:
        """A bar across the table ends a person's rows; where the table has no names it may begin another's."""
        holder.nobody()
        holder.part = ""
        if person is not None:
            holder.name, holder.position = person.name, person.position

    def _is_note(self, text: str, outside: bool) -> bool:
        return outside and (starts_with("note", text) or len(text) > _LONG_NOTE or text.startswith("*"))

    def _reject(self, value: str, problem: str, fix: str, column: str | None = None) -> None:
        place = self.grid.place_of(self.at + 1, column)
        self.found.rejected.append(Rejected(file=self.file, place=place, value=value, problem=problem, fix=fix))


_NAME_FIELDS = (Field.PERSON, Field.SURNAME, Field.FORENAME, Field.HONORIFIC)


def _person_text(cells: list[Placed]) -> str:
    """The words of a column of whole names; empty where surnames stand apart."""
    texts = {cell.field: cell.text for cell in cells}
    return "" if Field.SURNAME in texts else texts.get(Field.PERSON, "")


def _name_of(cells: list[Placed]) -> tuple[NameRead, str | None]:
    by_field = {cell.field: cell for cell in cells}
    surname = by_field.get(Field.SURNAME)
    if surname is None:
        person = by_field[Field.PERSON]
        return read_name(person.text), person.heading
    parts = [by_field[one].text for one in (Field.HONORIFIC, Field.FORENAME, Field.SURNAME) if one in by_field]
    return read_name(" ".join(parts)), surname.heading


def _is_section(text: str) -> bool:
    """Whether the only words of a row head a group of people rather than name one."""
    if len(text.split()) > _MOST_WORDS_IN_A_NAME:
        return True
    return bool(words().sections.search(text)) and not re.match(r"(?:Dr|Mr|Mrs|Ms|Miss|Prof)\b", text)


def _short(text: str) -> str:
    joined = " ".join(text.split())
    return joined if len(joined) <= 90 else f"{joined[:87]}..."


def substance(row: PersonRow) -> Iterator[Placed]:
    """The cells that hold what the interest is: organisation, nature, and the words under columns of one type."""
    yield from row.of(Field.ORGANISATION, Field.NATURE, *TICKS)
