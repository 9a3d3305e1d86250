"""Who had a part in a procurement, whose interests touch a supplier or bidder, and what they did about it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any

from coi_audit.audit.audited import Audited
from coi_audit.audit.conflicts import participation_of
from coi_audit.audit.examine import Examined
from coi_audit.audit.items import ClassifiedItem
from coi_audit.audit.procurement_matters import Matter
from coi_audit.audit.procurement_names import lookup_day, people_in, sentences
from coi_audit.audit.touches import MeetingView, Touch, touches_at
from coi_audit.linking.graph import OrganisationGraph
from coi_audit.linking.holdings import held_on, holding_of_membership, holdings_of_owners, holdings_on
from coi_audit.linking.links import ItemContext, Linker, describe
from coi_audit.model.evidence import SourceRef
from coi_audit.model.linking import Classification, Holding, Link, Person
from coi_audit.model.words import Action, LinkKind, Purpose, Relationship, Scope, Stage, Tie
from coi_audit.rulebook.procurement_words import procurement_words

LEAD, MONITOR, EVALUATOR, DECIDER = "clinical lead", "contract manager", "evaluator", "decision-maker"
NOTED, AT_MEETING = "named in the entry", "at the deciding meeting"
_ACTIVE = (LEAD, EVALUATOR, DECIDER)  # parts that are a part in the decision, unless words say otherwise


@dataclass(frozen=True, slots=True)
class Part:
    """One person's part in one procurement, with an interest in a supplier or bidder.

    `took_part` None where the papers do not say; `managed` where they say that the person stood back.
    """

    person: Person
    capacity: str
    holding: Holding
    link: Link
    took_part: bool | None
    managed: bool = False
    evidence: tuple[SourceRef, ...] = ()

    @property
    def unclear(self) -> bool:
        return self.link.kind is LinkKind.UNCLEAR or self.holding.relationship is Relationship.UNSTATED

    @property
    def in_words(self) -> str:
        """ "Dr Rao (clinical lead): partner in Elm Street Surgery"."""
        return f"{self.person.name} ({self.capacity}): {describe(self.holding)}"


class Interests:
    """What everybody on the registers and committees holds, as on a day; each day is worked out once."""

    def __init__(self, audited: Audited) -> None:
        self._audited = audited
        self._days: dict[date, tuple[Holding, ...]] = {}
        self._quarters: dict[date, tuple[Holding, ...]] = {}
        self._linkers: dict[date, Linker] = {}

    def on(self, day: date) -> tuple[Holding, ...]:
        """Every interest held that day."""
        if day not in self._days:
            every = (*self._registered(lookup_day(day)), *self._memberships(day))
            self._days[day] = tuple(one for one in every if held_on(one, day))
        return self._days[day]

    def linker(self, day: date) -> Linker:
        """Links interests to parties as on that day."""
        quarter = lookup_day(day)
        if quarter not in self._linkers:
            directory = self._audited.knowledge.directory
            self._linkers[quarter] = Linker(directory, OrganisationGraph(directory, quarter), quarter)
        return self._linkers[quarter]

    def links(self, person: Person, matter: Matter) -> list[tuple[Holding, Link]]:
        """The person's interests that touch a supplier or bidder; being a patient or ordinary member touches none."""
        context = context_of(matter)
        mine = [one for one in self.on(matter.on) if one.person.key == person.key and one.tie is not Tie.MEMBER]
        found = [(one, link) for one in mine if (link := self.linker(matter.on).link(one, context)) is not None]
        return [(one, link) for one, link in found if link.kind is not LinkKind.SHARED]

    def _registered(self, on: date) -> tuple[Holding, ...]:
        """What the registers and the body's own list of organisations tell of everybody."""
        if on not in self._quarters:
            case, everybody, knowledge = self._audited.case, self._audited.everybody, self._audited.knowledge
            directory, words = knowledge.directory, knowledge.ties
            known = holdings_on(on, registers=case.registers, people=everybody, directory=directory, words=words)
            owned = holdings_of_owners(everybody.persons, on=on, directory=directory, index=everybody, known=known)
            self._quarters[on] = (*known, *owned)
        return self._quarters[on]

    def _memberships(self, day: date) -> Iterator[Holding]:
        """The practices that body.yaml gives to whoever was in office that day."""
        everybody, directory = self._audited.everybody, self._audited.knowledge.directory
        on = lookup_day(day)
        for committee in self._audited.case.body.committees:
            for member in committee.members:
                person = everybody.match(member.name).person if member.in_office(day) else None
                if person is not None:
                    known = self._registered(on)
                    extra = holding_of_membership(person, member, on=on, directory=directory, known=known)
                    yield from (extra,) if extra is not None else ()


