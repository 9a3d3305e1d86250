"""The secretary's pack: one meeting, who must do what on which item, for the week before it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from coi_audit.model.audit import Audit
from coi_audit.report.as_json import json_text
from coi_audit.report.html import render, style
from coi_audit.report.made import PACK, made_by
from coi_audit.report.pack.fit import PDF
from coi_audit.report.pack.plan import TITLE, pack_of
from coi_audit.report.pdf import Attached, write_pdf
from coi_audit.rulebook.types import Rulebook

__all__ = ["TITLE", "pack_context", "pack_html", "write_pack_pdf"]
_TEMPLATE = "pack/pack.html"
_STYLES = ("base/paper.css", "pack/pack.css")


def write_pack_pdf(audit: Audit, rulebook: Rulebook, path: Path) -> None:
    """Write the pack, PDF/A-3a with the PDF/UA-1 mark and the JSON attached.

    Raises `SetupError` where a template, Pango or a font is missing, `UserError` where the file cannot be written.
    """
    attached = Attached("audit.json", json_text(audit).encode(), "The check this pack was made from", "Source")
    made = made_by(PACK, audit, rulebook)
    write_pdf(pack_html(audit, rulebook), path, as_of=audit.as_of, style=style(*_STYLES), attached=(attached, made))


def pack_html(audit: Audit, rulebook: Rulebook) -> str:
    """The pack's pages as HTML."""
    return render(_TEMPLATE, pack_context(audit, rulebook))


def pack_context(audit: Audit, rulebook: Rulebook) -> dict[str, Any]:
    """Everything the templates name: the parts, and what the frame says over them."""
    pack = pack_of(audit, rulebook, PDF)
    return {"title": pack.title, "body": audit.body, "as_of": pack.as_of, "parts": pack.parts}
