"""A text cut into its capitalised words, each with what it is and what stands around it."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from coi_audit.model.letters import fold_letters

_WORD = re.compile(r"[^\W_]+(?:['’\-‐][^\W_]+)*")
_OPENS = re.compile(r"(?:^|[.!?:;|\n\r•·“”\"‘(\[–—/]|\b\d+[.)])\s*['‘“\"(]*$")

# "of biscuits", and not "of the practice" or "of Elm Surgery", as it may follow a name.
_MEASURED = re.compile(r"\s+of\s+(?!(?:the|a|an|our|his|her|their|its|my|this|that|counsel)\b)[a-z]{3,}")


class Kind(StrEnum):
    """What a capitalised word is, by itself."""

    PLAIN = "plain"  # a word that the rulebook itself writes without a capital, or its letters
    NAME = "name"  # none of the others: taken for a name
    EITHER = "either"  # a name that is a word too
    MONTH = "month"  # the same, of the calendar
    SURNAME = "surname"  # of somebody who may be named
    PLACE = "place"
    TITLE = "title"
    INITIAL = "initial"
    PARTICLE = "particle"  # a small word within a name: "van", "de"


class Kinds(Protocol):
    """Says what a word is."""

    def kind_of(self, word: str) -> Kind:
        """What a capitalised word is by itself."""


@dataclass(frozen=True, slots=True)
class Token:
    """One word. `opens`: a sentence, a cell or a quotation begins with it; `dated`: a number stands beside it;
    `after` is the next word in small letters, empty where a capital or a stop follows; `measures`: it begins with how
    something comes ("Tin of biscuits")."""

    start: int
    end: int
    folded: str
    kind: Kind
    opens: bool
    dated: bool
    after: str
    before: str  # the word before in small letters, empty where a capital or a stop stands there
    measures: bool


def tokens_of(text: str, *, covered: Sequence[tuple[int, int]], surnames: Container[str], kinds: Kinds) -> list[Token]:
    """The capitalised words of a text in order, with the particles between them; none that is covered."""
    taken = [False] * (len(text) + 1)
    for start, end in covered:
        taken[start:end] = [True] * (end - start)
    words = list(_WORD.finditer(text))
    found = []
    for index, match in enumerate(words):
        word = match.group()
        if taken[match.start()] or any(sign.isdigit() for sign in word):
            continue
        if word.islower():
            if word in _PARTICLES:
                found.append(_token(match, Kind.PARTICLE, words, index, text))
            continue
        found.append(_token(match, kinds.kind_of(word), words, index, text))
    return found


_PARTICLES = frozenset(("al", "ap", "bin", "da", "de", "del", "den", "der", "di", "dos", "du", "el", "la", "le", "ten"))
_PARTICLES |= {"ter", "van", "von", "ibn", "bint", "y", "zu"}


def _token(match: re.Match[str], kind: Kind, words: Sequence[re.Match[str]], index: int, text: str) -> Token:
    before, after = words[index - 1] if index else None, words[index + 1] if index + 1 < len(words) else None
    folded = fold_letters(match.group()).casefold().replace("’", "'")
    gap = text[match.end() : after.start()] if after else "."
    follows = after.group() if after and gap.strip() == "" else ""
    dated = follows[:1].isdigit() or bool(
        before and before.group()[:1].isdigit() and text[before.end() : match.start()].strip() == ""
    )
    opens = bool(_OPENS.search(text[max(0, match.start() - 12) : match.start()]))
    return Token(
        start=match.start(),
        end=match.end(),
        folded=folded.removesuffix("'s").removesuffix("'"),
        kind=kind,
        opens=opens,
        dated=dated,
        after=follows if follows.islower() else "",
        before=_before(before, match, text),
        measures=opens and _MEASURED.match(text, match.end()) is not None,
    )


def _before(before: re.Match[str] | None, match: re.Match[str], text: str) -> str:
    if before is None or text[before.end() : match.start()].strip() or not before.group().islower():
        return ""
    return before.group()
