"""A national summary report looked at again: every body audited anew, in a place of its own, and told side by side."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from coi_audit.app.audits import Progress
from coi_audit.app.national import audit_bodies
from coi_audit.app.national_body import NationalRequest
from coi_audit.report.national_paper import national_pdf, settled
from coi_audit.report.national_text import national_document

NATIONAL_JSON = "national.json"  # what the report carries


def national_again(
    told: Mapping[str, Any], folder: Path, *, rules: Path, organisations: Path | None, progress: Progress | None = None
) -> tuple[tuple[str, ...], bytes]:
    """What the bodies in `folder` now give otherwise than `told`, one sentence a difference, and the report's bytes.

    Raises `UserError` where no body can be audited at all, or the rules or lists cannot be read.
    """
    as_of = date.fromisoformat(str(told["as_of"]))
    request = NationalRequest(rules, organisations, as_of, bool(told["as_of_given"]))
    with tempfile.TemporaryDirectory() as place:
        found = audit_bodies([folder], Path(place), request=request, progress=progress)
    now = json.loads(json.dumps(national_document(settled(found))))
    return tuple(_differences(told, now)), national_pdf(found, rules)


def _differences(told: Mapping[str, Any], now: Mapping[str, Any]) -> Iterator[str]:
    """Body by body, then whatever else is told of them together. The rulebook's hash and the version are told apart."""
    before = {str(one["folder"]): one for one in told["bodies"]}
    after = {str(one["folder"]): one for one in now["bodies"]}
    for name in sorted(before.keys() | after.keys()):
        if name not in after:
            yield f"{before[name]['name']} is in the report and not in the folder."
        elif name not in before:
            yield f"{after[name]['name']} is in the folder and not in the report."
        elif before[name] != after[name]:
            keys = sorted(before[name].keys() | after[name].keys())
            changed = [key for key in keys if before[name].get(key) != after[name].get(key)]
            yield f"{after[name]['name']} is told otherwise: {', '.join(key.replace('_', ' ') for key in changed)}."
    beside = ("bodies", "tool_version", "rulebook_sha256")
    for key in told:
        if key not in beside and told[key] != now.get(key):
            yield f"What is told under {key.replace('_', ' ')} differs."
