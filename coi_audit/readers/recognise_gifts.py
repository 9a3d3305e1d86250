"""Whether a paper is a register of gifts and hospitality or a declaration of one offer, by its headings and labels."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from coi_audit.readers.records.header import read_label
from coi_audit.readers.records.headings import IGNORED, read_heading

_KIND = "gifts"
_SPEAKS = re.compile(r"\bgifts?\b|\bhospitality\b|\bsponsorship\b|\bdonors?\b|\bofferors?\b|\bg ?& ?h\b", re.IGNORECASE)
_EITHER = re.compile(r"\baccepted\b.*\b(?:declined|refused)\b|\b(?:declined|refused)\b.*\baccepted\b", re.IGNORECASE)
_INTEREST = re.compile(r"\binterests?\b|\bprocure|\btender|\bbidders?\b|\bcontract (?:title|value)\b", re.IGNORECASE)
_OF_AN_OFFER = frozenset({"details", "value", "giver", "accepted", "declined"})
_LEAST = 3  # columns of an offer, the recipient among them or not
_KNOWN_SHARE = 0.6
_FORM_FIELDS = 5


def is_gifts(rows: Iterable[Sequence[str]], lines: Sequence[str], words: str) -> bool:
    """`rows` are the first cells of its tables, `lines` those outside them, `words` its name and opening."""
    filled = [[cell for cell in row if cell.strip()] for row in rows]
    spoken = _SPEAKS.search(words) is not None
    return any(_heads_gifts(row, spoken=spoken) for row in filled) or _is_form(filled, lines, spoken=spoken)


def _heads_gifts(row: Sequence[str], *, spoken: bool) -> bool:
    text = " | ".join(row)
    if len(row) < _LEAST or _INTEREST.search(text):
        return False
    read = [found.field for cell in row if (found := read_heading(_KIND, cell)) is not None]
    known = set(read) - {IGNORED}
    telling = len(known & _OF_AN_OFFER) + ("recipient" in known)
    if telling < _LEAST or len(read) < _KNOWN_SHARE * len(row):
        return False
    return spoken or _SPEAKS.search(text) is not None or _EITHER.search(text) is not None


def _is_form(rows: Sequence[Sequence[str]], lines: Sequence[str], *, spoken: bool) -> bool:
    labels = [row[0] for row in rows if 0 < len(row) <= 4] + [re.split(r"[:\t]", line, maxsplit=1)[0] for line in lines]
    found = {read.field for label in labels if (read := read_label(_KIND, label)) is not None and read.letters > 3}
    enough = len(found - {IGNORED}) >= _FORM_FIELDS and len(found & _OF_AN_OFFER) >= _LEAST
    text = " | ".join(labels)
    return enough and (spoken or _SPEAKS.search(text) is not None) and not _INTEREST.search(text)
