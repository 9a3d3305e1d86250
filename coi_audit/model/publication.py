"""What must not be published of an audit, and what a public edition tells of having kept back."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from coi_audit.model.assurance import Redaction
from coi_audit.model.evidence import SourceRef
from coi_audit.model.interests import Interest
from coi_audit.model.words import Relationship


class KeptBack(StrEnum):
    """Why words are kept back; each is a mask of rules/publication.yaml."""

    FAMILY = "family"
    REDACTION = "redaction"
    PRIVATE_GIVER = "private_giver"
    PROVENANCE = "provenance"
    PRIVATE_ITEM = "private_item"
    PRIVATE_PAPER = "private_paper"
    ENDED = "ended"
    ENDED_LONG_AGO = "ended_long_ago"
    NAME = "name"
    ANSWER = "answer"
    UNREAD = "unread"


@dataclass(frozen=True, slots=True)
class FamilyInterest:
    """A register's row on somebody close to the person who declares it; `texts` are its words that say so."""

    interest: Interest
    relationship: Relationship
    texts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Confidential:
    """What the papers tell of what is public and what is not; an audit carries it so that it can be published.

    `papers` are files that say themselves that they are not public, `places` those of private items and passages in
    others. `people` may be named: members, guardians, decision-making staff, whoever a published register lists;
    `listed` are all others on a register. `organisations` are names of organisations as written, not of people.
    """

    papers: tuple[str, ...] = ()
    places: tuple[SourceRef, ...] = ()
    family: tuple[FamilyInterest, ...] = ()
    redactions: tuple[Redaction, ...] = ()
    people: tuple[str, ...] = ()
    listed: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class KeptBackCount:
    """How often words of one kind were kept back, and the sentence that says what they are."""

    kind: KeptBack
    keeps_back: str
    times: int


@dataclass(frozen=True, slots=True)
class PublicEdition:
    """Of an audit made for publication: what was kept back, kind by kind, those of nothing left out."""

    kept_back: tuple[KeptBackCount, ...] = ()
