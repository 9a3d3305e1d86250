"""One day's meetings worked out anew as others attend or the chair rules otherwise, fast enough to follow a click."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain

from coi_audit.app.desk.attendance_list import list_file, listed_seats, rows_of, save_list, tried
from coi_audit.app.desk.case import DeskCase
from coi_audit.app.desk.meeting_folder import check_inside
from coi_audit.app.desk.rulings_file import NewRuling, rulings_file, tried_rulings
from coi_audit.app.desk.what_if import ListedSeat, TriedRuling, WhatIf, person_mark
from coi_audit.audit.answered import answered_case, knowing
from coi_audit.audit.attending import Prepared, examine_with, prepare
from coi_audit.audit.engine import run_rules
from coi_audit.audit.examine import Examined, people_of
from coi_audit.audit.knowledge import Knowledge
from coi_audit.audit.preparation import with_preparation
from coi_audit.audit.run import Request
from coi_audit.audit.settle import settle
from coi_audit.audit.units import meeting_units
from coi_audit.linking.answers import NO_ANSWERS
from coi_audit.linking.people.index import PeopleIndex
from coi_audit.model.audit import Audit, Finding, MeetingAudit
from coi_audit.model.case import Case
from coi_audit.model.linking import Person
from coi_audit.model.meetings import Meeting
from coi_audit.rulebook.action_table import ActionTable
from coi_audit.rulebook.policy import under_policy


@dataclass(frozen=True, slots=True)
class MeetingTried:
    """One meeting of the day: as the papers have it, and as worked out with what is tried out."""

    place: int
    saved: Meeting
    people: PeopleIndex
    seats: tuple[ListedSeat, ...]  # as the papers have them
    now: tuple[ListedSeat, ...]  # as tried out
    audit: MeetingAudit
    open: bool  # whether attendance still decides who counts: there are no minutes

    def person(self, mark: str) -> Person | None:
        """The person of a mark: somebody of the meeting, or of its lists."""
        told = [*self.audit.present, *self.audit.in_attendance]
        told += [conflict.holding.person for item in self.audit.items for conflict in (*item.conflicts, *item.recent)]
        found = next((one for one in told if person_mark(one.name) == mark), None)
        if found is not None:
            return found
        names = [one.name for one in (*self.seats, *self.now)] + [one.deputy for one in self.now if one.deputy]
        name = next((one for one in names if person_mark(one) == mark), None)
        return (self.people.match(name).person or Person(name=name, names=(name,))) if name else None


@dataclass(frozen=True, slots=True)
class DayTried:
    """All meetings of a day with what is tried out; `case` is the case as changed, before any answer is put to it.

    `examined` and `knowledge` are what the rules need to be asked of them.
    """

    on: date
    what_if: WhatIf
    case: Case
    meetings: tuple[MeetingTried, ...]
    examined: tuple[Examined, ...]
    knowledge: Knowledge


class DayDesk:
    """One day's meetings of a body, gathered once."""

    def __init__(self, desk: DeskCase, on: date) -> None:
        self._case, self._as_of, self.on = desk.case, desk.as_of, on
        self._request = Request(desk.as_of, only=frozenset({on}))
        knowledge = desk.knowledge
        policy = under_policy(knowledge.rulebook, knowledge.actions, self._case.records.policy_changes)
        self._knowledge = replace(knowledge, rulebook=policy.rulebook, actions=policy.table)
        self._prepared: dict[object, Prepared] = {}
        self._meetings = [one for one in self._case.meetings if one.on == on]
        self._people = [self._people_of(one) for one in self._meetings]

    @property
    def actions(self) -> ActionTable:
        """The table of actions, with what the body's own policy changed."""
        return self._knowledge.actions

    def meeting(self, place: int) -> Meeting:
        """One of the day's meetings as the papers have it. Raises IndexError for a place at which there is none."""
        return self._meetings[place]

    def person(self, meeting: Meeting, name: str) -> Person | None:
        """Who is meant by a name at one of the day's meetings."""
        place = next(at for at, one in enumerate(self._meetings) if one is meeting)
        return self._people[place].match(name).person

    def tried(self, what_if: WhatIf) -> DayTried:
        """The day with these changes: what `check` would give were they saved."""
        changed = dict(self._changed(what_if))
        update = {"meetings": tuple(changed.get(id(one), one) for one in self._case.meetings)}
        case = self._case.model_copy(update=update)
        known = self._knowledge
        if case.records.answers:
            settled = settle(case, request=self._request, knowledge=known, look=self._look)
            known = knowing(known, settled.book)
        there = answered_case(case, known.answers)
        examined = tuple(
            self._look(there, one, knowledge=known, as_of=self._as_of) for one in there.meetings if one.on == self.on
        )
        meetings = tuple(
            self._meeting(place, what_if, with_preparation(one.audit, one, there.registers))
            for place, one in enumerate(examined)
        )
        return DayTried(self.on, what_if, case, meetings, examined, known)

    def _meeting(self, place: int, what_if: WhatIf, audit: MeetingAudit) -> MeetingTried:
        saved, people = self._meetings[place], self._people[place]
        seats = self._seats(place)
        is_open = not saved.minutes and saved.between_meetings is None
        return MeetingTried(place, saved, people, seats, tried(seats, what_if, place), audit, is_open)

    def _changed(self, what_if: WhatIf) -> Iterator[tuple[int, Meeting]]:
        for place, meeting in enumerate(self._meetings):
            own = what_if.of_meeting(place)
            update: dict[str, object] = {}
            seats = self._seats(place)
            now = tried(seats, own, place)
            if now != seats and not meeting.minutes:
                update["expected"] = rows_of(now, list_file(self._case, meeting))
            if own.rulings:
                new = [found for one in own.rulings if (found := self._new_ruling(one, place, seats)) is not None]
                update["rulings"] = tried_rulings(meeting, new, rulings_file(self._case, meeting))
            if update:
                yield id(meeting), meeting.model_copy(update=update)

    def _new_ruling(
        self, one: TriedRuling, place: int, seats: Sequence[ListedSeat]
    ) -> tuple[NewRuling, tuple[str, ...]] | None:
        person = next(
            (known for known in self._people[place].persons if person_mark(known.name) == one.seat.mark), None
        )
        if person is None:
            return None
        return NewRuling(person.name, one.item, one.action), person.names

    def _seats(self, place: int) -> tuple[ListedSeat, ...]:
        meeting = self._meetings[place]
        committee = next((one for one in self._case.body.committees if one.name == meeting.committee), None)
        return listed_seats(meeting, committee, self._people[place])

    def _people_of(self, meeting: Meeting) -> PeopleIndex:
        committee = next((one for one in self._case.body.committees if one.name == meeting.committee), None)
        return people_of(self._case, meeting, committee, NO_ANSWERS)

    def _look(self, case: Case, meeting: Meeting, *, knowledge: Knowledge, as_of: date) -> Examined:
        """`examine_meeting`, with what does not depend on who attends worked out once."""
        answers = tuple((one.question, one.answer) for one in knowledge.answers.answers)
        key = (meeting.folder, meeting.source.file, meeting.source.text, meeting.between_meetings, answers)
        prepared = self._prepared.get(key)
        if prepared is None or prepared.known.meeting.committee != meeting.committee:
            prepared = self._prepared[key] = prepare(case, meeting, knowledge=knowledge, as_of=as_of)
        return examine_with(prepared, meeting)


