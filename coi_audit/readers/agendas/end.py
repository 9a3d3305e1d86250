"""Where an agenda ends in a file that holds the papers too: before the first cover sheet, report or minutes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from coi_audit.readers.agendas.columns import find_columns
from coi_audit.readers.agendas.headings import label_of
from coi_audit.readers.item_numbers import typed_number
from coi_audit.readers.paper import Grid, Line, Paper

_FEWEST = 3  # items before a paper can begin
_NEAR = 6  # lines behind a heading that tell what it heads
_COVER = re.compile(
    r"^(?:report|paper|briefing|cover(?:ing)? sheet|front sheet)(?: paper| note)? (?:to|for)\b.*"
    r"(?:committee|governing body|board|pccc)\b"
    r"|^(?:title of (?:the )?(?:report|paper)|(?:report|paper) (?:title|author)|meeting title|author and (?:role|title)"
    r"|(?:cover|front|summary) sheet)\s*(?::|$)",
    re.IGNORECASE,
)
_FIRST_OF_REPORT = re.compile(
    r"^(?:purpose|introduction|background|executive summary|summary|context|overview|foreword|key (?:points|messages)"
    r"|recommendations?|report summary)\b[\w ]{0,30}:?$",
    re.IGNORECASE,
)
_MINUTES = re.compile(
    r"^(?:\W*(?:draft|unconfirmed|unratified|ratified|approved|confirmed|final)\s+)*(?:minutes|notes) of (?:the |a )?",
    re.IGNORECASE,
)
_PRESENT = re.compile(r"^(?:voting |members )?(?:present|attendance|in attendance|attendees|members)\b", re.IGNORECASE)
_LABELS = """
agenda item|agenda item no|agenda item number|title|title of report|report title|paper title|presenter|presented by
report author|author|purpose|purpose of report|recommendation|recommendations|meeting|meeting date|date of meeting|date
executive summary|lead director|executive lead|clinical lead|report to|prepared by
"""
_COVER_LABELS = frozenset(_LABELS.replace("\n", "|").split("|")) - {""}


def without_papers_behind(paper: Paper) -> Paper:
    """The paper up to the end of its agenda; unchanged where nothing but the agenda is in it."""
    begun = 0
    for at, block in enumerate(paper.blocks):
        if begun >= _FEWEST and _begins_a_paper(paper.blocks, at):
            return replace(paper, blocks=paper.blocks[:at])
        if isinstance(block, Grid):
            begun += len(block.rows) if find_columns(block) is not None else 0
        elif block.number or typed_number(block.text):
            begun += 1
    return paper


def _begins_a_paper(blocks: Sequence[Line | Grid], at: int) -> bool:
    block = blocks[at]
    if isinstance(block, Grid):
        return _is_cover_sheet(block)
    near = [line.text for line in blocks[at + 1 : at + 1 + _NEAR] if isinstance(line, Line)]
    if _COVER.match(block.text):
        return True
    if _MINUTES.match(block.text) and not block.number and any(_PRESENT.match(text) for text in near):
        return True
    if block.number:
        return block.number.strip(".()") in ("1", "1.0") and bool(_FIRST_OF_REPORT.match(block.text))
    typed = typed_number(block.text)
    if typed is not None:
        return typed.number in ("1", "1.0") and bool(_FIRST_OF_REPORT.match(typed.rest))
    label = re.fullmatch(r"(?:paper|enclosure|enc|attachment|appendix|item)\W{0,2}\w{1,6}", block.text, re.IGNORECASE)
    return bool(label) and any(_COVER.match(text) for text in near[:2])


def _is_cover_sheet(grid: Grid) -> bool:
    """Whether a table gives one paper's title, author and purpose, each beside its label."""
    labels = [label_of(row.texts[0]) for row in grid.rows if row.texts]
    known = [label for label in labels if label in _COVER_LABELS]
    return len(known) >= _FEWEST and len(known) >= len([label for label in labels if label]) / 2
