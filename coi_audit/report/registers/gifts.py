"""The register of gifts and hospitality in the columns of Annex D."""

from __future__ import annotations

from coi_audit.model.gifts import Gift, GiftKind
from coi_audit.model.outgoing import Circle, KeptGift, KeptRegisters
from coi_audit.report.registers.tables import Cell, CellKind, Column, Row, Told, provenance, read_from

FILTERS = ("Kind of offer", "Declined or accepted", "Committee")
_KINDS = {
    GiftKind.GIFT: "Gift",
    GiftKind.CASH: "Money or voucher",
    GiftKind.HOSPITALITY: "Hospitality",
    GiftKind.TRAVEL: "Travel and accommodation",
    GiftKind.SPONSORSHIP: "Sponsorship",
    GiftKind.DONATION: "Donation",
    GiftKind.UNKNOWN: "Kind not stated",
}
_TAKEN = {True: "Accepted", False: "Declined", None: "Not stated"}


def gifts_told(kept: KeptRegisters) -> Told:
    """The register with one row an offer, by the day of the offer."""
    return Told(_columns(kept.circle), tuple(_row(one, kept.circle) for one in kept.gifts), FILTERS)


def _columns(circle: Circle) -> tuple[Column, ...]:
    columns = [
        Column("Name", 24, 10),
        Column("Position", 26, 11),
        Column("Date of offer", 16, 8, CellKind.DAY),
        Column("Declined or accepted?", 14, 8),
        Column("Date of receipt (if applicable)", 16, 8, CellKind.DAY),
        Column("Details of gift or hospitality", 36, 16),
        Column("Estimated value", 14, 7, CellKind.MONEY),
        Column("Supplier or offeror: name and nature of business", 34, 16),
        Column("Reason for accepting or declining", 34, 14),
    ]
    if circle is Circle.INTERNAL:
        columns += [
            Column("Reviewed and approved by", 26, 10),
            Column("Declared on", 16, 0, CellKind.DAY),
            Column("Comments", 30, 0),
        ]
    return read_from(columns, circle)


def _row(kept: KeptGift, circle: Circle) -> Row:
    gift, holder = kept.gift, kept.holder
    cells: list[Cell] = [
        holder.name,
        holder.position,
        gift.offered_on,
        "" if gift.accepted is None else taken(gift),
        gift.received_on,
        gift.details,
        gift.value if gift.value is not None else gift.value_text,
        gift.giver,
        gift.reason or "",
    ]
    if circle is Circle.INTERNAL:
        cells += [gift.approved_by or "", gift.declared_on, gift.comments or "", *provenance(gift.source)]
    return Row(tuple(cells), ((_KINDS[gift.kind],), (taken(gift),), holder.committees))


def taken(gift: Gift) -> str:
    """Whether the offer was accepted, in a word."""
    return _TAKEN[gift.accepted]
