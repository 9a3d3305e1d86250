"""The registers a body keeps, brought together from its papers as on one day: for its own use, or for the public."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from coi_audit.model.evidence import Rejected
from coi_audit.model.gifts import Gift
from coi_audit.model.interests import Interest, NilReturn
from coi_audit.model.people import Body
from coi_audit.model.procurement import Procurement
from coi_audit.model.words import EvidenceMark, Relationship, Tie


class ListKind(StrEnum):
    """The three registers that go out."""

    INTERESTS = "interests"
    GIFTS = "gifts"
    PROCUREMENT = "procurement"


class Circle(StrEnum):
    """For whom a register is written."""

    INTERNAL = "internal"
    PUBLIC = "public"


class Standing(StrEnum):
    """Where an entry belongs on the day, by how long ago the interest ended."""

    CURRENT = "current"
    ENDED = "ended"  # still on the published register
    RECORD_ONLY = "record_only"  # off the published register, kept on the body's own record
    FOR_REMOVAL = "for_removal"  # may be taken off the body's own record too


@dataclass(frozen=True, slots=True)
class Holder:
    """Whose entry it is: the name as the newest paper writes it, posts and committees as on the day.

    `decides` is None where no paper tells whether the person takes part in decisions.
    """

    name: str
    position: str = ""
    committees: tuple[str, ...] = ()
    decides: bool | None = None
    withheld: bool = False  # by decision: the name is not to be published


@dataclass(frozen=True, slots=True)
class KeptInterest:
    """One interest in the words of the newest edition that shows it.

    `gone_by` is the day of the first later edition that leaves it out though nothing says when it ended. `due` is the
    day from which it has no place on the published register (`ended`, `record_only`), or on the record (`for_removal`).
    """

    interest: Interest
    holder: Holder
    standing: Standing
    relationship: Relationship
    tie: Tie
    gone_by: date | None = None
    due: date | None = None
    left: bool = False  # the edition that leaves it out names the person no more
    withheld: bool = False  # by decision: nothing of it but the name is to be published
    family_withheld: bool = False  # words about somebody close were kept back for the public


@dataclass(frozen=True, slots=True)
class KeptNil:
    """Somebody who told that there is nothing to declare, and of whom nothing is held."""

    nil: NilReturn
    holder: Holder


@dataclass(frozen=True, slots=True)
class KeptGift:
    gift: Gift
    holder: Holder


@dataclass(frozen=True, slots=True)
class KeptProcurement:
    procurement: Procurement


@dataclass(frozen=True, slots=True)
class Basis:
    """What one choice in a register rests on; `document` None where it is this tool's own or recalled as a whole."""

    sentence: str
    document: str | None
    locator: str | None
    mark: EvidenceMark


@dataclass(frozen=True, slots=True)
class LeftOver:
    """What one kind of register does not show, counted in sentences, and the rows that were not understood."""

    notes: tuple[str, ...] = ()
    unread: tuple[Rejected, ...] = ()


@dataclass(frozen=True, slots=True)
class KeptRegisters:
    """All of them. `kinds` are those of which there is a paper; a paper that lists nothing counts.

    `method` is what they rest on; `alerts` what a person should look at before anything is published.
    `incomplete`: something in the papers was not understood, or what is to be withheld was not found.
    """

    body: Body
    as_of: date
    circle: Circle
    kinds: tuple[ListKind, ...]
    interests: tuple[KeptInterest, ...] = ()
    nil_returns: tuple[KeptNil, ...] = ()
    gifts: tuple[KeptGift, ...] = ()
    procurements: tuple[KeptProcurement, ...] = ()
    left_over: tuple[tuple[ListKind, LeftOver], ...] = ()
    method: tuple[tuple[ListKind, tuple[Basis, ...]], ...] = ()
    alerts: tuple[str, ...] = ()
    incomplete: bool = False

    def holders(self) -> tuple[Holder, ...]:
        """Whose entries stand here, one for each entry."""
        found = [one.holder for one in self.interests]
        found += [one.holder for one in self.nil_returns]
        return tuple(found + [one.holder for one in self.gifts])

    def left_over_of(self, kind: ListKind) -> LeftOver:
        """What one register does not show."""
        return dict(self.left_over).get(kind, LeftOver())

    def method_of(self, kind: ListKind) -> tuple[Basis, ...]:
        """What one register rests on."""
        return dict(self.method).get(kind, ())
