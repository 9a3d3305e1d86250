"""When an interest was held, where no column says so and the words of the interest do: "Former partner", "until 2016".

It refuses to take anything for over where the words go on to something that may still be held.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from coi_audit.model.dates import PartialDate
from coi_audit.readers.dates import parse_date
from coi_audit.readers.periods import PeriodRead, parse_period

_DATE = r"((?:\d|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[\w./ -]{2,20}?)"
_FOLLOWING = r"\s*(?:\bon\b|\bin\b|:)?\s*"
_UNTIL = re.compile(
    rf"\b(?:until|till|up to|ended|ceased|retired|resigned|left|stepped down)\b"
    rf"(?: as [^()]{{1,40}}?)?{_FOLLOWING}{_DATE}\s*\)?\s*\.?$",
    re.IGNORECASE,
)
_FROM = re.compile(
    rf"\b(?:from|since|with effect from|starting|commencing){_FOLLOWING}{_DATE}\s*\)?\s*\.?$", re.IGNORECASE
)
_PERIOD = re.compile(
    rf"(?:^|[\s,;:(–—-])(?:from\s+|between\s+)?{_DATE}\s*(?:\bto\b|\buntil\b|\band\b|[–—]|\s-\s|(?<=\d{{4}})-(?=\d{{4}}))\s*"
    rf"(?:{_DATE}|(?:date|present|now|current|the present))\s*\)?\s*\.?$",
    re.IGNORECASE,
)
_ONWARDS = re.compile(rf"(?:^|[\s,;:(–—-]){_DATE}\s+(?:onwards?|on)\s*\)?\s*\.?$", re.IGNORECASE)
# A last piece of the words that may be dates and nothing else: "(2009 to date)", ", since May 2016".
_LAST = re.compile(r"(?:[(\[]|[,;:]\s|\s[–—-]\s)(?P<date>[^()\[\],;]*\d[^()\[\],;]*)[)\]]?\s*\.?$")
_STILL = re.compile(r";|\.\s+\S|\b(?:now|currently|still|previously|formerly)\b", re.IGNORECASE)
_WHOSE = (
    r"(?:(?:my |his |her )?(?:wife|husband|spouse|partner|civil partner|son|daughter|brother|sister|father|mother) )?"
)
_OVER = re.compile(
    rf"^{_WHOSE}(?:is (?:a|the) )?(?:former\b|formerly\b|previous(?:ly)?\b|past\b|ex[- ]|no longer\b|retired\b|"
    r"retired from\b|resigned\b|ceased\b|was\b|used to be\b)",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    r";|\.\s+\S|\n|\b(?:now|current(?:ly)?|still|continu\w+|remain\w*|but|also|pension|landlord|owns?|premises|shares?|"
    r"shareholder|consult\w+|locum|and (?:is|has|works?))\b|(?:,|\band\b|\bwith\b)\s*(?:\w+\s){0,3}(?:patient|member|"
    r"trustee|chair|director|partner|governor|volunteer|employ\w+|adviser|advisor|works?|nurse|manager)\b",
    re.IGNORECASE,
)
# The role that ended may itself be one of those words: "Locum GP at ... (ended May 2016)".
_OPENING_ROLE = re.compile(r"^(?:[\w'’-]+\s+){0,3}?(?:locum|consult\w+|shareholder|owns?|shares?)\b", re.IGNORECASE)
_LEADING = re.compile(rf"^(?:since|from) {_DATE}\s*[,:–-]?\s+(?=[a-zA-Z(])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Told:
    """What the words tell; both None where they tell nothing."""

    start: PartialDate | None = None
    end: PartialDate | None = None


def told_by_words(nature: str, *, by: date | None) -> Told:
    """The period that the words of one interest give.

    `by` is the day the register speaks for: an interest it calls former, without a date, was over by then.
    """
    text = " ".join(nature.split())
    spanned = _spanned(text)
    if spanned is not None:
        return spanned
    ended, begun = _UNTIL.search(text), _FROM.search(text)
    if ended is not None and not _GOES_ON.search(_OPENING_ROLE.sub("", text)):
        end = parse_date(ended[1]).value
        if end is not None:
            return Told(end=end)
    if _OVER.match(text) and not _GOES_ON.search(nature) and by is not None:
        return Told(end=PartialDate.day(by))
    begun = begun or _LEADING.match(text)
    return Told(start=parse_date(begun[1]).value) if begun is not None else Told()


def _in_order(period: PeriodRead) -> bool:
    start, end = period.start.value, period.end.value
    return start is None or end is None or end.latest >= start.earliest


def _spanned(text: str) -> Told | None:
    """A period at the end of the words: "– Apr-16 to Sept-17", "(1998 to date)", ", 2007 onwards"."""
    match = _LAST.search(text)
    if match is not None and not _STILL.search(text[: match.start()]):
        period = parse_period(match["date"].strip())
        if period.start.problem is None and period.end.problem is None and (period.start.value or period.end.value):
            return Told(period.start.value, period.end.value) if _in_order(period) else None
    match = _PERIOD.search(text)
    if match is not None:
        start = parse_date(match[1]).value
        end = parse_date(match[2]).value if match[2] else None
        if start is not None and (end is not None or not match[2]):
            in_order = end is None or end.latest >= start.earliest
            return Told(start, end) if in_order and not _STILL.search(text[: match.start()]) else None
    match = _ONWARDS.search(text)
    start = parse_date(match[1]).value if match is not None else None
    return Told(start=start) if start is not None else None
