"""The register of procurement decisions and contracts awarded in the columns of Annex H."""

from __future__ import annotations

from coi_audit.model.outgoing import Circle, KeptProcurement, KeptRegisters
from coi_audit.model.procurement import Procurement
from coi_audit.report.registers.tables import (
    BODY_WORD,
    Cell,
    CellKind,
    Column,
    Row,
    Told,
    provenance,
    read_from,
    said,
)

FILTERS = ("Procurement type", "Committee")


def procurement_told(kept: KeptRegisters) -> Told:
    """The register with one row a decision, by its day; those without one last."""
    rows = tuple(_row(one, kept.circle) for one in kept.procurements)
    return Told(_columns(kept.circle, BODY_WORD[kept.body.kind]), rows, FILTERS)


def _columns(circle: Circle, body: str) -> tuple[Column, ...]:
    value = "Contract value (£)"
    columns = [
        Column("Ref no", 18, 5),
        Column("Contract or service title", 30, 11),
        Column("Procurement description", 30, 10),
        Column("Existing contract or new procurement (if existing, details)", 22, 6),
        Column(f"Procurement type: {body} procurement, or collaborative with partners", 22, 8),
        Column(f"{body} clinical lead (name)", 18, 7),
        Column(f"{body} contract manager (name)", 18, 7),
        Column("Decision making process and name of decision making committee", 28, 10),
        Column("Summary of conflicts of interest noted", 34, 12),
        Column("Actions to mitigate conflicts of interest", 34, 12),
        Column("Justification for actions to mitigate conflicts of interest", 28, 10),
        Column("Contract awarded (supplier name and registered address)", 30, 10),
        Column("Total", 16, 7, CellKind.MONEY, group=value),
        Column(f"To the {body}", 16, 7, CellKind.MONEY, group=value),
        Column("Comments to note", 24, 6),
    ]
    if circle is Circle.INTERNAL:
        columns.append(Column("Decided on", 16, 0, CellKind.DAY))
    return read_from(columns, circle)


def _row(kept: KeptProcurement, circle: Circle) -> Row:
    bought = kept.procurement
    cells: list[Cell] = [
        bought.reference,
        bought.title,
        bought.description or "",
        bought.existing or "",
        bought.procurement_type or "",
        bought.clinical_lead or "",
        bought.contract_manager or "",
        decision_words(bought),
        bought.conflicts or "",
        bought.mitigation or "",
        bought.justification or "",
        said((bought.supplier, bought.address), ", "),
        bought.value_total if bought.value_total is not None else (bought.value_text or ""),
        bought.value_to_body,
        bought.comments or "",
    ]
    if circle is Circle.INTERNAL:
        cells += [bought.decided_on, *provenance(bought.source)]
    kinds = (bought.procurement_type,) if bought.procurement_type else ("Not stated",)
    return Row(tuple(cells), (kinds, (bought.decided_by,) if bought.decided_by else ()))


def decision_words(bought: Procurement) -> str:
    """How the supplier was chosen and who decided."""
    return said((bought.process, bought.decided_by))
