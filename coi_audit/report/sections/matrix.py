"""Meetings against members: the most that was required of each, and what happened, in one look."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from coi_audit.model.audit import Audit, MeetingAudit
from coi_audit.model.linking import Conflict
from coi_audit.model.words import Action, Handling
from coi_audit.report.tallies import asks_for_more
from coi_audit.report.words import ACTION_SIGN, HANDLING_SIGN, count, listed, sentence, words

_MOST_COLUMNS = 7  # of one table; more would not leave room for the words
_WORST_FIRST = (
    Handling.BELOW_WITHOUT_REASON,
    Handling.NOT_DECLARED,
    Handling.NOT_ON_REGISTER,
    Handling.BELOW_WITH_REASON,
    Handling.RECORD_TOO_THIN,
    Handling.NOT_YET_HELD,
    Handling.MANAGED,
)
_SHORT_ACTION: Mapping[Action, str] = {
    Action.NONE: "nothing",
    Action.NOTE: "note",
    Action.STAY_NO_VOTE: "no vote",
    Action.DISCUSS_THEN_LEAVE: "discuss, leave",
    Action.LEAVE: "leave",
    Action.LEAVE_NO_PAPERS: "leave, no papers",
    Action.NOT_ATTEND: "stay away",
}
_SHORT_HANDLING: Mapping[Handling, str] = {
    Handling.MANAGED: "managed",
    Handling.BELOW_WITH_REASON: "less, with reason",
    Handling.BELOW_WITHOUT_REASON: "less, no reason",
    Handling.NOT_DECLARED: "not declared",
    Handling.NOT_ON_REGISTER: "not on register",
    Handling.RECORD_TOO_THIN: "cannot be told",
    Handling.NOT_YET_HELD: "to come",
}
_AWAY, _THERE, _NOT_NAMED = "away", "present", "–"


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """One person at one meeting. `required` is empty where nothing was; `key` names the look of the cell."""

    required: str
    happened: str
    sign: str
    items: str
    key: str


@dataclass(frozen=True, slots=True)
class MatrixRow:
    person: str
    cells: tuple[MatrixCell, ...]


@dataclass(frozen=True, slots=True)
class MatrixTable:
    caption: str
    days: tuple[str, ...]
    rows: tuple[MatrixRow, ...]


@dataclass(frozen=True, slots=True)
class CommitteeMatrix:
    """One committee; `clear` are its members whom no item ever touched."""

    committee: str
    tables: tuple[MatrixTable, ...]
    clear: tuple[str, ...]


def matrices(audit: Audit) -> tuple[CommitteeMatrix, ...]:
    """Each committee in the order of its first meeting, its meetings by day, at most seven a table."""
    groups: dict[str, list[MeetingAudit]] = {}
    for meeting in sorted(audit.meetings, key=lambda one: (one.date, one.committee)):
        groups.setdefault(meeting.committee, []).append(meeting)
    return tuple(_committee(name, meetings) for name, meetings in groups.items())


def legend() -> tuple[tuple[str, str], ...]:
    """What each sign of a cell means: sign and words."""
    return tuple((HANDLING_SIGN[kind], f"{_SHORT_HANDLING[kind]}: {words(kind)}") for kind in reversed(_WORST_FIRST))


def _committee(name: str, meetings: Sequence[MeetingAudit]) -> CommitteeMatrix:
    people = sorted({conflict.holding.person.name for one in meetings for _, conflict in _conflicts(one)})
    members = {person.name for one in meetings for person in one.present}
    parts = [meetings[at : at + _MOST_COLUMNS] for at in range(0, len(meetings), _MOST_COLUMNS)]
    tables = []
    for number, part in enumerate(parts, 1):
        rows = [MatrixRow(person, tuple(_cell(person, one) for one in part)) for person in people]
        rows = [row for row in rows if any(cell.required for cell in row.cells)]
        caption = name + (f" ({number} of {len(parts)})" if len(parts) > 1 else "")
        days = tuple(f"{one.date.day} {one.date:%b %Y}" for one in part)
        if rows:
            tables.append(MatrixTable(caption, days, tuple(rows)))
    return CommitteeMatrix(name, tuple(tables), tuple(sorted(members - set(people))))


def _conflicts(meeting: MeetingAudit) -> Iterator[tuple[str, Conflict]]:
    for item in meeting.items:
        for conflict in item.conflicts:
            yield item.item.number or item.item.title, conflict


def _cell(person: str, meeting: MeetingAudit) -> MatrixCell:
    """What asks for more than a note counts alone, as at a glance; a cell of mere notes is told and not marked."""
    own = [(item, one) for item, one in _conflicts(meeting) if one.holding.person.name == person]
    if not own:
        return _empty(person, meeting)
    asking = [(item, one) for item, one in own if asks_for_more(one)]
    own = asking or own
    strongest = max((one.required_action for _, one in own), key=lambda one: one.strength)
    worst = min((one.handling for _, one in own), key=_WORST_FIRST.index)
    items = list(dict.fromkeys(item for item, _ in own))
    chair = "; hand over chair" if any(one.hand_over_chair for _, one in own) else ""
    label = "item" if len(items) == 1 else "items"
    told = f"{label} {listed(items)}" if len(items) <= 3 and all(len(one) <= 6 for one in items) else ""
    return MatrixCell(
        required=f"{ACTION_SIGN[strongest]} {sentence(_SHORT_ACTION[strongest])}{chair}",
        happened=_SHORT_HANDLING[worst],
        sign=HANDLING_SIGN[worst],
        items=told or count(len(items), "item"),
        key=worst.value.replace("_", "-") if asking else "noted",
    )


def _empty(person: str, meeting: MeetingAudit) -> MatrixCell:
    there = any(one.name == person for one in (*meeting.present, *meeting.in_attendance))
    if there:
        return MatrixCell("", _THERE, "·", "", "clear")
    away = any(one.casefold() == person.casefold() for one in meeting.apologies)
    return MatrixCell("", _AWAY if away else _NOT_NAMED, "", "", "away")
