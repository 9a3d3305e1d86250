"""Items that point back to a declaration by its own number or letter: "in view of the interest at 2.3", "(see (b))"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from coi_audit.linking.people.names import plain
from coi_audit.model.meetings import MinutesSection, Passage

_DOTTED = re.compile(r"^\d{1,3}(?:\.\d{1,2})+$")
_LETTERED = re.compile(r"^\W*\(?(?P<letter>[a-hj-u]|i{1,3}|iv|v)[).]\s+\S")
_NAMED = re.compile(r"\b(?:items?|minutes?)\s+[\w./]*\d", re.IGNORECASE)
_WORDS = r"(?:minutes?|items?|paragraphs?|paras?\.?|points?|sections?|numbers?|nos?\.?|entry|entries)"
_LETTERS = re.compile(
    r"\b(?:interests?|declarations?|conflicts?|declared|entry|entries|paragraphs?|points?)\s+(?:(?:at|under|in)\s+)?"
    r"(?P<letters>\([a-z]{1,3}\)(?:(?:\s*,\s*|\s*(?:,\s*)?(?:and|&)\s*)\([a-z]{1,3}\))*)",
    re.IGNORECASE,
)


@dataclass(slots=True)
class _Entry:
    """One declaration with a number of its own, and the items that point to it."""

    section: int
    passage: int
    items: list[str] = field(default_factory=list)


def with_references(sections: Sequence[MinutesSection], declared: Sequence[int]) -> tuple[MinutesSection, ...]:
    """The sections, where each such declaration begins with the items that point to it, which no longer name it.

    Declarations that name an item themselves, and items without a number, stay as they are.
    """
    entries = _entries(sections, declared)
    found = list(sections)
    for at, section in enumerate(sections if entries else ()):
        if at in declared or not section.number:
            continue
        passages = [_read(passage, section.number, entries) for passage in section.passages]
        if any(new is not old for new, old in zip(passages, section.passages, strict=True)):
            found[at] = section.model_copy(update={"passages": tuple(passages)})
    for entry in entries.values():
        if entry.items:
            found[entry.section] = _named(found[entry.section], entry)
    return tuple(found)


def _entries(sections: Sequence[MinutesSection], declared: Sequence[int]) -> dict[str, _Entry]:
    found: dict[str, _Entry] = {}
    for at in declared:
        for index, passage in enumerate(sections[at].passages):
            letter = _LETTERED.match(plain(passage.text))
            number = passage.number if _DOTTED.match(passage.number) else f"({letter['letter']})" if letter else ""
            if number and number not in found and not _NAMED.search(passage.text):
                found[number] = _Entry(at, index)
    return found


def _read(passage: Passage, item: str, entries: dict[str, _Entry]) -> Passage:
    """A paragraph of an item without its references, each of which is kept with its entry."""
    text = passage.text
    for number, entry in entries.items():
        pattern = _reference(number)
        if pattern is not None and pattern.search(text):
            entry.items += [] if item in entry.items else [item]
            text = pattern.sub(lambda found: "" if found.group().startswith("(") else "the declarations", text)
    for found in _LETTERS.finditer(passage.text):
        for letter in re.findall(r"\([a-z]{1,3}\)", found["letters"].casefold()):
            if letter in entries and item not in entries[letter].items:
                entries[letter].items.append(item)
    return passage if text == passage.text else passage.model_copy(update={"text": text.strip()})


def _reference(number: str) -> re.Pattern[str] | None:
    if not number[0].isdigit():
        return None
    own = rf"(?<![\d.£]){re.escape(number)}(?![\d%]|\.\d|\s*(?:am|pm|per cent|million)\b)"
    return re.compile(rf"\((?:[^()]{{0,30}}\b)?(?:{_WORDS}\s+)?{own}\)|(?:\b{_WORDS}\s+)?{own}", re.IGNORECASE)


def _named(section: MinutesSection, entry: _Entry) -> MinutesSection:
    passages = list(section.passages)
    own = passages[entry.passage]
    items = f"Item {entry.items[0]}" if len(entry.items) == 1 else f"Items {' and '.join(entry.items)}"
    words = re.sub(r"^\W*\(?[a-z]{1,3}[).]\s+", "", own.text)
    passages[entry.passage] = own.model_copy(update={"text": f"{items}: {words}"})
    return section.model_copy(update={"passages": tuple(passages)})
