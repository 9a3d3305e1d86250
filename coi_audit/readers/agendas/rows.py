"""Builds agenda items from the rows of a table: numbers, sub-items, section rows, ticks and bodies."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from coi_audit.model.evidence import Rejected
from coi_audit.readers.agendas.bodies import bodies_in_words, stance_columns
from coi_audit.readers.agendas.columns import Columns, is_tick, is_untaken, sub_mark
from coi_audit.readers.agendas.details import is_keyed, read_detail, split_question
from coi_audit.readers.agendas.draft import Draft, cell_text
from coi_audit.readers.agendas.files import without_file_note
from coi_audit.readers.agendas.items import SHORT, ItemBuilder
from coi_audit.readers.agendas.words import (
    Fields,
    is_action,
    is_closing,
    is_pause,
    is_section_heading,
    take_end,
    title_goes_on,
)
from coi_audit.readers.item_numbers import bare_number, sub_letter, typed_number
from coi_audit.readers.paper import Grid, GridCell, GridRow
from coi_audit.readers.paper_header import is_private

_LONGEST_NUMBER = 12  # letters
_ASKS = re.compile(r"(?:to|for|that) ", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Read:
    """One row taken apart: `alone` is its only words, but for a time of day."""

    row: GridRow
    number: str
    title: str
    alone: str
    action: str
    presenter: str
    paper: str
    bodies: str
    part: str


class RowReader:
    """Reads the rows of an agenda table into `builder`; `named_bodies` are its ticked columns that stand for bodies."""

    def __init__(
        self, builder: ItemBuilder, columns: Columns, named_bodies: dict[str, str], bodies: Sequence[str] = ()
    ) -> None:
        self._builder = builder
        self._stances = stance_columns(columns, bodies)
        own_action = columns.action not in self._stances.values()
        self._columns = columns if own_action else replace(columns, action=None)
        self._named_bodies = named_bodies
        self._bodies = bodies

    def grid(self, grid: Grid) -> None:
        """An agenda table, its heading row and any rows above it left aside."""
        header = self._columns.header_row
        heading = grid.rows[header].texts if header is not None else None
        rows: list[_Read] = []
        for index, row in enumerate(grid.rows):
            if header is not None and index < header:
                self._builder.head.append(" ".join(text for text in row.texts if text))
            elif row.texts != heading and any(row.texts):  # a heading row is repeated on a new page
                rows.extend(self._read(one) for one in rows_of_cells(row, self._columns))
        for at, read in enumerate(rows):
            self._row(read, rows[at + 1 :])

    def _read(self, row: GridRow) -> _Read:
        columns = self._columns
        title = cell_text(row, columns.title)
        said = [text for at, text in enumerate(row.texts) if text and at != columns.time]
        alone = said[0] if len(said) == 1 else row.only_text
        number, title = _row_number(cell_text(row, columns.number), title, alone)
        return _Read(
            row, number, title, alone,
            action=_filled(row, columns.action),
            presenter=_filled(row, columns.presenter),
            paper=cell_text(row, columns.paper),
            bodies=_filled(row, columns.body),
            part=_filled(row, columns.part),
        )  # fmt: skip

    def _row(self, read: _Read, following: Sequence[_Read]) -> None:
        builder = self._builder
        number, title, texts = read.number, read.title, read.row.texts
        beside = [text for at, text in enumerate(texts) if text and at not in (self._columns.title, self._columns.time)]
        if not number and not beside and builder.part_heading(title, numbered=False):
            return  # a heading with nothing but a time of day beside it
        if not number and not beside and is_pause(title):
            return
        if not number and read.alone:
            self._lone_row(read)
        elif _heads_group(read, following):
            builder.open_section(title)
        elif not title:
            self._reject(read)
        else:
            self._item(read, number or self._lettered(read.row))

    def _lettered(self, row: GridRow) -> str:
        """The number of a sub-item whose letter stands in a column of its own."""
        mark = sub_mark(cell_text(row, self._columns.letter))
        if mark is None or not self._builder.drafts:
            return ""
        return self._builder.sub_items.number(mark, self._builder.drafts[-1].number) or ""

    def _item(self, read: _Read, number: str) -> None:
        builder = self._builder
        mark = sub_mark(number)
        if mark is not None and mark.islower() and builder.drafts:
            number = builder.sub_items.number(mark, builder.drafts[-1].number) or number
        builder.sequence.accepts(number or "-")
        head, *rest = _title_and_rest([part.strip() for part in read.title.split("\n") if part.strip()])
        parts = _lettered_parts(rest)
        self._add(read, number, head, [] if parts else rest, told_by_parts=bool(parts))
        for at, (mark, title) in enumerate(parts):
            one = replace(read, action=_nth(read.action, at, len(parts)), paper=_nth(read.paper, at, len(parts)))
            sub_number = builder.sub_items.number(mark, builder.drafts[-1].number) or ""
            self._add(one, sub_number, title, [], told_by_parts=False)

    def _add(self, read: _Read, number: str, title: str, rest: Sequence[str], *, told_by_parts: bool) -> None:
        title, question = split_question(without_file_note(title))
        fields = Fields(title=title, action=read.action or None, paper=read.paper or None)
        fields.presenter = read.presenter or None
        if told_by_parts:
            fields.action, fields.paper = None, None
        take_end(fields)
        private = {True: True, False: False, None: self._builder.private}[is_private(read.part)]
        draft = Draft(number, fields, read.row.source, self._builder.section, private)
        rest = [question, *rest] if question else rest
        draft.lines = [line for line in rest if not read_detail(line, fields)]
        self._apply_ticks(draft, read.row)
        self._apply_stances(draft, read.row)
        draft.ticked = draft.ticked or bodies_in_words(read.bodies, self._bodies)
        self._builder.add(draft)

    def _lone_row(self, read: _Read) -> None:
        """A row in which one cell speaks and which has no number: a heading, or more words of the item above."""
        builder, row, text = self._builder, read.row, read.alone
        cells = [cell for at, cell in enumerate(row.cells) if row.texts[at] == text]
        line = cells[0].lines[0]
        if builder.part_heading(text, numbered=False):
            return
        if builder.drafts and all(is_keyed(part) for part in text.split("\n")):
            rest = [part for part in text.split("\n") if not read_detail(part, builder.drafts[-1].fields)]
            builder.drafts[-1].lines.extend(rest)
            return
        short = len(text.split()) <= SHORT and "\n" not in text and not text.endswith(".")
        across = row.merged_across or _spans_the_rest(row, text)
        if short and not line.bullet and (across or line.bold or is_section_heading(text) or not builder.drafts):
            if not is_closing(text):
                builder.open_section(text)
            return
        if is_closing(text) or not builder.drafts:
            builder.head.append(text)
        elif self._is_unnumbered_item(read, short=short and not line.bullet):
            fields = Fields(title=text)
            take_end(fields)
            builder.add(Draft("", fields, row.source, builder.section, builder.private))
        else:
            builder.drafts[-1].lines.append(text)

    def _is_unnumbered_item(self, read: _Read, *, short: bool) -> bool:
        in_title = cell_text(read.row, self._columns.title) == read.alone
        goes_on = title_goes_on(self._builder.drafts[-1].fields.title)
        return short and in_title and not goes_on and read.alone[0].isupper()

    def _apply_ticks(self, draft: Draft, row: GridRow) -> None:
        ticks, named = self._columns.ticks, self._named_bodies
        ticked = [label for label, at in ticks.items() if is_tick(cell_text(row, at))]
        actions = [label for label in ticked if label not in named]
        bodies = [named[label] for label in ticked if label in named]
        if actions and draft.fields.action is None:
            draft.fields.action = " / ".join(actions)
        if bodies and len(bodies) < len([label for label in ticks if label in named]):
            draft.ticked = tuple(bodies)

    def _apply_stances(self, draft: Draft, row: GridRow) -> None:
        """Of columns of bodies: those that take the item, and what each does with it."""
        said = {body: cell_text(row, at) for body, at in self._stances.items()}
        taking = {body: text for body, text in said.items() if not is_untaken(text)}
        draft.body_actions = tuple((body, text) for body, text in taking.items() if not is_tick(text))
        actions = dict.fromkeys(text for _, text in draft.body_actions)
        if actions and draft.fields.action is None:
            draft.fields.action = " / ".join(actions)
        if taking and len(taking) < len(said):
            draft.ticked = tuple(taking)

    def _reject(self, read: _Read) -> None:
        number, source = read.number, read.row.source
        self._builder.rejected.append(
            Rejected(
                file=self._builder.file,
                place=f"table {source.table}, row {source.row}" if source.table else f"row {source.row}",
                value=" | ".join(text for text in read.row.texts if text)[:200],
                problem=f"item {number} has no title, so it cannot be examined" if number else "this row has no title.",
                fix="write the item's title in its row of the agenda.",
            )
        )


def _row_number(number: str, title: str, alone: str) -> tuple[str, str]:
    if number:
        bare = bare_number(number)
        if bare is not None or (len(number) <= _LONGEST_NUMBER and number != alone):
            return bare or number.strip(" .)("), title
    typed = typed_number((title or alone).split("\n")[0])
    if typed is not None and not number:
        rest = (title or alone).split("\n")[1:]
        return typed.number, "\n".join([typed.rest, *rest])
    return "", "" if number and number == alone else title


def rows_of_cells(row: GridRow, columns: Columns) -> list[GridRow]:
    """A row whose cells hold several items line by line, as one row an item; any other row alone."""
    numbered = columns.number if columns.number is not None else columns.title
    if numbered >= len(row.cells) or row.cells[numbered].repeated:
        return [row]
    lines = row.cells[numbered].lines
    count = len(lines)
    bare = columns.number is not None and all(bare_number(line.text) for line in lines)
    if count < 2 or not (bare or all(typed_number(line.text) for line in lines)):
        return [row]
    if bare and len(row.cells[columns.title].lines) != count:
        return [row]
    return [
        GridRow(
            tuple(GridCell((cell.lines[at],)) if len(cell.lines) == count else cell for cell in row.cells), row.source
        )
        for at in range(count)
    ]


def _title_and_rest(lines: Sequence[str]) -> list[str]:
    """The lines of a title's cell, those put together that one sentence runs through: "Merger of A", "and B"."""
    joined = [lines[0]]
    for at, line in enumerate(lines[1:], start=1):
        small = line[0].islower() and not line.endswith((".", ";")) and not joined[0].endswith((":", ".", ";"))
        if not (small or title_goes_on(joined[0])) or is_action(line) or sub_letter(line) or _ASKS.match(line):
            return [*joined, *lines[at:]]
        joined = [f"{joined[0]} {line}"]
    return joined


