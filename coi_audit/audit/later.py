"""What came later: of each conflict, how late its interest was shown, and what that changed of what the item asked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from coi_audit.audit.audited import Audited
from coi_audit.audit.declared_late import Judged, cell_of
from coi_audit.audit.examine import Examined, out_of_decision
from coi_audit.audit.holdings_of_meeting import with_memberships
from coi_audit.linking.holdings import same_organisation
from coi_audit.linking.ties import PRACTICE_TIES
from coi_audit.model.evidence import SourceRef
from coi_audit.model.interests import Interest, Register
from coi_audit.model.later import AfterBeginning, FirstKept, KeptSince, LaterDeclaration, ShownBy
from coi_audit.model.linking import Conflict, Holding
from coi_audit.model.words import Action, Relationship, Tie

_OWNING = frozenset({Tie.SHAREHOLDER, Tie.OWNER})


def later_declarations(audited: Audited, interests: Sequence[Judged]) -> dict[int, LaterDeclaration]:
    """By the identity of each conflict that rests on something shown late; conflicts in time are left out.

    Late is what was first shown after the meeting, by the date of declaration, else by the edition; what a rule finds
    declared too long after it began; and, of a case from a store, what that did not hold yet on the meeting's day.
    `interests` are all of the case as that rule judges them.
    """
    judged = {key: one for one in interests for key in one.keys}
    rows = _Rows(audited.case.registers, audited.case.kept)
    return {
        id(conflict): later
        for one in audited.examined
        for index, _ in enumerate(one.audit.items)
        for conflict, later in _at_item(one, index, rows, judged)
    }


class _Rows:
    """The rows of every edition by their places, and since when a store has known them."""

    def __init__(self, registers: Sequence[Register], kept: KeptSince | None) -> None:
        self._registers = registers
        self._kept_since = kept.on if kept is not None else date.max
        self._first_kept: dict[tuple[str, str], date] = {}
        for one in kept.interests if kept is not None else ():
            matter = _matter(one)
            self._first_kept[matter] = min(one.on, self._first_kept.get(matter, one.on))

    def shown_on(self, holding: Holding, meeting: date) -> date | None:
        """The first day that shows the interest of a register's row; None where there is none, or only a guess.

        A store's day counts where it is later, and the store kept a register of the body by the meeting's day.
        """
        known = holding.known_on
        if holding.interest is None or known is None or holding.known_inferred:
            return None
        if known > meeting or self._kept_since > meeting:
            return known
        kept = self._kept(holding)
        return kept if kept is not None and kept > meeting else known

    def shown(self, holding: Holding, on: date) -> tuple[ShownBy, SourceRef]:
        """What showed it on that day first, and the cell that says so."""
        assert holding.interest is not None
        for source in holding.evidence:
            register, row = self._by_place.get(_place(source), (None, None))
            if row is not None and row.declared_on == on:
                return ShownBy.DECLARATION, cell_of(row, "Declared on", on)
            if row is not None and register is not None and (row.edition or register.edition) == on:
                return ShownBy.EDITION, row.source
        by = ShownBy.STORE if holding.known_on is not None and holding.known_on < on else ShownBy.EDITION
        return by, holding.interest.source

    def _kept(self, holding: Holding) -> date | None:
        """The first day on which the store held any of the rows that tell of it; None where it holds none of one."""
        rows = [self._by_place[_place(source)][1] for source in holding.evidence if _place(source) in self._by_place]
        days = [self._first_kept.get(_matter(one)) for one in rows]
        told = [one for one in days if one is not None]
        return min(told) if told and len(told) == len(days) else None

    @cached_property
    def _by_place(self) -> dict[tuple[str, str], tuple[Register, Interest]]:
        rows = ((register, row) for register in self._registers for row in register.interests)
        return {_place(row.source): (register, row) for register, row in rows}


def _place(source: SourceRef) -> tuple[str, str]:
    return source.place(), source.text


def _matter(one: Interest | FirstKept) -> tuple[str, str]:
    """Whose interest in what: a nature that was reworded makes no other interest where the organisation is told."""
    return _folded(one.person), _folded(one.organisation or one.nature)


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())


@dataclass(frozen=True, slots=True)
class _Seen:
    """One conflict of an item: when its interest was first shown, and whether the meeting could know of it."""

    conflict: Conflict
    on: date | None
    after: bool  # shown after the meeting
    told_by_body: bool
    beginning: AfterBeginning | None

    @property
    def known(self) -> bool:
        """What the register showed, what was told there, and what the body's own file says."""
        return not self.after or self.told_by_body or self.conflict.participation.declared

    @property
    def late(self) -> bool:
        """Shown after the meeting, or by a rule declared too long after it began."""
        return self.after or (self.beginning is not None and self.beginning.allowed is not None)


