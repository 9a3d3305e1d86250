"""The people of a case with the names that a person explained: asked only where the papers leave a doubt."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from coi_audit.linking.people.index import PeopleIndex, PersonMatch, build_people
from coi_audit.linking.people.names import parse_name
from coi_audit.model.answers import Said
from coi_audit.model.linking import Person
from coi_audit.model.meetings import Attendance
from coi_audit.model.people import Member
from coi_audit.model.words import Match


@dataclass(frozen=True, slots=True)
class Meant:
    """Whom somebody said a written name means: a person's name, None for somebody the papers know nothing else of."""

    name: str | None
    said: Said


Whose = Callable[[str], Meant | None]


class AnsweredPeople(PeopleIndex):
    """An index that takes a doubtful name for whoever it was answered to mean. A match by itself no answer changes."""

    def __init__(self, persons: Sequence[Person], *, whose: Whose, attending: Collection[str] = ()) -> None:
        self._whose = whose
        super().__init__(persons, attending=attending)

    def match(self, written: str) -> PersonMatch:
        """The person meant by the name itself, else by the answer."""
        found = super().match(written)
        meant = self._whose(written) if found.outcome is not Match.MATCHED else None
        if meant is None:
            return found
        person = self._person(meant, written)
        if person is None:
            return found if meant.name else PersonMatch(written, Match.NONE, because=meant.said.sentence)
        return PersonMatch(written, Match.MATCHED, person, (person,), meant.said.sentence)

    def by_initials(self, letters: str) -> list[int]:
        """Everybody whose initials these are; the one answered where they are nobody's, or several people's."""
        found = super().by_initials(letters)
        meant = self._whose(letters) if len(found) != 1 else None
        person = self._person(meant, letters) if meant is not None else None
        at = self.position(person) if person is not None else None
        return found if at is None else [at]

    def said_of(self, person: Person, written: Iterable[str]) -> tuple[Said, ...]:
        """The answers by which any of these names was taken for this person."""
        found = []
        for name in written:
            meant = self._whose(name)
            if meant is not None and (known := self._person(meant, name)) is not None and known.key == person.key:
                found.append(meant.said)
        return tuple(dict.fromkeys(found))

    def _person(self, meant: Meant, written: str) -> Person | None:
        key = _fold(meant.name if meant.name is not None else written)
        return next((one for one in self.persons if one.key == key), None)


def indexed(persons: Sequence[Person], whose: Whose | None, *, attending: Collection[str] = ()) -> PeopleIndex:
    """The index of these people, with the answers where there are any."""
    if whose is None:
        return PeopleIndex(persons, attending=attending)
    return AnsweredPeople(persons, whose=whose, attending=attending)


def answered_people(
    members: Sequence[Member], attendance: Sequence[Attendance], register_names: Sequence[str], whose: Whose | None
) -> tuple[Person, ...]:
    """Everybody the case knows, each once, the names that were explained joined to whoever they mean."""
    built = build_people(members, attendance, register_names)
    if whose is None:
        return built
    plain = PeopleIndex(built)
    unsure = {
        name: meant
        for name in (*(one.name for one in attendance), *register_names)
        if plain.match(name).outcome is Match.ASK and (meant := whose(name)) is not None
    }
    listed = [one for one in attendance if one.name not in unsure]
    people = list(build_people(members, listed, [one for one in register_names if one not in unsure]))
    initials = {one.name: one.initials or parse_name(one.name).initials for one in attendance}
    for written, meant in unsure.items():
        key = _fold(meant.name if meant.name is not None else written)
        at = next((index for index, one in enumerate(people) if one.key == key), None)
        letters = (initials[written],) if initials.get(written) else ()
        if at is None:
            people.append(Person(written, (written,), tuple(one for one in letters if one)))
            continue
        joined = (*people[at].initials, *(one for one in letters if one))
        names = tuple(dict.fromkeys((*people[at].names, written)))
        people[at] = replace(people[at], names=names, initials=tuple(dict.fromkeys(joined)))
    return tuple(people)


def _fold(name: str) -> str:
    return " ".join(name.casefold().split())
