"""Everything kept on one person, as it is handed to them: tables of what the papers tell, third parties masked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from coi_audit.model.letting_go import Limits


@dataclass(frozen=True, slots=True)
class Column:
    """One column. `share` is its part of a printed page's width, in hundredths."""

    key: str
    title: str
    share: int


@dataclass(frozen=True, slots=True)
class Section:
    """One table; `note` says what is in it and where it comes from. A row has a value for each column."""

    key: str
    title: str
    note: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str | date | None, ...], ...]


@dataclass(frozen=True, slots=True)
class PersonFile:
    """What one body keeps on one person. `names` are all the ways they are written; `masked` counts names of others
    that were taken out; `unsure` are names, and the places where they stand, that may be somebody else's and were left
    out; `remarks` are for whoever hands it over.
    """

    body: str
    person: str
    names: tuple[str, ...]
    on: date
    limits: Limits
    sections: tuple[Section, ...]
    masked: int
    unsure: tuple[str, ...]
    remarks: tuple[str, ...]

    @property
    def entries(self) -> int:
        """How many rows there are in all."""
        return sum(len(one.rows) for one in self.sections)
