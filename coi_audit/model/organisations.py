"""Organisations, from the national lists and from the body's own local facts, and what a name resolved to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlmodel import Field

from coi_audit.model.answers import Said
from coi_audit.model.evidence import Recorded, SourceRef
from coi_audit.model.words import Match, OrganisationKind


class Organisation(Recorded):
    """One organisation as one list edition or one local fact gives it. Days are included at both ends."""

    name: str = Field(min_length=1)
    kind: OrganisationKind = OrganisationKind.COMPANY
    ods_code: str | None = None
    aliases: tuple[str, ...] = ()
    company_number: str | None = None
    members: tuple[str, ...] = ()  # names or codes of member practices (PCN, federation)
    owners: tuple[str, ...] = ()  # names of people or organisations
    premises_owner: str | None = None
    commissioner: str | None = None  # ODS code of the CCG or sub-ICB location
    joined_commissioner: date | None = None
    left_commissioner: date | None = None
    address: tuple[str, ...] = ()
    postcode: str | None = None
    opened: date | None = None
    closed: date | None = None
    status: str = "active"
    edition: date | None = None  # of the list it was read from; None for a local fact
    source: SourceRef


@dataclass(frozen=True, slots=True)
class ListEdition:
    """One national list file that was used, or was there and was not."""

    path: str
    sha256: str
    kind: str  # practices | commissioners | trusts | pcns | pcn_members | unused
    edition: date | None
    edition_from: str  # in words: "the month in the file's name", "the newest open or close date in it"
    rows: int
    used: bool


def no_list_among(editions: Sequence[ListEdition]) -> str | None:
    """The sentence for a folder of lists that holds none, in plain words; None where a list was used or none asked."""
    if not editions or any(one.used for one in editions):
        return None
    there = "; ".join(f"{one.path}: {one.edition_from}" for one in editions)
    return (
        f"No NHS organisation list was found in the folder of lists ({there}). "
        "Names of practices were looked up without a list: in what the body's own papers say, and nowhere else."
    )


@dataclass(frozen=True, slots=True)
class Candidate:
    ods_code: str | None
    name: str
    why: str


@dataclass(frozen=True, slots=True)
class Resolution:
    """What a name was taken for. `organisation` is set only when `outcome` is matched."""

    mention: str
    outcome: Match
    organisation: Organisation | None = None
    candidates: tuple[Candidate, ...] = ()
    because: str = ""
    answered: tuple[Said, ...] = ()  # who said so, where a person's answer decided
    likely: bool = False  # matched though no list has it written so: nobody else of the area can be meant

    @property
    def ods_code(self) -> str | None:
        return self.organisation.ods_code if self.organisation else None

    @property
    def name(self) -> str | None:
        return self.organisation.name if self.organisation else None


@dataclass(frozen=True, slots=True)
class FoundName:
    """A known organisation's name standing in a text: `text[start:end]` is the mention."""

    start: int
    end: int
    resolution: Resolution
