"""Interests that only the minutes, or somebody's own description of their post, tell of."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from coi_audit.linking.holdings import held_on
from coi_audit.linking.names import canonical_words, normalise
from coi_audit.linking.ties import read_relationship, read_tie, without_relationship
from coi_audit.model.linking import Holding, Link, Participation
from coi_audit.model.words import Confidence, InterestCategory, LinkKind, Match, Relationship, Tie

if TYPE_CHECKING:
    from coi_audit.audit.attendees import Attendee
    from coi_audit.audit.items import ClassifiedItem
    from coi_audit.audit.touches import MeetingView
    from coi_audit.model.evidence import SourceRef
    from coi_audit.model.organisations import Resolution

# "Had worked for the company until July".
_PAST = re.compile(
    r"\b(?:until|till|former|formerly|previously|no\s+longer|used\s+to|ceased|resigned|retired"
    r"|had\s+(?:\w+\s+)?(?:worked|been|left|sold|held|given\s+up|stepped\s+down))\b",
    re.IGNORECASE,
)


def stated_holding(attendee: Attendee, item: ClassifiedItem, view: MeetingView) -> tuple[Holding, Link] | None:
    """An interest the person declared on this item, or the post they attended in, that no register row shows."""
    said = view.told.of_person(item, attendee.person, ())
    if not _for_this_item(said):  # words that name what is on the register speak of that interest alone
        said = view.told.of_person(item, attendee.person, _organisations(attendee, view))
    surname = attendee.person.name.split()[-1].casefold()
    own = [one.text for one in said.evidence if surname in one.text.casefold()]
    words = said.stated_interest or " ".join(own)
    if _for_this_item(said) and _PAST.search(words) and _has_ended(attendee, item, view):
        return None
    if _for_this_item(said) and (words or not said.blanket):
        return _declared(attendee, item, view, words, said.evidence)
    if attendee.seat is None and attendee.position and attendee.source is not None:
        holding = _holding(attendee, attendee.position, view, (attendee.source,))
        if holding.organisation is None:
            holding = replace(holding, organisation_name=_party_in(attendee.position, item))
        link = view.linker.link(holding, item.context) if holding.organisation_name else None
        if link is not None and link.kind is not LinkKind.SHARED:
            return holding, link
    return None


def _for_this_item(said: Participation) -> bool:
    return said.declared and (said.declared_at_item or said.item_named)


def _has_ended(attendee: Attendee, item: ClassifiedItem, view: MeetingView) -> bool:
    """Whether the register shows the person's interest in a party to the item, ended before the meeting."""
    own = [one for one in view.reach.holdings if one.person.key == attendee.person.key and one.held_until is not None]
    ended = [one for one in own if not held_on(one, view.meeting.on)]
    links = [view.linker.link(one, item.context) for one in ended]
    return any(link is not None and link.kind is not LinkKind.SHARED for link in links)


def _organisations(attendee: Attendee, view: MeetingView) -> tuple[str, ...]:
    """The names of what the register shows for the person on that day."""
    own = [one for one in view.reach.holdings if one.person.key == attendee.person.key]
    return tuple(sorted({one.organisation_name for one in own if held_on(one, view.meeting.on)} - {""}))


def _party_in(position: str, item: ClassifiedItem) -> str:
    """The party to the item whose name stands in a post that no list can tell; empty where none does."""
    named = [party.mention for party in item.context.parties if len(party.mention) > 2]
    return next((one for one in named if re.search(rf"(?<!\w){re.escape(one)}(?!\w)", position, re.IGNORECASE)), "")


def _declared(
    attendee: Attendee, item: ClassifiedItem, view: MeetingView, words: str, evidence: tuple[SourceRef, ...]
) -> tuple[Holding, Link]:
    holding = _registered(attendee, words, view)
    if holding is None:
        told = _holding(attendee, words, view, evidence)
        holding = _of_the_same_place(told, view) or told
    if holding.organisation is None and not holding.organisation_name:
        holding = replace(holding, organisation_name=_party_in(words, item))
    link = view.linker.link(holding, item.context)
    if link is None:
        path = (attendee.person.name, "declared an interest in", item.context.label)
        why = "The minutes record an interest in this item, and no paper says how it touches the item."
        link = Link(LinkKind.UNCLEAR, None, path, confidence=Confidence.ASK, because=(why,))
    return holding, link


def _registered(attendee: Attendee, words: str, view: MeetingView) -> Holding | None:
    """The interest on the register that the declared words name: it is known, though no paper says how it touches."""
    said = [word.text for word in canonical_words(words)]
    for holding in view.reach.holdings:
        name = list(normalise(holding.organisation_name).words)
        if holding.person.key != attendee.person.key or len(name) < 2 or not held_on(holding, view.meeting.on):
            continue
        if any(said[at : at + len(name)] == name for at in range(len(said))):
            return holding
    return None


def _of_the_same_place(told: Holding, view: MeetingView) -> Holding | None:
    """The interest on the register in the organisation that the words name in another form, whoever's it is there."""
    place = told.organisation
    if place is None:
        return None
    return next(
        (
            one
            for one in view.reach.holdings
            if one.person.key == told.person.key
            and one.relationship is told.relationship
            and one.organisation is not None
            and (one.organisation.ods_code, one.organisation.name) == (place.ods_code, place.name)
            and held_on(one, view.meeting.on)
        ),
        None,
    )


def _holding(attendee: Attendee, words: str, view: MeetingView, evidence: tuple[SourceRef, ...]) -> Holding:
    found = [one.resolution for one in view.knowledge.directory.find(words, on=view.meeting.on)]
    matched: list[Resolution] = [one for one in found if one.outcome is Match.MATCHED]
    organisation = matched[0].organisation if matched else None
    relationship = read_relationship(words, view.knowledge.ties) or Relationship.SELF
    tie = read_tie(without_relationship(words, view.knowledge.ties), view.knowledge.ties)
    return Holding(
        person=attendee.person,
        organisation=organisation,
        organisation_name=organisation.name if organisation else "",
        tie=tie if organisation or tie is not Tie.MEMBER else Tie.UNKNOWN,
        relationship=relationship,
        category=InterestCategory.FINANCIAL,
        direct=relationship is Relationship.SELF,
        nature=words,
        held_from=None,
        held_until=None,
        declared_on=None,
        known_on=None,
        known_inferred=False,
        interest=None,
        outcome=Match.MATCHED if organisation else Match.NONE,
        evidence=evidence,
    )
