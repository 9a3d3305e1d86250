"""Facts about one conflict: the link, what it asks, and what the minutes record of it; nothing is decided here."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from coi_audit.audit.attendees import Attendee
from coi_audit.audit.examine import Examined
from coi_audit.audit.facts_of_meeting import acting_chair
from coi_audit.audit.layers import Layer
from coi_audit.linking.links import describe
from coi_audit.model.facts import ConflictFacts
from coi_audit.model.linking import Conflict
from coi_audit.model.words import Action, LinkKind, OrganisationKind, Stage, Tie
from coi_audit.rulebook.procurement_words import procurement_words

_DEEDS = {
    Action.NONE: "the minutes record nothing done",
    Action.NOTE: "the interest was noted and they took part",
    Action.STAY_NO_VOTE: "they stayed and took no part in the decision",
    Action.DISCUSS_THEN_LEAVE: "they joined the discussion and left before the decision",
    Action.LEAVE: "they left for the item",
    Action.LEAVE_NO_PAPERS: "they left for the item and had no papers",
    Action.NOT_ATTEND: "they stayed away because of the interest",
}

_PARTNER = re.compile(r"\bpartner(?:ship)?[\s-]+(?:members?|directors?)\b|\bmembers?,? partner\b", re.IGNORECASE)
_SUPPORT = {
    OrganisationKind.SUPPORT_UNIT: "commissioning support",
    OrganisationKind.CONSULTANCY: "an outside consultancy",
}


def conflict_layer(examined: Examined, index: int, conflict: Conflict, item: Layer) -> Layer:
    """One conflict's facts, on its item's and its meeting's."""
    values = {
        **_who(examined, index, conflict),
        **_link(examined, conflict),
        **_record(examined, index, conflict),
    }
    return Layer(ConflictFacts, values, item)


def _who(examined: Examined, index: int, conflict: Conflict) -> dict[str, Any]:
    key = conflict.holding.person.key
    room, chair = examined.room, examined.chair
    attendee = room.attendee(key)
    in_chair = chair is not None and chair.person.key == key
    acting = acting_chair(examined, examined.audit.items[index]) if in_chair else None
    return {
        "member": attendee.person.name,
        "role": attendee.role,
        "voting": attendee.voting,
        "committee_member": attendee.seat is not None,
        "partner_member": any(map(_names_partner, _posts(attendee))),
        "present": not room.is_away(room.places[key][0]),
        "chairs_item": in_chair and (acting is None or acting.person.key == key),
        "adviser": _adviser(attendee, conflict),
    }


@lru_cache(maxsize=10_000)
def _names_partner(post: str) -> bool:
    return _PARTNER.search(post) is not None


def _posts(attendee: Attendee) -> tuple[str, ...]:
    """How the papers name the seat a person sits in and the post they hold."""
    seats = (attendee.seat, attendee.person.member)
    return (*(one.title for one in seats if one is not None), attendee.position or "")


def _adviser(attendee: Attendee, conflict: Conflict) -> str:
    """What outside support somebody in attendance comes from, by their post or by whom they work for; else empty."""
    if attendee.seat is not None:
        return ""
    organisation, tie = conflict.holding.organisation, conflict.holding.tie
    told = procurement_words().adviser(attendee.position or "")
    works = tie not in (Tie.MEMBER, Tie.TRUSTEE, Tie.ROLE, Tie.PREMISES)
    if told or organisation is None or not works:
        return told
    own_post = bool(attendee.position) and organisation.name.casefold() not in (attendee.position or "").casefold()
    return "" if own_post else _SUPPORT.get(organisation.kind, "")


def _link(examined: Examined, conflict: Conflict) -> dict[str, Any]:
    holding, link = conflict.holding, conflict.link
    return {
        "interest": describe(holding),
        "party": link.party.name if link.party else _shared_party(conflict),
        "nature": holding.nature,
        "link": link.kind,
        "category": holding.category,
        "direct": holding.direct,
        "relationship": holding.relationship,
        "through_own_practice": link.through_own_practice,
        "unclear": link.kind is LinkKind.UNCLEAR,
        "on_register": holding.known_on is not None and holding.known_on <= examined.audit.date,
        "required_action": conflict.required_action,
        "hand_over_chair": conflict.hand_over_chair,
    }


def _record(examined: Examined, index: int, conflict: Conflict) -> dict[str, Any]:
    said, recorded = conflict.participation, conflict.participation.recorded_action
    excluded = recorded is not None and recorded.strength >= Action.DISCUSS_THEN_LEAVE.strength
    withheld = _withheld(examined, index, conflict)
    return {
        "recorded_action": recorded,
        "handling": conflict.handling,
        "declared": said.declared if examined.audit.stage is Stage.HELD else None,
        "declared_at_start": said.declared_at_start,
        "declared_at_item": said.declared_at_item,
        "nature_recorded": said.nature_recorded,
        "item_named": said.item_named or said.declared_at_item,
        "action_recorded": said.ruling_recorded or said.deed_recorded,
        "ruling_recorded": said.ruling_recorded,
        "deed_recorded": said.deed_recorded,
        "left_recorded": said.left_recorded,
        "returned_recorded": said.returned_recorded,
        "name_recorded": not said.blanket,
        "presents_own_case": said.presents_own_case,
        "reason": said.reason,
        "ruling": conflict.ruling,
        "plan": conflict.ruling is not None or withheld,
        "papers_sent": False if withheld and said.papers_sent is None else said.papers_sent,
        "took_part": said.took_part,
        "present_after_exclusion": said.spoke_after_leaving if excluded else None,
        "participation": _DEEDS[recorded] if recorded is not None else "there are no minutes",
    }


def _withheld(examined: Examined, index: int, conflict: Conflict) -> bool:
    """Whether the attendance paper withholds this item's papers from the person."""
    if not examined.meeting.expected:
        return False
    number = _bare(examined.audit.items[index].item.number)
    rows = [row for row in examined.meeting.expected if number in {_bare(one) for one in row.papers_withheld}]
    people = [examined.people.match(row.name).person for row in rows]
    return any(one is not None and one.key == conflict.holding.person.key for one in people)


def _shared_party(conflict: Conflict) -> str:
    return "the person's own terms" if conflict.link.kind is LinkKind.PERSONAL else "practices generally"


def _bare(number: str) -> str:
    return number.casefold().strip().rstrip(".)").removeprefix("item ").strip()
