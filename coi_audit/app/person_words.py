"""Which words tell of one person, and those words with everybody else's name taken out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property

from coi_audit.linking.masking import Known, Masker
from coi_audit.linking.people.names import parse_name
from coi_audit.model.letters import fold_letters
from coi_audit.model.words import Match
from coi_audit.rulebook.masking_words import MaskingWords
from coi_audit.store.person import Gathered
from coi_audit.store.person_names import names_in

_PARTS = re.compile(r"[^\W\d_]+")
_SHORTEST = 3


class PersonWords:
    """Finds the person in texts, and masks everybody else. `times` counts what was masked."""

    def __init__(self, kept: Gathered, body: str, words: MaskingWords) -> None:
        self.kept = kept
        self.names = frozenset(kept.names)
        self.times = 0
        self.doubtful: set[str] = set()  # words that may be this person or somebody else
        self._masker = Masker(self._known(body, words), words)
        self._told: dict[str, bool] = {}

    def masked(self, text: str | None) -> str:
        """The text with the names of others taken out."""
        done = self._masker.mask(text or "")
        self.times += done.times
        return done.text

    def tells(self, text: str | None) -> bool:
        """Whether the text names the person for certain; a doubtful name is noted."""
        if not text or not any(one in fold_letters(text).casefold() for one in self._surnames):
            return False
        if text not in self._told:
            self._told[text] = text in self.names or any(self._means(one) for one in self._named_in(text))
        return self._told[text]

    def _named_in(self, text: str) -> Iterator[str]:
        pattern = self.kept.people.surname_pattern
        for found in pattern.finditer(text) if pattern is not None else ():
            yield found.group().strip()

    def _means(self, written: str) -> bool:
        if written in self.names:
            return True
        match = self.kept.people.match(written)
        meant = [one for one in match.candidates if one is self.kept.person or one.name in self.names]
        if match.outcome is Match.MATCHED and meant and not match.likely:
            return True
        if meant:
            self.doubtful.add(written)
        return False

    @cached_property
    def _surnames(self) -> frozenset[str]:
        return frozenset(word for one in self.names for word in parse_name(one).surname.split())

    def _known(self, body: str, words: MaskingWords) -> Known:
        common = words.plain | words.titles
        others = {one for one in self._others() if set(_folded_parts(one)) - common}  # "Chief Officer" names nobody
        parts = {part for one in others for part in _folded_parts(one)} - common
        own = [one.what for one in self.kept.moments if one.kind == "interest"]
        said = {body, *self._organisations(), *self._committees()}
        clear = {one for one in said if not set(_folded_parts(one)) & parts}
        clear |= {one for one in self._organisations() if one and any(one in each for each in own)}
        return Known(tuple(sorted(self.names)), tuple(sorted(clear)), tuple(sorted(others)))

    def _organisations(self) -> Iterator[str]:
        for paper in self.kept.papers:
            register, body = paper.reading.register_, paper.reading.body
            yield from (one.organisation for one in register.interests if one.organisation) if register else ()
            yield from (one.name for one in body.organisations) if body else ()
            for committee in body.committees if body else ():
                yield from (one.practice for one in committee.members if one.practice)

    def _committees(self) -> Iterator[str]:
        for paper in self.kept.papers:
            if paper.reading.body is not None:
                yield from (one.name for one in paper.reading.body.committees)

    def _others(self) -> set[str]:
        """Names of everybody else that anything kept gives as a name."""
        found = {name for one in self.kept.people.persons for name in one.names}
        found |= {name for paper in self.kept.papers for name in names_in(paper.reading)}
        found |= {str(one["by_name"]) for one in self.kept.judgements} | {
            str(one["owner"]) for one in self.kept.actions
        }
        found |= {str(one["actor"]) for one in self.kept.trail}
        own = {word for one in self.names for word in _folded_parts(one)}
        return {one for one in found - self.names if one and not self._same(one) and set(_folded_parts(one)) - own}

    def _same(self, name: str) -> bool:
        match = self.kept.people.match(name)
        return match.outcome is Match.MATCHED and not match.likely and match.person is self.kept.person


def _folded_parts(text: str) -> Iterable[str]:
    return [one for one in _PARTS.findall(fold_letters(text).casefold()) if len(one) >= _SHORTEST]
