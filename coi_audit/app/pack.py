"""The secretary's pack of one meeting, written as PDF and as a Word document."""

from __future__ import annotations

from pathlib import Path

from coi_audit.model.audit import Audit
from coi_audit.rulebook.types import Rulebook


def write_pack(audit: Audit, path: Path, *, rulebook: Rulebook) -> None:
    """The secretary's pack for one meeting as PDF."""
    from coi_audit.report.pack import write_pack_pdf

    write_pack_pdf(audit, rulebook, path)


def write_pack_docx(audit: Audit, path: Path, *, rulebook: Rulebook) -> None:
    """The same pack as a Word document, to edit."""
    from coi_audit.report.pack.word import write_pack_docx as write

    write(audit, rulebook, path)
