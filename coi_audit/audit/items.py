"""The items of one meeting: public and private agendas together, each classified and its parties resolved."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from coi_audit.audit.body_names import core_name
from coi_audit.audit.knowledge import Knowledge
from coi_audit.linking.classify import classify
from coi_audit.linking.links import ItemContext
from coi_audit.model.linking import Classification, Party
from coi_audit.model.meetings import AgendaItem, Meeting
from coi_audit.model.organisations import FoundName
from coi_audit.model.people import Body
from coi_audit.model.words import CommitteeKind, Match


@dataclass(frozen=True, slots=True)
class ClassifiedItem:
    """One item with what it is about. `ours` is False for an item of a meeting in common that concerns other bodies."""

    item: AgendaItem
    context: ItemContext
    ours: bool = True
    heading: bool = False  # only the heading over its own sub-items

    @property
    def classification(self) -> Classification:
        return self.context.classification

    @property
    def substantive(self) -> bool:
        """Whether there is anything to decide, discuss or note: procedure is not."""
        return self.ours and not self.heading and self.classification.procedure is None


def items_of(meeting: Meeting, *, body: Body, kind: CommitteeKind, knowledge: Knowledge) -> tuple[ClassifiedItem, ...]:
    """Every item of every agenda of the meeting, in order, public part first."""
    agendas = sorted(meeting.agendas, key=lambda agenda: (agenda.private, agenda.file))
    items = [
        item.model_copy(update={"private": True}) if agenda.private and not item.private else item
        for agenda in agendas
        for item in agenda.items
    ]
    classified = [
        _classified(item, meeting.on, body=body, kind=kind, knowledge=knowledge, parent=_parent_of(item, items))
        for item in items
    ]
    return tuple(replace(one, heading=_has_sub_items(one.item, items)) for one in classified)


def _has_sub_items(item: AgendaItem, items: Sequence[AgendaItem]) -> bool:
    """Whether others are numbered under it: 7 over 7a, 8 over 8.1. What is decided is decided there."""
    number = item.number.rstrip(".").casefold()
    below = re.compile(rf"{re.escape(number)}(?:\.\d+|\.?\(?[a-z]\)?)\.?$")
    return bool(number) and any(below.match(one.number.casefold()) for one in items if one is not item)


def _parent_of(item: AgendaItem, items: Sequence[AgendaItem]) -> AgendaItem | None:
    """The item of the same part of the meeting that this one is numbered under: 8 of 8.1, 7 of 7a."""
    number = re.match(r"(?P<above>.*\d)(?:\.\d+|\.?\(?[a-z]\)?)\.?$", item.number.casefold())
    if number is None:
        return None
    beside = [one for one in items if one.private is item.private and one is not item]
    return next((one for one in beside if one.number.rstrip(".").casefold() == number["above"]), None)


def _classified(
    item: AgendaItem, on: date, *, body: Body, kind: CommitteeKind, knowledge: Knowledge, parent: AgendaItem | None
) -> ClassifiedItem:
    directory = knowledge.directory
    item = _with_own_action(item, body)
    found = directory.find(f"{item.title}\n{item.text}" if item.text else item.title, on=on)
    above = directory.find(parent.title, on=on) if parent is not None else ()
    classification = classify(
        item, committee_kind=kind, vocabulary=knowledge.vocabulary, found=(*found, *above), parent=parent
    )
    if classification.procedure is None:
        classification = replace(classification, mentions=_with_found(item, classification, found))
    label = f"item {item.number} {item.title}" if item.number else item.title
    context = ItemContext(
        label=label,
        classification=classification,
        parties=parties_of(classification.mentions, on, knowledge),
        neighbours=parties_of(classification.neighbours, on, knowledge),
    )
    return ClassifiedItem(item, context, ours=_is_ours(item, body))


def _with_found(item: AgendaItem, classification: Classification, found: Sequence[FoundName]) -> tuple[str, ...]:
    """The parties named, with any other organisation of the lists that the title itself names."""
    said = (*classification.mentions, *classification.neighbours)
    extra = [
        one.resolution.mention
        for one in found
        if one.end <= len(item.title)
        and one.resolution.outcome is Match.MATCHED
        and not any(one.resolution.mention.casefold() in mention.casefold() for mention in said)
    ]
    return (*classification.mentions, *dict.fromkeys(extra))


def with_minutes(
    item: ClassifiedItem, words: str, on: date, *, kind: CommitteeKind, knowledge: Knowledge
) -> ClassifiedItem:
    """The item with the neighbours that its minutes name, beside those the agenda names."""
    if not words or item.classification.procedure is not None:
        return item
    told = item.item.model_copy(update={"text": f"{item.item.text}\n{words}".strip()})
    found = knowledge.directory.find(f"{told.title}\n{told.text}", on=on)
    read = classify(told, committee_kind=kind, vocabulary=knowledge.vocabulary, found=found)
    new = [name for name in read.neighbours if name not in item.classification.neighbours]
    named = {party.ods_code or party.name for party in (*item.context.parties, *item.context.neighbours)}
    extra = tuple(party for party in parties_of(new, on, knowledge) if (party.ods_code or party.name) not in named)
    if not extra:
        return item
    return replace(item, context=replace(item.context, neighbours=(*item.context.neighbours, *extra)))


def parties_of(mentions: Sequence[str], on: date, knowledge: Knowledge) -> tuple[Party, ...]:
    """The organisations that names written in a paper stand for on that day, each once."""
    parties: dict[str, Party] = {}
    for mention in mentions:
        resolution = knowledge.directory.resolve(mention, on=on)
        party = Party(
            name=resolution.name or mention,
            mention=mention,
            outcome=resolution.outcome,
            ods_code=resolution.ods_code,
            organisation=resolution.organisation if resolution.outcome is Match.MATCHED else None,
            resolution=resolution,
        )
        parties.setdefault(party.ods_code or " ".join(party.name.casefold().split()), party)
    return tuple(parties.values())


def _is_ours(item: AgendaItem, body: Body) -> bool:
    if not item.bodies:
        return True
    return any(_is_named(body, name) for name in item.bodies)


def _is_named(body: Body, name: str) -> bool:
    own, other = core_name(body.name), core_name(name)
    return bool(other) and (other in own or own in other)


def _with_own_action(item: AgendaItem, body: Body) -> AgendaItem:
    """In a meeting in common one body may decide what the other only notes: the item as this body meets it."""
    own = next((action for name, action in item.body_actions if _is_named(body, name)), None)
    return item if own is None else item.model_copy(update={"action": own})
