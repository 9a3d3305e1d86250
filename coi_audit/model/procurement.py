"""Procurement decisions and contracts awarded (Annex H), bidders' declarations (Annex I) and checklists (Annex G)."""

from __future__ import annotations

from datetime import date

from sqlmodel import Field

from coi_audit.model.evidence import Recorded, SourceRef


class Procurement(Recorded):
    """One row of a register of procurement decisions or of support contracts. Values are in pounds."""

    reference: str = ""
    title: str = Field(min_length=1)
    description: str = ""
    decided_on: date | None = None
    started_on: date | None = None  # of the process
    supplier: str = ""
    value_total: float | None = None
    value_to_body: float | None = None
    source: SourceRef


class BidderDeclaration(Recorded):
    """One bidder's form (Annex I), or one row of a list of them."""

    bidder: str = Field(min_length=1)
    procurement: str = ""  # reference or title
    declared_on: date | None = None
    interests: str = ""
    source: SourceRef


class ProcurementChecklist(Recorded):
    """One checklist (Annex G): the answers by question key, empty where the question stands unanswered."""

    service: str = Field(min_length=1)
    answers: tuple[tuple[str, str], ...] = ()
    source: SourceRef
