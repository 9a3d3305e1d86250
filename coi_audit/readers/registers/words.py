"""The words of a register's cells: nil returns, ticks, types of interest, whose it is, how many per cent.

The phrases are data (rules/vocabulary/register_words.yaml); this module only looks for them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from coi_audit.errors import RulebookError
from coi_audit.model.words import InterestCategory
from coi_audit.paths import rules_folder
from coi_audit.readers.registers.short_forms import spelt_out
from coi_audit.strict_yaml import parse_yaml

_LISTS = ("nil", "awaited", "unchanged", "same_as_above", "vacant", "total", "note", "section", "ticked", "unticked",
          "personal_hints", "ties", "organisation_words", "roles", "posts", "legal_forms")  # fmt: skip
HONORIFIC = r"(?:Dr|Mr|Mrs|Ms|Miss|Mx|Prof(?:essor)?|Sir|Dame|Rev(?:erend)?|Cllr|Councillor|Lord|Lady|Canon)\.?"
_ENDS = " \t\n.,;:*†()[]"


@dataclass(frozen=True, slots=True)
class Words:
    """The vocabulary as read: phrase lists by name, and compiled patterns for what is looked for inside a text."""

    lists: dict[str, frozenset[str]]
    categories: tuple[tuple[str, re.Pattern[str]], ...]
    codes: dict[str, str]
    strong: re.Pattern[str]
    weak: re.Pattern[str]
    own: frozenset[str]
    generic: frozenset[str]
    ties: re.Pattern[str]
    organisations: re.Pattern[str]
    personal: re.Pattern[str]
    roles: re.Pattern[str]
    posts: re.Pattern[str]
    legal_forms: re.Pattern[str]
    sections: re.Pattern[str]


@cache
def words() -> Words:
    """The vocabulary. Raises `RulebookError` where the file lacks a list or holds one that is unknown."""
    where = "rules/vocabulary/register_words.yaml"
    path = rules_folder() / "vocabulary" / "register_words.yaml"
    data = parse_yaml(path.read_text(encoding="utf-8"), where=where).data
    expected = {*_LISTS, "categories", "codes", "relationships"}
    if not isinstance(data, dict) or set(data) != expected:
        wrong = sorted(expected ^ set(data or {}))
        raise RulebookError(f"lists missing or unknown: {', '.join(wrong)}.", where=where, fix="restore the file.")
    lists = {name: frozenset(fold(one) for one in _texts(data[name], name, where)) for name in _LISTS}
    relations = data["relationships"]
    return Words(
        lists=lists,
        categories=tuple((line["category"], _any_of(line["phrases"])) for line in data["categories"]),
        codes={fold(code): meaning for meaning, codes in data["codes"].items() for code in codes},
        strong=_any_of(relations["strong"]),
        weak=_any_of(relations["weak"]),
        own=frozenset(fold(one) for one in relations["self"]),
        generic=frozenset(fold(one) for one in relations["generic"]),
        ties=_any_of(data["ties"]),
        organisations=_any_of(data["organisation_words"]),
        personal=_any_of(data["personal_hints"]),
        roles=_any_of(data["roles"]),
        posts=_any_of(data["posts"]),
        legal_forms=_any_of(data["legal_forms"]),
        sections=_any_of(data["section"]),
    )


def _texts(value: Any, name: str, where: str) -> list[str]:
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise RulebookError(f"`{name}` must be a list of phrases.", where=where, fix="write [phrase, phrase].")
    return value


def _any_of(phrases: Iterable[str]) -> re.Pattern[str]:
    """A pattern for any of the phrases as whole words, the longest first."""
    ordered = sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase))
    inner = "|".join(re.escape(phrase).replace(r"\ ", r"\s+").replace(r"\-", r"[-‐‑–\s]?") for phrase in ordered)
    return re.compile(rf"(?<![\w]){'(?:' + inner + ')'}(?![\w])", re.IGNORECASE)


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """A cell's words in lower case, on one line, without closing marks."""
    joined = " ".join(text.replace("\xa0", " ").split()).casefold()
    return joined.strip(_ENDS) or joined


def says(name: str, text: str) -> bool:
    """Whether the whole cell is one of the list's phrases ("nil", "awaited", "vacant" ...)."""
    return fold(text) in words().lists[name]


@lru_cache(maxsize=8192)
def is_nil(text: str) -> bool:
    """Whether the cell says that there is nothing to declare, in any wording, or holds a dash."""
    folded = fold(text)
    if not folded:
        return False
    if re.fullmatch(r"[-–—_/\\.\s]+", folded):
        return True
    parts = [fold(part) for part in re.split(r"[\n;,/.]|\s[-–—]\s", folded) if fold(part)]
    return _is_nil_phrase(folded) or (bool(parts) and all(_is_nil_phrase(part) for part in parts))


