"""The last report on a body, as PDF or as JSON, read back for what it found."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from coi_audit.errors import UserError
from coi_audit.model.people import Body
from coi_audit.model.since import EarlierFinding, EarlierReport, Outcomes
from coi_audit.model.words import OpinionLevel, RuleOutcome, Severity
from coi_audit.report.as_json import SCHEMA_VERSION
from coi_audit.report.made import ASSURANCE, NAME
from coi_audit.report.seal import SealState, attachments_of, seal_state

_MOST_BYTES = 200_000_000


def read_last_report(path: Path) -> EarlierReport:
    """What an earlier `audit --pdf` or `audit --json` found.

    Raises `UserError` where the file is none of these, is damaged, or was changed after it was written.
    """
    return read_report(path)[0]


def read_report(path: Path) -> tuple[EarlierReport, Outcomes]:
    """The same with what an earlier one is compared with. Raises `UserError` as `read_last_report`."""
    data = _bytes(path)
    text = _attached(data, path) if data.startswith(b"%PDF") else data
    return report_told(text, file=path.name, sha256=hashlib.sha256(data).hexdigest(), where=str(path))


def report_told(text: bytes, *, file: str, sha256: str, where: str) -> tuple[EarlierReport, Outcomes]:
    """What the JSON of an audit tells. Raises `UserError` where it is none, or is damaged."""
    document = _document(text, where)
    try:
        return _report(document, file, sha256), _outcomes(document)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise _no_report(where, "part of what an audit tells is missing from it, or cannot be read") from error


def check_last_report(
    earlier: EarlierReport | None, *, given: Path | EarlierReport | None, body: Body, as_of: date
) -> None:
    """Raise `UserError` where the last report speaks of another body, or of a later day than this audit."""
    if earlier is None:
        return
    where = str(given) if isinstance(given, Path) else earlier.file
    coded = bool(earlier.ods_code and body.ods_code)
    same = earlier.ods_code == body.ods_code if coded else folded(earlier.body) == folded(body.name)
    if not same:
        raise UserError(
            f"the last report is on {earlier.body}, and this folder is that of {body.name}.",
            where=where,
            fix="give with --since the last report on the same body.",
        )
    if earlier.as_of > as_of:
        raise UserError(
            f"the last report speaks for {earlier.as_of.isoformat()}, a later day than this audit's "
            f"({as_of.isoformat()}).",
            where=where,
            fix="give an earlier report with --since, or a later day with --as-of.",
        )


def earlier_told(told: Mapping[str, Any]) -> EarlierReport:
    """The last report again, from what a report made with it tells of it. Raises `UserError` where it is damaged."""
    try:
        return _earlier(told, told["since"])
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise UserError(
            "what this report tells of the one before it cannot be read.", fix="give the PDF as coi-audit wrote it."
        ) from error


def _earlier(told: Mapping[str, Any], said: Mapping[str, Any]) -> EarlierReport:
    piles = ("resolved", "in_doubt", "ruled", "not_looked_at")
    gone = [_finding(one) for pile in piles for one in said[pile]]
    stand = {one["fingerprint"]: one for one in told["findings"]}
    same = [_finding(stand[number]) for number in said["same"]]
    level = said["report"]["opinion"]
    return EarlierReport(
        file=str(said["report"]["file"]),
        sha256=str(said["report"]["sha256"]),
        body=str(told["body"]["name"]),
        ods_code=told["body"]["ods_code"],
        as_of=date.fromisoformat(said["report"]["as_of"]),
        opinion=OpinionLevel(level) if level else None,
        findings=(*same, *gone),
    )


def _bytes(path: Path) -> bytes:
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise _no_report(str(path), "it is far too large for one")
        return path.read_bytes()
    except OSError as error:
        raise UserError(
            "the last report cannot be opened.", where=str(path), fix="check that it is there and that you may read it."
        ) from error


def _attached(data: bytes, path: Path) -> bytes:
    """The audit inside a report's PDF."""
    attached = attachments_of(data)
    if "audit.json" not in attached:
        raise _no_report(str(path), "no audit is attached to it")
    if seal_state(data) is not SealState.WHOLE:
        raise UserError(
            "the last report was changed after it was written, so it cannot be relied on.",
            where=str(path),
            fix="give the PDF as coi-audit wrote it, or the JSON of that audit.",
        )
    try:
        paper = json.loads(attached[NAME])["paper"]
    except (KeyError, TypeError, ValueError) as error:
        raise _no_report(str(path), "it does not say which paper it is") from error
    if paper != ASSURANCE:
        raise _no_report(str(path), f"it is a {paper}")
    return attached["audit.json"]


def _document(text: bytes, where: str) -> Mapping[str, Any]:
    try:
        document = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise _no_report(where, "it is neither a report's PDF nor its JSON, or it is cut short") from error
    if not isinstance(document, dict) or document.get("schema_version") != SCHEMA_VERSION:
        raise _no_report(where, f"it is not the JSON of an audit in the form {SCHEMA_VERSION}")
    return document


def _report(document: Mapping[str, Any], file: str, sha256: str) -> EarlierReport:
    level = document["opinion"]["level"]
    raised = [one for one in document["findings"] if RuleOutcome(one["outcome"]) is RuleOutcome.NOT_MET]
    return EarlierReport(
        file=file,
        sha256=sha256,
        body=_text(document["body"]["name"]),
        ods_code=document["body"]["ods_code"],
        as_of=date.fromisoformat(document["as_of"]),
        opinion=OpinionLevel(level) if level else None,
        findings=tuple(_finding(one) for one in raised),
    )


def _outcomes(document: Mapping[str, Any]) -> Outcomes:
    raised = [one for one in document["findings"] if RuleOutcome(one["outcome"]) is RuleOutcome.NOT_MET]
    return Outcomes(
        raised=tuple(one["fingerprint"] for one in sorted(raised, key=lambda one: -Severity(one["severity"]).rank)),
        open_=frozenset(one["fingerprint"] for one in document["findings"]) - {one["fingerprint"] for one in raised},
        ruled=frozenset(one["fingerprint"] for one in document["waived"]),
        meetings=frozenset((date.fromisoformat(one["date"]), one["committee"]) for one in document["meetings"]),
    )


def _finding(one: Mapping[str, Any]) -> EarlierFinding:
    return EarlierFinding(
        fingerprint=_text(one["fingerprint"]),
        rule_id=_text(one["rule_id"]),
        title=_text(one["title"]),
        severity=Severity(one["severity"]),
        statement=_text(one["statement"]),
        person=one.get("person"),
        meeting=date.fromisoformat(one["meeting"]) if one.get("meeting") else None,
        committee=one.get("committee"),
        item=one.get("item"),
    )


def _text(value: object) -> str:
    if not isinstance(value, str) or not value:
        raise ValueError("no text")
    return value


def folded(name: str) -> str:
    """A body's name as it is compared: spacing and capitals make no difference."""
    return " ".join(name.casefold().split())


def _no_report(where: str, why: str) -> UserError:
    return UserError(
        f"this is no report of an earlier audit, or it is damaged: {why}.",
        where=where,
        fix="give the PDF that `coi-audit audit --pdf` wrote, or the JSON that `coi-audit audit --json` printed.",
    )
