"""Dates as people write them in registers and papers: day first, with the precision they gave, never guessed.

A table of strict patterns comes first, because a loose parser turns 31/02/2017 or "second floor" into a day; the
`dateparser` library is asked only for wordings the table lacks, strictly, and is imported only then.
"""

from __future__ import annotations

import calendar
import re
import warnings
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from coi_audit.model.dates import PartialDate, Precision

_MONTHS = {name.casefold()[:3]: number for number, name in enumerate(calendar.month_name) if name}
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
    r"oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_SEP = r"\s*[./\-–\\ ,]\s*"
_DOT = r"\s*[./\-–\\ ]\s*"
_ORDINAL = r"(?:st|nd|rd|th)?"
_ANY_YEAR = r"(?P<year>\d{4}|\d{2})"
_TIME = r"(?:[t ]\s*\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:\.\d+)?)?\s*(?:am|pm|z)?)?"
_DAY_PATTERNS = [
    re.compile(rf"(?P<year>\d{{4}})[-/.](?P<monthno>\d{{1,2}})[-/.](?P<day>\d{{1,2}}){_TIME}"),
    re.compile(r"(?P<year>(?:19|20)\d{2})(?P<monthno>[01]\d)(?P<day>[0-3]\d)"),
    re.compile(rf"(?P<day>\d{{1,2}}){_DOT}(?P<monthno>\d{{1,2}}){_DOT}{_ANY_YEAR}{_TIME}"),
    re.compile(rf"(?P<day>\d{{1,2}}){_ORDINAL}\s*(?:day\s+of\s+|of\s+)?[.\-/ ]?\s*{_MONTH}{_SEP}['’‘]?{_ANY_YEAR}"),
    re.compile(rf"(?P<day>\d{{1,2}}){_ORDINAL}(?:of)?{_MONTH}{_ANY_YEAR}"),
    re.compile(rf"{_MONTH}\s+(?P<day>\d{{1,2}}){_ORDINAL}(?:\s*,\s*|\s+)(?P<year>\d{{4}})"),
]
_MONTH_PATTERNS = [
    re.compile(rf"{_MONTH}\s*(?:of\s+)?[.\-/–, ]?\s*['’‘]?(?P<year>\d{{4}}|\d{{2}})"),
    re.compile(r"(?P<monthno>\d{1,2})[./\-](?P<year>\d{4})"),
    re.compile(r"(?P<year>\d{4})[-/. ](?P<monthno>0[1-9]|1[0-2])"),
    re.compile(rf"(?P<year>\d{{4}})[\s\-]+{_MONTH}"),
]
_YEARS = re.compile(r"(?:(?:fy|f/y|financial\s+year)\s*)?(?P<year>\d{4})\s*[/\-–]\s*(?P<next>\d{4}|\d{2})")
_DECADE = re.compile(r"(?:the\s+)?(?:early\s+|mid[\s-]+|late\s+)?(?P<decade>(?:19|20)\d)0'?s")
_SEASON = re.compile(r"(?P<season>spring|summer|autumn)(?:\s+of)?\s+(?P<year>\d{4})")
_SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11)}  # winter lies in two years
_YEAR = re.compile(r"(?P<year>\d{4})")
_OPEN = re.compile(
    r"(?:still\s+)?(?:current(?:ly)?|present(?:\s+day)?|on-?\s?going|to\s+date|to\s+present|date|now|continuing|continues|"
    r"to\s+current|still\s+held|(?:to\s+)?current\s+date|open(?:\s*-?\s*ended)?|not\s+ended|indefinite(?:ly)?|permanent|(?:until\s+)?further\s+notice|still(?:\s+\w+){1,4}|in\s+post|"
    r"today|to\s+the\s+present(?:\s+day)?|no\s+end\s+date|active|extant|live)"
)
_BLANK = re.compile(
    r"[\s\-–—.,_/\\]*|n\s*/\s*a|n\.a\.?|na|nil|none|not\s+(?:applicable|known|stated|given|recorded|specified)|unknown|tbc|tba|\?+"
)
_LEAD = re.compile(
    r"^(?:(?:from|since|between|as\s+(?:at|of|from)|wef|w\.e\.f\.?|with\s+effect\s+from|effective(?:\s+from)?|starting|started|"
    r"start(?:\s+date)?|began|commenced|commencing|until|untill?|till|up\s+to|to|end(?:ed|s|ing|\s+date)?|ceased|"
    r"resigned|retired|left|appointed|signed|declared|updated|reviewed|received|approx(?:imately|\.)?|circa|c\.|about|around|in|on|early|mid|late|end\s+of|"
    r"beginning\s+of|spring|summer|autumn|winter|dated?|q[1-4]|w/c|week\s+commencing)[\s:.\-]+)+"
)
_WEEKDAY = re.compile(r"^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+")
_TRAIL = re.compile(r"[\s.,;:*†)]+$")
_EARLIEST_YEAR, _LATEST_YEAR = 1900, 2100
_EXCEL_EPOCH = date(1899, 12, 30)
_EXCEL_SERIALS = range(18_264, 73_051)  # 1950 to 2099
_TWO_DIGIT_PIVOT = 60


