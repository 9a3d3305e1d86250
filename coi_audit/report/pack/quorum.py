"""The quorum plan: who counts, who is out of which item, what is left, and the lawful ways out."""

from __future__ import annotations

from collections.abc import Iterator

from coi_audit.model.people import QuorumRule
from coi_audit.report.pack.blocks import (
    Block,
    Cell,
    Column,
    Heading,
    Part,
    Style,
    Table,
    bullets,
    cell,
    line,
    quiet,
    sign,
    text,
)
from coi_audit.report.pack.people import PackItem, PackMeeting
from coi_audit.report.pack.phrases import item_words, names
from coi_audit.report.words import count, listed, words


def quorum_plan(meeting: PackMeeting) -> Part:
    """The quorum of each item that is decided or discussed, and what may be done where there is none."""
    blocks = [*_rule(meeting), *_who_counts(meeting), *_table(meeting), *_ways_out(meeting)]
    return Part(
        f"{meeting.view.anchor}-quorum", "Quorum, item by item", tuple(blocks), whom="For the chair and the secretary."
    )


def _rule(meeting: PackMeeting) -> Iterator[Block]:
    rule = meeting.preparation.quorum
    if rule is not None:
        yield text(f"The committee's quorum: {rule_words(rule)}.")
    elif all(item.view.needed == "–" for item in meeting.items):
        yield text("The papers do not state the committee's quorum: look it up before the meeting.", style=Style.NOTE)


def rule_words(rule: QuorumRule) -> str:
    """The rule in words: "6 members, among them a lay member and an executive or a nurse"."""
    told = count(rule.members, "member")
    told += " of any kind" if rule.counts == "all" else " with a vote"
    if rule.must_include:
        told += ", among them " + listed([_one_of([words(role) for role in roles]) for roles in rule.must_include])
    if rule.lay_executive_majority:
        told += "; lay and executive voters must outnumber GP and practice-manager voters"
    return told


def _one_of(roles: list[str]) -> str:
    return " or ".join(f"{'an' if role[0] in 'aeiou' else 'a'} {role}" for role in roles)


def _who_counts(meeting: PackMeeting) -> Iterator[Block]:
    rule = meeting.preparation.quorum
    if rule is None:
        return
    counted = [
        f"{one.person.name} ({words(one.role)})"
        for one in meeting.preparation.attending
        if one.member and (one.voting or rule.counts == "all")
    ]
    yield text(f"Expected and counted ({len(counted)}): {listed(counted) or 'nobody'}.", style=Style.SMALL)


def _table(meeting: PackMeeting) -> Iterator[Block]:
    asked = [item for item in meeting.items if item.view.quorate is not None]
    touched = [item for item in asked if item.out or item.view.quorate is False]
    columns = (
        Column("Item"), Column("Counted", 20), Column("Out", 46), Column("Left", 13), Column("Needed", 19),
        Column("Answer", 40),
    )  # fmt: skip
    if touched:
        yield Table(columns, tuple(_row(item) for item in touched), "Items that somebody is out of, or that fall short")
    others = [item.view.number or item.view.title for item in asked if item not in touched]
    if others:
        told = f"Items {listed(others)}" if len(others) > 1 else f"Item {others[0]}"
        yield text(f"{told}: everybody counted may stay.")
    if not asked:
        yield text("No item is for decision or discussion under a quorum that the papers state.", style=Style.NONE)
    else:
        yield text("Items only for information need no quorum of their own and are left out.", style=Style.SMALL)


def _row(item: PackItem) -> tuple[Cell, ...]:
    view = item.view
    answer = [line(sign(view.quorum_sign), " quorate" if view.quorate else " not quorate")]
    if view.quorate:
        spare = int(view.after) - int(view.needed)
        answer.append(
            line(quiet("nobody more may go" if spare <= 0 else f"{count(spare, 'member')} to spare, by number"))
        )
    else:
        answer += [line(reason) for reason in view.quorum_reasons]
    return (
        cell(item_words(item)),
        cell(view.before),
        cell(names(item.out) or "nobody"),
        cell(view.after),
        cell(view.needed),
        tuple(answer),
    )


def _ways_out(meeting: PackMeeting) -> Iterator[Block]:
    short = [item for item in meeting.items if item.view.quorate is False]
    for item in [one for one in short if one.view.ways_out][:1]:
        yield Heading("Lawful ways out")
        told = listed([one.view.number or one.view.title for one in short])
        yield text(f"For {'item' if len(short) == 1 else 'items'} {told}. Settle with the chair beforehand which one, "
                   "and have the arrangement minuted.")  # fmt: skip
        yield bullets(item.view.ways_out)
    halved = [one.view.number or one.view.title for one in meeting.items if _more_than_half_out(one)]
    if halved:
        yield text(
            f"More than half of those counted must withdraw from {'item' if len(halved) == 1 else 'items'} "
            f"{listed(halved)}: the chair decides whether it can go on, looking at quorum and balance, and has that "
            "minuted.",
            style=Style.NOTE,
        )


def _more_than_half_out(item: PackItem) -> bool:
    before, after = item.audit.quorum.eligible_before, item.audit.quorum.eligible_after
    return bool(before) and after is not None and before is not None and (before - after) * 2 > before
