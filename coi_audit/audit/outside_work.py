"""What one row of the register tells of work elsewhere and its permission, and of a part in a supplier of the body."""

from __future__ import annotations

import re
from typing import Any

from coi_audit.audit.audited import Audited
from coi_audit.audit.facts_of_register import InterestUnit
from coi_audit.audit.suppliers import Suppliers
from coi_audit.linking.holdings import name_alone
from coi_audit.linking.ties import tie_of_interest
from coi_audit.model.interests import Interest
from coi_audit.model.people import Member
from coi_audit.model.words import OrganisationKind, Relationship, Role, Tie
from coi_audit.rulebook.gift_words import gift_words

_WORK = (Tie.EMPLOYEE, Tie.CONSULTANT, Tie.ROLE, Tie.UNKNOWN, Tie.OWNER)
_OWNING = (Tie.OWNER, Tie.PARTNER, Tie.DIRECTOR)
_OWN = (Relationship.SELF, Relationship.SPOUSE)
_PRACTICES = (OrganisationKind.PRACTICE, OrganisationKind.PCN)
_PRACTICE_NAME = re.compile(
    r"\b(?:surger(?:y|ies)|medical (?:centre|practice|group)|health centre|practice|pcn)\b", re.IGNORECASE
)
_COMMISSIONER = re.compile(
    r"\b(?:ccg|clinical commissioning group|icb|integrated care board|nhs england)\b", re.IGNORECASE
)


def outside_facts(unit: InterestUnit, audited: Audited) -> dict[str, Any]:
    """The fields of `InterestFacts` on outside work and on suppliers."""
    interest = unit.interest
    tie, relationship = tie_of_interest(interest, audited.knowledge.ties)
    seats = _seats(unit, audited)
    facts: dict[str, Any] = {"committee_seat": bool(seats)}
    if relationship is Relationship.SELF and _is_outside_work(interest, tie, audited):
        facts |= {
            "outside_work": True,
            "employee": _employed(unit, seats, audited),
            "permitted": _permitted(f"{interest.nature}. {interest.mitigation or ''}"),
        }
    if seats and relationship in _OWN:
        facts |= _as_supplier(unit, tie, audited)
    return facts


def _seats(unit: InterestUnit, audited: Audited) -> list[Member]:
    """Seats held on the day of the newest edition that shows the interest, or taken up after it was printed."""
    match, on, last = audited.everybody.match, unit.facts.on, audited.last_day
    return [
        seat
        for committee in audited.case.body.committees
        for seat in committee.members
        if (seat.in_office(on) or (seat.from_ is not None and on < seat.from_ <= last))
        and (person := match(seat.name).person)
        and person.key == unit.person.key
    ]


def _is_outside_work(interest: Interest, tie: Tie, audited: Audited) -> bool:
    """Paid work for somebody else than the body itself or another commissioner, by the row's words."""
    words, text = gift_words(), f"{interest.nature} {interest.organisation}"
    if words.says("unpaid", text) or (interest.category is not None and interest.category != "financial"):
        return False
    if words.says("private_practice", text):
        return True
    body = audited.case.body
    if _COMMISSIONER.search(interest.organisation) or name_alone(interest.organisation) == name_alone(body.name):
        return False
    return tie in _WORK and words.says("outside_work", interest.nature)


def _employed(unit: InterestUnit, seats: list[Member], audited: Audited) -> bool | None:
    """By the seat, the list of staff, or the position the register gives; None where nothing tells."""
    words = gift_words()
    if any(seat.role is Role.EXECUTIVE for seat in seats):
        return True
    listed = [
        one
        for one in audited.case.records.staff
        if (person := audited.everybody.match(one.name).person) is not None and person.key == unit.person.key
    ]
    told = " ".join([unit.interest.position or "", *(seat.title for seat in seats), *(one.position for one in listed)])
    if words.says("offices", told):
        return False
    if words.says("employees", told) or listed:
        return True
    return False if seats else None


def _permitted(text: str) -> bool | None:
    words = gift_words()
    if words.says("permission_open", text):
        return None
    if words.says("no_permission", text):
        return False
    return True if words.says("permission", text) else None


def _as_supplier(unit: InterestUnit, tie: Tie, audited: Audited) -> dict[str, Any]:
    interest = unit.interest
    name = interest.organisation
    resolved = audited.knowledge.directory.resolve(name, on=unit.facts.on).organisation if name else None
    if not name or (resolved is not None and resolved.kind in _PRACTICES) or _PRACTICE_NAME.search(name):
        return {}
    material = _material(interest, tie)
    if material is False:
        return {}
    suppliers = audited.everybody.once("suppliers", (audited.case,), lambda: Suppliers(audited))
    known = suppliers.find(name)
    if known is not None:
        return {"supplier": True, "supplier_value": known.value, "material": material}
    if suppliers.maybe(name) is not None:
        return {"supplier": None, "material": material}
    return {"supplier": gift_words().says("large_suppliers", name), "material": material}


def _material(interest: Interest, tie: Tie) -> bool | None:
    """Owner, partner, director or senior officer; None for shares, whose size decides, and for pay as an adviser."""
    if tie in _OWNING:
        return True
    if tie in (Tie.SHAREHOLDER, Tie.CONSULTANT):
        return None
    return tie is Tie.EMPLOYEE and gift_words().says("senior", interest.nature)
