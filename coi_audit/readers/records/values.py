"""The cells of registers of records as values: days, sums of money, yes or no, and words that say "nothing"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Generic, TypeVar

from coi_audit.errors import RulebookError
from coi_audit.model.dates import PartialDate, Precision
from coi_audit.paths import rules_folder
from coi_audit.readers.dates import parse_date
from coi_audit.readers.days_in_text import find_days
from coi_audit.strict_yaml import parse_yaml

Value = TypeVar("Value")

_LISTS = ("yes", "no", "yes_sign", "no_sign", "mark", "silent", "no_sum", "zero", "nil_rows", "nil_words", "total",
          "note", "ditto")  # fmt: skip
_ENDS = " \t\n.,;:*†()[]"
# A form's choice left open ("Accepted / declined"), or a deed that was undone.
_CHOICE = re.compile(r"^\S+\s*(?:/|\bor\b|\band\b|,)\s*\S+$|\b(?:then|but|later|subsequently|afterwards|and)\b")
_THERE_WERE_NONE = re.compile(r"there (?:were|was|have been|has been|are) (?:no|none|nil)\b")
_RULE = re.compile(r"\b(?:may|must|should|shall|can|cannot|will|unless|if)\b")  # a rule is told, not a fact
_DASHES = re.compile(r"[\s\-–—_./\\]+")


@dataclass(frozen=True, slots=True)
class Read(Generic[Value]):
    """A value, or None; `problem` is a phrase such as "is not a date" for what was not understood."""

    value: Value | None = None
    problem: str | None = None


@cache
def word_lists() -> dict[str, frozenset[str]]:
    """The phrases by list. Raises `RulebookError` where the file lacks a list or holds one that is unknown."""
    where = "rules/vocabulary/record_words.yaml"
    path = rules_folder() / "vocabulary" / "record_words.yaml"
    data = parse_yaml(path.read_text(encoding="utf-8"), where=where).data
    if not isinstance(data, dict) or set(data) != set(_LISTS):
        wrong = sorted(set(_LISTS) ^ set(data or {}))
        raise RulebookError(f"lists missing or unknown: {', '.join(wrong)}.", where=where, fix="restore the file.")
    return {name: frozenset(fold(str(phrase)) for phrase in phrases) for name, phrases in data.items()}


@cache
def _pattern(name: str) -> re.Pattern[str]:
    ordered = sorted(word_lists()[name], key=lambda phrase: (-len(phrase), phrase))
    inner = "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in ordered)
    return re.compile(rf"(?<!\w)(?:{inner})(?!\w)")


def fold(text: str) -> str:
    """A cell's words in lower case, on one line, without closing marks."""
    joined = " ".join(text.replace("\xa0", " ").replace("’", "'").split()).casefold()
    return joined.strip(_ENDS) or joined


def is_one_of(name: str, text: str) -> bool:
    """Whether the whole cell is one of the list's phrases."""
    return fold(text) in word_lists()[name]


def begins_with(name: str, text: str) -> bool:
    """Whether the cell begins with one of the list's phrases as whole words."""
    return _pattern(name).match(fold(text)) is not None


def is_silent(text: str) -> bool:
    """Whether a cell tells nothing: blank, a dash, "N/A", "TBC"."""
    folded = fold(text)
    return not folded or _DASHES.fullmatch(folded) is not None or folded in word_lists()["silent"]


def says_nothing_to_list(text: str) -> bool:
    """Whether words say that there is nothing to list: "Nil return", "No gifts were declared in 2017/18"."""
    folded = fold(text)
    if folded in word_lists()["nil_rows"]:
        return True
    begins = _pattern("nil_rows").match(folded) or _THERE_WERE_NONE.match(folded)
    if begins is None or len(folded.split()) > 30 or _RULE.search(folded):
        return False
    return _pattern("nil_words").search(folded) is not None


def read_day(value: object, text: str) -> Read[date]:
    """One day; of a month its first; of several days in a cell the earliest; a year alone is too little."""
    read = parse_date(value)
    if read.value is not None:
        return _exact(read.value)
    if read.open or is_silent(text):
        return Read()
    lines = [parse_date(line).value for line in re.split(r"\n|;|\s(?:and|&)\s", text) if line.strip()]
    days = [one.earliest for one in lines if one is not None and one.precision is not Precision.YEAR]
    if days and all(lines):
        return Read(min(days))
    named = find_days(text)
    return Read(min(one.on for one in named)) if named else Read(problem=read.problem or "is not a date")


def _exact(found: PartialDate) -> Read[date]:
    if found.precision is Precision.YEAR:
        return Read(problem="gives only a year")
    return Read(found.earliest)


def read_flag(text: str) -> Read[bool]:
    """Yes or no, by the words the cell begins with, else by those it holds; both sides, or neither, is a problem."""
    folded = fold(text)
    for name, value in (("yes_sign", True), ("no_sign", False)):
        if folded in word_lists()[name]:
            return Read(value)
    if is_silent(text):
        return Read()
    refused = _pattern("no").search(folded)
    taken = _pattern("yes").search(_pattern("no").sub(lambda match: " " * len(match[0]), folded))
    if refused is None or taken is None:
        problem = None if refused or taken else "says neither yes nor no"
        return Read(None if problem else taken is not None, problem)
    if _CHOICE.search(folded[min(refused.start(), taken.start()) :]):
        return Read(problem="says both yes and no")
    return (
        Read(taken.start() < refused.start())
        if 0 in (taken.start(), refused.start())
        else Read(problem="says both yes and no")
    )
