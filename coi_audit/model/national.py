"""Many bodies side by side: what each one's audit came to, and what only shows when they are held together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from coi_audit.model.assessment import ReadinessLevel
from coi_audit.model.words import OpinionLevel, Severity


class BodyState(StrEnum):
    """How a body's audit was come by in this run."""

    AUDITED = "audited"
    UNCHANGED = "unchanged"  # neither its papers nor the rules, lists, tool and date have changed since
    FAILED = "failed"


class Region(StrEnum):
    """NHS England's regions, north to south."""

    NORTH_WEST = "north_west"
    NORTH_EAST_AND_YORKSHIRE = "north_east_and_yorkshire"
    MIDLANDS = "midlands"
    EAST_OF_ENGLAND = "east_of_england"
    SOUTH_WEST = "south_west"
    LONDON = "london"
    SOUTH_EAST = "south_east"


@dataclass(frozen=True, slots=True)
class RuleCount:
    """How often one rule was not met by one body."""

    rule_id: str
    title: str
    severity: Severity
    times: int


@dataclass(frozen=True, slots=True)
class Step:
    """One matter that keeps a body at a level of readiness: once it is put right, it no longer does."""

    what: str
    level: ReadinessLevel
    rule_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AreaLevel:
    """One area of one internal audit framework, as rated; `level` is None where nothing speaks to it."""

    framework: str
    title: str
    level: str | None


@dataclass(frozen=True, slots=True)
class Tie:
    """Somebody's interest in an organisation, as it touched an item. `code` is the ODS code, where one is known."""

    person: str
    organisation: str
    code: str | None


@dataclass(frozen=True, slots=True)
class BodySummary:
    """One body. Of a failed one only `folder`, `name` and `problem` are told."""

    folder: str
    name: str
    state: BodyState
    ods_code: str | None = None
    problem: str = ""
    opinion: OpinionLevel | None = None
    withheld: bool = False
    readiness: ReadinessLevel | None = None
    hurdles: tuple[str, ...] = ()
    areas: tuple[AreaLevel, ...] = ()
    rules: tuple[RuleCount, ...] = ()
    handling: Mapping[str, int] = field(default_factory=dict)
    meetings: int = 0
    items: int = 0
    conflicts: int = 0
    not_met: int = 0
    cannot_tell: int = 0
    rejected: int = 0
    people: tuple[str, ...] = ()  # whoever sat on or attended a committee
    ties: tuple[Tie, ...] = ()
    steps: tuple[Step, ...] = ()  # what `hurdles` names, with the level that each keeps the body at
    region: Region | None = None  # None where no list tells

    @property
    def next_steps(self) -> tuple[Step, ...]:
        """What stands between the body and the next better level; nothing where it is ready now."""
        return tuple(one for one in self.steps if one.level is self.readiness)


@dataclass(frozen=True, slots=True)
class CommonFinding:
    """A rule that bodies did not meet: by how many, and how often in all."""

    rule_id: str
    title: str
    severity: Severity
    bodies: tuple[str, ...]
    times: int


@dataclass(frozen=True, slots=True)
class Outlier:
    """A body whose share of conflicts handled otherwise than asked stands far from the others'."""

    body: str
    share: float  # of its conflicts, 0 to 1
    usual: float  # the median of all
    conflicts: int


@dataclass(frozen=True, slots=True)
class Shared:
    """A name that stands in the papers of several bodies: a person's, or an organisation's with whose it is."""

    name: str
    bodies: tuple[str, ...]
    people: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class National:
    """The whole picture. `bodies` are sorted by name; nothing here is counted twice."""

    as_of: date
    as_of_given: bool
    tool_version: str
    rulebook_sha256: str
    bodies: tuple[BodySummary, ...]
    common: tuple[CommonFinding, ...]
    outliers: tuple[Outlier, ...]
    people: tuple[Shared, ...]
    organisations: tuple[Shared, ...]

    @property
    def audited(self) -> tuple[BodySummary, ...]:
        """The bodies whose audit came to an end."""
        return tuple(one for one in self.bodies if one.state is not BodyState.FAILED)

    @property
    def failed(self) -> tuple[BodySummary, ...]:
        """The bodies that could not be audited."""
        return tuple(one for one in self.bodies if one.state is BodyState.FAILED)
