"""Agendas in Word or plain text: the meeting's day, committee and bodies, and every item with its place."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from coi_audit.model.evidence import Rejected, SourceRef
from coi_audit.model.meetings import Agenda, AgendaItem
from coi_audit.readers.agendas.aligned import with_aligned_tables
from coi_audit.readers.agendas.bodies import body_columns, with_bodies_of_words
from coi_audit.readers.agendas.columns import Columns, find_columns
from coi_audit.readers.agendas.draft import heads_groups, legend, without_group_headings
from coi_audit.readers.agendas.end import without_papers_behind
from coi_audit.readers.agendas.items import ItemBuilder, opens_third_part
from coi_audit.readers.agendas.marks import with_marks_as_numbers
from coi_audit.readers.agendas.numbers import with_lone_numbers_joined
from coi_audit.readers.agendas.plain import plain_items
from coi_audit.readers.agendas.rows import RowReader
from coi_audit.readers.agendas.tails import settle_presenters
from coi_audit.readers.agendas.times import timed_lines, without_times
from coi_audit.readers.agendas.words import split_fields
from coi_audit.readers.item_numbers import typed_number
from coi_audit.readers.paper import Grid, Line, Paper, read_paper
from coi_audit.readers.paper_header import (
    circulated_day,
    distinctive,
    find_bodies,
    find_committee,
    header_day,
    header_private,
)

_HEADER_LINES = 40


@dataclass(frozen=True, slots=True)
class AgendaRead:
    """An agenda, or None where no item was found; `rows_read` counts items, `rows_rejected` rows not understood."""

    agenda: Agenda | None
    rejected: tuple[Rejected, ...] = ()
    rows_read: int = 0
    rows_rejected: int = 0


def read_agenda(path: Path, *, root: Path | None = None) -> AgendaRead:
    """Read one agenda.

    Raises `UserError` for a file that cannot be opened or is neither Word nor plain text. A document in which no item
    is found comes back with a `Rejected` that says what to do.
    """
    return agenda_from(read_paper(path, root=root))


def agenda_from(paper: Paper) -> AgendaRead:
    """The agenda in a paper already opened."""
    paper = with_lone_numbers_joined(with_aligned_tables(without_papers_behind(paper)))
    paper = with_marks_as_numbers(paper)
    header = opening_lines(paper)
    private = header_private(header, paper.file)
    timed = timed_lines(paper)
    if timed:
        places = {block.source for at, block in enumerate(paper.blocks) if at in timed and isinstance(block, Line)}
        paper = replace(paper, blocks=without_times(paper, timed))
        builder = _build(paper, header, private, lambda line: line.source in places)
    else:
        builder = _build(paper, header, private, None)
    if not builder.drafts:
        plain = plain_items(paper)
        if plain:
            header = header[: _lines_before(plain[0], paper)]
            private = header_private(header, paper.file)
        builder = _build(paper, header, private, _item_starter(paper))
    if not builder.drafts:
        return AgendaRead(None, (_no_items(paper.file),), 0, 1)
    head = [*builder.head, *paper.margins]
    bodies = find_bodies(head)
    builder.drafts = without_group_headings(builder.drafts)
    settle_presenters(builder.drafts, builder.head, [distinctive(body) for body in bodies])
    key = legend(
        line.text for block in paper.blocks for line in (block.lines() if isinstance(block, Grid) else [block])
    )
    items = tuple(_spelt_out(with_bodies_of_words(item, bodies), key) for item in builder.items)
    agenda = Agenda(
        file=paper.file,
        on=header_day(head, paper.file),
        committee=find_committee(head),
        bodies=bodies,
        private=private or all(item.private for item in items),
        circulated_on=circulated_day(head),
        items=items,
        source=SourceRef(file=paper.file, text=" | ".join(head)[:500]),
    )
    return AgendaRead(agenda, tuple(builder.rejected), len(items), len(builder.rejected))


def opening_lines(paper: Paper) -> list[str]:
    """The lines of the header: up to the first numbered line or table of items, at most 40."""
    found: list[str] = []
    timed = timed_lines(paper)
    for at, block in enumerate(paper.blocks):
        if at in timed:
            break
        if isinstance(block, Grid):
            if find_columns(block) is not None:
                break
            found.extend(line.text for line in block.lines())
        elif block.number or typed_number(block.text):
            break
        else:
            found.append(block.text)
    return found[:_HEADER_LINES]


def _build(paper: Paper, header: Sequence[str], private: bool, starter: Callable[[Line], bool] | None) -> ItemBuilder:
    builder = ItemBuilder(paper.file, private=private, is_unnumbered_item=starter)
    builder.groups = heads_groups([block for block in paper.blocks if isinstance(block, Line)])
    builder.many_parts = any(opens_third_part(line.text) for line in paper.all_lines)
    bodies = find_bodies(header)
    before: tuple[Columns, int] | None = None
    for block in paper.blocks:
        if isinstance(block, Line):
            builder.line(block)
            continue
        columns = find_columns(block)
        if columns is None:
            for line in block.lines():
                builder.line(line)
            continue
        width = len(block.rows[0].cells)
        if columns.header_row is None and before is not None and before[1] == width:
            columns = replace(before[0], header_row=None)  # the table goes on after a page break
        RowReader(builder, columns, body_columns(columns, bodies), bodies).grid(block)
        before = (columns, width)
    return builder


def _spelt_out(item: AgendaItem, key: dict[str, str]) -> AgendaItem:
    """The item with the letters of its action in the words the agenda's own key gives for them ("D", "D/I")."""
    codes = re.split(r"\s*[/,&]\s*", (item.action or "").strip())
    if not all(code in key for code in codes):
        return item
    return item.model_copy(update={"action": " / ".join(key[code].capitalize() for code in codes)})


def _item_starter(paper: Paper) -> Callable[[Line], bool] | None:
    """How an agenda without numbers marks its items: by the commonest heading level, bullets, a line each, columns."""
    lines = [block for block in paper.blocks if isinstance(block, Line)]
    levels = [line.heading for line in lines[1:] if line.heading]
    if len(levels) >= 2:
        level = max(sorted(set(levels)), key=levels.count)
        if levels.count(level) >= 2:
            return lambda line: line.heading == level
    plain = plain_items(paper)
    if sum(line.bullet for line in lines) >= max(2, len(plain)):
        return lambda line: line.bullet
    if plain:
        places = {line.source for line in plain}
        return lambda line: line.source in places
    with_fields = [line for line in lines if _has_fields(line)]
    if len(with_fields) >= 2:
        return _has_fields
    return None


def _lines_before(first: Line, paper: Paper) -> int:
    lines = [block for block in paper.blocks if isinstance(block, Line)]
    return lines.index(first)


def _has_fields(line: Line) -> bool:
    fields = split_fields(line.text)
    return fields.action is not None and len(fields.title.split()) >= 1


def _no_items(file: str) -> Rejected:
    return Rejected(
        file=file,
        place="",
        value="",
        problem="this looks like an agenda, but no item was found in it",
        fix="number the items (1, 2, 3 ...), give each its own line below the heading, or set them in a table with the "
        "columns No, Item and Action.",
    )
