"""Bodies by name: what is left of "NHS Northfield CCG" once what every body's name has is set aside."""

from __future__ import annotations

import re


def core_name(name: str) -> str:
    """A body's name without what every body's name has."""
    without = re.sub(r"\b(nhs|ccg|icb|clinical commissioning group|integrated care board)\b|\W+", " ", name.casefold())
    return " ".join(without.split())
