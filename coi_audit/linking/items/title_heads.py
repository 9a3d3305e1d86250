"""What the parts of a title are, by their heads: a "procurement register" is a register, an "audit of rent" an audit.

It refuses to know what a head means: the caller gives the heads it asks for.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from coi_audit.rulebook.phrases import Found, PhraseBook, Word

_BREAK = re.compile(r"[:;,–—()|/]|\s-|-\s")
_PREPOSITIONS = frozenset(
    {"of", "for", "on", "in", "at", "by", "from", "to", "with", "within", "across", "following", "regarding", "re",
     "about", "against", "under", "after", "before", "between", "into", "over", "per", "as"}
)  # fmt: skip
_BELONGING = frozenset({"of", "in", "by"})  # "register of closures": the closures are what it tells of
_DATE = re.compile(r"(?:q?\d[\w/]*|jan\w*|feb\w*|mar|march|apr\w*|may|june?|july?|aug\w*|sep\w*|oct\w*|nov\w*|dec\w*)$")


@dataclass(frozen=True, slots=True)
class HeadsFound:
    """The parts of a title whose head was asked for.

    `heads` are the phrases found; `governed` the indexes of the words that belong to such a head and say only what
    it is about.
    """

    heads: tuple[Found[str], ...] = ()
    governed: frozenset[int] = frozenset()


def find_heads(title: str, words: Sequence[Word], asked: PhraseBook[str]) -> HeadsFound:
    """The parts of a title that one of the phrases of `asked` is the head of."""
    heads: list[Found[str]] = []
    governed: set[int] = set()
    known = asked.find(words)
    for first, last in _parts(title, words):
        stop = next((i for i in range(first, last + 1) if words[i].stem in _PREPOSITIONS), last + 1)
        head = stop - 1
        while head > first and _DATE.match(words[head].folded):
            head -= 1
        found = max((each for each in known if each.last == head), key=lambda each: each.words, default=None)
        if found is None or head < first:
            continue
        heads.append(found)
        governed.update(range(first, head))
        if stop <= last and words[stop].stem in _BELONGING:
            governed.update(range(stop, last + 1))
    return HeadsFound(tuple(heads), frozenset(governed))


def _parts(title: str, words: Sequence[Word]) -> list[tuple[int, int]]:
    """The parts of a title as first and last index: it breaks at marks, and at "and"."""
    parts: list[tuple[int, int]] = []
    first = 0
    for index, word in enumerate(words):
        if word.stem == "and":
            if index > first:
                parts.append((first, index - 1))
            first = index + 1
        elif index > first and _BREAK.search(title[words[index - 1].end : word.start]):
            parts.append((first, index - 1))
            first = index
    if first < len(words):
        parts.append((first, len(words) - 1))
    return parts
