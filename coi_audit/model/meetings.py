"""Meetings: agendas, minutes, who came, and the rulings given; as the papers state them, not yet interpreted."""

from __future__ import annotations

from datetime import date

from sqlmodel import Field

from coi_audit.model.evidence import Recorded, SourceRef
from coi_audit.model.words import Action, AttendanceStatus, Authority, MinutesStatus


class AgendaItem(Recorded):
    """One item of one agenda. `number` is the agenda's own ("6", "8.1", "14/18"); automatic numbering is rebuilt."""

    number: str = ""
    title: str = Field(min_length=1)
    action: str | None = None  # the agenda's own action word or column, as written
    section: str | None = None  # the heading it stands under ("Items for decision", "Part 2 - private")
    paper: str | None = None
    presenter: str | None = None
    text: str = ""  # further words under the item
    private: bool = False
    bodies: tuple[str, ...] = ()  # of a meeting in common: the bodies this item concerns; empty means all
    body_actions: tuple[tuple[str, str], ...] = ()  # of a meeting in common: body and action, where each has its own
    source: SourceRef


class Agenda(Recorded):
    file: str
    on: date | None = None
    committee: str | None = None  # as written
    bodies: tuple[str, ...] = ()  # bodies named as meeting (in common)
    private: bool = False  # a separate agenda of the private part
    from_minutes: bool = False  # no agenda was in the folder: the items were taken from the minutes' headings
    circulated_on: date | None = None
    items: tuple[AgendaItem, ...] = ()
    source: SourceRef


class Attendance(Recorded):
    """One person in the minutes' lists. `arrived` and `left` are the minutes' own words ("from item 5", "10:15")."""

    name: str = Field(min_length=1)
    initials: str | None = None
    position: str | None = None
    status: AttendanceStatus
    deputising_for: str | None = None
    arrived: str | None = None
    left: str | None = None
    note: str | None = None  # the list's words on withdrawing for some items, or on an interest: "left for item 7"
    chair: bool = False  # the list marks this person as the chair of the meeting
    body: str | None = None  # of a meeting in common: the body this person belongs to
    source: SourceRef


class Passage(Recorded):
    """One paragraph or table cell of the minutes. `number` is a paragraph's own ("2.3", "(b)"), where it has one."""

    text: str
    source: SourceRef
    column: int | None = None  # of a table cell: its place in the row, from 0
    number: str = ""


class MinutesSection(Recorded):
    """The minutes of one item: its number and heading as written, and its paragraphs in order."""

    number: str = ""
    title: str = ""
    passages: tuple[Passage, ...] = ()
    private: bool = False
    source: SourceRef


class Minutes(Recorded):
    file: str
    on: date | None = None
    committee: str | None = None
    bodies: tuple[str, ...] = ()
    status: MinutesStatus = MinutesStatus.UNSTATED
    private: bool = False
    attendance: tuple[Attendance, ...] = ()
    sections: tuple[
        MinutesSection, ...
    ] = ()  # everything after the lists, in order; text before item 1 is a section with number ""
    next_meetings: tuple[date, ...] = ()
    source: SourceRef


class ExpectedAttendance(Recorded):
    """One row of an attendance paper: who is expected, who deputises, whose papers are withheld (item numbers)."""

    name: str = Field(min_length=1)
    expected: bool = True
    deputy: str | None = None
    papers_withheld: tuple[str, ...] = ()
    source: SourceRef


class Ruling(Recorded):
    """A ruling given beforehand or at the meeting, from decisions.yaml. `item` None means the whole meeting."""

    person: str = Field(min_length=1)
    item: str | None = None
    action: Action
    reason: str | None = None
    authority: Authority
    on: date | None = None
    expires: date | None = None
    source: SourceRef


class Meeting(Recorded):
    """One meeting of one committee: public and private parts of one day are one meeting with several agendas."""

    on: date
    folder: str  # relative to the case folder
    committee: str | None = None  # name of the committee in body.yaml it was taken for, else as the papers write it
    agendas: tuple[Agenda, ...] = ()
    minutes: tuple[Minutes, ...] = ()
    expected: tuple[ExpectedAttendance, ...] = ()
    rulings: tuple[Ruling, ...] = ()
    between_meetings: str | None = None  # a decision taken without one: how, in words ("Chair's action")
    source: SourceRef


class UrgentDecision(Recorded):
    """A decision taken between meetings, by the chair or by e-mail, as one row or form of a paper tells it."""

    reference: str = ""
    on: date | None = None
    title: str = Field(min_length=1)  # the matter
    how: str = "decision between meetings"  # in words: "Chair's action", "decision by e-mail"
    committee: str | None = None  # as written
    decided_by: tuple[Attendance, ...] = ()  # whoever decided or voted
    consulted: tuple[Attendance, ...] = ()
    passages: tuple[Passage, ...] = ()  # everything it says, field by field
    private: bool = False
    source: SourceRef
