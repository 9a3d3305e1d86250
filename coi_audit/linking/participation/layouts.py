"""Minutes in which interests are told in tables or blocks of labels, turned into rows that read like any other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from coi_audit.linking.items.sections import number_forms, opens_declarations
from coi_audit.linking.participation.boxes import (
    block_entries,
    box_at_item,
    box_rows,
    labelled_words,
    runs_of,
    told_at_item,
)
from coi_audit.linking.participation.cast import Cast
from coi_audit.linking.participation.columns import tells_item
from coi_audit.linking.participation.entries import Entry, Layout
from coi_audit.linking.participation.footnotes import noted
from coi_audit.linking.participation.grids import Table, tables_of
from coi_audit.linking.participation.in_cells import entries_in_cells
from coi_audit.linking.participation.keys import key_from, keys_of
from coi_audit.linking.participation.nearest import places_of
from coi_audit.linking.participation.paragraphs import with_names
from coi_audit.linking.participation.references import with_references
from coi_audit.linking.participation.strung import strung_rows
from coi_audit.linking.participation.tallies import Told, absence, tally
from coi_audit.linking.participation.untitled import TITLE, as_declarations, holding_interests
from coi_audit.model.meetings import Minutes, MinutesSection, Passage

_HEADING = 12  # words
_HEAD = "Member | Agenda item | Interest | Action taken"


def laid_out(paper: Minutes, cast: Cast) -> Minutes:
    """The same minutes, worked out once; the passages of tables of interests are an entry each, with their places."""
    return cast.people.once("laid out", (paper, cast.words), lambda: _Laying(_titled(paper, cast), cast).minutes())


def _titled(paper: Minutes, cast: Cast) -> Minutes:
    """The same minutes, where a section without the title of declarations is found to hold them: with that title."""
    if any(opens_declarations(one.title, cast.words) for one in paper.sections):
        return paper
    at = holding_interests(paper, cast)
    return paper if at is None else paper.model_copy(update={"sections": as_declarations(paper.sections, at)})


class _Laying:
    def __init__(self, paper: Minutes, cast: Cast) -> None:
        self.paper = paper
        self.cast = cast
        self.keys: dict[str, str] = {}  # of codes, as the declarations explain them
        self.first: int | None = None  # the first section for declarations
        self.moved: list[Passage] = []  # entries of tables of the whole meeting that stand elsewhere
        self.notes: dict[int, list[Passage]] = {}  # by section: what notes at the foot add to it
        self.left: dict[int, list[Passage]] = {}  # by section: what such notes leave of it
        self.told: dict[int, list[Told]] = {}  # by section: what tables elsewhere tell of it

    def minutes(self) -> Minutes:
        declared = [at for at, one in enumerate(self.paper.sections) if self._declares(one)]
        left, notes = noted(self.paper, declared, self.cast)
        self.first = declared[0] if declared else None
        for at in declared:
            own = self.paper.sections[at].passages
            self.keys |= keys_of(own, list(tables_of(own)), self.cast)
        self.notes = {declared[0]: notes} if declared and notes else {}
        self.left = left if self.notes else {}
        named = with_references(self.paper.sections, declared)
        drafts = [self._section(at, one) for at, one in enumerate(named)]
        sections = tuple(self._with_told(at, one) for at, one in enumerate(drafts))
        if self.moved and self.first is None:
            source = self.moved[0].source
            sections = (*sections, MinutesSection(number="", title=TITLE, passages=tuple(self.moved), source=source))
        elif self.moved:
            sections = tuple(self._with_moved(at, one) for at, one in enumerate(sections))
        if not self.moved and all(new is old for new, old in zip(sections, self.paper.sections, strict=True)):
            return self.paper
        return self.paper.model_copy(update={"sections": sections})

    def _section(self, at: int, section: MinutesSection) -> MinutesSection:
        if at in self.left or at in self.notes:
            passages = (*self.left.get(at, section.passages), *self.notes.get(at, ()))
            section = section.model_copy(update={"passages": passages})
        return self._laid(at, section)

    def _declares(self, section: MinutesSection) -> bool:
        return opens_declarations(section.title, self.cast.words)

    def _laid(self, at: int, section: MinutesSection) -> MinutesSection:
        passages = self._declared(section) if self._declares(section) else self._item(at, section)
        same = len(passages) == len(section.passages) and all(
            new is old for new, old in zip(passages, section.passages, strict=True)
        )
        return section if same else section.model_copy(update={"passages": tuple(passages)})

    def _declared(self, section: MinutesSection) -> list[Passage]:
        """A section for declarations, each entry of its tables and blocks a row."""
        tables = list(tables_of(section.passages))
        layout = Layout(self.cast, keys_of(section.passages, tables, self.cast), self._title)
        passages = list(section.passages)
        tables = [replace(one, rows=one.rows[: key_from(one, self.cast)]) for one in tables]
        found = [(one, layout.entries(one, sure=True) or entries_in_cells(one, layout)) for one in tables if one.rows]
        found = [(one, entries or block_entries(one, layout)) for one, entries in found]
        found += [(one, block_entries(one, layout)) for one in runs_of(section.passages)]
        read = [one for one, entries in found if entries is not None]
        strung = [one for one in strung_rows(section.passages, self.cast) if not any(map(one.overlaps, read))]
        found += [(one, layout.entries(one, sure=True)) for one in strung]
        for table, entries in sorted(found, key=lambda one: -one[0].start):
            if entries is not None:
                above = section.passages[table.start - 1].text if table.start else ""
                if tells_item(above) and len(above.split()) <= _HEADING:  # "Agenda item 3", and a block below it
                    passages[table.start : table.end] = _rows(
                        [replace(one, item=one.item or above.rstrip(" :")) for one in entries], table
                    )
                else:
                    passages[table.start : table.end] = _rows(entries, table)
        return with_names(passages, self.cast, frozenset(one.number for one in self.paper.sections))

    def _item(self, at: int, section: MinutesSection) -> list[Passage]:
        """An item's section: boxes of its own interests in sentences, votes told with the item they were cast on."""
        passages = list(section.passages)
        for table in reversed(list(tables_of(section.passages))):
            votes = tally(table, self.cast)
            for one in votes or ():
                self.told.setdefault(self._place(one.item, at), []).append(one)
            rows = box_rows(table)
            layout = Layout(self.cast, keys_of(section.passages, [table], self.cast), self._title)
            own, whole = layout.at_item(table), layout.entries(table, sure=False)
            if whole:
                self.moved += _rows(whole, table)
            rows = [line for one in own for line in told_at_item(one)] if own else rows
            box = box_at_item(rows, self.cast) if rows and votes is None else None
            if votes is not None or box is not None or whole:
                passages[table.start : table.end] = box or []
        for passage in list(passages):
            found = labelled_words(passage)
            told = absence(*found, passage.source, self.cast) if found else None
            if told is not None:
                self.told.setdefault(at, []).append(told)
                passages.remove(passage)
        for run in reversed(list(runs_of(passages, fewest=1 if self.keys else 2))):
            lines = [(row.cells[0], row.cells[1], row.source) for row in run.rows]
            box = box_at_item(lines, self.cast, self.keys)
            if box is not None:
                passages[run.start : run.end] = box
        return passages

    def _with_told(self, at: int, section: MinutesSection) -> MinutesSection:
        told = self.told.get(at)
        if not told:
            return section
        before = [_sentence(one) for one in told if one.opens]
        after = [_sentence(one) for one in told if not one.opens]
        return section.model_copy(update={"passages": (*before, *section.passages, *after)})

    def _with_moved(self, at: int, section: MinutesSection) -> MinutesSection:
        if at != self.first:
            return section
        return section.model_copy(update={"passages": (*section.passages, *self.moved)})

    def _place(self, item: str, default: int) -> int:
        """The section of an item that a table names by its number."""
        wanted = number_forms(item.strip(), self.paper.on) if item else frozenset()
        sections = enumerate(self.paper.sections)
        return next((at for at, one in sections if wanted & number_forms(one.number, self.paper.on)), default)

    def _title(self, words: str) -> str | None:
        """The number, or else the title, of the item that a cell speaks of."""
        place = places_of(self.paper, self.cast.people, self.cast.words).nearest(words)
        section = None if place is None else self.paper.sections[place]
        return None if section is None else section.number or section.title


def _rows(entries: Sequence[Entry], table: Table) -> list[Passage]:
    """A heading and a row for each entry."""
    first = table.rows[0].source
    return [
        Passage(text=text, source=source.model_copy(update={"text": text}))
        for text, source in ((_HEAD, first), *((one.text(), one.source) for one in entries))
    ]


def _sentence(told: Told) -> Passage:
    place = told.source.model_copy(update={"table": None, "row": None, "text": told.text})
    return Passage(text=told.text, source=place)
