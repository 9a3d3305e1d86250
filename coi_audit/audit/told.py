"""What the minutes of one meeting tell of its items and its people: read from their words, or already known."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Protocol

from coi_audit.audit.items import ClassifiedItem
from coi_audit.linking.items.record import read_item_record
from coi_audit.linking.participation.spoken import spoken_of
from coi_audit.linking.participation.told import read_participation
from coi_audit.linking.people.index import PeopleIndex
from coi_audit.model.linking import ItemRecord, Participation, Person
from coi_audit.model.meetings import Minutes
from coi_audit.rulebook.minutes_words import MinutesWords


class Told(Protocol):
    """Where an audit learns what was done at a meeting that has been held."""

    def of_item(self, item: ClassifiedItem) -> ItemRecord:
        """What is recorded of the item itself."""

    def of_person(self, item: ClassifiedItem, person: Person, organisations: Sequence[str]) -> Participation:
        """What is recorded of somebody at the item; `organisations` are names of what their interest is in."""

    def speaks_of(self, item: ClassifiedItem) -> Collection[str] | None:
        """Keys of everybody of whom something may be recorded there; None: anybody."""


@dataclass(frozen=True, slots=True)
class MinutesTold:
    """The minutes' own words."""

    minutes: Sequence[Minutes]
    people: PeopleIndex
    words: MinutesWords

    def of_item(self, item: ClassifiedItem) -> ItemRecord:
        return read_item_record(self.minutes, item.item, self.people, words=self.words)

    def of_person(self, item: ClassifiedItem, person: Person, organisations: Sequence[str]) -> Participation:
        return read_participation(
            self.minutes, item.item, person, people=self.people, organisations=organisations, words=self.words
        )

    def speaks_of(self, item: ClassifiedItem) -> Collection[str] | None:
        places = spoken_of(self.minutes, item.item, people=self.people, words=self.words)
        return None if places is None else {self.people.persons[place].key for place in places}
