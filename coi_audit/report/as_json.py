"""An audit as the JSON of contract section 4; the published schema is docs/schema/audit.schema.json."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from typing import Any

from coi_audit.linking.links import describe
from coi_audit.model.audit import Audit, Criterion, Finding, ItemAudit, MeetingAudit, MissingMeeting
from coi_audit.model.evidence import InputFile, Rejected
from coi_audit.model.linking import Conflict, Party
from coi_audit.model.organisations import ListEdition
from coi_audit.model.words import RuleOutcome, Stage
from coi_audit.report.answers_view import answers_document_of
from coi_audit.report.assessment_json import assessment_document
from coi_audit.report.difference_view import what_if_document
from coi_audit.report.evidence_json import evidence_document
from coi_audit.report.given_json import given_document
from coi_audit.report.kept_lists_json import kept_lists_document
from coi_audit.report.later_json import later_document
from coi_audit.report.since_json import since_document

SCHEMA_VERSION = "1.0"


def json_text(audit: Audit) -> str:
    """The document as text: two runs on the same papers give the same bytes."""
    return json.dumps(audit_document(audit), ensure_ascii=False, indent=2)


def audit_document(audit: Audit) -> dict[str, Any]:
    """The document as plain data, keys in the contract's order."""
    return {
        "schema_version": SCHEMA_VERSION,
        "tool_version": audit.tool_version,
        "rulebook_sha256": audit.rulebook_sha256,
        "inputs": [_input(one) for one in audit.inputs],
        "organisation_lists": [list_document(one) for one in audit.organisation_lists],
        "body": {"name": audit.body.name, "ods_code": audit.body.ods_code, "kind": audit.body.kind.value},
        "as_of": audit.as_of.isoformat(),
        "as_of_given": audit.scope.as_of_given,
        "scope": {
            "from": _day(audit.scope.period_from),
            "to": _day(audit.scope.period_to),
            "meetings": [day.isoformat() for day in audit.scope.meetings],
        },
        "meetings": [_meeting(one) for one in audit.meetings],
        "missing_meetings": [_missing(one) for one in audit.missing],
        "findings": [finding_document(one) for one in audit.findings],
        "outcomes": {kind.value: audit.outcomes.get(kind, 0) for kind in RuleOutcome},
        "rule_outcomes": {
            rule: {kind.value: counts.get(kind, 0) for kind in RuleOutcome}
            for rule, counts in sorted(audit.rule_outcomes.items())
        },
        "rejected": [rejected_document(one) for one in audit.rejected],
        "waived": [{**finding_document(one), "waived_by": one.waived_by} for one in audit.waived],
        "notices": list(audit.notices),
        "opinion": {
            "level": audit.opinion.level.value if audit.opinion.level else None,
            "reasons": list(audit.opinion.reasons),
            "withheld": audit.opinion.withheld,
        },
        **answers_document_of(audit),
        **what_if_document(audit),
        "assessment": assessment_document(audit.assessment),
        "kept_lists": kept_lists_document(audit.kept_lists),
        **since_document(audit.since),
        **given_document(audit.kept),
        **_public(audit),
    }


def _public(audit: Audit) -> dict[str, Any]:
    """Of a public edition, what was kept back and how often; nothing of any other."""
    if audit.public is None:
        return {}
    kept = [{"kind": one.kind.value, "what": one.keeps_back, "times": one.times} for one in audit.public.kept_back]
    return {"public": {"kept_back": kept}}


def _day(day: date | None) -> str | None:
    return day.isoformat() if day is not None and day != date.min else None


def _input(one: InputFile) -> dict[str, Any]:
    return {
        "path": one.path,
        "sha256": one.sha256,
        "kind": one.kind,
        "edition": _day(one.edition),
        "rows_read": one.rows_read,
        "rows_rejected": one.rows_rejected,
        "nil_returns": one.nil_returns,
    }


def list_document(one: ListEdition) -> dict[str, Any]:
    """One national list file: which edition, how that was told, and whether it was used."""
    return {
        "path": one.path,
        "sha256": one.sha256,
        "kind": one.kind,
        "edition": _day(one.edition),
        "edition_from": one.edition_from,
        "rows": one.rows,
        "used": one.used,
    }


def _meeting(meeting: MeetingAudit) -> dict[str, Any]:
    return {
        "date": meeting.date.isoformat(),
        "committee": meeting.committee,
        "committee_kind": meeting.committee_kind.value,
        "folder": meeting.folder,
        "held": meeting.stage is not Stage.BEFORE,
        "stage": meeting.stage.value,
        "minutes_status": meeting.minutes_status.value if meeting.minutes_status else None,
        "present": [one.name for one in meeting.present],
        "in_attendance": [one.name for one in meeting.in_attendance],
        "apologies": list(meeting.apologies),
        "items": [_item(one) for one in meeting.items],
        "notes": list(meeting.notes),
    }


