"""Records of votes in tables: who was for and against, who abstained and who was out, by item or within one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from coi_audit.linking.participation.cast import Cast
from coi_audit.linking.participation.columns import people_in, tells_item
from coi_audit.linking.participation.grids import Table
from coi_audit.linking.people.names import plain
from coi_audit.model.evidence import SourceRef


class Vote(StrEnum):
    """What a heading says of those below it."""

    FOR = "for"
    AGAINST = "against"
    ABSTAINED = "abstained"
    OUT = "out"


_HEADINGS = (
    (Vote.OUT, r"^(?:withdr\w+|left|out\b|outside|absent|not (?:in|present)|excluded|recused|away|excused|stepped out"
               r"|members? out|conflicted and (?:out|absent|left|not)|interested and out)"),
    (Vote.ABSTAINED, r"^(?:(?:but |there |present |remained |stayed |in the room )*without (?:a |the )?vote"
                     r"|(?:there |present |remained |stayed |in the room )+not voting"
                     r"|abst\w+|did not vote|not voting|no vote|took no part|non-?voting|not participating)"),
    (Vote.AGAINST, r"^(?:votes? )?(?:against|opposed|no|noes|dissent\w*)$"),
    (Vote.FOR, r"^(?:votes? |voted |voting )?(?:for|in favou?r|ayes?|yes|supported|agreed)$"
               r"|^(?:those |members? )?(?:voted|voting)$"),
)  # fmt: skip
_THERE = re.compile(r"^\W*(?:present|attend\w+|in the (?:room|meeting)|remained|stayed|took part)\b", re.IGNORECASE)
_FOR_A_TIME = re.compile(r"\b(?:from|until|till|before|after|at|since)\b|\d[.:]\d\d", re.IGNORECASE)
_OF_INTERESTS = re.compile(r"\b(?:interests?|conflict\w*)\b", re.IGNORECASE)
_SAID = {
    Vote.FOR: "{} voted in favour",
    Vote.AGAINST: "{} voted against",
    Vote.ABSTAINED: "{} abstained and did not vote",
    Vote.OUT: "{} left the room",
}


@dataclass(frozen=True, slots=True)
class Told:
    """One sentence told by a table, the item's number where the table gives it, and whether it opens the item."""

    item: str
    text: str
    opens: bool
    source: SourceRef


def vote_of(label: str) -> Vote | None:
    """What a heading says of those who stand below it."""
    words = " ".join(re.sub(r"[^a-z' -]", " ", plain(label).casefold()).split())
    return next((kind for kind, pattern in _HEADINGS if re.match(pattern, words)), None)


def tally(table: Table, cast: Cast) -> list[Told] | None:
    """What a table of votes tells; None where the table is none."""
    head = [vote_of(cell) for cell in table.rows[0].cells]
    items = [row.cells[0] for row in table.rows[1:]]
    if not _kinds(head) and table.width > 2 and all(map(tells_item, table.rows[0].cells[1:])):
        return tally(table.turned(), cast)  # a column for each item
    if len(_kinds(head)) > 1 or (
        _kinds(head) == {Vote.OUT} and all(map(tells_item, items)) and _of_people(table, cast)
    ):
        if head[0] is None and not all(tells_item(cell) for cell in items if cell):
            return None
        labels = table.rows[0].cells
        return [
            one
            for row in table.rows[1:]
            for at in range(table.width)
            for one in _cell(labels[at], row.cells[at], "" if head[0] else row.cells[0], row.source, cast)
        ]
    side = [vote_of(row.cells[0]) for row in table.rows]
    if len(_kinds(side)) > 1 and table.width == 2:
        return [one for row in table.rows for one in _cell(row.cells[0], row.cells[1], "", row.source, cast)]
    return None


def _of_people(table: Table, cast: Cast) -> bool:
    """Whether beside the items nothing stands but people: who was present, who withdrew."""
    for at, label in list(enumerate(table.rows[0].cells))[1:]:
        cells = [cell for cell in table.column(at, below=1) if len(cell.strip(" -–/.")) > 1]
        people = all(people_in(cell, cast) or cell.casefold() in ("none", "nil", "n/a") for cell in cells)
        if not people and not _THERE.match(label):
            return False
    return True


def absence(label: str, words: str, source: SourceRef, cast: Cast) -> Told | None:
    """What a column beside an item tells of those who were out: "Not in the room | Dr Rao"."""
    if vote_of(label) is not Vote.OUT or _FOR_A_TIME.search(words):
        return None
    return next(_told(Vote.OUT, words, "", source, cast), None)


def _kinds(labels: Sequence[Vote | None]) -> set[Vote]:
    return {one for one in labels if one is not None}


def _cell(label: str, words: str, item: str, source: SourceRef, cast: Cast) -> Iterator[Told]:
    """What one cell tells: who voted how, or who has an interest."""
    kind = vote_of(label)
    if kind is not None:
        yield from _told(kind, words, item, source, cast, owing=_OF_INTERESTS.search(label) is not None)
    elif _OF_INTERESTS.search(label) and people_in(words, cast):
        yield Told(item, f"Interests declared: {' '.join(words.split())}.", True, source)


def _told(kind: Vote, words: str, item: str, source: SourceRef, cast: Cast, *, owing: bool = False) -> Iterator[Told]:
    people = people_in(words, cast)
    if people:
        names = ", ".join(one.text for one in people[:-1])
        names = f"{names} and {people[-1].text}" if names else people[-1].text
        why = " because of an interest" if owing and kind in (Vote.OUT, Vote.ABSTAINED) else ""
        yield Told(item, f"{_SAID[kind].format(names)}{why}.", kind is Vote.OUT, source)
