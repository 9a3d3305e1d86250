"""A meeting's preparation, beside its items: who is expected with what interests, and what the papers show as done."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from coi_audit.model.assurance import SubGroupReport
from coi_audit.model.evidence import SourceRef
from coi_audit.model.interests import NilReturn
from coi_audit.model.linking import Holding, Person
from coi_audit.model.meetings import Ruling
from coi_audit.model.people import QuorumRule
from coi_audit.model.words import Role


@dataclass(frozen=True, slots=True)
class Attending:
    """One person expected. `interests` were held on the day or ended within the six months before it.

    `title` is the post as the papers give it, perhaps empty; `nil_return` the newest up to the day.
    """

    person: Person
    role: Role
    title: str = ""
    member: bool = False
    voting: bool = False
    chair: bool = False  # whoever opens the meeting
    vice_chair: bool = False
    deputising_for: str | None = None
    interests: tuple[Holding, ...] = ()
    nil_return: NilReturn | None = None


@dataclass(frozen=True, slots=True)
class PapersWithheld:
    """What an attendance paper already says: these items' papers do not go to this person."""

    person: str
    items: tuple[str, ...]
    source: SourceRef


@dataclass(frozen=True, slots=True)
class GivenRuling:
    """A ruling given before the meeting; `person` is the name as the audit knows it."""

    person: str
    ruling: Ruling


@dataclass(frozen=True, slots=True)
class Preparation:
    """All of it, for one meeting. `attending` is in the order of the roll, members first.

    `circulated` gives each agenda's file with the day it says it was sent out; None where it does not say.
    """

    attending: tuple[Attending, ...] = ()
    quorum: QuorumRule | None = None
    circulated: tuple[tuple[str, date | None], ...] = ()
    withheld: tuple[PapersWithheld, ...] = ()
    rulings: tuple[GivenRuling, ...] = ()
    sub_group_reports: tuple[SubGroupReport, ...] = ()