def context_of(matter: Matter) -> ItemContext:
    """Suppliers and bidders as the parties of one item."""
    classification = Classification(
        decision_type=None, concerns_gp_services=True, scope=Scope.OTHER_PROVIDER, purpose=Purpose.DECISION, closed=True
    )
    return ItemContext(f'"{matter.title}"', classification, matter.parties, ())


@dataclass(frozen=True)
class Parts:
    """Everybody with an interest who had a part in one matter."""

    matter: Matter
    audited: Audited
    interests: Interests

    @cached_property
    def all(self) -> tuple[Part, ...]:
        """Named in the entry first, then those at the deciding meeting; each person once a capacity and interest."""
        found: dict[tuple[str, str, str], Part] = {}
        for part in (*self._named(), *self._at_meeting()):
            found.setdefault((part.person.key, part.capacity, describe(part.holding)), part)
        stood_back = {one.person.key for one in found.values() if one.managed}
        return tuple(
            replace(one, took_part=False, managed=True)
            if one.person.key in stood_back and one.capacity not in (EVALUATOR, AT_MEETING)
            else one
            for one in found.values()
        )

    def of(self, capacity: str) -> tuple[Part, ...]:
        """Those of one capacity."""
        return tuple(one for one in self.all if one.capacity == capacity)

    @property
    def words(self) -> Sequence[str]:
        """The sentences of the entry that tell of conflicts and what was done."""
        row = self.matter.row
        return sentences((row.conflicts, row.mitigation, row.justification, row.comments)) if row else ()

    def _named(self) -> Iterator[Part]:
        row = self.matter.row
        if row is None:
            return
        cells = {
            LEAD: row.clinical_lead,
            MONITOR: row.contract_manager,
            EVALUATOR: row.evaluators,
            DECIDER: f"{row.decision_makers or ''}\n{row.decided_by or ''}",
            NOTED: row.conflicts,
        }
        for capacity, text in cells.items():
            for person in people_in(text or "", self.audited.everybody):
                yield from self._parts(person, capacity)

    def _parts(self, person: Person, capacity: str) -> Iterator[Part]:
        for holding, link in self.interests.links(person, self.matter):
            managed = says_managed(person, self.words, self.audited)
            stayed = says_stayed(person, self.words, self.audited)
            took_part = True if stayed else False if managed else True if capacity in _ACTIVE else None
            assert self.matter.row is not None
            evidence = (self.matter.row.source, *holding.evidence)
            yield Part(person, capacity, holding, link, took_part, managed and not stayed, evidence)

    def _at_meeting(self) -> Iterator[Part]:
        sitting, decided = self.matter.sitting, self.matter.decided
        if sitting is None:
            return
        view, own = view_of(sitting), context_of(self.matter)
        if decided is None:
            yield from self._there(sitting, view, own)
            return
        item = replace(decided.item, context=replace(own, label=decided.item.context.label))
        for place, touches in sorted(touches_at(item, decided.index, view).items()):
            for touch in touches if not view.room.is_away(place) else ():
                yield from self._touched(touch, item, view)

    def _there(self, sitting: Examined, view: MeetingView, own: ItemContext) -> Iterator[Part]:
        """Of a meeting of which the item is not known: whoever was there, and nothing of what they did."""
        here = {one.person.key for one in sitting.roll.everybody}
        for holding in view.reach.near(own):
            held = held_on(holding, view.meeting.on) and holding.tie is not Tie.MEMBER
            link = view.linker.link(holding, own) if held and holding.person.key in here else None
            if link is not None and link.kind is not LinkKind.SHARED:
                managed = says_managed(holding.person, self.words, self.audited)
                took_part = False if managed else None
                yield Part(holding.person, AT_MEETING, holding, link, took_part, managed, holding.evidence)

    def _touched(self, touch: Touch, item: ClassifiedItem, view: MeetingView) -> Iterator[Part]:
        linked = touch.link.kind in (LinkKind.NAMED_PARTY, LinkKind.PROVIDER_PARTY, LinkKind.UNCLEAR)
        if not linked or touch.holding.tie is Tie.MEMBER or not held_on(touch.holding, view.meeting.on):
            return
        if view.asks.of(touch.link, touch.holding, item.classification).action.strength <= Action.NOTE.strength:
            return  # a small share of the years before 2016, say: it was enough to note it
        said = participation_of(touch, item, view, Action.LEAVE)
        recorded = said.recorded_action or Action.NONE
        managed = recorded.strength >= Action.STAY_NO_VOTE.strength
        evidence = tuple(dict.fromkeys((*touch.holding.evidence, *said.evidence)))
        took_part = False if managed else said.took_part
        yield Part(touch.attendee.person, AT_MEETING, touch.holding, touch.link, took_part, managed, evidence)