# "There are currently no relevant interests to declare", "nil interests declared", "I have nothing to disclose":
# who says it, that there is none, of what, and the act of telling. Nothing else may stand in it.
_TELLING = (
    r"(?:declar\w+|disclos\w+|report(?:ed|able)?|regist(?:er|ered|rable)|record(?:ed)?|noted?|held|identified|exist\w*|"
    r"known|made)"
)
_WHO = r"(?:i|he|she|they|we|there|member|declarant)"
_OF_WHAT_SORT = (
    r"(?:relevant|known|declarable|disclosable|registrable|pecuniary|financial|non-financial|personal|professional|"
    r"other|further|direct|indirect|actual|potential|perceived|current|outside|external|business|material|such|or|and|new)"
)
_NIL_SENTENCE = re.compile(
    rf"(?:{_WHO}\s+)?(?:(?:do|does|has|have|had|is|are|were|was|confirm\w*|state[sd]?)\s+)*(?:that\s+)?"
    rf"(?:{_WHO}\s+)?(?:(?:has|have|had|is|are|were|was)\s+)?(?:(?:currently|at present|presently)\s+)?"
    rf"(?:no|not any|nil|none|nothing|without any)(?:\s+{_OF_WHAT_SORT})*"
    r"(?:\s+(?:interests?|conflicts?(?:\s+of\s+interests?)?|declarations?|entries|returns?))?"
    rf"(?:\s+(?:to|that|which|were|was|is|are|has|have|been|be|of))*(?:\s+{_TELLING})?"
    r"(?:\s+(?:at this time|at present|currently|to date|at this stage|this year|during the year|of interests?|by me))?"
)


def _is_nil_phrase(folded: str) -> bool:
    return folded in words().lists["nil"] or bool(_NIL_SENTENCE.fullmatch(folded))


def starts_with(name: str, text: str) -> bool:
    """Whether the cell begins with one of the list's phrases as whole words."""
    folded = fold(text).lstrip("*")
    return any(folded == phrase or re.match(rf"{re.escape(phrase)}\W", folded) for phrase in words().lists[name])


@dataclass(frozen=True, slots=True)
class TypeRead:
    """What a type cell says. `either`: non-financial, of a kind not said; `known`: something was understood."""

    category: InterestCategory | None = None
    either: bool = False
    direct: bool | None = None
    pecuniary: bool = False
    known: bool = False


@lru_cache(maxsize=4096)
def read_type(text: str) -> TypeRead:
    """Read a type cell: words, codes, "Indirect", the pecuniary scheme of before 2016; of several the strongest."""
    folded = spelt_out(fold(text))
    code = words().codes.get(re.sub(r"\s+", "", folded))
    if code is not None:
        direct = {"indirect": False, "direct": True}.get(code)
        category = InterestCategory(code) if code in set(InterestCategory) else None
        return TypeRead(category, either=code == "either", direct=direct, known=True)
    direct = _direct_in(folded)
    rest = re.sub(r"\b(?:in)?direct(?:ly)?\b", " ", folded)
    found: set[str] = set()
    for name, pattern in words().categories:
        if pattern.search(rest):
            found.add(name)
            rest = pattern.sub(" ", rest)
    category = None
    for choice in (*InterestCategory, None):
        if choice is not None and choice.value in found:
            category = choice
            break
    return TypeRead(
        category=category,
        either="either" in found and category is None,
        direct=direct,
        pecuniary="pecuniary" in folded,
        known=bool(found) or direct is not None,
    )


def _direct_in(folded: str) -> bool | None:
    indirect = bool(re.search(r"\bindirect", folded))
    direct = bool(re.search(r"\bdirect(?:ly)?\b", folded))
    return None if indirect == direct else direct


def kind_of_non_financial(nature: str) -> InterestCategory:
    """Professional or personal, for an interest that the register calls non-financial without saying which."""
    if words().personal.search(nature):
        return InterestCategory.NON_FINANCIAL_PERSONAL
    return InterestCategory.NON_FINANCIAL_PROFESSIONAL


def read_direct(text: str) -> bool | None:
    """True for direct, False for indirect, None where the cell says neither or both."""
    folded = fold(text)
    code = {"d": True, "i": False}.get(folded)
    return code if code is not None else _direct_in(folded)


@dataclass(frozen=True, slots=True)
class Whose:
    """Whose interest it is: the register's own word for the relationship, and whether nothing else can be meant."""

    relationship: str | None = None
    certain: bool = False


