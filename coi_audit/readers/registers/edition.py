"""The date a register speaks for: from the words above it, else its file's name, else the day it was last saved."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from coi_audit.model.dates import PartialDate, Precision
from coi_audit.readers.dates import parse_date

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?)"
)
_DAY_WORDS = rf"\d{{1,2}}(?:st|nd|rd|th)?\s*(?:of\s+)?{_MONTH}[\s,.\-]*\d{{4}}"
_DAY_DIGITS = r"\d{1,2}[./\-]\d{1,2}[./\-](?:\d{4}|\d{2})(?!\d)|\d{4}-\d{2}-\d{2}"
_MONTH_WORDS = rf"{_MONTH}[\s,.\-]*(?:\d{{4}}|'\d{{2}})"
_ANY = rf"(?<![\w.])(?:{_DAY_WORDS}|{_DAY_DIGITS}|{_MONTH_WORDS})"
_SPEAKS_FOR = re.compile(
    rf"(?:as\s+(?:at|of|on)|updated?(?:\s+on)?|revised|published|reviewed|correct\s+(?:at|on)|(?:held|position|stood|stands?|in\s+force)\s+(?:at|on)|dated?|effective|current|"
    rf"version(?:\s+\d+(?:\.\d+)*(?!\d|\s*[a-z]))?)[\s:,\-–(]*(?:on\s+)?(?P<date>{_ANY})",
    re.IGNORECASE,
)
_PLAIN_DATE = re.compile(r"date\b", re.IGNORECASE)  # "Date: ..." may be that of a mail or a form: any other goes first
_BARE = re.compile(rf"(?P<date>{_ANY})", re.IGNORECASE)
_TITLE = re.compile(r"\b(?:register|declarations?|interests?|conflicts?)\b", re.IGNORECASE)
_NOT_EDITION = re.compile(r"\b(?:next|due|review date|signed|meeting|approved|born|since)\b", re.IGNORECASE)
_NAME_PATTERNS = (
    re.compile(r"(?<!\d)(?P<y>20\d{2})[-_. ]?(?P<m>0[1-9]|1[0-2])[-_. ]?(?P<d>0[1-9]|[12]\d|3[01])(?!\d)"),
    re.compile(r"(?<!\d)(?P<d>0?[1-9]|[12]\d|3[01])[-_. ](?P<m>0?[1-9]|1[0-2])[-_. ](?P<y>20\d{2}|\d{2})(?!\d)"),
    re.compile(
        rf"(?<!\d)(?P<d>\d{{1,2}})(?:st|nd|rd|th)?[-_. ]*(?P<word>{_MONTH})[-_. ]*(?P<y>20\d{{2}}|\d{{2}})(?!\d)",
        re.IGNORECASE,
    ),
    re.compile(r"(?<!\d)(?P<y>20\d{2})[-_. ]?(?P<m>0[1-9]|1[0-2])(?!\d)"),
    re.compile(rf"(?<![a-z])(?P<word>{_MONTH})[-_. ]*(?P<y>20\d{{2}}|\d{{2}})(?!\d)", re.IGNORECASE),
    re.compile(rf"(?<!\d)(?P<y>20\d{{2}})[-_. ]*(?P<word>{_MONTH})(?![a-z])", re.IGNORECASE),
    re.compile(r"(?<!\d)(?P<m>0[1-9]|1[0-2])[-_. ](?P<y>20\d{2})(?!\d)"),
)


@dataclass(frozen=True, slots=True)
class Edition:
    """The date and, in words, where it was found; a month counts from its first day."""

    on: date | None
    origin: str


def find_edition(lines: Iterable[str], *, stem: str, sheets: Iterable[str] = (), saved: date | None = None) -> Edition:
    """The edition's date.

    `lines` are the words above the tables and in the page margins, `stem` the file's name without its ending,
    `saved` the day the program last saved the file. A year alone is too little and gives no date.
    """
    from_words = _from_lines(list(lines))
    if from_words is not None:
        return from_words
    on = from_name(stem)
    if on is not None:
        return Edition(on, "the file's name")
    for name in sheets:
        on = from_name(name)
        if on is not None:
            return Edition(on, f'the name of sheet "{name}"')
    if saved is not None:
        return Edition(saved, "the day the file was last saved, since neither its heading nor its name gives a date")
    return Edition(None, "no date was found in its heading, its name or its properties")


def _from_lines(lines: list[str]) -> Edition | None:
    matches = [(line, match) for line in lines if (match := _SPEAKS_FOR.search(line))]
    for line, match in sorted(matches, key=lambda pair: _PLAIN_DATE.match(pair[1].group(0)) is not None):
        if not _NOT_EDITION.search(line[: match.start()]):
            found = parse_date(match["date"]).value
            if found is not None and found.precision is not Precision.YEAR:
                return Edition(found.earliest, f'the heading "{_quote(match.group(0))}"')
    for line in lines:
        match = _BARE.search(line)
        alone = match is not None and fold_length(line) <= len(match.group(0)) + 4
        if match is None or _NOT_EDITION.search(line) or not (alone or (_TITLE.search(line) and len(line) < 160)):
            continue
        found = parse_date(match["date"]).value
        if found is not None and found.precision is not Precision.YEAR:
            return Edition(found.earliest, f'the heading "{_quote(line)}"')
    return None


def fold_length(line: str) -> int:
    """Length of a line without the space around and between its words being counted twice."""
    return len(" ".join(line.split()).strip(" ()[]:-–"))


def _quote(text: str) -> str:
    joined = " ".join(text.split()).strip(" :-–(")
    return joined if len(joined) <= 80 else f"{joined[:77]}..."


def from_name(stem: str) -> date | None:
    """The date in a file's or sheet's name: "2017-04" and "April 2017" mean the first of the month."""
    for pattern in _NAME_PATTERNS:
        match = pattern.search(stem)
        if match is None:
            continue
        parts = match.groupdict()
        month = parts.get("m") or parts["word"]
        text = f"{parts['d']} {month} {parts['y']}" if parts.get("d") else f"{month} {parts['y']}"
        if month.isdigit():
            year = parts["y"] if len(parts["y"]) == 4 else f"20{parts['y']}"
            text = f"{year}-{int(month):02d}" + (f"-{int(parts['d']):02d}" if parts.get("d") else "")
        value: PartialDate | None = parse_date(text).value
        if value is not None:
            return value.earliest
    return None
