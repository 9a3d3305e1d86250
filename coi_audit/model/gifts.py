"""Gifts, hospitality and sponsorship as a register of gifts and hospitality (Annex D) lists them."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from sqlmodel import Field

from coi_audit.model.evidence import Recorded, SourceRef


class GiftKind(StrEnum):
    GIFT = "gift"
    CASH = "cash"  # money, vouchers
    HOSPITALITY = "hospitality"  # meals and refreshments
    TRAVEL = "travel"  # travel and accommodation
    SPONSORSHIP = "sponsorship"  # an event, research or a post that somebody pays for
    DONATION = "donation"
    UNKNOWN = "unknown"


class GiverKind(StrEnum):
    SUPPLIER = "supplier"  # supplier or contractor, current or likely
    OTHER = "other"  # patient, family, other body
    UNKNOWN = "unknown"


class Gift(Recorded):
    """One row. `value` is in pounds; `value_text` as written. `accepted` None where the row does not tell."""

    recipient: str = Field(min_length=1)
    position: str | None = None
    offered_on: date | None = None
    received_on: date | None = None
    details: str = ""
    kind: GiftKind = GiftKind.UNKNOWN
    value: float | None = None
    value_text: str = ""
    giver: str = ""
    giver_kind: GiverKind = GiverKind.UNKNOWN
    accepted: bool | None = None
    reason: str | None = None
    approved_by: str | None = None
    declared_on: date | None = None
    previous_offers: str | None = None
    comments: str | None = None
    section: str = ""  # the heading over it in its table, or that of its sheet: "Offers declined", "Late declarations"
    source: SourceRef
