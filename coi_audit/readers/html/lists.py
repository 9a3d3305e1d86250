"""The numbers and bullets of a web page's lists: where they start, how they count and what stands in their place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from coi_audit.readers.word_numbering import in_style

_STYLES = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_NAMED = {
    "decimal": "decimal",
    "decimal-leading-zero": "decimalZero",
    "lower-alpha": "lowerLetter",
    "lower-latin": "lowerLetter",
    "upper-alpha": "upperLetter",
    "upper-latin": "upperLetter",
    "lower-roman": "lowerRoman",
    "upper-roman": "upperRoman",
    "none": "none",
    "disc": "bullet",
    "circle": "bullet",
    "square": "bullet",
}
_STYLE = re.compile(r"list-style(?:-type)?\s*:\s*([a-z -]+)", re.IGNORECASE)
_TYPED = re.compile(r"\(?(?:\d{1,3}(?:\.\d{1,3})*[.):]|\d{1,3}(?:\.\d{1,3})+|[a-zA-Z][.)]|[ivxIVX]{1,5}[.)])\s+\S")
_ALONE = re.compile(r"\(?(\d{1,3}(?:\.\d{1,3})*[a-zA-Z]?|[a-zA-Z]|[ivxIVX]{1,5})[.):]?")
_LARGEST = 100_000


@dataclass(slots=True)
class List:
    """One list being read: call `step` for each of its items, then look at `mark`."""

    style: str
    value: int
    by: int = 1
    above: str = ""  # the number of the item it stands in, where both count in figures: 8, then 8.1
    mark: tuple[str, bool] = ("", False)

    def step(self, item: Any) -> None:
        """Go on to the next item, which may say its own number."""
        own = _whole(item.get("value"))
        self.value = own if own is not None else self.value + self.by
        style = _style_of(item, self.style)
        if style in ("bullet", "none"):
            self.mark = ("", style == "bullet")
            return
        number = in_style(self.value, style)
        self.mark = (f"{self.above}.{number}" if self.above else number, False)


def list_of(element: Any, outer: List | None) -> List:
    """A list before its first item, within an item of `outer` or within none.

    A page may print 1 and 2 before the items under item 8; they are 8.1 and 8.2, so that no two items share a number.
    """
    ordered = element.tag == "ol"
    style = _style_of(element, "decimal" if ordered else "bullet")
    items = [child for child in element if child.tag == "li"]
    if style not in ("bullet", "none") and items and all(_typed(item) for item in items):
        style = "none"  # the numbers are typed into the words; the page's own are switched off elsewhere
    backwards = ordered and element.get("reversed") is not None
    start = _whole(element.get("start"))
    first = start if start is not None else (len(items) if backwards else 1)
    by = -1 if backwards else 1
    above = outer.mark[0] if outer is not None and outer.style == style == "decimal" else ""
    return List(style, first - by, by, above)


def office_mark(words: str) -> tuple[str, bool]:
    """What Word wrote before an item of a list when it saved a web page: its number, or whether it is a bullet."""
    bare = words.replace("\xa0", " ").strip()
    match = _ALONE.fullmatch(bare)
    if match is None or bare == "o":
        return "", bool(bare)
    return match[1], False


def number_alone(words: str) -> str:
    """The number that words are nothing else than, else nothing."""
    match = _ALONE.fullmatch(" ".join(words.split()))
    return match[1] if match and any(letter.isdigit() for letter in match[1]) else ""


def _style_of(element: Any, otherwise: str) -> str:
    told = _STYLE.search(element.get("style") or "")
    for word in told[1].casefold().split() if told else ():
        if word in _NAMED:
            return _NAMED[word]
    kind = element.get("type") or ""
    return _STYLES.get(kind) or _NAMED.get(kind.casefold(), otherwise)


def _typed(item: Any) -> bool:
    return bool(_TYPED.match(" ".join(" ".join(item.itertext()).split())))


def _whole(text: str | None) -> int | None:
    match = re.fullmatch(r"\s*(-?\d{1,9})\s*", text or "")
    return max(-_LARGEST, min(_LARGEST, int(match[1]))) if match else None
