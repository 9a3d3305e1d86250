"""Findings as they may be published: one on a private item or on withheld words keeps its rule and its number."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from coi_audit.audit.public_items import NOT_PUBLISHED, PRIVATE
from coi_audit.audit.public_view import View, is_same_name, place_of
from coi_audit.model.audit import Audit, Finding
from coi_audit.model.difference import ActionChange, Difference, FindingChange
from coi_audit.model.evidence import SourceRef
from coi_audit.model.publication import KeptBack

_SPEAKS_OF = {
    KeptBack.PRIVATE_ITEM: "This is about a private item.",
    KeptBack.REDACTION: "This is about an interest that is withheld from publication.",
    KeptBack.ENDED: "This is about an interest that ended too long ago to be published.",
    KeptBack.ENDED_LONG_AGO: "This is about an interest that ended too long ago to be kept.",
    KeptBack.FAMILY: "This is about an interest of somebody close to the person.",
}
_ASKED = "The question stands in the edition that is not public."


def published_findings(audit: Audit, view: View) -> dict[str, Any]:
    """The audit's `findings`, `waived` and `differences` as they may be published."""
    findings = tuple(_finding(one, view) for one in audit.findings)
    waived = tuple(_finding(one, view) for one in audit.waived)
    said = {one.fingerprint: one.statement for one in (*findings, *waived)}
    differences = tuple(_difference(one, said, view) for one in audit.differences)
    return {"findings": findings, "waived": waived, "differences": differences}


def _finding(finding: Finding, view: View) -> Finding:
    kind = _why(finding, view)
    if kind is None:
        return finding
    view.times[kind] += 1
    number = finding.item if finding.item is None or any(sign.isdigit() for sign in finding.item[:4]) else PRIVATE
    return replace(
        finding,
        statement=f"{finding.title}. {_SPEAKS_OF[kind]}",
        because=(),
        ask=_ASKED if finding.ask else None,
        evidence=tuple(SourceRef(file=one.file) for one in finding.evidence[:1]),
        item=number if kind is KeptBack.PRIVATE_ITEM else finding.item,
        waived_by=NOT_PUBLISHED if finding.waived_by else None,
    )


def _why(finding: Finding, view: View) -> KeptBack | None:
    """Why a finding's own words are kept back, None where they are published once they are masked."""
    if view.is_private(finding):
        return KeptBack.PRIVATE_ITEM
    told = " ".join((finding.statement, *finding.because, *(one.text for one in finding.evidence))).casefold()
    for one in view.confidential.redactions:
        own = finding.person is not None and is_same_name(one.person, finding.person)
        if own and (not one.organisation or one.organisation.casefold() in told):
            return KeptBack.REDACTION
    kinds = {view.hidden[place] for one in finding.evidence if (place := place_of(one)) in view.hidden}
    for kind in (KeptBack.REDACTION, KeptBack.ENDED_LONG_AGO, KeptBack.ENDED):
        if kind in kinds:
            return kind
    # At an item the finding speaks of what was done, and the register's words in it are masked like all others.
    return KeptBack.FAMILY if KeptBack.FAMILY in kinds and finding.item is None else None


def _difference(one: Difference, said: dict[str, str], view: View) -> Difference:
    return replace(
        one,
        findings=tuple(_change(each, said) for each in one.findings),
        actions=tuple(_action(each, view) for each in one.actions),
    )


def _change(one: FindingChange, said: dict[str, str]) -> FindingChange:
    """A finding that this audit does not raise may speak of anything: only its rule is told."""
    return replace(one, statement=said.get(one.fingerprint, f"A finding of the rule {one.rule_id}."))


def _action(one: ActionChange, view: View) -> ActionChange:
    if (one.meeting, one.committee, one.item) not in view.private_items and not any(
        (one.meeting, one.committee, part) in view.private_items for part in one.item.split(" ", 1)
    ):
        return one
    number = one.item.split(" ", 1)[0]
    return replace(one, item=number if number[:1].isdigit() else PRIVATE, interest=NOT_PUBLISHED)
