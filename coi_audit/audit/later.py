"""What came later: of each conflict, how late its interest was shown, and what that changed of what the item asked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from coi_audit.audit.audited import Audited
from coi_audit.audit.declared_late import Judged, cell_of, judged_interests
from coi_audit.audit.examine import Examined, out_of_decision
from coi_audit.model.evidence import SourceRef
from coi_audit.model.interests import Interest, Register
from coi_audit.model.later import AfterBeginning, FirstKept, KeptSince, LaterDeclaration, ShownBy
from coi_audit.model.linking import Conflict, Holding
from coi_audit.model.words import Action, RuleOutcome


def later_declarations(audited: Audited) -> dict[int, LaterDeclaration]:
    """By the identity of each conflict that rests on something shown late; conflicts in time are left out.

    Late is what was first shown after the meeting, by the date of declaration, else by the edition; what a rule finds
    declared too long after it began; and, of a case from a store, what that did not hold yet on the meeting's day.
    """
    judged = {key: one for one in judged_interests(audited) for key in one.keys}
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


def _at_item(
    one: Examined, index: int, rows: _Rows, judged: Mapping[str, Judged]
) -> Iterator[tuple[Conflict, LaterDeclaration]]:
    conflicts, meeting = one.audit.items[index].conflicts, one.audit.date
    shown = [rows.shown_on(conflict.holding, meeting) for conflict in conflicts]
    after = [day is not None and day > meeting for day in shown]
    slow = [_beginning(conflict, judged) for conflict in conflicts]
    if not any(after) and not any(_is_late(found) for found in slow):
        return
    # The meeting could know of what the register showed, of what was told there, and of what the body's own file says.
    told = [conflict for conflict, late in zip(conflicts, after, strict=True) if _told(conflict) or not late]
    then = _Asked(told, _quorate(one, index, told) if len(told) < len(conflicts) else _now(one, index))
    now = _Asked(conflicts, _now(one, index))
    for conflict, day, late, beginning in zip(conflicts, shown, after, slow, strict=True):
        if day is None or not (late or _is_late(beginning)):
            continue
        by, cell = rows.shown(conflict.holding, day)
        key = conflict.holding.person.key
        yield (
            conflict,
            LaterDeclaration(
                meeting=meeting,
                shown_on=day,
                shown_by=by,
                after_meeting=(day - meeting).days if late else None,
                told_at_meeting=_told(conflict),
                then=then.of(key),
                now=now.of(key),
                chair_then=then.chair(key),
                chair_now=now.chair(key),
                quorate_then=then.quorate,
                quorate_now=now.quorate,
                beginning=beginning,
                cells=(one.audit.items[index].item.source, cell),
            ),
        )


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


def _told(conflict: Conflict) -> bool:
    return conflict.participation.declared


def _is_late(beginning: AfterBeginning | None) -> bool:
    return beginning is not None and beginning.allowed is not None


def _beginning(conflict: Conflict, judged: Mapping[str, Judged]) -> AfterBeginning | None:
    interest = conflict.holding.interest
    found = judged.get(interest.key) if interest is not None else None
    return found.after if found is not None and found.outcome is not RuleOutcome.MET else None


def _now(one: Examined, index: int) -> bool | None:
    return one.audit.items[index].quorum.quorate if one.items[index].ours else None


def _quorate(one: Examined, index: int, known: Sequence[Conflict]) -> bool | None:
    """Whether the item would be quorate if only those known that day had to stay out."""
    item = one.items[index]
    if not item.ours:
        return None
    out = out_of_decision(known)
    return one.room.present(index).quorum(out, item.classification.purpose, one.view.ways_out).quorate
