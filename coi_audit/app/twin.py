"""A paper's twin for the browser, written."""

from __future__ import annotations

from pathlib import Path

from coi_audit.app.files import write_bytes
from coi_audit.model.audit import Audit
from coi_audit.rulebook.types import Rulebook


def write_report_page(audit: Audit, path: Path, *, rulebook: Rulebook, draft: bool = False) -> None:
    """The assurance report as one page that stands alone. Raises `UserError` where it cannot be written."""
    from coi_audit.report.twin import assurance_twin

    write_bytes(path, assurance_twin(audit, rulebook, draft=draft).encode(), what="the page")


def write_pack_page(audit: Audit, path: Path, *, rulebook: Rulebook) -> None:
    """The secretary's pack as one page that stands alone. Raises as the other does."""
    from coi_audit.report.twin import pack_twin

    write_bytes(path, pack_twin(audit, rulebook).encode(), what="the page")
