"""The body of minutes, taken apart into one section per item: number, heading, and every paragraph with its place."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from coi_audit.model.evidence import SourceRef
from coi_audit.model.meetings import MinutesSection, Passage
from coi_audit.readers.agendas.columns import Columns
from coi_audit.readers.item_numbers import Sequence, bare_number, is_sub_number, typed_number
from coi_audit.readers.minutes.declarations import (
    TITLE,
    declaration_passages,
    declarations_header,
    heads_interests,
    heads_people_first,
    is_declarations_title,
    is_declared_entry,
    names_items,
    opens_annex,
)
from coi_audit.readers.minutes.headings import (
    HEADING_WORDS,
    LABEL_WITHIN,
    NOTHING,
    RUN_IN,
    SUB_HEADING_WORDS,
    VERB,
    is_bare_heading,
    number_of,
    own_number,
    part_heading,
    reads_as_heading,
    title_of,
    without_number,
)
from coi_audit.readers.minutes.tables import item_columns, labels_beside
from coi_audit.readers.paper import Grid, GridRow, Line


@dataclass(slots=True)
class Draft:
    """A section under construction."""

    number: str
    title: str
    source: SourceRef
    private: bool
    passages: list[Passage] = field(default_factory=list)

    def build(self) -> MinutesSection:
        return MinutesSection(
            number=self.number,
            title=self.title,
            passages=tuple(self.passages),
            private=self.private,
            source=self.source,
        )


class SectionBuilder:
    """Takes the body's lines and tables in order. `numbered` says whether headings carry numbers in these minutes."""

    def __init__(self, *, numbered: bool, private: bool) -> None:
        self.drafts: list[Draft] = []
        self.numbered = numbered
        self.private = private
        self.sequence = Sequence(furthest_step=12)
        self.rows = 0
        self._marked_top = False
        self._beside: dict[int, str] = {}  # by column of a table of items: its heading, where it tells of interests
        self._own_numbers: bool | None = None  # whether a list of declarations counts its own entries

    @property
    def sections(self) -> tuple[MinutesSection, ...]:
        return tuple(draft.build() for draft in self.drafts if draft.number or draft.title or draft.passages)

    @property
    def declaring(self) -> bool:
        """Whether the section that is open is the one for declarations of interest."""
        return bool(self.drafts) and is_declarations_title(self.drafts[-1].title)

    def line(self, line: Line) -> None:
        """One paragraph."""
        if part_heading(line) is not None:
            self.open_part(bool(part_heading(line)))
            return
        entry = self._declared_entry(line) if self.declaring else None
        if entry is not None:
            self.passage(entry, line.source)
            return
        found = self.heading(line)
        if found is not None:
            number, title, rest = found
            self._open(number, title, line.source)
            if rest:
                self.passage(rest, line.source)
            return
        self.passage(without_number(line), line.source, number=own_number(line))

    def heading(self, line: Line) -> tuple[str, str, str] | None:
        """Number, title and run-in words where the line opens a section; None for a paragraph."""
        marked = line.bold or line.heading > 0
        number, text, strong = number_of(line)
        if not number:
            opens = not self.numbered and is_bare_heading(line) and not self._label_within_item(line)
            opens = opens or (marked and len(self.drafts) > 1 and opens_annex(line.text))
            return ("", line.text, "") if opens else None
        if is_sub_number(number):
            opens = len(text.split()) <= HEADING_WORDS if marked else self._reads_as_sub_heading(text)
            return (number, text, "") if opens and self._accepts(number, marked) else None
        if not strong and not marked and not reads_as_heading(text, HEADING_WORDS):
            return None
        if text[:1].islower() or not self._accepts(number, marked):
            return None
        if marked or reads_as_heading(text, HEADING_WORDS):
            return number, text.rstrip(" :–-"), ""
        run_in = RUN_IN.match(text)
        if run_in and reads_as_heading(run_in["title"], SUB_HEADING_WORDS + 2):
            return number, run_in["title"].strip(), run_in["rest"].strip()
        return number, "", text

    def _label_within_item(self, line: Line) -> bool:
        """Whether "Conflict of interest" stands over some paragraphs of an item, after the section for declarations."""
        own = [draft for draft in self.drafts if is_declarations_title(draft.title) and draft.private == self.private]
        return bool(own) and own[-1] is not self.drafts[-1] and LABEL_WITHIN.match(line.text) is not None

    def _declared_entry(self, line: Line) -> str | None:
        """The words of a line such as "5. Dr Lal, partner at Brook Surgery", which opens no section."""
        number, text, _ = number_of(line)
        if not number or is_sub_number(number) or line.heading or not is_declared_entry(text):
            return None
        if self._own_numbers is None:
            self._own_numbers = number == "1"
        named = re.search(r"\bitems?\s+\w*\d", line.text, re.IGNORECASE)
        return line.text if named or self._own_numbers else f"Item {number}: {text}"

    def _reads_as_sub_heading(self, text: str) -> bool:
        """A title without a verb; where headings are bold, a plain line is a paragraph. One with a stop is short."""
        if self._marked_top or VERB.search(text) or text[:1].isdigit() or NOTHING.match(text):
            return False
        stopped = text.rstrip().endswith((".", ":", "?"))
        return reads_as_heading(text, SUB_HEADING_WORDS if stopped else HEADING_WORDS)

    def _accepts(self, number: str, marked: bool) -> bool:
        self._take_back_list(number, marked)
        accepted = self.sequence.accepts(number, marked=marked)
        if accepted and not is_sub_number(number):
            self._marked_top = marked
        return accepted

    def _take_back_list(self, number: str, marked: bool) -> None:
        """Where the number after that of the declarations comes only now, what stood between was a list of them."""
        at = max((i for i, draft in enumerate(self.drafts) if is_declarations_title(draft.title)), default=None)
        if at is None or not number.isdigit() or self.drafts[at].private != self.private:
            return
        own, later = self.drafts[at], self.drafts[at + 1 :]
        follows = own.number.isdigit() and int(number) == int(own.number) + 1
        entries = all(draft.number.isdigit() and int(draft.number) >= int(number) for draft in later)
        if not (later and follows and entries and all(len(draft.passages) <= 2 for draft in later)):
            return
        for draft in later:
            words = " ".join((draft.title, *(passage.text for passage in draft.passages))).strip()
            own.passages.append(Passage(text=f"Item {draft.number}: {words}", source=draft.source))
        del self.drafts[at + 1 :]
        self.sequence.restart()
        self.sequence.accepts(own.number)

    def _open(self, number: str, title: str, source: SourceRef) -> None:
        self._own_numbers = None
        self.drafts.append(Draft(number, title.strip(), source, self.private))

    def open_part(self, private: bool) -> None:
        """A heading opens the public or the private part; numbers may start again."""
        self.private = private
        self.sequence.restart()

    def passage(self, text: str, source: SourceRef, *, column: int | None = None, number: str = "") -> None:
        """One paragraph of the section that is open; before the first heading, of a section without number."""
        if not self.drafts:
            self._open("", "", source)
        if text.strip():
            self.drafts[-1].passages.append(Passage(text=text.strip(), source=source, column=column, number=number))

    def grid(self, grid: Grid) -> None:
        """A table: rows of items where it is one, else its cells as paragraphs of the open section."""
        header = declarations_header(grid)
        if header is not None and (self.declaring or names_items(grid, header)):
            self.declarations(grid, header)
            return
        told = heads_interests(grid) if self.declaring else heads_people_first(grid)
        columns = None if told else item_columns(grid)
        columns = None if columns is not None and self._counts_anew(grid, columns) else columns
        self._beside = labels_beside(grid, columns) if columns is not None else {}
        for index, row in enumerate(grid.rows):
            if columns is None:
                self._cells(row, ())
            elif columns.header_row is None or index > columns.header_row:
                self._row(row, columns)

    def _counts_anew(self, grid: Grid, columns: Columns) -> bool:
        """Whether a table under declarations begins at or before their own number: codes or entries, and no items."""
        at, own = columns.number, self.drafts[-1].number if self.declaring else ""
        numbers = [bare_number(row.texts[at]) for row in grid.rows if row.texts[at]] if at is not None else []
        first = next((one for one in numbers if one is not None), "")
        return first.isdigit() and own.isdigit() and int(first) <= int(own)

    def declarations(self, grid: Grid, header: int) -> None:
        """A table of declarations: a passage a row of the section for them, which stands before the open one."""
        if not self.declaring:
            own = Draft("", TITLE, grid.rows[header].source, self.private)
            self.drafts.insert(max(len(self.drafts) - 1, 0), own)
        else:
            own = self.drafts[-1]
        own.passages.extend(declaration_passages(grid, header))

    def open_declarations(self, line: Line) -> None:
        """A heading without number that opens declarations before the first item."""
        self._open("", line.text, line.source)

    def _row(self, row: GridRow, columns: Columns) -> None:
        self.rows += 1
        lines = list(row.cells[columns.title].lines) if not row.cells[columns.title].repeated else []
        at = columns.number
        number_text = row.texts[at] if at is not None else ""
        if row.only_text and not number_text and lines and part_heading(lines[0]) is not None:
            self.open_part(bool(part_heading(lines[0])))
            return
        used = [columns.title] + ([at] if at is not None else [])
        first, *more = number_text.split("\n") if number_text else [""]
        number = bare_number(first) if first else None
        if number is not None:
            title = " ".join(more).strip()
            if not title and lines:
                title, lines = title_of(lines)
            self._open_row(number, title, row)
        elif first and (typed := typed_number(first)) is not None:
            self._open_row(typed.number, " ".join([typed.rest, *more]).strip(), row)
        elif first:
            self._open_row("", " ".join([first, *more]).strip(), row)
        elif lines and (found := self.heading(lines[0])) is not None and found[0]:
            self._open_row(found[0], found[1], row)
            lines = lines[1:]
        before = [at for at in self._beside if at < columns.title]
        self._labelled(row, before)
        for line in lines:
            self._cell_line(line, columns.title)
        self._labelled(row, [at for at in self._beside if at not in before])
        self._cells(row, [*used, *self._beside])

    def _labelled(self, row: GridRow, columns: list[int]) -> None:
        """Cells that tell of interests in an item or of who was out, each behind its heading."""
        for at in columns:
            text = " ".join(row.texts[at].split()) if at < len(row.cells) else ""
            if text:
                self.passage(f"{self._beside[at]}: {text}", row.cells[at].lines[0].source, column=at)

    def _cell_line(self, line: Line, column: int) -> None:
        entry = self._declared_entry(line) if self.declaring else None
        found = self.heading(line) if line.bold and entry is None else None
        if found is not None and found[0]:
            self._open(found[0], found[1], line.source)
        else:
            self.passage(entry or without_number(line), line.source, column=column)

    def _open_row(self, number: str, title: str, row: GridRow) -> None:
        self.sequence.accepts(number or "-")
        self._open(number, title, row.source)

    def _cells(self, row: GridRow, used: object) -> None:
        skip = used if isinstance(used, list) else []
        for at, cell in enumerate(row.cells):
            if at in skip or cell.repeated:
                continue
            for line in cell.lines:
                found = self.heading(line) if not skip else None
                if found is not None and (line.bold or line.heading):
                    self._open(found[0], found[1], line.source)
                elif line.text:
                    self.passage(without_number(line), line.source, column=at)
