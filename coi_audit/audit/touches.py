"""What touches an item: the holdings of whoever is there, somebody's own terms, and what only the minutes tell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from coi_audit.audit.attendees import Attendee
from coi_audit.audit.items import ClassifiedItem
from coi_audit.audit.knowledge import Knowledge
from coi_audit.audit.room import Room
from coi_audit.audit.stated import stated_holding
from coi_audit.audit.told import Told
from coi_audit.linking.holdings import held_on
from coi_audit.linking.links import Linker
from coi_audit.linking.people.index import PeopleIndex
from coi_audit.linking.personal import personal_link
from coi_audit.linking.reach import Reach
from coi_audit.linking.required import Asks
from coi_audit.model.linking import Holding, Link
from coi_audit.model.meetings import Meeting
from coi_audit.model.people import Body, Committee, Member
from coi_audit.model.words import Scope, Stage


@dataclass(frozen=True, slots=True)
class MeetingView:
    """What is the same for every item of a meeting."""

    body: Body
    meeting: Meeting
    committee: Committee | None
    stage: Stage
    people: PeopleIndex
    chair: Attendee | None
    sole_item: bool
    linker: Linker
    knowledge: Knowledge
    room: Room
    reach: Reach  # of the holdings
    told: Told
    asks: Asks
    ways_out: tuple[str, ...]  # of an item that is no longer quorate


@dataclass(frozen=True, slots=True)
class Touch:
    """One attendee's holding that touches the item."""

    attendee: Attendee
    holding: Holding
    link: Link


def touches_at(item: ClassifiedItem, index: int, view: MeetingView) -> dict[int, list[Touch]]:
    """Every link between an item and whoever is there or sent apologies, by place on the lists.

    A seat's interests do not pass to a deputy.
    """
    touches = _touches(item, view)
    if not view.room.is_plain:
        for place in [one for one in touches if not view.room.is_examined(one, index)]:
            del touches[place]
    if view.stage is Stage.HELD:
        told_of = view.room.who_may_state(view.told.speaks_of(item))
        untouched = [one for one in told_of if not _held_now(touches.get(one), view)]
        _touch_stated(item, view, touches, [one for one in untouched if view.room.is_examined(one, index)])
    return touches


def _touches(item: ClassifiedItem, view: MeetingView) -> dict[int, list[Touch]]:
    room = view.room
    touches: dict[int, list[Touch]] = {}
    if item.classification.scope is Scope.INTERNAL:
        _touch_own_terms(item, view, touches)
    for holding in view.reach.near(item.context):
        places = room.places.get(holding.person.key)
        link = view.linker.link(holding, item.context) if places else None
        if places and link is not None:
            for place in places:
                touches.setdefault(place, []).append(Touch(room.listed[place], holding, link))
    return touches


def _touch_own_terms(item: ClassifiedItem, view: MeetingView, touches: dict[int, list[Touch]]) -> None:
    everybody = [one.person for one in view.room.everybody]
    for place, attendee in enumerate(view.room.listed):
        seat = _own_seat(attendee)
        own = personal_link(attendee.person, seat, item.item, context=item.context, body=view.body, everybody=everybody)
        if own is not None:
            touches[place] = [Touch(attendee, *own)]


def _touch_stated(
    item: ClassifiedItem, view: MeetingView, touches: dict[int, list[Touch]], places: Sequence[int]
) -> None:
    """What only the minutes, or somebody's own post, tell of: looked for where nothing else touches the item."""
    for place in places:
        stated = stated_holding(view.room.listed[place], item, view)
        if stated is not None:
            touches.setdefault(place, []).append(Touch(view.room.listed[place], *stated))


def _held_now(touches: Sequence[Touch] | None, view: MeetingView) -> bool:
    return touches is not None and any(held_on(one.holding, view.meeting.on) for one in touches)


def _own_seat(attendee: Attendee) -> Member | None:
    return attendee.seat if not attendee.deputy else attendee.person.member
