"""The practices that the body's own file names without listing them: those of its members, and of its federations."""

from __future__ import annotations

import re
from collections.abc import Iterator

from coi_audit.linking.names import normalise
from coi_audit.model.evidence import SourceRef
from coi_audit.model.organisations import Organisation
from coi_audit.model.people import Body
from coi_audit.model.words import OrganisationKind

_CODE = re.compile(r"[A-Z]\d{5}|[A-Z]{1,2}\d{4}[A-Z]?")
_OF_PRACTICES = frozenset({OrganisationKind.PCN, OrganisationKind.FEDERATION})


def stated_practices(body: Body) -> tuple[Organisation, ...]:
    """Practices that `body.yaml` names as a member's own or as members of a network, by name; each once.

    They speak only where no national list gives the body its practices: then a paper about every practice touches
    them, and a federation leads to them. What `organisations:` already lists is left to it.
    """
    listed = {normalise(name).key for own in body.organisations for name in (own.name, *own.aliases)}
    found: dict[str, Organisation] = {}
    for name, source in _named(body):
        key = normalise(name).key
        if key and key not in listed and not _CODE.fullmatch(name.strip()):
            found.setdefault(key, Organisation(name=name.strip(), kind=OrganisationKind.PRACTICE, source=source))
    return tuple(found[key] for key in sorted(found))


def _named(body: Body) -> Iterator[tuple[str, SourceRef]]:
    for committee in body.committees:
        for member in committee.members:
            if member.practice:
                yield member.practice, member.source
    for own in body.organisations:
        if own.kind in _OF_PRACTICES:
            for name in own.members:
                yield name, own.source
