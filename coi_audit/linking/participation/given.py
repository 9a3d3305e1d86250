"""People called by their given name alone, as in "Helen took the chair"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from coi_audit.linking.participation.cast import Cast, Mention
from coi_audit.linking.people.index import PeopleIndex
from coi_audit.model.letters import CAPITALS, fold_letters
from coi_audit.rulebook.minutes_words import minutes_words

_WORD = re.compile(
    rf"(?<![\w'./-])[{CAPITALS}][^\W\d_A-Z]{{2,}}(?:-[{CAPITALS}][^\W\d_]+)?(?![\w-])(?!\s+[{CAPITALS}])"
)
_CAPITAL_BEFORE = re.compile(rf"(?:^|\s)[{CAPITALS}][\w'.-]*\s+$")
_WORDS = """
april art august bill chance christian dean drew earl faith grace grant guy hope jan joy june kit major mark may miles
page pat ray rich rob rose sky summer tuesday will
"""
_ALSO_WORDS = frozenset(_WORDS.split())  # capitalised at the start of a sentence, they need be no name


def given_alone(text: str, cast: Cast) -> Iterator[tuple[int, int, Mention]]:
    """Given names that stand alone; those at the meeting are meant before anybody else of that name."""
    known = _given_names(cast.people)
    for found in _WORD.finditer(text):
        who = known.get(fold_letters(found.group()).casefold(), frozenset())
        if not who or _part_of_name(text[: found.start()]):
            continue
        here = who & cast.people.attending or who
        sure = here if len(here) == 1 else frozenset()
        yield found.start(), found.end(), Mention("named", found.group(), sure, unsure=here - sure)


def _given_names(people: PeopleIndex) -> dict[str, frozenset[int]]:
    kept = people.memo.get("given names")
    if isinstance(kept, dict):
        return kept
    surnames = set(people.by_surname_word)
    found: dict[str, frozenset[int]] = {}
    for index, names in enumerate(people.parsed):
        for given in {one.given[0] for one in names if one.given and len(one.given[0]) > 2}:
            for form in _forms(given) - surnames - _ALSO_WORDS:
                found[form] = found.get(form, frozenset()) | {index}
    people.memo["given names"] = found
    return found


def _forms(given: str) -> frozenset[str]:
    """A given name and its short forms of three letters or more."""
    forms = minutes_words().names.short_forms
    every = frozenset().union({given}, *(known for known in forms if given in known))
    return frozenset(one for one in every if len(one) > 2)


def _part_of_name(before: str) -> bool:
    """Whether a capitalised word that does not open the sentence stands right before: "at St Helen"."""
    return _CAPITAL_BEFORE.search(before) is not None and not re.fullmatch(r"(?!St\b|Saint\b)\w+\s+", before)
