"""Puts a folder's agendas, minutes, attendance papers and rulings together into meetings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import PurePosixPath

from coi_audit.model.dates import in_words
from coi_audit.model.evidence import Rejected, SourceRef
from coi_audit.model.meetings import Agenda, AgendaItem, ExpectedAttendance, Meeting, Minutes, Ruling
from coi_audit.model.people import Body
from coi_audit.model.reading import Reading
from coi_audit.model.words import MinutesStatus
from coi_audit.readers.case_committees import match_committee
from coi_audit.readers.days_in_text import first_day

_SLIP = 7  # days: a paper this near the folder's own date is that meeting's, with a slip in one of the two dates
_SAVED_LIST = re.compile(r"attendance(?: - .+)?\.csv")  # the whole list, as the desk saves it
_Rows = tuple[str, Sequence[ExpectedAttendance] | Sequence[Ruling]]  # a paper's path and what it lists
_STATUS_ORDER = (MinutesStatus.RATIFIED, MinutesStatus.UNSTATED, MinutesStatus.DRAFT)


@dataclass(slots=True)
class _Group:
    on: date
    folder: str
    committee: str | None
    agendas: list[Agenda] = field(default_factory=list)
    minutes: list[Minutes] = field(default_factory=list)
    expected: list[ExpectedAttendance] = field(default_factory=list)
    rulings: list[Ruling] = field(default_factory=list)


class MeetingBuilder:
    """Groups the papers of one day and committee; `rejected` and `notices` say what did not fit."""

    def __init__(self, papers: Sequence[Reading], body: Body) -> None:
        self.papers = papers
        self.body = body
        self.groups: list[_Group] = []
        self.rejected: list[Rejected] = []
        self.notices: list[str] = []

    def build(self) -> tuple[Meeting, ...]:
        """The meetings, oldest first."""
        agendas = [one.agenda for one in self.papers if one.agenda is not None]
        papers: list[Agenda | Minutes] = [*agendas, *(one.minutes for one in self.papers if one.minutes is not None)]
        days = self._days(papers)
        for paper in papers:
            on = days.get(paper.file)
            if on is None:
                self._undated(paper.file)
                continue
            group = self._group(on, paper)
            if isinstance(paper, Agenda):
                group.agendas.append(paper)
            else:
                group.minutes.append(paper)
        self._attach([(one.path, one.expected) for one in self.papers if one.expected is not None], "expected")
        self._attach([(one.path, one.rulings) for one in self.papers if one.rulings is not None], "rulings")
        meetings = [self._meeting(group) for group in self.groups]
        return tuple(sorted(meetings, key=lambda one: (one.on, one.committee or "", one.folder)))

    def _days(self, papers: Sequence[Agenda | Minutes]) -> dict[str, date]:
        """Each paper's meeting day. Its own date counts; a date only days away from the folder's is a slip."""
        known = {day for paper in papers if (day := folder_day(paper.file)) is not None}
        known |= {paper.on for paper in papers if isinstance(paper, Agenda) and paper.on is not None}
        days: dict[str, date] = {}
        for paper in papers:
            named = folder_day(paper.file)
            if paper.on is None or named is None or paper.on == named:
                day = paper.on or named
                if day is not None:
                    days[paper.file] = day
                continue
            days[paper.file] = self._settle(paper, named, papers, known)
        return days

    def _settle(
        self, paper: Agenda | Minutes, named: date, papers: Sequence[Agenda | Minutes], known: set[date]
    ) -> date:
        assert paper.on is not None
        folder = meeting_folder(paper.file)
        others = [one for one in papers if one is not paper and meeting_folder(one.file) == folder and one.on]
        agreed = any(one.on == paper.on for one in others)
        agrees_with_folder = any(one.on == named for one in others)
        if agrees_with_folder and not agreed:
            if (paper.on in known and paper.on != named) or (abs((paper.on - named).days) > _SLIP and paper.on < named):
                self.notices.append(
                    f"{paper.file} is dated {in_words(paper.on)} and was taken as a paper of that meeting, not of "
                    f"{in_words(named)}."
                )
                return paper.on
            self._date_slip(paper.file, paper.on, named, taken=named)
            return named
        self._date_slip(paper.file, paper.on, named, taken=paper.on)
        return paper.on

    def _date_slip(self, file: str, own: date, named: date, *, taken: date) -> None:
        self.rejected.append(
            Rejected(
                file=file,
                place="",
                value=in_words(own),
                problem=f"the paper's own date differs from its folder's, {in_words(named)}; "
                f"{in_words(taken)} was taken",
                fix="correct whichever of the two is wrong.",
            )
        )

    def _undated(self, file: str) -> None:
        self.rejected.append(
            Rejected(
                file=file,
                place="",
                value="",
                problem="no meeting date was found in this paper or in its folder's name, so it belongs to no meeting",
                fix="put it in a folder named after the day, such as meetings/2017-09-05-pccc.",
            )
        )

    def _group(self, on: date, paper: Agenda | Minutes) -> _Group:
        path = PurePosixPath(paper.file)
        folder = meeting_folder(paper.file)
        committee = match_committee(paper.committee, (path.parent.name, path.stem), self.body)
        for group in self.groups:
            if group.on != on:
                continue
            same = group.committee == committee
            unsure = group.folder == folder and (group.committee is None or committee is None)
            if same or unsure:
                group.committee = group.committee or committee
                return group
        group = _Group(on, folder, committee)
        self.groups.append(group)
        return group

    def _attach(self, papers: Iterable[_Rows], name: str) -> None:
        """Attendance papers and rulings go to the meeting of their folder; where it holds several, by their name."""
        given: dict[int, list[_Rows]] = {}
        for file, rows in papers:
            path = PurePosixPath(file)
            groups = [group for group in self.groups if group.folder == meeting_folder(file)]
            if len(groups) > 1:
                wanted = match_committee(None, (path.stem,), self.body)
                day = first_day(path.stem)
                groups = [one for one in groups if one.committee == wanted or one.on == day] or groups
            if len(groups) == 1:
                given.setdefault(id(groups[0]), []).append((file, rows))
                continue
            several = bool(groups)
            self.rejected.append(
                Rejected(
                    file=file,
                    place="",
                    value="",
                    problem="its folder holds several meetings, so it belongs to none for certain"
                    if several
                    else "its folder holds no agenda and no minutes, so it belongs to no meeting",
                    fix="put it in a folder of its own meeting, beside the agenda.",
                )
            )

        for group in self.groups:
            for _, rows in self._standing(given.get(id(group), [])):
                getattr(group, name).extend(rows)

    def _standing(self, papers: list[_Rows]) -> list[_Rows]:
        """The papers of a meeting; the whole list as it was last saved stands instead of earlier ones."""
        saved = [one for one in papers if _SAVED_LIST.fullmatch(PurePosixPath(one[0]).name)]
        if not saved or len(papers) == 1:
            return papers
        others = " and ".join(file for file, _ in papers if file != saved[-1][0])
        self.notices.append(f"{saved[-1][0]} is the attendance list last saved; it stands instead of {others}.")
        return saved[-1:]

    def _without_copies(self, agendas: Sequence[Agenda]) -> list[Agenda]:
        """The agendas without those whose every item another one lists too: a copy, or an earlier draft, of it."""
        kept: list[Agenda] = []
        for agenda in sorted(agendas, key=lambda one: -len(one.items)):
            rival = next((one for one in kept if one.private == agenda.private), None)
            if rival is not None and _listed(agenda) <= _listed(rival):
                self.notices.append(f"{agenda.file} lists nothing that {rival.file} does not; it was left aside.")
                continue
            if rival is not None:
                self.notices.append(
                    f"{agenda.file} and {rival.file} are agendas of one meeting with different items; the items of "
                    f"both were examined."
                )
            kept.append(agenda)
        return [one for one in agendas if one in kept]

    def _meeting(self, group: _Group) -> Meeting:
        minutes = sorted(group.minutes, key=lambda one: (_STATUS_ORDER.index(one.status), one.private, one.file))
        agendas = sorted(group.agendas, key=lambda one: (one.private, one.file))
        agendas = self._without_copies(agendas)
        if not agendas and minutes:
            agendas = _agendas_from(minutes)
            self.notices.append(
                f"the meeting of {in_words(group.on)} has no agenda in the folder; its items were taken from the "
                f"minutes."
            )
        if group.committee is None:
            self.notices.append(
                f"the papers of {in_words(group.on)} do not say which committee met; no member list could be applied."
            )
        first = (agendas or minutes)[0].source
        return Meeting(
            on=group.on,
            folder=group.folder,
            committee=group.committee,
            agendas=tuple(agendas),
            minutes=tuple(minutes),
            expected=tuple(group.expected),
            rulings=tuple(group.rulings),
            source=SourceRef(file=first.file, text=first.text),
        )


def _listed(agenda: Agenda) -> frozenset[tuple[str, str]]:
    return frozenset((one.number, " ".join(one.title.casefold().split())) for one in agenda.items)


def meeting_folder(file: str) -> str:
    """The folder of a paper's meeting: the one right under meetings/, else the paper's own folder."""
    parts = PurePosixPath(file).parts[:-1]
    if parts and parts[0].casefold() == "meetings":
        return "/".join(parts[:2])
    return "/".join(parts) or "."


def folder_day(file: str) -> date | None:
    """The day in the name of a paper's folder, the nearest first."""
    for name in reversed(PurePosixPath(file).parts[:-1]):
        day = first_day(name)
        if day is not None:
            return day
    return None


def _agendas_from(minutes: Sequence[Minutes]) -> list[Agenda]:
    """One agenda for each part (public, private), its items the headings of the first minutes of that part."""
    found: list[Agenda] = []
    for paper in minutes:
        if any(one.private == paper.private for one in found):
            continue
        items = tuple(
            AgendaItem(number=one.number, title=one.title or one.number, private=one.private, source=one.source)
            for one in paper.sections
            if one.number or one.title
        )
        if items:
            found.append(
                Agenda(
                    file=paper.file,
                    on=paper.on,
                    committee=paper.committee,
                    bodies=paper.bodies,
                    private=paper.private,
                    from_minutes=True,
                    items=items,
                    source=paper.source,
                )
            )
    return found
