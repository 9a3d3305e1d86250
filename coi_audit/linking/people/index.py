"""Who is meant by a written name: the people of a case, and the index that finds them in words."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, TypeVar

from coi_audit.linking.people.keys import are_exact, parsed_names, surname_keys, surname_pattern
from coi_audit.linking.people.lettered import with_names
from coi_audit.linking.people.names import ParsedName, parse_name, plain, surname_in_front
from coi_audit.linking.people.near import by_near_key, may_be_given, may_be_one, near_keys, same_given
from coi_audit.linking.people.same import only_likely, same_person, titles_agree, titles_differ, told_by_title
from coi_audit.linking.people.titles import is_no_doctor, says_doctor
from coi_audit.model.letters import CAPITALS, fold_letters
from coi_audit.model.linking import Person
from coi_audit.model.meetings import Attendance
from coi_audit.model.people import Member
from coi_audit.model.words import Match, Role
from coi_audit.rulebook.minutes_words import minutes_words

__all__ = ["ParsedName", "PeopleIndex", "PersonMatch", "build_people", "parse_name", "role_of_position", "same_person"]

Worked = TypeVar("Worked")
_BRACKETS = str.maketrans("()[]", "    ")
_LETTERS = re.compile(
    rf"[{CAPITALS}][{CAPITALS}a-z]{{0,3}}[{CAPITALS}]?|[{CAPITALS}]{{1,3}}(?:['’-][{CAPITALS}]{{1,2}}){{1,3}}"
)
_TITLE_BEFORE = re.compile(rf"^(?:Dr|Mr|Mrs|Ms|Miss|Prof|Cllr)\.?\s+(?=[{CAPITALS}]{{2,4}}$)")


@dataclass(frozen=True, slots=True)
class PersonMatch:
    """Who a written name was taken for. `person` is set only when `outcome` is matched."""

    written: str
    outcome: Match
    person: Person | None = None
    candidates: tuple[Person, ...] = ()
    because: str = ""
    likely: bool = False  # matched, but by a nickname or the like: never to be called certain
    near: bool = False  # asked only because the names are nearly the same


class PeopleIndex:
    """Finds people by written names.

    `attending` are names of those known to be at the meeting; a surname alone means one of them before anybody else.
    """

    def __init__(self, persons: Sequence[Person], *, attending: Collection[str] = ()) -> None:
        self.persons = tuple(persons)
        self.parsed = tuple(parsed_names(person) for person in self.persons)
        self.by_surname = self._surnames()
        self.by_surname_word = self._surname_words()
        self._matches: dict[str, PersonMatch] = {}
        self._worked: dict[tuple[object, ...], tuple[tuple[object, ...], Any]] = {}
        self._by_near_key = by_near_key(self.parsed)
        self.memo: dict[object, object] = {}  # what was worked out for these people, by whoever worked it out
        here = [self._full(parse_name(name)) for name in attending]
        self.attending = frozenset(found[0] for found in here if len(found) == 1)

    @cached_property
    def surname_pattern(self) -> re.Pattern[str] | None:
        """Finds any of the surnames in a text, with up to two given names or initials before it."""
        return surname_pattern(self.by_surname)

    def _surname_words(self) -> dict[str, frozenset[int]]:
        found: dict[str, set[int]] = {}
        for index, names in enumerate(self.parsed):
            for word in {word for name in names for word in surname_keys(name)}:
                found.setdefault(word, set()).add(index)
        return {word: frozenset(owners) for word, owners in found.items()}

    def _alike(self, name: ParsedName) -> list[int]:
        """Everybody who shares a word of the surname; nobody else can match."""
        return sorted(set().union(*(self.by_surname_word.get(word, frozenset()) for word in surname_keys(name))))

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
        if found := self._full(name):
            because = "name and given names or initials agree"
            return self._answer(written, found, because, likely=self._likely(name, found))
        if found := self._maybe(name):
            return self._doubtful(written, name, found)
        if found := self._surname_of_several_words(name):
            return self._answer(written, found, "nothing but the surname is given, and one person has it")
        if (turned := surname_in_front(text)) and (found := self._full(turned)):
            return self._answer(written, found, "name and given names agree, the surname standing first")
        people = tuple(self.persons[index] for index in self._near(name))
        if people:
            return PersonMatch(written, Match.ASK, None, people, "the names are alike, but not the same", near=True)
        return PersonMatch(written, Match.NONE, because="nobody of this name is known here")

    def _doubtful(self, written: str, name: ParsedName, found: Sequence[int]) -> PersonMatch:
        """Somebody's surname, with no given name or one that does not quite agree."""
        people = tuple(self.persons[index] for index in found)
        if name.given:
            return PersonMatch(written, Match.ASK, None, people, "the names are alike, but do not quite agree")
        if not name.titles and (called := self._called(name.surname)):
            people = tuple(self.persons[index] for index in sorted({*found, *called}))
            if len(people) > 1:
                return self._answer(written, sorted({*found, *called}), "")
        near = [index for index in found if index in self.attending]
        if len(near) == 1 < len(found):
            return self._answer(written, near, "of those with this surname, one was at the meeting")
        titled = [index for index in found if self._same_title(name, index)]
        if len(titled) == 1 < len(found) and all(self._other_title(name, one) for one in found if one not in titled):
            return self._answer(written, titled, "of those with this surname, one has this title", likely=True)
        if len(found) == 1 and self._other_title(name, found[0]) and not is_no_doctor(self.persons[found[0]]):
            because = "the surname agrees, but the title is another"
            return PersonMatch(written, Match.ASK, None, people, because)
        because, likely = "nothing but the surname is given, and one person has it", self._told_by_title(name, found)
        return self._answer(written, found, because, likely=likely)

    def _likely(self, name: ParsedName, found: Sequence[int]) -> bool:
        """Whether only a short form of the given name agrees, or only the title tells this person from another."""
        if self._told_by_title(name, found):
            return True
        agreeing = [one for i in found for one in self.parsed[i] if same_person(name, one) is Match.MATCHED]
        return all(only_likely(name, one) for one in agreeing)

    def _told_by_title(self, name: ParsedName, found: Sequence[int]) -> bool:
        """Whether somebody else's name would fit as well, were it not for a Mr here and a Mrs there."""
        others = (one for index in self._alike(name) if index not in found for one in self.parsed[index])
        return any(told_by_title(name, one) for one in others)

    def _surname_of_several_words(self, name: ParsedName) -> list[int]:
        """ "Dr Bin Rashid" of Dr Yusuf bin Rashid: behind a title, all the words may be the surname."""
        whole = replace(name, given=(), surname=" ".join((*name.given, name.surname)))
        return self._maybe(whole) if name.titles and name.given else []

    def _called(self, word: str, *, nearly: bool = False) -> list[int]:
        """Everybody whose given name this one word is, or may be."""
        same = may_be_given if nearly else same_given
        return [
            i for i, names in enumerate(self.parsed) if any(same(word, given) for n in names for given in n.given[:1])
        ]

    def _near(self, name: ParsedName) -> list[int]:
        """Everybody whose name is nearly this one, or whose given name alone it is; only ever a question."""
        nearby = sorted(set().union(*(self._by_near_key.get(key, ()) for key in near_keys(name))))
        found = [i for i in nearby if any(may_be_one(name, one) for one in self.parsed[i])]
        return found or ([] if name.given else self._called(name.surname, nearly=True))

    def _same_title(self, name: ParsedName, index: int) -> bool:
        return any(titles_agree(name.titles, known.titles) for known in self.parsed[index])

    def _other_title(self, name: ParsedName, index: int) -> bool:
        """A Mrs where every paper writes Dr: perhaps somebody else of that surname."""
        titled = [known for known in self.parsed[index] if known.titles]
        if not titled:
            return says_doctor(name) and is_no_doctor(self.persons[index])
        return all(titles_differ(name.titles, known.titles) for known in titled)

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
        bare = _TITLE_BEFORE.sub("", letters.strip("()[] ")).replace(".", "")
        if not _LETTERS.fullmatch(bare):
            return []
        folded = fold_letters(bare)
        return [i for i, person in enumerate(self.persons) if folded in {fold_letters(one) for one in person.initials}]

    def _full(self, name: ParsedName) -> list[int]:
        """Matched people; those written exactly alike stand before those that are only compatible."""
        alike = self._alike(name)
        exact = [i for i in alike if any(are_exact(name, known) for known in self.parsed[i])]
        if exact:
            return exact
        return [i for i in alike if any(same_person(name, known) is Match.MATCHED for known in self.parsed[i])]

    def _maybe(self, name: ParsedName) -> list[int]:
        return [i for i in self._alike(name) if any(same_person(name, n) is Match.ASK for n in self.parsed[i])]

    def _answer(self, written: str, found: Sequence[int], because: str, *, likely: bool = False) -> PersonMatch:
        people = tuple(self.persons[index] for index in found)
        if len(people) == 1:
            return PersonMatch(written, Match.MATCHED, people[0], people, because, likely=likely)
        if people:
            names = ", ".join(person.name for person in people)
            return PersonMatch(written, Match.ASK, None, people, f"this could be any of {names}")
        return PersonMatch(written, Match.NONE, because="nobody of this name is known here")


