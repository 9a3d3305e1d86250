"""What came later, as JSON: beside a conflict, and of the registers as a whole."""

from __future__ import annotations

from typing import Any

from coi_audit.model.later import AfterBeginning, DeclaredLate, LaterDeclaration
from coi_audit.report.evidence_json import evidence_document
from coi_audit.report.later_view import later_words


def later_document(later: LaterDeclaration | None) -> dict[str, Any]:
    """Under its own key, and nothing where nothing came later."""
    if later is None:
        return {}
    return {
        "later": {
            "shown_on": later.shown_on.isoformat(),
            "shown_by": later.shown_by.value,
            "days_after_meeting": later.after_meeting,
            "told_at_meeting": later.told_at_meeting,
            "told_by_body": later.told_by_body,
            "required_then": later.then.value,
            "required_now": later.now.value,
            "hand_over_chair_then": later.chair_then,
            "hand_over_chair_now": later.chair_now,
            "quorate_then": later.quorate_then,
            "quorate_now": later.quorate_now,
            "changed": later.changed,
            "beginning": _after(later.beginning) if later.beginning is not None else None,
            "in_words": later_words(later),
            "evidence": [evidence_document(one) for one in later.cells],
        }
    }


def declared_late_document(found: DeclaredLate) -> dict[str, Any]:
    """Counts, the median and the longest in days beyond those allowed, and each interest found late."""
    return {
        "in_time": found.in_time,
        "late": len(found.lines),
        "cannot_tell": found.open_,
        "median_days_late": found.median,
        "longest_days_late": found.longest,
        "interests": [_after(one) for one in found.lines],
    }


def _after(one: AfterBeginning) -> dict[str, Any]:
    return {
        "began": one.began.isoformat(),
        "declared": one.declared.isoformat(),
        "days": one.days,
        "allowed": one.allowed,
        "days_late": one.late_by,
        "doubt": one.doubt,
        "evidence": [evidence_document(cell) for cell in one.cells],
    }
