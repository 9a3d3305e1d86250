"""What a check may know: one flat, frozen class per unit a rule examines. Rule files' cases fill these by field name.

Every field has a default, so that a case states only what matters. `None` always means "the papers do not tell".
Dates are days. Names ending in `_text` and the fields of `Displayed` are words for messages, never decided on.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from coi_audit.model.words import (
    Action,
    BodyKind,
    CoCommissioningKind,
    CommitteeKind,
    Handling,
    InterestCategory,
    LinkKind,
    MinutesStatus,
    Purpose,
    Relationship,
    Role,
    Scope,
    SharedInterestPolicy,
    Stage,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class EventFacts:
    """What every unit knows: when it happened and whose it is. `on` chooses the rule version."""

    on: date
    as_of: date | None = None
    body: str = "the body"
    body_kind: BodyKind = BodyKind.CCG
    co_commissioning: CoCommissioningKind | None = CoCommissioningKind.DELEGATED


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingFacts(EventFacts):
    committee: str = "the committee"
    committee_kind: CommitteeKind = CommitteeKind.PCCC
    stage: Stage = Stage.HELD
    minutes_status: MinutesStatus = MinutesStatus.RATIFIED
    has_agenda: bool = True
    declarations_item: bool | None = True  # the agenda has an item for declarations of interest
    quorum_statement: bool | None = True
    call_for_declarations: bool | None = True
    private: bool = False  # the whole meeting was private
    private_reason: str | None = None
    contract_monitoring: bool = False  # the meeting watches over contracts, by its committee's name or its items


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemFacts(MeetingFacts):
    item: str = "item"  # number and title
    decision_type: str | None = None
    scope: Scope = Scope.NONE
    purpose: Purpose = Purpose.DECISION
    item_private: bool = False
    item_private_reason: str | None = None
    closed: bool = False
    concerns_gp_services: bool = True
    recorded: bool | None = True  # a section of the minutes was found for this item
    decision_taken: bool | None = True
    # quorum: counts of people who count under the rule
    quorum_rule_known: bool = True
    quorum_required: int | None = None
    eligible_before: int | None = None
    eligible_after: int | None = None
    quorate_required: bool | None = None  # once everybody required to withdraw has
    quorate_actual: bool | None = None  # once everybody the minutes show withdrawing has
    quorum_needs_gp: bool = False  # the rule cannot be met without a GP
    gps_conflicted: int = 0  # GP voters required to withdraw
    gp_voters: int = 0
    voters_present: int = 0
    voters_withdrawn: int = 0  # as recorded, else as required
    proceed_recorded: bool = False
    inquorate_route: str | None = None
    inquorate_route_minuted: bool = False
    # chair
    chair_name: str | None = None
    chair_conflicted: bool = False
    chair_direct: bool = False
    vice_chair_conflicted: bool | None = None
    acting_chair: str | None = None  # named in the minutes for this item
    acting_chair_conflicted: bool = False  # required to stay out of the decision just as the chair was
    substitute_available: bool = True
    # advice and sub-groups
    clinical_advice: str | None = None
    sub_group: str | None = None  # the item is a report from this sub-group
    sub_group_minutes: bool | None = None
    sub_group_conflicts: str | None = None  # empty where its report left the place for them blank
    sub_group_decided: bool | None = None  # words say the sub-group itself took the final decision
    conflicts: int = 0
    reasons_text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ConflictFacts(ItemFacts):
    """One conflict: a person's interest and an item it touches."""

    member: str = "the member"
    role: Role = Role.GP
    voting: bool = True
    committee_member: bool = True  # False: in attendance
    partner_member: bool = False  # of an integrated care board: brought by general practice, trusts or councils
    present: bool = True
    chairs_item: bool = False
    interest: str = "an interest"  # tie and organisation, in words
    party: str = "the party"
    nature: str = ""
    link: LinkKind = LinkKind.NAMED_PARTY
    category: InterestCategory = InterestCategory.FINANCIAL
    direct: bool = True
    relationship: Relationship = Relationship.SELF
    through_own_practice: bool = False
    unclear: bool = False  # the party or the person is an `ask`
    on_register: bool = True  # as known that day
    required_action: Action = Action.LEAVE
    hand_over_chair: bool = False
    recorded_action: Action | None = None
    handling: Handling = Handling.MANAGED
    declared: bool | None = True
    declared_at_start: bool = False
    declared_at_item: bool = True
    name_recorded: bool = True  # False: only covered by words such as "all GPs"
    nature_recorded: bool = True
    item_named: bool = True
    action_recorded: bool = True  # words say how it was managed: a ruling or a deed
    ruling_recorded: bool = False
    deed_recorded: bool = True
    left_recorded: bool = False
    returned_recorded: bool = False
    reason: str | None = None
    ruling: str | None = None  # from decisions.yaml
    presents_own_case: bool = False  # attended to put their own practice's case, then withdrew
    plan: bool = False  # a ruling or a withheld-papers entry stood before the meeting
    papers_sent: bool | None = None
    took_part: bool | None = None
    present_after_exclusion: bool | None = None
    participation: str = "the minutes do not say what they did"  # in words
    adviser: str = ""  # outside support that advises the decision (support unit, consultancy, law firm), in words


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitteeFacts(EventFacts):
    """A committee's composition on one day."""

    committee: str = "the committee"
    committee_kind: CommitteeKind = CommitteeKind.PCCC
    shared_interest_policy: SharedInterestPolicy | None = None
    members_known: bool = True
    lay_executive_voters: int = 0
    gp_voters: int = 0  # GPs and practice managers with a vote
    gp_voter_names: str = ""
    chair_name: str | None = None
    chair_role: Role | None = None
    vice_chair_name: str | None = None
    vice_chair_role: Role | None = None
    chair_is_audit_chair: bool | None = None
    vice_chair_is_audit_chair: bool | None = None
    gp_vote_justified: bool | None = None
    healthwatch_invited: bool | None = None
    hwb_invited: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyFacts(EventFacts):
    """The body as a whole on one day."""

    has_pccc: bool | None = None
    has_joint_committee: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberFacts(EventFacts):
    """One person who sits on a committee, takes part in its meetings or is on the list of staff, on one day.

    `paper` False: the list of staff is not among the papers, and nobody is meant.
    """

    paper: bool = True
    member: str = "the member"
    staff: bool = False  # known from the list of decision-making staff alone
    deputy: bool = False  # sat there for somebody else
    by_invitation: bool = False  # a seat without a vote that the guidance gives to another body
    name_in_doubt: str = ""  # a name on the register that is alike, and may be the person's
    register_of_office: bool = True  # an edition is of a day in office, the days allowed to declare having passed
    role: Role = Role.GP
    committee: str = "the committee"
    committee_kind: CommitteeKind = CommitteeKind.PCCC
    started_on: date | None = None  # of the role
    declarations: int = 0  # interests on the register as at `on`
    first_declared_on: date | None = None
    first_declared_by_edition: bool = False  # that day is the edition's alone, which may show an older declaration
    first_declared_in_round: bool = False  # most people on the register declared within a month of that day
    edition_without_on: date | None = None  # newest edition before that day; the person is not on it
    last_confirmed_on: date | None = None  # newest declaration or nil return on or before `on`
    only_later_declaration: bool = False  # the only known declaration is later than `on`
    nil_return_on: date | None = None
    nil_return_undated: bool = False
    on_register: bool | None = True
    registers_missing: str = ""  # of a joint committee: bodies whose register lacks the member
    practice: str = ""  # that the membership list gives
    no_practice_likely: bool = False  # the seat's title says retired, independent or from outside the area
    practice_role: str = ""  # the register's words for a role in that practice, or in one it does not name
    other_practice_role: str = ""  # the register's words for a role in another practice


