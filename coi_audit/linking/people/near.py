"""Written names that do not agree, yet may be one person's: a slip, another spelling, another order of the names.

Whatever is found here is only ever worth a question.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from rapidfuzz.distance import OSA

from coi_audit.linking.people.names import ParsedName
from coi_audit.linking.people.same import compatible_given, contradicting, other_generation

_NO_HYPHEN = re.compile("[- ]")
_VOWELS = re.compile("[aeiouyh]")
_LONG = 5  # letters of a surname that initials are enough to go with
_PART = 3  # letters of a given name that may stand for a longer one
_SPELT = 6  # letters of a word in which two may be otherwise


def may_be_one(one: ParsedName, two: ParsedName) -> bool:
    """Whether two names that do not match are near enough to ask."""
    if contradicting(one, two) or other_generation(one, two):
        return False
    if not one.given or not two.given:
        return _surname_alone(one, two)
    if _words(one) == _words(two) or _in_the_other(one, two) or _in_the_other(two, one):
        return True
    return _near_surname(one, two) or (_flat(one) == _flat(two) and _near_given(one.given, two.given))


def near_keys(name: ParsedName) -> frozenset[str]:
    """What names have in common at the least where `may_be_one`: one of these; who shares none need not be compared."""
    flat = _flat(name)
    words = {word for word in (*name.given, *name.surname.split(), flat) if len(word) > 1}
    return frozenset({f"{flat[:1]}-", *words})


def by_near_key(people: Sequence[Sequence[ParsedName]]) -> dict[str, list[int]]:
    """The positions of everybody of whose names one has that key."""
    found: dict[str, list[int]] = {}
    for index, names in enumerate(people):
        for key in frozenset[str]().union(*map(near_keys, names)):
            found.setdefault(key, []).append(index)
    return found


def _surname_alone(one: ParsedName, two: ParsedName) -> bool:
    """A surname alone: half of theirs, or one letter from it. Only long ones, since short ones are near too many."""
    mine, theirs = _flat(one), _flat(two)
    if bool(one.given) == bool(two.given) or mine == theirs:
        return False
    alone, whole = (one, two) if two.given else (two, one)
    if len(_flat(alone)) >= _PART and _flat(alone) in whole.surname.split():
        return True  # "Ms Avery" for Lucy Penn-Avery
    if min(len(mine), len(theirs)) <= _LONG:
        return False
    return mine[0] == theirs[0] and OSA.distance(mine, theirs, score_cutoff=1) == 1


def _flat(name: ParsedName) -> str:
    return name.surname.replace("'", "").replace(" ", "")


def _words(name: ParsedName) -> list[str]:
    """All words of a name of which none is an initial, whatever their order; empty where one is."""
    words = [*name.given, *name.surname.split()]
    return sorted(words) if all(len(word) > 1 for word in words) else [name.written]


def _in_the_other(small: ParsedName, large: ParsedName) -> bool:
    """ "Harpreet Kaur" of "Harpreet Kaur Dhaliwar": the first name, and a name that is not the last."""
    return small.given[0] == large.given[0] and len(small.given[0]) > 1 and small.surname in large.given[1:]


def _near_surname(one: ParsedName, two: ParsedName) -> bool:
    mine, theirs = _flat(one), _flat(two)
    long = min(len(mine), len(theirs))
    if mine == theirs or long < _PART:
        return False
    if not (mine[0] == theirs[0] and _spelt_alike(mine, theirs)) and not _part_of(mine, theirs):
        return False
    if long < _LONG or mine in theirs or theirs in mine:
        return one.given[0] == two.given[0] and len(one.given[0]) > 1
    return compatible_given(one.given[0], two.given[0]) or _near_word(one.given[0], two.given[0])


def _spelt_alike(mine: str, theirs: str) -> bool:
    """One letter otherwise; two, where only vowels and doubled letters differ."""
    if OSA.distance(mine, theirs, score_cutoff=1) <= 1:
        return True
    return OSA.distance(mine, theirs, score_cutoff=2) <= 2 and _consonants(mine) == _consonants(theirs)


def _consonants(word: str) -> str:
    return "".join(letter for letter, _ in groupby(_VOWELS.sub("", word)))


def _part_of(mine: str, theirs: str) -> bool:
    """ "Brannagh" for "O'Brannagh", "Tikriti" for "al-Tikriti", "Ferriby" for "Ferriby-Moss": part of a longer one."""
    small, large = sorted((mine, theirs), key=len)
    return len(small) >= _LONG and (large.startswith(small) or large.endswith(small))


def _near_given(one: tuple[str, ...], two: tuple[str, ...]) -> bool:
    if "".join(one) == "".join(two):
        return True
    return any(_near_word(mine, theirs) for mine in one for theirs in two)


def same_given(word: str, given: str) -> bool:
    """Whether one word alone is that given name."""
    return len(word) > 1 and _NO_HYPHEN.sub("", word) == _NO_HYPHEN.sub("", given)


def may_be_given(word: str, given: str) -> bool:
    """Whether one word alone is that given name, a short form of it, or a letter from it."""
    if len(word) < _PART or len(given) < _PART:
        return False
    if same_given(word, given) or compatible_given(word, given):
        return True
    return len(given) > _PART and word[0] == given[0] and OSA.distance(word, given, score_cutoff=1) <= 1


def _near_word(one: str, two: str) -> bool:
    """Two spellings of one given name, or a part of it that stands for the whole."""
    small, large = sorted((one, two), key=len)
    if len(small) < _PART:
        return False
    if large.startswith(small) or (large.endswith(small) and len(small) > _PART):
        return True
    if len(small) > _PART + 1 and large.startswith(small[:-1]):
        return True  # "Nikos" for "Nikolaos"
    most = 2 if len(small) >= _SPELT else 1
    return small[0] == large[0] and OSA.distance(small, large, score_cutoff=most) <= most
