"""People in a sentence: the mention, the statement with placeholders for its mentions, and who can act in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from coi_audit.linking.participation.sentences import Sentence
from coi_audit.linking.people.index import PeopleIndex
from coi_audit.rulebook.minutes_words import MinutesWords

MARK = re.compile(r"‹(\d+)›")


@dataclass(frozen=True, slots=True)
class Mention:
    """Somebody mentioned. `who` are positions in the people index; empty for somebody not known there."""

    kind: str  # named | group | conflicted | sharing | chair | pronoun | others
    text: str
    who: frozenset[int]
    plural: bool = False
    gender: str | None = None
    unsure: frozenset[int] = frozenset()  # those it may mean, where it could be two
    also: str = ""  # the pronoun told of beside those named: "she and Mrs Lamb"
    without: frozenset[int] = frozenset()  # those of the conflicted whom the words except


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence with its mentions: `text` has ‹n› where `mentions[n]` stands, "‹n›'s" for possessives."""

    sentence: Sentence
    text: str
    mentions: tuple[Mention, ...]

    def spans(self) -> Iterator[tuple[int, int, Mention]]:
        """Start, end and mention of every placeholder, in order."""
        for mark in MARK.finditer(self.text):
            yield mark.start(), mark.end(), self.mentions[int(mark.group(1))]


@dataclass(frozen=True, slots=True)
class Post:
    """One person's post at this meeting, in its parts. `places` are those that name whom the person comes from."""

    who: int
    parts: tuple[str, ...]
    places: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Cast:
    """What is needed to tell who is meant: the people, the words, and who is in the chair of this meeting."""

    people: PeopleIndex
    words: MinutesWords
    chair: frozenset[int] = frozenset()
    vice_chair: frozenset[int] = frozenset()
    posts: tuple[Post, ...] = ()
    also_gps: frozenset[int] = frozenset()  # those whom the words, not the lists, tell to be GPs


_BEFORE = re.compile(r"([\w']+)\W*$")
# "With the GPs abstaining": they act, though a "with" stands before them.
_ABSOLUTE = re.compile(
    r"(?:,[^.;,‹]{2,60},|\s+(?:had|has|have|was|were|is|are)\b[^.;‹]{2,70}?,)?\s+(?:(?:both|all|each|alone|only)\s+)?(?:\w{2,}ing|not|out|outside|absent|away|muted)\b"
)
# "All but Dr Rao voted".
_ALL_BUT = re.compile(
    r"\b(?:all|every\w*|each|members|none|nobody|anyone|those present|the rest)\s+(?:\w+\s+){0,2}?"
    r"(?:but|bar|save(?: for)?|except(?:ing)?(?: for)?|other than|apart from)\s+$",
    re.IGNORECASE,
)


def is_subject(statement: Statement, start: int, cast: Cast) -> bool:
    """Whether the placeholder at `start` can be who acts: not a possessive, not the object of the word before it."""
    end = statement.text.index("›", start) + 1
    if statement.text[end : end + 2] == "'s" or statement.text[end : end + 1] == "'":
        return False
    mention = statement.mentions[int(statement.text[start + 1 : end - 1])]
    if mention.kind == "pronoun" and mention.text.casefold() in ("him", "her", "them"):
        return False
    if _ALL_BUT.search(statement.text, max(start - 40, 0), start):
        return False
    previous = _BEFORE.search(statement.text[:start])
    word = previous.group(1).casefold() if previous else ""
    return word not in cast.words.objects or (word == "with" and _ABSOLUTE.match(statement.text, end) is not None)
