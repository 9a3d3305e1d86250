"""Each person at each item: the strongest of what their interests ask, and what the papers hold back from them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from coi_audit.model.audit import ItemAudit, MeetingAudit
from coi_audit.model.linking import Conflict
from coi_audit.model.preparation import GivenRuling, Preparation
from coi_audit.model.words import Action, LinkKind, Scope
from coi_audit.report.conflict_view import ConflictView
from coi_audit.report.meeting_view import ItemView, MeetingView, meeting_view


@dataclass(frozen=True, slots=True)
class AtItem:
    """One person's interests at one item. `action` is the strongest asked; `unsure` where none of them is settled.

    `out` says that the quorum is counted without them; `withheld` that they are sent no papers for the item.
    """

    person: str
    role: str
    conflicts: tuple[ConflictView, ...]
    action: Action
    unsure: bool
    out: bool
    withheld: bool
    hand_over: bool
    ruling: GivenRuling | None = None

    @property
    def asked(self) -> Action:
        """What they are to do: as ruled beforehand, else the least presumed."""
        return self.ruling.ruling.action if self.ruling is not None else self.action

    @property
    def leaves(self) -> bool:
        """Whether they are to be out of the room for a part of the item."""
        return self.asked in (Action.DISCUSS_THEN_LEAVE, Action.LEAVE, Action.LEAVE_NO_PAPERS)

    @property
    def first(self) -> ConflictView:
        """The one that asks most."""
        return self.conflicts[0]


@dataclass(frozen=True, slots=True)
class PackItem:
    """One item with its people, strongest first."""

    view: ItemView
    audit: ItemAudit
    people: tuple[AtItem, ...]

    @property
    def private(self) -> bool:
        """Whether it is taken in private."""
        return self.audit.item.private

    @property
    def touched(self) -> bool:
        """Whether there is anything to do about it before or at the meeting."""
        return bool(self.people or self.view.recent or self.view.questions or self.view.quorate is False)

    @property
    def out(self) -> tuple[AtItem, ...]:
        """Those the quorum is counted without."""
        return tuple(one for one in self.people if one.out)

    @property
    def hidden_from_chair(self) -> bool:
        """Whether it is a private item whose papers the chair is not sent: their script then says its number alone."""
        return self.private and self.audit.chair.name in self.view.withhold

    @property
    def procedure(self) -> str:
        """ "declarations", "apologies" ...; empty for an item of substance."""
        kind = self.audit.classification
        return (kind.procedure or "") if kind.scope is Scope.NONE or kind.decision_type is None else ""


@dataclass(frozen=True, slots=True)
class PackMeeting:
    """One meeting with everything the pack says of it."""

    view: MeetingView
    audit: MeetingAudit
    items: tuple[PackItem, ...]
    guardian: str | None

    @property
    def preparation(self) -> Preparation:
        """What the papers show of its preparation; empty where nobody gathered it."""
        return self.audit.preparation or Preparation()

    @property
    def chair(self) -> str | None:
        """Whoever opens it."""
        told = next((one.person.name for one in self.preparation.attending if one.chair), None)
        return told or next((item.audit.chair.name for item in self.items if item.audit.chair.name), None)

    @property
    def vice_chair(self) -> str | None:
        """The vice-chair among those expected."""
        return next((one.person.name for one in self.preparation.attending if one.vice_chair), None)

    @property
    def conflicted(self) -> tuple[tuple[str, str], ...]:
        """Name and role of everybody with an interest that touches an item, each once, sorted by name."""
        return tuple(sorted({(one.person, one.role) for item in self.items for one in item.people}))


def pack_meeting(
    audit: MeetingAudit, index: int, *, types: Mapping[str, str], sources: Mapping[str, str], guardian: str | None
) -> PackMeeting:
    """Lay out one meeting for the pack."""
    view = meeting_view(audit, index, types=types, sources=sources)
    rulings = audit.preparation.rulings if audit.preparation else ()
    items = tuple(
        PackItem(shown, item, _people(item, shown, lambda name, number: _ruling(rulings, name, number)))
        for item, shown in zip(audit.items, view.items, strict=True)
    )
    return PackMeeting(view, audit, items, guardian)


def _people(item: ItemAudit, view: ItemView, ruling: Callable[[str, str], GivenRuling | None]) -> tuple[AtItem, ...]:
    groups: dict[tuple[str, str], list[tuple[Conflict, ConflictView]]] = {}
    for pair in zip(item.conflicts, view.conflicts, strict=True):
        groups.setdefault((pair[1].person, pair[1].role), []).append(pair)
    people = [
        _at_item(name, role, pairs, view, ruling(name, item.item.number)) for (name, role), pairs in groups.items()
    ]
    return tuple(sorted(people, key=lambda one: (one.unsure, -one.action.strength, one.person, one.role)))


def _at_item(
    name: str, role: str, pairs: list[tuple[Conflict, ConflictView]], view: ItemView, ruling: GivenRuling | None
) -> AtItem:
    ordered = sorted(pairs, key=lambda pair: (pair[1].unsure, -pair[0].required_action.strength))
    sure = [conflict for conflict, shown in ordered if not shown.unsure]
    binding = sure or [conflict for conflict, _ in ordered]
    action = max((one.required_action for one in binding), key=lambda one: one.strength)
    return AtItem(
        person=name,
        role=role,
        conflicts=tuple(shown for _, shown in ordered),
        action=action,
        unsure=not sure,
        out=any(
            one.required_action.strength >= Action.STAY_NO_VOTE.strength and one.link.kind is not LinkKind.UNCLEAR
            for one, _ in pairs
        ),
        withheld=name in view.withhold,
        hand_over=any(one.hand_over_chair for one in binding),
        ruling=ruling,
    )


def _ruling(rulings: tuple[GivenRuling, ...], name: str, number: str) -> GivenRuling | None:
    """The ruling on this person for this item, else the one for the whole meeting."""
    own = [one for one in rulings if one.person == name]
    exact = [one for one in own if one.ruling.item is not None and bare(one.ruling.item) == bare(number)]
    return next(iter(exact or [one for one in own if one.ruling.item is None]), None)


def bare(number: str) -> str:
    """An item's number without what stands about it: "Item 6." is 6."""
    return number.casefold().strip().rstrip(".)").removeprefix("item ").strip()
