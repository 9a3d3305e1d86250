"""What a check may know of how the body is set up: its guardian, its lay members, its policy, and who was trained."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from coi_audit.model.facts import EventFacts
from coi_audit.model.words import CommitteeKind, Role


@dataclass(frozen=True, slots=True, kw_only=True)
class GuardianFacts(EventFacts):
    """The body's conflicts of interest guardian on one day. `paper` False: assurance.yaml is not there."""

    paper: bool = True
    guardian: str | None = None
    appointed: bool | None = None  # False: the papers say that there is none
    provider_interest: bool | None = None
    interest: str | None = None  # that interest in words, or one that may be such
    is_audit_chair: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GoverningBodyFacts(EventFacts):
    """The governing body on one day. `paper` False: body.yaml lists none with members in office that day."""

    paper: bool = True
    lay_members: int = 0
    role_unknown: int = 0  # members whose role is not told


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyFacts(EventFacts):
    """The body's conflicts of interest policy on one day. `paper` False: assurance.yaml is not there."""

    paper: bool = True
    policy: str | None = None  # its title
    exists: bool | None = None
    covers: tuple[str, ...] = ()  # keys of elements
    lacks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ClinicalSeatFacts(EventFacts):
    """The registered nurse's or the secondary care specialist's seat on the governing body, on one day."""

    member: str = "the member"
    role: Role = Role.NURSE
    on_register: bool | None = True  # a row or a nil return of that time
    post: str | None = None  # paid work or ownership the papers show, in words
    local_provider: bool | None = None  # whether that post is with a local provider


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingFacts(EventFacts):
    """One person who may have to be trained, in one year. `on` is the last day the training list speaks for.

    `paper` False: no training list is among the papers. `completed_on`, `score` and `passed` are those of the best
    result of the last year, else of the newest; None where the list does not tell.
    """

    paper: bool = True
    member: str = "the member"
    role: Role = Role.GP
    committee: str = "the committee"
    committee_kind: CommitteeKind = CommitteeKind.PCCC
    decision_maker: bool | None = None  # listed among decision-making staff
    started_on: date | None = None  # of the role
    year_ended: bool = True
    list_on: date | None = None  # the day the list that shows the result was made, where it is known
    list_is_older: bool = False  # the newest list was made before the year began
    listed: bool = True  # the list has a row for the person
    required: bool | None = None  # False: the list says that module 1 is not required of the person
    only_later: bool = False  # the list shows a result of a later day, and what stood there before is not known
    completed_on: date | None = None
    score: float | None = None
    passed: bool | None = None
