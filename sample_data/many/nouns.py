"""The nouns of an invented body: who sits at its table, what they hold, a year's meetings and what is decided there."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from many.names import Name, Provider


class Deed(StrEnum):
    """How a conflict is handled, in the words of the tool's own answers."""

    MANAGED = "managed"
    THIN = "record_too_thin"
    WITHOUT_REASON = "below_without_reason"
    WITH_REASON = "below_with_reason"
    UNDECLARED = "not_declared"


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody at the table. `practice` is a GP's own."""

    name: Name
    role: str
    title: str
    practice: str = ""
    pccc: bool = True  # also on the primary care commissioning committee


@dataclass(frozen=True, slots=True)
class Held:
    """One interest on the register: `kind` is F, PROF or PERS as in the template; `relation` is whose, if indirect."""

    member: Member
    organisation: str
    business: str
    nature: str
    kind: str = "F"
    relation: str = ""
    since: date = date(2014, 4, 1)


@dataclass(frozen=True, slots=True)
class Touch:
    """One conflict of one item, and what came of it."""

    held: Held
    deed: Deed


@dataclass(frozen=True, slots=True)
class Business:
    """One item that is no procedure. `kind`: named, shared, contract, alliance, or report."""

    kind: str
    title: str
    party: str = ""
    touches: tuple[Touch, ...] = ()
    value: int = 0


@dataclass(frozen=True, slots=True)
class Sitting:
    """One meeting of the year; `minuted` is false where the minutes are not in the folder."""

    on: date
    governing_body: bool
    business: tuple[Business, ...]
    minuted: bool = True
    told_gifts: tuple[Gift, ...] = ()


@dataclass(frozen=True, slots=True)
class Gift:
    """Something offered. What is on no register, the minutes tell of."""

    member: Member
    on: date
    what: str
    value: int
    giver: Provider
    registered: bool


@dataclass(slots=True)
class Plan:
    """One body with its year."""

    number: int
    name: str
    place: str
    code: str
    careful: bool
    stage: str  # of co-commissioning, as in body.yaml
    editions: list[date] = field(default_factory=list)  # of the register of interests
    members: list[Member] = field(default_factory=list)
    practices: list[str] = field(default_factory=list)
    providers: list[Provider] = field(default_factory=list)
    held: list[Held] = field(default_factory=list)
    sittings: list[Sitting] = field(default_factory=list)
    gifts: list[Gift] = field(default_factory=list)
    alliance: str = ""
    awarded: set[str] = field(default_factory=set)  # who has had a contract by now

    @property
    def committee(self) -> list[Member]:
        """Whoever sits on the primary care commissioning committee."""
        return [one for one in self.members if one.pccc]
