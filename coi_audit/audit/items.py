"""The items of one meeting: public and private agendas together, each classified and its parties resolved."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from coi_audit.audit.body_names import core_name
from coi_audit.audit.knowledge import Knowledge
from coi_audit.linking.held_names import HeldNames
from coi_audit.linking.items.classify import classify
from coi_audit.linking.links import ItemContext
from coi_audit.linking.organisations.directory import Directory
from coi_audit.model.linking import Classification, Party
from coi_audit.model.meetings import AgendaItem, Meeting
from coi_audit.model.organisations import FoundName
from coi_audit.model.people import Body
from coi_audit.model.words import CommitteeKind, Match, OrganisationKind, Purpose, Scope
from coi_audit.rulebook.phrases import words_of

_SENTENCE = re.compile(r"(?<!\bDr)(?<!\bMr)(?<!\bMrs)(?<!\bMs)(?<!\bSt)[.;!?]\s+|\n+")
_NO_CHOICE = frozenset({"C15", "C16"})  # closed for the practice's sake: nobody is chosen
_BIDDERS = frozenset(OrganisationKind) - {OrganisationKind.PRACTICE, OrganisationKind.PCN}


@dataclass(frozen=True, slots=True)
class Named:
    """The organisations whose names can be found in a text on one day: those of the lists, then those only held."""

    directory: Directory
    held: HeldNames
    on: date

    def find(self, text: str) -> tuple[FoundName, ...]:
        """Every name standing in the text, none overlapping another."""
        listed = self.directory.find(text, on=self.on)
        return (*listed, *self.held.find(text, taken=listed))


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


def items_of(
    meeting: Meeting, *, body: Body, kind: CommitteeKind, knowledge: Knowledge, held: HeldNames | None = None
) -> tuple[ClassifiedItem, ...]:
    """Every item of every agenda of the meeting, in order, public part first.

    `held` are the names that interests give to organisations no list has.
    """
    agendas = sorted(meeting.agendas, key=lambda agenda: (agenda.private, agenda.file))
    items = [
        item.model_copy(update={"private": True}) if agenda.private and not item.private else item
        for agenda in agendas
        for item in agenda.items
    ]
    named = Named(knowledge.directory, held or HeldNames((), knowledge.vocabulary.names), meeting.on)
    classified = [
        _classified(item, named, body=body, kind=kind, knowledge=knowledge, parent=_parent_of(item, items))
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
    item: AgendaItem, named: Named, *, body: Body, kind: CommitteeKind, knowledge: Knowledge, parent: AgendaItem | None
) -> ClassifiedItem:
    item, on = _with_own_action(item, body), named.on
    found = named.find(f"{item.title}\n{item.text}" if item.text else item.title)
    above = named.find(parent.title) if parent is not None else ()
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
    item: ClassifiedItem,
    words: str,
    on: date,
    *,
    kind: CommitteeKind,
    knowledge: Knowledge,
    held: HeldNames | None = None,
) -> ClassifiedItem:
    """The item with the neighbours and the bidders that its minutes name, beside those the agenda names."""
    if not words or item.classification.procedure is not None:
        return item
    told = item.item.model_copy(update={"text": f"{item.item.text}\n{words}".strip()})
    found = knowledge.directory.find(f"{told.title}\n{told.text}", on=on)
    read = classify(told, committee_kind=kind, vocabulary=knowledge.vocabulary, found=found)
    new = [name for name in read.neighbours if name not in item.classification.neighbours]
    neighbours = _others(parties_of(new, on, knowledge), item)
    named = Named(knowledge.directory, held or HeldNames((), knowledge.vocabulary.names), on)
    bidders = _others(parties_of(_bidders(item, words, named, knowledge), on, knowledge), item)
    if not neighbours and not bidders:
        return item
    context = replace(
        item.context,
        parties=(*item.context.parties, *bidders),
        neighbours=(*item.context.neighbours, *neighbours),
    )
    return replace(item, context=context)


def _others(parties: Sequence[Party], item: ClassifiedItem) -> tuple[Party, ...]:
    """Those that the item does not name already."""
    named = {party.ods_code or party.name for party in (*item.context.parties, *item.context.neighbours)}
    return tuple(party for party in parties if (party.ods_code or party.name) not in named)


def _bidders(item: ClassifiedItem, words: str, named: Named, knowledge: Knowledge) -> list[str]:
    """The providers that the minutes of a choice among them name as bidding or chosen, and the agenda does not."""
    about = item.classification
    open_choice = about.scope is Scope.OTHER_PROVIDER and (about.closed or not item.context.parties)
    if about.scope is Scope.NAMED_PRACTICE:  # "Mill Row Surgery: award of the contract" names none of the bidders
        open_choice = about.closed and about.decision_type not in _NO_CHOICE
    if about.purpose is not Purpose.DECISION or not open_choice:
        return []
    bidding = knowledge.vocabulary.subjects.bidding
    sentences = [one for one in _SENTENCE.split(words) if bidding.find(words_of(one))]
    return [
        one.resolution.mention
        for sentence in sentences
        for one in named.find(sentence)
        if one.resolution.organisation is not None and one.resolution.organisation.kind in _BIDDERS
    ]


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
