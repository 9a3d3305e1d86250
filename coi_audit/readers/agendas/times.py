"""Agendas in lines that begin with a time of day and no number: the times are taken off, and each line is an item."""

from __future__ import annotations

import re

from coi_audit.readers.agendas.words import is_pause
from coi_audit.readers.item_numbers import typed_number
from coi_audit.readers.paper import Grid, Line, Paper

_TIMED = re.compile(
    r"^(?:[01]?\d|2[0-3])(?P<colon>[.:])(?P<minute>[0-5]\d)(?:\s*(?P<half>am|pm))?"
    r"(?:\s*[-–]\s*\d{1,2}[.:]\d\d\s*(?:am|pm)?)?(?P<gap>\t+|\s{2,}|\s+[-–]?\s*)(?P<rest>[A-Z(\"'‘“].*)$",
    re.IGNORECASE,
)
_FEWEST = 3
_STEP = 5  # minutes: meetings are timed in fives, item numbers such as 2.11 and 2.12 are not


def timed_lines(paper: Paper) -> dict[int, str]:
    """Places of the lines that begin with a time of day, with the words behind it; empty where the agenda has numbers.

    At least three of them, nearly all at whole five minutes, make a timed agenda.
    """
    found: dict[int, str] = {}
    fives = 0
    for at, block in enumerate(paper.blocks):
        match = _TIMED.match(block.text) if isinstance(block, Line) and not block.number else None
        if match is None or not _is_clock(match):
            continue
        if typed_number(match["rest"]) is not None:
            return {}
        found[at] = match["rest"]
        fives += int(match["minute"]) % _STEP == 0
    return found if len(found) >= _FEWEST and fives >= len(found) - 1 else {}


def _is_clock(match: re.Match[str]) -> bool:
    """A number with a stop and one space behind it ("2.10 Finance") is an item's; a colon or am and pm tell a clock."""
    return match["colon"] == ":" or bool(match["half"]) or match["gap"] != " "


def without_times(paper: Paper, timed: dict[int, str]) -> tuple[Line | Grid, ...]:
    """The paper's blocks with the times of the timed lines taken off, and without its breaks."""
    blocks = []
    for at, block in enumerate(paper.blocks):
        if at not in timed or isinstance(block, Grid):
            blocks.append(block)
        elif not is_pause(timed[at]):
            blocks.append(block.with_text(timed[at]))
    return tuple(blocks)
