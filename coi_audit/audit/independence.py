"""Board members of an integrated care board and their part in private healthcare."""

from __future__ import annotations

import re
from typing import Any

from coi_audit.audit.audited import Audited
from coi_audit.audit.facts_of_register import InterestUnit
from coi_audit.linking.ties import MONEY_TIES, tie_of_interest
from coi_audit.model.organisations import Organisation
from coi_audit.model.words import BodyKind, CommitteeKind, OrganisationKind, Relationship, Tie

_PRIVATE = re.compile(
    r"\bprivate(?:ly)?[ -](?:\w+[ -])?(?:hospitals?|health\s?care|healthcare|clinics?|medic\w+|practice|patients?|"
    r"providers?|ambulances?|insur\w+|gps?|doctors?|surger\w+|treatment)\b"
    r"|\bindependent (?:sector|hospitals?|healthcare|health care|providers?)\b|\bhealth insur\w+",
    re.IGNORECASE,
)
_HEALTH = re.compile(
    r"\b(?:hospitals?|health\s?care|healthcare|health|clinics?|clinical|diagnostics?|medical|medicine|ambulance|"
    r"dental|pharm\w+|care homes?|nursing homes?)\b",
    re.IGNORECASE,
)
_COMPANY = re.compile(r"\b(?:ltd|limited|plc|llp|inc|group|holdings)\b", re.IGNORECASE)
_PUBLIC_KINDS = (
    OrganisationKind.PRACTICE, OrganisationKind.PCN, OrganisationKind.FEDERATION, OrganisationKind.TRUST,
    OrganisationKind.COUNCIL, OrganisationKind.CHARITY, OrganisationKind.SUPPORT_UNIT,
)  # fmt: skip


def board_facts(unit: InterestUnit, audited: Audited) -> dict[str, Any]:
    """The fields of `InterestFacts` on private healthcare; nothing for anybody who is not on an ICB's board."""
    body, interest = audited.case.body, unit.interest
    if body.kind is not BodyKind.ICB or not _on_board(unit, audited):
        return {}
    tie, relationship = tie_of_interest(interest, audited.knowledge.ties)
    found = audited.knowledge.directory.resolve(interest.organisation, on=unit.facts.on).organisation
    return {
        "board_member": True,
        "private_healthcare": _private_healthcare(f"{interest.organisation} {interest.nature}", found),
        "involved": relationship is Relationship.SELF and (tie in MONEY_TIES or tie in (Tie.DIRECTOR, Tie.UNKNOWN)),
    }


def _on_board(unit: InterestUnit, audited: Audited) -> bool:
    everybody = audited.everybody
    return any(
        seat.in_office(unit.facts.on) and everybody.match(seat.name).person is unit.person
        for committee in audited.case.body.committees
        if committee.kind is CommitteeKind.GOVERNING_BODY
        for seat in committee.members
    )


def _private_healthcare(words: str, found: Organisation | None) -> bool | None:
    """True where the words say private healthcare, None where it is a company that may provide it, else False."""
    if _PRIVATE.search(words):
        return True
    if found is not None and found.kind in _PUBLIC_KINDS:
        return False
    return None if _HEALTH.search(words) and _COMPANY.search(words) else False
