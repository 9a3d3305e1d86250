"""Builds agenda items line by line, keeping sections, private parts and continuation words."""

from __future__ import annotations

import re

from coi_audit.model.evidence import Rejected
from coi_audit.model.meetings import AgendaItem
from coi_audit.readers.agendas.bodies import names_only_bodies
from coi_audit.readers.agendas.details import read_detail, split_question
from coi_audit.readers.agendas.draft import Draft, unbulleted
from coi_audit.readers.agendas.words import ends_agenda, is_action, is_closing, is_section_heading, split_fields
from coi_audit.readers.days_in_text import find_days
from coi_audit.readers.item_numbers import Sequence, SubItems, sub_letter, typed_number
from coi_audit.readers.paper import Line
from coi_audit.readers.paper_header import is_private

_EXCLUSION = re.compile(
    r"\bexclu(?:de|sion)\b.{0,60}\b(?:public|press)\b|\b(?:public|press)\b.{0,80}\bexcluded\b",
    re.IGNORECASE | re.DOTALL,
)
_AGENDA = re.compile(r"\bagenda\b|\ba\s?g\s?e\s?n\s?d\s?a\b", re.IGNORECASE)
_PART = re.compile(r"^\W*(?:part|section)\s+(?:\d|[ivx]+|[a-f]|one|two|three|four)\b(?=\W*\w)", re.IGNORECASE)
_THIRD_PART = re.compile(r"^\W*(?:part|section)\s+(?:3|iii|three|c)\b", re.IGNORECASE)
SHORT = 12  # words of a heading at most


def opens_third_part(text: str) -> bool:
    """Whether a line is the heading of a third part, so that the second is not the private one for its number alone."""
    return bool(_THIRD_PART.match(text)) and len(text.split()) <= SHORT


