"""Who counts at one meeting: members expected beforehand, and who the minutes show afterwards (contract, section 5)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from coi_audit.audit.body_names import core_name
from coi_audit.linking.people.index import PeopleIndex, role_of_position
from coi_audit.model.evidence import SourceRef
from coi_audit.model.linking import Person
from coi_audit.model.meetings import Attendance, Meeting, Minutes
from coi_audit.model.people import Committee, Member
from coi_audit.model.words import AttendanceStatus, Role

_ITEM = re.compile(r"\bitem\s*(?:no\.?|number)?\s*(\d+(?:\.\d+)*[a-z]?)", re.IGNORECASE)
_BEFORE = re.compile(r"\b(before|prior to|ahead of)\b", re.IGNORECASE)
_A_LIST = 2  # members present: fewer are a note of who chaired, and no list of the part's own
_NOBODY_READ = (
    "No member was recognised on the minutes' list of those present, so everybody in office who sent no apologies was "
    "taken as present: see who was there, and whether the names are those of body.yaml."
)


@dataclass(frozen=True, slots=True)
class Attendee:
    """One person at the meeting. `seat` is the membership whose role and vote they carry: their own, or the one they
    deputise for; None for people in attendance. `from_item` and `until_item` are item numbers, both included.
    `namesakes` are all memberships of that name where several are in office: whose interest is whose must be asked."""

    person: Person
    seat: Member | None
    deputy: bool = False
    from_item: str | None = None
    until_item: str | None = None
    left_before: bool = False  # they left before `until_item`, not during or after it
    position: str | None = None
    chair: bool = False
    source: SourceRef | None = None
    namesakes: tuple[Member, ...] = ()
    private: bool | None = None  # only at the private part, or only at the public one; None: at both

    @property
    def role(self) -> Role:
        return self.seat.role if self.seat else self.person.role

    @property
    def voting(self) -> bool:
        return self.seat is not None and self.seat.voting

    def at(self, index: int, numbers: Sequence[str], private: Sequence[bool]) -> bool:
        """Whether they were there for the item at this place of the agenda; `private` tells of each item's part."""
        if self.private is not None and self.private != private[index]:
            return False
        first = _place(self.from_item, numbers, default=0)
        last = _place(self.until_item, numbers, default=len(numbers)) - self.left_before
        return first <= index <= last


@dataclass(frozen=True, slots=True)
class Roll:
    """Everybody at, or expected at, one meeting; sorted by name within each list."""

    members: tuple[Attendee, ...]
    in_attendance: tuple[Attendee, ...]
    apologies: tuple[str, ...]
    questions: tuple[str, ...] = ()
    away: tuple[Attendee, ...] = ()  # members who sent apologies: examined only where an interest kept them away

    @property
    def everybody(self) -> tuple[Attendee, ...]:
        return (*self.members, *self.in_attendance)


def call_roll(meeting: Meeting, committee: Committee | None, *, people: PeopleIndex, body_name: str) -> Roll:
    """The roll from the minutes where there are any, else the members in office less known apologies."""
    seats = tuple(one for one in (committee.members if committee else ()) if one.in_office(meeting.on))
    lists = [(one.private, _ours(one, body_name)) for one in meeting.minutes]
    lists = [one for at, one in enumerate(lists) if at == 0 or one[0] != lists[0][0]]
    listed = [entry for _, entries in lists for entry in entries]
    if meeting.between_meetings is not None:
        return _between_meetings(listed, seats, people)
    if not listed:
        return _expected(meeting, seats, people)
    roll = _by_part(_from_minutes(listed, seats, people), lists, seats, people)
    return roll if roll.members or not seats else _nobody_read(roll, meeting, seats, people)


