"""What a case tells of what may be published: private items and papers, relatives' interests, who may be named."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from coi_audit.linking.items.sections import find_section
from coi_audit.linking.ties import tie_of_interest
from coi_audit.model.case import Case
from coi_audit.model.evidence import SourceRef, each_once
from coi_audit.model.gifts import GiverKind
from coi_audit.model.interests import Interest
from coi_audit.model.meetings import Meeting
from coi_audit.model.publication import Confidential, FamilyInterest
from coi_audit.model.words import Relationship
from coi_audit.rulebook.tie_words import TieWords

_MOST_WORDS = 9  # of an organisation's name; longer words in that place are a sentence
# "Family" before what an organisation is belongs to its name, and tells of no relative.
_FAMILY_NAMED = re.compile(r"\bfamily (?=(?:doctors?|health|medical|practice|surgery|planning)\b)", re.IGNORECASE)
# What a firm, a club or a public institution is called by at its end: nobody's own name ends so.
_INSTITUTION = re.compile(
    r"\b(?:ltd|limited|llp|plc|cic|inc|company|club|society|association|federation|foundation|charity|university|"
    r"college|council|hospice|institute|clinics?|network|trust)\.?$",
    re.IGNORECASE,
)
_SEVERAL = re.compile(r"\s*[;\n|]\s*")


def confidential_of(case: Case, ties: TieWords) -> Confidential:
    """What must be known of a case to publish its audit. Names are as written, each once, sorted."""
    family = tuple(_family(case, ties))
    people = set(_may_be_named(case))
    return Confidential(
        papers=_private_papers(case),
        places=each_once(place for meeting in case.meetings for place in _private_places(meeting)),
        family=family,
        redactions=case.records.assurance.redactions if case.records.assurance else (),
        people=tuple(sorted(people)),
        listed=tuple(sorted({name for one in case.registers for name in one.people} - people)),
        organisations=_organisations(case, [one.interest for one in family], ties),
    )


def _family(case: Case, ties: TieWords) -> Iterator[FamilyInterest]:
    for register in case.registers:
        for interest in register.interests:
            _, relationship = tie_of_interest(interest, ties)
            if relationship is not Relationship.SELF or interest.direct is False or interest.relationship:
                told = Relationship.UNSTATED if relationship is Relationship.SELF else relationship
                yield FamilyInterest(interest, told, _texts(interest, ties))


def _texts(interest: Interest, ties: TieWords) -> tuple[str, ...]:
    words = (interest.words, interest.nature, interest.organisation, interest.mitigation, interest.relationship)
    every = (text for text in (*words, interest.source.text) if text and len(text.split()) > 1)
    return tuple(dict.fromkeys(text for text in every if _speaks_of_somebody(text, ties)))


def _may_be_named(case: Case) -> Iterator[str]:
    for committee in case.body.committees:
        for member in committee.members:
            yield from (member.name, *member.aliases)
    if case.body.guardian:
        yield case.body.guardian
    if case.records.assurance is not None:
        yield from (one.name for one in case.records.assurance.guardians() if one.name)
    yield from (one.name for one in case.records.staff if one.decision_maker)
    for register in case.registers:
        yield from register.people if register.public else ()


def _private_papers(case: Case) -> tuple[str, ...]:
    found = {one.file for one in case.registers if one.public is False}
    for meeting in case.meetings:
        found |= {one.file for one in meeting.agendas if one.private}
        found |= {one.file for one in meeting.minutes if one.private}
    return tuple(sorted(found))


def _private_places(meeting: Meeting) -> Iterator[SourceRef]:
    """Private items, and the minutes of them, in papers that are public as a whole."""
    private = [item for agenda in meeting.agendas for item in agenda.items if item.private]
    yield from (one.source for one in private)
    for minutes in meeting.minutes:
        sections = [one for one in minutes.sections if one.private]
        sections += [found for item in private if (found := find_section(minutes, item)) is not None]
        for section in sections:
            yield section.source
            yield from (one.source for one in section.passages)


def _organisations(case: Case, family: Iterable[Interest], ties: TieWords) -> tuple[str, ...]:
    of_relatives = {one.key for one in family}
    names = [
        one.organisation
        for register in case.registers
        for one in register.interests
        if one.key not in of_relatives and one.organisation
    ]
    for local in case.body.organisations:
        names += [local.name, *local.aliases]
    names += [one.supplier for one in case.records.procurements]
    names += [one.giver for one in case.records.gifts if one.giver_kind is GiverKind.SUPPLIER]
    told = {one.giver for one in case.records.gifts}
    told |= {bidder for one in case.records.procurements for bidder in _SEVERAL.split(one.bidders or "")}
    names += [one for one in told if len(one.split()) > 1 and _INSTITUTION.search(one.strip())]
    return tuple(sorted({one.strip() for one in names if _is_name(one, ties)}))


def _is_name(written: str, ties: TieWords) -> bool:
    """Whether the words are short enough for a name and speak of nobody close: "Mill Surgery (wife works there)"."""
    short = len(written.split()) <= _MOST_WORDS
    return bool(written.strip()) and short and not _speaks_of_somebody(_FAMILY_NAMED.sub("", written), ties)


def _speaks_of_somebody(text: str, ties: TieWords) -> bool:
    return any(pattern.search(text) for _, pattern in ties.relationships)
