"""Values people write where yes, no, a number or a financial year is asked for; None where they do not tell."""

from __future__ import annotations

import re
from datetime import date, datetime

from coi_audit.readers.dates import parse_date
from coi_audit.readers.yaml_entries import Entry

_NOT_TOLD = frozenset(
    {"", "-", "?", "unknown", "not known", "not stated", "not recorded", "tbc", "tba", "n/a", "na", "not applicable"}
)
_NOTHING = re.compile(r"(?:there (?:is|are|were|was) )?(?:no|none|nil|nothing|nobody|no[- ]one|vacant|not appointed)\b")
_EMPTY_WORDS = re.compile(
    r"(?:there (?:is|are|was|were) )?(?:none|no|nil|nothing)(?: (?:learning|lessons?|actions?))?"
    r"(?: (?:was|were|has been|have been))?(?: (?:recorded|identified|noted|given|yet|taken))?\W*"
)
_YES = re.compile(r"(?:yes|y|true|x|✓|✔|done|completed?|in full)\b", re.IGNORECASE)
_NO = re.compile(r"(?:no|n|false|not|none|never|nil)\b", re.IGNORECASE)
_YEAR = re.compile(r"(?<!\d)(?:fy\s*)?((?:20)?\d{2})\s*(?:[/\-–]|to)\s*((?:20)?\d{2})(?!\d)", re.IGNORECASE)
_QUARTER = re.compile(
    r"\bq(?:tr|uarter)?\s*\.?\s*([1-4])\b|\b([1-4])(?:st|nd|rd|th)?\s+q(?:tr|uarter)\b"
    r"|\b(first|second|third|fourth)\s+quarter\b|\bquarter\s+(one|two|three|four)\b",
    re.IGNORECASE,
)
_ORDER = {"first": 1, "second": 2, "third": 3, "fourth": 4, "one": 1, "two": 2, "three": 3, "four": 4}


def says_nothing_is_there(value: object) -> bool:
    """Whether a value says outright that there is none: no, none, nil, vacant, an empty list."""
    if value is False or value in ([], {}):
        return True
    return isinstance(value, str) and bool(_NOTHING.match(value.strip().casefold()))


def says_no_more(value: object) -> bool:
    """Whether the words hold nothing but a "none": "No further action was needed" says more than that."""
    return isinstance(value, str) and bool(_EMPTY_WORDS.fullmatch(value.strip().casefold()))


def not_told(value: object) -> bool:
    """Whether a value leaves the matter open: blank, unknown, TBC, N/A."""
    return value is None or (isinstance(value, str) and value.strip().casefold().rstrip(".") in _NOT_TOLD)


def yes_or_no(entry: Entry, key: str) -> bool | None:
    """Yes or no; a day counts as yes. None where the file leaves it open, and, with a fault, for other words."""
    value = entry.values.get(key)
    if isinstance(value, bool):
        return value
    if not_told(value):
        return None
    if _day_of(value) is not None:
        return True
    words = str(value).strip()
    if _YES.match(words):
        return True
    if _NO.match(words):
        return False
    entry.faults.add((*entry.path, key), value, "says neither yes nor no", "write yes or no; leave it out if unknown.")
    return None


def told_day(entry: Entry, key: str, *, beside: str) -> date | None:
    """The day under `key`; else the one that stands under `beside`, where yes or no is asked for."""
    if not not_told(entry.values.get(key)):
        return entry.day(key)
    return _day_of(entry.values.get(beside))


def _day_of(value: object) -> date | None:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date) or not isinstance(value, str):
        return value if isinstance(value, date) else None
    read = parse_date(value).value
    return read.earliest if read is not None and read.earliest == read.latest else None


def done(flag: bool | None, day: date | None) -> bool | None:
    """Whether something was done: as said, else yes where its day is given."""
    return True if flag is None and day is not None else flag


def percent(entry: Entry, key: str) -> float | None:
    """A number from 0 to 100, with or without a percent sign; None, with a fault, for anything else."""
    value = entry.values.get(key)
    if not_told(value) or isinstance(value, bool):
        return None
    match = re.fullmatch(r"\s*(\d+(?:\.\d+)?)\s*(?:%|per ?cent)?\s*", str(value), re.IGNORECASE)
    if match is None or not 0 <= float(match[1]) <= 100:
        entry.faults.add((*entry.path, key), value, "is not a number from 0 to 100", "write the per cent, e.g. 92.5.")
        return None
    return float(match[1])


def financial_year(text: str) -> str | None:
    """`2017/18` for any way of writing two years that follow each other: 2017-18, 17/18, FY 2017/2018."""
    for match in _YEAR.finditer(text):
        first, second = (int(part[-2:]) for part in match.groups())
        if second == (first + 1) % 100:
            return f"20{first:02}/{second:02}"
    return None


def period(text: str) -> str | None:
    """`2017/18 Q2` for a quarter of a financial year, `2017/18` for the whole; None for other words."""
    year = financial_year(text)
    match = _QUARTER.search(text)
    if year is None or match is None:
        return year
    word = next(part for part in match.groups() if part)
    return f"{year} Q{_ORDER.get(word.casefold()) or int(word)}"
