"""Whether the chair, or the vice-chair, of a primary care commissioning committee is a lay member."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from coi_audit.checks._primary_care import not_primary_care
from coi_audit.model.facts import CommitteeFacts
from coi_audit.model.outcome import Outcome, cannot_tell, met, not_met
from coi_audit.model.words import Examines, Role

EXAMINES = Examines.COMMITTEE


_ROLES = {Role.GP: "a GP", Role.OTHER: "of another role", Role.HWB: "from the health and wellbeing board"}


class Seat(StrEnum):
    CHAIR = "chair"
    VICE_CHAIR = "vice_chair"


@dataclass(frozen=True, slots=True)
class Params:
    seat: Seat


def check(facts: CommitteeFacts, params: Params) -> Outcome:
    """Lay as `body.yaml` and the papers give the role."""
    other = not_primary_care(facts)
    if other is not None:
        return other
    chair = params.seat is Seat.CHAIR
    name = facts.chair_name if chair else facts.vice_chair_name
    role = facts.chair_role if chair else facts.vice_chair_role
    seat = "chair" if chair else "vice-chair"
    if role is None:
        known = f"The papers do not give the role of the {seat}, {name}." if name else f"The papers name no {seat}."
        return cannot_tell(known, ask=f"Who was the {seat} of {facts.committee}, and was it a lay member?")
    who = name or f"The {seat}"
    if role is Role.LAY:
        return met(f"{who} is a lay member.")
    words = _ROLES.get(role, f"given as {role.replace('_', ' ')}")
    return not_met(f"{who} is {words}, not a lay member.")
