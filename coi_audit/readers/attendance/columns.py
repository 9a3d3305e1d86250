"""The heading row of a table of people: which column is the name, the post, the body, a tick for those present."""

from __future__ import annotations

import re
from collections.abc import Sequence

from coi_audit.readers.attendance.labels import LABELS

_COLUMNS = (
    ("name", r"names?(?: of .*)?|members?(?: present)?|attendees?|present|in attendance|apologies|who|delegate"
             r"|core members|voting members|non-?voting members|absent"),
    ("initials", r"initials?|abbreviation|init"),
    ("attendance", r"attendance|attended|present/apologies|status|present\?|attendance/apologies|attended\?"),
    ("out", r"(?:items? )?(?:withdrew|withdrawn|excluded|recused|not present|out|absent|left)"
            r"(?: of (?:the )?(?:room|meeting))? (?:for|from|during)(?: agenda)?(?: items?)?"
            r"|items? (?:missed|withdrawn from|not present for)|conflicted (?:for|on|in|at)?(?: ?items?)?"),
    ("arrived", r"(?:in )?attendance from|arrived|from|arrival|joined|time in|time of arrival|in attendance from"),
    ("left", r"left|until|departure|time out|departed|time left"),
    ("body", r"ccg|icb|body|representing|commissioner"),
    ("organisation", r"organisations?|organization|employer"),
    ("position", r"(?:job )?(?:roles?|titles?|positions?|organisations?|designation|post|employer|representing)"
                 r"(?: ?(?:/|and|&|,) ?(?:job )?(?:roles?|titles?|positions?|organisations?|designation|post"
                 r"|employer|representing)){1,2}"
                 r"|roles?|positions?|titles?|job titles?|designation|post|capacity|role/title|title/role"
                 r"|role/organisation|title/organisation|position/organisation"
                 r"|role and organisation|title and organisation|role / organisation|title / organisation|job role"),
)  # fmt: skip
_DATE_LIKE = re.compile(
    r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b|\d{1,2}[/.]\d{1,2}", re.IGNORECASE
)


def heading_row(texts: Sequence[str]) -> dict[str, int] | None:
    """The columns by what they hold, from 0, where the row is the heading of a table of people; else None."""
    labels = [re.sub(r"[^a-z/ ?-]", "", re.sub(r"\s+", " ", text.casefold())).strip() for text in texts]
    if sum(bool(label) for label in labels) < 2 or sum(bool(_DATE_LIKE.search(text)) for text in texts) >= 2:
        return None
    found: dict[str, int] = {}
    for at, label in enumerate(labels):
        kind = next((kind for kind, pattern in _COLUMNS if re.fullmatch(pattern, label)), None)
        if kind == "name" and "name" in found:
            status = next((s for s, p in LABELS if p.match(label)), None)
            kind = f"tick:{status.value}" if status else None
        if kind and kind not in found:
            found[kind] = at
    return found if "name" in found and len(found) >= 2 else None


def out_for(texts: Sequence[str], columns: dict[str, int]) -> str | None:
    """The note of a row whose own column tells the items that somebody was out for: "left for item 3"."""
    at = columns.get("out")
    found = re.search(r"\b(?:[A-Z]{1,6}/)?\d.*", texts[at]) if at is not None and at < len(texts) else None
    return f"left for item {found.group()}" if found else None
