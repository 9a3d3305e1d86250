"""The keys people are looked up by: the words of their surnames, a pattern for all of them, their names taken apart."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace

from coi_audit.linking.people.names import ParsedName, former_names, parse_name
from coi_audit.linking.people.same import same_person
from coi_audit.model.letters import CAPITALS, any_spelling
from coi_audit.model.linking import Person
from coi_audit.model.words import Match


def surname_keys(name: ParsedName) -> frozenset[str]:
    """The words of a surname, and the whole of it written together."""
    bare = name.surname.replace("'", "")
    return frozenset((bare.replace(" ", ""), *bare.split())) - {""}


def surname_pattern(surnames: Collection[str]) -> re.Pattern[str] | None:
    """Up to two given names or initials, then any of the surnames, whatever its case."""
    if not surnames:
        return None
    longest_first = sorted(surnames, key=lambda one: (-len(one), one))
    bodies = "|".join("[ -]".join(any_spelling(part) for part in surname.split()) for surname in longest_first)
    return re.compile(rf"(?<![\w'-])((?:(?:[{CAPITALS}][\w'-]+|[{CAPITALS}]\.?)[ ]+){{0,2}}?)((?i:{bodies}))(?![\w-])")


def parsed_names(person: Person) -> tuple[ParsedName, ...]:
    """Every way the person is written, and under the surnames that the papers say they had before."""
    written = tuple(dict.fromkeys((person.name, *person.names)))
    names = (replace(parse_name(one), unsure=one in person.likely_names) for one in written)
    return (*names, *(former for name in written for former in former_names(name)))


def are_exact(one: ParsedName, two: ParsedName) -> bool:
    """Whether two names are written in the same full words."""
    full = one.given and len(one.given[0]) > 1
    same = one.folded == two.folded and one.generation == two.generation
    return bool(full and same and same_person(one, two) is Match.MATCHED)
