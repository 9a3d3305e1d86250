"""What the choices about a body, a committee and a member are called in the desk's forms."""

from __future__ import annotations

from collections.abc import Mapping

from coi_audit.model.words import BodyKind, CoCommissioningKind, CommitteeKind, Role, SharedInterestPolicy

KINDS: Mapping[BodyKind, str] = {
    BodyKind.CCG: "Clinical commissioning group (CCG)",
    BodyKind.ICB: "Integrated care board (ICB)",
}
COMMISSIONING: Mapping[CoCommissioningKind, str] = {
    CoCommissioningKind.GREATER_INVOLVEMENT: "Greater involvement",
    CoCommissioningKind.JOINT: "Joint commissioning",
    CoCommissioningKind.DELEGATED: "Delegated commissioning",
}
COMMITTEES: Mapping[CommitteeKind, str] = {
    CommitteeKind.PCCC: "Primary care commissioning committee",
    CommitteeKind.GOVERNING_BODY: "Governing body or board",
    CommitteeKind.JOINT: "Joint committee",
    CommitteeKind.AUDIT: "Audit committee",
    CommitteeKind.REMUNERATION: "Remuneration committee",
    CommitteeKind.OTHER: "Another committee",
}
POLICIES: Mapping[SharedInterestPolicy, str] = {
    SharedInterestPolicy.NOTE: "The interest is noted, and they take part",
    SharedInterestPolicy.NO_VOTE: "They stay, and take no part in the decision",
    SharedInterestPolicy.LEAVE: "They leave for the item",
}
ROLES: Mapping[Role, str] = {
    Role.LAY: "Lay or non-executive member",
    Role.EXECUTIVE: "Executive",
    Role.GP: "GP",
    Role.PRACTICE_MANAGER: "Practice manager",
    Role.NURSE: "Nurse",
    Role.SECONDARY_CARE: "Secondary care doctor",
    Role.HEALTHWATCH: "Healthwatch",
    Role.HWB: "Health and wellbeing board",
    Role.NHS_ENGLAND: "NHS England",
    Role.LMC: "Local medical committee",
    Role.PUBLIC_HEALTH: "Public health",
    Role.OTHER: "Another role",
}
