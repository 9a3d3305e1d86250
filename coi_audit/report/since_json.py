"""What changed since the last report, as JSON: only where a last report was given."""

from __future__ import annotations

from typing import Any

from coi_audit.model.since import EarlierFinding, Since


def since_document(since: Since | None) -> dict[str, Any]:
    """`{"since": ...}` with the last report, numbers of findings that stand, and those gone in their own words."""
    if since is None:
        return {}
    earlier = since.earlier
    return {
        "since": {
            "report": {
                "file": earlier.file,
                "sha256": earlier.sha256,
                "as_of": earlier.as_of.isoformat(),
                "opinion": earlier.opinion.value if earlier.opinion else None,
            },
            "new": list(since.new),
            "same": list(since.same),
            "resolved": [_gone(one) for one in since.resolved],
            "in_doubt": [_gone(one) for one in since.in_doubt],
            "ruled": [_gone(one) for one in since.ruled],
            "not_looked_at": [_gone(one) for one in since.not_looked_at],
        }
    }


def _gone(one: EarlierFinding) -> dict[str, Any]:
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