@dataclass(frozen=True, slots=True)
class PartsInWords:
    """What the parts people had come to, in words for the facts."""

    parts: Sequence[Part]

    def names(self, parts: Sequence[Part]) -> str:
        """People and interests, each once, parted by semicolons."""
        seen: dict[str, str] = {}
        for one in parts:
            seen.setdefault(f"{one.person.key}|{one.holding.organisation_name}", one.in_words)
        return "; ".join(seen.values())

    @property
    def sure(self) -> list[Part]:
        return [one for one in self.parts if not one.unclear and one.capacity != MONITOR]

    def facts(self) -> dict[str, Any]:
        """The fields of `ProcurementFacts` that speak of people."""
        sure = self.sure
        evaluators = [one for one in self.parts if one.capacity == EVALUATOR and not one.managed]
        took = [one for one in sure if one.took_part]
        keys = {one.person.key for one in took}
        return {
            "linked": self.names(sure),
            "took_part": self.names(took),
            "took_part_unknown": self.names(
                [one for one in sure if one.took_part is None and one.person.key not in keys]
            ),
            "link_unclear": self.names([one for one in self.parts if one.unclear]),
            "evaluators_linked": self.names([one for one in evaluators if not one.unclear]),
            "evaluators_unclear": self.names([one for one in evaluators if one.unclear]),
        }


def view_of(examined: Examined) -> MeetingView:
    """What is the same for every item of a meeting that was examined, as though it had been held for several."""
    return replace(examined.view, stage=Stage.HELD, sole_item=False)


def says_managed(person: Person, words: Sequence[str], audited: Audited) -> bool:
    """Whether a sentence says that this person, or nobody by name, stood back."""
    said = [one for one in words if _says("handled", one)]
    return any(_about(person, one, audited) for one in said)


def says_stayed(person: Person, words: Sequence[str], audited: Audited) -> bool:
    """Whether a sentence that names this person says that they took part all the same."""
    said = [one for one in words if _says("unresolved", one) and not _says("handled", one)]
    named = [people_in(one, audited.everybody) for one in said]
    return any(person.key in {one.key for one in people} for people in named)


def _about(person: Person, sentence: str, audited: Audited) -> bool:
    named = people_in(sentence, audited.everybody)
    return not named or person.key in {one.key for one in named}


def _says(name: str, sentence: str) -> bool:
    return procurement_words().says(name, sentence)
