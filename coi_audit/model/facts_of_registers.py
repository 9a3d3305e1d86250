"""What a check may know of registers and of what stands beside them: kept lists, entries gone, declarations missing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from coi_audit.model.facts import EventFacts
from coi_audit.model.words import Role


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterFacts(EventFacts):
    """One kept list on one day. `register` is its kind: interests, gifts, procurement or breaches."""

    register: str = "interests"
    held: bool | None = True  # the list is among the papers
    edition: date | None = None
    columns_missing: str = ""  # of those the template asks for, in words, separated by commas
    published: bool | None = None  # published, or open to the public on request
    published_on: date | None = None
    published_at: str | None = None  # the address or place told


@dataclass(frozen=True, slots=True, kw_only=True)
class RemovedInterestFacts(EventFacts):
    """An interest that stood on one edition and is gone from a later one, or that assurance.yaml tells was taken off.

    `on` is the day it was seen to be gone.
    """

    member: str = "the member"
    interest: str = "the interest"
    ended_on: date | None = None
    removed_from_public_on: date | None = None
    removed_from_record_on: date | None = None  # from the private record


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldingFacts(EventFacts):
    """Something a person holds that other papers than the register tell of. `on` is the day of that paper."""

    member: str = "the member"
    holding: str = "a holding"  # tie and organisation, in words
    organisation: str = ""
    share_percent: float | None = None
    controlling: bool | None = None
    collective_fund: bool = False  # pension, unit trust, collective fund
    supplier: bool | None = None  # the organisation supplies, or may supply, the body
    on_register: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DeclarationAtMeetingFacts(EventFacts):
    """An interest told at a meeting. `on` is the day of the meeting."""

    member: str = "the member"
    committee: str = "the committee"
    item: str = "item"
    interest: str = "an interest"
    on_register_before: bool | None = None
    entered_on: date | None = None  # the register's date of declaration, or its first edition that shows it
    later_edition: date | None = None  # the first edition dated after the 28 days, None where none is there


@dataclass(frozen=True, slots=True, kw_only=True)
class AttendeeFacts(EventFacts):
    """Somebody who is no member and took part in an item."""

    member: str = "the visitor"
    role: Role = Role.OTHER
    position: str = ""
    committee: str = "the committee"
    item: str = "item"
    took_part: bool | None = True
    declared: bool | None = None  # on a register, by form, or at the meeting
