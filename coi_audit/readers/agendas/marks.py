"""Agendas numbered by letters or Roman figures alone ("A.", "II."): the marks are taken off and become numbers."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from coi_audit.readers.item_numbers import ROMAN, typed_number
from coi_audit.readers.paper import Grid, Line, Paper

_MARK = re.compile(r"^\(?(?P<mark>[A-Za-z]|[IVX]{1,5}|[ivx]{1,5})(?:[.):]\s*|\t+|\s{2,})(?P<rest>\S.*)$")
_FEWEST = 3
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def with_marks_as_numbers(paper: Paper) -> Paper:
    """The paper with each mark of such a series as its line's number, or unchanged where the agenda has figures.

    A series begins at its first mark, goes up by one and has at least three. Letters that head groups of numbered
    items ("A. Standing items", then 1, 2, 3) are no item numbers.
    """
    blocks = paper.blocks
    figures = [at for at, block in enumerate(blocks) if isinstance(block, Line) and _has_figures(block)]
    found = max((_series(blocks, series) for series in _SERIES), key=len)
    if len(found) < _FEWEST or any(at <= max(found) for at in figures):
        return paper
    if any(isinstance(block, Grid) for block in blocks[min(found) : max(found)]):
        return paper
    marked = [_marked(block, found.get(at)) for at, block in enumerate(blocks)]
    return replace(paper, blocks=tuple(marked))


_SERIES: tuple[Callable[[int], str], ...] = (
    lambda at: ROMAN[at].upper() if at < len(ROMAN) else "",
    lambda at: ROMAN[at] if at < len(ROMAN) else "",
    lambda at: _LETTERS[at] if at < len(_LETTERS) else "",
    lambda at: _LETTERS[at].lower() if at < len(_LETTERS) else "",
)


def _series(blocks: Sequence[Line | Grid], series: Callable[[int], str]) -> dict[int, tuple[str, str]]:
    """Places of the lines that bear the series' marks in order, each with its mark and the words behind it."""
    found: dict[int, tuple[str, str]] = {}
    for at, block in enumerate(blocks):
        match = _MARK.match(block.text) if isinstance(block, Line) and not block.number else None
        if match is not None and match["mark"] == series(len(found)):
            found[at] = (match["mark"], match["rest"])
    return found


def _has_figures(line: Line) -> bool:
    return bool(re.search(r"\d", line.number)) or typed_number(line.text) is not None


def _marked(block: Line | Grid, mark: tuple[str, str] | None) -> Line | Grid:
    if mark is None or isinstance(block, Grid):
        return block
    return block.with_text(mark[1], number=mark[0])
