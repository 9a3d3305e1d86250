"""Who is meant by a written name: the people of a case, and the index that finds them in words."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, TypeVar

from coi_audit.linking.people_names import ParsedName, parse_name, plain, same_person, titles_differ
from coi_audit.model.letters import CAPITALS, any_spelling, fold_letters
from coi_audit.model.linking import Person
from coi_audit.model.meetings import Attendance
from coi_audit.model.people import Member
from coi_audit.model.words import Match, Role
from coi_audit.rulebook.minutes_words import minutes_words

__all__ = ["ParsedName", "PeopleIndex", "PersonMatch", "build_people", "parse_name", "role_of_position", "same_person"]

Worked = TypeVar("Worked")
_BRACKETS = str.maketrans("()[]", "    ")
_LETTERS = re.compile(rf"[{CAPITALS}][{CAPITALS}a-z]{{0,3}}[{CAPITALS}]?")


@dataclass(frozen=True, slots=True)
class PersonMatch:
    """Who a written name was taken for. `person` is set only when `outcome` is matched."""

    written: str
    outcome: Match
    person: Person | None = None
    candidates: tuple[Person, ...] = ()
    because: str = ""
    likely: bool = False  # matched, but by a nickname or the like: never to be called certain


class PeopleIndex:
    """Finds people by written names.

    `attending` are names of those known to be at the meeting; a surname alone means one of them before anybody else.
    """

    def __init__(self, persons: Sequence[Person], *, attending: Collection[str] = ()) -> None:
        self.persons = tuple(persons)
        self.parsed = tuple(
            tuple(parse_name(name) for name in dict.fromkeys((person.name, *person.names))) for person in self.persons
        )
        self.by_surname = self._surnames()
        self.by_surname_word = self._surname_words()
        self._matches: dict[str, PersonMatch] = {}
        self._worked: dict[tuple[object, ...], tuple[tuple[object, ...], Any]] = {}
        self.memo: dict[object, object] = {}  # what was worked out for these people, by whoever worked it out
        here = [self._full(parse_name(name)) for name in attending]
        self.attending = frozenset(found[0] for found in here if len(found) == 1)

    @cached_property
    def surname_pattern(self) -> re.Pattern[str] | None:
        """Finds any of the surnames in a text, with up to two given names or initials before it."""
        return _surname_pattern(self.by_surname)

    def _surname_words(self) -> dict[str, frozenset[int]]:
        found: dict[str, set[int]] = {}
        for index, names in enumerate(self.parsed):
            for word in {word for name in names for word in _surname_keys(name)}:
                found.setdefault(word, set()).add(index)
        return {word: frozenset(owners) for word, owners in found.items()}

    def _alike(self, name: ParsedName) -> list[int]:
        """Everybody who shares a word of the surname; nobody else can match."""
        return sorted(set().union(*(self.by_surname_word.get(word, frozenset()) for word in _surname_keys(name))))

    def _surnames(self) -> dict[str, frozenset[int]]:
        found: dict[str, set[int]] = {}
        for index, names in enumerate(self.parsed):
            for name in names:
                if len(name.surname) > 1:
                    found.setdefault(name.surname, set()).add(index)
        return {surname: frozenset(owners) for surname, owners in sorted(found.items())}

    def once(self, kind: str, held: tuple[object, ...], work: Callable[[], Worked]) -> Worked:
        """What `work` gives, worked out once for these very objects; holding them keeps their ids theirs."""
        key = (kind, *map(id, held))
        if key not in self._worked:
            self._worked[key] = (held, work())
        worked: Worked = self._worked[key][1]
        return worked

    def match(self, written: str) -> PersonMatch:
        """The person meant, by full name, by the attendance list's initials, or by a surname only one person has."""
        known = self._matches.get(written)
        if known is None:
            known = self._matches[written] = self._match(written)
        return known

    def _match(self, written: str) -> PersonMatch:
        text = " ".join(plain(written).split())
        by_initials = self.by_initials(text)
        if by_initials:
            return self._answer(written, by_initials, f'the attendance list gives the initials "{text}"')
        name = parse_name(text)
        if not name.surname:
            return PersonMatch(written, Match.NONE, because="these words hold no name")
        found = self._full(name)
        if found:
            return self._answer(written, found, "name and given names or initials agree")
        found, because = self._maybe(name), "nothing but the surname is given, and one person has it"
        near = [index for index in found if index in self.attending]
        if not name.given and len(near) == 1 < len(found):
            found, because = near, "of those with this surname, one was at the meeting"
        if found and name.given:
            people = tuple(self.persons[index] for index in found)
            return PersonMatch(written, Match.ASK, None, people, "the names are alike, but do not quite agree")
        if len(found) == 1 and not name.given and self._other_title(name, found[0]):
            because = "the surname agrees, but the title is another"
            return PersonMatch(written, Match.ASK, None, (self.persons[found[0]],), because)
        return self._answer(written, found, because)

    def _other_title(self, name: ParsedName, index: int) -> bool:
        """A Mrs where every paper writes Dr: perhaps somebody else of that surname."""
        titled = [known for known in self.parsed[index] if known.titles]
        return bool(titled) and all(titles_differ(name.titles, known.titles) for known in titled)

    def indexes(self, match: PersonMatch) -> frozenset[int]:
        """Positions in `persons` of everybody the match may mean."""
        meant = match.candidates or ((match.person,) if match.person else ())
        return frozenset(index for index, person in enumerate(self.persons) if any(person is one for one in meant))

    def position(self, person: Person) -> int | None:
        """Where that person stands in `persons`: the same object, else the only one of equal name."""
        for index, known in enumerate(self.persons):
            if known is person:
                return index
        alike = [index for index, known in enumerate(self.persons) if known.key == person.key]
        return alike[0] if len(alike) == 1 else None

    def by_initials(self, letters: str) -> list[int]:
        """Everybody whose initials these are on the attendance list."""
        if not _LETTERS.fullmatch(letters):
            return []
        folded = fold_letters(letters)
        return [i for i, person in enumerate(self.persons) if folded in {fold_letters(one) for one in person.initials}]

    def _full(self, name: ParsedName) -> list[int]:
        """Matched people; those written exactly alike stand before those that are only compatible."""
        alike = self._alike(name)
        exact = [i for i in alike if any(_exact(name, known) for known in self.parsed[i])]
        if exact:
            return exact
        return [i for i in alike if any(same_person(name, known) is Match.MATCHED for known in self.parsed[i])]

    def _maybe(self, name: ParsedName) -> list[int]:
        return [i for i in self._alike(name) if any(same_person(name, n) is Match.ASK for n in self.parsed[i])]

    def _answer(self, written: str, found: Sequence[int], because: str) -> PersonMatch:
        people = tuple(self.persons[index] for index in found)
        if len(people) == 1:
            return PersonMatch(written, Match.MATCHED, people[0], people, because)
        if people:
            names = ", ".join(person.name for person in people)
            return PersonMatch(written, Match.ASK, None, people, f"this could be any of {names}")
        return PersonMatch(written, Match.NONE, because="nobody of this name is known here")


