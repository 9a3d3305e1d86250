"""Registers made by hand for the tests of what is written of them. Everybody and everything in them is invented."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from coi_audit.model.dates import PartialDate, Precision
from coi_audit.model.evidence import Rejected, SourceRef
from coi_audit.model.gifts import Gift, GiftKind, GiverKind
from coi_audit.model.interests import Interest, NilReturn
from coi_audit.model.outgoing import (
    Basis,
    Circle,
    Holder,
    KeptGift,
    KeptInterest,
    KeptNil,
    KeptProcurement,
    KeptRegisters,
    LeftOver,
    ListKind,
    Standing,
)
from coi_audit.model.people import Body
from coi_audit.model.procurement import Procurement
from coi_audit.model.words import EvidenceMark, InterestCategory, Relationship, Tie

AS_OF = date(2018, 1, 15)
RAO = Holder("Dr Anil Rao", "GP Member", ("Primary Care Commissioning Committee",), True)
HALE = Holder("Margaret Hale", "Lay Member", ("Audit Committee",), True)


def interest(**changes: object) -> Interest:
    """A GP partner's interest, with changes."""
    told: dict[str, object] = {
        "person": "Dr Anil Rao",
        "organisation": "Elm Street Surgery",
        "nature": "GP partner",
        "category": InterestCategory.FINANCIAL,
        "direct": True,
        "held_from": PartialDate.day(date(2012, 4, 1)),
        "until_text": "Current",
        "mitigation": "Leaves the meeting",
        "declared_on": date(2017, 3, 20),
        "edition": date(2017, 4, 1),
        "source": SourceRef(file="register 2017-04.xlsx", sheet="GB", row=3),
    }
    return Interest.model_validate(told | changes)


def kept(one: Interest, standing: Standing = Standing.CURRENT, **more: object) -> KeptInterest:
    """An entry of Dr Rao's own."""
    told: dict[str, object] = {"relationship": Relationship.SELF, "tie": Tie.PARTNER} | more
    return KeptInterest(interest=one, holder=RAO, standing=standing, **told)  # type: ignore[arg-type]


def registers(circle: Circle = Circle.INTERNAL, **changes: object) -> KeptRegisters:
    """All three registers, with a row that begins like a formula, one that ended, and one that was not understood."""
    source = SourceRef(file="gifts.xlsx", row=2)
    month = PartialDate(earliest=date(2014, 9, 1), latest=date(2014, 9, 30), precision=Precision.MONTH)
    ended = interest(organisation="Millbeck Trust", nature="Trustee", held_until=PartialDate.day(date(2017, 3, 31)))
    entries = (
        kept(interest()),
        kept(interest(organisation="=Cmd & Co", nature="+44 <b>adviser</b>", held_from=month, direct=False)),
        kept(ended, Standing.RECORD_ONLY, due=date(2017, 9, 30)),
    )
    gift = Gift(
        recipient="Dr Anil Rao",
        offered_on=date(2017, 11, 14),
        details="Case of wine",
        kind=GiftKind.GIFT,
        value=32.5,
        giver="Tidewell Diagnostics Ltd",
        giver_kind=GiverKind.SUPPLIER,
        accepted=False,
        reason="A supplier",
        source=source,
    )
    bought = Procurement(
        reference="NF1",
        title="Dermatology clinics",
        decided_by="Governing Body",
        supplier="Larkspur Clinics Ltd",
        address="4 Tithe Court",
        value_total=1150000.0,
        decided_on=date(2017, 9, 5),
        source=source,
    )
    nil = NilReturn(person="Margaret Hale", on=date(2017, 3, 20), source=source)
    unread = Rejected(file="gifts.xlsx", place="row 9", value="=1+1", problem="is not a sum", fix="write it out.")
    made = KeptRegisters(
        body=Body(name="NHS Northfield CCG", source=SourceRef(file="body.yaml")),
        as_of=AS_OF,
        circle=circle,
        kinds=tuple(ListKind),
        interests=entries,
        nil_returns=(KeptNil(nil, HALE),),
        gifts=(KeptGift(gift, RAO),),
        procurements=(KeptProcurement(bought),),
        left_over=((ListKind.GIFTS, LeftOver(("One row is not here.",), (unread,))),),
        method=((ListKind.INTERESTS, (Basis("As the annex has it.", "A guide", "Annex B", EvidenceMark.RECALLED),)),),
    )
    return replace(made, **changes)  # type: ignore[arg-type]
