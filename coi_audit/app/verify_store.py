"""Whether a store still holds the trail that a report was made from, by the head that the report carries."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

from coi_audit.app.kept import check_trail
from coi_audit.errors import UserError
from coi_audit.model.kept import Anchor
from coi_audit.model.recheck import Answer, Recheck
from coi_audit.report.seal import attachments_of


def with_trail(found: Recheck, report: Path, address: str) -> Recheck:
    """The answers about a report, with whether the store at `address` still holds the head that stands in it.

    Raises `UserError` where the store is not there, or the head in the report cannot be read.
    """
    anchor = _head(report)
    if anchor is None:
        because = "this report was made from a folder and carries no head of a trail"
        return replace(found, anchored=Answer.NOT_ASKED, anchored_because=because)
    check = check_trail(address, anchor)
    if not check.whole:
        more = f", and {len(check.faults) - 1} more" if len(check.faults) > 1 else ""
        return replace(found, anchored=Answer.NO, anchored_because=f"{check.faults[0].rstrip('.')}{more}")
    later = check.head.number - anchor.number
    since = f"the {later} since follow it" if later > 1 else "the one since follows it" if later else "it is the last"
    because = f"entry {anchor.number} is there as it was, {since}, and every row is as it was brought in"
    return replace(found, anchored=Answer.YES, anchored_because=because)


def _head(report: Path) -> Anchor | None:
    """The head of the trail in a report; None in one that was made from a folder."""
    try:
        told = json.loads(attachments_of(report.read_bytes())["audit.json"])
        head = told["kept"]["head"] if "kept" in told else None
        return Anchor(int(head["number"]), str(head["hash"])) if head is not None else None
    except (OSError, KeyError, TypeError, ValueError) as error:
        raise UserError(
            "the head of the trail in this report cannot be read.",
            where=str(report),
            fix="give the PDF as coi-audit wrote it.",
        ) from error
