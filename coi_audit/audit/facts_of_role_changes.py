"""People whose role changed, by the days of their seats, and what they declared around that day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from coi_audit.audit.audited import Audited
from coi_audit.audit.register_rows import editions
from coi_audit.audit.unit import Unit
from coi_audit.model.evidence import SourceRef
from coi_audit.model.facts_of_registers import RoleChangeFacts
from coi_audit.model.linking import Person
from coi_audit.model.people import Committee, Member
from coi_audit.model.words import Examines

_DAYS = 28  # statute: an edition this soon after the change shows what was declared by then
_APART = 31  # days between two seats that are still one change of role

Seat = tuple[Committee, Member]


@dataclass(frozen=True, slots=True)
class _Told:
    """One declaration or nil return: its own day, or that of the edition where the row has none."""

    on: date
    dated: bool
    source: SourceRef


def role_change_units(audited: Audited) -> Iterator[Unit]:
    """One unit for each day on which somebody who held a role took up another."""
    for person, seats in _seats(audited):
        for on in sorted({seat.from_ for _, seat in seats if seat.from_ is not None}):
            before = [one for one in seats if _held_just_before(one[1], on)]
            new = [one for one in seats if one[1].from_ == on and not any(_same(one, old) for old in before)]
            if before and new and audited.within(on) and on <= audited.last_day:
                yield _unit(person, on, before, new, audited)


def _seats(audited: Audited) -> list[tuple[Person, list[Seat]]]:
    held: dict[str, tuple[Person, list[Seat]]] = {}
    for committee in audited.case.body.committees:
        for seat in committee.members:
            person = audited.everybody.match(seat.name).person
            if person is not None:
                held.setdefault(person.key, (person, []))[1].append((committee, seat))
    return [held[key] for key in sorted(held)]


def _held_just_before(seat: Member, on: date) -> bool:
    """A seat begun earlier and held until shortly before; one with no first day may be the new one itself."""
    if seat.from_ is None or seat.from_ >= on:
        return False
    return seat.to is None or seat.to >= on - timedelta(days=_APART)


def _same(one: Seat, other: Seat) -> bool:
    """The same role carried on: a seat renewed for another term is no change."""
    (committee, seat), (there, earlier) = one, other
    if committee.name != there.name or seat.role is not earlier.role or seat.chair != earlier.chair:
        return False
    return " ".join(seat.title.casefold().split()) == " ".join(earlier.title.casefold().split())


def _unit(person: Person, on: date, before: Sequence[Seat], new: Sequence[Seat], audited: Audited) -> Unit:
    due = on + timedelta(days=_DAYS)
    told = list(_told(person, audited))
    earlier = [one for one in told if one.on < on and one.dated]
    later = [one for one in told if one.on >= on and (one.dated or one.on <= due)]
    newest = max(earlier, key=lambda one: one.on, default=None)
    first = min(later, key=lambda one: one.on, default=None)
    edition, all_dated = _first_edition_after(person, due, audited)
    if edition is not None and not all_dated and (newest is None or newest.on < on - timedelta(days=_DAYS)):
        newest = None  # its rows have no days of their own: what was told since cannot be seen
    facts = RoleChangeFacts(
        **audited.event(on),
        member=person.name,
        role_before=_words(before),
        new_role=_words(new),
        declared_before_on=newest.on if newest else None,
        declared_after_on=first.on if first else None,
        later_edition=edition,
        on_register=bool(told) if audited.case.registers else None,
    )
    papers = [seat.source for _, seat in new] + [one.source for one in (newest, first) if one is not None]
    return Unit(
        Examines.ROLE_CHANGE,
        facts,
        evidence=tuple(dict.fromkeys(papers)),
        person=person.name,
        interest=f"{on} {_words(new)}",
        lasting=True,
    )


def _told(person: Person, audited: Audited) -> Iterator[_Told]:
    for edition in editions(audited):
        register = edition.register
        for row in edition.of(person):
            day = row.interest.declared_on or register.edition
            if day is not None:
                yield _Told(day, row.interest.declared_on is not None, row.interest.source)
            for later in row.interest.further_declarations:
                yield _Told(later, True, row.interest.source)
        for nil in register.nil_returns:
            match, day = audited.everybody.match(nil.person).person, nil.on or register.edition
            if match is not None and match.key == person.key and day is not None:
                yield _Told(day, nil.on is not None, nil.source)


def _first_edition_after(person: Person, due: date, audited: Audited) -> tuple[date | None, bool]:
    """The first edition later than that day that lists the person, and whether all it has of them is dated."""
    for edition in editions(audited):
        on = edition.register.edition
        if on is not None and on > due and person.key in edition.listed:
            nils = [
                one
                for one in edition.register.nil_returns
                if (match := audited.everybody.match(one.person).person) is not None and match.key == person.key
            ]
            rows = edition.of(person)
            return on, all(row.interest.declared_on for row in rows) and all(one.on for one in nils)
    return None, False


def _words(seats: Sequence[Seat]) -> str:
    """Title, or role, with the committee in brackets; several joined."""
    told = [f"{seat.title or str(seat.role.value).replace('_', ' ')} ({committee.name})" for committee, seat in seats]
    return " and ".join(dict.fromkeys(told))
