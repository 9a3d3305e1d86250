"""The chair's script: what to read out and what to do, item by item, in the order of the agenda."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from coi_audit.model.words import Action
from coi_audit.report.pack.blocks import Block, Heading, Part, Style, Text, blank, bullets, do, line, say, strong, text
from coi_audit.report.pack.people import AtItem, PackItem, PackMeeting
from coi_audit.report.pack.phrases import (
    PRESUMED,
    asks_less,
    by_whom,
    does,
    held_of,
    interests_of,
    item_only,
    item_words,
    mid,
    names,
    reason_of,
)
from coi_audit.report.words import count, listed, sentence

TITLE = "Chair's script"
_ALOUD = "Lines with a bar at the edge are to be read out; the others say what to do. "


def chair_script(meeting: PackMeeting, body: str) -> Part:
    """The part for the chair. A private item whose papers the chair is not sent is told by its number alone."""
    blocks: list[Block] = [text(_ALOUD, f"What anybody is to do is {PRESUMED}.", style=Style.META)]
    blocks += _opening(meeting, body)
    called = any(item.procedure == "declarations" for item in meeting.items)
    if not called:
        blocks += [do("The agenda has no item for declarations of interest: make the call here, and have it minuted.")]
        blocks += _call(meeting)
    blocks += _items(meeting)
    return Part(f"{meeting.view.anchor}-script", TITLE, tuple(blocks), whom="For the chair, to read from.")


def acting_script(meeting: PackMeeting) -> Part | None:
    """The words for private items that the chair may not see, for whoever takes the chair; None without such items."""
    hidden = [item for item in meeting.items if item.hidden_from_chair]
    if not hidden:
        return None
    blocks: list[Block] = []
    for item in hidden:
        blocks += [Heading(item_words(item)), *_at_item(item, meeting, in_the_chair=False)]
    return Part(
        f"{meeting.view.anchor}-acting",
        "Script for whoever takes the chair in private",
        tuple(blocks),
        whom=f"Not for {meeting.chair or 'the chair'}, who is sent no papers for these items.",
    )


def _opening(meeting: PackMeeting, body: str) -> Iterator[Block]:
    view, needed = meeting.view, meeting.preparation.quorum
    yield Heading("Opening, welcome and quorum")
    yield say(f"Welcome to this meeting of the {_committee(view.committee)} of {body}, on {view.date}.")
    deputies = [one for one in meeting.preparation.attending if one.deputising_for]
    if view.apologies:
        yield say(f"We have apologies from {listed(view.apologies)}.")
    for one in deputies:
        yield say(f"{one.person.name} is here for {one.deputising_for}.")
    yield do("Ask for any other apologies. Ask visitors to say who they are and whom they come from.")
    counted = next((item.view.before for item in meeting.items if item.view.before != "–"), None)
    if needed is None or counted is None:
        yield do(
            "The papers do not state the committee's quorum: look it up in its terms of reference before you open."
        )
        yield say("We need ", blank("number"), " members for a quorum; ", blank("number"), " are here.")
        return
    yield do(f"Count those in the room who count towards the quorum: {counted} are expected, {needed.members} needed.")
    yield say(
        f"Our quorum is {count(needed.members, 'member')}. With ", blank("number"), " here, this meeting is quorate."
    )
    yield from (do(f"It is not quorate as expected: {one}") for one in _short_from_the_start(meeting))


def _short_from_the_start(meeting: PackMeeting) -> tuple[str, ...]:
    told = (reason for item in meeting.items for reason in item.view.quorum_reasons)
    return tuple(dict.fromkeys(one for one in told if one.startswith("Before anybody withdraws")))


def _committee(name: str) -> str:
    return name.removeprefix("The ").removeprefix("the ")


def _call(meeting: PackMeeting) -> Iterator[Block]:
    yield say(
        "I ask everybody here, members and visitors, to declare any interest that touches an item on this agenda: what "
        "it is, and which item it touches. Please do so even if it is on the register already."
    )
    told = [_expected(item) for item in meeting.items if item.people]
    if told:
        yield say("From the register and the agenda we expect these declarations:")
        yield bullets(told, said=True)
        yield say("Does each of you confirm that, and is there anything to add or to correct?")
    else:
        yield say("From the register and the agenda we expect no declaration.")
    yield say("Has anybody else an interest to declare? Does anybody know of one that has not been declared?")
    yield do(
        "Have each one minuted with its nature and its item, and rule on it, with a reason, before the item is reached."
        " You may ask the guardian."
    )


def _expected(item: PackItem) -> str:
    """The declarations expected at an item; how they touch it is said once where it is the same for all."""
    if item.private:
        who = listed(list(dict.fromkeys(one.person for one in item.people)))
        return f"{item_only(item)}: {who}; what the interest is will be said in private."
    touches = {each.touch for one in item.people for each in one.conflicts}
    alike = len(touches) == 1 and len(item.people) > 1
    told = "; ".join(
        f"{one.person}, {held_of(one) if alike else interests_of(one)}{_how_far(one)}" for one in item.people
    )
    return f"{item_words(item)} – {told}{f' – each {mid(next(iter(touches)))}' if alike else ''}."


def _how_far(one: AtItem) -> str:
    if one.action is Action.NOT_ATTEND:
        return " – does not attend"
    return " – still to be confirmed" if one.unsure else ""


def _items(meeting: PackMeeting) -> Iterator[Block]:
    private = False
    for silent, run in groupby(meeting.items, key=lambda item: _is_silent(item) and item.private is private):
        items = list(run)
        if silent:
            yield _nothing_to_say(items)
            continue
        for item in items:
            begins, private = item.private and not private, item.private
            if _is_silent(item):
                yield from _going_private(begins)
                yield _nothing_to_say([item])
                continue
            yield Heading(_heading(item))
            yield from _going_private(begins)
            yield from (_call(meeting) if item.procedure == "declarations" else _at_item(item, meeting))


def _going_private(begins: bool) -> Iterator[Text]:
    if begins:
        yield do("From here the committee meets in private: the public leaves. Have the reason minuted.")


def _heading(item: PackItem) -> str:
    return item_only(item) if item.hidden_from_chair else item_words(item)


def _is_silent(item: PackItem) -> bool:
    return item.procedure != "declarations" and not (item.people or item.view.questions or item.view.quorate is False)


def _nothing_to_say(items: Sequence[PackItem]) -> Text:
    told = [item.view.number or item.view.title for item in items]
    return text(
        f"{'Item' if len(items) == 1 else 'Items'} {listed(told)}: nothing to say about interests.", style=Style.NONE
    )


def _at_item(item: PackItem, meeting: PackMeeting, *, in_the_chair: bool = True) -> Iterator[Block]:
    """Questions, the chair handed over, interests and rulings, who leaves, the quorum, and how the item ends.

    `in_the_chair` is False on the sheet of whoever takes over for an item that the chair may not see.
    """
    chair = next((one for one in item.people if one.person == item.audit.chair.name), None)
    if in_the_chair and chair is not None and item.hidden_from_chair:
        yield from _handing_over(chair, item, meeting)
        yield do("The rest of this item is on the sheet for whoever takes the chair. You come back when called.")
        return
    for question in item.view.questions:
        yield do(strong("Settle first: "), question)
    if in_the_chair and chair is not None:
        yield from _handing_over(chair, item, meeting) if chair.hand_over else _own_interest(chair)
    others = [one for one in item.people if one is not chair]
    yield from _interests(others)
    yield from _rulings(others, public=not item.private)
    yield from _quorum(item)
    yield from _decision(item, chair)


def _own_interest(chair: AtItem) -> Iterator[Text]:
    """The chair's own interest that leaves them in the chair."""
    if chair.unsure:
        yield say(f"It is not settled whether an interest of mine touches this item: {interests_of(chair)}.")
        yield do(
            f"Settle it before the item. If it does, the least to expect is that {chair.person} {does(chair.action)}."
        )
        return
    yield say(f"I have an interest in this item: {interests_of(chair)}. I ask that it be noted, and stay in the chair.")


