"""What somebody is, written before where: "Salaried GP at Elm Street Surgery" names the surgery."""

from __future__ import annotations

import re

_WHAT_KIND = (
    "senior|managing|executive|non[- ]executive|salaried|locum|sessional|retained|lead|former|registered|joint|company"
    "|clinical|full[- ]time|part[- ]time|sole|majority|minority|founding|founder|equity|profit[- ]sharing|associate"
)
_WHAT = (
    "gp|general practitioner|partner|partnership|director|directorship|shareholder|shareholding|shares|owner|trustee"
    "|governor|chair|chairman|chairwoman|chairperson|vice[- ]chair|member|employee|employed|manager|practice manager"
    "|nurse|practice nurse|nurse practitioner|doctor|secretary|treasurer|principal|pharmacist|working|works"
)
_BEFORE = re.compile(
    rf"^\W*(?:an?\s+)?(?:(?:{_WHAT_KIND})\s+)*(?:{_WHAT})(?:[\s/,&-]+(?:and\s+)?(?:{_WHAT_KIND}|{_WHAT}))*"
    r"(?:\s+(?:at|of|in|with|for|by)\s+(?:the\s+)?|\s*[,:–-]\s+)(?=\S)",
    re.IGNORECASE,
)


def without_role(text: str) -> str | None:
    """The name after "partner at", "director of"; None where nothing of the kind stands before it."""
    found = _BEFORE.match(text)
    return text[found.end() :] if found else None
