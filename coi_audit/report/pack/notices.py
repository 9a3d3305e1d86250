"""A notice to each member with a conflict: one page, their items only, no word of a private item kept from them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum

from coi_audit.report.pack.blocks import (
    Block,
    Cell,
    Column,
    Part,
    Style,
    Table,
    blank,
    cell,
    line,
    quiet,
    sign,
    strong,
    text,
    tick,
)
from coi_audit.report.pack.fit import Sheet, fits
from coi_audit.report.pack.people import AtItem, PackItem, PackMeeting
from coi_audit.report.pack.phrases import item_only
from coi_audit.report.words import ACTION_SIGN, DO, count, listed, sentence

# Said of a notice in the pack; one that is a file of its own has no other pages.
BY_ITSELF = " Send this page by itself: other pages hold other people's interests."
_HELD_BACK = "not told here: you are sent no papers for it"
_MOST_INTERESTS = 6


class _Level(Enum):
    """How much of each item a notice tells; the first that fits on a page is taken."""

    TITLES = 1
    NUMBERS = 2
    ACTIONS = 3  # items that ask the same stand together, whatever the interest


@dataclass(frozen=True, slots=True)
class _Entry:
    """What one row of a notice says: of one item, or of several that ask the same for the same interest."""

    items: tuple[str, ...]
    interest: str
    touch: str
    sign: str
    do: str
    unsure: bool


def notices(meeting: PackMeeting, body: str, sheet: Sheet) -> tuple[Part, ...]:
    """One part for each person, sorted by name; each fits on a page of `sheet`."""
    return tuple(_notice(number, name, role, meeting, body, sheet)
                 for number, (name, role) in enumerate(meeting.conflicted, 1))  # fmt: skip


def _notice(number: int, name: str, role: str, meeting: PackMeeting, body: str, sheet: Sheet) -> Part:
    own = [(item, one) for item in meeting.items for one in item.people if (one.person, one.role) == (name, role)]
    blocks: tuple[Block, ...] = ()
    for level in _Level:
        table = _table(own, level)
        blocks = (*_opening(name, meeting, body, len(own)), table, *_rest(name, own, meeting))
        if fits(blocks, sheet, beside=sheet.head):
            break
    post = role.split(",", maxsplit=1)[0]
    return Part(
        f"{meeting.view.anchor}-notice-{number}",
        f"Notice to {name}",
        blocks,
        whom=f"For {name} ({post}) alone.{BY_ITSELF}",
        plain_title="Notices",
    )


def _opening(name: str, meeting: PackMeeting, body: str, items: int) -> Iterator[Block]:
    view = meeting.view
    yield text(strong(f"{view.committee}, {body}, {view.date}"))
    yield text(
        f"Dear {name}, the register of interests and the agenda of this meeting, held against each other, show that "
        f"an interest of yours may touch {count(items, 'item')}:"
    )


def _table(own: list[tuple[PackItem, AtItem]], level: _Level) -> Table:
    entries = _grouped([_entry(item, one, level) for item, one in own], level)
    columns = (Column("Item", 46), Column("Your interest, and how it touches the item"), Column("What to do", 58))
    return Table(columns, tuple(_row(one, level) for one in entries))


def _entry(item: PackItem, one: AtItem, level: _Level) -> _Entry:
    hidden = item.private and one.withheld
    number = item.view.number
    short = f"item {number}" if number and level is not _Level.TITLES else ""
    titled = f"{number} {item.view.title}".strip() + (" (in private)" if item.private else "")
    held = "; ".join(dict.fromkeys(each.held for each in one.conflicts))
    touch = "; ".join(dict.fromkeys(each.touch for each in one.conflicts))
    return _Entry(
        items=(item_only(item) if hidden else short or titled,),
        interest=sentence(_HELD_BACK) if hidden else held,
        touch="" if hidden else touch,
        sign=ACTION_SIGN[one.action],
        do=DO[one.action] + ("; hand over the chair" if one.hand_over else ""),
        unsure=one.unsure,
    )


def _grouped(entries: list[_Entry], level: _Level) -> list[_Entry]:
    """Entries that say the same of several items, as one; at the last level those that ask the same."""
    groups: dict[tuple[object, ...], list[_Entry]] = {}
    for one in entries:
        about = () if level is _Level.ACTIONS else (one.interest, one.touch)
        groups.setdefault((*about, one.do, one.unsure), []).append(one)
    return [_joined(group) for group in groups.values()]


def _joined(group: list[_Entry]) -> _Entry:
    first, interests = group[0], list(dict.fromkeys(one.interest for one in group))
    more = len(interests) - _MOST_INTERESTS
    told = "; ".join(interests[:_MOST_INTERESTS]) + (f"; and {more} more on the register" if more > 0 else "")
    touch = first.touch if len({one.touch for one in group}) == 1 else "Each touches one of these items"
    return replace(first, items=tuple(name for one in group for name in one.items), interest=told, touch=touch)


def _row(one: _Entry, level: _Level) -> tuple[Cell, ...]:
    items = cell(*one.items) if level is _Level.TITLES else cell(sentence(listed(one.items)))
    interest = cell(one.interest, quiet(one.touch) if one.touch else "")
    return items, interest, cell(line(sign(one.sign), f" {one.do}", " – to be confirmed first" if one.unsure else ""))


def _rest(name: str, own: list[tuple[PackItem, AtItem]], meeting: PackMeeting) -> Iterator[Block]:
    bases = listed(list(dict.fromkeys(each.basis for _, one in own for each in one.conflicts)))
    yield text(
        "This is no ruling and no accusation. What to do is the least that a tool presumes under the ladder of options "
        f"in {bases}; the chair rules on each interest, and says why. Declare your interests at the meeting even if "
        "they are on the register, and any other that you have.",
        style=Style.NOTE,
    )
    yield text("Whom to ask, before the meeting: ", *_whom_to_ask(name, meeting), ".")
    yield text(strong("Your answer"), ", to the secretary before the meeting:")
    yield text(tick(""), "It is as told here.")
    yield text(tick(""), "Something is otherwise: ", blank("what", wide=True))
    yield text(tick(""), "I have another interest that touches an item: ", blank("item and interest", wide=True))
    yield text("Name ", blank("name"), "  Date ", blank("date"))


def _whom_to_ask(name: str, meeting: PackMeeting) -> Iterator[str]:
    chair = meeting.chair if meeting.chair != name else meeting.vice_chair
    post = "the chair" if meeting.chair != name else "the vice-chair"
    told = [f"{chair} ({post})"] if chair and chair != name else []
    if meeting.guardian and meeting.guardian != name:
        told.append(f"{meeting.guardian} (the conflicts of interest guardian)")
    yield listed([*told, "the secretary to the committee"])
