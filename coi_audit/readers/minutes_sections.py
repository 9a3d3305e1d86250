"""The body of minutes, taken apart into one section per item: number, heading, and every paragraph with its place."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from coi_audit.model.evidence import SourceRef
from coi_audit.model.meetings import MinutesSection, Passage
from coi_audit.readers.agenda_columns import Columns
from coi_audit.readers.item_numbers import Sequence, bare_number, is_sub_number, sub_letter, typed_number
from coi_audit.readers.minutes_tables import item_columns
from coi_audit.readers.paper import Grid, GridRow, Line
from coi_audit.readers.paper_header import is_private

_WORDS = """
was were is are has have had will would shall should be been declared noted notes approved approves agreed agrees
left presented reported advised asked confirmed stated explained outlined welcomed resolved recommended updated
introduced rejoined returned remained informed highlighted thanked gave queried raised said withdrew endorsed
supported
opened closed sought proposed seconded provided received considered reviewed described attended joined requested
suggested commented concluded invited
"""
_VERBS = _WORDS.split()
_VERB = re.compile(rf"\b(?:{'|'.join([*_VERBS, *(verb.upper() for verb in _VERBS)])})\b")
_HEADING_WORDS = 18
_SUB_HEADING_WORDS = 9
_NOTHING = re.compile(r"^(?:none|nil|n/a|no[\s.]|there )", re.IGNORECASE)
_RUN_IN = re.compile(r"^(?P<title>[^.:]{3,90}?)\s*(?::\s+|\s[–—-]\s+|\.\s+)(?P<rest>[A-Z].*)$", re.DOTALL)


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

    @property
    def sections(self) -> tuple[MinutesSection, ...]:
        return tuple(draft.build() for draft in self.drafts if draft.number or draft.title or draft.passages)

    def line(self, line: Line) -> None:
        """One paragraph."""
        if part_heading(line) is not None:
            self.open_part(bool(part_heading(line)))
            return
        found = self.heading(line)
        if found is not None:
            number, title, rest = found
            self._open(number, title, line.source)
            if rest:
                self.passage(rest, line.source)
            return
        self.passage(_without_number(line), line.source)

    def heading(self, line: Line) -> tuple[str, str, str] | None:
        """Number, title and run-in words where the line opens a section; None for a paragraph."""
        marked = line.bold or line.heading > 0
        number, text, strong = _number_of(line)
        if not number:
            return ("", line.text, "") if not self.numbered and is_bare_heading(line) else None
        if is_sub_number(number):
            opens = len(text.split()) <= _HEADING_WORDS if marked else self._reads_as_sub_heading(text)
            return (number, text, "") if opens and self._accepts(number, marked) else None
        if not strong and not marked and not _reads_as_heading(text, _HEADING_WORDS):
            return None
        if text[:1].islower() or not self._accepts(number, marked):
            return None
        if marked or _reads_as_heading(text, _HEADING_WORDS):
            return number, text.rstrip(" :–-"), ""
        run_in = _RUN_IN.match(text)
        if run_in and _reads_as_heading(run_in["title"], _SUB_HEADING_WORDS + 2):
            return number, run_in["title"].strip(), run_in["rest"].strip()
        return number, "", text

    def _reads_as_sub_heading(self, text: str) -> bool:
        """A short title without a verb; where headings are bold, a plain line is a paragraph."""
        if self._marked_top or _VERB.search(text) or text[:1].isdigit() or _NOTHING.match(text):
            return False
        return _reads_as_heading(text, _SUB_HEADING_WORDS)

    def _accepts(self, number: str, marked: bool) -> bool:
        accepted = self.sequence.accepts(number, marked=marked)
        if accepted and not is_sub_number(number):
            self._marked_top = marked
        return accepted

    def _open(self, number: str, title: str, source: SourceRef) -> None:
        self.drafts.append(Draft(number, title.strip(), source, self.private))

    def open_part(self, private: bool) -> None:
        """A heading opens the public or the private part; numbers may start again."""
        self.private = private
        self.sequence.restart()

    def passage(self, text: str, source: SourceRef) -> None:
        """One paragraph of the section that is open; before the first heading, of a section without number."""
        if not self.drafts:
            self._open("", "", source)
        if text.strip():
            self.drafts[-1].passages.append(Passage(text=text.strip(), source=source))

    def grid(self, grid: Grid) -> None:
        """A table: rows of items where it is one, else its cells as paragraphs of the open section."""
        columns = item_columns(grid)
        for index, row in enumerate(grid.rows):
            if columns is None:
                self._cells(row, ())
            elif columns.header_row is None or index > columns.header_row:
                self._row(row, columns)

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
                title, lines = _title_of(lines)
            self._open_row(number, title, row)
        elif first and (typed := typed_number(first)) is not None:
            self._open_row(typed.number, " ".join([typed.rest, *more]).strip(), row)
        elif first:
            self._open_row("", " ".join([first, *more]).strip(), row)
        elif lines and (found := self.heading(lines[0])) is not None and found[0]:
            self._open_row(found[0], found[1], row)
            lines = lines[1:]
        for line in lines:
            self._cell_line(line)
        self._cells(row, used)

    def _cell_line(self, line: Line) -> None:
        found = self.heading(line) if line.bold else None
        if found is not None and found[0]:
            self._open(found[0], found[1], line.source)
        else:
            self.passage(_without_number(line), line.source)

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
                    self.passage(_without_number(line), line.source)


def part_heading(line: Line) -> bool | None:
    """True for the heading of a private part, False for that of a public one, None for anything else."""
    words = line.text.strip()
    if len(words.split()) > 9 or words.endswith(".") or line.number or typed_number(words):
        return None
    if not re.match(
        r"^\W*(?:part|section|private|confidential|closed|public|open|in (?:private|public)|items?|meeting|minutes"
        r"|business)\b",
        words,
        re.I,
    ):
        return None
    marked = (
        line.bold or line.heading > 0 or words.isupper() or line.blank_before or bool(re.match(r"part\b", words, re.I))
    )
    return is_private(words) if marked else None


def is_bare_heading(line: Line) -> bool:
    """Whether a line without number is a heading: by style, bold or capitals, short and no sentence."""
    words = line.text.split()
    if line.heading:
        return len(words) <= _HEADING_WORDS + 6
    if len(words) > _HEADING_WORDS or line.text.endswith((".", ";", ",")) or line.bullet:
        return False
    if re.match(r"^(?:resolved|action|decision|agreed|recommendation)s?\b", line.text, re.IGNORECASE):
        return False
    return line.bold or (line.text.isupper() and len(line.text) > 3)


def is_numbered_heading(line: Line, *, weak: bool = False) -> bool:
    """Whether a line looks like a numbered section heading, whatever its place in the order.

    `weak` allows a number with nothing but one space behind it ("3 Rent reviews").
    """
    number, text, strong = _number_of(line)
    if not number or is_sub_number(number) or text[:1].islower():
        return False
    return (weak or strong or line.bold or line.heading > 0) and (
        line.bold or line.heading > 0 or _reads_as_heading(text, _HEADING_WORDS) or bool(_RUN_IN.match(text))
    )


def _number_of(line: Line) -> tuple[str, str, bool]:
    if line.number:
        number = line.number.strip("().:")
        return (number, line.text, True) if re.search(r"\d", number) else ("", line.text, False)
    typed = typed_number(line.text)
    return (typed.number, typed.rest, typed.strong) if typed else ("", line.text, False)


def _reads_as_heading(text: str, most_words: int) -> bool:
    words = text.strip()
    if len(words.split()) > most_words or words.endswith((";", ",")):
        return False
    if words.endswith(".") and (": " in words or len(words.split()) > 6 or _VERB.search(words)):
        return False
    return not (
        _VERB.search(words) and not words.isupper() and len(words.split()) > 3 and not _TITLE_OF_PAPER.match(words)
    )


_TITLE_OF_PAPER = re.compile(r"^(?:minutes|notes|action|matters|declarations?|apolog|date)\b", re.IGNORECASE)


def _title_of(lines: list[Line]) -> tuple[str, list[Line]]:
    """A cell's first line where it reads as a heading, and the lines left."""
    first = lines[0]
    number = typed_number(first.text)
    text = number.rest if number else first.text
    if first.bold or _reads_as_heading(text, _HEADING_WORDS):
        return first.text.rstrip(" :–-"), lines[1:]
    run_in = _RUN_IN.match(first.text)
    if run_in and _reads_as_heading(run_in["title"], _SUB_HEADING_WORDS + 2):
        return run_in["title"].strip(), [first.with_text(run_in["rest"]), *lines[1:]]
    return "", lines


def _without_number(line: Line) -> str:
    """A paragraph's words without its own number; letters of a list stay."""
    if line.number or sub_letter(line.text):
        return line.text
    typed = typed_number(line.text)
    return typed.rest if typed is not None and (is_sub_number(typed.number) or typed.strong) else line.text