@dataclass(frozen=True, slots=True)
class DateRead:
    """What a cell's date was taken for.

    `open` is true for a blank, "current", "to date" and the like; `said` only where words say that it still goes on.
    `problem` is a phrase such as "is not a date" for what cannot be read; then `value` is None.
    """

    value: PartialDate | None = None
    open: bool = False
    problem: str | None = None
    said: bool = False


def parse_date(value: object) -> DateRead:
    """Read one date from a cell: text, a date, a datetime or an Excel serial number.

    Day always before month, as in the United Kingdom. "Sept 2019" has precision month, "2015" and "2015/16" (a
    financial year, April to March) precision year, and so has "Summer 2015", which is June to August. A day that the
    calendar lacks is a problem, never moved.
    """
    if value is None or isinstance(value, bool):
        return DateRead(open=True) if value is None else DateRead(problem="is not a date")
    if isinstance(value, datetime):
        return DateRead(PartialDate.day(value.date()))
    if isinstance(value, date):
        return DateRead(PartialDate.day(value))
    if isinstance(value, (int, float)):
        return _from_number(float(value))
    text = str(value)
    folded = _fold(text)
    if _BLANK.fullmatch(folded):
        return DateRead(open=True)
    if _OPEN.fullmatch(folded):
        return DateRead(open=True, said=True)
    return _from_text(folded)


def _fold(text: str) -> str:
    folded = " ".join(text.replace("\xa0", " ").split()).casefold().strip("\"'()[] ")
    folded = _WEEKDAY.sub("", folded)
    return _TRAIL.sub("", folded)


def _from_number(number: float) -> DateRead:
    if number == int(number) and _EARLIEST_YEAR <= number <= _LATEST_YEAR:
        return DateRead(_year(int(number)))
    if int(number) in _EXCEL_SERIALS:
        return DateRead(PartialDate.day(_EXCEL_EPOCH + timedelta(days=int(number))))
    return DateRead(problem="is not a date")


