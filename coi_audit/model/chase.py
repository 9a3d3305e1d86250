"""Who owes what on a day: each person once, with all that is still to come from them, and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from coi_audit.model.audit import Criterion
from coi_audit.model.evidence import Rejected, SourceRef
from coi_audit.model.people import Body


class Owed(StrEnum):
    """What a person owes."""

    DECLARATION = "declaration"  # none is known: a declaration of interests, or a nil return
    REFRESH = "refresh"  # the last one is too old
    UPDATE = "update"  # a role changed, and nothing was declared since
    INTEREST = "interest"  # something that other papers tell of is not on the register
    DETAIL = "detail"  # an entry lacks parts
    ACTION = "action"  # an action of the plan, from a store


@dataclass(frozen=True, slots=True)
class Reason:
    """One rule that finds it owed, by its own words; of an action, the rule that led to it."""

    rule_id: str
    title: str
    because: tuple[str, ...]
    criterion: Criterion | None
    fingerprint: str  # the number of the audit's own finding on the matter


@dataclass(frozen=True, slots=True)
class Debt:
    """One thing owed. `what` completes "you owe ...".

    `due` is the last day in time, worked out from the rule as `due_from` says, or the action's own; None: the rule
    names no day, so it is owed at once. `overdue` counts the days since, from 1; 0 where the day has not passed or none
    is named.
    """

    kind: Owed
    what: str
    reasons: tuple[Reason, ...]
    due: date | None = None
    due_from: str = ""
    overdue: int = 0
    evidence: tuple[SourceRef, ...] = ()
    number: int | None = None  # of an action


@dataclass(frozen=True, slots=True)
class Debtor:
    """A person with everything they owe, the longest overdue first. `person` is the name as the papers write it."""

    person: str
    committees: tuple[str, ...]  # where they sit on the day; of staff, their post
    debts: tuple[Debt, ...]

    @property
    def overdue(self) -> int:
        """Days since the oldest day that has passed; 0 where none has."""
        return max((one.overdue for one in self.debts), default=0)

    @property
    def due(self) -> date | None:
        """The first day that something is due; None where no rule names one."""
        return min((one.due for one in self.debts if one.due is not None), default=None)

    @property
    def rules(self) -> tuple[str, ...]:
        """Ids of all rules, sorted."""
        return tuple(sorted({reason.rule_id for one in self.debts for reason in one.reasons}))


@dataclass(frozen=True, slots=True)
class Lead:
    """What the papers leave open: a paper or an answer to ask the body for, and nobody's debt."""

    ask: str
    rule_ids: tuple[str, ...]
    people: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Chase:
    """Debtors by how late they are, then by name. `with_actions`: a store's action plan was looked through too."""

    body: Body
    as_of: date
    debtors: tuple[Debtor, ...]
    leads: tuple[Lead, ...] = ()
    people: int = 0  # how many were looked at
    with_actions: bool = False
    within: int = 0  # what falls due in so many days is told too
    notices: tuple[str, ...] = ()  # what a reader should know of the answer as a whole
    failed: tuple[str, ...] = ()  # rules that failed to run, in words
    rejected: tuple[Rejected, ...] = ()

    def owing(self, kind: Owed) -> Sequence[Debtor]:
        """Those who owe something of that kind."""
        return [one for one in self.debtors if any(debt.kind is kind for debt in one.debts)]