def _by_part(
    roll: Roll, lists: Sequence[tuple[bool, list[Attendance]]], seats: Sequence[Member], people: PeopleIndex
) -> Roll:
    """Public and private part with minutes and a list each: whoever only one list names was at that part only."""
    named: dict[bool, set[str]] = {}
    for private, entries in lists:
        part = _from_minutes(entries, seats, people)
        if len(part.members) < _A_LIST:
            return roll
        named.setdefault(private, set()).update(one.person.key for one in part.everybody)
    if len(named) < 2:
        return roll
    only = {key: private for private in named for key in named[private] - named[not private]}
    return replace(
        roll,
        members=tuple(replace(one, private=only.get(one.person.key)) for one in roll.members),
        in_attendance=tuple(replace(one, private=only.get(one.person.key)) for one in roll.in_attendance),
    )


def _nobody_read(roll: Roll, meeting: Meeting, seats: Sequence[Member], people: PeopleIndex) -> Roll:
    """The lists name no member as present: better everybody who sent no apologies is looked at than nobody."""
    away = {one.person.key for one in roll.away}
    expected = _expected(meeting, seats, people)
    members = tuple(one for one in expected.members if one.person.key not in away)
    keys = {one.person.key for one in members}
    others = tuple(one for one in roll.in_attendance if one.person.key not in keys)
    return replace(roll, members=members, in_attendance=others, questions=(*roll.questions, _NOBODY_READ))


def _between_meetings(listed: Sequence[Attendance], seats: Sequence[Member], people: PeopleIndex) -> Roll:
    """Whoever decided sits in their seat; whoever was only consulted, members too, took no part in the decision."""
    asked = AttendanceStatus.IN_ATTENDANCE
    decided = _from_minutes([one for one in listed if one.status is not asked], seats, people)
    others = _from_minutes([one for one in listed if one.status is asked], (), people)
    return replace(decided, in_attendance=(*decided.in_attendance, *others.in_attendance))


def _ours(minutes: Minutes, body_name: str) -> list[Attendance]:
    """The entries of this body: in a meeting in common, another body's members are not judged here."""
    own = core_name(body_name)
    return [
        one
        for one in minutes.attendance
        if one.body is None or core_name(one.body) in own or own in core_name(one.body)
    ]


def _from_minutes(listed: Sequence[Attendance], seats: Sequence[Member], people: PeopleIndex) -> Roll:
    members: dict[str, Attendee] = {}
    others: dict[str, Attendee] = {}
    apologies: list[tuple[str, str]] = []
    questions = list(_questions(seats))
    away: dict[str, Attendee] = {}
    for entry in listed:
        match = people.match(entry.name)
        person = match.person or Person(name=entry.name, names=(entry.name,))
        if match.person is None and match.candidates:
            questions.append(f"{entry.name}: {match.because}")
        taken = [one.seat for one in (*members.values(), *away.values())]
        seat, deputy = _seat(entry, person, seats=seats, people=people, taken=taken)
        key, alike = _key(person, seat, seats), namesakes(seat, seats)
        if entry.status in (AttendanceStatus.APOLOGIES, AttendanceStatus.ABSENT):
            apologies.append((key, person.name))
            away[key] = Attendee(person=person, seat=None if deputy else seat, source=entry.source, namesakes=alike)
            continue
        attendee = Attendee(
            person=person,
            seat=seat,
            deputy=deputy,
            from_item=_item_in(entry.arrived),
            until_item=_item_in(entry.left),
            left_before=entry.left is not None and _BEFORE.search(entry.left) is not None,
            position=entry.position,
            chair=entry.chair,
            source=entry.source,
            namesakes=() if deputy else alike,
        )
        (members if seat else others).setdefault(key, attendee)
    here = set(members) | set(others)
    return Roll(
        _sorted(members),
        _sorted(others),
        tuple(name for key, name in apologies if key not in here),
        tuple(questions),
        tuple(one for key, one in sorted(away.items()) if key not in here),
    )


