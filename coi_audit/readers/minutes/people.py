"""People whom the minutes tell of outside their lists: apologies in a sentence, a chair on a line, bodies in common."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from coi_audit.model.letters import fold_letters
from coi_audit.model.meetings import Attendance, MinutesSection
from coi_audit.model.words import AttendanceStatus
from coi_audit.readers.attendance.columns import heading_row
from coi_audit.readers.attendance.labels import Label, read_label
from coi_audit.readers.attendance.lists import PeopleLists
from coi_audit.readers.attendance.names import NAME_TITLE, is_name, tells_post
from coi_audit.readers.attendance.people import parse_entry, split_people
from coi_audit.readers.attendance.roll import yearly_roll
from coi_audit.readers.minutes.declarations import declarations_header
from coi_audit.readers.paper import Grid, Line
from coi_audit.readers.paper_header import distinctive, find_bodies

_OWN_LABEL = re.compile(r"^(?P<words>[A-Z][^:;.,]{2,50}):\s+(?P<rest>\S.{15,})$", re.DOTALL)
_APOLOGIES = re.compile(
    r"\b(?:apolog(?:ies|y)|apols?)\b(?:\s+for\s+(?:absence|lateness|non-attendance))?"
    r"(?:[^.]{0,60}?\b(?:from|for|by|on behalf of)\b|\s*:)\s+(?P<names>(?:(?!\bapolog)[^.;]|(?<=Dr)\.|(?<=Mr)\."
    r"|(?<=Mrs)\.|(?<=Ms)\.|(?<=[ .][A-Z])\.){3,400})",
    re.IGNORECASE,
)
_ATTENDING = re.compile(r"(?:those )?attend(?:ing|ees)$", re.IGNORECASE)
_APOLOGIES_TITLE = re.compile(r"^\W*(?:\d+\W+)?apologies(?: for absence| received)?\W*$", re.IGNORECASE)
_CLAUSE = re.compile(r",?\s+(?:for wh(?:om|ich)|who|whose|as|because|due to|owing to)\b")


def apologies_in(sections: Sequence[MinutesSection], listed: Sequence[Attendance]) -> list[Attendance]:
    """Apologies that only a sentence of the minutes tells: "Apologies were received from Dr Lal and Carol Betts"."""
    lists = PeopleLists(status=AttendanceStatus.APOLOGIES)
    known = {_surname(person.name) for person in listed if person.status is AttendanceStatus.APOLOGIES}
    for section in sections[:4]:
        own = _APOLOGIES_TITLE.match(section.title) is not None
        for passage in section.passages:
            match = _APOLOGIES.search(passage.text)
            names = match["names"] if match else passage.text if own and _only_names(passage.text) else ""
            for part in split_people(_CLAUSE.split(names.strip())[0]) if names else []:
                entry = parse_entry(part, sure=True)
                if entry is not None and _surname(entry.name) not in known:
                    known.add(_surname(entry.name))
                    lists.add(entry, AttendanceStatus.APOLOGIES, passage.source, text=passage.text)
    return lists.people


def _only_names(text: str) -> bool:
    """Whether a paragraph under "Apologies" is nothing but names: "Dr Lal and Mrs Carol Betts."."""
    parts = split_people(text.strip())
    return bool(parts) and all(NAME_TITLE.match(part) and is_name(part.strip(" .")) for part in parts)


def opens_list(block: Line | Grid) -> bool:
    """Whether a line is the label of a list of people, or a table is such a list."""
    if isinstance(block, Line):
        return read_label(block.text) is not None or unlabelled_list(block.text) is not None
    return declarations_header(block) is None and PeopleLists().add_grid(block)


def unlabelled_list(text: str) -> Label | None:
    """A line whose own words open a list of people with initials or posts: "On the call: A B (AB), Chair; ..."."""
    found = _OWN_LABEL.match(text)
    parts = split_people(found["rest"]) if found else []
    entries = [parse_entry(part) for part in parts]
    told = [one for one in entries if one is not None and (one.initials or (one.position and tells_post(one.position)))]
    posted = [one for one in entries if one is not None and (one.initials or one.position)]
    if found is None or len(told) < 2 or len(told) * 2 < len(parts) or len(posted) < len(parts):
        return None
    status = (
        AttendanceStatus.IN_ATTENDANCE
        if re.search(r"attend|observ|guest", found["words"], re.I)
        else AttendanceStatus.PRESENT
    )
    status = AttendanceStatus.APOLOGIES if re.search(r"apolog|absent|regrets", found["words"], re.I) else status
    return Label(status, found["rest"], words=found["words"])


def label_of(text: str, *, attending: bool) -> Label | None:
    """The list a line opens; those "Attending" were present where `attending`, see `attending_is_present`."""
    label = read_label(text) or unlabelled_list(text)
    if label is None or not attending or not _ATTENDING.match(label.words):
        return label
    return replace(label, status=AttendanceStatus.PRESENT)


def attending_is_present(blocks: Sequence[Line | Grid]) -> bool:
    """Whether "Attending" heads the members: no list is of those present."""
    found = [label for one in blocks if isinstance(one, Line) and (label := read_label(one.text)) is not None]
    others = [label for label in found if not _ATTENDING.match(label.words)]
    status = {label.status for label in others}
    return len(others) < len(found) and AttendanceStatus.PRESENT not in status


def add_roll(grid: Grid, on: date | None, lists: PeopleLists) -> bool:
    """People from a table of a year's attendance; False where it is no such table."""
    roll = yearly_roll(grid, on)
    for entry, status, row in roll or ():
        lists.add(entry, status, row.source)
    return roll is not None


