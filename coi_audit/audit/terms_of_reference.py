"""What assurance.yaml tells of a committee's terms of reference: why GPs have a vote, and who is always invited."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from coi_audit.audit.unit import Unit
from coi_audit.linking.names import normalise
from coi_audit.model.assurance import Assurance, CommitteeTerms
from coi_audit.model.facts import CommitteeFacts
from coi_audit.model.words import Examines

_HEALTHWATCH = re.compile(r"\bhealth ?watch\b", re.IGNORECASE)
_BOARD = re.compile(r"\bwell-?being board\b|\bHWB\b", re.IGNORECASE)


def with_terms(units: Iterable[Unit], assurance: Assurance | None) -> Iterator[Unit]:
    """The same units; those of committees with what their terms of reference say, and where that is told."""
    told = assurance.terms_of_reference if assurance is not None else ()
    for unit in units:
        facts = unit.facts
        if unit.examines is not Examines.COMMITTEE or not isinstance(facts, CommitteeFacts):
            yield unit
            continue
        mine = [one for one in told if not one.committee or _same(one.committee, facts.committee)]
        for terms in mine:
            facts = _told(facts, terms)
        yield replace(unit, facts=facts, evidence=(*unit.evidence, *(one.source for one in mine))) if mine else unit


def _told(facts: CommitteeFacts, terms: CommitteeTerms) -> CommitteeFacts:
    """Whoever the papers show as invited is invited; whoever is not in the list of all invitations is not."""
    invited = terms.invites
    if terms.gp_vote_reason is not None:
        facts = replace(facts, gp_vote_justified=bool(terms.gp_vote_reason))
    if invited is None:
        return facts
    return replace(
        facts,
        healthwatch_invited=facts.healthwatch_invited or any(_HEALTHWATCH.search(one) for one in invited),
        hwb_invited=facts.hwb_invited or any(_BOARD.search(one) for one in invited),
    )


def _same(one: str, two: str) -> bool:
    return normalise(one).key == normalise(two).key