@dataclass(frozen=True, slots=True, kw_only=True)
class InterestFacts(EventFacts):
    """One interest on a register. `on` is the day it was declared, else the register's edition."""

    member: str = "the member"
    role_from: date | None = None  # the person held a role from this day
    interest: str = "the interest"
    organisation: str = ""
    held_from: date | None = None
    held_from_latest: date | None = None  # end of the period written, e.g. 30 September for "Sept 2019"
    held_until: date | None = None
    aware_on: date | None = None
    declared_on: date | None = None
    has_category: bool = True
    has_description: bool = True
    has_from: bool = True
    has_until: bool = True  # an end, or words such as "current", or a blank in a column that exists
    has_mitigation: bool = True
    direct: bool | None = True
    has_relationship: bool = True
    board_member: bool = False  # holds a seat on the governing body or board on `on`
    private_healthcare: bool | None = False  # the organisation provides or owns private healthcare
    involved: bool = True  # by a post, office, share or fee of the person's own
    mitigation: str | None = None  # None: the register has no column for it; empty: the cell is
    outside_work: bool = False  # paid work elsewhere, or private practice, of the person's own
    employee: bool | None = None  # the person is employed by the body; False: holds an office
    permitted: bool | None = None  # the outside work, by the register's words; None: they do not tell
    committee_seat: bool = False  # holds a seat on the governing body or a committee on `on`
    supplier: bool | None = False  # the organisation supplies the body; None: a supplier of a like name does
    supplier_value: float | None = None  # of its contracts on the register of procurement, in pounds
    material: bool | None = False  # ownership, partnership or a senior post, the person's own or a spouse's
