"""How the body's lists are kept, as JSON."""

from __future__ import annotations

from typing import Any

from coi_audit.model.kept_lists import ContractLine, GiftLine, KeptLists, ListHealth, MeasureLine
from coi_audit.report.evidence_json import evidence_document
from coi_audit.report.later_json import declared_late_document


def kept_lists_document(kept: KeptLists | None) -> dict[str, Any] | None:
    """Each edition with its measures, then contracts and gifts row by row; None where one meeting was looked at."""
    if kept is None:
        return None
    return {
        "health": [_health(one) for one in kept.health],
        "contracts": [_contract(one) for one in kept.contracts],
        "gifts": [_gift(one) for one in kept.gifts],
        "declared_late": declared_late_document(kept.declared_late),
    }


def _health(one: ListHealth) -> dict[str, Any]:
    return {
        "list": one.kept_list.value,
        "file": one.file,
        "edition": one.edition.isoformat() if one.edition else None,
        "public": one.public,
        "rows": one.rows,
        "measures": [_line(line) for line in one.lines],
    }


def _line(line: MeasureLine) -> dict[str, Any]:
    return {
        "measure": line.measure.value,
        "holds": line.holds,
        "of": line.of,
        "absent": line.absent,
        "cells": [source.place() for source in line.cells],
    }


def _contract(one: ContractLine) -> dict[str, Any]:
    return {
        "title": one.title,
        "supplier": one.supplier,
        "value": one.value,
        "decided_on": one.decided_on.isoformat() if one.decided_on else None,
        "process": one.process,
        "conflicts_told": one.conflicts_told,
        "support": one.support,
        "evidence": [evidence_document(one.source)],
    }


def _gift(one: GiftLine) -> dict[str, Any]:
    return {
        "kind": one.kind,
        "on": one.on.isoformat() if one.on else None,
        "value": one.value,
        "from_supplier": one.from_supplier,
        "accepted": one.accepted,
        "evidence": [evidence_document(one.source)],
    }
