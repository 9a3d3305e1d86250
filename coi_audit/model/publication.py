"""What must not be published of an audit, and what a public edition tells of having kept back."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from coi_audit.model.assurance import Redaction
from coi_audit.model.evidence import SourceRef


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
class WithheldText:
    """Words of the papers that are kept back wherever they are repeated, and what stands there instead."""

    kind: KeptBack
    text: str
    instead: str


@dataclass(frozen=True, slots=True)
class Confidential:
    """What the papers tell of what is public and what is not; an audit carries it so that it can be published.

    `papers` are the files that are not public as a whole, `places` those of private items and passages elsewhere;
    `people` may be named, `private_names` may not; `organisations` are names of organisations, not of people.
    """

    papers: tuple[str, ...] = ()
    places: tuple[SourceRef, ...] = ()
    texts: tuple[WithheldText, ...] = ()
    redactions: tuple[Redaction, ...] = ()
    people: tuple[str, ...] = ()
    private_names: tuple[str, ...] = ()
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
