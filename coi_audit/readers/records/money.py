"""Sums of money as people write them: "£1,250.00", "c. £50", "under £25", "£10-£15", "£1.2m", "2 x £15", "nil"."""

from __future__ import annotations

import re

from coi_audit.readers.records.values import Read, fold, is_one_of, is_silent

_PENNY = 0.01
_NUMBER = r"(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)"
_SCALE = r"(?P<scale>\s?(?:million|thousand|mn|m|k|bn|billion)\b)?"
_SUM = re.compile(
    rf"(?P<sign>£|\bgbp\b|\bpounds?\b)?\s*{_NUMBER}{_SCALE}(?P<after>\s?(?:pounds?\b|gbp\b|pence\b|p\b(?!\.?\s?a\b)))?",
    re.IGNORECASE,
)
_SCALES = {"million": 1e6, "mn": 1e6, "m": 1e6, "thousand": 1e3, "k": 1e3, "bn": 1e9, "billion": 1e9}
_OTHER_MONEY = re.compile(r"[€$¥]|\b(?:euros?|eur|usd|dollars?|francs?|chf)\b", re.IGNORECASE)
_BELOW = re.compile(
    r"(?:\b(?:under|below|less than|lower than|not exceeding|no more than|not more than|up to|max(?:imum)?)|[<≤])"
    r"[\s:a-z]{0,12}$",
    re.IGNORECASE,
)
_STRICTLY_BELOW = re.compile(r"(?:\b(?:under|below|less than|lower than)|<(?!=))[\s:a-z]{0,12}$", re.IGNORECASE)
_ABOVE = re.compile(
    r"(?:\b(?<!not )(?<!no )(?:over|above|more than|in excess of|exceeding|greater than)|>)[\s:a-z]{0,12}$",
    re.IGNORECASE,
)
_RANGE = re.compile(r"^\s*(?:-|–|—|to|and|or)\s*(?:about\s+)?£?\s*$", re.IGNORECASE)
_TIMES_BEFORE = re.compile(
    r"(?P<count>\d{1,3})\s*[x×@]\s*$|(?P<of>\d{1,3})\s+(?:\w+\s+){1,3}(?:at|@)\s*$", re.IGNORECASE
)
_TIMES_AFTER = re.compile(r"^\s*(?:each|per head|per person|pp)?\s*[(]?\s*[x×]\s*(?P<count>\d{1,3})\b", re.IGNORECASE)
_BELOW_NOTHING = re.compile(
    r"^(?:[-–−]\s?£?\s?[\d.]|£\s?[-–−]\s?\d|\(\s*£?\s?[\d,.]+\s*\)$)"
)  # a dash, or an account's brackets
_RUNS_ON = re.compile(r"[.,]\d|\s\d{3}(?!\d)")  # "£12.345.6", "£20 000"
_SHARE = re.compile(
    r"^\s*\)?\s*(?:each|per\s+\w+|p\.?\s?a\b|p\.?p\b|p/h|annually|a year|a head|a month|monthly"
    r"|/\s*(?:year|head|person|month))",
    re.IGNORECASE,
)
_WHOLE = re.compile(r"\b(?:total(?:ling)?|in all|altogether)\b", re.IGNORECASE)
_BARE_WORDS = re.compile(
    r"(?:\b(?:approx(?:imately)?|about|around|circa|c|ca|est(?:imated)?|say|value|worth|only|plus|vat|inc(?:l|luding)?|exc?(?:l|luding)?|of|in|at|the|per|annum|year|each|head|person|total|pa|pp|between|and|to|or"
    r"|from|under|below|over|less|more|than|up|max(?:imum)?|min(?:imum)?|not|no|exceeding|above)\b|[~<>≤≥=+.,()\-–—/\s])+",
    re.IGNORECASE,
)


