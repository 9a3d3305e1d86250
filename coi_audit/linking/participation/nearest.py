"""Which item of the minutes some words speak of where they give no number: by words of titles, then by names there."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from coi_audit.linking.items.sections import distinct, opens_declarations
from coi_audit.linking.people.index import PeopleIndex
from coi_audit.model.letters import CAPITALS
from coi_audit.model.meetings import Minutes
from coi_audit.rulebook.minutes_words import MinutesWords

_BUSINESS = re.compile(
    r"\b(?:welcome|apolog\w+|introductions?|quor\w+|any other|aob|next meeting|dates?|close|closing|opening|matters"
    r"|action log|forward plan|questions)\b",
    re.IGNORECASE,
)
_NAME = re.compile(rf"(?<![.!?]\s)(?<!^)\b[{CAPITALS}][\w'’-]{{3,}}")
_WORDS = (
    "member public meeting question matter section interest conflict declaration register paper today other partner"
    " partnership director employee employed owner nature role recommendation propose proposed change named future"
    " national england commissioning area team support development work working year month all financial finance"
    " direct indirect personal professional pecuniary room vote leave left spouse husband wife"
)
_SAME_START = 6  # letters by which two long words are one: "phlebotomist", "phlebotomy"
_ENDS = re.compile(r"(?:ing|ings|er|ers|ed|es|e|ion|ions|ment|ments|al)$")  # "merge", "merger", "merging"


@dataclass(slots=True)
class Places:
    """The items of one paper by the words of their titles and the names that stand in them."""

    titles: tuple[frozenset[str], ...]
    names: tuple[frozenset[str], ...]
    count: Counter[str]
    known: dict[str, int | None] = field(default_factory=dict)

    def nearest(self, text: str) -> int | None:
        """The one section that the words speak of, None where none is nearer than all others."""
        if text not in self.known:
            bare = re.sub(r"‹\d+›(?:'s)?", " ", text)
            said = frozenset(_stem(word) for word in distinct(bare)) - _PLAIN
            found = _only_best([sum(1 / self.count[one] for one in title & said) for title in self.titles])
            if found is None and not any(title & said for title in self.titles):
                proper = frozenset(_stem(word) for word in distinct(" ".join(_NAME.findall(bare)))) - _PLAIN
                holding = [sum(1 for one in names & proper) for names in self.names]
                found = _only_best(holding) if sum(1 for one in holding if one) == 1 else None
            self.known[text] = found
        return self.known[text]


def _only_best(scores: Sequence[float]) -> int | None:
    best = max(scores, default=0.0)
    places = [index for index, one in enumerate(scores) if one == best]
    return places[0] if best >= 1 and len(places) == 1 else None


def _stem(word: str) -> str:
    bare = _ENDS.sub("", word)
    return bare[:_SAME_START] if len(bare) > 3 else word[:_SAME_START]


_PLAIN = frozenset(_stem(word) for word in _WORDS.split())


def places_of(minutes: Minutes, people: PeopleIndex, words: MinutesWords) -> Places:
    """The items of that paper, worked out once. Declarations and the meeting's own business are no items."""

    def read() -> Places:
        titles, names = [], []
        for section in minutes.sections:
            aside = opens_declarations(section.title, words) or words.find("previous_minutes", section.title)
            own = aside or _BUSINESS.search(section.title)
            titles.append(frozenset() if own else frozenset(map(_stem, distinct(section.title))) - _PLAIN)
            text = "" if own else " ".join(passage.text for passage in section.passages)
            names.append(frozenset(map(_stem, distinct(" ".join(_NAME.findall(text))))))
        return Places(tuple(titles), tuple(names), Counter(word for title in titles for word in title))

    return people.once("places", (minutes, words), read)
