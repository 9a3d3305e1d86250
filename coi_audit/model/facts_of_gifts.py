"""What a check may know of one gift, meal, journey, sponsorship or donation that was offered."""

from __future__ import annotations

from dataclasses import dataclass

from coi_audit.model.facts import EventFacts
from coi_audit.model.gifts import GiftKind, GiverKind


@dataclass(frozen=True, slots=True, kw_only=True)
class GiftFacts(EventFacts):
    """One offer. `on` is the day of receipt, else of the offer. Values are in pounds."""

    recipient: str = "the recipient"
    gift: str = "a gift"  # as described
    kind: GiftKind = GiftKind.GIFT
    giver: str = "the giver"
    giver_kind: GiverKind = GiverKind.UNKNOWN
    value: float | None = None
    accepted: bool | None = True
    declared: bool | None = True  # it stands on the register of gifts and hospitality
