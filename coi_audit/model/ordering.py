"""The order in which people number things: item 2 before item 10, 5.9 before 5.10, 7a after 7."""

from __future__ import annotations

import re

_PARTS = re.compile(r"[0-9]{1,18}|[^0-9]+")

_Part = tuple[int, int, str]


def numbered(text: str | None) -> tuple[_Part, ...]:
    """A key to sort numbers of items by, as they stand on an agenda. None and "" come first; digits before words."""
    return tuple(
        (0, int(part), "") if part.isascii() and part.isdigit() else (1, 0, part.casefold())
        for part in _PARTS.findall(text or "")
    )
