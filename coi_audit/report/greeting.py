"""How a letter begins: "Dear Dr Rao", "Dear Margaret Hale"."""

from __future__ import annotations

import re

from coi_audit.linking.people.names import parse_name

_STYLED = ("dr", "prof", "professor", "mr", "mrs", "ms", "miss", "mx", "rev", "revd")
_AFTER = re.compile(r"\s*[,(\[].*|\s+-\s.*", re.DOTALL)  # posts and honours behind the name


def greeting(name: str) -> str:
    """With title and surname where the name begins with a title; else the name as it is written, never a guess."""
    written = " ".join(_AFTER.sub("", _given_names_first(name)).split())
    first = written.split(" ", maxsplit=1)[0]
    surname = _surname(written)
    if first.rstrip(".").casefold() in _STYLED and surname:
        return f"Dear {first.rstrip('.')} {surname}"
    return f"Dear {written or 'colleague'}"


def _given_names_first(name: str) -> str:
    """`Smith, Dr Jane` as `Dr Jane Smith`; a post behind a comma is no given name."""
    surname, comma, rest = name.partition(",")
    turned = f"{rest.strip()} {surname.strip()}"
    alike = comma and "," not in rest and parse_name(turned).folded == parse_name(name).folded != ""
    return turned if alike and parse_name(surname).folded != parse_name(name).folded else name


def _surname(written: str) -> str:
    """The surname in its own spelling: the fewest words of the name that read as it; empty where none do."""
    folded = parse_name(written).surname
    words = written.split(" ")[1:]
    for size in range(1, len(words) + 1 if folded else 0):
        for at in range(len(words) - size, -1, -1):
            window = " ".join(words[at : at + size])
            if parse_name(f"Ms X {window}").surname == folded:
                return window
    return ""