def _lettered_parts(lines: Sequence[str]) -> list[tuple[str, str]]:
    """The letters and titles of matters set out under a title: "a) Merger of ...", "b) Closure of ..."."""
    parts = [part for line in lines if (part := sub_letter(line)) is not None and part[1][:1].isupper()]
    return parts if len(parts) == len(lines) > 1 else []


def _nth(text: str, at: int, count: int) -> str:
    """The line of a cell that belongs to one of several parts, or all its words where it has not one for each."""
    lines = text.split("\n")
    return lines[at] if len(lines) == count else text


def _heads_group(read: _Read, following: Sequence[_Read]) -> bool:
    """Whether a numbered row merged across heads the rows below: "2. Items for decision", then 2.1 and 2.2.

    So does a letter and nothing but a title beside it, where the rows below are numbered in figures.
    """
    if re.fullmatch(r"[A-Z]", read.number) and sum(1 for text in read.row.texts if text) == 2:
        below = next((other.number for other in following if other.number), "")
        return below[:1].isdigit() and bool(read.title)
    if not read.row.merged_across or not re.fullmatch(r"[A-Z]|\d{1,2}", read.number):
        return False
    following = [other for other in following if other.number][:1]
    return any(re.match(rf"{re.escape(read.number)}[.]?\d", other.number) for other in following)


def _spans_the_rest(row: GridRow, text: str) -> bool:
    """Whether the words fill every column from where they stand: a heading with a time before it."""
    at = next(index for index, words in enumerate(row.texts) if words == text)
    return at > 0 and len(row.cells) - at > 2 and all(cell.repeated for cell in row.cells[at + 1 :])


def _filled(row: GridRow, at: int | None) -> str:
    """The cell's words, those of the cell above included where the two are merged."""
    text = cell_text(row, at)
    if text or at is None or at >= len(row.cells) or not row.cells[at].repeated or row.merged_across:
        return text
    beside = row.cells[at - 1].text if at else ""
    return "" if beside == row.cells[at].text else row.cells[at].text