class _Sum:
    """One sum in a text: pounds, where it stands, and whether a sign or word says that it is money."""

    def __init__(self, match: re.Match[str]) -> None:
        amount = float(match["number"].replace(",", ""))
        after = (match["after"] or "").strip().casefold()
        scale = (match["scale"] or "").strip().casefold()
        pence = after in ("p", "pence") and not match["sign"]
        self.pounds = amount * _SCALES.get(scale, 1.0) / (100 if pence else 1)
        self.start, self.end = match.span()
        self.money = bool(match["sign"] or after or scale)


def read_money(value: object, text: str) -> Read[float]:
    """A sum in pounds, or None where the cell is blank or says that it is not known.

    Of a range the upper end; "under £25" is a penny less, "over £50" a penny more; "nil" is 0. "4 x £20" is multiplied
    out, "£80 (£20 each)" is 80. Several sums that are no range, another currency, and words without a sum are problems.
    """
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return Read(float(value)) if value >= 0 else Read(problem="is a sum below nothing")
    if is_one_of("zero", text):
        return Read(0.0)
    if is_silent(text) or is_one_of("no_sum", text):
        return Read()
    words = " ".join(text.replace("\xa0", " ").split())
    if _BELOW_NOTHING.match(words):
        return Read(problem="is a sum below nothing")
    sums = _sums(words)
    if any(_RUNS_ON.match(words[one.end :]) for one in sums):
        return Read(problem="is not a sum of money")
    if not sums:
        return Read(
            problem="gives its value in another currency" if _OTHER_MONEY.search(words) else "is not a sum of money"
        )
    return _chosen(words, sums)


def _sums(words: str) -> list[_Sum]:
    """The sums of a text: those with a sign; of bare numbers only where next to nothing else is said."""
    found = [_Sum(match) for match in _SUM.finditer(words)]
    if any(one.money for one in found):
        return _with_ends_of_ranges(words, found)
    rest = words
    for one in reversed(found):
        rest = f"{rest[: one.start]} {rest[one.end :]}"
    return found if _BARE_WORDS.fullmatch(f" {rest} ") and not _OTHER_MONEY.search(words) else []


def _with_ends_of_ranges(words: str, found: list[_Sum]) -> list[_Sum]:
    """ "£10-15" and "10-£15": the end without a sign belongs to the sum beside it."""
    kept = []
    for at, one in enumerate(found):
        before, after = found[at - 1] if at else None, found[at + 1] if at + 1 < len(found) else None
        joined = (before is not None and before.money and _RANGE.match(words[before.end : one.start])) or (
            after is not None and after.money and _RANGE.match(words[one.end : after.start])
        )
        if one.money or joined:
            kept.append(one)
    return kept


def _chosen(words: str, sums: list[_Sum]) -> Read[float]:
    if len(sums) == 2 and _RANGE.match(words[sums[0].end : sums[1].start]):
        return Read(max(one.pounds for one in sums))
    if len(sums) > 1:
        whole = [one for one in sums if not _SHARE.match(words[one.end :])]
        if len(whole) == 1:
            return Read(whole[0].pounds)
        named = [
            one
            for one in sums
            if _WHOLE.search(words[max(0, one.start - 14) : one.start]) or _WHOLE.match(words[one.end :].lstrip(" (:"))
        ]
        if len(named) == 1:
            return Read(named[0].pounds)
        if len({one.pounds for one in sums}) > 1:
            return Read(problem="gives several sums")
    one = sums[0]
    before, after = words[: one.start], words[one.end :]
    times = _TIMES_BEFORE.search(before) or _TIMES_AFTER.match(after)
    if times is not None:
        return Read(one.pounds * int(next(count for count in times.groups() if count)))
    if _STRICTLY_BELOW.search(before):
        return Read(max(0.0, round(one.pounds - _PENNY, 2)))
    if _ABOVE.search(before) and not _BELOW.search(before):
        return Read(round(one.pounds + _PENNY, 2))
    return Read(one.pounds)


def says_nothing_of_value(text: str) -> bool:
    """Whether a value cell is blank or says that the value is not known."""
    return is_silent(text) or is_one_of("no_sum", text) or not fold(text)