class ItemBuilder:
    """Takes an agenda's lines in order, and the items of its tables read already.

    Afterwards `items`, `head` (lines before them) and `rejected` hold. `is_unnumbered_item` says which lines start an
    item where the agenda numbers none.
    """

    def __init__(self, file: str, *, private: bool, is_unnumbered_item: object = None) -> None:
        self.file = file
        self.drafts: list[Draft] = []
        self.head: list[str] = []
        self.rejected: list[Rejected] = []
        self.section: str | None = None
        self.private = private
        self.many_parts = (
            False  # its parts are groups of items: "Part B: Consent items" is no private part by its letter
        )
        self.groups = False  # "For decision" heads the items below it, however plainly it is set
        self.sequence = Sequence()
        self.sub_items = SubItems()
        self._starts = is_unnumbered_item
        self._fresh_section = False
        self._closed = False
        self._agenda_said = False

    @property
    def items(self) -> tuple[AgendaItem, ...]:
        return tuple(draft.build() for draft in self.drafts)

    def line(self, line: Line) -> None:
        """One paragraph or text line."""
        if self.part_heading(line.text, numbered=bool(line.number)):
            return
        numbered = self._numbered(line)
        if numbered is not None:
            self._start(*numbered, line)
        elif self._starts is not None and callable(self._starts) and self._starts(line):
            self._start("", unbulleted(line.text) if line.bullet else line.text, line)
        elif not self.drafts:
            if is_section_heading(line.text):
                self.open_section(line.text)
            elif self._bullet_item(line):
                self._start("", unbulleted(line.text), line)
            else:
                self.head.append(line.text)
                self._note_heading(line)
        else:
            self._below_item(line)

    def _note_heading(self, line: Line) -> None:
        """A heading between "Agenda" and the first item heads the items ("Opening business")."""
        if _AGENDA.search(line.text):
            self._agenda_said = True
            self.section = None
        elif self._agenda_said and self._is_section(line) and not find_days(line.text):
            self.section = line.text.strip(" :")

    def _numbered(self, line: Line) -> tuple[str, str] | None:
        marked = line.bold or line.heading > 0
        if line.number:
            if self.drafts and sub_letter(f"{line.number}. x") and re.match(r"\d", self.drafts[-1].number):
                return self._lettered(f"{_plain(line.number)}. {line.text}")
            if self._looks_inner(line.text) or not self.sequence.accepts(_plain(line.number), marked=marked):
                return self._lettered(f"{line.number}. {line.text}")
            return _plain(line.number), line.text
        typed = typed_number(line.text)
        if typed is None:
            return self._lettered(line.text)
        if self._looks_inner(typed.rest) or (not self.drafts and is_closing(typed.rest) and not typed.strong):
            return None
        return (typed.number, typed.rest) if self.sequence.accepts(typed.number, marked=marked) else None

    def _looks_inner(self, text: str) -> bool:
        """A lower-case start is a list inside an item ("1. approve the award; and"), not a title."""
        return bool(self.drafts) and text[:1].islower()

    def _lettered(self, text: str) -> tuple[str, str] | None:
        letter = sub_letter(text)
        if letter is None or not self.drafts or not letter[1][:1].isupper():
            return None
        number = self.sub_items.number(letter[0], self.drafts[-1].number)
        return (number, letter[1]) if number is not None else None

    def _bullet_item(self, line: Line) -> bool:
        if not (line.bullet and self.section is not None and self._fresh_section):
            return False
        return not self.drafts or not self.drafts[-1].number or is_section_heading(self.section)

    def _start(self, number: str, text: str, line: Line) -> None:
        if not self.drafts:
            self.sequence.accepts(number)
        self._closed = False
        draft = Draft(number, split_fields(text), line.source, self.section, self.private, line.indent)
        draft.fields.title, question = split_question(draft.fields.title)
        draft.lines = [question] if question and not read_detail(question, draft.fields) else []
        draft.begun_by = line
        self.drafts.append(draft)
        self._after_start()

    def _after_start(self) -> None:
        draft = self.drafts[-1]
        self._fresh_section = self._fresh_section and draft.number == ""
        if _EXCLUSION.search(draft.fields.title):
            self.private = True

    def _below_item(self, line: Line) -> None:
        draft = self.drafts[-1]
        if self._bullet_item(line):
            self._start("", unbulleted(line.text), line)
            return
        below_table = draft.begun_by is None  # what stands below a table is no part of its last row
        if self._is_section(line) and not self._is_purpose_line(line):
            self.open_section(line.text)
            self._closed = below_table
            return
        if below_table and _EXCLUSION.search(line.text):
            self.private = True
        if (
            below_table
            or self._closed
            or (is_closing(line.text) and line.indent <= draft.indent)
            or ends_agenda(line.text)
        ):
            self._closed = True
            return
        if draft.goes_on_in(line):
            draft.join(line)
            return
        if not read_detail(line.text, draft.fields):
            draft.lines.append(line.text)
            if _EXCLUSION.search(line.text):
                self.private = True

    def _is_purpose_line(self, line: Line) -> bool:
        """ "For information" set plainly right under an item is that item's purpose, not a heading."""
        draft = self.drafts[-1]
        plain = not (line.bold or line.heading or line.blank_before or line.text.isupper())
        follows = not draft.lines or line.width > 0  # a text file shows by a blank line where a heading begins
        return plain and not self.groups and is_action(line.text) and draft.fields.action is None and follows

    def _is_section(self, line: Line) -> bool:
        words = line.text.split()
        if len(words) > SHORT or line.text.endswith((".", ";", ",")):
            return False
        if is_section_heading(line.text) or names_only_bodies(line.text):
            return True
        capitals = line.text.isupper() and len(line.text) > 3
        return (line.bold or line.heading > 0 or capitals) and line.indent == 0 and not is_closing(line.text)

    def open_section(self, text: str) -> None:
        """The items that follow stand under this heading."""
        self.section = text.strip(" :")
        self._fresh_section = True
        self._closed = False

    def add(self, draft: Draft) -> None:
        """Take an item that is read already, as from a row of a table."""
        self.drafts.append(draft)
        self._after_start()

    def part_heading(self, text: str, *, numbered: bool) -> bool:
        """A heading that opens a public or private part; before the first item it is part of the header as well."""
        if numbered or len(text.split()) > SHORT or text.endswith(".") or typed_number(text):
            return False
        private = is_private(_PART.sub("", text) if self.many_parts else text)
        if private is None or not re.match(
            r"^\W*(?:agenda|part|section|private|confidential|closed|public|open|items?|in |meeting|business)",
            text,
            re.I,
        ):
            return False
        if text.strip().startswith("("):
            return False
        if not self.drafts and private == self.private and not is_section_heading(text):
            return False
        self.private = private
        self.sequence.restart()
        if not self.drafts:
            self.head.append(text)
        self.open_section(text)
        return True


def _plain(number: str) -> str:
    return number.rstrip(".):").strip("(")
