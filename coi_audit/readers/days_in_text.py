"""Full dates as they stand in running text ("Tuesday 5th September 2017", "05/09/2017"), with where they stand."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_OF = r"(?:day\s+of\s+|of\s+)?"  # "2nd day of July"
_YEAR = r"(?P<year>20\d\d|['’‘]\d\d|\d\d(?!\d|[.:]\d\d))(?!\d)"  # "2 July 10.30" gives a time, no year
_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?<!\d)(?P<day>\d{{1,2}})\s?(?:st|nd|rd|th)?\s*{_OF}[-\s]?{_MONTH}[,\s-]*{_YEAR}",
        rf"\b{_MONTH}\s+(?:the\s+)?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>20\d\d|['’‘]\d\d)(?!\d)",
        r"(?<!\d)(?P<year>20\d\d)[-./_](?P<month>\d{1,2})[-./_](?P<day>\d{1,2})(?!\d)",
        r"(?<!\d)(?P<day>\d{1,2})[-./_](?P<month>\d{1,2})[-./_](?P<year>20\d\d|\d\d)(?!\d)",
        r"(?<!\d)(?P<year>20\d\d)(?P<month>[01]\d)(?P<day>[0-3]\d)(?!\d)",
    )
)
_NO_YEAR = re.compile(
    rf"(?<!\d)(?P<day>\d{{1,2}})\s?(?:st|nd|rd|th)?\s*{_OF}{_MONTH}(?![a-z])(?![,\s-]*\d{{4}})", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class FoundDay:
    """A day named at `text[start:end]`."""

    on: date
    start: int
    end: int


def find_days(text: str) -> list[FoundDay]:
    """Every full date in the text, in order; days before months. Impossible dates are left out."""
    found: dict[int, FoundDay] = {}
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            day = _day(match)
            overlaps = any(match.start() < other.end and other.start < match.end() for other in found.values())
            if day is not None and not overlaps:
                found[match.start()] = FoundDay(day, match.start(), match.end())
    return [found[start] for start in sorted(found)]


def first_day(text: str) -> date | None:
    """The first full date in the text."""
    found = find_days(text)
    return found[0].on if found else None


def days_after(text: str, after: date | None) -> list[date]:
    """The full dates in the text later than `after`; a day without a year is taken as the next such day after it."""
    found = {day.start: day.on for day in find_days(text)}
    if after is not None:
        for match in _NO_YEAR.finditer(text):
            if match.start() not in found and (day := _next(match, after)) is not None:
                found[match.start()] = day
    return [found[start] for start in sorted(found) if after is None or found[start] > after]


def _next(match: re.Match[str], after: date) -> date | None:
    for year in (after.year, after.year + 1):
        day = _build(year, match["month"], match["day"])
        if day is not None and day > after:
            return day
    return None


def _day(match: re.Match[str]) -> date | None:
    year = int(match["year"].lstrip("'’‘"))
    return _build(year + 2000 if year < 100 else year, match["month"], match["day"])


def _build(year: int, month: str, day: str) -> date | None:
    number = int(month) if month.isdigit() else _MONTHS.index(month[:3].casefold()) + 1
    try:
        return date(year, number, int(day))
    except ValueError:
        return None
