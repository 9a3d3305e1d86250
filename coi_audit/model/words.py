"""The closed vocabularies of the contract (sections 1, 3 and 4). Values are what JSON prints."""

from __future__ import annotations

from enum import StrEnum


class BodyKind(StrEnum):
    CCG = "ccg"
    ICB = "icb"


class CoCommissioningKind(StrEnum):
    GREATER_INVOLVEMENT = "greater_involvement"
    JOINT = "joint"
    DELEGATED = "delegated"


class CommitteeKind(StrEnum):
    GOVERNING_BODY = "governing_body"
    PCCC = "pccc"
    JOINT = "joint"
    AUDIT = "audit"
    REMUNERATION = "remuneration"
    OTHER = "other"


class SharedInterestPolicy(StrEnum):
    NOTE = "note"
    NO_VOTE = "no_vote"
    LEAVE = "leave"


class Role(StrEnum):
    LAY = "lay"
    EXECUTIVE = "executive"
    GP = "gp"
    PRACTICE_MANAGER = "practice_manager"
    NURSE = "nurse"
    SECONDARY_CARE = "secondary_care"
    HEALTHWATCH = "healthwatch"
    HWB = "hwb"
    NHS_ENGLAND = "nhs_england"
    LMC = "lmc"
    PUBLIC_HEALTH = "public_health"
    OTHER = "other"

    @property
    def spoken(self) -> str:
        """As it stands before "member" in a sentence: "GP", "practice manager", "NHS England"."""
        short = {"gp": "GP", "nhs_england": "NHS England", "lmc": "LMC", "hwb": "health and wellbeing board"}
        return short.get(self.value, self.value.replace("_", " "))


class OrganisationKind(StrEnum):
    PRACTICE = "practice"
    PCN = "pcn"
    FEDERATION = "federation"
    COMPANY = "company"
    TRUST = "trust"
    COUNCIL = "council"
    CHARITY = "charity"
    CONSULTANCY = "consultancy"
    SUPPORT_UNIT = "support_unit"


class InterestCategory(StrEnum):
    FINANCIAL = "financial"
    NON_FINANCIAL_PROFESSIONAL = "non_financial_professional"
    NON_FINANCIAL_PERSONAL = "non_financial_personal"


class Tie(StrEnum):
    """What somebody is to an organisation, as the nature of the interest says."""

    PARTNER = "partner"
    EMPLOYEE = "employee"  # salaried, locum, practice manager, paid post
    DIRECTOR = "director"
    SHAREHOLDER = "shareholder"
    OWNER = "owner"
    PREMISES = "premises"  # owns or leases out the building
    CONSULTANT = "consultant"  # paid adviser, day rate, honorarium
    TRUSTEE = "trustee"  # trustee or officer with a duty, unpaid
    ROLE = "role"  # other non-financial role
    MEMBER = "member"  # patient, ordinary member
    UNKNOWN = "unknown"


class Relationship(StrEnum):
    """Whose interest it is, seen from the person on the register."""

    SELF = "self"
    SPOUSE = "spouse"  # spouse, civil partner, partner, wife, husband
    RELATIVE = "relative"
    FRIEND = "friend"
    BUSINESS_PARTNER = "business_partner"
    UNSTATED = "unstated"


class Scope(StrEnum):
    NAMED_PRACTICE = "named_practice"
    SOME_PRACTICES = "some_practices"
    ALL_PRACTICES = "all_practices"
    OTHER_PROVIDER = "other_provider"
    INTERNAL = "internal"
    NONE = "none"


class Purpose(StrEnum):
    DECISION = "decision"
    DISCUSSION = "discussion"
    INFORMATION = "information"


class LinkKind(StrEnum):
    NAMED_PARTY = "named_party"
    PROVIDER_PARTY = "provider_party"
    NEIGHBOUR = "neighbour"
    SHARED = "shared"
    PERSONAL = "personal"
    UNCLEAR = "unclear"


class Action(StrEnum):
    """Weakest to strongest; compare with `strength`: 0 for `none` to 6 for `not_attend`."""

    def __init__(self, _: str) -> None:
        self.strength = len(type(self).__members__)

    NONE = "none"
    NOTE = "note"
    STAY_NO_VOTE = "stay_no_vote"
    DISCUSS_THEN_LEAVE = "discuss_then_leave"
    LEAVE = "leave"
    LEAVE_NO_PAPERS = "leave_no_papers"
    NOT_ATTEND = "not_attend"

    @property
    def in_words(self) -> str:
        """What it asks, in words that follow "asks for": "leaving for the whole item"."""
        return _ACTION_WORDS[self]