def role_of_position(position: str | None) -> Role:
    """The role a position's words tell, `other` where they do not."""
    plainly = (position or "").translate(_BRACKETS)
    return next((role for pattern, role in minutes_words().positions if pattern.search(plainly)), Role.OTHER)


def build_people(
    committee_members: Sequence[Member], attendance: Sequence[Attendance] = (), register_names: Iterable[str] = ()
) -> tuple[Person, ...]:
    """Everybody the case knows, each once: members first, then others in the lists, then others on the register.

    A written name is merged only into the one person it matches. Where it could be several, it is merged into none
    and makes nobody new, so that matching it later gives a question. A deputy is a person apart. So is whoever stands
    on one attendance list beside the person whose name is nearly the same.
    """
    people = _Growing(
        [Person(one.name, (one.name, *one.aliases), role=one.role, member=one) for one in committee_members]
    )
    beside: dict[str, list[str]] = {}
    for entry in attendance:
        beside.setdefault(entry.source.file, []).append(entry.name)
    for entry in with_names(attendance, committee_members):
        initials = entry.initials or parse_name(entry.name).initials
        new = Person(entry.name, (entry.name,), (initials,) if initials else (), role_of_position(entry.position))
        people.merge(new, beside=beside[entry.source.file])
    for person in list(people.persons):
        people.of_meetings.add(person.key)
    for name in register_names:
        people.merge(Person(name, (name,)))
    return people.persons


