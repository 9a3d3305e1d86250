"""Initials for minutes that use them without ever giving them: only those that one person there alone can have."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace

from coi_audit.linking.people.index import PeopleIndex
from coi_audit.linking.people.lettered import own_initials
from coi_audit.model.linking import Person


def with_own_initials(people: Sequence[Person], attending: Collection[str]) -> tuple[Person, ...]:
    """The same people; those attending whose initials nobody else there shares have them written down."""
    index = PeopleIndex(people)
    found = (index.match(name).person for name in attending)
    here = {person.key: person for person in found if person is not None}
    letters = {key: own_initials(person.name) for key, person in here.items()}
    shared = Counter(one for each in letters.values() for one in each)
    return tuple(
        replace(person, initials=tuple(sorted(one for one in letters[person.key] if shared[one] == 1)))
        if person.key in letters and not person.initials
        else person
        for person in people
    )
