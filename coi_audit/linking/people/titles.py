"""Who cannot be meant by "Dr": somebody whom no paper calls so, in a post that no doctor needs to hold."""

from __future__ import annotations

import re

from coi_audit.linking.people.names import ParsedName, parse_name
from coi_audit.model.linking import Person
from coi_audit.model.words import Role

_CLINICAL = frozenset({Role.GP, Role.SECONDARY_CARE, Role.PUBLIC_HEALTH, Role.LMC, Role.OTHER})
_CLINICAL_POST = re.compile(r"\b(?:medical|clinical|clinician|doctor|gp|general practi\w+|physician)\b", re.IGNORECASE)


def says_doctor(name: ParsedName) -> bool:
    """Whether a name is written with "Dr"."""
    return "dr" in name.titles or "doctor" in name.titles


def is_no_doctor(person: Person) -> bool:
    """Whether every paper leaves "Dr" out, and neither role nor post is a doctor's; only of members of the body."""
    if person.member is None or person.member.role in _CLINICAL or _CLINICAL_POST.search(person.member.title):
        return False
    return not any(says_doctor(parse_name(name)) for name in (person.name, *person.names))
