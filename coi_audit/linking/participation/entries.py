"""Tables of interests, however laid out, read as entries: who, on which item, of what nature, what was done."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from coi_audit.linking.items.sections import references
from coi_audit.linking.participation.cast import Cast
from coi_audit.linking.participation.columns import (
    Columns,
    Holds,
    heading,
    mostly_items,
    mostly_people,
    people_in,
    people_told,
    tells_item,
    words_behind,
)
from coi_audit.linking.participation.grids import Row, Table
from coi_audit.linking.participation.keys import meaning
from coi_audit.linking.people.names import plain
from coi_audit.model.evidence import SourceRef

_NOTHING = re.compile(
    r"^\W*(?:n/?a|nil|none|no|not applicable|no (?:interests?|conflicts?|declarations?|action)|0)?\W*$", re.IGNORECASE
)
_TICK = re.compile(r"^\W*(?:[✓✔√☑●xX×]|y|yes|declared|di|pi)?\W*$", re.IGNORECASE)
_IN_FULL = re.compile(
    r"^\W*(?:(?:took|taking|takes?) (?:a )?(?:full )?part|full\w*|present|participat\w+|attended|in|in the room|voted"
    r"|p|f|y|yes|[✓✔√])\W*(?:part|participation|(?:and )?voted|throughout)?\W*$",
    re.IGNORECASE,
)
_OF_INTERESTS = re.compile(r"\b(?:interests?|conflict\w*|declar\w+|disclos\w+)\b", re.IGNORECASE)
_TALK_ONLY = re.compile(
    r"\b(?:discuss\w*|debate\w*|talk)\s+only\b|\bonly (?:in|for) (?:the )?(?:discussion|debate)\b"
    r"|\bnot (?:in|for) (?:the )?(?:decision|vote)\b|(?:\bbut|,) no (?:part in (?:the )?)?(?:decision|vote)\b",
    re.IGNORECASE,
)
_INTENDED = re.compile(
    r"\b(?:to|may|can|could|should|will|would|must|asked|agreed|permitted|allowed|invited)\b", re.IGNORECASE
)
_CLAUSES = re.compile(r"\s*[;.|]\s*|,?\s+and\s+(?=[a-z]+(?:ed|t|k|w|id|ew)\b)")
_A_SENTENCE = 3  # words behind somebody's name that tell more than a post
_PLACED = (Holds.PERSON, Holds.ITEM, Holds.DEED)
_FEWEST = 2  # items or people across the head of a matrix


@dataclass(frozen=True, slots=True)
class Entry:
    """One person's interest in one item, in the table's own words; `item` is its number, or its title."""

    who: str
    item: str
    nature: str
    deed: str
    source: SourceRef

    def text(self) -> str:
        """The entry as a row: person, item, interest, what was done."""
        if not self.who:  # a row in sentences, or one that names nobody known
            return f"{self._named()}{self.nature}"
        if not self.item:
            cells = [self.who, self.nature or "interest declared", self.deed]
        elif not tells_item(self.item):  # an item without a number is told by its title, in words
            cells = [f"{self.who} declared an interest in {self.item}", self.nature, self.deed]
        else:
            cells = [self.who, self.item, self.nature or "interest declared", self.deed]
        return " | ".join(cell.replace("|", "/").replace("\n", "; ") for cell in cells if cell)

    def _named(self) -> str:
        if not self.item:
            return ""
        number = re.match(r"(?:agenda\s+)?items?\b", self.item, re.IGNORECASE)
        return f"Item {self.item}: " if tells_item(self.item) and not number else f"{self.item}: "


def in_full(deed: str) -> str:
    """What was done, with words that a table leaves out: "discussion only" is no part in a decision."""
    left_out = _TALK_ONLY.search(deed) and not _INTENDED.search(deed)
    return f"{deed}; did not take part in the decision" if left_out else deed


def nothing(cell: str) -> bool:
    """Whether a cell says that there is nothing to say."""
    return _NOTHING.match(cell) is not None


@dataclass(frozen=True, slots=True)
class Layout:
    """What is needed to read the tables of one paper."""

    cast: Cast
    keys: Mapping[str, str]
    title: Callable[[str], str | None]  # the number or title of the item that words speak of

    def item_of(self, cell: str) -> str | None:
        """The item that a cell names by its number or by its title."""
        text = " ".join(cell.split())
        return text if tells_item(text) else (self.title(text) if text else None)

    def entries(self, table: Table, *, sure: bool) -> list[Entry] | None:
        """The entries of a table, None where it is none of interests.

        `sure` where a heading says that interests are told here; elsewhere the table's own headings must.
        """
        found = (self._matrix(table) or self._matrix(table.turned(), table)) if sure else None
        if found:
            return found
        columns = self.columns(table, sure=sure)
        return None if columns is None or columns.item is None else list(self._rows(table, columns))

    def at_item(self, table: Table) -> list[Entry] | None:
        """The entries of a table within one item, its headings telling of people and of interests; else None."""
        columns = self.columns(table, sure=True)
        if columns is None or columns.header is None or columns.item is not None:
            return None
        kinds = [heading(cell) for cell in table.rows[columns.header].cells]
        told = kinds[columns.people] is Holds.PERSON and (Holds.NATURE in kinds or len(kinds) == 2)
        return list(self._rows(table, columns)) if told else None

    def _matrix(self, table: Table, read: Table | None = None) -> list[Entry] | None:
        """People down and items across; a cell tells of that person at it. `read` is the table before it was turned."""
        head, body = table.rows[0], table.rows[1:]
        items = {at: item for at, cell in enumerate(head.cells) if at and (item := self.item_of(cell))}
        others = [at for at, cell in enumerate(head.cells) if at and cell and at not in items]
        names = [row.cells[0] for row in body if row.cells[0]]
        aside = all(heading(head.cells[at]) in (Holds.ASIDE, Holds.NATURE) for at in others)
        if len(items) < _FEWEST or not aside or not names or not mostly_people(names, self.cast):
            return None
        full = self._full(body, list(items))
        found: list[Entry] = []
        for row in body:
            nature = " | ".join(row.cells[at] for at in others if heading(head.cells[at]) is Holds.NATURE)
            for at, item in items.items():
                said = meaning(row.cells[at], self.keys)
                if (
                    row.cells[at] != full
                    and not nothing(said)
                    and not (said == row.cells[at] and said.casefold() == "x" and self._ticked(table))
                ):
                    deed = "" if _TICK.match(said) else said
                    source = row.source if read is None else read.rows[at].source
                    found += self._each(row.cells[0], item, nature, deed, source)
        return found

    def _full(self, rows: Sequence[Row], columns: Sequence[int]) -> str | None:
        """What a table of everybody's part in every item says of most of them: that they took part in full."""
        cells = [row.cells[at] for row in rows for at in columns]
        said, times = Counter(cells).most_common(1)[0]
        told = _IN_FULL.match(meaning(said, self.keys)) is not None
        return said if told and all(cells) and times * 2 > len(cells) else None

    def _ticked(self, table: Table) -> bool:
        return any(cell in ("✓", "✔", "√") for row in table.rows for cell in row.cells)

    def columns(self, table: Table, *, sure: bool) -> Columns | None:
        """What the columns of a table of interests hold, None where it is none."""
        header, kinds = self._headings(table)
        if header is None and not sure:
            return None
        first = 0 if header is None else header + 1
        cells = [table.column(at, below=first) for at in range(table.width)]
        people = self._best(Holds.PERSON, kinds, [mostly_people(own, self.cast) for own in cells])
        if people is None:
            return None
        numbered = [at != people and self._are_items(own) for at, own in enumerate(cells)]
        item = self._best(Holds.ITEM, kinds, numbered)
        of_interests = header is not None and (
            any(map(_OF_INTERESTS.search, table.rows[header].cells)) or {Holds.NATURE, Holds.DEED} <= set(kinds)
        )
        if not sure and (kinds[people] is not Holds.PERSON or item is None or not of_interests):
            return None
        rest = [at for at in range(table.width) if at not in (people, item)]
        deeds = tuple(at for at in rest if kinds[at] is Holds.DEED or self._coded(cells[at]))
        others = tuple(
            at for at in rest if at not in deeds and kinds[at] not in _PLACED and not self._counts(cells[at])
        )
        told = any(kinds[at] in (Holds.NATURE, Holds.DEED) for at in rest)
        return Columns(people, item, others, deeds, header) if told or sure else None

    def _headings(self, table: Table) -> tuple[int | None, list[Holds | None]]:
        """The row of headings among the first, and what each column holds by it."""
        for index, row in enumerate(table.rows[:3]):
            kinds = [heading(cell) for cell in row.cells]
            known = {kind for kind in kinds if kind is not None}
            named = any(people_in(cell, self.cast) for cell in row.cells if cell)
            if (
                len(known) > 1
                and known & {Holds.PERSON, Holds.ITEM}
                and not named
                and not any(tells_item(cell) for cell in row.cells)
            ):
                return index, kinds
        return None, [None] * table.width

    @staticmethod
    def _best(kind: Holds, kinds: Sequence[Holds | None], fits: Sequence[bool]) -> int | None:
        """The column that both heading and cells say holds it, else the one of which only the cells do."""
        both = [at for at, fit in enumerate(fits) if fit and kinds[at] is kind]
        cells = [at for at, fit in enumerate(fits) if fit and kinds[at] in (None, Holds.NATURE)]
        mixed = [at for at, fit in enumerate(fits) if fit and kinds[at] is Holds.DEED and kind is Holds.PERSON]
        return next(iter(both or cells or mixed), None)

    def _are_items(self, cells: Sequence[str]) -> bool:
        if mostly_items(cells):
            return True
        known = [self.item_of(cell) is not None for cell in cells]
        return bool(known) and sum(known) * 3 >= len(known) * 2

    def _coded(self, cells: Sequence[str]) -> bool:
        """Whether a column holds nothing but codes that a key explains, whatever its heading."""
        said = [cell for cell in cells if not nothing(cell)]
        return bool(said) and all(meaning(cell, self.keys) != plain(cell).strip() for cell in said)

    @staticmethod
    def _counts(cells: Sequence[str]) -> bool:
        """Whether a column only counts the rows."""
        return bool(cells) and all(re.fullmatch(r"\W*\w{0,2}\d{1,2}\W*", cell) for cell in cells)

    def _rows(self, table: Table, columns: Columns) -> Iterator[Entry]:
        who, item = "", ""
        for row in table.rows[columns.first :]:
            who = row.cells[columns.people] or who
            item = (row.cells[columns.item] if columns.item is not None else "") or item
            nature = " | ".join(row.cells[at] for at in columns.others if not nothing(row.cells[at]))
            said = [meaning(row.cells[at], self.keys) for at in columns.deeds]
            deed = " | ".join(one for one in said if not nothing(one))
            named = self.item_of(item) or item
            told = not (nature or deed) and len(words_behind(who, self.cast).split()) >= _A_SENTENCE
            found = [] if told else list(self._each(who, named, nature, deed, row.source))
            if found:
                yield from found
            elif told:
                yield from (Entry("", named, line.strip(), "", row.source) for line in who.split("\n") if line.strip())
            elif any(row.cells):
                yield Entry("", "", " | ".join(row.cells), "", row.source)

    def entries_of(self, who: str, item: str, nature: str, deed: str, source: SourceRef) -> list[Entry]:
        """The entries of one block of labels."""
        return list(self._each(who, self.item_of(item) or item, nature, meaning(deed, self.keys), source))

    def _each(self, who: str, item: str, nature: str, deed: str, source: SourceRef) -> Iterator[Entry]:
        """An entry for each of the people in a cell."""
        for mention, own in people_told(who, self.cast):
            alone = re.sub(r"^(?:both|all|they|each)\s+(?=[a-z])", "", deed, flags=re.IGNORECASE)
            for number, told in _by_item(item, alone):
                yield Entry(mention.text, number, nature or own, in_full(told), source)


def _by_item(item: str, deed: str) -> Iterator[tuple[str, str]]:
    """Each of several items with what was done at it: "left for item 3; did not vote on item 4"."""
    numbers = references(f"items {item}") if tells_item(item) else ()
    clauses = [one for one in _CLAUSES.split(deed) if one]
    named = [references(one) for one in clauses]
    if len(numbers) < 2 or not any(named):
        yield item, deed
        return
    for number in numbers:
        own = [one for one, told in zip(clauses, named, strict=True) if number in told or not told]
        yield number, "; ".join(own)
