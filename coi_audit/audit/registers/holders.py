"""Whose entry it is: post, committees and whether the person takes part in decisions, as on the day."""

from __future__ import annotations

from datetime import date

from coi_audit.audit.audited import Audited
from coi_audit.audit.facts_of_staff import decides, person_of_staff
from coi_audit.audit.register_rows import office_days
from coi_audit.model.dates import add_months
from coi_audit.model.linking import Person
from coi_audit.model.outgoing import Holder
from coi_audit.model.people import Member

_AFTER_OFFICE = 6  # months for which a former member's entries still belong to decision-making staff


class Holders:
    """Makes one `Holder` of every written name; two spellings of one person give the same one."""

    def __init__(self, audited: Audited, positions: dict[str, str]) -> None:
        self._audited = audited
        self._positions = positions
        self._known: dict[str, Holder] = {}

    def of(self, written: str, position: str | None = None) -> Holder:
        """Who holds an entry under this name; `position` is what the entry itself says."""
        person = self._audited.everybody.match(written).person
        key = person.key if person is not None else " ".join(written.casefold().split())
        if key not in self._known:
            self._known[key] = self._holder(person, written, key)
        known = self._known[key]
        if known.position or not position:
            return known
        return Holder(known.name, position, known.committees, known.decides)

    def _holder(self, person: Person | None, written: str, key: str) -> Holder:
        if person is None:
            return Holder(written, self._positions.get(key, ""))
        seats = self._seats(person)
        posts = [one.title for _, one in seats if one.title]
        position = self._positions.get(key) or "; ".join(dict.fromkeys(posts)) or self._post(person)
        committees = tuple(dict.fromkeys(name for name, _ in seats))
        return Holder(person.name, position, committees, self._decides(person))

    def _seats(self, person: Person) -> list[tuple[str, Member]]:
        """The person's seats of the day, with the committee's name."""
        day, match = self._audited.as_of, self._audited.everybody.match
        return [
            (committee.name, seat)
            for committee in self._audited.case.body.committees
            for seat in committee.members
            if seat.in_office(day) and (found := match(seat.name).person) is not None and found.key == person.key
        ]

    def _post(self, person: Person) -> str:
        rows = self._audited.case.records.staff
        return next((one.position for one in rows if person_of_staff(one, self._audited).key == person.key), "")

    def _decides(self, person: Person) -> bool | None:
        day = self._audited.as_of
        since = add_months(day, -_AFTER_OFFICE)
        for first, last in office_days(person, self._audited):
            if (first is None or first <= day) and (last is None or last >= since):
                return True
        return decides(person, self._audited)


def positions_of(audited: Audited, day: date) -> dict[str, str]:
    """Each person's position in the words of the newest edition that gives one, by the person's key."""
    known = [one for one in audited.case.registers if one.edition is None or one.edition <= day]
    found: dict[str, str] = {}
    for register in sorted(known, key=lambda one: (one.edition or date.min, one.file)):
        told = [(one.person, one.position) for one in register.interests]
        told += [(one.person, one.position) for one in register.nil_returns]
        for name, position in told:
            person = audited.everybody.match(name).person
            key = person.key if person is not None else " ".join(name.casefold().split())
            if position:
                found[key] = position
    return found
