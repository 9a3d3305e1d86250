"""Which section of the minutes an item is, and whether words name that item: by number, title or organisation."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from coi_audit.linking.people.names import plain
from coi_audit.model.letters import fold_letters
from coi_audit.model.meetings import AgendaItem, Minutes, MinutesSection
from coi_audit.rulebook.minutes_words import MinutesWords, minutes_words

_NUMBER = r"\d+(?:\s?[a-z](?![a-z]))?(?:[./]\d+[a-z]?)*(?:\([a-z0-9]+\))?"
_REFERENCE = re.compile(
    rf"\b(?:items?|agenda|minutes?|paragraphs?)\s*(?:items?\s*)?(?:nos?\.?|numbers?|refs?\.?|#)?\s*[:.-]?\s*"
    rf"({_NUMBER}(?:\s*(?:,\s*and|,|;|&|\+|and|or|to|-|through|until)\s*(?:items?\s+)?{_NUMBER})*)(?!\s*(?:[ap]\.?m\b|%))",
    re.IGNORECASE,
)
_RANGE = re.compile(rf"({_NUMBER})\s*(?:to|-|through|until)\s*(?:items?\s+)?({_NUMBER})", re.IGNORECASE)
_remembered = lru_cache(maxsize=20_000)  # the same titles and numbers are compared many times in one meeting
_LETTER = re.compile(r"\s*\(?([a-h])[).]\s+(?=\S)")
_CODE = re.compile(r"\b[A-Z]{2,6}[/ -]?\d{1,4}(?:[/.-]\d{1,4})+\b")


@dataclass(frozen=True, slots=True)
class ItemScope:
    """What names one item: its numbers (the agenda's and the minutes'), its title's words and the organisations."""

    numbers: frozenset[str]
    title: frozenset[str]
    organisations: tuple[frozenset[str], ...]
    codes: frozenset[str] = frozenset()  # its numbers that begin with letters, as written: "PC/03", "A4"


def item_scope(
    item: AgendaItem, section: MinutesSection | None, organisations: Sequence[str], on: date | None
) -> ItemScope:
    """The scope of an item, with the organisations of the interest that is looked at."""
    numbers = number_forms(item.number, on) | (number_forms(section.number, on) if section else frozenset())
    names = tuple(dict.fromkeys(frozenset(distinct(name) or content(name)) for name in organisations))
    written = [item.number, *([section.number] if section else [])]
    codes = frozenset(one.casefold().strip(" .:") for one in written if re.match(r"[A-Za-z]{1,6}[/ .-]?\d", one))
    return ItemScope(numbers, distinct(item.title), tuple(name for name in names if name), codes)


@_remembered
def content(text: str) -> frozenset[str]:
    """The words of a text, folded, without plural s."""
    found = re.findall(r"[a-z0-9]+", fold_letters(plain(text)).casefold().replace("'s", "").replace("'", ""))
    return frozenset(
        word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word for word in found
    )


@_remembered
def distinct(text: str) -> frozenset[str]:
    """The words of a text that tell it from others."""
    common = minutes_words().common
    return frozenset(
        word for word in content(text) if len(word) > 1 and not word.isdigit() and not {word, word.rstrip("s")} & common
    )


@_remembered
def number_forms(number: str, on: date | None) -> frozenset[str]:
    """Ways to write an item's number: "06/17" and "PCCC/17/06" are item 6 of a meeting in 2017."""
    text = re.sub(r"[\s().:]+$", "", plain(number).casefold().strip()).replace(" ", "")
    if not text:
        return frozenset()
    parts = re.findall(r"\d+[a-z]?", text)
    forms = {_fold(text)}
    if ("/" in text or "-" in text) and parts:
        years = {f"{on.year}", f"{on.year % 100:02d}", f"{on.year % 100 + 1:02d}"} if on else set()
        kept = [part for part in parts if part not in years] or parts
        forms.add(_fold(kept[-1]))
    return frozenset(forms)


@_remembered
def _fold(number: str) -> str:
    joined = re.sub(r"\(([a-z0-9]+)\)", r".\1", number.casefold().replace(" ", ""))
    return ".".join(part.lstrip("0") or "0" for part in re.sub(r"(\d)([a-z])", r"\1.\2", joined).split("."))


@_remembered
def references(text: str, on: date | None = None) -> tuple[str, ...]:
    """Folded item numbers that the words name ("items 6 to 8 and 11a"), in order; ranges are written out."""
    found: list[str] = []
    for reference in _REFERENCE.finditer(text):
        numbers = reference.group(1)
        for one in _RANGE.finditer(numbers):
            first, last = one.group(1), one.group(2)
            if first.isdigit() and last.isdigit() and 0 < int(last) - int(first) < 40:
                found.extend(str(number) for number in range(int(first), int(last) + 1))
        for one in re.finditer(_NUMBER, numbers, re.IGNORECASE):
            found.extend(sorted(number_forms(one.group(), on)))
    for code in _CODE.finditer(text):
        found.extend(sorted(number_forms(code.group(), on)))
    return tuple(dict.fromkeys(found))


def same_number(one: str, two: str) -> bool:
    """Equal, or one a part of the other: "6" and "6.a"."""
    return one == two or one.startswith(f"{two}.") or two.startswith(f"{one}.")


def names_item(text: str, scope: ItemScope, on: date | None = None) -> bool | None:
    """True where the words name this item by number; False where they name only others; None where they name none."""
    named = references(text, on)
    coded = _coded(text, scope.codes)
    if not named:
        return coded
    return coded is True or any(same_number(one, two) for one in named for two in scope.numbers)