def add_declarers(grid: Grid, lists: PeopleLists) -> int | None:
    """People from a table of declarations above the first item that also tells their posts or that they came.

    Only where no list stands before it: such a table is the list of those there. Gives its heading row, else None.
    """
    header = declarations_header(grid)
    held = heading_row(grid.rows[header].texts) if header is not None else None
    if held is None or lists.people or not {"position", "attendance", "tick:present"} & set(held):
        return None
    lists.open(Label(lists.status or AttendanceStatus.PRESENT, ""))
    return header if lists.add_grid(grid) else None


def is_person(text: str) -> bool:
    """Whether a line is one person with a post."""
    entry = parse_entry(text)
    return entry is not None and entry.position is not None and tells_post(entry.position)


def opens_present(block: Line | Grid) -> bool:
    """Whether a line is the label of those present, or a table is a list of people."""
    if isinstance(block, Line):
        label = read_label(block.text) or unlabelled_list(block.text)
        return label is not None and label.status is AttendanceStatus.PRESENT
    return opens_list(block)


def _surname(name: str) -> str:
    return fold_letters(name.rsplit(maxsplit=1)[-1]).casefold()


_OF_THE_BODY = re.compile(
    r"^(?:clinical|ccg|icb|governing body|board|gp)?\s*chair(?:man|woman|person)?\b", re.IGNORECASE
)
_BOARD = re.compile(r"^(?:governing body|(?:integrated care )?board)\b", re.IGNORECASE)


def with_chair(people: Sequence[Attendance], chair: str | None, committee: str | None) -> list[Attendance]:
    """The person a line "Chair: ..." names is marked, or added where no list holds the name.

    Where nobody is marked at a governing body or board, whoever alone is its chair by post ("Clinical Chair") is.
    """
    if any(person.chair for person in people):
        return list(people)
    if chair is None:
        own = [
            one for one in people if one.status is AttendanceStatus.PRESENT and _OF_THE_BODY.match(one.position or "")
        ]
        if len(own) != 1 or not _BOARD.match(committee or ""):
            return list(people)
        return [one.model_copy(update={"chair": one is own[0]}) for one in people]
    wanted = _surname(chair)
    marked: list[Attendance] = []
    for person in people:
        same = _surname(person.name) == wanted and person.status is AttendanceStatus.PRESENT
        marked.append(person.model_copy(update={"chair": True}) if same else person)
    return marked


def with_bodies(people: Sequence[Attendance], bodies: Sequence[str]) -> list[Attendance]:
    """In a meeting in common each person's body is named as the header names it, or as the person's post does."""
    if len(bodies) < 2:
        return list(people)
    named = {distinctive(body): body for body in bodies}
    found: list[Attendance] = []
    for person in people:
        own = person.body or next(iter(find_bodies([person.position or ""])), None)
        body = named.get(distinctive(own), own) if own else None
        found.append(person.model_copy(update={"body": body}))
    return found
