"""The lists at the head of minutes: who was present, attended, was absent or sent apologies, from lines and tables."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from coi_audit.model.evidence import SourceRef
from coi_audit.model.letters import CAPITALS
from coi_audit.model.meetings import Attendance
from coi_audit.model.words import AttendanceStatus
from coi_audit.readers.agendas.columns import is_tick
from coi_audit.readers.attendance.columns import heading_row, out_for
from coi_audit.readers.attendance.labels import NOBODY, Label, read_label
from coi_audit.readers.attendance.lettered import initials_alone
from coi_audit.readers.attendance.names import INITIALS, TITLES, is_name, names_first, tells_post
from coi_audit.readers.attendance.people import SEMICOLON, Entry, parse_entry, read_position, split_people, take_note
from coi_audit.readers.attendance.unread import worth_telling
from coi_audit.readers.paper import Grid, GridRow
from coi_audit.readers.paper_header import find_bodies
from coi_audit.readers.person_words import NO_NAME

_P, _I, _A, _N = (
    AttendanceStatus.PRESENT,
    AttendanceStatus.IN_ATTENDANCE,
    AttendanceStatus.APOLOGIES,
    AttendanceStatus.ABSENT,
)
_STATUS_WORDS = (
    (_A, r"apolog|\bapols?\b|^a$|sent apol"),
    (_N, r"absent|not present|did not attend|^x$|^n$|^no$|dna"),
    (_I, r"in attendance|attendee|observer|^ia$"),
    (_P, r"present|attended|^p$|^y$|^yes$|member"),
)
# One of several on a line: "Mr Alan Whitlock (Lay Chair)", the post in brackets with nothing behind it.
_NAME_AND_POST = re.compile(
    rf"^(?:{TITLES}\.?\s+)?[{CAPITALS}][\w.'’-]*(?:\s+[\w.'’-]+){{0,4}}\s*[(\[][^()\[\]]+[)\]]\.?$"
)


@dataclass(slots=True)
class PeopleLists:
    """Collects people list by list; `unread` keeps what stood in a list and names nobody."""

    status: AttendanceStatus | None = None
    arrived: str | None = None
    body: str | None = None
    people: list[Attendance] = field(default_factory=list)
    parts: list[tuple[str, SourceRef]] = field(default_factory=list)  # of a line that names others
    unread: list[tuple[str, SourceRef]] = field(default_factory=list)  # "Name, post" where no name was known for one
    deputies: list[tuple[str, str, SourceRef]] = field(default_factory=list)
    posts: bool = False  # whether the list now open gives anybody's post

    def open(self, label: Label) -> None:
        """Start the list a label names."""
        self.status, self.arrived, self.posts = label.status, label.arrived, False
        attendees = re.match(r"(?:non-?voting )?attend", label.words, re.IGNORECASE)
        if attendees and any(person.status is _P for person in self.people):
            self.status = _I  # "Members" and then "Attendees"
        self.body = label.body

    def add_text(self, text: str, source: SourceRef, *, several: bool) -> bool:
        """People from one line; `several` where a line may list many. False where it names nobody."""
        if self.status is None:
            return False
        text = re.sub(
            r"^(?:(?:were |was )?received )?from:?\s+(?=\S)", "", names_first(text.strip()), flags=re.IGNORECASE
        )
        if NOBODY.match(text):
            return True
        if (lettered := initials_alone(text, others=any(one.name == one.initials for one in self.people))) is not None:
            for one in lettered:
                self.add(one, self.status, source, text=text)
            return True
        parts = split_people(text) if several or _lists_many(text) else [text]
        entries = [(part, parse_entry(part, sure=not self.posts)) for part in parts]
        if all(entry is None for _, entry in entries):
            return False
        for part, entry in entries:
            if entry is not None:
                self.add(entry, self.status, source, text=part)
            else:
                self.parts.append((part, source))
        return True

    def add(self, entry: Entry, status: AttendanceStatus, source: SourceRef, *, text: str = "", body: str = "") -> None:
        """One person."""
        status = AttendanceStatus(entry.status) if entry.status else status
        self.posts = self.posts or bool(entry.position)
        if entry.deputy:
            self.deputies.append((entry.deputy, entry.name, source))
        self.people.append(
            Attendance(
                name=entry.name,
                initials=entry.initials,
                position=entry.position,
                status=status,
                deputising_for=entry.deputising_for,
                arrived=entry.arrived or self.arrived,
                left=entry.left,
                note=entry.note,
                chair=entry.chair and status in (_P, _I),
                body=body or self.body,
                source=source.model_copy(update={"text": text[:2000]}) if text else source,
            )
        )

    def everybody(self) -> list[Attendance]:
        """The people of all lists; a deputy whom an apology names is marked, or added where no list has the name."""
        people = _one_chair(self.people)
        for deputy, away, source in self.deputies:
            surname = deputy.split()[-1].casefold()
            at = next((i for i, one in enumerate(people) if one.name.split()[-1].casefold() == surname), None)
            if at is None:
                people.append(Attendance(name=deputy, status=_P, deputising_for=away, body=self.body, source=source))
            elif people[at].deputising_for is None:
                people[at] = people[at].model_copy(update={"deputising_for": away})
        return people

    def add_grid(self, grid: Grid) -> bool:
        """People from a table of names, or of labels and names; False where it is no such table."""
        if not _is_people_grid(grid, self.status is not None):
            return False
        columns: dict[str, int] = {}
        for row in grid.rows:
            texts = row.texts
            if not any(texts):
                continue
            found = heading_row(texts)
            if found is not None:
                columns = found
                self._label_in_heading(row, columns)
            elif not self._label_row(row):
                self._person_row(row, columns)
        return True

    def _label_in_heading(self, row: GridRow, columns: dict[str, int]) -> None:
        if (label := read_label(row.texts[columns["name"]])) is not None and not label.rest:
            self.open(label)

    def _label_row(self, row: GridRow) -> bool:
        """A row that is a label on its own, or a label with its names beside it."""
        texts = row.texts
        label = read_label(texts[0].split("\n")[0]) if texts[0] else None
        if label is None or (label.rest and not row.only_text):
            body = find_bodies([row.only_text]) if row.only_text else ()
            if body and self.status is not None and parse_entry(row.only_text) is None:
                self.body = body[0]
                return True
            return False
        self.open(label)
        if label.rest:
            self.add_text(label.rest, row.source, several=True)
        cells = [[line.text for line in cell.lines] for cell in row.cells[1:] if cell.lines and not cell.repeated]
        if len(cells) > 1 and len({len(cell) for cell in cells}) == 1:
            lines = ["\t".join(parts) for parts in zip(*cells, strict=True)]
        else:
            lines = [line for cell in cells for line in cell]
        for line in lines:
            if not self.add_text(line, row.source, several=len(lines) == 1) and worth_telling(line, listed=True):
                self.unread.append((line, row.source))
        return True

    def _person_row(self, row: GridRow, columns: dict[str, int]) -> None:
        texts = row.texts
        entry = _from_columns(texts, columns) if columns else _from_cells(texts)
        if entry is None:
            if not self.add_text("; ".join(text for text in texts if text), row.source, several=True):
                names = [texts[columns["name"]]] if columns else texts
                told = any(worth_telling(text, listed=True) for text in names)
                self.unread += [(" | ".join(text for text in texts if text), row.source)] if told else []
            return
        status, note = self.status or _P, _get(texts, columns, "attendance")
        if note:
            status = _status_of(note) or status
            _take_times(note, entry)
        for name in ("arrived", "left"):
            if words := _get(texts, columns, name):
                setattr(entry, name, words)
        entry.note = out_for(texts, columns) or entry.note
        for at in (at for name, at in columns.items() if name.startswith("tick:")):
            if is_tick(texts[at]) or texts[at].strip().casefold() in ("p", "a"):
                status = next(
                    s for s in AttendanceStatus if f"tick:{s.value}" in columns and columns[f"tick:{s.value}"] == at
                )
        organisation = _get(texts, columns, "organisation")
        body = next(iter(find_bodies([_get(texts, columns, "body") or organisation])), "") or _get(
            texts, columns, "body"
        )
        if organisation and not body:
            entry.position = ", ".join(part for part in (entry.position, organisation) if part)
        self.add(entry, status, row.source, body=body)


def _one_chair(people: Sequence[Attendance]) -> list[Attendance]:
    """Somebody in attendance is in the chair only where nobody present is."""
    if not any(one.chair and one.status is _P for one in people):
        return list(people)
    return [one.model_copy(update={"chair": one.chair and one.status is _P}) for one in people]


def _lists_many(text: str) -> bool:
    """Whether one line plainly lists several people."""
    if SEMICOLON.search(text) or len(re.findall(rf"[(\[][{CAPITALS}]{{2,4}}[)\]]", text)) >= 2:
        return True
    parts = split_people(text)
    return len(parts) > 1 and all(is_name(part) or _NAME_AND_POST.match(part) for part in parts)


def _is_people_grid(grid: Grid, list_open: bool) -> bool:
    rows = [row for row in grid.rows if any(row.texts)]
    if not rows:
        return False
    heading = next((found for row in rows[:3] if (found := heading_row(row.texts)) is not None), None)
    if heading is not None:
        return (
            sum(1 for row in rows if is_name(row.texts[heading["name"]].split("\n")[0].split("(")[0].split(",")[0]))
            >= 1
        )
    if any(
        read_label(row.texts[0].split("\n")[0]) is not None and len(row.texts[0]) < 60 for row in rows if row.texts[0]
    ):
        return True
    named = sum(1 for row in rows if any(parse_entry(text) is not None for text in row.texts[:2] if text))
    return list_open and named >= 0.6 * len(rows)


def _from_columns(texts: Sequence[str], columns: dict[str, int]) -> Entry | None:
    name = _get(texts, columns, "name").replace("\n", " ")
    entry = parse_entry(name, sure=True) if name else None
    if entry is None:
        return None
    entry.initials = _get(texts, columns, "initials") or entry.initials
    if words := _get(texts, columns, "position"):
        before, entry.position = entry.position, None
        read_position(words, entry)
        entry.position = entry.position or before
    return entry


def _from_cells(texts: Sequence[str]) -> Entry | None:
    """A row without headings: the name is the first cell that begins with one; short capitals are initials."""
    cells = [text.replace("\n", " ").strip() for text in texts if text.strip()]
    sure = any(map(tells_post, cells))
    found = [(at, parse_entry(cell)) for at, cell in enumerate(cells)]
    found += [(at, parse_entry(cell, sure=True)) for at, cell in enumerate(cells) if sure]
    at, entry = next(((at, entry) for at, entry in found if entry is not None), (0, None))
    if entry is None:
        return None
    others = [cell for index, cell in enumerate(cells) if index != at]
    for cell in others:
        if entry.initials is None and INITIALS.match(cell.strip("()")) and cell.casefold() not in NO_NAME:
            entry.initials = cell.strip("()")
        elif not take_note(cell, entry):
            before, entry.position = entry.position, None
            read_position(cell, entry)
            entry.position = ", ".join(part for part in (before, entry.position) if part)
    return entry


def _take_times(note: str, entry: Entry) -> None:
    words = re.sub(r"^(?:present|attended|in attendance)[\s,(]*", "", note.strip(), flags=re.IGNORECASE).strip(" )")
    if words:
        take_note(words, entry)


def _status_of(words: str) -> AttendanceStatus | None:
    if is_tick(words) and words.strip().casefold() != "x":
        return _P
    return next((status for status, pattern in _STATUS_WORDS if re.search(pattern, words.strip(), re.IGNORECASE)), None)


def _get(texts: Sequence[str], columns: dict[str, int], name: str) -> str:
    at = columns.get(name)
    return texts[at].strip() if at is not None and at < len(texts) else ""


def without_repeats(people: Sequence[Attendance]) -> tuple[Attendance, ...]:
    """Each person once per list, where they first stood; two of one name whose posts differ may be two people."""
    found: dict[tuple[str, str], list[Attendance]] = {}
    for person in people:
        name = " ".join(re.sub(r"[^\w ]", " ", person.name.casefold()).split())
        known = found.setdefault((name, person.status.value), [])
        if not known or (person.position and all(_other_post(person.position, one.position) for one in known)):
            known.append(person)
    kept = {id(one) for alike in found.values() for one in alike}
    return tuple(one for one in people if id(one) in kept)


def _other_post(one: str, other: str | None) -> bool:
    """Whether two posts have no word in common."""
    words = [set(re.findall(r"\w{2,}", post.casefold())) - {"of", "and", "the", "for"} for post in (one, other or one)]
    return not words[0] & words[1]
