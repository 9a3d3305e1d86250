"""Minutes in which interests are told in tables or blocks of labels, turned into rows that read like any other."""

from __future__ import annotations

from collections.abc import Sequence

from coi_audit.linking.item_sections import opens_declarations
from coi_audit.linking.participation_cast import Cast
from coi_audit.linking.participation_entries import Entry, Layout
from coi_audit.linking.participation_grids import Table, tables_of
from coi_audit.linking.participation_keys import is_key, keys_of
from coi_audit.linking.participation_nearest import places_of
from coi_audit.model.meetings import Minutes, MinutesSection, Passage

_HEAD = "Member | Agenda item | Interest | Action taken"


def laid_out(paper: Minutes, cast: Cast) -> Minutes:
    """The same minutes, worked out once; the passages of tables of interests are an entry each, with their places."""
    return cast.people.once("laid out", (paper, cast.words), lambda: _Laying(paper, cast).minutes())


class _Laying:
    def __init__(self, paper: Minutes, cast: Cast) -> None:
        self.paper = paper
        self.cast = cast

    def minutes(self) -> Minutes:
        sections = tuple(self._section(one) for one in self.paper.sections)
        if all(new is old for new, old in zip(sections, self.paper.sections, strict=True)):
            return self.paper
        return self.paper.model_copy(update={"sections": sections})

    def _section(self, section: MinutesSection) -> MinutesSection:
        if not opens_declarations(section.title, self.cast.words):
            return section
        tables = list(tables_of(section.passages))
        layout = Layout(self.cast, keys_of(section.passages, tables), self._title)
        passages = list(section.passages)
        for table in reversed(tables):
            entries = None if is_key(table) else layout.entries(table, sure=True)
            if entries is not None:
                passages[table.start : table.end] = _rows(entries, table)
        if passages == list(section.passages):
            return section
        return section.model_copy(update={"passages": tuple(passages)})

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
