"""A text as the readers of names see it: its words, the gaps between them, and what is taken already."""

from __future__ import annotations

import re
from dataclasses import dataclass

from coi_audit.model.words import OrganisationKind
from coi_audit.rulebook.phrases import one_case, words_of
from coi_audit.rulebook.vocabulary_books import NameBooks

PRACTICE = OrganisationKind.PRACTICE
LEGAL_FORMS = frozenset({"ltd", "limited", "llp", "plc", "inc", "cic", "company"})  # a name whatever stands before
STOPS = frozenset({"of", "for", "from", "at", "to", "in", "with", "by", "re", "on", "or", "as", "via", "is", "are"})
PRACTICE_CODE = re.compile(r"[A-HJ-NP-Y]\d{5}")  # the national code of a practice, "P81031"
_SENTENCE_WORD = 5  # letters: shorter words are written small in headlines too
PLACE_JOINS = frozenset({"and", "north", "south", "east", "west", "mid", "central", "greater"})


@dataclass(frozen=True, slots=True)
class Name:
    """A name standing in a text: `text[start:end]`, exactly as written. `sure` False: it may be no organisation."""

    text: str
    start: int
    end: int
    kind: OrganisationKind | None  # None: an organisation that is never a party
    sure: bool = True

    def overlaps(self, other: Name) -> bool:
        """Whether two names share a letter."""
        return self.start < other.end and other.start < self.end


class NameText:
    """The words of one text, and questions about them by index. The readers of names build on it."""

    def __init__(self, text: str, books: NameBooks) -> None:
        self.text = text
        self.books = books
        self.words = words_of(text)
        self.flat = one_case(self.words)
        self.taken: list[Name] = []

    def common(self, index: int) -> bool:
        """Whether the word is one of agendas, which makes no name by itself."""
        word, following = self.words[index], self.words[index + 1 : index + 2]
        if word.capital and not self.flat and following and following[0].stem in self.books.street_words:
            return False
        return word.stem in self.books.common or word.folded in self.books.common

    def is_sentence(self) -> bool:
        """Whether the text is written as sentences are, so that a capital inside it marks a name."""
        return sum(len(word.written) >= _SENTENCE_WORD and word.written.islower() for word in self.words) > 1

    def proper(self, index: int) -> bool:
        """Whether the word can only be part of a name: capitalised, not common, no abbreviation, not taken."""
        word = self.words[index]
        if self.flat or word.capitals or not word.written[0].isupper() or self.is_code(index):
            return False
        return not self.common(index) and self.free(index, index)

    def may_name(self, index: int) -> bool:
        """Whether the word is written as words of names are; where capitals tell nothing, any uncommon word is."""
        if self.is_code(index):
            return False
        return self.words[index].capital or (self.flat and not self.common(index))

    def is_code(self, index: int) -> bool:
        """Whether the word is a practice's national code."""
        return index < len(self.words) and PRACTICE_CODE.fullmatch(self.words[index].written) is not None

    def is_place(self, first: int, last: int) -> bool:
        """Whether the words are names of places and nothing else."""
        index = first
        while index <= last:
            found = self.books.places.find_at(self.words, index)
            inside = [each.last for each in found if each.last <= last]
            joins = self.words[index].stem in PLACE_JOINS
            if not inside and not joins:
                return False
            index = max(inside, default=index) + 1
        return True

    def gap(self, index: int) -> str:
        """What stands between the word at `index` and the next."""
        if index + 1 >= len(self.words):
            return ""
        return self.text[self.words[index].end : self.words[index + 1].start]

    def name(self, first: int, last: int, kind: OrganisationKind | None, *, sure: bool = True) -> Name:
        """The words from `first` to `last`, both included, as a name."""
        start, end = self.words[first].start, self.words[last].end
        return Name(self.text[start:end], start, end, kind, sure)

    def free(self, first: int, last: int) -> bool:
        """Whether no name taken already holds any of these words."""
        name = self.name(first, last, None)
        return not any(name.overlaps(taken) for taken in self.taken)

    def take(self, first: int, last: int, kind: OrganisationKind | None, *, sure: bool = True) -> None:
        """Take these words for a name, unless some of them are taken."""
        if self.free(first, last):
            self.taken.append(self.name(first, last, kind, sure=sure))
