"""Names without an ending, read from a title beside a word that asks for one: "Fernleigh branch closure"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from coi_audit.linking.name_text import PRACTICE, STOPS, Name, NameText

_LEADS = STOPS - {"to"} | {"the", "between", "and", "regarding"}  # "relocation to" names where, not whose
_SPACE = re.compile(r"[\s'’.]*")
_MARK = re.compile(r"[:–—\-,(]")
_OWNING = frozenset({"at", "for", "from", "of"})  # a place named behind these is whose the matter is


class BareNameReader:
    """Reads the bare names of one text, outside those taken already."""

    def __init__(self, text: NameText) -> None:
        self._text = text

    def names(self, besides: Sequence[Name]) -> list[Name]:
        """Names without an ending, outside the names in `besides`, in order of place."""
        groups = self._groups(self._runs(besides))
        names: list[Name] = []
        for group in groups:
            sure = self._asked_for(group)
            if sure is None and (self._stands_apart(group) or (len(group) == 1 and self._is_whole(group[0]))):
                sure = False
            if sure is not None:
                names.extend(self._text.name(first, last, PRACTICE, sure=sure) for first, last in group)
        return names

    def _runs(self, besides: Sequence[Name]) -> list[tuple[int, int]]:
        """Runs of capitalised words that are no common words, as first and last index."""
        runs: list[tuple[int, int]] = []
        for index, word in enumerate(self._text.words):
            inside = any(name.start < word.end and word.start < name.end for name in besides)
            if inside or not self._text.proper(index):
                continue
            if runs and runs[-1][1] == index - 1 and _SPACE.fullmatch(self._text.gap(index - 1)):
                runs[-1] = (runs[-1][0], index)
            else:
                runs.append((index, index))
        return [(first, self._tail(last)) for first, last in runs if self._may_be_bare(first, last)]

    def _tail(self, last: int) -> int:
        """The run goes on over a word that ends names: "Haven Health"."""
        following = last + 1
        if following < len(self._text.words) and _SPACE.fullmatch(self._text.gap(last)):
            word = self._text.words[following]
            begins_a_cue = self._text.books.after_bare_name.find_at(self._text.words, following)
            if word.capital and word.stem in self._text.books.bare_tails and not begins_a_cue:
                return following
        return last

    def _may_be_bare(self, first: int, last: int) -> bool:
        stems = [word.stem for word in self._text.words[first : last + 1]]
        if self._text.books.counts.issuperset(stems):
            return False
        ends_as_place = stems[-1] in self._text.books.place_endings
        if first == last:
            a_word = stems[0].endswith(self._text.books.word_suffixes) and not (first > 0 and self._text.is_sentence())
            return not (ends_as_place or a_word or self._text.is_place(first, last))
        return ends_as_place or not self._text.is_place(first, last)

    def _groups(self, runs: Sequence[tuple[int, int]]) -> list[list[tuple[int, int]]]:
        """Runs parted only by a comma, a slash or "and" stand together."""
        groups: list[list[tuple[int, int]]] = []
        for run in runs:
            if groups:
                before = self._text.words[groups[-1][-1][1]].end
                between = self._text.text[before : self._text.words[run[0]].start].strip().lower()
                if between in {",", "/", "&", "and", ", and", "and the"}:
                    groups[-1].append(run)
                    continue
            groups.append([run])
        return groups

    def _asked_for(self, group: Sequence[tuple[int, int]]) -> bool | None:
        """Whether the words beside ask for a name: True surely, False perhaps, None not."""
        answers = [*self._asked_after(group[0][0], group[-1][1]), *self._asked_before(group[0][0])]
        return max(answers) if answers else None

    def _stands_apart(self, group: Sequence[tuple[int, int]]) -> bool:
        """Whether names of streets or houses stand behind a mark or "at" ("support for Kelsey Road"), or a word alone
        in brackets in the title of a practice's matter ("branch closure - next steps (Willowbank)")."""
        first, last = group[0][0], group[-1][1]
        endings = self._text.books.place_endings | self._text.books.bare_tails
        if all(a < b and self._text.words[b].stem in endings for a, b in group):
            before = self._text.words[first - 1].stem if first else ""
            marked = _MARK.search(self._text.gap(first - 1 if first else last)) is not None
            return marked or before in _OWNING
        bracketed = first > 0 and "(" in self._text.gap(first - 1) and last == len(self._text.words) - 1
        cues = self._text.books.before_bare_name.find(self._text.words) if bracketed else []
        return any(each.value for each in cues)

    def _asked_after(self, first: int, last: int) -> list[bool]:
        following = last + 1
        if self._text.is_code(following):  # "Poplar House (P81031) relocation"
            return [True]
        if self._heads(first) and _MARK.search(self._text.gap(last)):  # "Larkmead: request for more space"
            books = self._text.books
            cues = (books.after_bare_name, books.before_bare_name)
            return [found.value for book in cues for found in book.find_at(self._text.words, following)]
        if following >= len(self._text.words) or not _SPACE.fullmatch(self._text.gap(last)):
            return []
        return [found.value for found in self._text.books.after_bare_name.find_at(self._text.words, following)]

    def _heads(self, first: int) -> bool:
        """Whether the word begins the title, but for "the"."""
        return all(word.stem == "the" for word in self._text.words[:first])

    def _asked_before(self, first: int) -> list[bool]:
        index = first - 1
        found = self._text.books.before_bare_name.find(self._text.words[:first])
        direct = [each.value for each in found if each.last == index and each.phrase.endswith((" at", " in"))]
        if index > 0 and (
            self._text.words[index - 1].folded in {"practices", "surgeries"}
            or self._text.words[index - 2].stem == "general"
        ):
            direct = []  # "two practices in Westhaven", "general practice in Westhaven" name where they are
        marked = index >= 0 and bool(_MARK.search(self._text.gap(index)))
        while index >= 0 and self._text.words[index].stem in _LEADS:
            marked, index = True, index - 1
        if not marked or index < 0:
            return direct
        return direct + [each.value for each in found if each.last == index]

    def _is_whole(self, run: tuple[int, int]) -> bool:
        whole = run == (0, len(self._text.words) - 1)
        return whole and self._text.words[run[1]].stem in self._text.books.place_endings
