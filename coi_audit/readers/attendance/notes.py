"""Words of an attendance list that tie somebody's absence to some items or to an interest: "withdrew for item 5"."""

from __future__ import annotations

import re

_NUMBERS = r"[A-Z]{0,6}[\d./]*\d[a-z]?(?:\s*(?:,|-|–|to|and|&)\s*(?:items?\s+)?\d[\d./]*[a-z]?)*"
_ITEMS = rf"(?:the\s+)?(?:discussion\s+(?:of|on)\s+)?(?:agenda\s+)?items?(?:\s+no\.?)?\s+{_NUMBERS}"
_INTEREST = r"(?:conflicts?(?:\s+of\s+interests?)?|(?:declared\s+|direct\s+|financial\s+)?interests?|conflicted|COI)"
_SHORT = r"[^,;()\[\]]{0,40}"
_REASON = (
    r"(?:\s*[-–:,]?\s*(?:due\s+to|owing\s+to|because\s+of|as|given|with|having)\s+"
    rf"{_SHORT}?\b{_INTEREST}\b{_SHORT})?"
)
_PLACE = r"(?:\s+(?:of\s+)?(?:the\s+)?(?:meeting|room|call|table))?"
_OUT = re.compile(
    rf"(?:(?:and|who|but)\s+)?\b(?:(?:left|stepped\s+out|absent|out|away|not\s+present|not\s+in\s+attendance|did\s+not\s+attend)"
    rf"{_PLACE}\s+(?:for|during)|(?:withdrew|withdrawn|excluded|excused|recused(?:\s+\w+self)?){_PLACE}\s+(?:for|from|during))"
    rf"\s+{_ITEMS}{_REASON}",
    re.IGNORECASE,
)
# What goes on about the interest behind that, to the bracket's end: "... in item 3 as a director; left the room".
_GOES_ON = re.compile(
    r"\s*(?:as\b|[;,]\s*(?:and\s+)?(?:left|stayed|remained|withdrew|did\s+not|took|abstained|out|not|no|spoke)\b"
    r"|and\s+(?:left|stayed|remained|withdrew|did\s+not|took|abstained|spoke)\b)[^()\[\]]*(?=[)\]])",
    re.IGNORECASE,
)
_LEFT_DURING = re.compile(r"\bleft\b[\w\s]*\bduring\b", re.IGNORECASE)
_TIED = re.compile(
    rf"(?:(?:due\s+to|owing\s+to|because\s+of|declared|given|with|having|for)\s+)?(?:an?\s+|the\s+|his\s+|her\s+|their\s+)?"
    rf"\b{_INTEREST}\b(?:\s+(?:in|on|for|with|at|to|re|regarding)|\s*[,:–-])?(?:\s+(?:relation\s+to|respect\s+of))?\s*{_ITEMS}"
    rf"|{_ITEMS}\s*[,:–-]\s*{_INTEREST}\b",
    re.IGNORECASE,
)


def take_tied_note(text: str) -> tuple[str, str | None]:
    """The words after a name without those on withdrawing or on an interest, and those words.

    "Left during item 7" is a departure and stays where it is.
    """
    found = _OUT.search(text)
    if (
        found is not None
        and _LEFT_DURING.search(found.group())
        and not re.search(_INTEREST, found.group(), re.IGNORECASE)
    ):
        found = None
    found = found or _TIED.search(text)
    if found is None:
        return text, None
    more = _GOES_ON.match(text, found.end())
    end = more.end() if more else found.end()
    before, behind = text[: found.start()].rstrip(" ,;–-"), text[end:]
    note = re.sub(r"^(?:and|who|but)\s+", "", text[found.start() : end].strip(), flags=re.IGNORECASE)
    if before.endswith(("(", "[")) and behind.lstrip().startswith((")", "]")):
        before, behind = before[:-1], behind.lstrip()[1:]
    return f"{before} {behind.lstrip(' ,;')}".strip(), note
