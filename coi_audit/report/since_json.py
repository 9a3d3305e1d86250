"""What changed since the last report, as JSON: only where a last report was given."""

from __future__ import annotations

from typing import Any

from coi_audit.model.since import EarlierFinding, EarlierReport, Since


def since_document(since: Since | None) -> dict[str, Any]:
    """`{"since": ...}` with the last report, numbers of findings that stand, and those gone in their own words."""
    if since is None:
        return {}
    return {
        "since": {
            "report": report_told(since.earlier),
            "new": list(since.new),
            "same": list(since.same),
            "resolved": [finding_told(one) for one in since.resolved],
            "in_doubt": [finding_told(one) for one in since.in_doubt],
            "ruled": [finding_told(one) for one in since.ruled],
            "not_looked_at": [finding_told(one) for one in since.not_looked_at],
        }
    }


def report_told(report: EarlierReport) -> dict[str, Any]:
    """Which report it is: its file, hash, day and opinion."""
    return {
        "file": report.file,
        "sha256": report.sha256,
        "as_of": report.as_of.isoformat(),
        "opinion": report.opinion.value if report.opinion else None,
    }


def finding_told(one: EarlierFinding) -> dict[str, Any]:
    """A finding as a report's JSON told of it; person, meeting and item only where it spoke of one."""
    document: dict[str, Any] = {
        "fingerprint": one.fingerprint,
        "rule_id": one.rule_id,
        "title": one.title,
        "severity": one.severity.value,
        "statement": one.statement,
    }
    about = {
        "person": one.person,
        "meeting": one.meeting.isoformat() if one.meeting else None,
        "committee": one.committee,
        "item": one.item,
    }
    document.update({name: value for name, value in about.items() if value is not None})
    return document
