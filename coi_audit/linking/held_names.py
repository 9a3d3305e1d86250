"""Organisations that no list knows and somebody's interest names, found in the words of an agenda or of minutes.

It refuses to take a common word for one: a name needs a word of its own, written as names are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from coi_audit.linking.link_names import names_of, sounds_like_practice
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
_GOES_ON = re.compile(r"[\s&'’\-–]*")
_ORGANISED = frozenset({Tie.TRUSTEE, Tie.ROLE})


class HeldNames:
    """The names that interests give to organisations no list has; `own` are names of the body and its committees."""

    def __init__(self, holdings: Iterable[Holding], books: NameBooks, *, own: Iterable[str] = ()) -> None:
        self._books = books
        self._own = {word for name in own for word in normalise(name).words}
        self._organisations: dict[str, list[tuple[tuple[str, ...], Organisation]]] = {}
        known: dict[tuple[str, ...], Organisation] = {}
        for holding in holdings:
            for written in names_of(holding) if holding.organisation is None else ():
                words = self._name(written)
                if words and holding.outcome is Match.NONE:
                    known.setdefault(words, _organisation(holding))
        for words, organisation in sorted(known.items(), key=lambda one: (-len(one[0]), one[0])):
            self._organisations.setdefault(words[0], []).append((words, organisation))

    def find(self, text: str, *, taken: Iterable[FoundName] = ()) -> tuple[FoundName, ...]:
        """The names standing whole in the text, in order; none that overlaps one of `taken`."""
        if not self._organisations:
            return ()
        words, found = canonical_words(text), list(taken)
        given = len(found)
        for index in range(len(words)):
            one = self._at(text, words, index)
            if one is not None and not any(one.start < other.end and other.start < one.end for other in found):
                found.append(one)
        return tuple(found[given:])

    def _at(self, text: str, words: list[Word], index: int) -> FoundName | None:
        for name, organisation in self._organisations.get(words[index].text, ()):
            end = index + len(name)
            if tuple(word.text for word in words[index:end]) != name:
                continue
            start, stop = words[index].start, words[end - 1].end
            full = _legal_end(text, words, end)
            if (full > stop or self._is_name(text[start:stop])) and not _is_longer(text, words, index, end):
                stop = full
                because = "Somebody at the table has declared an interest in an organisation of this name."
                resolution = Resolution(text[start:stop], Match.NONE, organisation, because=because)
                return FoundName(start, stop, resolution)
        return None

    def _is_name(self, written: str) -> bool:
        """Whether the words are written as a name: with capitals, and one word at least that is no common one."""
        read = NameText(written, self._books)
        return read.words[0].capital and any(
            read.words[place].capital and not read.common(place) for place in range(len(read.words))
        )

    def _name(self, written: str) -> tuple[str, ...]:
        """The name's words, none where it may be common words, a practice, a body of the NHS or this body itself."""
        name = normalise(written)
        alone = len(name.words) == 1 and not name.legal and not _MADE.search(written)
        if (
            not written[:1].isupper()
            or alone
            or len(name.words) > _LONGEST
            or name.doctor is not None
            or sounds_like_practice(written)
        ):
            return ()
        ours, said = all(word in self._own for word in name.words), words_of(written)
        if any(each.value is None and each.last == len(said) - 1 for each in self._books.endings.find(said)):
            return ()  # "... Health and Care Partnership" is nobody's organisation
        if ours or not name.distinctive or set(name.words) & _BODIES or self._books.never_a_party.find(said):
            return ()
        return name.words


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
