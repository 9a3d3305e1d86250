"""Page one: who does what on which item, quorum, chair, papers, what to settle; on one page, whatever comes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from coi_audit.report.meeting_view import AlikeView
from coi_audit.report.pack.blocks import (
    Block,
    Cell,
    Column,
    Heading,
    Line,
    Part,
    Run,
    Style,
    Table,
    bullets,
    cell,
    line,
    quiet,
    sign,
    strong,
    text,
)
from coi_audit.report.pack.fit import Sheet, fits, height_of
from coi_audit.report.pack.people import AtItem, PackItem, PackMeeting
from coi_audit.report.pack.phrases import SHORT, mid, names
from coi_audit.report.words import ACTION_SIGN, count, listed, sentence

_LONGEST_TITLE = 60  # characters, where titles are cut
_MOST_NAMED = 5  # apologies, where names are cut
_MOST_QUESTIONS = 3  # where there is no room for all
_BELOW = 42  # millimetres kept below the heaviest items, for what is to be settled


class _Level(Enum):
    """How much is told of each item; the first that fits is taken."""

    REASONS = 1  # who, by what interest, what to do
    NAMES = 2  # who, what to do
    COUNTS = 3  # how many, what to do
    HEAVIEST = 4  # the same, for as many items as there is room


@dataclass(frozen=True, slots=True)
class _Room:
    sheet: Sheet
    taken: float  # by the page's own headings


def page_one(meeting: PackMeeting, *, as_of: str, sheet: Sheet, taken: float) -> Part:
    """The page; `taken` is what its headings take of it, in millimetres."""
    room = _Room(sheet, taken)
    blocks: tuple[Block, ...] = ()
    for level in _Level:
        blocks = (_facts(meeting, as_of, level), *_todo(meeting, level, room), *_to_settle(meeting, level, room))
        if fits(blocks, sheet, beside=taken):
            break
    return Part(meeting.view.anchor, meeting.view.title, blocks, new_page=False)


def _facts(meeting: PackMeeting, as_of: str, level: _Level) -> Block:
    view = meeting.view
    away = f"; apologies from {_some(view.apologies, level)}" if view.apologies else ""
    expected = f"{count(len(view.present), 'member')} {'present' if view.held else 'expected'}{away}"
    return text(quiet(f"{sentence(view.stage)}. {expected}. Known as at {as_of}."))


def _some(told: Sequence[str], level: _Level) -> str:
    """All the names, or the first and how many more where names are counted."""
    if level in (_Level.REASONS, _Level.NAMES) or len(told) <= _MOST_NAMED:
        return listed(list(told))
    return f"{', '.join(told[:3])} and {len(told) - 3} more"


def _todo(meeting: PackMeeting, level: _Level, room: _Room) -> Iterator[Block]:
    items = [item for item in meeting.items if item.people or item.view.quorate is False]
    if not items:
        yield text("No interest known touches an item of this meeting.", style=Style.NONE)
        return
    shown = _heaviest(items, room) if level is _Level.HEAVIEST else items
    yield _table(shown, level)
    if len(shown) < len(items):
        more = count(len(items) - len(shown), "more item")
        yield text(strong(f"And {more}"), ": see “Quorum, item by item” and “Item by item”.")


def _heaviest(items: Sequence[PackItem], room: _Room) -> list[PackItem]:
    """As many items as there is room for, those that ask most, in the order of the agenda."""
    ranked = sorted(items, key=_weight)
    for number in range(len(ranked), 1, -1):
        kept = {id(item) for item in ranked[:number]}
        shown = [item for item in items if id(item) in kept]
        if height_of(_table(shown, _Level.HEAVIEST), room.sheet) + room.taken + _BELOW <= room.sheet.height:
            return shown
    return list(ranked[:1])


def _weight(item: PackItem) -> tuple[bool, bool, int]:
    strongest = max((one.action.strength for one in item.people), default=0)
    return item.view.quorate is not False, not item.view.chair_conflicted, -strongest


def _table(items: Sequence[PackItem], level: _Level) -> Table:
    wide = level in (_Level.COUNTS, _Level.HEAVIEST)
    columns = (
        Column("Item", 52 if wide else 38),
        Column("Who, why and what to do" if level is _Level.REASONS else "Who does what"),
        Column("Quorum before → after, chair, papers", 58 if wide else 48),
    )
    rows = tuple((_title(item, wide), _who(item, level), _numbers(item, wide)) for item in items)
    return Table(columns, rows, "Who does what, and what it means for quorum, chair and papers")


def _title(item: PackItem, cut: bool) -> Cell:
    title = item.view.title
    if cut and len(title) > _LONGEST_TITLE:
        title = f"{title[:_LONGEST_TITLE].rsplit(' ', 1)[0]} …"
    return cell(line(strong(item.view.number), f" {title}" if item.view.number else title))


def _who(item: PackItem, level: _Level) -> Cell:
    if not item.people:
        return cell("Nobody has a conflict; the quorum is short all the same.")
    if level is _Level.REASONS:
        return tuple(told for row in item.view.alike for told in _reasons(row))
    if level is _Level.NAMES:
        return tuple(line(*_asked(group[0]), f": {names(group)}") for group in _groups(item))
    return (_counted(item),)


def _counted(item: PackItem) -> Line:
    """How many are asked what, in one line: "→ 3 leave; ✓ 4 to be noted"."""
    runs: list[str | Run] = []
    for one in dict.fromkeys((one.action, one.unsure) for one in item.people):
        people = [each for each in item.people if (each.action, each.unsure) == one]
        who = people[0].person if len(people) == 1 else str(len(people))
        doubt = " (to be confirmed first)" if one[1] else ""
        runs += ["; " if runs else "", sign(ACTION_SIGN[one[0]]), " ", strong(who), f" {SHORT[one[0]]}{doubt}"]
    return line(*runs)


def _groups(item: PackItem) -> list[list[AtItem]]:
    """Those of whom the item asks the same, together."""
    groups: dict[tuple[object, ...], list[AtItem]] = {}
    for one in item.people:
        groups.setdefault((one.action, one.unsure, one.hand_over), []).append(one)
    return list(groups.values())


def _asked(one: AtItem) -> Line:
    told = f" {sentence(SHORT[one.action])}{'; hand over the chair' if one.hand_over else ''}"
    return line(sign(ACTION_SIGN[one.action]), strong(told), quiet(" (to be confirmed first)") if one.unsure else "")


def _reasons(row: AlikeView) -> Iterator[Line]:
    doubt = quiet(" (to be confirmed first)") if row.first.unsure else ""
    yield line(sign(row.first.required_sign), " ", strong(row.first.do), doubt)
    for one in row.conflicts:
        yield line(one.person, quiet(f" ({one.role})"), f": {one.held}", "" if row.touch else f" – {mid(one.touch)}")
    if row.touch:
        yield line(quiet(f"{row.touch}."))


def _numbers(item: PackItem, short: bool) -> Cell:
    view = item.view
    quorum = line(sign(view.quorum_sign), " " if view.quorum_sign else "", view.quorum)
    chair, papers = f"Chair: {view.chair}", f" No papers to {listed(view.withhold)}"
    if short:
        chair = f"chair to {view.substitute or 'be chosen'}" if view.chair_conflicted else ""
        papers = f" no papers to {count(len(view.withhold), 'person', 'people')}"
    told = [quorum, line(chair), line(sign("×"), strong(papers)) if view.withhold else ()]
    if not short:
        return tuple(one for one in told if one)
    kept = [one for one in told if one]
    return (tuple(run for number, one in enumerate(kept) for run in (*line("; " if number else ""), *one)),)


def _to_settle(meeting: PackMeeting, level: _Level, room: _Room) -> Iterator[Block]:
    told = [line(strong(f"{label}: "), question) for label, question in meeting.view.questions]
    told += [line(note) for note in meeting.view.notes]
    if not told:
        return
    yield Heading("To settle before the meeting")
    if level is _Level.REASONS or len(told) <= _MOST_QUESTIONS:
        yield bullets(told)
        return
    more = f"And {len(told) - _MOST_QUESTIONS} more, under “Item by item”."
    yield bullets([*told[:_MOST_QUESTIONS], line(quiet(more))], small=True)