_VERB = (
    r"(?:'s|’s)?\s*(?:,|:|-|–|—|\(|\bis\b|\bare\b|\bwas\b|\bhas\b|\bhave\b|\bworks?\b|\bworked\b|\bworking\b|\bholds?\b|\bowns?\b|"
    r"\bemployed\b|\bruns?\b|\bsits?\b|\bserves?\b|\bprovides?\b|\bvolunteers?\b|\bleads?\b|\bpractises\b|\bdirector\b|"
    r"\bin receipt\b|\balso\b|\bdr\b|\bmr\b|\bmrs\b|\bms\b)"
)
_MINE = r"(?:\bmy|\bhis|\bher|\btheir|\bthrough|\bvia|\bby|\bof|\bmember'?s|\bmember’s)\s+"
# What somebody holds together with a relative is his own: "joint owner with his wife of ...".
_JOINTLY = re.compile(
    r"\b(?:joint(?:ly)?|own(?:er|ers|s|ed)?|co-\w+|shares?|together|shared|landlord|lets?|leases?|director|shareholder)\b"
    r"[^.;\n]{0,60}\bwith (?:(?:my|his|her|their) )?$|\b(?:self|myself|i) (?:and|&) (?:(?:my|his|her|their) )?$",
    re.IGNORECASE,
)
_JOB_PARTNER = re.compile(
    r"\b(?:hr|finance|people|senior|strategic|workforce|commercial|it|communications)\s+$", re.IGNORECASE
)


def whose(text: str) -> Whose:
    """Whose interest a piece of text speaks of: "Wife is a partner at ...", "Employed by X (husband)", "married to"."""
    if match := re.search(r"\bmarried to\b", text, re.IGNORECASE):
        return Whose("married to", certain=match.start() < 15)
    for match in words().strong.finditer(text):
        before, after = text[: match.start()], text[match.end() :]
        if _JOINTLY.search(before):
            continue
        if re.match(
            r"\s*['’]?s?\s+(?:unit|and baby|services|hospital|centre|charity|trust|health)\b", after, re.IGNORECASE
        ):
            continue
        first = not before.strip(" -–•*([:\"'")
        closing = bool(re.search(r"[(\-–—,:]\s*(?:(?:my|his|her|through|via)\s+)?$", before)) and not after.strip(
            " ).;,"
        )
        bracketed = bool(re.search(r"\(\s*$", before)) and after.lstrip().startswith(")")
        owned = bool(re.search(rf"(?:{_MINE})$", before, re.IGNORECASE))
        if first or closing or bracketed or owned or re.match(_VERB, after, re.IGNORECASE):
            return Whose(match.group(0).casefold(), certain=first or bracketed or closing)
    for match in words().weak.finditer(text):
        before, after = text[: match.start()], text[match.end() :]
        opening = not before.strip(" -–•*([:\"'")
        named = re.match(
            r"(?:['’]s\b|\s+(?:is|are|was|has|have|works?|worked|owns?|holds?|runs?|employed by)\b)", after, re.I
        )
        mine = re.search(r"\b(?:my|his|her|their)\s+$", before, re.IGNORECASE)
        closed = re.search(r"\(\s*$", before) and after.lstrip().startswith(")")
        if _JOB_PARTNER.search(before):
            continue
        if (opening and named) or mine or (closed and "gp" not in match.group(0).casefold()):
            return Whose(match.group(0).casefold(), certain=bool(opening or mine))
    return Whose()


def whose_of_cell(text: str) -> Whose:
    """The relationship a cell of its own gives ("Self", "Spouse", "Other - husband", "Indirect (wife)")."""
    folded = fold(text)
    if not folded or folded in words().own or is_nil(folded):
        return Whose()
    match = words().strong.search(folded) or words().weak.search(folded)
    if match is not None:
        return Whose(match.group(0).casefold(), certain=True)
    return Whose(folded if folded in words().generic and folded != "other" else None)


_OWNERSHIP = re.compile(
    r"\b(?:share|shares|shareholder|shareholding|stake|own|owns|owned|owner|ownership|holding|holds|equity|stock|co-owner)\b",
    re.I,
)
_NOT_OWNERSHIP = re.compile(
    r"^\s*(?:of\s+)?(?:(?:my|his|her|the)\s+)?(?:time|fte|wte|whole[- ]time|sessions?|salary|income|post|a post)\b",
    re.I,
)
_PERCENT = re.compile(r"(?P<how>less than|under|below|up to|at most|more than|over|above|at least|greater than|<|>)?\s*"
                      r"(?P<number>\d{1,3}(?:\.\d+)?)\s*(?:%|per\s?cent\b|percent\b)", re.I)  # fmt: skip


def share_percent(text: str) -> float | None:
    """The share held, in per cent: "10% shareholder", "owns 3 per cent". "Less than 5%" gives 5, "over 5%" nothing."""
    if not _OWNERSHIP.search(text):
        return None
    for match in _PERCENT.finditer(text):
        if _NOT_OWNERSHIP.match(text[match.end() :]):
            continue
        if (match["how"] or "").casefold() in ("more than", "over", "above", "at least", "greater than", ">"):
            return None
        number = float(match["number"])
        return number if number <= 100 else None
    return None
