"""Item numbers that entries under declarations give bare ("3 - all GPs", "VN - 4", "(72)"), the word put before."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from coi_audit.linking.participation.sentences import Sentence

_ONE = r"\d{1,3}(?:\.\d{1,2})?[a-z]?"
_MANY = rf"{_ONE}(?:(?:\s*[,&/]\s*|\s+and\s+|,\s+and\s+){_ONE})*"
_FIRST = re.compile(rf"^(?P<lead>\W*)(?P<many>{_MANY})(?=\s*[-:]\s+\S|\s+\()")
_BRACKET = re.compile(rf"(?<=\()(?P<many>{_MANY})(?=\))")
_BEHIND = re.compile(rf"(?<=[^\W\d])(?P<mark>\)?\s*(?:\s-|:)\s+)(?P<many>{_MANY})(?=\s*(?:$|[,;:(]|\.(?!\d)|\s-\s|\())")
_LETTERS = re.compile(rf"(?<=\b[A-Z][A-Z])(?P<mark>[A-Z]?\s+)(?P<many>{_MANY})(?=\s*(?:$|[,;]|\.(?!\d)))")  # "AR 7"
_STROKED = re.compile(r"(?<![\w/.£-])(?<![A-Z] )\d{1,3}/\d{1,4}(?![\w/])")
_CODED = re.compile(r"\b[A-Z]{2,6}[/ -]?\d{1,4}(?:[/.-]\d{1,4})+\b")  # "ICB 23/025": a number of its own kind
_WORDED = re.compile(r"\b(?:items?|minutes?)\s+(?:\w+[./])*\w*\d", re.IGNORECASE)


def worded(found: Sequence[Sentence], numbers: Collection[str]) -> tuple[Sentence, ...]:
    """The sentences with "item" before bare numbers of entries, where each number is one of the meeting's items.

    Sentences that say "item 7" themselves stay as they are, and so do rows of tables, whose columns tell. `numbers`
    are the items' last parts, and whole numbers with a stroke ("5/20"), which are told wherever they stand.
    """
    return tuple(one if one.row else replace(one, text=_worded(one.text, numbers)) for one in found)


def last_part(number: str) -> str:
    """The number by which an entry calls an item: "72" for "GB/15/72"."""
    return re.split(r"[/-]", number.strip().rstrip("."))[-1].lstrip("0")


def _worded(text: str, numbers: Collection[str]) -> str:
    if _WORDED.search(text):
        return text
    text, told = _STROKED.subn(
        lambda found: f"item {found.group()}" if found.group() in numbers else found.group(), text
    )
    if told and _WORDED.search(text):
        return text
    if _CODED.search(text):
        return text

    def put(found: re.Match[str]) -> str:
        before = "".join(found[key] for key in ("lead", "mark") if key in found.groupdict())
        each = re.findall(_ONE, found["many"])
        if not all(last_part(one) in numbers for one in each):
            return found.group()
        return f"{before}{'items' if len(each) > 1 else 'item'} {re.sub(r'/', ', ', found['many'])}"

    for pattern in (_FIRST, _BRACKET, _BEHIND, _LETTERS):
        text = pattern.sub(put, text)
    return text
