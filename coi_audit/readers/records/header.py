"""The heading row or rows of a table of records: where they stand, and which field each column holds."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from coi_audit.readers.grid import GridCell
from coi_audit.readers.records.headings import IGNORED, HeadingRead, read_heading
from coi_audit.readers.records.values import fold, read_day

MAX_HEADER_ROWS = 3
_LEAST_FIELDS = 2
_KNOWN_SHARE = 0.5  # of the headings of a row must be known, else it is a row like any other
_MANY_FIELDS = 4  # known fields make a header, whatever else stands beside them
_WORDS_IN_A_HEADING = 30

Row = Sequence[GridCell]


@dataclass(frozen=True, slots=True)
class RecordHeader:
    """`row` is where it begins (from 0). `fields` and `headings` go column by column; a field is None where unknown."""

    row: int
    height: int
    fields: tuple[str | None, ...]
    headings: tuple[str, ...]

    @property
    def known(self) -> frozenset[str]:
        return frozenset(name for name in self.fields if name is not None and name != IGNORED)

    @property
    def certain(self) -> bool:
        """Whether nearly every heading is known and none is a mere word among others."""
        headed = [name for name, heading in zip(self.fields, self.headings, strict=True) if heading]
        return len(self.known) >= 3 and sum(name is not None for name in headed) >= 0.8 * len(headed)


def header_at(kind: str, rows: Sequence[Row], at: int) -> RecordHeader | None:
    """The header that begins in row `at` (from 0), or None."""
    if not _may_head(rows[at]):
        return None
    height = 1
    while height < MAX_HEADER_ROWS and at + height < len(rows) and _continues(kind, rows, at, height):
        height += 1
    read = [_column(kind, rows, at, height, column) for column in range(len(rows[at]))]
    found = RecordHeader(at, height, tuple(one[0] for one in read), tuple(one[1] for one in read))
    headed = sum(1 for heading in found.headings if heading)
    share = sum(name is not None for name in found.fields) / headed if headed else 0.0
    if len(found.known) >= _MANY_FIELDS or (len(found.known) >= _LEAST_FIELDS and share >= _KNOWN_SHARE):
        return found
    return None


def _may_head(row: Row) -> bool:
    """Whether a row could hold headings: at least two cells of their own words, no days or numbers, nothing long."""
    own = [cell for cell in row if cell.text and not cell.repeated]
    return len(own) >= _LEAST_FIELDS and not any(_is_value(cell) for cell in own)


def _is_value(cell: GridCell) -> bool:
    if not isinstance(cell.value, str):
        return True
    text = " ".join(cell.text.split())
    number = re.fullmatch(r"[£\d.,\s%]+", text) is not None
    return number or len(text.split()) > _WORDS_IN_A_HEADING or read_day(text, text).value is not None


def _continues(kind: str, rows: Sequence[Row], at: int, height: int) -> bool:
    """Whether the next row still belongs to the header: all its own words are headings, under a wider one."""
    below, above = rows[at + height], rows[at]
    new = [column for column, cell in enumerate(below) if cell.text and cell.text != above[column].text]
    if not new:
        return any(cell.repeated for cell in below) and any(cell.text for cell in below)
    if any(_is_value(below[column]) for column in new):
        return False
    under_a_wider = all(not above[column].text or above[column].repeated or _spans(above, column) for column in new)
    return under_a_wider and all(
        read_heading(kind, below[column].text, above=_wide(above, column)) is not None for column in new
    )


def _spans(row: Row, column: int) -> bool:
    """Whether a heading reaches over the column to its right: merged with it, or that one stands empty."""
    following = row[column + 1] if column + 1 < len(row) else None
    return following is not None and (following.repeated or not following.text)


def _wide(row: Row, column: int) -> str:
    """The heading over a lower one; an empty place takes the words to its left."""
    while column > 0 and not row[column].text:
        column -= 1
    return row[column].text


def _column(kind: str, rows: Sequence[Row], at: int, height: int, column: int) -> tuple[str | None, str]:
    texts = [rows[at + down][column].text for down in range(height)]
    if height > 1 and not texts[0] and any(texts[1:]):
        texts[0] = _wide(rows[at], column)
    texts = [text for number, text in enumerate(texts) if text and text not in texts[:number]]
    if not texts:
        return None, ""
    found = read_heading(kind, texts[-1], above=" ".join(texts[:-1]))
    return found.field if found else None, ", ".join(" ".join(text.split()) for text in texts)


def same_headings(row: Row, header: RecordHeader) -> bool:
    """Whether a row repeats the header's words, as on every page of a long table."""
    words = {fold(cell.text) for cell in row if cell.text}
    known = {fold(part) for heading in header.headings for part in (heading, *heading.split(", ")) if heading}
    return len(words) >= _LEAST_FIELDS and words <= known


def read_label(kind: str, text: str) -> HeadingRead | None:
    """A label of a form, such as "Date of offer:"; a question number before it does not count."""
    bare = re.sub(r"^\s*\(?(?:\d{1,2}|[a-z])[.)]\s+", "", text)
    return read_heading(kind, bare.rstrip(" :?")) if len(bare.split()) <= _WORDS_IN_A_HEADING else None