def _at_item(
    one: Examined, index: int, rows: _Rows, judged: Mapping[str, Judged]
) -> Iterator[tuple[Conflict, LaterDeclaration]]:
    item, meeting = one.audit.items[index], one.audit.date
    seen = [_seen(conflict, one, rows, judged) for conflict in item.conflicts]
    if not any(each.late for each in seen):
        return
    known = [each.conflict for each in seen if each.known]
    now = _Asked(item.conflicts, _quorate(one, index, None))
    then = _Asked(known, now.quorate if len(known) == len(seen) else _quorate(one, index, known))
    for each in seen:
        if each.on is None or not each.late:
            continue
        by, cell = rows.shown(each.conflict.holding, each.on)
        key, before = each.conflict.holding.person.key, now if each.known else then
        yield (
            each.conflict,
            LaterDeclaration(
                meeting=meeting,
                shown_on=each.on,
                shown_by=by,
                after_meeting=(each.on - meeting).days if each.after else None,
                told_at_meeting=each.conflict.participation.declared,
                told_by_body=each.told_by_body,
                then=before.of(key),
                now=now.of(key),
                chair_then=before.chair(key),
                chair_now=now.chair(key),
                quorate_then=before.quorate,
                quorate_now=now.quorate,
                beginning=each.beginning,
                cells=(item.item.source, cell),
            ),
        )


def _seen(conflict: Conflict, one: Examined, rows: _Rows, judged: Mapping[str, Judged]) -> _Seen:
    day = rows.shown_on(conflict.holding, one.audit.date)
    after = day is not None and day > one.audit.date
    return _Seen(conflict, day, after, after and _on_list(conflict, one), _beginning(conflict, judged))


@dataclass(frozen=True, slots=True)
class _Asked:
    """What an item asks by a part of its conflicts, and whether it is quorate then."""

    conflicts: Sequence[Conflict]
    quorate: bool | None

    def of(self, key: str) -> Action:
        """The most that is asked of one person."""
        asked = (one.required_action for one in self.conflicts if one.holding.person.key == key)
        return max(asked, key=lambda one: one.strength, default=Action.NONE)

    def chair(self, key: str) -> bool:
        """Whether that person has to hand over the chair."""
        return any(one.hand_over_chair for one in self.conflicts if one.holding.person.key == key)


def _on_list(conflict: Conflict, one: Examined) -> bool:
    """Whether the body's own list of members or organisations tells of it, with no row of a register at all."""
    holding = conflict.holding
    if holding.relationship is not Relationship.SELF:
        return False
    found = with_memberships((), one.meeting, one.roll, one.people, one.view.knowledge)
    own = [each for each in found if each.person.key == holding.person.key and _alike(each.tie, holding.tie)]
    codes = [(each.organisation.ods_code if each.organisation else None, each.organisation_name) for each in own]
    return any(same_organisation(holding, code, name) for code, name in codes)


def _alike(listed: Tie, held: Tie) -> bool:
    return listed is held or any(listed in kind and held in kind for kind in (PRACTICE_TIES, _OWNING))


def _beginning(conflict: Conflict, judged: Mapping[str, Judged]) -> AfterBeginning | None:
    interest = conflict.holding.interest
    found = judged.get(interest.key) if interest is not None else None
    return found.after if found is not None else None


def _quorate(one: Examined, index: int, known: Sequence[Conflict] | None) -> bool | None:
    """Whether the item would be quorate if only those known that day had to stay out; None: with all of them."""
    item = one.items[index]
    if not item.ours:
        return None
    if known is None:
        return one.audit.items[index].quorum.quorate
    out = out_of_decision(known)
    return one.room.present(index).quorum(out, item.classification.purpose, one.view.ways_out).quorate