def _coded(text: str, codes: frozenset[str]) -> bool | None:
    """Whether the words name an item by a number that begins with letters as this one's does: "PC/03", "A4"."""
    found: set[str] = set()
    for code in codes:
        letters = re.match(r"[a-z]+", code)
        lead = letters.group() if letters else ""
        shape = "[A-Z]" if len(lead) == 1 else f"(?:{lead}|{lead.upper()})"
        mark = re.escape(code[len(lead)]) if not code[len(lead)].isdigit() else ""
        found |= {one.group().casefold() for one in re.finditer(rf"(?<![\w/]){shape}{mark}\d[\d./]*\d?(?![\w/])", text)}
    return {one.rstrip("./") for one in found} & codes != set() if found else None


def names_organisation(text: str, scope: ItemScope) -> bool:
    """Whether an organisation of the interest is named, by its distinctive words."""
    words = content(text)
    return any(name <= words for name in scope.organisations)


def names_title(text: str, scope: ItemScope) -> bool:
    """Whether the words speak of the item's subject: most of its title's distinctive words, at least two."""
    shared = scope.title & content(text)
    most = len(shared) >= 2 and len(shared) * 2 >= len(scope.title)
    return most or len(shared) == 1 == len(scope.title)


def find_section(minutes: Minutes, item: AgendaItem) -> MinutesSection | None:
    """The section of this item. A strongly alike title wins where numbers disagree; sub-items are found in parents."""
    best = max(
        (section for section in minutes.sections if section.number or section.title),
        key=lambda section: _score(section, item, minutes.on),
        default=None,
    )
    if best is not None and _score(best, item, minutes.on) >= 1:
        return best
    return _inside(minutes, item)


def _score(section: MinutesSection, item: AgendaItem, on: date | None) -> float:
    """From 1 upwards the section is the item's: number (1), plus how alike the titles are (0 to 2)."""
    ours, theirs = number_forms(item.number, on), number_forms(section.number, on)
    number = bool(ours & theirs)
    alike = _alike(section.title, item.title)
    private = 0.1 if section.private == item.private else 0.0
    if number:
        return 1 + alike + private
    return alike * 2 - 0.3 + private if alike >= 0.6 else 0.0


@_remembered
def _alike(one: str, two: str) -> float:
    a, b = distinct(one) or content(one), distinct(two) or content(two)
    if not a or not b:
        return 0.0
    return len(a & b) / min(len(a), len(b)) if min(len(a), len(b)) > 1 else float(a == b or (a <= b or b <= a)) * 0.7


def _inside(minutes: Minutes, item: AgendaItem) -> MinutesSection | None:
    """A sub-item that stands as a paragraph of its parent's section: "8.2 Elm Street Surgery", "(b) Elm Street"."""
    own = _fold(item.number.strip().rstrip(".")) if item.number else ""
    if "." not in own:
        return None
    parent = own.rsplit(".", 1)[0]
    for section in minutes.sections:
        if parent not in number_forms(section.number, minutes.on):
            continue
        starts = [(index, _leading(passage.text, parent)) for index, passage in enumerate(section.passages)]
        marks = [(index, number) for index, number in starts if number.startswith(f"{parent}.")]
        for place, (index, number) in enumerate(marks):
            if number == own and _may_head(section.passages[index].text, item.title):
                end = next((later for later, other in marks[place + 1 :] if other != own), len(section.passages))
                return section.model_copy(update={"passages": section.passages[index:end], "number": item.number})
    return None


def _leading(text: str, parent: str) -> str:
    """The number a paragraph begins with; letters in front, "(b)", count on from the section's own."""
    found = re.match(rf"\s*({_NUMBER})[.)]?\s", plain(text), re.IGNORECASE)
    if found:
        return _fold(found.group(1))
    lettered = _LETTER.match(plain(text))
    return f"{parent}.{lettered.group(1)}" if lettered else ""


def _may_head(text: str, title: str) -> bool:
    """Whether a lettered paragraph can be the item's heading, and is no entry of a list: its words are the title's."""
    lettered = _LETTER.match(plain(text))
    return lettered is None or _alike(plain(text)[lettered.end() :], title) >= 0.5


_INTERESTS = frozenset(("interest", "interests", "conflict", "conflicts", "declarations", "disclosures", "coi", "doi"))
_WITH_INTERESTS = (
    "a about and annex any appendix at b c check declared disclosed during for from in into item items list log made"
    " managed managing management member members meeting new noted of on or our paper papers potential record recorded"
    " register s schedule summary table the these this to today"
)
_OF_DECLARING = _INTERESTS | frozenset(_WITH_INTERESTS.split())


def opens_declarations(title: str, words: MinutesWords) -> bool:
    """Whether a section's title says that interests are declared in it, as "Interests" alone does."""
    said = re.findall(r"[a-z]+", plain(title).casefold())
    alone = bool(said) and not set(said) - _OF_DECLARING and bool(set(said) & _INTERESTS)
    return alone or words.find("declaration_titles", title) is not None


def section_score(minutes: Minutes, item: AgendaItem) -> float:
    """How well any section of these minutes fits the item; higher is better."""
    private = 0.05 if minutes.private == item.private else 0.0
    return max((_score(section, item, minutes.on) for section in minutes.sections), default=0.0) + private
