"""Builds agenda items line by line and row by row, keeping sections, private parts and continuation words."""

from __future__ import annotations

import re

from coi_audit.model.evidence import Rejected
from coi_audit.model.meetings import AgendaItem
from coi_audit.readers.agenda_columns import Columns, is_tick
from coi_audit.readers.agenda_draft import Draft, cell_text, unbulleted
from coi_audit.readers.agenda_words import (
    Fields,
    ends_agenda,
    is_action,
    is_closing,
    is_pause,
    is_section_heading,
    read_detail,
    split_fields,
    take_end,
    title_goes_on,
)
from coi_audit.readers.item_numbers import Sequence, bare_number, sub_letter, typed_number
from coi_audit.readers.paper import Grid, GridRow, Line
from coi_audit.readers.paper_header import is_private

_EXCLUSION = re.compile(
    r"\bexclu(?:de|sion)\b.{0,60}\b(?:public|press)\b|\b(?:public|press)\b.{0,80}\bexcluded\b",
    re.IGNORECASE | re.DOTALL,
)
_SHORT = 12  # words of a heading at most


class ItemBuilder:
    """Takes an agenda's lines and tables in order; afterwards `items`, `head` (lines before them) and `rejected` hold.

    `unnumbered` says which lines start an item where the agenda numbers none.
    """

    def __init__(self, file: str, *, private: bool, is_unnumbered_item: object = None) -> None:
        self.file = file
        self.drafts: list[Draft] = []
        self.head: list[str] = []
        self.rejected: list[Rejected] = []
        self.section: str | None = None
        self.private = private
        self.sequence = Sequence()
        self.rows = 0
        self._starts = is_unnumbered_item
        self._fresh_section = False
        self._closed = False

    @property
    def items(self) -> tuple[AgendaItem, ...]:
        return tuple(draft.build() for draft in self.drafts)

    def line(self, line: Line) -> None:
        """One paragraph or text line."""
        if self._part_heading(line.text, numbered=bool(line.number)):
            return
        numbered = self._numbered(line)
        if numbered is not None:
            self._start(*numbered, line)
        elif self._starts is not None and callable(self._starts) and self._starts(line):
            self._start("", line.text, line)
        elif not self.drafts:
            if is_section_heading(line.text):
                self._open_section(line.text)
            elif self._bullet_item(line):
                self._start("", unbulleted(line.text), line)
            else:
                self.head.append(line.text)
        else:
            self._below_item(line)

    def _numbered(self, line: Line) -> tuple[str, str] | None:
        marked = line.bold or line.heading > 0
        if line.number:
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
        parent = re.match(r"[^a-z(]*", self.drafts[-1].number)
        return (f"{parent[0]}{letter[0]}", letter[1]) if parent and parent[0] else None

    def _bullet_item(self, line: Line) -> bool:
        return line.bullet and self.section is not None and self._fresh_section

    def _start(self, number: str, text: str, line: Line) -> None:
        if not self.drafts:
            self.sequence.accepts(number)
        self._closed = False
        draft = Draft(number, split_fields(text), line.source, self.section, self.private, line.indent)
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
        if self._is_section(line) and not self._is_purpose_line(line):
            self._open_section(line.text)
            return
        if self._closed or (is_closing(line.text) and line.indent <= draft.indent) or ends_agenda(line.text):
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
        return plain and is_action(line.text) and draft.fields.action is None and follows

    def _is_section(self, line: Line) -> bool:
        words = line.text.split()
        if len(words) > _SHORT or line.text.endswith((".", ";", ",")):
            return False
        if is_section_heading(line.text):
            return True
        capitals = line.text.isupper() and len(line.text) > 3
        return (line.bold or line.heading > 0 or capitals) and line.indent == 0 and not is_closing(line.text)

    def _open_section(self, text: str) -> None:
        self.section = text.strip(" :")
        self._fresh_section = True
        self._closed = False

    def _part_heading(self, text: str, *, numbered: bool) -> bool:
        """A heading that opens a public or private part; before the first item it is part of the header as well."""
        if numbered or len(text.split()) > _SHORT or text.endswith(".") or typed_number(text):
            return False
        private = is_private(text)
        if private is None or not re.match(
            r"^\W*(?:part|section|private|confidential|closed|public|open|items?|in |meeting|business)", text, re.I
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
        self._open_section(text)
        return True

    def row(self, row: GridRow, columns: Columns, named_bodies: dict[str, str]) -> None:
        """One row of an agenda table."""
        self.rows += 1
        texts = row.texts
        alone = row.only_text
        cells = {
            name: cell_text(row, getattr(columns, name)) for name in ("number", "title", "action", "presenter", "paper")
        }
        number, title = self._row_number(cells["number"], cells["title"], alone)
        if not any(texts):
            return
        beside = [text for at, text in enumerate(texts) if text and at not in (columns.title, columns.time)]
        if not number and not beside and self._part_heading(title, numbered=False):
            return  # a heading with nothing but a time of day beside it
        if not number and not beside and is_pause(title):
            return
        if not number and alone:
            self._lone_row(row, alone, cells["title"] == alone)
            return
        if not title:
            self._reject_row(row, number, texts)
            return
        head, *rest = [part.strip() for part in title.split("\n") if part.strip()]
        fields = Fields(title=head, action=cells["action"] or None, paper=cells["paper"] or None)
        fields.presenter = cells["presenter"] or None
        take_end(fields)
        self.sequence.accepts(number or "-")
        draft = Draft(number, fields, row.source, self.section, self.private)
        draft.lines = [line for line in rest if not read_detail(line, fields)]
        self._apply_ticks(draft, row, columns, named_bodies)
        self.drafts.append(draft)
        self._after_start()

    @staticmethod
    def _row_number(number: str, title: str, alone: str) -> tuple[str, str]:
        if number:
            bare = bare_number(number)
            if bare is not None or (len(number) <= 12 and number != alone):
                return bare or number.strip(" .)"), title
        typed = typed_number((title or alone).split("\n")[0])
        if typed is not None and not number:
            rest = (title or alone).split("\n")[1:]
            return typed.number, "\n".join([typed.rest, *rest])
        return "", "" if number and number == alone else title

    def _lone_row(self, row: GridRow, text: str, in_title: bool) -> None:
        """A row in which one cell speaks and which has no number: a heading, or more words of the item above."""
        line = row.cells[next(i for i, words in enumerate(row.texts) if words)].lines[0]
        if self._part_heading(text, numbered=False):
            return
        short = len(text.split()) <= _SHORT and "\n" not in text and not text.endswith(".")
        if (
            short
            and not line.bullet
            and (row.merged_across or line.bold or is_section_heading(text) or not self.drafts)
        ):
            if not is_closing(text):
                self._open_section(text)
            return
        if is_closing(text) or not self.drafts:
            self.head.append(text)
        elif (
            short
            and in_title
            and not line.bullet
            and not title_goes_on(self.drafts[-1].fields.title)
            and text[0].isupper()
        ):
            fields = Fields(title=text)
            take_end(fields)
            self.drafts.append(Draft("", fields, row.source, self.section, self.private))
        else:
            self.drafts[-1].lines.append(text)

    def _apply_ticks(self, draft: Draft, row: GridRow, columns: Columns, named_bodies: dict[str, str]) -> None:
        ticked = [label for label, at in columns.ticks.items() if is_tick(cell_text(row, at))]
        actions = [label for label in ticked if label not in named_bodies]
        bodies = [named_bodies[label] for label in ticked if label in named_bodies]
        if actions and draft.fields.action is None:
            draft.fields.action = " / ".join(actions)
        if bodies and len(bodies) < len([label for label in columns.ticks if label in named_bodies]):
            draft.ticked = tuple(bodies)

    def _reject_row(self, row: GridRow, number: str, texts: tuple[str, ...]) -> None:
        self.rejected.append(
            Rejected(
                file=self.file,
                place=f"table {row.source.table}, row {row.source.row}",
                value=" | ".join(text for text in texts if text)[:200],
                problem=f"item {number} has no title, so it cannot be examined" if number else "this row has no title.",
                fix="write the item's title in its row of the agenda.",
            )
        )

    def grid(self, grid: Grid, columns: Columns, named_bodies: dict[str, str]) -> None:
        """An agenda table, its heading row and any rows above it left aside."""
        for index, row in enumerate(grid.rows):
            if columns.header_row is not None and index <= columns.header_row:
                if index < columns.header_row:
                    self.head.extend(text for text in row.texts if text)
                continue
            if columns.header_row is not None and row.texts == grid.rows[columns.header_row].texts:
                continue  # a heading row repeated on a new page
            self.row(row, columns, named_bodies)


def _plain(number: str) -> str:
    return number.rstrip(".):").strip("(")
