"""Rows of one edition compared with another's: is the same interest there, in whatever words it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from coi_audit.audit.audited import Audited
from coi_audit.linking.holdings import name_alone, resolve_organisation
from coi_audit.linking.names import normalise
from coi_audit.linking.ties import tie_of_interest
from coi_audit.model.interests import Interest, Register
from coi_audit.model.linking import Person
from coi_audit.model.words import Match

_WITHHELD = re.compile(r"\b(?:redacted|with-?held|details? removed|name removed|not disclosed)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Row:
    """One row with whose it is. `key` names its organisation: the one it resolves to, else its name folded."""

    register: Register
    interest: Interest
    person: Person
    key: str

    @property
    def day(self) -> date | None:
        return self.register.edition

    @property
    def words(self) -> str:
        """Nature and organisation, as findings name an interest."""
        return self.interest.words


@dataclass(frozen=True, slots=True)
class Edition:
    """One edition with its rows by person's key; `listed` are the keys of everybody it names."""

    register: Register
    rows: dict[str, list[Row]]
    listed: frozenset[str]

    def of(self, person: Person) -> list[Row]:
        """The person's rows."""
        return self.rows.get(person.key, [])


def editions(audited: Audited) -> list[Edition]:
    """Every edition known by the as-of date, oldest first, undated ones last; worked out once an audit."""
    return audited.everybody.once("editions", (audited.case, audited.knowledge), lambda: _editions(audited))


def _editions(audited: Audited) -> list[Edition]:
    known = [one for one in audited.case.registers if one.edition is None or one.edition <= audited.as_of]
    ordered = sorted(known, key=lambda one: (one.edition is None, one.edition or date.max, one.file))
    return [_edition(register, audited) for register in ordered]


def _edition(register: Register, audited: Audited) -> Edition:
    rows: dict[str, list[Row]] = {}
    for row in _rows_of(register, audited):
        rows.setdefault(row.person.key, []).append(row)
    matches = (audited.everybody.match(name).person for name in register.people)
    return Edition(register, rows, frozenset(one.key for one in matches if one is not None))


def _rows_of(register: Register, audited: Audited) -> Iterator[Row]:
    """The rows of an edition; somebody whose name could be two people's is nobody here."""
    on = register.edition or audited.last_day
    for interest in register.interests:
        person = audited.everybody.match(interest.person).person
        if person is not None:
            yield Row(register, interest, person, _key(interest, on, audited))


def shown_in(row: Row, edition: Edition, audited: Audited, *, before: Edition) -> bool | None:
    """Whether another edition has the interest.

    None where a row of the person that the edition `before` does not have may be the same in other words, or where
    words are withheld there.
    """
    mine = edition.of(row.person)
    if any(same_matter(row, one) for one in mine):
        return True
    if any(is_withheld(one.interest) for one in mine):
        return None
    earlier = before.of(row.person)
    new = [one for one in mine if not any(same_matter(one, old) for old in earlier)]
    tie = tie_of_interest(row.interest, audited.knowledge.ties)[0]
    alike = [one for one in new if tie_of_interest(one.interest, audited.knowledge.ties)[0] is tie or not one.key]
    return None if alike else False


def is_withheld(interest: Interest) -> bool:
    """Whether the row says that something in it is withheld."""
    return bool(_WITHHELD.search(f"{interest.person}. {interest.organisation}. {interest.nature}"))


def in_office(person: Person, on: date, audited: Audited) -> bool:
    """Whether the person sits on any committee that day."""
    return any(
        seat.in_office(on)
        for committee in audited.case.body.committees
        for seat in committee.members
        if _meant(seat.name, person, audited)
    )


def office_days(person: Person, audited: Audited) -> list[tuple[date | None, date | None]]:
    """First and last day of each of the person's seats, both included, None being open."""
    return [
        (seat.from_, seat.to)
        for committee in audited.case.body.committees
        for seat in committee.members
        if _meant(seat.name, person, audited)
    ]


def day_in_office(person: Person, audited: Audited) -> date | None:
    """The last day of the audited period on which the person sat on a committee; None where there was none."""
    days = [
        min(last or audited.last_day, audited.last_day)
        for first, last in office_days(person, audited)
        if (first is None or first <= audited.last_day) and (last is None or last >= audited.first_day)
    ]
    return max(days, default=None)


def edition_after(person: Person, day: date, days: int, audited: Audited) -> date | None:
    """The first edition dated later than so many days after that day which lists the person."""
    due = day + timedelta(days=days)
    dated = [(one.register.edition, one) for one in editions(audited)]
    return next((on for on, one in dated if on is not None and on > due and person.key in one.listed), None)


def _meant(name: str, person: Person, audited: Audited) -> bool:
    found = audited.everybody.match(name).person
    return found is not None and found.key == person.key


def same_matter(one: Row, other: Row) -> bool:
    """Whether two rows tell of the same organisation, or the name of the one stands in the words of the other."""
    if one.key and one.key == other.key:
        return True
    return _named_in(one, other) or _named_in(other, one)


def _named_in(one: Row, other: Row) -> bool:
    """Whether the name of one row's organisation stands in the other's words."""
    name = normalise(one.interest.organisation).key
    text = f" {normalise(f'{other.interest.organisation} {other.interest.nature}').key} "
    return len(name) > 3 and f" {name} " in text


def _key(interest: Interest, on: date, audited: Audited) -> str:
    found = resolve_organisation(interest.organisation, interest.nature, on=on, directory=audited.knowledge.directory)
    if found is not None and found.outcome is Match.MATCHED:
        return (found.ods_code or found.name or "").casefold()
    return name_alone(interest.organisation or interest.nature)
