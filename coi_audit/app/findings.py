"""The findings of an audit as a table, written."""

from __future__ import annotations

from pathlib import Path

from coi_audit.app.files import write_bytes
from coi_audit.model.audit import Audit

TABLES = (".xlsx", ".csv")
"""The endings a table of findings may have."""


def write_findings(audit: Audit, path: Path) -> None:
    """A workbook with findings and conflicts where the name ends in .xlsx, else the findings with commas.

    Raises `UserError` where the file cannot be written.
    """
    from coi_audit.report.findings_table import findings_csv, findings_workbook

    book = path.suffix.lower() == ".xlsx"
    write_bytes(path, findings_workbook(audit) if book else findings_csv(audit).encode(), what="the table of findings")
