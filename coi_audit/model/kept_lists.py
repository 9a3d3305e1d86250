"""How well a body keeps its lists: each edition measured, measure by measure, with the cells that fall short.

No person is named here: the cells say where to look.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from coi_audit.model.evidence import SourceRef
from coi_audit.model.later import DeclaredLate


class KeptList(StrEnum):
    """The lists that are measured."""

    INTERESTS = "interests"
    GIFTS = "gifts"
    PROCUREMENT = "procurement"
    TRAINING = "training"


class Measure(StrEnum):
    """What is counted of a list: measures that published research uses, and no rules."""

    TYPE_TOLD = "type_told"
    TYPES_USED = "types_used"
    DIRECT_TOLD = "direct_told"
    RELATIONSHIP_TOLD = "relationship_told"
    NATURE_TOLD = "nature_told"
    FROM_TOLD = "from_told"
    UNTIL_TOLD = "until_told"
    DECLARED_TOLD = "declared_told"
    MITIGATION_TOLD = "mitigation_told"
    MEMBERS_LISTED = "members_listed"
    NIL_RETURNS = "nil_returns"
    DECLARED_WITHIN_YEAR = "declared_within_year"
    EXPIRED_IN_TIME = "expired_in_time"
    EXPIRED_KEPT = "expired_kept"
    SORTABLE = "sortable"
    RECIPIENT_TOLD = "recipient_told"
    GIVER_TOLD = "giver_told"
    VALUE_TOLD = "value_told"
    DAY_TOLD = "day_told"
    ANSWER_TOLD = "answer_told"
    DECLINED = "declined"
    FROM_SUPPLIER = "from_supplier"
    ALL_THREE_TOLD = "all_three_told"
    SUPPLIER_TOLD = "supplier_told"
    MAKERS_TOLD = "makers_told"
    CONFLICTS_TOLD = "conflicts_told"
    REASONS_TOLD = "reasons_told"
    MANAGER_TOLD = "manager_told"
    RESULT_TOLD = "result_told"
    PASSED = "passed"


@dataclass(frozen=True, slots=True)
class MeasureLine:
    """`holds` of `of` rows (or people) do; `cells` are the places of those that do not. `of` 0: nothing to count.

    `absent`: the edition has no column for it. `plain` marks a count that is neither good nor bad.
    """

    measure: Measure
    holds: int
    of: int
    cells: tuple[SourceRef, ...] = ()
    absent: bool = False
    plain: bool = False


@dataclass(frozen=True, slots=True)
class ListHealth:
    """One edition of one list. `public` None: it does not say whether it is the published one."""

    kept_list: KeptList
    file: str
    edition: date | None
    public: bool | None
    rows: int
    lines: tuple[MeasureLine, ...]


@dataclass(frozen=True, slots=True)
class ContractLine:
    """One row of a procurement register or list of contracts; words as written. `support`: with a support unit."""

    title: str
    supplier: str
    value: str
    decided_on: date | None
    process: str
    conflicts_told: bool | None  # None: the paper has no place for them
    support: bool
    source: SourceRef


@dataclass(frozen=True, slots=True)
class GiftLine:
    """One offer without the name of whoever it was made to. `accepted` None where the row does not tell."""

    kind: str
    on: date | None
    value: str
    from_supplier: bool | None
    accepted: bool | None
    source: SourceRef


@dataclass(frozen=True, slots=True)
class KeptLists:
    """Every list measured, oldest edition first, and what stands on those that are not of interests."""

    health: tuple[ListHealth, ...] = ()
    contracts: tuple[ContractLine, ...] = ()
    gifts: tuple[GiftLine, ...] = ()
    declared_late: DeclaredLate = field(default_factory=DeclaredLate)

    def of(self, kept_list: KeptList) -> tuple[ListHealth, ...]:
        """The editions of one list."""
        return tuple(one for one in self.health if one.kept_list is kept_list)
