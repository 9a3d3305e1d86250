"""Names in the cells of a register of procurement: suppliers and bidders, people, and titles that mean one matter."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache

from coi_audit.audit.items import parties_of
from coi_audit.audit.knowledge import Knowledge
from coi_audit.linking.link_names import key_of, same_name
from coi_audit.linking.people.index import PeopleIndex
from coi_audit.linking.people.names import plain
from coi_audit.model.linking import Party, Person
from coi_audit.model.words import Match
from coi_audit.rulebook.phrases import words_of
from coi_audit.rulebook.procurement_words import procurement_words

_APART = re.compile(r"\n|;|\s/\s|•|\(\d+\)|\b\d+[.)]\s")
_LISTED = re.compile(r",\s+|\s+and\s+|\s+&\s+")
_EMPTY = re.compile(
    r"^(?:[\W\d]*|n/?a|tb[ca]|none|nil|various|unknown|not applicable|to be confirmed)\.?$", re.IGNORECASE
)
_SENTENCE = re.compile(r"\n+|;\s*|(?<!\bDr)(?<!\bMr)(?<!\bMrs)(?<!\bMs)(?<!\bProf)(?<!\b[A-Z])\.\s+")
_FEW_WORDS = 6  # of a piece of a list that may be a name


def lookup_day(day: date) -> date:
    """The day as on which the organisations of a register's entries are looked up: the first of its quarter.

    Lists change with the quarters, and a list is made ready for every day asked about: a register has many.
    """
    return date(day.year, (day.month - 1) // 3 * 3 + 1, 1)


def parties_in(text: str, day: date, knowledge: Knowledge) -> tuple[Party, ...]:
    """The organisations named in a cell: its lines and parts one by one, or, in one line, the names the lists know."""
    on = lookup_day(day)
    parts = [part.strip(" ,.-–—*") for part in _APART.split(text)]
    names = [part for part in parts if not _EMPTY.match(part)]
    found: list[str] = []
    for name in names:
        known = [one.resolution.mention for one in knowledge.directory.find(name, on=on)]
        whole = knowledge.directory.resolve(name, on=on)
        pieces = [piece.strip() for piece in _LISTED.split(name) if piece.strip()]
        if whole.outcome is Match.MATCHED or len(pieces) == 1:
            found.append(name)
        elif known:
            found += known
        else:
            several = len(pieces) > 1 and all(1 < len(piece.split()) <= _FEW_WORDS for piece in pieces)
            found += pieces if several else [name]
    return parties_of(tuple(dict.fromkeys(found)), on, knowledge)


def same_party(one: Party, other: Party) -> bool:
    """Whether two names mean one organisation beyond doubt."""
    if one.organisation is not None and other.organisation is not None:
        return key_of(one.organisation) == key_of(other.organisation)
    if Match.ASK in (one.outcome, other.outcome):
        return False
    return any(same_name(a, b) for a in (one.name, one.mention) for b in (other.name, other.mention))


def alike_party(one: Party, other: Party) -> bool:
    """Whether two names may mean one organisation."""
    codes = [{c.ods_code or c.name for c in party.resolution.candidates} if party.resolution else set()
             for party in (one, other)]  # fmt: skip
    if codes[0] & codes[1]:
        return True
    mine, theirs = title_words(one.name), title_words(other.name)
    return bool(mine and theirs) and len(mine & theirs) / min(len(mine), len(theirs)) >= 0.5


@lru_cache(maxsize=4096)
def title_words(text: str) -> frozenset[str]:
    """The words of a title that tell it from others, folded."""
    common = procurement_words().patterns["common"]
    return frozenset(
        word.stem for word in words_of(text) if not common.fullmatch(word.written) and (len(word.stem) > 1)
    )


def likeness(one: str, other: str) -> tuple[int, float]:
    """How many telling words two titles share, and what part of the shorter one's that is."""
    mine, theirs = title_words(one), title_words(other)
    shared = len(mine & theirs)
    return shared, shared / min(len(mine), len(theirs)) if mine and theirs else 0.0


def people_in(text: str, people: PeopleIndex) -> tuple[Person, ...]:
    """The people of the case who are named in a text, each once, in order; a name that could be several is nobody's."""
    pattern = people.surname_pattern
    if pattern is None or not text:
        return ()
    found: dict[str, Person] = {}
    for match in pattern.finditer(plain(text)):
        person = people.match(match.group(0)).person or people.match(match.group(2)).person
        if person is not None:
            found.setdefault(person.key, person)
    return tuple(found.values())


def sentences(texts: Iterable[str | None]) -> Sequence[str]:
    """The sentences, lines and clauses of several cells, in order."""
    return [part.strip() for text in texts if text for part in _SENTENCE.split(text) if part and part.strip()]
