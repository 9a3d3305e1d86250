"""Names of organisations read from the words of a title or sentence, where no list knows them.

A name is a run of capitalised words with a practice-like, company-like or other known ending, or "Dr X & Partners".
It refuses to know whether such a body exists.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from coi_audit.linking.name_text import LEGAL_FORMS, PRACTICE, STOPS, Name, NameText
from coi_audit.model.words import OrganisationKind
from coi_audit.rulebook.phrases import Found

_SPACE = re.compile(r"[\s'’.]*")
_HYPHENATED = re.compile(r"[\s'’.\-]*")
_OF = frozenset({"of", "the", "for"})
_LISTED = frozenset({PRACTICE, OrganisationKind.PCN, OrganisationKind.FEDERATION})  # "Elm and Ash Surgeries" are two
_OF_KINDS = frozenset({OrganisationKind.TRUST, OrganisationKind.COUNCIL, OrganisationKind.CHARITY})
_PLACES_OF = frozenset(
    {"vale", "isle", "forest", "university", "village", "prince", "princess", "duke", "king", "queen"}
)
_NO_START = frozenset({"branch", "practice", "surgery", "contract", "dr", "doctor", "gp", "and", "of", "for"})
_LONGEST = 4  # words before the ending
_INITIAL = 2  # letters of an initial, its full stop included
_MERGING = frozenset({"merge", "merger", "merging", "merged", "consolidation", "amalgamation", "between"})


class NameReader:
    """Reads the names of one text that carry an ending, a doctor or are known, into `text.taken`."""

    def __init__(self, text: NameText) -> None:
        self._text = text

    def names(self) -> list[Name]:
        """Every name with an ending, a doctor or a known name, in order of place."""
        self._known()
        self._doctors()
        self._endings()
        return sorted(self._text.taken, key=lambda name: name.start)

    # Names with an ending

    def _known(self) -> None:
        never = self._text.books.never_a_party.find(self._text.words)
        known = self._text.books.known.find(self._text.words)
        found: list[tuple[int, int, OrganisationKind | None]] = [(each.first, each.last, None) for each in never]
        found += [
            (self._known_start(each.first, each.value), self._known_end(each.last, each.value), each.value)
            for each in known
            if self._text.words[each.first].capital and not self._is_verb(each)
        ]
        for first, last, kind in sorted(found, key=lambda each: (each[0] - each[1], each[0])):
            self._text.take(first, last, kind)

    def _known_end(self, last: int, kind: OrganisationKind) -> int:
        """A charity's name goes on with its branch: "Age UK Northshire"."""
        following = last + 1
        goes_on = kind is OrganisationKind.CHARITY and following < len(self._text.words)
        if goes_on and _SPACE.fullmatch(self._text.gap(last)) and self._text.proper(following):
            return self._known_end(following, kind)
        return last

    def _is_verb(self, found: Found[OrganisationKind]) -> bool:
        """Whether a charity's name of one word begins a title as a verb: "Relate to patients", "Mind the gap"."""
        if found.first or found.last or found.value is not OrganisationKind.CHARITY or len(self._text.words) < 2:
            return False
        return self._text.gap(0) == " " and self._text.words[1].folded in {"to", "the", "from", "of", "our", "your"}

    def _known_start(self, first: int, kind: OrganisationKind) -> int:
        """A charity's branch may stand before its name: "Northshire Mind"."""
        before = first - 1
        if kind is OrganisationKind.CHARITY and before >= 0 and _SPACE.fullmatch(self._text.gap(before)):
            return self._known_start(before, kind) if self._text.proper(before) else first
        return first

    def _doctors(self) -> None:
        index = 0
        while index < len(self._text.words):
            index = self._doctor(index) if self._text.words[index].stem in self._text.books.doctor else index + 1

    def _doctor(self, start: int) -> int:
        """Read "Dr Hallam & Partners" or "Drs Patel, Shah and Rao"; the index to go on from."""
        last, tail = start, False
        several = self._text.words[start].folded.endswith("s")
        for index in range(start + 1, len(self._text.words)):
            word, gap = self._text.words[index], self._text.gap(index - 1)
            if word.stem == "and" and not several and self._begins_name(index + 1):
                break
            if word.stem in self._text.books.doctor_tail and self._text.words[index - 1].stem == "and":
                last, tail = index, True
                break
            if word.stem == "and" or (several and gap.strip() == ","):
                if word.stem != "and" and word.capital:
                    last = index
                continue
            before = self._text.words[index - 1]
            surname = index == start + 1 or len(before.written) <= _INITIAL
            surname = surname or (several and (before.stem == "and" or gap.strip() == ","))
            if not word.capital or (self._text.common(index) and not surname):
                break
            if not _SPACE.fullmatch(gap):
                break
            last = index
        following = self._text.words[last + 1].stem if last + 1 < len(self._text.words) else ""
        if last > start and self._possessive(last) and following in {"practice", "surgery", "list", "contract"}:
            last, tail = (last + 1 if following in {"practice", "surgery"} else last), True
        if last > start:
            self._text.take(start, last, PRACTICE, sure=tail or several)
        return last + 1

    def _begins_name(self, index: int) -> bool:
        """Whether a practice's name with an ending of its own stands there: "Dr Pell and Elm Surgery" are two."""
        ends = [each for each in self._text.books.endings.find(self._text.words) if each.value is PRACTICE]
        words = self._text.words
        return any(
            index < each.first <= index + _LONGEST
            and all(
                word.capital and word.stem not in self._text.books.doctor_tail for word in words[index : each.first]
            )
            and self._unbroken(index, each.last)
            for each in ends
        )

    def _possessive(self, index: int) -> bool:
        return self._text.words[index].written.lower().endswith(("'s", "’s", "s'", "s’"))

    def _endings(self) -> None:
        found = self._text.books.endings.find(self._text.words)
        for each in sorted(found, key=lambda each: (-each.last, each.first)):
            if not self._text.free(each.first, each.last) or not self._unbroken(each.first, each.last):
                continue
            if self._is_remark(each.first, found):
                continue
            if each.value is None:
                self._text.take(each.first, each.last, None)
            else:
                self._ending(each.first, each.last, each.value)

    def _is_remark(self, first: int, found: Sequence[Found[OrganisationKind | None]]) -> bool:
        """Whether an ending is written small behind a name that has its own: "Elm Group Practice partnership split"."""
        small = not self._text.flat and not self._text.words[first].capital
        return small and any(o.last == first - 1 and self._text.words[o.last].capital for o in found)

    def _unbroken(self, first: int, last: int) -> bool:
        """Whether no comma, bracket or the like parts the words."""
        return all(_HYPHENATED.fullmatch(self._text.gap(index)) for index in range(first, last))

    def _ending(self, first: int, last: int, kind: OrganisationKind) -> None:
        plural = kind in _LISTED and self._text.words[last].folded != self._text.words[last].stem
        start = self._left_end(first, last, kind, plural=plural)
        if start is None or self._is_no_practice(start, first, last, kind):
            return
        for before, after in self._earlier(start, plural=plural):
            self._text.take(before, after, kind)
        self._text.take(start, last, kind)

    def _left_end(self, first: int, last: int, kind: OrganisationKind, *, plural: bool) -> int | None:
        """Index of the first word of the name whose ending begins at `first`; None where no name stands before it."""
        run = first
        while run > 0 and self._joins(run - 1, run, first, kind):
            if plural and self._text.words[run - 1].stem == "and":
                break
            run -= 1
        start = run
        if self._all_of_it(run, first):
            return run
        for index in range(run, first):
            if self._cuts(index, index + 1, first):
                start = index + 1
        while start < first and self._opens_badly(start, first) and not self._has_of(start, first, kind):
            start += 1
        legal = kind is OrganisationKind.COMPANY and self._text.words[last].stem in LEGAL_FORMS
        if start == first and legal and run < first:
            start = run
        own = any(self._text.words[i].written[0].isalpha() and not self._text.common(i) for i in range(start, first))
        return start if start < first and (own or legal) else None

    def _all_of_it(self, run: int, first: int) -> bool:
        """Whether every capitalised word is the name's: it stands inside a text written as a sentence ("the lease of
        Parliament Hill Surgery"), and one of its words is a name."""
        if run == 0 or not self._text.is_sentence() or not _SPACE.fullmatch(self._text.gap(run - 1)):
            return False
        words = self._text.words
        if words[run - 1].capital or words[run].stem in _NO_START or first - run > _LONGEST:
            return False
        return any(not self._text.common(index) for index in range(run, first))

    def _has_of(self, start: int, first: int, kind: OrganisationKind) -> bool:
        """Whether common words may open the name: "University Hospitals of Northfield NHS Trust"."""
        inside = self._text.words[start].stem in self._text.books.inside_names
        return inside and kind in _OF_KINDS and any(w.stem == "of" for w in self._text.words[start + 1 : first])

    def _joins(self, index: int, right: int, first: int, kind: OrganisationKind) -> bool:
        """Whether the word at `index` may belong to the name that goes on at `right`."""
        word = self._text.words[index]
        if not self._text.free(index, index) or not _HYPHENATED.fullmatch(self._text.gap(index)):
            return False
        if "-" in self._text.gap(index) and " " in self._text.gap(index):
            return False
        if word.stem in _OF and kind in _OF_KINDS and right != first:
            return index > 0 and self._text.words[index - 1].capital
        if word.stem == "of" and kind is PRACTICE and right != first:
            return (
                index > 0 and self._text.words[index - 1].folded in _PLACES_OF and self._text.words[index - 1].capital
            )
        if word.stem == "and":
            return right != first and self._and_joins(index, kind)
        return self._text.may_name(index) and word.stem not in STOPS

    def _and_joins(self, index: int, kind: OrganisationKind) -> bool:
        """Whether "and" stands inside a name ("Hall & Prior Medical Practice"), not between two."""
        if index == 0 or not self._text.words[index - 1].capital or not self._text.free(index - 1, index - 1):
            return False
        before = index - 1
        ends_a_name = any(
            found.last == before for found in self._text.books.endings.find(self._text.words[: before + 1])
        )
        merging = kind is PRACTICE and any(word.stem in _MERGING for word in self._text.words)
        return not ends_a_name and not merging and not self._text.common(before)

    def _cuts(self, index: int, right: int, first: int) -> bool:
        """Whether a name cannot reach over the word at `index`."""
        word = self._text.words[index]
        if not self._text.common(index) or word.stem in self._text.books.inside_names or word.stem in _OF:
            return False
        begins = word.stem in self._text.books.before_place and right < first
        return not (begins and self._text.words[right].stem in self._text.books.place_endings)

    def _opens_badly(self, start: int, first: int) -> bool:
        """Whether a name cannot begin with this word."""
        word = self._text.words[start]
        if word.stem in {"and", "of", "for"} or not self._text.may_name(start):
            return True
        following = self._text.words[start + 1].stem if start + 1 < first else ""
        if word.stem in self._text.books.before_place and following in self._text.books.place_endings:
            return False
        if word.stem == "the":
            return start + 1 < first and self._opens_badly(start + 1, first)
        if word.stem in self._text.books.begin_no_name:
            return True
        return self._text.common(start)

    def _is_no_practice(self, start: int, first: int, last: int, kind: OrganisationKind) -> bool:
        """Whether "Northshire Practice" is no name: a place, a count, or a word that goes on ("practice visits")."""
        words = self._text.words
        counted = all(word.stem in self._text.books.counts for word in words[start:first])
        if kind is PRACTICE and counted and words[last].folded != words[last].stem:
            return True
        if kind is not PRACTICE or self._text.words[last].stem not in {"practice", "partnership", "doctor", "medical"}:
            return False
        if first < last:
            return False
        before = [word.stem for word in self._text.words[start:first]]
        capitals = all(word.capitals for word in self._text.words[start:first]) and not self._text.flat
        if capitals or self._text.is_place(start, first - 1):
            return True
        return self._goes_on(last + 1) and before[-1] not in self._text.books.place_endings

    def _goes_on(self, index: int) -> bool:
        """Whether the words behind "Practice" make it no name ("practice improvement"), and are no practice's own
        matter that says more ("improvement grant")."""
        books, words = self._text.books, self._text.words
        nouns = max((found.words for found in books.not_after_practice.find_at(words, index)), default=0)
        matters = max((found.words for found in books.after_bare_name.find_at(words, index) if found.value), default=0)
        return nouns > 0 and nouns >= matters

    def _earlier(self, start: int, *, plural: bool) -> list[tuple[int, int]]:
        """Names before a plural ending: "Millrace, Elm and Teasel Surgeries" holds three."""
        names: list[tuple[int, int]] = []
        index = start - 1
        while plural and index >= 0 and self._is_list_gap(index):
            if self._text.words[index].stem == "and":
                index -= 1
                continue
            if not self._text.proper(index):
                break
            last = index
            while index > 0 and self._text.proper(index - 1) and self._text.gap(index - 1) == " ":
                index -= 1
            names.append((index, last))
            index -= 1
        return names

    def _is_list_gap(self, index: int) -> bool:
        return self._text.gap(index).strip() in {"", ","} and self._text.free(index, index)
