"""Which element of a conflicts of interest policy some words name (rules/vocabulary/policy_elements.yaml)."""

from __future__ import annotations

import re
from functools import cache

from coi_audit.errors import RulebookError
from coi_audit.paths import rules_folder
from coi_audit.strict_yaml import parse_yaml


@cache
def elements() -> dict[str, str]:
    """Folded words -> the element's key, the keys included. Raises `RulebookError` for words given to two elements."""
    path = rules_folder() / "vocabulary" / "policy_elements.yaml"
    where = f"rules/vocabulary/{path.name}"
    read = parse_yaml(path.read_text(encoding="utf-8"), where=where)
    if not isinstance(read.data, dict) or set(read.data) != {"elements"} or not isinstance(read.data["elements"], dict):
        raise RulebookError("it must hold exactly `elements`.", where=where, fix="restore the file.")
    found: dict[str, str] = {}
    for key, phrases in read.data["elements"].items():
        for phrase in (key, *phrases):
            if found.setdefault(_folded(str(phrase)), key) != key:
                line = f"{where}, line {read.line('elements', key)}"
                raise RulebookError(f'"{phrase}" stands for two elements.', where=line, fix="keep one of the two.")
    return found


def element_of(words: str) -> str | None:
    """The element's key, None for words that name none: an exact phrase first, else the longest phrase within."""
    known, text = elements(), _folded(words)
    if text in known:
        return known[text]
    within = [phrase for phrase in known if re.search(rf"\b{re.escape(phrase)}\b", text)]
    longest = max(within, key=lambda phrase: (len(phrase), phrase), default=None)
    return known[longest] if longest is not None else None


def element_keys() -> tuple[str, ...]:
    """The keys of all elements, in the order of the file."""
    return tuple(dict.fromkeys(elements().values()))


def _folded(words: str) -> str:
    spelt = words.casefold().replace("&", " and ").replace("_", " ")
    return " ".join(re.sub(r"[^\w\s]", " ", spelt).split())
