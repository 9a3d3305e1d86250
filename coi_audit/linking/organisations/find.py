"""Known names standing in a longer text: an agenda title, a paragraph of minutes, the nature of an interest."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from coi_audit.linking.name_words import NameWords, name_words
from coi_audit.linking.names import Word, canonical_words
from coi_audit.linking.organisations.index import NameIndex
from coi_audit.linking.organisations.known import Entry, NameSource
from coi_audit.model.organisations import FoundName, Resolution
from coi_audit.model.words import Match

_CODE = re.compile(r"\b[A-Z]\d{5}\b")
_CODE_AFTER = re.compile(r"\s*[(\[]\s*(?:ODS\s+|practice\s+)?(?:code\s*:?\s*)?[A-Z]\d{5}\s*[)\]]", re.IGNORECASE)
_PLACE_AFTER = re.compile(r"\s*(?:,\s*([^,.;:()\n]{2,40})|\(([^()\n]{2,40})\))")
_JOINS = re.compile(r"[\s&'’\-–/.]*(?:\b(?:the|and|of)\b[\s&]*)*\Z", re.IGNORECASE)
_AMONG_NAMES = frozenset({"dr", "drs", "doctor", "and", "the", "de", "da", "di", "van", "von", "der", "el", "al", "s"})
_DOCTORS_REACH = 7  # words from "Dr" to "practice" or "partners"


@dataclass(frozen=True, slots=True)
class _Phrase:
    words: tuple[str, ...]
    whole: bool  # a full name, not only its distinctive words
    needs_kind: bool  # counts only before "surgery", "medical centre" ...


class Finder:
    """Looks one day's names up in texts; `resolve` says what each mention stands for."""

    def __init__(self, index: NameIndex, resolve: Callable[[str], Resolution]) -> None:
        self._resolve = resolve
        self._words = name_words()
        phrases: dict[str, set[_Phrase]] = defaultdict(set)
        for entry in index.entries:
            for phrase in _phrases(entry, self._words):
                phrases[phrase.words[0]].add(phrase)
        self._phrases = {
            first: sorted(found, key=lambda one: (-len(one.words), not one.whole, one.words))
            for first, found in phrases.items()
        }

    def find(self, text: str) -> tuple[FoundName, ...]:
        """Names in the order they stand, not overlapping. A name that turns out to mean nothing known is left out."""
        words = canonical_words(text)
        found: list[FoundName] = []
        reached = index = 0
        while index < len(words):
            one = self._at(text, words, index) if words[index].start >= reached else None
            if one is not None:
                found.append(one)
                reached = one.end
            index += 1
        covered = [(one.start, one.end) for one in found]
        found += self._codes(text, covered)
        return tuple(sorted(found, key=lambda one: one.start))

    def _at(self, text: str, words: list[Word], index: int) -> FoundName | None:
        if words[index].text in self._words.titles:
            return self._doctors(text, words, index)
        for phrase in self._phrases.get(words[index].text, ()):
            end = index + len(phrase.words)
            if tuple(word.text for word in words[index:end]) != phrase.words or _broken(text, words[index:end]):
                continue
            named = self._named(text, words, index, end, phrase)
            if named is not None:
                return named
        return None

    def _named(self, text: str, words: list[Word], start: int, end: int, phrase: _Phrase) -> FoundName | None:
        first = self._with_qualifier(text, words, start)
        ends = self._ends(text, words, end, phrase)
        if not text[words[start].start].isupper() and not phrase.whole:
            return None
        asked: FoundName | None = None
        for last in ends:
            one = self._resolved(text, words[first].start, words[last - 1].end)
            if one is not None and one.resolution.outcome is Match.MATCHED:
                return one
            asked = asked or one
        return asked

    def _ends(self, text: str, words: list[Word], end: int, phrase: _Phrase) -> list[int]:
        """Where the mention may end, the furthest first. A word that makes it something else leaves no place."""
        binding = self._words.other_kinds | self._words.network_words | self._words.legal_forms
        ends = [] if phrase.needs_kind else [end]
        while end < len(words) and _adjacent(text, words[end - 1], words[end]):
            word = words[end].text
            if word in binding:
                further = end + 1
                keeps = word in self._words.network_words | self._words.legal_forms | self._words.trust_words
                return [further] if keeps or word in self._words.federation_words else []
            if phrase.whole and not phrase.needs_kind:
                break
            if word not in self._words.generic:
                break
            end += 1
            ends.append(end)
        return ends[::-1]

    def _with_qualifier(self, text: str, words: list[Word], start: int) -> int:
        """ "New Elm Street Surgery" is not "Elm Street Surgery": take the word before into the mention."""
        if start == 0:
            return start
        before = words[start - 1]
        close = not text[before.end : words[start].start].strip()
        return start - 1 if close and before.text in self._words.qualifiers and text[before.start].isupper() else start

    def _doctors(self, text: str, words: list[Word], index: int) -> FoundName | None:
        """ "Dr Hill & Partners": a doctor's name counts only where the words say that a practice is meant."""
        for end in range(index + 2, min(index + _DOCTORS_REACH, len(words)) + 1):
            if _broken(text, words[index:end]) or _turns_away(text, words[end - 2 : end]):
                return None
            if words[end - 1].text in {"practice", "surgery", "partners"}:
                return self._resolved(text, words[index].start, words[end - 1].end)
            if words[end - 1].text in self._words.generic:
                return None
        return None

    def _resolved(self, text: str, start: int, end: int) -> FoundName | None:
        """The mention with the code or place that follows it, if these decide; None where it means nothing known."""
        code = _CODE_AFTER.match(text, end)
        if code is not None:
            end = code.end()
        resolution = self._resolve(text[start:end])
        place = _PLACE_AFTER.match(text, end) if code is None else None
        if place is not None:
            further = self._resolve(text[start : place.end()])
            if further.outcome is Match.MATCHED and further.ods_code != resolution.ods_code:
                return FoundName(start, place.end(), further)
        return None if resolution.outcome is Match.NONE else FoundName(start, end, resolution)

    def _codes(self, text: str, covered: list[tuple[int, int]]) -> Iterator[FoundName]:
        for one in _CODE.finditer(text):
            if any(start <= one.start() < end for start, end in covered):
                continue
            resolution = self._resolve(one.group())
            if resolution.outcome is Match.MATCHED:
                yield FoundName(one.start(), one.end(), resolution)