_ACTION_WORDS = {
    Action.NONE: "nothing",
    Action.NOTE: "noting the interest",
    Action.STAY_NO_VOTE: "staying without a part in the decision",
    Action.DISCUSS_THEN_LEAVE: "leaving before the decision",
    Action.LEAVE: "leaving for the whole item",
    Action.LEAVE_NO_PAPERS: "leaving for the whole item and being sent no papers for it",
    Action.NOT_ATTEND: "not attending the meeting",
}


class Handling(StrEnum):
    MANAGED = "managed"
    BELOW_WITH_REASON = "below_with_reason"
    BELOW_WITHOUT_REASON = "below_without_reason"
    NOT_DECLARED = "not_declared"
    NOT_ON_REGISTER = "not_on_register"
    RECORD_TOO_THIN = "record_too_thin"
    NOT_YET_HELD = "not_yet_held"


class Match(StrEnum):
    """Outcome of resolving a name."""

    MATCHED = "matched"
    ASK = "ask"
    NONE = "none"


class Confidence(StrEnum):
    CERTAIN = "certain"
    LIKELY = "likely"
    ASK = "ask"


class AttendanceStatus(StrEnum):
    PRESENT = "present"
    IN_ATTENDANCE = "in_attendance"
    APOLOGIES = "apologies"
    ABSENT = "absent"


class MinutesStatus(StrEnum):
    DRAFT = "draft"
    RATIFIED = "ratified"
    UNSTATED = "unstated"


class Authority(StrEnum):
    CHAIR = "chair"
    GUARDIAN = "guardian"
    COMMITTEE = "committee"
    CONFLICTS_PANEL = "conflicts_panel"


class RuleOutcome(StrEnum):
    MET = "met"
    NOT_MET = "not_met"
    CANNOT_TELL = "cannot_tell"
    NOT_APPLICABLE = "not_applicable"
    NOT_IN_FORCE = "not_in_force"
    FAILED_TO_RUN = "failed_to_run"


class Severity(StrEnum):
    """Weakest to strongest, `rank` 0 to 4; CRITICAL and HIGH stand for a must, MEDIUM and LOW for a should."""

    def __init__(self, _: str) -> None:
        self.rank = len(type(self).__members__)

    INFO = "info"
    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"
    CRITICAL = "critical"


class EvidenceMark(StrEnum):
    """How sure this project is of a rule's source (domain.md marks)."""

    SEEN = "seen"
    RECALLED = "recalled"
    DESIGN = "design"


class Force(StrEnum):
    """How a clause of a source binds: statute or a "must", comply or explain, or the body's own constitution."""

    MUST = "must"
    SHOULD = "should"
    LOCAL = "local"


class Examines(StrEnum):
    """The unit one finding of a rule speaks of; each has its facts class in `model.facts`."""

    MEMBER_AND_ITEM = "member_and_item"
    ITEM = "item"
    MEETING = "meeting"
    COMMITTEE = "committee"
    BODY = "body"
    MEMBER = "member"
    INTEREST = "interest"
    REMOVED_INTEREST = "removed_interest"  # stood on an edition, or is told of, and is gone
    HOLDING = "holding"  # seen in other papers than the register
    DECLARATION_AT_MEETING = "declaration_at_meeting"
    ATTENDEE = "attendee"  # somebody in attendance who took part in an item
    REGISTER = "register"  # one kept list: interests, gifts, procurement decisions, breaches
    GIFT = "gift"
    PROCUREMENT = "procurement"  # one procurement decision or contract
    CONTRACT_MONITOR = "contract_monitor"
    BREACH = "breach"
    FINANCIAL_YEAR = "financial_year"
    QUARTER = "quarter"
    RULING = "ruling"
    ROLE_CHANGE = "role_change"  # a person took up a further or another role
    REDACTION = "redaction"  # words withheld from the published register
    PUBLISHED_INTEREST = "published_interest"  # an interest of decision-making staff, and the published register
    GUARDIAN = "guardian"  # the conflicts of interest guardian on one day
    GOVERNING_BODY = "governing_body"  # its composition on one day
    BODY_POLICY = "body_policy"  # the body's conflicts of interest policy on one day
    CLINICAL_SEAT = "clinical_seat"  # the nurse's or the secondary care specialist's seat on the governing body
    TRAINING = "training"  # one person who may have to be trained, in one year


class Stage(StrEnum):
    """Where a meeting stands on the as-of date."""

    BEFORE = "before"  # still to be held: only what is known beforehand can be judged
    HELD = "held"  # minutes are in the folder
    NO_MINUTES = "no_minutes"  # the day has passed and no minutes are in the folder


class OpinionLevel(StrEnum):
    FULL = "full"
    SUBSTANTIAL = "substantial"
    LIMITED = "limited"
    NO = "no"
