"""Headings without number, style or capitals: plain lines that stand over paragraphs, told by shape and place."""

from __future__ import annotations

import re
from collections.abc import Sequence

from coi_audit.readers.attendance.labels import read_label
from coi_audit.readers.item_numbers import typed_number
from coi_audit.readers.minutes.headings import NOTHING, VERB, is_bare_heading, is_numbered_heading, part_heading
from coi_audit.readers.minutes.tables import item_columns
from coi_audit.readers.paper import Grid, Line

_USUAL = re.compile(
    r"^(?:welcome|introductions?|apolog|declarations?\b|conflicts?\b|interests?\b|minutes\b|matters arising|action log"
    r"|actions?\b.{0,30}$|questions?\b|any other|aob\b|date\b.{0,20}\bmeeting|next meeting|close\b|closing|quor"
    r"|chair(?:man|person)?['’]?s?\b|chief\b|opening|public\b|notification|exclusion|meeting (?:close|end)"
    r"|risk register)",
    re.IGNORECASE,
)
_NO_TITLE = re.compile(
    r"^(?:resolved|agreed|action|decision|recommendation|outcome|noted|approved|deferred|carried|none|nil)\b|[;,]$|\.$"
    r"|^\W|@|\bhttps?:|^(?:signed|date|chair|time|venue|from|to|sent|subject|cc|location|page|kind regards|regards"
    r"|yours)\b\s*(?:[:.…_]|$)",
    re.IGNORECASE,
)
_MOST_WORDS = 16
_FEWEST = 3  # headings that make a paper one with plain headings
_SMALL = frozenset(
    [
        "a",
        "an",
        "and",
        "as",
        "at",
        "by",
        "for",
        "from",
        "in",
        "into",
        "its",
        "of",
        "off",
        "on",
        "or",
        "over",
        "per",
        "re",
        "the",
        "to",
        "under",
        "up",
        "via",
        "with",
        "within",
        "without",
    ]
)


def has_numbers(blocks: Sequence[Line | Grid]) -> bool:
    """Whether the items carry numbers, on lines or in a column of a table."""
    for block in blocks:
        if isinstance(block, Line):
            if is_numbered_heading(block, weak=True):
                return True
        elif (columns := item_columns(block)) is not None and columns.number is not None:
            return True
    return False


def with_plain_titles(blocks: Sequence[Line | Grid]) -> list[Line | Grid]:
    """The blocks with plain headings marked as headings, where the paper has no others; else the blocks as they are.

    At least two of them must be of the kind that every set of minutes has (welcome, declarations, minutes ...).
    """
    found = [at for at in range(len(blocks)) if _is_title(blocks, at)]
    usual = [at for at in found if _USUAL.match(_text(blocks[at]))]
    if len(found) < _FEWEST or len(usual) < 2 or _has_headings(blocks, usual[0]):
        return list(blocks)
    titles = {at for at in found if at >= usual[0]}
    titles |= {at for at in range(usual[0], len(blocks)) if _label_as_title(blocks, at)}
    return [
        block.as_heading() if isinstance(block, Line) and at in titles else block for at, block in enumerate(blocks)
    ]


def _text(block: Line | Grid) -> str:
    return block.text if isinstance(block, Line) else ""


def _has_headings(blocks: Sequence[Line | Grid], start: int) -> bool:
    """Whether the body has headings by style already; one alone may be a title set large."""
    lines = [block for block in blocks[start:] if isinstance(block, Line)]
    return sum(is_bare_heading(line) and part_heading(line) is None for line in lines) >= _FEWEST


def _is_title(blocks: Sequence[Line | Grid], at: int) -> bool:
    """Whether a line is no sentence, reads as a title and has a paragraph or a table under it."""
    line = blocks[at]
    if not isinstance(line, Line) or not _shaped_as_title(line) or read_label(line.text) is not None:
        return False
    return _stands_over_words(blocks, at) and (bool(_USUAL.match(line.text)) or _title_case(line.text))


def _shaped_as_title(line: Line) -> bool:
    words = line.text.split()
    if len(words) > _MOST_WORDS or line.bullet or _NO_TITLE.search(line.text) or NOTHING.match(line.text):
        return False
    if not (words[0][0].isupper() or words[0][0].isdigit()) or typed_number(line.text) is not None:
        return False
    return VERB.search(line.text) is None or _title_case(line.text)


def _stands_over_words(blocks: Sequence[Line | Grid], at: int) -> bool:
    if at + 1 >= len(blocks):
        return False
    under = blocks[at + 1]
    if isinstance(under, Grid):
        return False
    return under.text.endswith((".", "?", "!", ":")) or VERB.search(under.text) is not None


def _label_as_title(blocks: Sequence[Line | Grid], at: int) -> bool:
    """ "Apologies" over a sentence, once the items have begun."""
    line = blocks[at]
    label = read_label(line.text) if isinstance(line, Line) else None
    return label is not None and not label.rest and _stands_over_words(blocks, at)


def _title_case(text: str) -> bool:
    """Whether the words that matter begin with a capital."""
    words = [word for word in re.findall(r"[^\W\d_][\w’'-]*", text) if word.casefold() not in _SMALL]
    return bool(words) and sum(word[0].isupper() for word in words) >= 0.75 * len(words)