def _surname_keys(name: ParsedName) -> frozenset[str]:
    bare = name.surname.replace("'", "")
    return frozenset((bare.replace(" ", ""), *bare.split())) - {""}


def _surname_pattern(surnames: Collection[str]) -> re.Pattern[str] | None:
    """Up to two given names or initials, then any of the surnames, whatever its case."""
    if not surnames:
        return None
    longest_first = sorted(surnames, key=lambda one: (-len(one), one))
    bodies = "|".join("[ -]".join(any_spelling(part) for part in surname.split()) for surname in longest_first)
    return re.compile(rf"(?<![\w'-])((?:(?:[{CAPITALS}][\w'-]+|[{CAPITALS}]\.?)[ ]+){{0,2}}?)((?i:{bodies}))(?![\w-])")


def _exact(one: ParsedName, two: ParsedName) -> bool:
    full = one.given and len(one.given[0]) > 1
    return bool(full and one.folded == two.folded and same_person(one, two) is Match.MATCHED)


def role_of_position(position: str | None) -> Role:
    """The role a position's words tell, `other` where they do not."""
    plainly = (position or "").translate(_BRACKETS)
    return next((role for pattern, role in minutes_words().positions if pattern.search(plainly)), Role.OTHER)


def build_people(
    committee_members: Sequence[Member], attendance: Sequence[Attendance] = (), register_names: Iterable[str] = ()
) -> tuple[Person, ...]:
    """Everybody the case knows, each once: members first, then others in the lists, then others on the register.

    A written name is merged only into the one person it matches. Where it could be several, it is merged into none
    and makes nobody new, so that matching it later gives a question. A deputy is a person apart.
    """
    people = _Growing(
        [Person(one.name, (one.name, *one.aliases), role=one.role, member=one) for one in committee_members]
    )
    for entry in attendance:
        initials = entry.initials or parse_name(entry.name).initials
        people.merge(
            Person(entry.name, (entry.name,), (initials,) if initials else (), role_of_position(entry.position))
        )
    for name in register_names:
        people.merge(Person(name, (name,)))
    return people.persons


class _Growing(PeopleIndex):
    """People gathered one name at a time; good for matching alone."""

    def merge(self, new: Person) -> None:
        """Add whoever is not known; join names to the one person who is meant."""
        match = self.match(new.name)
        if match.outcome is Match.NONE:
            self._put(len(self.persons), new)
        if match.person is None:
            return
        known = match.person
        joined = replace(
            known,
            names=tuple(dict.fromkeys((*known.names, *new.names))),
            initials=tuple(dict.fromkeys((*known.initials, *new.initials))),
            role=new.role if known.role is Role.OTHER and known.member is None else known.role,
        )
        self._put(next(i for i, person in enumerate(self.persons) if person is known), joined)

    def _put(self, index: int, person: Person) -> None:
        names = tuple(parse_name(name) for name in dict.fromkeys((person.name, *person.names)))
        self.persons = (*self.persons[:index], person, *self.persons[index + 1 :])
        self.parsed = (*self.parsed[:index], names, *self.parsed[index + 1 :])
        for word in {word for name in names for word in _surname_keys(name)}:
            self.by_surname_word[word] = self.by_surname_word.get(word, frozenset()) | {index}
        self._matches.clear()