class _Growing(PeopleIndex):
    """People gathered one name at a time; good for matching alone."""

    def __init__(self, persons: Sequence[Person]) -> None:
        super().__init__(persons)
        self.of_meetings: set[str] = set()  # keys of members and of those who attended

    def merge(self, new: Person, *, beside: Sequence[str] = ()) -> None:
        """Add whoever is not known; join names to the one person who is meant."""
        match = self.match(new.name)
        if match.outcome is Match.NONE or (match.near and self._apart(match, beside)):
            self._put(len(self.persons), new)
        if match.person is None:
            return
        known = match.person
        joined = replace(
            known,
            names=tuple(dict.fromkeys((*known.names, *new.names))),
            likely_names=(*known.likely_names, *(new.names if match.likely else ())),
            initials=tuple(dict.fromkeys((*known.initials, *new.initials))),
            role=new.role if known.role is Role.OTHER and known.member is None else known.role,
        )
        self._put(next(i for i, person in enumerate(self.persons) if person is known), joined)

    def _apart(self, match: PersonMatch, beside: Sequence[str]) -> bool:
        """Whether nearly the same names are two people: both on one list, or both on nothing but a register."""
        if not beside:
            return not any(one.key in self.of_meetings for one in match.candidates)
        here = [self.match(name).person for name in beside if name != match.written]
        return all(any(one is person for person in here) for one in match.candidates)

    def _put(self, index: int, person: Person) -> None:
        names = parsed_names(person)
        self.persons = (*self.persons[:index], person, *self.persons[index + 1 :])
        self.parsed = (*self.parsed[:index], names, *self.parsed[index + 1 :])
        for word in {word for name in names for word in surname_keys(name)}:
            self.by_surname_word[word] = self.by_surname_word.get(word, frozenset()) | {index}
        self._matches.clear()
