"""Procurement decisions and contracts awarded (Annex H), bidders' declarations (Annex I) and checklists (Annex G)."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from sqlmodel import Field

from coi_audit.model.evidence import Recorded, SourceRef


class ProcurementField(StrEnum):
    """What a register of procurement decisions, a contract record or a notice may have a place for."""

    TITLE = "title"
    DESCRIPTION = "description"
    DECIDED_BY = "decided_by"  # decision making process and committee
    DECISION_MAKERS = "decision_makers"  # the people, by name
    CONFLICTS = "conflicts"
    MITIGATION = "mitigation"
    SUPPLIER = "supplier"
    ADDRESS = "address"  # of the supplier
    VALUE = "value"
    CONTRACT_DATES = "contract_dates"  # from and to
    PROCESS = "process"  # how the supplier was chosen
    CRITERIA = "criteria"  # how the key criteria were applied
    REASONS = "reasons"
    EVALUATORS = "evaluators"
    BIDDERS = "bidders"
    BIDDER_DECLARATIONS = "bidder_declarations"
    CHECKLIST = "checklist"
    CONFLICTS_ASSESSMENT = "conflicts_assessment"
    CONTRACT_MANAGER = "contract_manager"


class Procurement(Recorded):
    """One row of a register of procurement decisions, of a list of contracts, or one notice. Values are in pounds.

    Words are as written; None where the paper has no place for them, empty where the place was left blank.
    """

    reference: str = ""
    title: str = Field(min_length=1)
    description: str | None = None
    decided_on: date | None = None
    started_on: date | None = None  # of the process
    existing: str | None = None  # existing contract or new procurement
    procurement_type: str | None = None  # the body's own, or with partners
    process: str | None = None  # tender, framework, any qualified provider, direct award ...
    clinical_lead: str | None = None
    contract_manager: str | None = None
    decided_by: str | None = None
    decision_makers: str | None = None
    evaluators: str | None = None
    conflicts: str | None = None
    mitigation: str | None = None
    justification: str | None = None
    supplier: str = ""
    supplier_told: bool = True  # the paper has a place for the supplier
    address: str | None = None
    bidders: str | None = None
    bidder_declarations: str | None = None
    value_total: float | None = None
    value_to_body: float | None = None
    value_text: str | None = None  # as written
    price_per_head: str | None = None
    population: str | None = None
    begins_on: date | None = None  # first day of the contract, where it is told to the day or month
    contract_from: str | None = None
    contract_until: str | None = None
    notice: str | None = None  # notice period or day
    break_clause: str | None = None
    checklist: str | None = None
    sole_capability: str | None = None  # evidence that nobody else could provide it
    beyond_core: str | None = None  # how it goes beyond the core contract of a practice
    conflicts_assessment: str | None = None
    criteria: str | None = None
    reasons: str | None = None
    health: bool | None = None  # where the paper itself says whether these are health care services
    comments: str | None = None
    source: SourceRef


class BidderDeclaration(Recorded):
    """One bidder's form (Annex I), or one row of a list of them."""

    bidder: str = Field(min_length=1)
    procurement: str = ""  # reference or title
    declared_on: date | None = None
    interests: str = ""
    received: bool | None = None  # a list may say that none came; None where the form itself is the paper
    source: SourceRef


class ProcurementChecklist(Recorded):
    """One checklist (Annex G): the answers by question key, empty where the question stands unanswered."""

    service: str = Field(min_length=1)
    answers: tuple[tuple[str, str], ...] = ()
    unread: tuple[str, ...] = ()  # questions left blank that are none of the template's, as written
    source: SourceRef

    def answer(self, question: str) -> str | None:
        """The answer to a question of the template: empty where it was left blank, None where it does not stand."""
        return dict(self.answers).get(question)
