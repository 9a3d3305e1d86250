"""The body, its committees and their members, as `body.yaml` states them."""

from __future__ import annotations

from datetime import date

from sqlmodel import Field

from coi_audit.model.evidence import Recorded, SourceRef
from coi_audit.model.organisations import Organisation
from coi_audit.model.words import (
    BodyKind,
    CoCommissioningKind,
    CommitteeKind,
    Role,
    SharedInterestPolicy,
)


class Member(Recorded):
    """One membership of one committee. `from_` and `to` are both included; absent means open."""

    name: str = Field(min_length=1)
    aliases: tuple[str, ...] = ()
    role: Role = Role.OTHER
    title: str = ""
    chair: bool = False
    vice_chair: bool = False
    voting: bool = True
    practice: str | None = None
    from_: date | None = None
    to: date | None = None
    source: SourceRef

    def in_office(self, on: date) -> bool:
        """Whether the membership holds on that day."""
        return (self.from_ is None or self.from_ <= on) and (self.to is None or on <= self.to)


class QuorumRule(Recorded):
    """What the constitution asks for. Each entry of `must_include` is met by one counted member of any of its roles."""

    members: int = Field(ge=0)
    must_include: tuple[tuple[Role, ...], ...] = ()
    lay_executive_majority: bool = False
    counts: str = Field(default="voters", regex="^(voters|all)$")


class Committee(Recorded):
    name: str = Field(min_length=1)
    kind: CommitteeKind = CommitteeKind.OTHER
    shared_interest_policy: SharedInterestPolicy | None = None
    quorum: QuorumRule | None = None
    members: tuple[Member, ...] = ()
    source: SourceRef


class CoCommissioning(Recorded):
    """The body's model of primary care co-commissioning, with the days it held (both included)."""

    kind: CoCommissioningKind
    from_: date | None = None
    to: date | None = None


class Body(Recorded):
    """The commissioner the papers belong to."""

    name: str = Field(min_length=1)
    ods_code: str | None = None
    kind: BodyKind = BodyKind.CCG
    co_commissioning: tuple[CoCommissioning, ...] = ()
    guardian: str | None = None
    committees: tuple[Committee, ...] = ()
    organisations: tuple[Organisation, ...] = ()
    source: SourceRef

    def co_commissioning_on(self, on: date) -> CoCommissioningKind | None:
        """The model in force that day, or None where the papers do not say."""
        for period in self.co_commissioning:
            if (period.from_ is None or period.from_ <= on) and (period.to is None or on <= period.to):
                return period.kind
        return None
