"""Minutes in Word or plain text: who came, what each item's paragraphs say, draft or ratified, the next meetings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from coi_audit.model.evidence import Rejected, SourceRef
from coi_audit.model.meetings import Minutes, Passage
from coi_audit.model.words import AttendanceStatus
from coi_audit.readers.attendance.labels import Label, read_label, split_labels
from coi_audit.readers.attendance.lists import PeopleLists, without_repeats
from coi_audit.readers.attendance.names import is_name
from coi_audit.readers.attendance.people import parse_entry
from coi_audit.readers.attendance.unread import no_name_in, unnamed_in
from coi_audit.readers.days_in_text import find_days
from coi_audit.readers.minutes.day import meeting_day
from coi_audit.readers.minutes.declarations import declarations_header, is_declarations_title
from coi_audit.readers.minutes.entries import with_own_entries
from coi_audit.readers.minutes.grids import blocks_of, first_is_label
from coi_audit.readers.minutes.headings import is_bare_heading, is_numbered_heading, part_heading
from coi_audit.readers.minutes.next import next_meetings
from coi_audit.readers.minutes.people import (
    add_declarers,
    add_roll,
    apologies_in,
    attending_is_present,
    is_person,
    label_of,
    opens_list,
    opens_present,
    with_bodies,
    with_chair,
)
from coi_audit.readers.minutes.sections import SectionBuilder
from coi_audit.readers.minutes.tables import item_columns
from coi_audit.readers.minutes.titles import has_numbers, with_plain_titles
from coi_audit.readers.paper import Grid, Line, Paper, read_paper
from coi_audit.readers.paper_header import find_bodies, find_committee, header_private, minutes_status

_CHAIR_LINE = re.compile(
    r"^(?:(?:meeting )?chair(?:man|person|ed by)?|in the chair|chaired by"
    r"|chair of (?:the )?meeting)\s*[:–-]\s*(?P<name>\S.+)$",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[a-z]\.$")
_LONG = 80  # letters that make a paragraph rather than a line of a list


@dataclass(frozen=True, slots=True)
class MinutesRead:
    """Minutes, or None where no section was found; `rows_read` counts paragraphs and people understood."""

    minutes: Minutes | None
    rejected: tuple[Rejected, ...] = ()
    rows_read: int = 0
    rows_rejected: int = 0


def read_minutes(path: Path, *, root: Path | None = None) -> MinutesRead:
    """Read one set of minutes.

    Raises `UserError` for a file that cannot be opened or is neither Word nor plain text. A document in which no
    paragraph is found comes back with a `Rejected` that says what to do.
    """
    return minutes_from(read_paper(path, root=root))


def minutes_from(paper: Paper) -> MinutesRead:
    """The minutes in a paper already opened."""
    reader = _Reader(paper)
    reader.read()
    sections = with_own_entries(reader.builder.sections, is_declarations_title)
    if not any(section.passages or section.title for section in sections):
        return MinutesRead(None, (_nothing_read(paper.file),), 0, 1)
    head = [*reader.head, *paper.margins]
    on = meeting_day(head, paper.file)
    listed = reader.lists.everybody()
    committee = find_committee(head)
    people = with_chair([*listed, *apologies_in(sections, listed)], reader.chair, committee)
    tail = [passage.text for passage in (sections[-1].passages if sections else ())][-4:]
    minutes = Minutes(
        file=paper.file,
        on=on,
        committee=committee,
        bodies=find_bodies(head),
        status=minutes_status(reader.head, paper.margins, tail, paper.file),
        private=reader.private,
        attendance=without_repeats(with_bodies(people, find_bodies(head))),
        sections=sections,
        next_meetings=next_meetings(sections, on),
        source=SourceRef(file=paper.file, text=" | ".join(reader.head)[:500]),
    )
    read = len(minutes.attendance) + sum(len(section.passages) for section in sections)
    unnamed = tuple(no_name_in(text, source) for text, source in reader.lists.unread)
    return MinutesRead(minutes, unnamed, read, len(unnamed))


class _Reader:
    """Walks the paper once: header, lists, then body."""

    def __init__(self, paper: Paper) -> None:
        self.paper = paper
        self.lists = PeopleLists()
        self.head: list[str] = []
        self.chair: str | None = None
        self.in_body = False
        self.declaring = False  # under a heading for declarations that stands before the first item
        self.blocks = blocks_of(paper)
        self.ahead: Line | Grid | None = None  # the block after the one being read
        self.private = self._is_private()
        numbered = has_numbers(self.blocks)
        if not numbered:
            self.blocks = with_plain_titles(self.blocks)
        self.builder = SectionBuilder(numbered=numbered, private=self.private)
        self.has_lists = any(opens_list(block) for block in self.blocks)
        self.labelled = any(opens_present(block) for block in self.blocks)
        self.attending = attending_is_present(self.blocks)

    def _is_private(self) -> bool:
        opening: list[str] = []
        for block in self.blocks[:8]:
            if not isinstance(block, Line) or read_label(block.text) or is_numbered_heading(block):
                break
            opening.append(block.text)
        return header_private(opening, self.paper.file)

    def read(self) -> None:
        for block in self._pieces():
            if isinstance(block, Grid):
                self._grid(block)
            elif self.in_body and not self._list_in_body(block):
                self.builder.line(block)
            elif not self.in_body:
                self._opening(block)
        for text, source in self.lists.parts:
            self._loose(text, source)
            self.lists.unread += unnamed_in(text, source)

    def _pieces(self) -> Iterator[Line | Grid]:
        """The blocks; a paragraph that holds several lists of people as a line for each."""
        for at, block in enumerate(self.blocks):
            self.ahead = self.blocks[at + 1] if at + 1 < len(self.blocks) else None
            pieces = split_labels(block.text) if isinstance(block, Line) and not self.in_body else []
            if isinstance(block, Line) and len(pieces) > 1:
                yield from (block.with_text(piece) for piece in pieces)
            else:
                yield block

    def _list_in_body(self, line: Line) -> bool:
        """Attendance lists of a second part, right after its heading."""
        label = read_label(line.text)
        if label is None or (self.builder.drafts and self.builder.drafts[-1].private == self.builder.private):
            return False
        self.in_body = False
        self._opening(line)
        return True

    def _opening(self, line: Line) -> None:
        if self._chair_line(line) or self._declarations_before(line):
            return
        label = label_of(line.text, attending=self.attending)
        if label is not None and not is_numbered_heading(line):
            self.declaring = False
            self.lists.open(label)
            if label.rest and not self.lists.add_text(label.rest, line.source, several=True):
                self._nobody(line.with_text(label.rest))
            return
        if self.lists.status is None:
            if not self._list_without_label(line):
                self._header(line)
        elif self._person(line):
            return
        elif self._opens_body(line):
            self.in_body = True
            self.builder.line(line)
        elif part_heading(line) is None or self.builder.numbered:
            self._nobody(line)

    def _nobody(self, line: Line) -> None:
        """A line of a list that names nobody: a body's heading, somebody whose name was not known, or loose words."""
        marked = line.heading > 0 or line.bold or line.blank_before or any(line.text in one for one in self.head)
        unread = unnamed_in(line.text, line.source, marked=marked)
        if not unread and len(found := find_bodies([line.text])) == 1 and len(line.text.split()) <= 8:
            self.lists.body = found[0]
            return
        self._loose(line.text, line.source)
        self.lists.unread += unread

    def _declarations_before(self, line: Line) -> bool:
        """Declarations told between the lists and the first numbered item."""
        if not self.builder.numbered or is_numbered_heading(line, weak=True) or part_heading(line) is not None:
            return False
        if is_bare_heading(line):
            self.declaring = is_declarations_title(line.text)
            if self.declaring:
                self.builder.open_declarations(line)
            return self.declaring
        if self.declaring and read_label(line.text) is None:
            self.builder.passage(line.text, line.source)
            return True
        return False

    def _chair_line(self, line: Line) -> bool:
        match = _CHAIR_LINE.match(line.text)
        entry = parse_entry(match["name"]) if match else None
        if entry is None or self.lists.status is not None:
            return False
        self.chair = entry.name
        return True

    def _list_without_label(self, line: Line) -> bool:
        """People under the title, or under their body's name, where no label says that they were present."""
        ahead = self.ahead if isinstance(self.ahead, Line) else None
        if self.labelled or len(self.head) < 2 or is_numbered_heading(line):
            return False
        bodies = find_bodies([line.text])
        if len(bodies) == 1 and len(line.text.split()) <= 8 and ahead is not None and is_person(ahead.text):
            self.lists.open(Label(AttendanceStatus.PRESENT, "", body=bodies[0]))
            self.head.append(line.text)
            return True
        if is_person(line.text) and ahead is not None and (is_person(ahead.text) or read_label(ahead.text)):
            self.lists.open(Label(AttendanceStatus.PRESENT, ""))
            return self._person(line)
        return False

    def _header(self, line: Line) -> None:
        if self._opens_body(line) and (is_numbered_heading(line) or (len(self.head) >= 3 and not self.has_lists)):
            self.in_body = True
            self.builder.line(line)
            return
        self.head.append(line.text)
        if _SENTENCE.search(line.text) and len(line.text.split()) >= 6 and not find_days(line.text):
            self._loose(line.text, line.source)

    def _person(self, line: Line) -> bool:
        if line.heading or (is_numbered_heading(line) and not re.search(r"[(,\t]|\s[–-]\s", line.text)):
            return False
        if is_bare_heading(line) and not self.builder.numbered and not re.search(r"[(,\t]|\s[–-]\s", line.text):
            return self._name_set_large(line) and self.lists.add_text(line.text, line.source, several=False)
        if _SENTENCE.search(line.text) and len(line.text.split()) > 12:
            return False
        return self.lists.add_text(line.text, line.source, several=False)

    def _name_set_large(self, line: Line) -> bool:
        """A name in bold or capitals under a list's label, where no paragraph follows as it does under a heading."""
        ahead = self.ahead.text if isinstance(self.ahead, Line) else "."
        return not line.heading and is_name(line.text, sure=True) and not ahead.endswith(".") and len(ahead) < _LONG

    def _opens_body(self, line: Line) -> bool:
        if part_heading(line) is not None:
            return False
        if self.builder.numbered:
            return is_numbered_heading(line, weak=self.lists.status is not None)
        if not is_bare_heading(line) or not re.search(r"[^\W\d_]{3}", line.text):
            return False
        name = self.lists.status is not None and self._name_set_large(line)
        return not name and len(find_bodies([line.text])) == 0

    def _grid(self, grid: Grid) -> None:
        header = None if self.in_body else add_declarers(grid, self.lists)
        if header is not None:
            self.builder.declarations(grid, header)
        elif self.in_body or declarations_header(grid) is not None:
            self.builder.grid(grid)
        elif item_columns(grid) is not None and not first_is_label(grid):
            self.in_body = True
            self.builder.grid(grid)
        elif not (add_roll(grid, meeting_day(self.head, self.paper.file), self.lists) or self.lists.add_grid(grid)):
            for line in grid.lines():
                if self.in_body:
                    self.builder.line(line)
                else:
                    self._opening(line)

    def _loose(self, text: str, source: SourceRef) -> None:
        """Words before item 1 that belong to no list: kept in the section without number."""
        loose = self.builder.drafts and self.builder.drafts[0]
        if loose and not loose.number and not loose.title:
            self.builder.drafts[0].passages.append(Passage(text=text, source=source))
        elif not self.builder.drafts:
            self.builder.passage(text, source)
        else:
            first = SectionBuilder(numbered=True, private=self.private)
            first.passage(text, source)
            self.builder.drafts.insert(0, first.drafts[0])


def _nothing_read(file: str) -> Rejected:
    return Rejected(
        file=file,
        place="",
        value="",
        problem="these look like minutes, but no item and no paragraph was found in them",
        fix="set each item's heading with its number in front (6. Elm Street merger), and its paragraphs below.",
    )
