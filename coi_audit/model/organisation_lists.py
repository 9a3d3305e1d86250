"""National organisation lists as read: light rows, and `Organisation` records only for what is used."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from coi_audit.model.evidence import Rejected, SourceRef
from coi_audit.model.organisations import ListEdition, Organisation
from coi_audit.model.words import OrganisationKind


class ListKind(StrEnum):
    """What a list file holds; the value is what `ListEdition.kind` prints."""

    PRACTICES = "practices"
    BRANCHES = "branches"
    COMMISSIONERS = "commissioners"
    TRUSTS = "trusts"
    PCNS = "pcns"
    PCN_MEMBERS = "pcn_members"
    UNUSED = "unused"


_KINDS = {
    ListKind.PRACTICES: OrganisationKind.PRACTICE,
    ListKind.BRANCHES: OrganisationKind.PRACTICE,
    ListKind.TRUSTS: OrganisationKind.TRUST,
    ListKind.PCNS: OrganisationKind.PCN,
}


class ListRow(NamedTuple):
    """One row of one edition. Days are included at both ends; None is open.

    `parent` is the commissioner of a practice, PCN or trust, the practice of a branch, the PCN of a membership, and
    the ICB of a commissioner. `joined` and `left` are the days the row gives for that tie.
    """

    kind: ListKind
    code: str
    name: str
    parent: str | None = None
    joined: date | None = None
    left: date | None = None
    address: tuple[str, ...] = ()
    postcode: str | None = None
    opened: date | None = None
    closed: date | None = None
    status: str = "active"
    other_names: tuple[str, ...] = ()
    edition: date = date.min
    file: str = ""
    sheet: str | None = None
    row: int = 0

    def source(self) -> SourceRef:
        """The place the row was read, with its code and name as text."""
        return SourceRef(file=self.file, sheet=self.sheet, row=self.row, text=f"{self.code} {self.name}")

    def organisation(self) -> Organisation:
        """The row as a validated record; a commissioner's or a membership's row has none (`ValueError`)."""
        if self.kind not in _KINDS:
            raise ValueError(f"a row of {self.kind.value} is no organisation of its own")
        return Organisation(
            name=self.name,
            kind=_KINDS[self.kind],
            ods_code=self.code,
            commissioner=self.parent,
            joined_commissioner=self.joined,
            left_commissioner=self.left,
            address=self.address,
            postcode=self.postcode,
            opened=self.opened,
            closed=self.closed,
            status=self.status,
            edition=self.edition,
            source=self.source(),
        )


@dataclass(frozen=True, eq=False)
class OrganisationLists:
    """Every list file of one folder: rows of every edition, the files used and unused, and what was not understood."""

    rows: tuple[ListRow, ...] = ()
    editions: tuple[ListEdition, ...] = ()
    rejected: tuple[Rejected, ...] = field(default=())

    @cached_property
    def organisations(self) -> tuple[Organisation, ...]:
        """Every practice, branch, PCN and trust of every edition. Built when asked for: it takes seconds."""
        return tuple(row.organisation() for row in self.rows if row.kind in _KINDS)
