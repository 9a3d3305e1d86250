"""The attendance list of a meeting to come: as the papers have it, as tried out, and as the desk saves it."""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from coi_audit.app.desk.meeting_folder import paper_of
from coi_audit.app.desk.what_if import ListedSeat, Seat, WhatIf, person_mark
from coi_audit.app.desk.writing import mark_of, write_whole
from coi_audit.errors import UserError
from coi_audit.linking.people.index import PeopleIndex
from coi_audit.model.answers import one_line
from coi_audit.model.case import Case
from coi_audit.model.evidence import SourceRef
from coi_audit.model.meetings import ExpectedAttendance, Meeting
from coi_audit.model.people import Committee
from coi_audit.report.words import words

HEADINGS = ("Name", "Expected", "Deputy", "Papers withheld")
_FORMULA = "=+-@\t\r|%"  # a cell that begins so may run as a formula in a spreadsheet program
_NO_NAMES = frozenset({"-", "none", "nil", "n/a", "no", "not applicable"})  # a reader takes them for nobody


def listed_seats(meeting: Meeting, committee: Committee | None, people: PeopleIndex) -> tuple[ListedSeat, ...]:
    """The members in office that day and whoever else the attendance papers name, each once, as they are listed."""
    rows: dict[str, ExpectedAttendance] = {}
    for row in meeting.expected:
        rows[_key(row.name, people)] = row
    seats: dict[str, ListedSeat] = {}
    for member in committee.members if committee else ():
        key = _key(member.name, people)
        if key in seats or not member.in_office(meeting.on):
            continue
        role = words(member.role) if member.role.value != "other" else ""
        seats[key] = ListedSeat(
            mark=person_mark(member.name),
            name=member.name,
            post=", ".join(part for part in (member.title or role, "" if member.voting else "no vote") if part),
            member=True,
            voting=member.voting,
            expected=True,
        )
        seats[key] = _told(seats[key], rows.get(key))
    for key, row in rows.items():
        if key not in seats:
            visitor = ListedSeat(person_mark(row.name), row.name, "in attendance", False, False, expected=True)
            seats[key] = _told(visitor, row)
    return tuple(seats.values())


def _told(seat: ListedSeat, row: ExpectedAttendance | None) -> ListedSeat:
    if row is None:
        return seat
    return replace(seat, expected=row.expected, deputy=row.deputy or "", withheld=row.papers_withheld)


def _key(name: str, people: PeopleIndex) -> str:
    person = people.match(name).person
    return person.key if person is not None else " ".join(name.casefold().split())


def tried(seats: Sequence[ListedSeat], what_if: WhatIf, meeting: int) -> tuple[ListedSeat, ...]:
    """The list with what is tried out. A deputy is told only of somebody who is away."""
    deputies = dict(what_if.deputies)
    changed = []
    for one in seats:
        seat = Seat(meeting, one.mark)
        expected = seat in what_if.here or (one.expected and seat not in what_if.away)
        deputy = deputies.get(seat, one.deputy) if one.member else one.deputy
        changed.append(replace(one, expected=expected, deputy=deputy))
    return tuple(changed)


def rows_of(seats: Sequence[ListedSeat], file: str) -> tuple[ExpectedAttendance, ...]:
    """The rows that reading the saved list `file` gives."""
    rows = []
    for number, one in enumerate(seats, 2):
        cells = _cells(one)
        rows.append(
            ExpectedAttendance(
                name=one.name,
                expected=one.expected,
                deputy=one.deputy or None,
                papers_withheld=one.withheld,
                source=SourceRef(file=file, line=number, text=" | ".join(cell for cell in cells if cell)),
            )
        )
    return tuple(rows)


def list_text(seats: Sequence[ListedSeat]) -> str:
    """The list as CSV. Raises `UserError` for a name that a spreadsheet program would take for a formula."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(HEADINGS)
    for one in seats:
        for name in (one.name, one.deputy):
            if name[:1] in _FORMULA and name:
                raise UserError(
                    "this is not written into a list, since a spreadsheet program could run it as a formula.",
                    where=name[:80],
                    fix="begin the name with a letter.",
                )
        writer.writerow(_cells(one))
    return out.getvalue()


def checked_deputy(written: str) -> str:
    """A deputy's name as it may be listed, "" for nobody. Raises `UserError` for what is no name."""
    name = one_line(written)
    if name.casefold() in _NO_NAMES:
        return ""
    if name and (name[:1] in _FORMULA or not any(sign.isalpha() for sign in name)):
        raise UserError("this is not a name.", where=name[:80], fix="give the deputy's name, such as Dr Jo Marsh.")
    return name


def list_mark(seats: Sequence[ListedSeat]) -> str:
    """What stands for a list as it was shown: another one has another mark."""
    told = "\n".join("\t".join(_cells(one)) for one in seats)
    return hashlib.sha256(told.encode()).hexdigest()[:16]


def list_file(case: Case, meeting: Meeting) -> str:
    """The saved list's path in the case folder."""
    return paper_of(case, meeting, "attendance", ".csv")


def save_list(folder: Path, file: str, seats: Sequence[ListedSeat]) -> None:
    """Write the list into the case folder. Raises `UserError` where it cannot be written."""
    path = folder / file
    write_whole(path, list_text(seats), mark=mark_of(path))


def _cells(one: ListedSeat) -> tuple[str, str, str, str]:
    return one.name, "yes" if one.expected else "no", one.deputy, ", ".join(one.withheld)
