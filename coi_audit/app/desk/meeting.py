"""A meeting laid out as a matrix of items by members: what each is asked, whether each item can be decided, by whom."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from coi_audit.app.desk.meeting_sheet import Bar, Cell, Column, MeetingSheet, Row
from coi_audit.app.desk.meeting_words import changes_of, summary_of
from coi_audit.app.desk.trying import DayTried, MeetingTried
from coi_audit.app.desk.what_if import ListedSeat, WhatIf, person_mark
from coi_audit.model.linking import Conflict, Person
from coi_audit.model.words import Handling, LinkKind
from coi_audit.report.conflict_view import recorded_of, role_words
from coi_audit.report.pack.people import AtItem, PackItem, PackMeeting, pack_meeting
from coi_audit.report.pack.phrases import SHORT
from coi_audit.report.words import HANDLING_SIGN, sentence, words


def sheets_of(
    day: DayTried, *, types: Mapping[str, str], sources: Mapping[str, str], guardian: str | None
) -> tuple[MeetingSheet, ...]:
    """Every meeting of the day. `types` names decision types by code, `sources` the cited editions by key."""
    return tuple(_sheet(one, day.what_if, types, sources, guardian) for one in day.meetings)


def _sheet(
    one: MeetingTried, what_if: WhatIf, types: Mapping[str, str], sources: Mapping[str, str], guardian: str | None
) -> MeetingSheet:
    pack = pack_meeting(one.audit, one.place + 1, types=types, sources=sources, guardian=guardian)
    columns = _columns(one, pack)
    rows = tuple(_row(index, item, columns) for index, item in enumerate(pack.items))
    away = tuple(seat.name for seat in one.now if not seat.expected) if one.open else one.audit.apologies
    changes = tuple(changes_of(one, what_if.of_meeting(one.place)))
    return MeetingSheet(one, pack, columns, rows, summary_of(pack, rows), changes, away)


def _columns(one: MeetingTried, pack: PackMeeting) -> tuple[Column, ...]:
    """Members there, those of the committee who are away, and whoever else an item touches."""
    audit = one.audit
    attending = {at.person.key: at for at in pack.preparation.attending}
    columns = {}
    for person in audit.present:
        at = attending.get(person.key)
        notes = []
        if at is not None:
            notes += ["chair"] if at.chair else ["vice-chair"] if at.vice_chair else []
            notes += [f"sits for {at.deputising_for}"] if at.deputising_for else []
        role = role_words(at.role if at else person.role, at.voting if at else False, person)
        columns[person.key] = Column(person_mark(person.name), person.name, sentence(role), tuple(notes), away=False)
    for seat in one.now if one.open else ():
        key = (one.people.match(seat.name).person or Person(seat.name)).key
        if seat.member and not seat.expected and key not in columns:
            columns[key] = Column(person_mark(seat.name), seat.name, _post(seat), ("away",), away=True)
    touched = [each.holding.person for item in audit.items for each in (*item.conflicts, *item.recent)]
    for person in touched:
        if person.key not in columns:
            note = "apologies" if person.name in audit.apologies else "in attendance"
            role = sentence(words(person.role))
            columns[person.key] = Column(person_mark(person.name), person.name, role, (note,), away=False)
    return tuple(_in_order(columns, one))


def _in_order(columns: dict[str, Column], one: MeetingTried) -> list[Column]:
    """As the committee is listed, so that nobody moves when somebody else is away; others behind."""
    places = {seat.mark: place for place, seat in enumerate(one.seats)}
    deputies = {person_mark(seat.deputy): places[seat.mark] for seat in one.now if seat.deputy}
    behind = len(places)
    return sorted(columns.values(), key=lambda column: places.get(column.mark, deputies.get(column.mark, behind)) + 0.0)


def _post(seat: ListedSeat) -> str:
    return sentence(seat.post)


def _row(index: int, item: PackItem, columns: Sequence[Column]) -> Row:
    by_person: dict[str, list[AtItem]] = {}
    for at in item.people:
        by_person.setdefault(person_mark(at.person), []).append(at)
    recent = {person_mark(one.person) for one in item.view.recent}
    cells = tuple(_cell(one, by_person.get(one.mark, []), recent, item) for one in columns)
    quorum = item.audit.quorum
    bar = None
    if quorum.required is not None and quorum.eligible_before is not None and quorum.eligible_after is not None:
        bar = Bar(quorum.eligible_before, quorum.eligible_after, quorum.required)
    return Row(index, item, cells, bar, _quorum(item, bar), _chair(item))


def _cell(column: Column, told: Sequence[AtItem], recent: set[str], item: PackItem) -> Cell:
    if not told:
        if column.mark in recent:
            return Cell(column.mark, column.name, "recent", "ended lately", away=column.away)
        return Cell(column.mark, column.name, away=column.away)
    at = max(told, key=lambda one: (not one.unsure, one.action.strength))
    own = [one for one in item.audit.conflicts if person_mark(one.holding.person.name) == column.mark]
    held = [one for one in own if one.handling is not Handling.NOT_YET_HELD]
    worst = min(held, key=_order_of_handling) if held else None
    return Cell(
        mark=column.mark,
        name=column.name,
        action=at.action.value.replace("_", "-"),
        asked=sentence(SHORT[at.action]),
        hand_over=at.hand_over,
        tags=tuple(_tags(at, own, also_recent=column.mark in recent)),
        ruled=SHORT[at.ruling.ruling.action] if at.ruling is not None else "",
        recorded=sentence(recorded_of(worst)) if worst is not None else "",
        handling=sentence(words(worst.handling)) if worst is not None else "",
        handling_sign=HANDLING_SIGN[worst.handling] if worst is not None else "",
        handling_key=worst.handling.value.replace("_", "-") if worst is not None else "",
        away=column.away,
    )


_WORST_FIRST = (
    Handling.BELOW_WITHOUT_REASON, Handling.NOT_DECLARED, Handling.NOT_ON_REGISTER, Handling.BELOW_WITH_REASON,
    Handling.RECORD_TOO_THIN, Handling.MANAGED, Handling.NOT_YET_HELD,
)  # fmt: skip


def _order_of_handling(one: Conflict) -> int:
    return _WORST_FIRST.index(one.handling)


def _tags(at: AtItem, own: Sequence[Conflict], *, also_recent: bool) -> list[str]:
    kinds = {one.link.kind for one in own}
    tags = ["to be confirmed"] if at.unsure else []
    tags += ["neighbour"] if LinkKind.NEIGHBOUR in kinds else []
    tags += ["not settled"] if LinkKind.UNCLEAR in kinds else []
    tags += ["another ended lately"] if also_recent else []
    return tags


def _quorum(item: PackItem, bar: Bar | None) -> str:
    """`6 of 8 may decide, 7 needed`."""
    if bar is None:
        return "No quorum is stated" if item.audit.quorum.required is None else ""
    return f"{bar.after} of {bar.before} may decide, {bar.needed} needed"


def _chair(item: PackItem) -> str:
    chair = item.audit.chair
    if not chair.conflicted:
        return chair.name or "not stated"
    return f"{chair.substitute} takes it" if chair.substitute else "nobody free to take it"
