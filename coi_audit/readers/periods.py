"""When an interest was held, where both ends stand in one cell: "2012 - 2016", "left in May 2014"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from coi_audit.readers.dates import DateRead, parse_date


@dataclass(frozen=True, slots=True)
class PeriodRead:
    """Both ends of a period written in one cell, with the words of each."""

    start: DateRead
    end: DateRead
    start_text: str = ""
    end_text: str = ""


_NOTHING = DateRead(open=True)
# What parts two dates, the plainest first; a mark that dates themselves are written with comes last.
_BETWEEN = re.compile(
    r"\s+to:?\s+|\s*[–—→>]\s*|\s+-+\s*|\s*-+\s+|\s+(?:until|untill|till|through|up to|thru)\s+|\bto:\s*"
    r"|\s+(?=(?:end(?:ed|s|ing)?|to|until|finish(?:ed)?|ceased|left)\b)|-|\s+(?=\(?(?:present|current|ongoing|still)\b)"
    r"|\s*\(\s*(?=(?:ended|until|to|ceased|left|resigned|retired)\b)|;|,\s*|\s+and\s+|\s*/\s*",
    re.IGNORECASE,
)
_ENDED = r"(?:until|untill|till|to|up to|ended|ceased|left|retired|resigned|finished|stepped down|expired|terminated)"
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
_ONLY_END = re.compile(
    rf"(?:[-–—]\s*|{_ENDED}\b(?:\s+[a-z]+){{0,3}}?[\s:,]+)(?P<date>(?:\d|{_MONTH}).*)", re.IGNORECASE
)
_STILL_SINCE = re.compile(
    r"(?:(?:is|still)\s+)?(?:on-?going|current(?:ly)?|present|continuing|still held|held|active)\s*[,:(–-]*\s*"
    r"(?=(?:since|from)\b)(?P<date>[^()]+?)\)?",
    re.IGNORECASE,
)
_REMARK = re.compile(r"\s*\([^()]*\)$")
_STILL = re.compile(r"\b(?:on-?going|current|present|still held|to date|continuing)\b", re.IGNORECASE)
_OVER = re.compile(rf"\b(?:{_ENDED}|over|former)\b", re.IGNORECASE)
_SHORT_LEFT = re.compile(r"(?:from\s+|between\s+)?(?:\d{1,2}(?:st|nd|rd|th)?)?\s*(?:[A-Za-z]{3,9})?", re.IGNORECASE)


def parse_period(value: object) -> PeriodRead:
    """Read "2012 - 2016", "From 1 May 2012", "April 2015 to date" or a single date, which is then the beginning."""
    whole = parse_date(value)
    text = "" if value is None else str(value).strip()
    if not isinstance(value, str):
        return PeriodRead(whole, _NOTHING, _shown(value), "")
    joined = " ".join(text.split())
    if whole.said:
        return PeriodRead(_NOTHING, whole, "", text)
    if (match := _ONLY_END.fullmatch(joined)) and (end := parse_date(match["date"])).value is not None:
        return PeriodRead(_NOTHING, end, "", text)
    if whole.problem is None:
        return PeriodRead(whole, _NOTHING, text, "")
    if (match := _STILL_SINCE.fullmatch(joined)) and (start := parse_date(match["date"])).value is not None:
        return PeriodRead(start, DateRead(open=True, said=True), match["date"], text)
    return _parted(joined) or _with_remark(joined) or PeriodRead(whole, _NOTHING, text, "")


def _parted(joined: str) -> PeriodRead | None:
    """The period of a text with a date on either side of a mark; of one date that can be read where no two can."""
    one_sided: PeriodRead | None = None
    for before, right in _sides(joined):
        left, end = before, parse_date(right)
        start = parse_date(left)
        if start.problem is not None and end.value is not None:
            left, start = _borrowed(before, right, start)
        if start.problem is None and end.problem is None and left and (start.value or end.value):
            return PeriodRead(start, end, left, right)
        if one_sided is None and (start.problem is None) != (end.problem is None) and left and right:
            one_sided = PeriodRead(start, end, left, right)
    remarked = _with_remark(joined)
    return remarked if remarked is not None else one_sided


def _sides(joined: str) -> Iterator[tuple[str, str]]:
    for match in sorted(_BETWEEN.finditer(joined), key=lambda one: (_doubt(one.group()), one.start())):
        yield joined[: match.start()].strip(), joined[match.end() :].strip()


def _doubt(mark: str) -> int:
    """How likely a mark stands within a date rather than between two: a comma, or a stroke with no space before."""
    if mark.strip() in (",", "and"):
        return 1
    return 2 if mark.strip() in ("/", "-") and not mark[:1].isspace() else 0


def _borrowed(left: str, right: str, start: DateRead) -> tuple[str, DateRead]:
    """ "April - June 2014", "1-30 June 2015": the first date lacks what the second says."""
    if not left or _SHORT_LEFT.fullmatch(left) is None:
        return left, start
    words = right.split()
    for count in (1, 2):
        whole = f"{left} {' '.join(words[-count:])}"
        read = parse_date(whole)
        if len(words) > count and read.value is not None:
            return whole, read
    return left, start


def _with_remark(joined: str) -> PeriodRead | None:
    """A period with words in brackets behind it that are no date: "March 2019 (resigned)", "2012 (ongoing)"."""
    bare = _REMARK.sub("", joined)
    if bare == joined or not bare:
        return None
    remark = joined[len(bare) :]
    read = parse_period(bare)
    if read.start.problem is not None or read.end.problem is not None:
        return None
    if read.end.value is None and _STILL.search(remark):
        return PeriodRead(read.start, DateRead(open=True, said=True), read.start_text, joined)
    if read.end.value is None and read.start.value is not None and _OVER.search(remark):
        return PeriodRead(_NOTHING, read.start, "", joined)
    return read


def _shown(value: object) -> str:
    if value is None:
        return ""
    return value.date().isoformat() if isinstance(value, datetime) else str(value).strip()
