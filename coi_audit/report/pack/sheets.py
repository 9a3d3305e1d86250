"""The secretary's sheets: who leaves and returns when, whose papers are withheld, the register of those expected."""

from __future__ import annotations

from collections.abc import Iterator

from coi_audit.linking.links import describe
from coi_audit.model.linking import Holding
from coi_audit.model.preparation import Attending
from coi_audit.model.words import Action
from coi_audit.report.conflict_view import begun, ended
from coi_audit.report.pack.blocks import (
    Block,
    Cell,
    Column,
    Line,
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
    ticked,
)
from coi_audit.report.pack.people import PackItem, PackMeeting, bare
from coi_audit.report.pack.phrases import SHORT
from coi_audit.report.words import ACTION_SIGN, day, listed, sentence, words

_SPARE_ROWS = 5  # for those who declare something on the day


def leave_sheet(meeting: PackMeeting) -> Part:
    """Who is to leave or to stay out of which decision, with room for the ruling and the times."""
    columns = (
        Column("Item", 14), Column("Who"), Column("Presumed", 34), Column("Ruled", 26), Column("Declared at", 21),
        Column("Left at", 18), Column("Back at", 18),
    )  # fmt: skip
    rows = [
        (
            cell(item.view.number or item.view.title),
            cell(line(one.person, quiet(" (to be confirmed)") if one.unsure else "")),
            cell(line(sign(ACTION_SIGN[one.action]), f" {SHORT[one.action]}", _chair(one.hand_over))),
            cell(SHORT[one.asked] if one.ruling is not None else ""),
            *_empty(3),
        )
        for item in meeting.items
        for one in item.people
        if one.action.strength >= Action.STAY_NO_VOTE.strength
    ]
    rows += [tuple(_empty(7))] * _SPARE_ROWS
    blocks: tuple[Block, ...] = (
        text("Kept by ", blank("name"), "  Opened at ", blank("time"), "  Closed at ", blank("time")),
        Table(columns, tuple(rows), "Fill in as it happens; spare rows are for what is declared on the day", tall=True),
        text("Chair handed over: item, to whom, from when to when: ", blank("item, name, times")),
    )
    return Part(f"{meeting.view.anchor}-leave", "Leave and return", blocks, whom="For the secretary, at the meeting.")


def _chair(hand_over: bool) -> str:
    return "; hand over the chair" if hand_over else ""


def _empty(number: int) -> list[Cell]:
    return [cell("")] * number


def papers_to_withhold(meeting: PackMeeting) -> Part:
    """Items whose papers some are not sent, and the distribution list."""
    held_back = [item for item in meeting.items if item.view.withhold]
    blocks: list[Block] = []
    if held_back:
        columns = (Column("Item"), Column("Paper", 34), Column("Not sent to", 52), Column("Already noted", 40))
        rows = tuple(
            (
                cell(_item_name(item)),
                cell(item.audit.item.paper or "–"),
                cell(*item.view.withhold),
                cell(*(_noted(name, item, meeting) for name in item.view.withhold)),
            )
            for item in held_back
        )
        blocks.append(Table(columns, rows, "Papers to withhold"))
    else:
        blocks.append(text("No papers need to be withheld from anybody expected.", style=Style.NONE))
    blocks.append(_distribution(meeting))
    return Part(
        f"{meeting.view.anchor}-papers",
        "Papers to withhold, and from whom",
        tuple(blocks),
        whom="For the secretary, before the papers go out.",
    )


def _item_name(item: PackItem) -> Line:
    private = quiet(" (private)") if item.private else ""
    return line(strong(item.view.number), f" {item.view.title}", private)


def _noted(name: str, item: PackItem, meeting: PackMeeting) -> Line:
    source = next(
        (one.source for one in meeting.preparation.withheld if one.person == name and _names(one.items, item)), None
    )
    return line(ticked(""), source.place()) if source else line(tick("not yet"))


