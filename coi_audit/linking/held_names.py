"""Organisations that no list knows and somebody's interest names, found in the words of an agenda or of minutes.

It refuses to take a common word for one: a name needs a word of its own, written as names are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from coi_audit.linking.link_names import loose_key, names_of, sounds_like_practice
from coi_audit.linking.name_text import NameText
from coi_audit.linking.name_words import name_words
from coi_audit.linking.names import Word, canonical_words, normalise
from coi_audit.model.linking import Holding
from coi_audit.model.organisations import FoundName, Organisation, Resolution
from coi_audit.model.words import Match, OrganisationKind, Tie
from coi_audit.rulebook.phrases import words_of
from coi_audit.rulebook.vocabulary_books import NameBooks

_LONGEST = 9  # words: a longer cell is a description, not a name
_CHARITY = re.compile(r"\b(?:charit\w+|voluntary|volunteer\w*|trustees?|not[- ]for[- ]profit)\b", re.IGNORECASE)
_BODIES = frozenset(
    {"ccg", "icb", "pct", "nhs", "board", "committee", "body", "forum", "panel", "council", "parliament", "party"}
)
_MADE = re.compile(r"[a-z][A-Z]")  # a word made for a company: "TernDoc"
_NOBODY = frozenset({"spouse", "wife", "husband", "self", "family", "none", "nil", "various", "private", "locum"})
_INITIALS = 4  # letters of an abbreviation that stands for nothing else: "FHFT"
_LEADS = re.compile(r"\s*:\s|\s+[-–—]\s")  # "Brightside: training in practices"
_GOES_ON = re.compile(r"[\s&'’\-–]*")
_ORGANISED = frozenset({Tie.TRUSTEE, Tie.ROLE})


class HeldNames:
    """The names that interests give to organisations no list has; `own` are names of the body and its committees."""

    def __init__(self, holdings: Iterable[Holding], books: NameBooks, *, own: Iterable[str] = ()) -> None:
        self._books = books
        self._own = {word for name in own for word in normalise(name).words}
        self._held: dict[tuple[str, ...], Holding] = {}
        for holding in holdings:
            if holding.organisation is None and holding.outcome is Match.NONE:
                self._add(holding)
        self._lengths = sorted({len(words) for words in self._held}, reverse=True)

    def _add(self, holding: Holding) -> None:
        for written in names_of(holding):
            for words in _name(written, self._books):
                if not all(word in self._own for word in words):
                    self._held.setdefault(words, holding)

    def find(self, text: str, *, taken: Iterable[FoundName] = ()) -> tuple[FoundName, ...]:
        """The names standing whole in the text, in order; none that overlaps one of `taken`."""
        if not self._held:
            return ()
        words, found = canonical_words(text), list(taken)
        given = len(found)
        for index in range(len(words)):
            one = self._at(text, words, index)
            if one is not None and not any(one.start < other.end and other.start < one.end for other in found):
                found.append(one)
        return tuple(found[given:])

    def _at(self, text: str, words: list[Word], index: int) -> FoundName | None:
        for length in self._lengths:
            end = index + length
            holding = self._held.get(tuple(word.text for word in words[index:end])) if end <= len(words) else None
            stop = self._end(text, words, index, end) if holding is not None else None
            if holding is not None and stop is not None:
                start = words[index].start
                because = "Somebody at the table has declared an interest in an organisation of this name."
                resolution = Resolution(text[start:stop], Match.NONE, _organisation(holding), because=because)
                return FoundName(start, stop, resolution)
        return None

    def _end(self, text: str, words: list[Word], index: int, end: int) -> int | None:
        """Where the name ends, the "Ltd" after it included; None where the words are no name, or part of another."""
        start, stop, full = words[index].start, words[end - 1].end, _legal_end(text, words, end)
        if full == stop and end - index == 1 and not _stands_out(text, start, stop):
            return None
        named = full > stop or self._is_name(text[start:stop])
        return full if named and not _is_longer(text, words, index, end) else None

    def _is_name(self, written: str) -> bool:
        """Whether the words are written as a name: with capitals, and one word at least that is no common one."""
        read = NameText(written, self._books)
        return read.words[0].capital and any(
            read.words[place].capital and not read.common(place) for place in range(len(read.words))
        )


@lru_cache(maxsize=50_000)
def _name(written: str, books: NameBooks) -> tuple[tuple[str, ...], ...]:
    """The name's words, and those without what people leave out at its end; none where it may be common words, a
    practice or a body of the NHS."""
    name, said = normalise(written), words_of(written)
    if not written[:1].isupper() or not 0 < len(name.words) <= _LONGEST or name.doctor is not None:
        return ()
    nobodys = any(each.value is None and each.last == len(said) - 1 for each in books.endings.find(said))
    place = NameText(written, books).is_place(0, len(said) - 1)
    if nobodys or place or books.never_a_party.find(said) or sounds_like_practice(written):
        return ()
    found = (name.words, tuple(loose_key(written).split()))
    return tuple(words for words in found if words and not _is_common(words))


def _is_common(words: tuple[str, ...]) -> bool:
    own = [word for word in words if word not in name_words().generic]
    return not own or bool(set(words) & (_BODIES | _NOBODY))


def _stands_out(text: str, start: int, end: int) -> bool:
    """Whether one word can only be a name: made for it ("TernDoc"), initials, or what the whole title is about."""
    word = text[start:end]
    initials = len(word) >= _INITIALS and word.isupper()
    return bool(_MADE.search(word)) or initials or (start == 0 and _LEADS.match(text, end) is not None)


def _organisation(holding: Holding) -> Organisation:
    charity = holding.tie in _ORGANISED or _CHARITY.search(f"{holding.organisation_name} {holding.nature}")
    kind = OrganisationKind.CHARITY if charity else OrganisationKind.COMPANY
    return Organisation(name=holding.organisation_name, kind=kind, source=holding.evidence[0])


def _is_longer(text: str, words: list[Word], start: int, end: int) -> bool:
    """Whether the words are part of another name: "East Tarn Links", "Tarn Links Academy"."""
    vocabulary = name_words()
    if start and words[start - 1].text in vocabulary.qualifiers and _beside(text, words[start - 1], words[start]):
        return text[words[start - 1].start].isupper()
    if end < len(words) and _beside(text, words[end - 1], words[end]):
        goes_on = vocabulary.other_kinds - vocabulary.legal_forms
        return words[end].text in goes_on and text[words[end].start].isupper()
    return False


def _legal_end(text: str, words: list[Word], end: int) -> int:
    """Where the name ends with the "Ltd" that may stand after it."""
    legal = end < len(words) and words[end].text in name_words().legal_forms
    return words[end].end if legal and _beside(text, words[end - 1], words[end]) else words[end - 1].end


def _beside(text: str, left: Word, right: Word) -> bool:
    return _GOES_ON.fullmatch(text[left.end : right.start]) is not None