def _from_text(folded: str) -> DateRead:
    if (season := _SEASON.search(folded)) and _plausible(int(season["year"])) and season.end() == len(folded):
        return _season(int(season["year"]), *_SEASONS[season["season"]])
    bare = _WEEKDAY.sub("", _LEAD.sub("", folded))
    bare = re.sub(r"^c\.?(?=\d{4})", "", bare)
    bare = re.sub(r"\s+(?:approx(?:imately)?|onwards?|\+)$", "", bare).strip()
    if re.fullmatch(r"\d{5}(?:\.0+)?", bare) and int(float(bare)) in _EXCEL_SERIALS:
        return _from_number(float(bare))
    for pattern in _DAY_PATTERNS:
        if match := pattern.fullmatch(bare):
            return _day(match)
    if (match := _YEARS.fullmatch(bare)) and _financial(match):
        year = int(match["year"])
        return DateRead(PartialDate(earliest=date(year, 4, 1), latest=date(year + 1, 3, 31), precision=Precision.YEAR))
    for pattern in _MONTH_PATTERNS:
        if match := pattern.fullmatch(bare):
            return _month(match)
    if match := _DECADE.fullmatch(bare):
        first, last = date(int(match["decade"]) * 10, 1, 1), date(int(match["decade"]) * 10 + 9, 12, 31)
        return DateRead(PartialDate(earliest=first, latest=last, precision=Precision.YEAR))
    if match := _YEAR.fullmatch(bare):
        year = int(match["year"])
        return DateRead(_year(year)) if _plausible(year) else DateRead(problem="is not a date")
    return _by_library(bare)


def _financial(match: re.Match[str]) -> bool:
    """Whether "2015/16" names a financial year: the second year follows the first."""
    following = int(match["year"]) + 1
    return _plausible(following) and match["next"] in (str(following), f"{following % 100:02d}")


def _month_of(match: re.Match[str]) -> int:
    groups = match.groupdict()
    return _MONTHS[groups["month"][:3]] if groups.get("month") else int(groups["monthno"])


def _year_of(match: re.Match[str]) -> int:
    year = int(match["year"])
    if len(match["year"]) == 2:
        year += 1900 if year >= _TWO_DIGIT_PIVOT else 2000
    return year


def _plausible(year: int) -> bool:
    return _EARLIEST_YEAR <= year <= _LATEST_YEAR


def _day(match: re.Match[str]) -> DateRead:
    year = _year_of(match)
    try:
        found = date(year, _month_of(match), int(match["day"]))
    except ValueError:
        return DateRead(problem="is not a date")
    return DateRead(PartialDate.day(found)) if _plausible(year) else DateRead(problem="is not a date")


def _month(match: re.Match[str]) -> DateRead:
    year, month = _year_of(match), _month_of(match)
    if not _plausible(year) or not 1 <= month <= 12:
        return DateRead(problem="is not a date")
    last = calendar.monthrange(year, month)[1]
    span = PartialDate(earliest=date(year, month, 1), latest=date(year, month, last), precision=Precision.MONTH)
    return DateRead(span)


def _season(year: int, first: int, last: int) -> DateRead:
    """A season is known no better than its year, but its days are."""
    days = (date(year, first, 1), date(year, last, calendar.monthrange(year, last)[1]))
    return DateRead(PartialDate(earliest=days[0], latest=days[1], precision=Precision.YEAR))


def _year(year: int) -> PartialDate:
    return PartialDate(earliest=date(year, 1, 1), latest=date(year, 12, 31), precision=Precision.YEAR)


def _by_library(bare: str) -> DateRead:
    """A wording the table lacks: only with a month's name and a four-digit year, so that nothing is made up."""
    if len(bare) > 40 or not re.search(rf"\b{_MONTH}(?!\w)", bare) or not re.search(r"\b(?:19|20)\d{2}\b", bare):
        return DateRead(problem="is not a date")
    if len(re.findall(r"\b(?:19|20)\d{2}\b", bare)) > 1:
        return DateRead(problem="is not one date")
    if re.search(r"[()]|\s[-–]\s|\d\s*[-–]\s*\d|'\d|\b(?:years?|months?|weeks?|days?)\b", bare):
        return DateRead(problem="is not a date")  # a span or a length of time, of which the library keeps one end
    import dateparser  # takes a third of a second to import, and is rarely needed

    settings = {"STRICT_PARSING": True, "DATE_ORDER": "DMY", "PARSERS": ["absolute-time"]}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        found = dateparser.parse(bare, languages=["en"], settings=settings)
    return DateRead(PartialDate.day(found.date())) if found else DateRead(problem="is not a date")
