"""Item by item: each conflict with its interest, its link and where it was read; the quorum; what is to settle."""

from __future__ import annotations

from collections.abc import Iterator

from coi_audit.report.conflict_view import ConflictView
from coi_audit.report.meeting_view import AlikeView, ItemView
from coi_audit.report.pack.blocks import (
    Block,
    Card,
    Column,
    Heading,
    Part,
    Style,
    Table,
    Text,
    bullets,
    cell,
    line,
    quiet,
    sign,
    strong,
    text,
)
from coi_audit.report.pack.people import PackMeeting
from coi_audit.report.pack.phrases import item_words
from coi_audit.report.tallies import Beside
from coi_audit.report.words import count, listed, sentence

_SHOWN = 3  # places of evidence; the attached JSON has them all


def item_by_item(meeting: PackMeeting) -> Part:
    """Every item that somebody's interest touches, that falls short of its quorum, or that leaves something open."""
    blocks = [block for item in meeting.items if item.touched for block in _item(item.view, item_words(item))]
    if not blocks:
        blocks = [text("No item is touched by an interest that is known.", style=Style.NONE)]
    return Part(
        f"{meeting.view.anchor}-items",
        "Item by item",
        tuple(blocks),
        whom="For the chair and the secretary: the reasons.",
    )


def _item(item: ItemView, title: str) -> Iterator[Block]:
    yield Heading(title)
    about = f"; about {listed(item.parties)}" if item.parties else ""
    yield text(f"{item.kind}; {item.facts}{about}. Read at {item.place}.", style=Style.META)
    for row in item.alike:
        yield Card(tuple(_card(row)))
    if item.conflicts or item.quorate is False:
        yield _numbers(item)
        yield text(" ".join(item.quorum_reasons), style=Style.SMALL)
    if item.ways_out:
        yield text(strong("Lawful ways out, where the item is not quorate:"))
        yield bullets(item.ways_out, small=True)
    if item.recent:
        told = "; ".join(f"{one.person}, {one.interest} ({one.dates})" for one in item.recent)
        yield text(strong("Ended shortly before, no conflict: "), f"{told}.", style=Style.SMALL)
    for question in item.questions:
        yield text(strong("To settle: "), question, style=Style.NOTE)


def _card(row: AlikeView) -> Iterator[Text]:
    yield text(sign(row.first.required_sign), " ", strong(row.first.do))
    if row.because:
        yield text(" ".join(row.because), style=Style.SMALL)
    yield text(
        quiet(
            f"Under {row.first.basis}: the ladder of options. Which step is the least to expect is this tool's own "
            "presumption; the chair decides, and says why."
        ),
        style=Style.SMALL,
    )
    for one in row.conflicts:
        yield from _whose(one, row)


def _whose(one: ConflictView, row: AlikeView) -> Iterator[Text]:
    yield text(strong(one.person), quiet(f" ({one.role})"))
    yield text(f"{one.interest} ({one.dates})", label="Interest")
    yield text(f"{one.path} ({one.link}){'; to be confirmed' if one.unsure else ''}", label="Link")
    for reason in one.because:
        if reason not in row.because:
            yield text(reason, label="Why")
    if one.mitigation:
        yield text(f"Action the register itself gives: “{one.mitigation}”", label="Register")
    if one.reason:
        yield text(one.reason, label="Ruling")
    for place, said in one.evidence[-_SHOWN:]:
        yield text(place, quiet(f": “{said}”") if said else "", label="Read at")
    more = len(one.evidence) - _SHOWN
    if more > 0:
        yield text(f"And {count(more, 'earlier place')}, in the audit's JSON.", label="Read at")


def _numbers(item: ItemView) -> Table:
    columns = (Column("Needed", 18), Column("Before", 18), Column("After", 18), Column("Answer", 32), Column("Chair"),
               Column("Withhold papers from"))  # fmt: skip
    words = "quorate" if item.quorate else "not quorate"
    answer = cell("–") if item.quorate is None else cell(line(sign(item.quorum_sign), f" {words}"))
    row = (cell(item.needed), cell(item.before), cell(item.after), answer, cell(item.chair),
           cell(listed(item.withhold) or "nobody"))  # fmt: skip
    return Table(columns, (row,))


def nothing_to_declare(meeting: PackMeeting, beside: Beside) -> Part:
    """Who is clear, which items are, and what else is to be put right."""
    touched = {name for name, _ in meeting.conflicted}
    clear = [one for one in (*meeting.view.present, *meeting.view.in_attendance) if one not in touched]
    blocks: list[Block] = [
        text("The papers show no interest of these people that touches an item. They are still asked at the meeting.")
    ]
    if clear:
        blocks.append(bullets(clear, columns=True))
    else:
        blocks.append(text("Nobody: everybody expected has an interest that touches an item.", style=Style.NONE))
    rows = tuple(
        (cell(item.view.number), cell(item.view.title), cell(f"{item.view.kind}; {item.view.facts}"))
        for item in meeting.items
        if not item.touched
    )
    columns = (Column("Item", 14), Column("Title"), Column("What it is", 66))
    blocks.append(Heading("Items that no known interest touches"))
    blocks.append(Table(columns, rows) if rows else text("None: every item is touched.", style=Style.NONE))
    if beside.findings or beside.further:
        blocks += _beside(beside)
    return Part(
        f"{meeting.view.anchor}-clear", "Nothing to declare", tuple(blocks), whom="For the secretary.", new_page=False
    )


def _beside(beside: Beside) -> Iterator[Block]:
    yield Heading("Also to put right")
    yield text("These findings speak of no item: declarations, the register, the committee itself.")
    columns = (Column("Rule", 19), Column("What was found"), Column("What to do", 66))
    if beside.findings:
        rows = ((cell(one.rule_id), cell(sentence(one.statement)), cell(one.recommendation)) for one in beside.findings)
        yield Table(columns, tuple(rows))
    for one in beside.further:
        yield text(one)
