"""Registers of interests: what is held, by whom, from when to when, and when it was declared."""

from __future__ import annotations

from datetime import date

from sqlmodel import Field

from coi_audit.model.dates import PartialDate
from coi_audit.model.evidence import Recorded, SourceRef
from coi_audit.model.words import InterestCategory


class Interest(Recorded):
    """One interest of one person, one row (or one part of a cell) of one register edition.

    `category` of an indirect interest is the underlying one. `relationship` is the register's own words for whose
    interest it is ("wife", "brother-in-law"), None where it is the person's own or not said.
    `held_until` None with `until_text` "current" or blank means still held.
    """

    person: str = Field(min_length=1)
    position: str | None = None
    organisation: str = ""  # as written; may be empty where only the nature is told
    nature: str = ""
    category: InterestCategory | None = None
    direct: bool | None = None
    relationship: str | None = None
    held_from: PartialDate | None = None
    held_until: PartialDate | None = None
    from_text: str = ""
    until_text: str = ""
    declared_on: date | None = None
    further_declarations: tuple[date, ...] = ()  # later days on which rows that say the same were declared
    aware_on: date | None = None
    share_percent: float | None = None
    mitigation: str | None = None
    edition: date | None = None  # date of the register it stands in
    source: SourceRef

    @property
    def words(self) -> str:
        """Nature and organisation, as findings name an interest; an organisation the nature names is said once."""
        named = bool(self.nature) and self.organisation.casefold() in self.nature.casefold()
        return self.nature if named else ", ".join(part for part in (self.nature, self.organisation) if part)

    @property
    def key(self) -> str:
        """Stable name of this record within its case: file, sheet or table, row and part."""
        ref = self.source
        place = ref.row if ref.row is not None else (ref.line if ref.line is not None else ref.paragraph)
        within = ref.sheet or (f"table {ref.table}" if ref.table is not None else "")
        return f"{ref.file}#{within}!{place}:{ref.column or ''}"


class NilReturn(Recorded):
    """Somebody told that there is nothing to declare."""

    person: str = Field(min_length=1)
    position: str | None = None
    on: date | None = None
    edition: date | None = None
    source: SourceRef


class Register(Recorded):
    """One edition of a register of interests."""

    file: str
    edition: date | None = None
    edition_from: str = ""  # in words: "the file's name", 'the heading "as at 1 April 2017"'
    public: bool | None = None  # the published register, or (False) the body's own full one; None: it does not say
    columns: tuple[str, ...] = ()  # which known fields had a column: person, position, organisation, category, ...
    interests: tuple[Interest, ...] = ()
    nil_returns: tuple[NilReturn, ...] = ()
    source: SourceRef

    @property
    def people(self) -> tuple[str, ...]:
        """Everybody the edition lists, as written there, each spelling once, sorted."""
        return tuple(sorted({one.person for one in self.interests} | {one.person for one in self.nil_returns}))
