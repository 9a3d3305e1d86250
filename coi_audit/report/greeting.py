"""How a letter begins: "Dear Dr Rao", "Dear Margaret Hale"."""

from __future__ import annotations

import re

from coi_audit.linking.people_names import parse_name

_STYLED = ("dr", "prof", "professor", "mr", "mrs", "ms", "miss", "mx", "rev", "revd")
_AFTER = re.compile(r"\s*[,(\[].*|\s+-\s.*", re.DOTALL)  # posts and honours behind the name


def greeting(name: str) -> str:
    """With title and surname where the name begins with a title; else the name as it is written, never a guess."""
    written = " ".join(_AFTER.sub("", name).split())
    first = written.split(" ", maxsplit=1)[0]
    surname = _surname(written)
    if first.rstrip(".").casefold() in _STYLED and surname:
        return f"Dear {first.rstrip('.')} {surname}"
    return f"Dear {written or 'colleague'}"


def _surname(written: str) -> str:
    """The surname in its own spelling: the end of the name that reads as it."""
    folded = parse_name(written).surname
    words = written.split(" ")
    size = len(folded.split(" ")) if folded else 0
    return " ".join(words[len(words) - size :]) if 0 < size < len(words) else ""
