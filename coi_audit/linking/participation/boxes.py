"""Interests told under labels, line by line or in a table of two columns: "Declared by: ...", "Action taken: ..."."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from coi_audit.linking.participation.cast import Cast, Mention
from coi_audit.linking.participation.columns import Holds, heading, people_in
from coi_audit.linking.participation.entries import Entry, Layout, in_full, nothing
from coi_audit.linking.participation.grids import Row, Table
from coi_audit.linking.people.names import plain
from coi_audit.model.evidence import SourceRef
from coi_audit.model.meetings import Passage

_LABELLED = re.compile(r"^\W*(?P<label>[^\W\d][^:|\d]{1,45}?)\s*(?::|\s-\s)\s*(?P<value>\S.*)$", re.DOTALL)
_OF_INTERESTS = re.compile(r"\b(?:interests?|conflict\w*|declar\w+|co[in]s?|doi)\b", re.IGNORECASE)
_MOST = 0.6  # of a table's rows that must begin with such a label
_PASSIVE = re.compile(
    r"(?:excluded|excused|asked|allowed|permitted|invited|recused|withdrawn|required|muted|removed|absent|out|outside|not)\b"
    r"(?!\s+(?:himself|herself|themsel\w+))",
    re.IGNORECASE,
)
_NOTED = re.compile(
    r"(?:noted|recorded|no (?:further |other )?action|none (?:required|needed)|accepted)\b", re.IGNORECASE
)


@dataclass(slots=True)
class _Record:
    """What one block tells, label by label."""

    source: SourceRef
    told: dict[Holds, list[str]] = field(default_factory=dict)

    def words(self, kind: Holds) -> str:
        return " | ".join(one for one in self.told.get(kind, []) if not nothing(one))


def labelled(passage: Passage) -> tuple[Holds, str, str] | None:
    """What a line with a label holds, its label and its words; None for any other paragraph."""
    alone = passage.source.table is None or passage.column is not None
    found = _LABELLED.match(plain(passage.text)) if alone else None
    kind = heading(found["label"]) if found else None
    return (kind, found["label"], found["value"].strip()) if found and kind is not None else None


def labelled_words(passage: Passage) -> tuple[str, str] | None:
    """The label of a line and the words behind it, whatever the label; None for any other paragraph."""
    found = _LABELLED.match(plain(passage.text))
    return (found["label"], found["value"].strip()) if found else None


def runs_of(passages: Sequence[Passage], *, fewest: int = 2) -> Iterator[Table]:
    """Neighbouring lines with labels, at least so many, as tables of two columns."""
    rows: list[Row] = []
    for at, passage in enumerate((*passages, None)):
        found = labelled(passage) if passage is not None else None
        if found is not None and passage is not None:
            rows.append(Row((found[1], found[2]), passage.source))
            continue
        if len(rows) >= fewest:
            yield Table(tuple(rows), at - len(rows), at)
        rows = []


def block_entries(table: Table, layout: Layout) -> list[Entry] | None:
    """The entries of a table whose first column holds labels; each further column, or a label again, begins another."""
    kinds = [heading(row.cells[0]) for row in table.rows]
    known = {kind for kind in kinds if kind is not None}
    if Holds.PERSON not in known or not known & {Holds.ITEM, Holds.NATURE, Holds.DEED}:
        return None
    if sum(kind is not None for kind in kinds) < _MOST * len(kinds):
        return None
    found: list[Entry] = []
    for at in range(1, table.width):
        for one in _records(table, kinds, at):
            found += layout.entries_of(
                one.words(Holds.PERSON),
                one.words(Holds.ITEM),
                one.words(Holds.NATURE),
                one.words(Holds.DEED),
                one.source,
            )
    return found or None


def _records(table: Table, kinds: Sequence[Holds | None], at: int) -> Iterator[_Record]:
    """The blocks of one column: another begins where the first label of a block comes again."""
    first = next(kind for kind in kinds if kind is not None)
    record: _Record | None = None
    for row, kind in zip(table.rows, kinds, strict=True):
        if kind is None or not row.cells[at]:
            continue
        if record is None or (kind is first and first in record.told):
            if record is not None:
                yield record
            record = _Record(row.source)
        record.told.setdefault(kind, []).append(row.cells[at])
    if record is not None:
        yield record


def told_at_item(entry: Entry) -> Iterator[tuple[str, str, SourceRef]]:
    """An entry of a table within one item as the lines of a box."""
    yield "Interests declared", f"{entry.who}: {entry.nature or 'interest declared'}", entry.source
    if entry.deed:
        yield "Action taken", entry.deed, entry.source


def box_rows(table: Table) -> list[tuple[str, str, SourceRef]]:
    """The lines of a box within an item: labels with their words, or "Interests | Dr Rao: partner | Left the room"."""
    if table.width == 2:
        return [(row.cells[0], row.cells[1], row.source) for row in table.rows]
    if table.width > 4 or not _OF_INTERESTS.search(table.rows[0].cells[0]) or not heading(table.rows[0].cells[0]):
        return []
    found: list[tuple[str, str, SourceRef]] = []
    label = ""
    for row in table.rows:
        label = row.cells[0] or label
        found.append((label, row.cells[1], row.source))
        found += [("Action taken", cell, row.source) for cell in row.cells[2:] if cell]
    return found


def box_at_item(
    rows: Sequence[tuple[str, str, SourceRef]], cast: Cast, keys: Mapping[str, str] | None = None
) -> list[Passage] | None:
    """What a box, or lines, within one item tell of interests in it and of what was done, in sentences.

    `rows` are labels with their words. None where they tell of no interest of anybody.
    """
    found: list[Passage] = []
    people: list[Mention] = []
    for label, words, source in rows:
        kind, own = heading(label), people_in(words, cast)
        if kind in (Holds.NATURE, Holds.PERSON) and _OF_INTERESTS.search(label) and (own or nothing(words)):
            people = own
            found.append(_sentence(f"Interests declared: {words}", source))
            found += [_sentence(one, source) for one in _coded(words, cast, keys or {})]
        elif kind is Holds.DEED and people and not nothing(words):
            found.append(_sentence(done_by(people, words, cast), source))
        elif found:
            found.append(_sentence(f"{label}: {words}", source))
        else:
            return None
    return found if any(one.text.startswith("Interests declared: ") for one in found) else None


def _coded(words: str, cast: Cast, keys: Mapping[str, str]) -> Iterator[str]:
    """What letters behind names tell, where a key explains them: "AR (O), TV (P)"."""
    for one in re.finditer(r"(?P<who>[^,;()]+?)\s*[(\[](?P<code>[A-Z]{1,2}\d?|\d)[)\]]", words):
        people = people_in(one["who"], cast) if one["code"] in keys else []
        if people:
            yield done_by(people, keys[one["code"]], cast)


def done_by(people: Sequence[Mention], words: str, cast: Cast) -> str:
    """What was done, with whoever did it before it where the words do not say: "Dr Rao left for the item"."""
    first = re.match(r"\W*(?P<word>[\w']+)", words)
    if people_in(words, cast) or first is None:
        return words
    names = " and ".join(one.text for one in people)
    if first["word"].casefold() in ("both", "all", "they", "each", "he", "she", "it", "the", "as", "in", "being"):
        return words
    rest = in_full(words[0].lower() + words[1:])
    rest = f"took {rest}" if first["word"].casefold() == "part" else rest
    if _NOTED.match(words):
        return f"The interest of {names} was noted ({rest})"
    return f"{names} {'was ' if _PASSIVE.match(words) and len(people) == 1 else ''}{rest}"


def _sentence(text: str, source: SourceRef) -> Passage:
    stopped = text if text.endswith((".", "!", "?")) else f"{text}."
    return Passage(text=stopped, source=source.model_copy(update={"table": None, "row": None, "text": text}))
