"""The sub-group or working group whose report an agenda item is, by its title."""

from __future__ import annotations

import re

_REPORTING = r"(?:sub-?group|working group|working party|sub-?committee|task group|task and finish group|group)"
_GROUP_REPORT = re.compile(
    rf"\b(?:reports?|updates?|minutes|notes|recommendations?|summary) (?:from|of|by) (?:the )?"
    rf"(?P<of>[\w&,' -]*?\b{_REPORTING})\b"
    rf"|^(?:the )?(?P<own>[\w&,' -]*?\b{_REPORTING})(?:['’]s)?\s*[:–-]?\s*(?:summary|update|highlight|chair['’]?s)? ?"
    r"(?:reports?|updates?|minutes|notes|recommendations?|summary)\b",
    re.IGNORECASE,
)
_NO_SUB_GROUP = re.compile(  # a body, a practice, or people who use services
    r"\b(?:commissioning|medical|practice|surgery|healthcare|dental|doctors|patients?|public|users?|carers?)"
    r"(?: (?:participation|reference|engagement|representative))? group$",
    re.IGNORECASE,
)


def sub_group_of(title: str) -> str | None:
    """The group whose report the item is: "Report from the Primary Care Operational Group"."""
    found = _GROUP_REPORT.search(title)
    name = (found["of"] or found["own"]).strip() if found else None
    return None if name is None or _NO_SUB_GROUP.search(name) else name