def _seat(
    entry: Attendance, person: Person, *, seats: Sequence[Member], people: PeopleIndex, taken: Sequence[Member | None]
) -> tuple[Member | None, bool]:
    if entry.deputising_for:
        match = people.match(entry.deputising_for)
        for seat in seats:
            if match.person is not None and people.match(seat.name).person == match.person:
                return seat, True
    own = [seat for seat in seats if (known := people.match(seat.name).person) is not None and known.key == person.key]
    free = [seat for seat in own if seat not in taken] or own
    told = role_of_position(entry.position)
    return next((seat for seat in free if seat.role is told), free[0] if free else None), False


def namesakes(seat: Member | None, seats: Sequence[Member]) -> tuple[Member, ...]:
    """All members in office of this member's name, where it is not the only one; else nothing."""
    alike = tuple(one for one in seats if seat is not None and _fold(one.name) == _fold(seat.name))
    return alike if len(alike) > 1 else ()


def about_namesakes(alike: Sequence[Member]) -> str:
    """The question that members of one name leave open, in one sentence."""
    posts = [one.title or one.role.value.replace("_", " ") for one in alike]
    told = [f"{post}, {one.practice}" if one.practice else post for post, one in zip(posts, alike, strict=True)]
    count = "Two" if len(alike) == 2 else "Several"
    return (
        f"{count} members have the name {alike[0].name} ({'; '.join(told)}), and the papers do not always tell which "
        "of them is meant: ask whose interest this is."
    )


def _questions(seats: Sequence[Member]) -> Iterator[str]:
    told: set[str] = set()
    for seat in seats:
        alike = namesakes(seat, seats)
        if alike and _fold(seat.name) not in told:
            told.add(_fold(seat.name))
            yield about_namesakes(alike)


def _key(person: Person, seat: Member | None, seats: Sequence[Member]) -> str:
    """The person's key; of members of one name the second and later have their place behind it."""
    alike = namesakes(seat, seats)
    at = next((at for at, one in enumerate(alike) if one is seat), 0)
    return f"{person.key} {at + 1}" if at and _fold(alike[0].name) == person.key else person.key


def _expected(meeting: Meeting, seats: Sequence[Member], people: PeopleIndex) -> Roll:
    rows = {}
    for row in meeting.expected:
        match = people.match(row.name)
        rows[match.person.key if match.person else _fold(row.name)] = row
    members: dict[str, Attendee] = {}
    apologies: list[str] = []
    for seat in seats:
        match = people.match(seat.name)
        person = match.person or Person(name=seat.name, names=(seat.name,), role=seat.role, member=seat)
        told = rows.get(person.key)
        if told is None or told.expected:
            source = told.source if told else seat.source
            alike = namesakes(seat, seats)
            members[_key(person, seat, seats)] = Attendee(person=person, seat=seat, source=source, namesakes=alike)
            continue
        apologies.append(person.name)
        if told.deputy:
            stand_in = people.match(told.deputy).person or Person(name=told.deputy, names=(told.deputy,))
            members[stand_in.key] = Attendee(person=stand_in, seat=seat, deputy=True, source=told.source)
    others: dict[str, Attendee] = {}
    for key, row in rows.items():
        match = people.match(row.name)
        if row.expected and key not in members:
            person = match.person or Person(name=row.name, names=(row.name,))
            others[key] = Attendee(person=person, seat=None, source=row.source)
    return Roll(_sorted(members), _sorted(others), tuple(sorted(apologies)), tuple(_questions(seats)))


def _item_in(words: str | None) -> str | None:
    found = _ITEM.search(words) if words else None
    return found.group(1) if found else None


def _place(number: str | None, numbers: Sequence[str], *, default: int) -> int:
    if number is None:
        return default
    for index, one in enumerate(numbers):
        if one.casefold().rstrip(".") == number.casefold():
            return index
    return default


def _sorted(attendees: dict[str, Attendee]) -> tuple[Attendee, ...]:
    return tuple(attendees[key] for key in sorted(attendees))


def _fold(name: str) -> str:
    return " ".join(name.casefold().split())
