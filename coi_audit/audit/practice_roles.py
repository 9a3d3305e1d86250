"""What the register says of a GP's or practice manager's own practice."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Any

from coi_audit.audit.knowledge import Knowledge
from coi_audit.linking.holdings import known_on, name_alone
from coi_audit.linking.names import normalise
from coi_audit.linking.ties import PRACTICE_TIES
from coi_audit.model.linking import Holding, Person
from coi_audit.model.organisations import Organisation
from coi_audit.model.people import Member
from coi_audit.model.words import OrganisationKind, Relationship, Role, Tie

_OF_A_PRACTICE = (Role.GP, Role.PRACTICE_MANAGER)
_TIES = (*PRACTICE_TIES, Tie.ROLE, Tie.CONSULTANT)
_IN_A_PRACTICE = re.compile(
    r"\b(?:gps?|general practi\w+|practice|surgery|medical (?:centre|practice|group)|health centre|partnership)\b",
    re.IGNORECASE,
)
_NONE_LIKELY = re.compile(
    r"\b(?:retired|independent|out[- ]of[- ]area|outside (?:the )?area|external|secondary care)\b", re.IGNORECASE
)


def practice_facts(
    person: Person,
    seat: Member | None,
    role: Role,
    *,
    on: date,
    holdings: Sequence[Holding],
    knowledge: Knowledge,
) -> dict[str, Any]:
    """The fields of `MemberFacts` on the practice, empty for anybody who sits neither as GP nor practice manager.

    `holdings` are the rows of the registers as on the day; only those known by then count.
    """
    if role not in _OF_A_PRACTICE:
        return {}
    practice = (seat.practice if seat else None) or ""
    own = knowledge.directory.resolve(practice, on=on).organisation if practice else None
    rows = [one for one in holdings if one.person.key == person.key and one.interest is not None and known_on(one, on)]
    here, elsewhere = "", ""
    for row in rows:
        if row.relationship is not Relationship.SELF or row.tie not in _TIES:
            continue
        if _is_in(row, practice, own):
            here = here or _words(row)
        elif _is_elsewhere(row):
            elsewhere = elsewhere or _words(row)
        elif row.organisation is None and not (row.interest and row.interest.organisation) and _speaks_of_one(row):
            here = here or _words(row)  # "GP partner", and the row does not say where
    return {
        "practice": practice,
        "no_practice_likely": bool(seat and _NONE_LIKELY.search(seat.title)),
        "practice_role": here,
        "other_practice_role": elsewhere,
    }


def _is_in(row: Holding, practice: str, own: Organisation | None) -> bool:
    if not practice:
        return False
    if row.organisation is not None and own is not None:
        return (row.organisation.ods_code or row.organisation.name) == (own.ods_code or own.name)
    name = name_alone(practice)
    text = normalise(f"{row.organisation_name} {row.nature}").key
    return name_alone(row.organisation_name) == name or f" {name} " in f" {text} "


def _is_elsewhere(row: Holding) -> bool:
    if row.organisation is not None:
        return row.organisation.kind is OrganisationKind.PRACTICE
    return bool(row.interest and row.interest.organisation) and _speaks_of_one(row)


def _speaks_of_one(row: Holding) -> bool:
    position = (row.interest.position or "") if row.interest else ""
    return bool(_IN_A_PRACTICE.search(f"{row.nature} {row.organisation_name} {position}"))


def _words(row: Holding) -> str:
    return ", ".join(dict.fromkeys(part for part in (row.nature, row.organisation_name) if part))