def _item(item: ItemAudit) -> dict[str, Any]:
    kind = item.classification
    return {
        "number": item.item.number,
        "title": item.item.title,
        "private": item.item.private,
        "decision_type": kind.decision_type,
        "procedure": kind.procedure,
        "concerns_gp_services": kind.concerns_gp_services,
        "scope": kind.scope.value,
        "purpose": kind.purpose.value,
        "closed": kind.closed,
        "because": list(kind.because),
        "parties": [_party(one) for one in item.parties],
        "neighbours": [_party(one) for one in item.neighbours],
        "conflicts": [conflict_document(one) for one in item.conflicts],
        "recent": [conflict_document(one) for one in item.recent],
        "quorum": {
            "required": item.quorum.required,
            "eligible_before": item.quorum.eligible_before,
            "eligible_after": item.quorum.eligible_after,
            "quorate": item.quorum.quorate,
            "reasons": list(item.quorum.reasons),
            "ways_out": list(item.quorum.ways_out),
        },
        "chair": {
            "name": item.chair.name,
            "conflicted": item.chair.conflicted,
            "substitute": item.chair.substitute,
        },
        "withhold_papers_from": list(item.withhold_papers_from),
        "decision": item.record.decision,
        "questions": list(item.questions),
        "evidence": [evidence_document(item.item.source)],
    }


def _party(party: Party) -> dict[str, Any]:
    return {
        "name": party.name,
        "ods_code": party.ods_code,
        "outcome": party.outcome.value,
        "mention": party.mention,
        "because": party.resolution.because if party.resolution else "",
        "candidates": [
            {"ods_code": one.ods_code, "name": one.name, "why": one.why}
            for one in (party.resolution.candidates if party.resolution else ())
        ],
    }


def conflict_document(conflict: Conflict) -> dict[str, Any]:
    """One conflict, as the contract lists it, with its path."""
    holding, said = conflict.holding, conflict.participation
    return {
        "person": holding.person.name,
        "role": holding.person.role.value if conflict.role is None else conflict.role.value,
        "voting": conflict.voting,
        "link": conflict.link.kind.value,
        "party": conflict.link.party.name if conflict.link.party else None,
        "path": list(conflict.link.path),
        "interest": {
            "category": holding.category.value,
            "direct": holding.direct,
            "organisation": holding.organisation_name,
            "ods_code": holding.organisation.ods_code if holding.organisation else None,
            "nature": holding.nature,
            "tie": holding.tie.value,
            "relationship": holding.relationship.value,
            "in_words": describe(holding),
            "held_from": _day(holding.held_from),
            "held_until": _day(holding.held_until),
            "declared_on": _day(holding.declared_on),
            "known_on": _day(holding.known_on),
            "mitigation": holding.interest.mitigation if holding.interest else None,
        },
        "required_action": conflict.required_action.value,
        "hand_over_chair": conflict.hand_over_chair,
        "recorded_action": said.recorded_action.value if said.recorded_action is not None else None,
        "declared_at_meeting": said.declared if said.recorded_action is not None else None,
        "handling": conflict.handling.value,
        "reason": said.reason or conflict.ruling,
        "rule_ids": list(conflict.rule_ids),
        "because": list(conflict.because),
        "evidence": [evidence_document(one) for one in conflict.evidence],
        "confidence": conflict.confidence.value,
        "basis": {"row": conflict.row, "edition": conflict.rule_basis, "evidence_mark": "design"},
        **later_document(conflict.later),
    }


def finding_document(finding: Finding) -> dict[str, Any]:
    """One finding; person, meeting and item only where it speaks of one."""
    document: dict[str, Any] = {
        "fingerprint": finding.fingerprint,
        "rule_id": finding.rule_id,
        "title": finding.title,
        "area": finding.area,
        "outcome": finding.outcome.value,
        "severity": finding.severity.value,
        "confidence": finding.confidence.value,
        "statement": finding.statement,
        "criterion": _criterion(finding.criterion),
        "because": list(finding.because),
        "ask": finding.ask,
        "evidence": [evidence_document(one) for one in finding.evidence],
        "recommendation": finding.recommendation,
    }
    about = {
        "person": finding.person,
        "meeting": _day(finding.meeting),
        "committee": finding.committee,
        "item": finding.item,
    }
    document.update({name: value for name, value in about.items() if value is not None})
    if finding.also:
        document["also"] = list(finding.also)
    return document


def _criterion(criterion: Criterion | None) -> dict[str, Any] | None:
    if criterion is None:
        return None
    return {
        "document": criterion.document,
        "locator": criterion.locator,
        "url": criterion.url,
        "evidence_mark": criterion.evidence_mark.value,
        "in_force_from": _day(criterion.in_force_from),
        "in_force_until": _day(criterion.in_force_until),
    }


def rejected_document(one: Rejected) -> dict[str, Any]:
    """Something that was not understood, with its place and mend."""
    return {"file": one.file, "place": one.place, "value": one.value, "problem": one.problem, "fix": one.fix}


def answers_document(
    results: list[dict[str, Any]], rejected: Sequence[Rejected], lists: Sequence[ListEdition]
) -> dict[str, Any]:
    """What `classify` and `resolve` print: the results in order, then what was not understood and the lists used."""
    document: dict[str, Any] = {"results": results}
    if lists:
        document["organisation_lists"] = [list_document(one) for one in lists]
    if rejected:
        document["rejected"] = [rejected_document(one) for one in rejected]
    return document


def _missing(one: MissingMeeting) -> dict[str, Any]:
    between = [day.isoformat() for day in one.between] if one.between else None
    return {"committee": one.committee, "date": _day(one.on), "between": between, "why": one.why}
