"""Agendas whose numbers stand on lines of their own, above their titles: each number goes to the line below it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from coi_audit.readers.item_numbers import Sequence as InOrder
from coi_audit.readers.item_numbers import bare_number, is_time
from coi_audit.readers.paper import Grid, Line, Paper

_FEWEST = 3


def with_lone_numbers_joined(paper: Paper) -> Paper:
    """The paper with each such number as the number of the line below, or unchanged where fewer than three go up."""
    alone = _alone(paper.blocks)
    if len(alone) < _FEWEST:
        return paper
    blocks: list[Line | Grid] = []
    for at, block in enumerate(paper.blocks):
        if at in alone:
            continue
        number = alone.get(at - 1)
        blocks.append(replace(block, number=number) if number and isinstance(block, Line) else block)
    return replace(paper, blocks=tuple(blocks))


def _alone(blocks: Sequence[Line | Grid]) -> dict[int, str]:
    """Places of the lines that are nothing but the next number, with a line of words below."""
    found: dict[int, str] = {}
    order = InOrder()
    for at, (block, below) in enumerate(pairwise(blocks)):
        if not (isinstance(block, Line) and isinstance(below, Line)) or block.number or below.number or below.bullet:
            continue
        number = None if is_time(block.text) else bare_number(block.text)
        if number and bare_number(below.text) is None and order.accepts(number):
            found[at] = number
    return found
