"""Cells that answer in their own way: yes, a day, a score, or all of them in a few words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from coi_audit.readers.days_in_text import find_days
from coi_audit.readers.records.rows import RecordCell
from coi_audit.readers.records.values import is_silent, read_day, read_flag

_PERCENT = re.compile(r"(?<![\d.])(\d{1,3}(?:\.\d+)?)\s*(?:%|per\s?cent\b)", re.IGNORECASE)
_PARTS = re.compile(r"(?<![\d/.])(\d{1,3})\s*(?:/|out of)\s*([1-9]\d{1,2})(?![\d/.])", re.IGNORECASE)
_NUMBER = re.compile(r"\s*(\d{1,3}(?:\.\d+)?)\s*")
_PENDING = re.compile(
    r"\b(?:on-?going|in progress|pending|under (?:way|review|investigation)|awaiting|await(?:ed|s)|to be|will be|"
    r"booked|scheduled|planned|started|in hand|being)\b",
    re.IGNORECASE,
)
_EXEMPT = re.compile(r"\b(?:exempt|not (?:required|needed|mandatory|relevant)|n/?a|not applicable)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a cell says. `said` is its yes or no; `pending` where it says that the thing is still to come."""

    said: bool | None = None
    on: date | None = None
    percent: float | None = None
    pending: bool = False
    exempt: bool = False
    words: str = ""

    @property
    def tells(self) -> bool:
        """Whether anything was understood."""
        told = (self.said, self.on, self.percent)
        return any(one is not None for one in told) or self.pending or self.exempt


def answer_of(cell: RecordCell) -> Answer:
    """One cell; a number alone is a score in per cent, a fraction such as 0.85 is 85."""
    text = " ".join(cell.text.split())
    if isinstance(cell.value, bool):
        return Answer(said=cell.value, words=text)
    if isinstance(cell.value, date | datetime):
        return Answer(on=read_day(cell.value, text).value, words=text)
    percent = percent_of(cell.value, text)
    if percent is not None and (isinstance(cell.value, float | int) or _NUMBER.fullmatch(text)):
        return Answer(percent=percent, words=text)
    if _EXEMPT.fullmatch(text.strip(" .()")) or (is_silent(text) and _EXEMPT.search(text)):
        return Answer(exempt=True, words=text)
    if is_silent(text) and not _PENDING.search(text):
        return Answer(words=text)
    return Answer(
        said=None if _PENDING.search(text) else read_flag(text).value,
        on=_day(text),
        percent=percent,
        pending=bool(_PENDING.search(text)),
        exempt=bool(_EXEMPT.match(text)),
        words=text,
    )


def percent_of(value: object, text: str) -> float | None:
    """A score in per cent: 85, 85%, 0.85, 17/20; None for anything else."""
    if isinstance(value, bool):
        return None
    if isinstance(value, float | int):
        number = float(value) * 100 if 0 < value <= 1 else float(value)
        return round(number, 2) if 0 <= number <= 100 else None
    if (found := _PERCENT.search(text) or _NUMBER.fullmatch(text)) is not None:
        number = float(found[1]) * 100 if "." in found[1] and float(found[1]) <= 1 else float(found[1])
        return number if number <= 100 else None
    parts = _PARTS.search(text)
    if parts is not None and int(parts[1]) <= int(parts[2]) and not find_days(text):
        return round(100 * int(parts[1]) / int(parts[2]), 2)
    return None


def joined(answers: Iterable[Answer]) -> Answer:
    """Several cells about one thing: of each part the first that tells it."""
    every = list(answers)
    return Answer(
        said=next((one.said for one in every if one.said is not None), None),
        on=next((one.on for one in every if one.on is not None), None),
        percent=next((one.percent for one in every if one.percent is not None), None),
        pending=any(one.pending for one in every),
        exempt=any(one.exempt for one in every),
        words="; ".join(one.words for one in every if one.words),
    )


def _day(text: str) -> date | None:
    whole = read_day(text, text)
    if whole.value is not None:
        return whole.value
    named = find_days(text)
    return min(one.on for one in named) if named else None