def day_desk(desk: DeskCase, on: date) -> DayDesk:
    """The day's meetings gathered, once for the papers as they are."""
    return desk.once(("day", on), lambda: DayDesk(desk, on))


def day_tried(desk: DeskCase, on: date, what_if: WhatIf) -> DayTried:
    """The day with these changes, once for the papers as they are."""
    return desk.once(("tried", on, what_if), lambda: day_desk(desk, on).tried(what_if))


def day_findings(desk: DeskCase, on: date, what_if: WhatIf) -> tuple[Finding, ...]:
    """What the rules raise on the day's meetings, their items and whoever those touch; nothing on the year's papers."""

    def asked() -> tuple[Finding, ...]:
        day = day_tried(desk, on, what_if)
        units = chain.from_iterable(meeting_units(one, day.case.body) for one in day.examined)
        return tuple(run_rules(units, body=day.case.body, knowledge=day.knowledge).findings)

    return desk.once(("raised", on, what_if), asked)


def day_audit(desk: DeskCase, on: date, what_if: WhatIf) -> Audit:
    """The whole check of the day with these changes, rules and all; slower, for the papers that leave."""
    case = day_tried(desk, on, what_if).case
    return desk.once(("checked", on, what_if), lambda: desk.audit_of(case, Request(desk.as_of, only=frozenset({on}))))


def save_attendance(desk: DeskCase, meeting: MeetingTried) -> None:
    """Write the list as tried out into the meeting's folder. Raises `UserError` where it cannot be written."""
    file = list_file(desk.case, meeting.saved)
    check_inside(desk.folder, file)
    save_list(desk.folder, file, meeting.now)