def _phrases(entry: Entry, words: NameWords) -> Iterator[_Phrase]:
    name = entry.name
    if name.doctor is not None or not name.distinctive:
        return
    own = entry.source is NameSource.ALIAS
    weak = name.is_weak and not name.kinds
    yield _Phrase(name.words, whole=True, needs_kind=(len(name.words) == 1 or weak) and not own)
    if entry.source in (NameSource.SHORT, NameSource.PREMISES):
        return
    together = " ".join(name.distinctive) in " ".join(name.words)
    if together and name.words != name.distinctive:
        street = name.distinctive[-1] in words.streets
        yield _Phrase(name.distinctive, whole=False, needs_kind=len(name.distinctive) == 1 or name.is_weak or street)


def _adjacent(text: str, left: Word, right: Word) -> bool:
    return bool(_JOINS.match(text[left.end : right.start])) if right.start >= left.end else True


def _broken(text: str, words: list[Word]) -> bool:
    """Whether a sentence or a line ends among these words."""
    gaps = (text[left.end : right.start] for left, right in pairwise(words))
    return any(mark in gap for gap in gaps for mark in ";:!?\n•")


def _turns_away(text: str, pair: list[Word]) -> bool:
    """Whether a bracket opens between two words, or the first is no doctor's name: "Dr Hill boundary change"."""
    left, right = pair
    written = text[left.start : left.end]
    plain = written.islower() and not text.islower() and left.text not in _AMONG_NAMES
    return plain or "(" in text[left.end : right.start]
