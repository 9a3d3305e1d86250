"""Procurement decisions as the papers tell of them: entries of a register, items of minutes, and which are the same."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from coi_audit.audit.audited import Audited
from coi_audit.audit.examine import Examined
from coi_audit.audit.items import ClassifiedItem
from coi_audit.audit.procurement_names import likeness, parties_in, same_party, title_words
from coi_audit.model.linking import Party
from coi_audit.model.procurement import Procurement
from coi_audit.model.records import RecordPaper
from coi_audit.model.words import Purpose, Stage
from coi_audit.rulebook.procurement_words import procurement_words

KIND = "procurement"
_ALWAYS = frozenset({"C01", "C03", "C25", "C26"})
_WITH_ACT = frozenset({"C12", "C18", "C19", "C22", "C23"})
_NEAR = 31  # days between a meeting and the day a register gives for its decision
_MOST, _MANY, _SOME = 0.75, 0.5, 0.34  # of a title's telling words


@dataclass(frozen=True, slots=True)
class Decided:
    """One item of a held meeting at which a supplier was chosen, or a procurement decided on."""

    meeting: Examined
    index: int

    @property
    def item(self) -> ClassifiedItem:
        return self.meeting.items[self.index]

    @property
    def words(self) -> str:
        record = self.meeting.audit.items[self.index].record
        return " ".join(part for part in (self.item.item.title, self.item.item.text, record.decision) if part)


@dataclass(frozen=True, slots=True)
class Matter:
    """One procurement decision. `row` and `paper` are None where only minutes tell of it; `alike` may be its row."""

    on: date
    row: Procurement | None
    paper: RecordPaper | None
    decided: Decided | None
    sitting: Examined | None  # the deciding committee's meeting of that day, whether or not the item is known
    supplier: tuple[Party, ...]
    bidders: tuple[Party, ...]
    alike: Procurement | None = None

    @property
    def title(self) -> str:
        return self.row.title if self.row is not None else self.decided.item.item.title if self.decided else ""

    @property
    def parties(self) -> tuple[Party, ...]:
        """Supplier and bidders, each once."""
        others = [one for one in self.bidders if not any(same_party(one, known) for known in self.supplier)]
        return (*self.supplier, *others)


def matters_of(audited: Audited) -> tuple[Matter, ...]:
    """Every procurement decision of the period: entries in the order of their papers, then items no entry is of."""
    items = [one for meeting in audited.examined for one in _decisions(meeting)]
    papers = {paper.file: paper for paper in audited.case.records.papers_of(KIND)}
    matters: list[Matter] = []
    taken: set[tuple[int, int]] = set()
    for row in audited.case.records.procurements:
        matter = _of_row(row, papers.get(row.source.file), items, audited)
        if matter.decided is not None:
            taken.add((id(matter.decided.meeting), matter.decided.index))
        if audited.within(matter.on):
            matters.append(matter)
    new = [one for one in items if (id(one.meeting), one.index) not in taken and is_choice(one)]
    matters += [_of_item(one, audited) for one in new]
    return tuple(matters)


def _decisions(meeting: Examined) -> Iterator[Decided]:
    if meeting.audit.stage is not Stage.HELD:
        return
    for index, item in enumerate(meeting.items):
        if item.substantive:
            yield Decided(meeting, index)


def is_choice(one: Decided) -> bool:
    """Whether the minutes show that a supplier was chosen or a procurement decided on at this item."""
    found = one.item.classification
    record = one.meeting.audit.items[one.index].record
    if found.purpose is not Purpose.DECISION or not record.decision_taken or record.deferred:
        return False
    if found.decision_type in _ALWAYS:
        return True
    return found.decision_type in _WITH_ACT and found.closed and procurement_words().says("acts", one.words)


def _of_row(row: Procurement, paper: RecordPaper | None, items: Sequence[Decided], audited: Audited) -> Matter:
    # Where no day is told the paper's own stands; a workbook's may only be the day on which it was saved.
    kept = min(paper.edition if paper is not None and paper.edition else audited.last_day, audited.last_day)
    day = row.decided_on or row.started_on or row.begins_on or kept
    supplier = parties_in(row.supplier, day, audited.knowledge)
    bidders = parties_in(row.bidders or "", day, audited.knowledge)
    best = max(items, key=lambda one: _fit(row, one, (*supplier, *bidders)), default=None)
    decided = best if best is not None and _fit(row, best, (*supplier, *bidders)) >= _SURE else None
    on = row.decided_on or (decided.meeting.audit.date if decided else day)
    sitting = decided.meeting if decided else _sitting(row, audited)
    return Matter(on, row, paper, decided, sitting, supplier, bidders)


_SURE, _MAYBE = 2, 1


def _fit(row: Procurement, one: Decided, parties: Sequence[Party]) -> float:
    """How well an entry and an item agree: from 2 on they are the same matter, from 1 on they may be."""
    day = one.meeting.audit.date
    if row.decided_on is not None and abs((row.decided_on - day).days) > _NEAR:
        return 0
    if row.decided_on is None and (row.begins_on is not None and row.begins_on < day):
        return 0
    if len(row.reference) > 3 and any(letter.isdigit() for letter in row.reference) and row.reference in one.words:
        return 4
    same_day = row.decided_on == day
    shared, part = likeness(f"{row.title} {row.reference}", one.item.item.title)
    named = any(same_party(party, other) for party in parties for other in one.item.context.parties)
    if named and (part >= _MANY or same_day or not title_words(row.title)):
        return 3 + part / 2
    if same_day and (part >= _MANY or (shared >= 2 and part >= _SOME)):
        return 3 + part / 2
    if row.decided_on is not None and shared >= 2 and part >= _MOST:
        return 2 + part / 2
    if row.decided_on is None and shared >= 2 and part >= _MOST and is_choice(one):
        return 2 + part / 2
    return 1 + part / 2 if named or (shared >= 1 and part >= _SOME) else 0


def _sitting(row: Procurement, audited: Audited) -> Examined | None:
    """The meeting of that day: of the committee the entry names, or the only one there was."""
    there = [one for one in audited.examined if one.audit.date == row.decided_on and one.audit.stage is Stage.HELD]
    named = [one for one in there if _names(row.decided_by or "", one.audit.committee)]
    if named:
        return named[0]
    return there[0] if len(there) == 1 and not row.decided_by else None


def _names(text: str, committee: str) -> bool:
    """Whether a cell names a committee, in full or by its initials."""
    initials = "".join(word[0] for word in committee.split() if word[0].isupper())
    return committee.casefold() in text.casefold() or (len(initials) > 2 and initials in re.findall(r"\w+", text))


def _of_item(one: Decided, audited: Audited) -> Matter:
    rows = [row for row in audited.case.records.procurements if _MAYBE <= _fit(row, one, _named(row, audited)) < _SURE]
    return Matter(
        on=one.meeting.audit.date,
        row=None,
        paper=None,
        decided=one,
        sitting=one.meeting,
        supplier=_chosen(one),
        bidders=(),
        alike=rows[0] if rows else None,
    )


def _chosen(one: Decided) -> tuple[Party, ...]:
    """Of the parties to an item those to whom its words give the contract, where they say; else all of them.

    In "Elm Street Surgery: direct award to Harbour Care Ltd" the practice is not the supplier.
    """
    parties = one.item.context.parties
    names = [_any_name(party) for party in parties]
    given = [
        party
        for party, name in zip(parties, names, strict=True)
        if re.search(rf"\b(?:to|with|from|by|appoint|appointed|appointment of|engage) (?:the )?{name}", one.words, re.I)
    ]
    return tuple(given) or parties


def _any_name(party: Party) -> str:
    """A pattern of the party's name as written, and of the other names the body's list gives it ("the Federation")."""
    others = party.organisation.aliases if party.organisation is not None else ()
    names = (party.mention, *(re.sub(r"^the ", "", one, flags=re.IGNORECASE) for one in others))
    return rf"(?:{'|'.join(re.escape(name) for name in names)})(?!\w)"


def _named(row: Procurement, audited: Audited) -> tuple[Party, ...]:
    day = row.decided_on or row.begins_on or audited.last_day
    return parties_in(row.supplier, day, audited.knowledge)
