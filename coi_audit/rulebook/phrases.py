"""Words and phrases of the vocabulary found in a text, whatever its case, hyphens, plurals and apostrophes.

It refuses to know what a phrase means: each carries a value of the caller's choosing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Generic, NamedTuple, TypeVar

Value = TypeVar("Value")

_WORD = re.compile(r"[^\W_]+(?:['’.][^\W_]+)*|&|£")
_APOSTROPHES = str.maketrans("", "", "'’.")
_GAP = 5  # words that "..." may stand for
_CAPITALS = re.compile(r"[A-Z].*[A-Z]")
_Key = tuple[str, str]


class Word(NamedTuple):  # of all classes of values the quickest to make; thousands are made for every command
    """One word of a text. `text[start:end]` is the word as written, `stem` what it is compared by."""

    written: str
    stem: str
    folded: str  # no case, no apostrophes, plural kept
    start: int
    end: int

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter or a figure."""
        return self.written[0].isupper() or self.written[0].isdigit()

    @property
    def capitals(self) -> bool:
        """Whether it holds two capital letters or more, as abbreviations do."""
        return not self.written.islower() and _CAPITALS.search(self.written) is not None


@dataclass(frozen=True, slots=True)
class Found(Generic[Value]):
    """A phrase standing in a text. `first` and `last` are indexes of words, both included."""

    value: Value
    phrase: str
    first: int
    last: int
    words: int  # words of the phrase itself, gaps not counted
    letters: int


class _Part(NamedTuple):
    stem: str
    capitals: bool
    folded: str | None  # asked for too where plurals matter


@dataclass(frozen=True, slots=True)
class _Entry(Generic[Value]):
    segments: tuple[tuple[_Part, ...], ...]  # parted by "..."
    value: Value
    phrase: str
    words: int
    letters: int
    place: int  # in the list the phrases were given in


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """A word folded: no case, no apostrophes or full stops, plural taken off."""
    plain = _fold(word)
    if plain == "gps":
        return "gp"
    if len(plain) <= 3 or not plain.endswith("s") or plain.endswith(("ss", "us", "is")):
        return plain
    if plain.endswith("ies") and len(plain) > 4:
        return plain[:-3] + "y"
    if plain.endswith(("sses", "xes", "ches", "shes")):
        return plain[:-2]
    return plain[:-1]


@lru_cache(maxsize=50_000)
def _fold(word: str) -> str:
    return "and" if word == "&" else word.casefold().translate(_APOSTROPHES)


@lru_cache(maxsize=20_000)  # a title and a sentence are read for several things; a vocabulary holds 8,000 phrases
def words_of(text: str) -> tuple[Word, ...]:
    """The words of a text, in order. Hyphens and slashes part words; "&" counts as "and"."""
    words = []
    for match in _WORD.finditer(text):
        written = match.group()
        words.append(Word(written, stem(written), _fold(written), match.start(), match.end()))
    return tuple(words)


def phrase_key(phrase: str) -> str:
    """What two spellings of one phrase share; a word in capitals keeps them."""
    return " ... ".join(
        " ".join(word.written if word.capitals else word.stem for word in words_of(part))
        for part in phrase.split("...")
    )


class PhraseBook(Generic[Value]):
    """Many phrases, each with a value, looked for in one pass.

    "..." in a phrase stands for up to five words. A phrase word with two capital letters or more asks for capitals
    in the text too, unless the text has no mixture of cases to tell by. With `exact`, one is not many.
    """

    def __init__(self, phrases: Iterable[tuple[str, Value]], *, exact: bool = False) -> None:
        self._exact = exact
        self._given: dict[_Key, list[tuple[int, str, Value]]] = {}  # by the first two words, "" where there is one
        self._read: dict[_Key, list[_Entry[Value]]] = {}  # of those given, the ones a text has asked for
        self._firsts: set[str] = set()
        for place, (phrase, value) in enumerate(phrases):
            words = next((words for part in phrase.split("...") if (words := words_of(part))), None)
            if words is not None:
                key = (words[0].stem, words[1].stem if len(words) > 1 else "")
                self._given.setdefault(key, []).append((place, phrase, value))
                self._firsts.add(words[0].stem)

    def find(self, words: Sequence[Word]) -> list[Found[Value]]:
        """Every phrase that stands in the words, in order of place; overlapping ones too."""
        known = self._firsts
        return [each for start, word in enumerate(words) if word.stem in known for each in self.find_at(words, start)]

    def find_at(self, words: Sequence[Word], start: int) -> list[Found[Value]]:
        """Every phrase that begins with the word at `start`; none where there is no such word."""
        if start >= len(words):
            return []
        found = []
        first, second = words[start].stem, words[start + 1].stem if start + 1 < len(words) else ""
        entries = [*self._entries((first, "")), *(self._entries((first, second)) if second else ())]
        for entry in sorted(entries, key=_place) if len(entries) > 1 else entries:
            end = _match(entry.segments, words, start)
            if end is not None:
                found.append(Found(entry.value, entry.phrase, start, end - 1, entry.words, entry.letters))
        return found

    def _entries(self, key: _Key) -> Sequence[_Entry[Value]]:
        """The phrases that begin with these words, taken apart when a text first holds them: few ever are."""
        if key not in self._given:
            return ()
        if key not in self._read:
            self._read[key] = [_entry(*given, exact=self._exact) for given in self._given[key]]
        return self._read[key]

    def longest(self, words: Sequence[Word]) -> Found[Value] | None:
        """The phrase of most words, then most letters; the first of equals."""
        return max(self.find(words), key=lambda found: (found.words, found.letters), default=None)


def _entry(place: int, phrase: str, value: Value, *, exact: bool) -> _Entry[Value]:
    parts = [words_of(part) for part in phrase.split("...")]
    segments = tuple(
        tuple(_Part(w.stem, w.capitals, w.folded if exact else None) for w in part) for part in parts if part
    )
    stems = [part.stem for segment in segments for part in segment]
    return _Entry(segments, value, phrase, len(stems), sum(map(len, stems)), place)


def _place(entry: _Entry[Any]) -> int:
    return entry.place


def one_case(words: Sequence[Word]) -> bool:
    """Whether capitals tell nothing in this text: all of it is in capitals, or none."""
    text = "".join(word.written for word in words)
    return text == text.upper() or text == text.lower()


def _match(segments: tuple[tuple[_Part, ...], ...], words: Sequence[Word], start: int) -> int | None:
    """Index after the last word matched, or None."""
    end = _match_segment(segments[0], words, start)
    for segment in segments[1:]:
        if end is None:
            return None
        places = range(end, min(end + _GAP + 1, len(words)))
        end = next((e for place in places if (e := _match_segment(segment, words, place)) is not None), None)
    return end


def _match_segment(segment: tuple[_Part, ...], words: Sequence[Word], start: int) -> int | None:
    end = start + len(segment)
    if end > len(words):
        return None
    for part, word in zip(segment, words[start:end], strict=True):
        if part.stem != word.stem or (part.folded is not None and part.folded != word.folded):
            return None
        if part.capitals and not word.capitals and not one_case(words):
            return None
    return end
