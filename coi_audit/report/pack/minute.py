"""Draft minute wording: each conflict with every field the guidance asks for, and gaps that only the meeting fills."""

from __future__ import annotations

from collections.abc import Iterator

from coi_audit.model.words import Action
from coi_audit.report.pack.blocks import Block, Heading, Line, Part, Run, Style, Text, blank, line, text
from coi_audit.report.pack.people import AtItem, PackItem, PackMeeting
from coi_audit.report.pack.phrases import asks_less, by_whom, interest_of, item_words, mid, names, reason_of
from coi_audit.report.words import count, listed

_TO_COME = "Nothing here has happened yet. Keep what does, and change what goes otherwise."
_HELD = "The meeting has been held, and this is told from the papers before it. Keep what happened, change the rest."
_RULED = {
    Action.NONE: "take part as usual",
    Action.NOTE: "take part as usual, the interest being noted",
    Action.STAY_NO_VOTE: "stay and take no part in the decision",
    Action.DISCUSS_THEN_LEAVE: "join the discussion and leave before the decision",
    Action.LEAVE: "leave for the whole of the item",
    Action.LEAVE_NO_PAPERS: "leave for the whole of the item, and be sent no papers for it",
    Action.NOT_ATTEND: "not attend, and be sent no papers",
}


def draft_minutes(meeting: PackMeeting) -> Part:
    """Wording for the meeting as a whole, then for each item and person. Nothing in it has happened yet."""
    blocks: list[Block] = [
        text(
            f"{_HELD if meeting.view.held else _TO_COME} Fill in each gap: name and role, the interest, why it "
            "conflicts and how much it weighs, when it was declared, the ruling and its reason, times of leaving and "
            "returning, who chaired, the quorum.",
            style=Style.META,
        ),
        Heading("Quorum and declarations"),
        _quorum_of_meeting(meeting),
        _declarations(meeting),
    ]
    for item in meeting.items:
        if item.people:
            blocks += [Heading(item_words(item)), *_item(item)]
    return Part(
        f"{meeting.view.anchor}-minutes",
        "Draft wording for the minutes",
        tuple(blocks),
        whom="For the secretary; wording on private items belongs in the private minutes.",
    )


def _draft(*parts: str | Run) -> Text:
    return text(*parts, style=Style.DRAFT)


def _quorum_of_meeting(meeting: PackMeeting) -> Text:
    rule = meeting.preparation.quorum
    needed = blank("number") if rule is None else str(rule.members)
    return _draft(
        blank("number"), " members who count towards the quorum were present; ", needed,
        " are needed. The chair declared the meeting ", blank("quorate / not quorate"), ".",
    )  # fmt: skip


def _declarations(meeting: PackMeeting) -> Text:
    opening = (
        "The chair asked everybody present, members and visitors, to declare any interest in the items on the agenda. "
    )
    told = [f"{name} ({role.split(',')[0]}): {_items_of(name, role, meeting)}" for name, role in meeting.conflicted]
    if not told:
        return _draft(opening, "Declared: ", blank("names, items and interests, or: none"), ".")
    return _draft(
        opening, f"Declared, as recorded under each item: {'; '.join(told)}. Others, members and visitors: ",
        blank("names, items and interests, or: none"), ".",
    )  # fmt: skip


def _items_of(name: str, role: str, meeting: PackMeeting) -> str:
    numbers = [
        (item.view.number or item.view.title) + (" (private)" if item.private else "")
        for item in meeting.items
        if any((one.person, one.role) == (name, role) for one in item.people)
    ]
    return f"item {numbers[0]}" if len(numbers) == 1 else f"items {listed(numbers)}"


def _item(item: PackItem) -> Iterator[Block]:
    for one in item.people:
        yield Text(_person(one, chair=one.person == item.audit.chair.name), Style.DRAFT)
        if asks_less(one):
            yield text(asks_less(one), style=Style.DO)
    yield Text(_chair_and_quorum(item), Style.DRAFT)


def _person(one: AtItem, *, chair: bool) -> Line:
    unsure = " (to be settled whether it touches the item)" if one.unsure else ""
    parts: list[str | Run] = [
        f"{one.person} ({one.role.split(',')[0]}) declared, ",
        blank("at the start / at this item"),
        f", an interest in this item: {listed(list(dict.fromkeys(map(interest_of, one.conflicts))))}{unsure}. "
        "It conflicts because ",
        blank("how the decision could bear on it, and how much", wide=True),
        ". ",
    ]
    if one.asked is Action.NOT_ATTEND:
        return line(*parts, f"{one.person} did not attend because of it.")
    who = "It was agreed" if chair else "The chair ruled"  # nobody rules on an interest of their own
    if one.ruling is not None:
        who = f"It had been ruled by {by_whom(one)}"
    reason = reason_of(one) or blank("reason", wide=True)
    parts += [f"{who} that {one.person} should {_RULED[one.asked]}, because ", reason, ". "]
    return line(*parts, *_deed(one))


def _deed(one: AtItem) -> list[str | Run]:
    name = one.person
    when: list[str | Run] = [" at ", blank("time"), " and came back at ", blank("time"), ", after the decision."]
    if one.asked is Action.LEAVE_NO_PAPERS:
        return [f"{name}, who had been sent no papers for the item, left the room before it was taken,", *when]
    if one.asked is Action.LEAVE:
        return [f"{name} left the room before the item was taken,", *when]
    if one.asked is Action.DISCUSS_THEN_LEAVE:
        return [f"{name} took part in the discussion and left the room before the decision,", *when]
    if one.asked is Action.STAY_NO_VOTE:
        return [f"{name} stayed in the room and took no part in the decision."]
    return [f"The interest was noted, and {name} took part as usual."]


def _chair_and_quorum(item: PackItem) -> Line:
    chair, view = item.audit.chair, item.view
    parts: list[str | Run] = []
    if chair.conflicted and view.quorate is not None:
        parts += [chair.substitute or blank("name"), f" took the chair for the item in place of {chair.name}. "]
    if view.quorate is None:
        parts.append("The item was for information. " if item.audit.quorum.required is not None else "")
    elif view.quorate:
        without = f"Without {names(item.out)}, " if item.out else ""
        remain = f"{mid(count(int(view.after), 'member'))} who count remained"
        parts.append(f"{without}{remain} and {view.needed} are needed: the item was quorate. ")
    else:
        parts += [
            f"The item was not quorate: {view.after} counted and {view.needed} are needed. What was done instead: ",
            blank("deferred / referred to / who was brought in"),
            ". ",
        ]
    return line(*parts, "The committee ", blank("decision", wide=True), ".")