def _handing_over(chair: AtItem, item: PackItem, meeting: PackMeeting) -> Iterator[Text]:
    substitute = item.audit.chair.substitute
    takes = substitute or "Whoever is chosen"
    if chair.action is Action.NOT_ATTEND:
        yield do(f"{chair.person} does not attend, because of an interest. {takes} takes the chair.")
        return
    told = "" if item.hidden_from_chair else f": {interests_of(chair)}"
    leaving = " and leave the room" if chair.leaves else " and take no part in the decision"
    have = "It is not settled whether I have" if chair.unsure else "I have"
    opening = f"{have} an interest in this item{told}. "
    if substitute is not None and meeting.vice_chair in (substitute, None):
        yield say(opening, f"I hand over the chair to {substitute} for it{leaving}.")
    else:
        yield say(opening, f"I step down from the chair for it{leaving}.")
        yield do(_who_takes_the_chair(substitute, meeting))
    if chair.ruling is not None and not item.hidden_from_chair:
        yield do(f"So ruled beforehand by {by_whom(chair)}.")
    yield do(f"{takes} reads the rest of this item. Note the time at which the chair changes hands.")


def _who_takes_the_chair(substitute: str | None, meeting: PackMeeting) -> str:
    if substitute is None:
        return "Nobody with a vote is free of an interest: the members left choose who takes the chair, or defer it."
    cannot = f"{meeting.vice_chair}, the vice-chair, cannot take it either: " if meeting.vice_chair else ""
    told = "the members without an interest choose one of themselves."
    return f"{sentence(cannot + told)} {substitute} is free to."


