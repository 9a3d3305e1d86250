"""What a check may know of one gift, meal, journey, sponsorship or donation that was offered."""

from __future__ import annotations

from dataclasses import dataclass

from coi_audit.model.facts import EventFacts
from coi_audit.model.gifts import GiftKind, GiverKind


@dataclass(frozen=True, slots=True, kw_only=True)
class GiftFacts(EventFacts):
    """One offer. `on` is the day of receipt, else of the offer. Values are in pounds.

    The fields that begin with `source_` speak of all gifts of that kind to the recipient from the same giver in the
    twelve months up to `on`, this one included.
    """

    paper: bool = True  # a register of gifts and hospitality is in the folder, if only a nil return
    recipient: str = "the recipient"
    gift: str = "a gift"  # as described
    kind: GiftKind = GiftKind.GIFT
    giver: str = "the giver"
    giver_kind: GiverKind = GiverKind.UNKNOWN
    giver_named: bool | None = True  # None: the register has no column for the giver
    value: float | None = None
    accepted: bool | None = True
    declared: bool | None = True  # it stands on the register of gifts and hospitality
    declared_late: bool = False  # the paper's own words
    told_by: str = "The register"  # the paper that tells of it, as the beginning of a sentence
    promotional: bool | None = None  # a low-cost branded item, a pen or the like
    for_organisation: bool | None = None  # taken for the body, a charity or everybody, not for oneself
    beyond_modest: bool | None = None  # of a journey: business or first class, abroad
    approved: bool | None = None  # None: nothing tells of approval either way
    approver: str = ""
    approver_senior: bool | None = None
    source_gifts: int = 1
    source_total: float | None = None  # of the values that are known
    source_values_known: bool = True
    source_declared: bool | None = True  # every one of them
    source_earlier: str = ""  # earlier offers the row tells of and no row shows, as written
