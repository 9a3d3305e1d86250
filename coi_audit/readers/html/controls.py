"""The boxes, choices and pictures of a web page as the words that stand in their place."""

from __future__ import annotations

from typing import Any

_TICKS = {"checkbox", "radio"}
_SILENT = {"hidden", "password", "submit", "button", "reset", "image", "file", "color", "range", "search"}


def control_words(element: Any, *, in_cell: bool) -> str | None:
    """What a control or a picture says; None for an element that is neither.

    A box is ticked or not; a field says what was written into it, a choice what was chosen. A picture speaks by its
    description, and only within a table: elsewhere it adorns the page.
    """
    tag = element.tag
    if tag == "input":
        return _field(element)
    if tag == "textarea":
        return " ".join(element.itertext())
    if tag == "select":
        chosen = [one for one in element.iter("option") if one.get("selected") is not None]
        return ", ".join(" ".join(" ".join(one.itertext()).split()) for one in chosen)
    if tag == "img":
        return (element.get("alt") or "") if in_cell else ""
    return None


def _field(element: Any) -> str:
    kind = (element.get("type") or "text").casefold()
    if kind in _TICKS:
        return "☑" if element.get("checked") is not None else "☐"
    return "" if kind in _SILENT else element.get("value") or ""
