"""What a store keeps for how long: matters, the day from which each may go, an order to let some go, what it did."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class MatterKind(StrEnum):
    """What is kept and let go as one."""

    INTEREST = "interest"
    NIL_RETURN = "nil_return"
    MEMBERSHIP = "membership"
    PAPER = "paper"  # one version of a paper that goes whole: minutes, agendas, other registers
    AUDIT = "audit"
    JUDGEMENT = "judgement"
    ACTION = "action"


class DueState(StrEnum):
    """Whether a matter may go on the day asked for."""

    DUE = "due"
    KEPT = "kept"  # its day has not come
    UNCLEAR = "unclear"  # no paper tells when it ended


@dataclass(frozen=True, slots=True)
class Limits:
    """For how many months a matter is kept after it ended: on the published register, and on the body's own record.

    `source` is the place in the guidance that says so, `because` how sure that is; of what is no interest the same
    time is this tool's own presumption.
    """

    public_months: int
    record_months: int
    source: str
    because: str


@dataclass(frozen=True, slots=True)
class Matter:
    """Something kept on somebody. `number` stays the same as long as it is kept.

    `ended` is the last day it held, None where no paper tells; `because` says how that day is known. `public_until` is
    the last day on which an interest has to stand on the published register; `due` the first day on which it may go.
    `papers` are the paths of the papers that tell it, in every version kept.
    """

    number: str
    kind: MatterKind
    person: str
    what: str
    ended: date | None
    because: str
    public_until: date | None
    due: date | None
    papers: tuple[str, ...] = ()

    def state(self, on: date) -> DueState:
        """Whether it may go on that day."""
        if self.due is None:
            return DueState.UNCLEAR
        return DueState.DUE if self.due <= on else DueState.KEPT


@dataclass(frozen=True, slots=True)
class Removals:
    """What one body's store keeps, as on a day, under these limits; `matters` by the day they may go."""

    body: str
    on: date
    limits: Limits
    matters: tuple[Matter, ...]

    def of(self, state: DueState) -> tuple[Matter, ...]:
        """The matters in that state."""
        return tuple(one for one in self.matters if one.state(self.on) is state)


@dataclass(frozen=True, slots=True)
class Order:
    """An order that matters go: their numbers; `early` lets go what is not due; `sha256` is of the file it stood in."""

    numbers: tuple[str, ...]
    on: date
    early: bool = False
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class LetGo:
    """What an order did. `cleaned` says whether the database's own file was made anew, so that no word is left in it;
    where it could not be, `not_cleaned` says why.
    """

    body: str
    entry: int
    matters: tuple[Matter, ...]
    early: int
    rows: dict[str, int] = field(default_factory=dict)  # table -> rows that went
    cleaned: bool = True
    not_cleaned: str = ""