def _names(numbers: tuple[str, ...], item: PackItem) -> bool:
    return bare(item.view.number) in {bare(one) for one in numbers}


def _distribution(meeting: PackMeeting) -> Table:
    everybody = (*meeting.view.present, *meeting.view.in_attendance)
    rows = tuple((cell(name), cell(*_sent(name, meeting)), cell(tick(""))) for name in dict.fromkeys(everybody))
    columns = (Column("To", 60), Column("Papers"), Column("Sent", 16))
    return Table(columns, rows, "Distribution list")


def _sent(name: str, meeting: PackMeeting) -> Iterator[Line]:
    ours = [item.view.number or item.view.title for item in meeting.items if name in item.view.withhold]
    told = [number for one in meeting.preparation.withheld if one.person == name for number in one.items]
    others = [number for number in told if bare(number) not in {bare(one) for one in ours}]
    if not ours and not others:
        yield line("all")
    if ours:
        yield line(sign("×"), strong(f" all but {'item' if len(ours) == 1 else 'items'} {listed(ours)}"))
    if others:
        yield line(f"The attendance paper also withholds {listed(others)}.")


def register_extract(meeting: PackMeeting) -> Part:
    """Every interest of those expected, with the cell it was read from."""
    rows = [row for one in meeting.preparation.attending for row in _rows_of(one, meeting)]
    columns = (
        Column("Who", 32), Column("Interest"), Column("Type, held, declared", 40), Column("Item", 17),
        Column("Read at", 36),
    )  # fmt: skip
    if rows:
        blocks: tuple[Block, ...] = (Table(columns, tuple(rows), "Interests held on the day, or ended shortly before"),)
    else:
        blocks = (text("The register of those expected was not gathered.", style=Style.NONE),)
    return Part(
        f"{meeting.view.anchor}-register",
        "Register of those attending",
        blocks,
        whom="For the chair and the secretary; it holds what the registers in the folder hold.",
    )


def _rows_of(one: Attending, meeting: PackMeeting) -> Iterator[tuple[Cell, ...]]:
    who = cell(strong(one.person.name), quiet(one.title or words(one.role)))
    for holding in one.interests:
        yield (who, *_row(holding, meeting))
        who = cell(one.person.name)
    if one.interests:
        return
    nil = one.nil_return
    if nil is None:
        told = cell("Nothing on any register, not even a nil return: ask before the meeting.")
        yield (who, told, *[cell("–")] * 3)
    else:
        when = f" of {day(nil.on or nil.edition)}" if nil.on or nil.edition else ""
        yield (who, cell(f"Nothing to declare (nil return{when})"), *[cell("–")] * 2, cell(nil.source.place()))


def _row(holding: Holding, meeting: PackMeeting) -> Iterator[Cell]:
    own_words = holding.interest.nature if holding.interest else holding.nature
    yield cell(sentence(describe(holding)), quiet(own_words) if own_words else "")
    kind = f"{sentence(words(holding.category))}, {'direct' if holding.direct else 'indirect'}"
    held = f"from {begun(holding)}" if holding.held_from else "start not stated"
    over = f"ended {ended(holding)}" if holding.held_until and holding.held_until < meeting.audit.date else ""
    yield cell(kind, held, over, _declared(holding))
    touched = [item.view.number or item.view.title for item in meeting.items if _touches(holding, item)]
    yield cell(strong(listed(touched)) if touched else "–")
    source = holding.interest.source if holding.interest else next(iter(holding.evidence), None)
    yield cell(source.place() if source else "not stated")


def _declared(holding: Holding) -> str:
    if holding.known_on is None:
        return "on no register"
    if holding.declared_on:
        return f"declared {day(holding.declared_on)}"
    return f"on the register {'' if holding.known_inferred else 'from '}{_since(holding)}".strip()


def _since(holding: Holding) -> str:
    return "(by inference)" if holding.known_inferred else day(holding.known_on)


def _touches(holding: Holding, item: PackItem) -> bool:
    return any(one.holding == holding for one in item.audit.conflicts)
