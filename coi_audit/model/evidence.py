"""Where a fact was read, and what could not be read: every recorded thing carries a `SourceRef`."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Self

from pydantic import ConfigDict
from sqlmodel import SQLModel


class Recorded(SQLModel):
    """Base of everything read from a paper: validated on creation, unchangeable after, no unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=False)  # type: ignore[assignment]

    def __new__(cls, *_: object, **__: object) -> Self:
        """An empty one. What SQLModel sets here for its tables validation sets again, at a quarter of the cost."""
        return object.__new__(cls)


class SourceRef(Recorded):
    """The place one fact was read.

    `file` is relative to the case folder, with forward slashes. `row` is the sheet's or table's own row number,
    from 1; `paragraph` counts a document's paragraphs outside tables, from 1; `table` its tables; `page` from 1;
    `line` of a text or YAML file from 1. `column` is the heading or the cell's letter. `text` is the cell or
    sentence as it stands there.
    """

    file: str
    sheet: str | None = None
    page: int | None = None
    table: int | None = None
    paragraph: int | None = None
    row: int | None = None
    column: str | None = None
    line: int | None = None
    text: str = ""

    def place(self) -> str:
        """The place in words: `register.xlsx, sheet "GB", row 14, "From"`."""
        place = self.file if self.sheet is None else f'{self.file}, sheet "{self.sheet}"'
        if self.page is not None:
            place = f"{place}, page {self.page}"
        if self.table is not None:
            place = f"{place}, table {self.table}"
        if self.paragraph is not None:
            place = f"{place}, paragraph {self.paragraph}"
        if self.row is not None:
            place = f"{place}, row {self.row}"
        if self.line is not None:
            place = f"{place}, line {self.line}"
        return place if self.column is None else f'{place}, "{self.column}"'


def each_once(refs: Iterable[SourceRef]) -> tuple[SourceRef, ...]:
    """The places in their order, equal ones once."""
    kept: list[SourceRef] = []
    for ref in refs:
        for one in kept:
            if ref is one or (ref.row == one.row and ref.text == one.text and ref == one):
                break
        else:
            kept.append(ref)
    return tuple(kept)


class Rejected(Recorded):
    """Something in a paper that was not understood: it is counted and shown, never dropped."""

    file: str
    place: str  # within the file: 'sheet "GB", row 14, "From"'; empty for the whole file
    value: str
    problem: str
    fix: str

    def sentence(self) -> str:
        """One line for a governance officer."""
        where = ", ".join(part for part in (self.file, self.place) if part)
        shown = f': "{self.value}"' if self.value else ":"
        return f"{where}{shown} {self.problem}. To fix: {self.fix}"


class InputFile(Recorded):
    """One paper of the case folder: what it was taken for and how much of it was understood."""

    path: str  # relative to the folder, forward slashes
    sha256: str
    kind: str  # body | register | agenda | minutes | attendance | decisions | organisations | unknown ...
    rows_read: int = 0
    rows_rejected: int = 0
    nil_returns: int = 0
    edition: date | None = None  # of a register or an organisation list
