"""What an integrated care board calls its members, and which of the contract's roles that is (contract, section 1)."""

from __future__ import annotations

import re
from collections.abc import Mapping

from coi_audit.model.words import Role

_LAY = (
    "non_executive",
    "non_exec",
    "nonexecutive",
    "non_executive_member",
    "non_executive_director",
    "non_executive_chair",
    "non_executives",
    "ned",
    "neds",
    "nem",
    "independent_non_executive",
    "independent_non_executive_member",
    "independent_non_executive_director",
    "independent_non_executive_chair",
    "associate_non_executive",
    "associate_non_executive_member",
    "associate_non_executive_director",
    "independent_member",
    "independent_chair",
    "lay_member",
)
_EXECUTIVE = ("executive_director", "executive_member", "chief_executive", "chief_officer", "executive_lead")
_PARTNER_OF_PRACTICE = ("gp_partner_member", "partner_member_gp", "partner_member_general_practice",
                        "partner_member_primary_care", "partner_member_primary_medical_services")  # fmt: skip
_PARTNER = ("partner_member", "partner", "ordinary_partner_member", "partner_member_trust", "partner_member_trusts",
            "partner_member_nhs_trust", "partner_member_nhs_trusts", "partner_member_local_authority",
            "partner_member_local_authorities", "partner_member_council")  # fmt: skip
# A partner member is what they are: whom they were put forward by stands in the title, else their practice tells.
_GENERAL_PRACTICE = re.compile(r"\b(?:gps?|general practice|general practitioner|primary (?:medical|care))\b", re.I)
_HOSPITAL_DOCTOR = re.compile(r"\bsecondary care\b|\bhospital (?:doctor|consultant)\b|\bconsultant physician\b", re.I)
_WELLBEING = re.compile(r"\bhealth (?:and|&) well-?being board\b|\bhwb\b", re.I)
_PUBLIC_HEALTH = re.compile(r"\bpublic health\b", re.I)


def roles_of_boards(title: str, practice: str | None) -> Mapping[str, Role]:
    """The words that stand for a role in an integrated care board's `body.yaml`, spelt with underscores.

    A trust's or council's officer is no executive of the board: without a word of theirs they are `other`.
    """
    partner = _partner(title, practice)
    return {
        **dict.fromkeys(_LAY, Role.LAY),
        **dict.fromkeys(_EXECUTIVE, Role.EXECUTIVE),
        **dict.fromkeys(_PARTNER_OF_PRACTICE, Role.GP),
        **dict.fromkeys(_PARTNER, partner),
    }


def _partner(title: str, practice: str | None) -> Role:
    if practice or _GENERAL_PRACTICE.search(title):
        return Role.GP
    found = ((_WELLBEING, Role.HWB), (_PUBLIC_HEALTH, Role.PUBLIC_HEALTH), (_HOSPITAL_DOCTOR, Role.SECONDARY_CARE))
    return next((role for pattern, role in found if pattern.search(title)), Role.OTHER)
