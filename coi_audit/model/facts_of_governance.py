"""What a check may know of how the body is set up: its guardian, its lay members, its policy, and who was trained."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from coi_audit.model.facts import EventFacts
from coi_audit.model.words import CommitteeKind, Role


@dataclass(frozen=True, slots=True, kw_only=True)
class GovernanceFacts(EventFacts):
    """The body's guardian, governing body and policy on one day. `paper` False: assurance.yaml is not there."""

    paper: bool = True
    guardian: str | None = None
    guardian_appointed: bool | None = None  # False: the papers say that there is none
    guardian_provider_interest: bool | None = None
    guardian_interest: str | None = None  # that interest in words, or one that may be such
    guardian_is_audit_chair: bool | None = None
    has_governing_body: bool = True  # body.yaml lists it with members in office that day
    lay_members: int = 0  # of the governing body
    role_unknown: int = 0  # members of it whose role is not told
    policy: str | None = None  # its title
    policy_exists: bool | None = None
    policy_covers: tuple[str, ...] = ()  # keys of elements
    policy_lacks: tuple[str, ...] = ()


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
    list_is_older: bool = False  # the newest list was made before the year began
    listed: bool = True  # the list has a row for the person
    completed_on: date | None = None
    score: float | None = None
    passed: bool | None = None
