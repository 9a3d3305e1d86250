"""One unit that rules examine: its facts, its evidence, and what names the matter."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from coi_audit.audit.layers import Layer
from coi_audit.model.evidence import SourceRef
from coi_audit.model.facts import EventFacts
from coi_audit.model.linking import Conflict
from coi_audit.model.words import Confidence, Examines, LinkKind


@dataclass(frozen=True, slots=True)
class Unit:
    """Facts for one application of every rule of a kind, and what names the matter in a fingerprint.

    `lasting` units (a committee's design, a person's declarations) are one matter at every meeting they are seen at.
    """

    examines: Examines
    facts: EventFacts | Layer
    evidence: tuple[SourceRef, ...] = ()
    confidence: Confidence = Confidence.CERTAIN
    person: str | None = None
    meeting: date | None = None
    committee: str | None = None
    item: str | None = None
    interest: str = ""
    conflict: Conflict | None = None
    lasting: bool = False

    @property
    def matter(self) -> str:
        """What names the interest in a fingerprint: of a conflict, whose, what tie, in which organisation."""
        if self.conflict is None:
            return self.interest
        holding = self.conflict.holding
        kind = "" if self.conflict.link.kind is not LinkKind.PERSONAL else "personal"
        return f"{kind}{holding.relationship}:{holding.tie}:{holding.organisation_name}"

    @property
    def whole(self) -> EventFacts:
        """The facts as checks know them."""
        return self.facts.whole() if isinstance(self.facts, Layer) else self.facts
