"""Agendas in lines whose columns stand under headings by spaces or tabs ("No.  Item  Lead"), as tables."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from coi_audit.readers.agendas.headings import Kind, is_whole, kind_of, label_of
from coi_audit.readers.agendas.words import ends_agenda, is_closing
from coi_audit.readers.item_numbers import typed_number
from coi_audit.readers.paper import Grid, GridCell, GridRow, Line, Paper

_CELL = re.compile(r"\S+(?: \S+)*")
_SLACK = 2  # characters that a cell may stand left of its heading
_FEWEST = 2  # usual headings in a line of headings, the titles' among them
_PROSE = 10  # words of a line in one piece that can be no cell


def with_aligned_tables(paper: Paper) -> Paper:
    """The paper with the lines under such a row of headings as one grid; wrapped cells are put together."""
    blocks = paper.blocks
    at = next((index for index, block in enumerate(blocks) if _is_heading_line(block)), None)
    if at is None:
        return paper
    heading = blocks[at]
    assert isinstance(heading, Line)
    starts = [] if "\t" in heading.text else [place for place, _ in _cells(heading)]
    width = len(starts) or len(_tabbed(heading.text))
    rows = [_row(heading, starts, width)]
    end = at + 1
    for block in blocks[at + 1 :]:
        if not isinstance(block, Line) or _is_over(block):
            break
        _take(block, rows, starts, width)
        end += 1
    if len(rows) < 3:
        return paper
    grid = Grid(tuple(_grid_row(cells, width) for cells in rows))
    return replace(paper, blocks=(*blocks[:at], grid, *blocks[end:]))


def _is_heading_line(block: Line | Grid) -> bool:
    if not isinstance(block, Line) or block.number or typed_number(block.text):
        return False
    labels = [label_of(words) for _, words in _cells(block)]
    usual = [kind_of(label) for label in labels if is_whole(label)]
    return len(usual) >= _FEWEST and len(usual) >= len(labels) - 1 and Kind.TITLE in usual


def _is_over(line: Line) -> bool:
    """The table ends at the agenda's small print and at a paragraph of prose."""
    words = line.text
    prose = len(words.split()) > _PROSE and words.endswith(".") and line.blank_before and "  " not in words
    return (is_closing(words) and line.indent <= 1 and not line.number) or ends_agenda(words) or prose


def _take(line: Line, rows: list[dict[int, Line]], starts: Sequence[int], width: int) -> None:
    """A line begins a row, unless its first column is empty, or it begins small, with no gap before it."""
    cells = _row(line, starts, width)
    wrapped = 0 not in cells or (len(cells) == 1 and line.text[0].islower())
    if not (starts and wrapped and not line.blank_before and len(rows) > 1):
        rows.append(cells)
        return
    for at, more in cells.items():
        above = rows[-1].get(at)
        rows[-1][at] = above.with_text(f"{above.text} {more.text}") if above else more


def _row(line: Line, starts: Sequence[int], width: int) -> dict[int, Line]:
    """A line's cells by column."""
    found: dict[int, Line] = {}
    if not starts:
        parts = _tabbed(line.text)
        parts = [line.number, *parts] if line.number and len(parts) < width else parts
        return {at: line.with_text(words) for at, words in enumerate(parts[:width]) if words}
    for place, words in _cells(line):
        at = max((index for index, start in enumerate(starts) if start <= place + _SLACK), default=0)
        found[at] = line.with_text(f"{found[at].text} {words}" if at in found else words)
    return found


def _grid_row(cells: dict[int, Line], width: int) -> GridRow:
    places = [(cells[at],) if at in cells else () for at in range(width)]
    return GridRow(tuple(GridCell(lines) for lines in places), next(iter(cells.values())).source)


def _cells(line: Line) -> list[tuple[int, str]]:
    """Where each piece of a line stands, and its words; pieces are two spaces or a tab apart."""
    if "\t" in line.text:
        return list(enumerate(_tabbed(line.text)))
    return [(match.start() + line.indent, match.group()) for match in _CELL.finditer(line.text)]


def _tabbed(text: str) -> list[str]:
    return [part.strip() for part in text.split("\t")]
