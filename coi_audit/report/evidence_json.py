"""The place a fact was read, as JSON."""

from __future__ import annotations

from typing import Any

from coi_audit.model.evidence import SourceRef


def evidence_document(source: SourceRef) -> dict[str, Any]:
    """Where a fact was read; places that do not apply are left out."""
    places = ("sheet", "page", "table", "paragraph", "row", "line", "column")
    found = {name: getattr(source, name) for name in places if getattr(source, name) is not None}
    return {"file": source.file, **found, "text": source.text}
