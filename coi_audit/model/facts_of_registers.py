"""What a check may know of registers and of what stands beside them: kept lists, entries gone, declarations missing.

`paper` False always means that no paper among those given could tell: one such unit asks for it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from coi_audit.model.facts import EventFacts
from coi_audit.model.words import Role


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterFacts(EventFacts):
    """One kept list on one day. `register` is its kind: interests, gifts, procurement or breaches; or "edition" for
    one edition of the register of interests and what columns it has."""

    register: str = "interests"
    paper: bool = True  # False: neither assurance.yaml nor any other paper tells of its publication
    held: bool | None = True  # the list is among the papers
    file: str = ""  # the edition's own file, where one edition is meant
    edition: date | None = None
    columns_missing: str = ""  # of those the template asks for, in words, separated by commas
    published: bool | None = None  # published, or open to the public on request
    published_on: date | None = None  # last
    published_at: str | None = None  # the address or place told


@dataclass(frozen=True, slots=True, kw_only=True)
class RemovedInterestFacts(EventFacts):
    """An interest that stood on one edition and is gone from a later one, or that assurance.yaml tells was taken off.

    `on` is the day it was seen to be gone. A register that does not say which it is counts as the published one where
    no other is marked so, else as the body's own record.
    """

    paper: bool = True  # False: nothing is meant; what is not told is asked for
    public_told: bool = True  # False: no paper tells what was taken off the published register
    record_told: bool = True  # False: none tells what was taken off the body's own record
    member: str = "the member"
    interest: str = "the interest"
    ended_on: date | None = None
    not_ended_before: date | None = None  # where no end is told: the last day a paper shows it as still held
    left: bool = False  # the person is no longer on the register at all
    reworded: bool = False  # the later edition has a new row of the person's that may be it in other words
    removed_from_public_on: date | None = None
    removed_from_record_on: date | None = None  # from the private record


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldingFacts(EventFacts):
    """Something a person holds that other papers than the register tell of. `on` is the day of that paper."""

    member: str = "the member"
    holding: str = "a holding"  # tie and organisation, in words
    organisation: str = ""
    told_by: str = "another paper"  # which paper tells of it, in words
    share_percent: float | None = None
    controlling: bool | None = None
    collective_fund: bool = False  # pension, unit trust, collective fund
    supplier: bool | None = None  # the organisation supplies, or may supply, the body
    on_register: bool | None = None
    row_in_doubt: str = ""  # a row of the person that may mean this holding


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


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleChangeFacts(EventFacts):
    """Somebody took up a further or another role. `on` is the first day of the new role."""

    member: str = "the member"
    role_before: str = "a role"  # title or role and committee, in words
    new_role: str = "another role"
    declared_before_on: date | None = None  # the newest declaration or nil return earlier than the change
    declared_after_on: date | None = None  # the first one on or after the change
    later_edition: date | None = None  # the first edition after the days allowed that lists the person
    on_register: bool | None = True


@dataclass(frozen=True, slots=True, kw_only=True)
class RedactionFacts(EventFacts):
    """Words withheld from the published register. `on` is the day of the decision, else of the paper that shows it."""

    paper: bool = True
    member: str = "the member"
    withheld: str = "an entry"  # what is withheld, in words
    told: bool = True  # assurance.yaml tells of it; False: only the register shows that something is withheld
    decided_by: str | None = None
    by_guardian: bool | None = None
    decided_on: date | None = None
    reason: str | None = None
    unredacted_copy_kept: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedInterestFacts(EventFacts):
    """An interest on the body's full register, and whether the published one shows it. `on` is the day it was told."""

    paper: bool = True  # False: there is no published register beside a full one
    member: str = "the member"
    interest: str = "the interest"
    decision_maker: bool | None = True
    held_until: date | None = None
    redacted: bool = False  # assurance.yaml tells that it is withheld
    public_edition: date | None = None  # the first published edition of that day or later
    published: bool | None = None  # that edition shows it; None: it has a row that may mean it