def _interests(people: Sequence[AtItem]) -> Iterator[Block]:
    settled = [one for one in people if not one.unsure]
    if len(settled) == 1:
        yield say(f"{settled[0].person} has an interest in this item: {interests_of(settled[0])}.")
    elif settled:
        yield say("These interests touch this item:")
        yield bullets([line(strong(one.person), f": {interests_of(one)}") for one in settled], said=True)
    for one in people:
        if one.unsure:
            yield say(f"{one.person}, it is not settled whether an interest of yours touches this item: "
                      f"{interests_of(one)}. Does it?")  # fmt: skip
            yield do(
                f"If it does, the least to expect is that {one.person} {does(one.action)}. If not, have that minuted."
            )


def _rulings(people: Sequence[AtItem], *, public: bool) -> Iterator[Text]:
    settled = sorted((one for one in people if not one.unsure), key=lambda one: -one.asked.strength)
    for action, run in groupby([one for one in settled if one.ruling is None], key=lambda one: one.asked):
        group = list(run)
        if action is Action.NOT_ATTEND:
            yield say(f"{names(group)} {does(action, len(group))}, because of an interest.")
            continue
        because = () if action.strength <= Action.NOTE.strength else (", because ", blank("reason"))
        yield say(f"I rule that {names(group)} {does(action, len(group))}", *because, ".")
    given = [one for one in settled if one.ruling is not None]
    for (action, whom, reason), run in groupby(given, key=lambda one: (one.asked, by_whom(one), reason_of(one))):
        group = list(run)
        told = f"As ruled by {whom}, {names(group)} {does(action, len(group))}, because "
        yield say(told, reason or blank("reason"), ".")
    for one in settled:
        if asks_less(one):
            yield do(asks_less(one))
    leaving = [one for one in settled if one.asked in (Action.LEAVE, Action.LEAVE_NO_PAPERS)]
    if leaving:
        yield say(f"{names(leaving)}, please leave the room now.")
        may_watch = public and not any(one.withheld for one in leaving)
        gallery = " In public they may sit with the public instead, and take no part." if may_watch else ""
        yield do(f"Wait until they have left. The secretary notes the time.{gallery}")


def _quorum(item: PackItem) -> Iterator[Block]:
    view = item.view
    if view.quorate is None:
        return
    if view.quorate:
        if item.out:
            yield say(f"{view.after} of us still count, and {view.needed} are needed: we are quorate for this item.")
        return
    yield say("Without those who must stay out of it we are not quorate for this item. It is not decided as we stand.")
    yield do(" ".join(view.quorum_reasons))
    if view.ways_out:
        yield do("What may lawfully be done instead; choose one, say which, and have it minuted:")
        yield bullets(view.ways_out, small=True)


def _decision(item: PackItem, chair: AtItem | None) -> Iterator[Text]:
    settled = [one for one in item.people if not one.unsure]
    later = [one for one in settled if one.asked is Action.DISCUSS_THEN_LEAVE and one is not chair]
    stay = [one for one in settled if one.asked is Action.STAY_NO_VOTE]
    if later:
        yield do("After the discussion, before the decision:")
        yield say(f"We come to the decision. {names(later)}, please leave the room now.")
    if stay and item.view.quorate is not None:
        yield say(f"We come to the decision. {names(stay)} {'takes' if len(stay) == 1 else 'take'} no part in it.")
    gone = [one for one in settled if one.leaves]
    if gone:
        yield do(f"Once the item is decided or put off, have {names(gone)} called back. The secretary notes the time.")
        yield say(f"{names(gone)} {'is' if len(gone) == 1 else 'are'} back with us.")
    if chair is not None and chair.hand_over and chair.action is not Action.NOT_ATTEND:
        yield do(f"{chair.person} takes the chair again.")
