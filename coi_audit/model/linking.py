"""What linking works out: what an item decides, whom it touches, by what path, and what the minutes record of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from coi_audit.model.answers import Said
from coi_audit.model.evidence import SourceRef
from coi_audit.model.interests import Interest
from coi_audit.model.later import LaterDeclaration
from coi_audit.model.organisations import Organisation, Resolution
from coi_audit.model.people import Member
from coi_audit.model.words import (
    Action,
    Confidence,
    Handling,
    InterestCategory,
    LinkKind,
    Match,
    Purpose,
    Relationship,
    Role,
    Scope,
    Tie,
)


@dataclass(frozen=True, slots=True)
class Classification:
    """What one agenda item is about.

    `decision_type` is a code C01-C29, None for procedure. `closed` is the contract's closed item (section 6): an
    outside supplier is chosen or extended, a private item, or support or sanctions for a named practice.
    `zero_sum` says what one practice gains another may lose (C01, C08-C12). `pays_nobody` marks C21, C24 and C28
    where no money is allocated. `mentions` are the parties' names as written in the title and words of the item.
    """

    decision_type: str | None
    concerns_gp_services: bool
    scope: Scope
    purpose: Purpose
    mentions: tuple[str, ...] = ()
    neighbours: tuple[
        str, ...
    ] = ()  # names the words give as neighbouring, nearest, overlapping, objecting, taking patients
    closed: bool = False
    zero_sum: bool = False
    pays_nobody: bool = False
    sub_group: str | None = None  # the item is a report from this sub-group or working group
    procedure: str | None = None  # declarations | minutes | apologies | any_other_business | next_meeting | ...
    confidence: Confidence = Confidence.LIKELY
    because: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()  # of `because`, what the words do not say and a person should settle
    answered: tuple[Said, ...] = ()  # who said so, where a person's answer decided


@dataclass(frozen=True, slots=True)
class Party:
    """An organisation an item is about, or a neighbour it touches."""

    name: str  # the resolved name, else the mention
    mention: str
    outcome: Match
    ods_code: str | None = None
    organisation: Organisation | None = None
    resolution: Resolution | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """One person as the case knows them, across membership, register, attendance and minutes.

    `memberships` are those of the meeting's committee in office that day. `names` are all the ways they are written.
    """

    name: str
    names: tuple[str, ...] = ()
    initials: tuple[str, ...] = ()
    role: Role = Role.OTHER
    member: Member | None = None
    likely_names: tuple[str, ...] = ()  # those of `names` that may be theirs, but not for certain: "Bob" for "Robert"
    key: str = field(init=False, repr=False, compare=False)  # the folded name, used in fingerprints

    def __post_init__(self) -> None:
        object.__setattr__(self, "key", " ".join(self.name.casefold().split()))


@dataclass(frozen=True, slots=True)
class Holding:
    """An interest as linking reads it: whose it is, what tie, to which organisation, held and known when."""

    person: Person
    organisation: Organisation | None
    organisation_name: str
    tie: Tie
    relationship: Relationship
    category: InterestCategory
    direct: bool
    nature: str
    held_from: date | None
    held_until: date | None
    declared_on: date | None
    known_on: date | None  # the day the register first showed it; None where it is on no register
    known_inferred: bool  # only a later edition exists
    interest: Interest | None  # None: from body.yaml's `practice`, or stated in the minutes
    outcome: Match = Match.MATCHED
    resolution: Resolution | None = None  # of the organisation's name
    share_percent: float | None = None
    evidence: tuple[SourceRef, ...] = ()
    person_likely: bool = False  # the name on the register is the person's by a short form or the like


@dataclass(frozen=True, slots=True)
class Link:
    """The claim that a holding touches an item: kind, path and both values."""

    kind: LinkKind
    party: Party | None  # None for `shared` and for `personal`
    path: tuple[
        str, ...
    ]  # "Dr Rao", "partner", "Elm Street Surgery", "shareholder of", "Northfield GP Alliance", "bidder for item 7"
    through_own_practice: bool = False  # the party is reached only as member or part-owner through the own practice
    confidence: Confidence = Confidence.CERTAIN
    because: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Participation:
    """What the minutes say one person did about one interest at one item (contract, section 5).

    `recorded_action` None means there are no minutes. None in the other optional fields means the words do not tell.
    """

    recorded_action: Action | None = None
    declared: bool = False  # said at the meeting by or for the person, on this item or this interest
    blanket: bool = False  # only words such as "all GPs" cover the person, not their name
    declared_at_start: bool = False
    declared_at_item: bool = False
    nature_recorded: bool = False
    item_named: bool = False  # the declaration says which item it touches
    ruling_recorded: bool = False  # words say how the chair or the committee decided to manage it
    reason: str | None = None  # the reason given for doing less
    deed_recorded: bool = False  # words say what the person did, not only what was intended
    left_recorded: bool = False
    returned_recorded: bool = False
    papers_sent: bool | None = None
    took_part: bool | None = None  # voted, or took part in the decision
    spoke_after_leaving: bool = False
    presents_own_case: bool = False
    stated_interest: str | None = None  # an organisation or tie stated in the words themselves
    evidence: tuple[SourceRef, ...] = ()


@dataclass(frozen=True, slots=True)
class ItemRecord:
    """What the minutes say at one item, beside the people."""

    found: bool = False  # a section of the minutes was found for this item
    decision_taken: bool | None = None
    decision: str | None = None  # the words of the decision
    chair: str | None = None  # whoever the words name as taking the chair for this item
    vice_chair_declined: bool = False
    deferred: bool = False
    proceed_recorded: bool = False  # words say the chair decided whether to go on after withdrawals
    inquorate_route: str | None = None  # co-opted member, health and wellbeing board, other committee ...
    inquorate_route_minuted: bool = False
    private_reason: str | None = None
    clinical_advice: str | None = None  # the independent clinical advice the words name
    sub_group_conflicts: str | None = None  # words on how a sub-group managed conflicts
    evidence: tuple[SourceRef, ...] = ()


@dataclass(frozen=True, slots=True)
class MeetingRecord:
    """What the minutes say of the meeting as a whole."""

    chair: str | None = None
    quorum_statement: SourceRef | None = None
    call_for_declarations: SourceRef | None = None
    no_declarations: SourceRef | None = None  # "there were no declarations"
    private_reason: str | None = None
    public_invited: bool | None = None


@dataclass(frozen=True, slots=True)
class QuorumResult:
    """Quorum for one item. Counts are people who count under the committee's rule; None where it states no rule."""

    required: int | None = None
    eligible_before: int | None = None
    eligible_after: int | None = None
    quorate: bool | None = None
    reasons: tuple[str, ...] = ()
    ways_out: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ChairResult:
    name: str | None = None
    conflicted: bool = False
    substitute: str | None = None


@dataclass(frozen=True, slots=True)
class Conflict:
    """An interest and an item it touches: the pair, what it asks, what was recorded, how it was handled."""

    holding: Holding
    link: Link
    required_action: Action
    hand_over_chair: bool
    row: str  # id of the action-table row that gave the action
    rule_basis: str  # edition's source key whose ladder is cited
    participation: Participation
    handling: Handling
    confidence: Confidence
    role: Role | None = None  # carried at this meeting: a deputy has the role and vote deputised for
    voting: bool = False
    ruling: str | None = None  # the ruling or reason relied on, in words
    rule_ids: tuple[str, ...] = ()
    because: tuple[str, ...] = ()
    evidence: tuple[SourceRef, ...] = field(default=())
    answered: tuple[Said, ...] = ()  # the people's answers it rests on; they stand in `because` too
    later: LaterDeclaration | None = None  # where the interest was shown late, how late, and what that changed
