"""Whether a title lists the practices that form a network: then it is a matter of a group, and of no one practice."""

from __future__ import annotations

import re
from collections.abc import Sequence

from coi_audit.linking.name_text import PRACTICE, Name

NETWORKS = "C20"
_FEWEST = 2
_MEMBERS = re.compile(
    r"\b(?:compris(?:es|ed|ing)|consist(?:s|ed|ing)\s+of|made\s+up\s+of|formed\s+(?:of|by)"
    r"|member(?:s|ship)?(?:\s+practices)?\s*[:–—-])\s*(?:the\s+)?(?:practices\s+)?$",
    re.IGNORECASE,
)


def lists_members(title: str, names: Sequence[Name]) -> bool:
    """Whether every practice named stands in one pair of brackets, or behind a word for members: "(Elm, Oak, Ash)"."""
    practices = [name for name in names if name.kind is PRACTICE]
    if len(practices) < _FEWEST:
        return False
    first, last = min(name.start for name in practices), max(name.end for name in practices)
    opened, closed = title.rfind("(", 0, first), title.find(")", last)
    in_brackets = opened > 0 and closed > 0 and ")" not in title[opened:first] and "(" not in title[last:closed]
    return in_brackets or _MEMBERS.search(title[:first]) is not None
