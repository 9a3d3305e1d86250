"""Which class of facts each kind of unit has: the one list the rulebook and the checks are held to."""

from __future__ import annotations

from coi_audit.model.facts import (
    BodyFacts,
    CommitteeFacts,
    ConflictFacts,
    EventFacts,
    InterestFacts,
    ItemFacts,
    MeetingFacts,
    MemberFacts,
)
from coi_audit.model.facts_of_assurance import BreachFacts, FinancialYearFacts, QuarterFacts, RulingFacts
from coi_audit.model.facts_of_gifts import GiftFacts
from coi_audit.model.facts_of_governance import (
    ClinicalSeatFacts,
    GoverningBodyFacts,
    GuardianFacts,
    PolicyFacts,
    TrainingFacts,
)
from coi_audit.model.facts_of_procurement import ContractMonitorFacts, ProcurementFacts
from coi_audit.model.facts_of_registers import (
    AttendeeFacts,
    DeclarationAtMeetingFacts,
    HoldingFacts,
    PublishedInterestFacts,
    RedactionFacts,
    RegisterFacts,
    RemovedInterestFacts,
    RoleChangeFacts,
)
from coi_audit.model.words import Examines

FACTS: dict[Examines, type[EventFacts]] = {
    Examines.MEMBER_AND_ITEM: ConflictFacts,
    Examines.ITEM: ItemFacts,
    Examines.MEETING: MeetingFacts,
    Examines.COMMITTEE: CommitteeFacts,
    Examines.BODY: BodyFacts,
    Examines.MEMBER: MemberFacts,
    Examines.INTEREST: InterestFacts,
    Examines.REMOVED_INTEREST: RemovedInterestFacts,
    Examines.HOLDING: HoldingFacts,
    Examines.DECLARATION_AT_MEETING: DeclarationAtMeetingFacts,
    Examines.ATTENDEE: AttendeeFacts,
    Examines.REGISTER: RegisterFacts,
    Examines.GIFT: GiftFacts,
    Examines.PROCUREMENT: ProcurementFacts,
    Examines.CONTRACT_MONITOR: ContractMonitorFacts,
    Examines.BREACH: BreachFacts,
    Examines.FINANCIAL_YEAR: FinancialYearFacts,
    Examines.QUARTER: QuarterFacts,
    Examines.RULING: RulingFacts,
    Examines.ROLE_CHANGE: RoleChangeFacts,
    Examines.REDACTION: RedactionFacts,
    Examines.PUBLISHED_INTEREST: PublishedInterestFacts,
    Examines.GUARDIAN: GuardianFacts,
    Examines.GOVERNING_BODY: GoverningBodyFacts,
    Examines.BODY_POLICY: PolicyFacts,
    Examines.CLINICAL_SEAT: ClinicalSeatFacts,
    Examines.TRAINING: TrainingFacts,
}
