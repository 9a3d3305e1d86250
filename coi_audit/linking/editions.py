"""Two editions of one register compared: what was added, changed, ended, or is gone though nothing says that it ended.

An interest is the same in both where person, organisation and nature are, in whatever spelling; the closest are paired
first, so that each is paired once. A name that may be two people's is taken for one only where an organisation agrees.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from difflib import SequenceMatcher

from coi_audit.linking.people.index import same_person
from coi_audit.model.dates import PartialDate, in_words
from coi_audit.model.editions import EditionsCompared, FieldChange, InterestChange
from coi_audit.model.interests import Interest, Register
from coi_audit.model.letters import fold_letters
from coi_audit.model.words import Match

# What is compared of an interest that stands in both editions, in the order in which it is told.
_FIELDS = (
    "organisation", "nature", "category", "direct", "relationship", "held_from", "held_until", "share_percent",
    "declared_on", "mitigation", "position",
)  # fmt: skip
_SPELT_ALIKE = 0.86  # share of letters in common of two spellings of one name
_WORDED_ALIKE = 0.6  # the same of two wordings of one interest
_NO_NAME = re.compile(r"\b(?:the|nhs|ltd|limited|llp|plc|cic|llc|and|of)\b|[^\w\s]")
_TYPE = re.compile(r"\bdirect\b|\bindirect\b|\binterest\b")


def compare_editions(earlier: Register, later: Register) -> EditionsCompared:
    """What became of each interest of `earlier` in `later`. Rows keep the order of their own edition."""
    persons = _same_people(earlier, later)
    pairs = _pairs(earlier.interests, later.interests, persons)
    paired = {id(one) for pair in pairs for one in pair}
    changes = [InterestChange(before, after, _changes(before, after)) for before, after in pairs]
    ended = [one for one in changes if one.before.held_until is None and one.after.held_until is not None]
    changed = [one for one in changes if one.fields and one not in ended]
    left = [one for one in earlier.interests if id(one) not in paired]
    had = {fold_letters(one.person).casefold() for one in earlier.interests}
    had |= {persons.get(one.person, "") for one in earlier.interests}
    return EditionsCompared(
        earlier=earlier,
        later=later,
        added=tuple(one for one in later.interests if id(one) not in paired),
        changed=tuple(changed),
        ended=tuple(ended),
        gone=tuple(one for one in left if not _over(one, later.edition)),
        lapsed=tuple(one for one in left if _over(one, later.edition)),
        now_nil=tuple(one for one in later.nil_returns if one.person in had or _folded(one.person) in had),
        same=len(changes) - len(changed) - len(ended),
    )


def _over(interest: Interest, by: date | None) -> bool:
    """Whether the earlier edition itself says when the interest ended, no later than the later edition."""
    return interest.held_until is not None and (by is None or interest.held_until.earliest <= by)


def _folded(text: str) -> str:
    return fold_letters(text).casefold()


def _same_people(earlier: Register, later: Register) -> dict[str, str]:
    """The name in the later edition of each name in the earlier one; names without a sure counterpart are left out."""
    found: dict[str, str] = {}
    for name in earlier.people:
        matches = {other: same_person(name, other) for other in later.people}
        sure = [other for other, match in matches.items() if match is Match.MATCHED]
        exact = [other for other in sure if _folded(other) == _folded(name)]
        maybe = [other for other, match in matches.items() if match is Match.ASK]
        if len(exact or sure) == 1:
            found[name] = (exact or sure)[0]
        elif not sure and len(maybe) == 1 and _share_an_organisation(name, maybe[0], earlier, later):
            found[name] = maybe[0]
    return found


def _share_an_organisation(name: str, other: str, earlier: Register, later: Register) -> bool:
    mine = {_plain(one.organisation) for one in earlier.interests if one.person == name}
    theirs = {_plain(one.organisation) for one in later.interests if one.person == other}
    return bool((mine & theirs) - {""})


def _pairs(
    earlier: Sequence[Interest], later: Sequence[Interest], persons: dict[str, str]
) -> list[tuple[Interest, Interest]]:
    """The closest pairs first; ties go by the order of the rows."""
    scored = sorted(_scored(earlier, later, persons), key=lambda one: (-one[0], one[1], one[2]))
    used_before: set[int] = set()
    used_after: set[int] = set()
    chosen: list[tuple[int, int]] = []
    for _, before, after in scored:
        if before not in used_before and after not in used_after:
            used_before.add(before)
            used_after.add(after)
            chosen.append((before, after))
    return [(earlier[before], later[after]) for before, after in sorted(chosen)]


def _scored(
    earlier: Sequence[Interest], later: Sequence[Interest], persons: dict[str, str]
) -> Iterator[tuple[float, int, int]]:
    by_person: dict[str, list[tuple[int, Interest]]] = {}
    for at, interest in enumerate(later):
        by_person.setdefault(interest.person, []).append((at, interest))
    for before, interest in enumerate(earlier):
        for after, other in by_person.get(persons.get(interest.person, ""), ()):
            score = _likeness(interest, other)
            if score > 0:
                yield score, before, after


def _likeness(one: Interest, two: Interest) -> float:
    """How alike two interests of one person are; 0 where they are not one interest.

    The same organisation is enough, since what somebody is there may have changed; else the words must agree.
    """
    if (one.direct is False) != (two.direct is False):
        return 0.0
    mine, theirs = _plain(one.organisation), _plain(two.organisation)
    nature = _ratio(_plain(one.nature), _plain(two.nature))
    if mine and theirs:
        where = 1.0 if mine == theirs else _ratio(mine, theirs)
        within = bool(set(mine.split()) <= set(theirs.split()) or set(theirs.split()) <= set(mine.split()))
        if where >= _SPELT_ALIKE or (within and nature >= _WORDED_ALIKE):
            return 1 + where + nature
        return 0.0
    return nature if nature >= _WORDED_ALIKE else 0.0


def _plain(text: str) -> str:
    bare = _NO_NAME.sub(" ", _folded(text).replace("&", " and ").replace("'", "").replace("’", ""))
    return " ".join(_TYPE.sub(" ", bare).split())


def _ratio(one: str, two: str) -> float:
    return 1.0 if one == two else SequenceMatcher(None, one, two, autojunk=False).ratio()


def _changes(before: Interest, after: Interest) -> tuple[FieldChange, ...]:
    found = []
    for name in _FIELDS:
        old, new = _words(getattr(before, name)), _words(getattr(after, name))
        if " ".join(old.casefold().split()) != " ".join(new.casefold().split()):
            found.append(FieldChange(name, old, new))
    return tuple(found)


def _words(value: object) -> str:
    """A field as it is told: dates as days, months or years, yes and no, nothing for nothing."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, PartialDate):
        return str(value)
    if isinstance(value, date):
        return in_words(value)
    return f"{value:g}" if isinstance(value, float) else str(value)
