"""What a reader understood but a person should look at: dates of two readings, guesses, what a paper does not say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from coi_audit.model.dates import PartialDate, Precision, in_words
from coi_audit.model.evidence import Recorded
from coi_audit.model.interests import Interest, Register
from coi_audit.model.meetings import Agenda, AgendaItem, Minutes
from coi_audit.model.words import MinutesStatus

_TEXT_OF = {"held_from": "from_text", "held_until": "until_text"}  # where a record keeps the words of a date
_DAY_OR_YEAR = re.compile(r"[a-z]\.?\s*[-/ .]?\s*\d{2}\s*$", re.IGNORECASE)  # "Sep 16", not "Sept '16"
_BLURRED = re.compile(
    r"\b(?:early|mid|late|approx\w*|circa|c|about|around|beginning|end of|before|after|or|q[1-4])\b|[?~]", re.IGNORECASE
)
_YEAR_MONTHS = 12


@dataclass(frozen=True, slots=True)
class Doubt:
    """One field of a record, and in words why what was understood of it may be wrong."""

    field: str
    why: str


def doubts_of(record: Recorded, document: Recorded | None) -> tuple[Doubt, ...]:
    """What to look at in one record of a document, in the order of its fields."""
    found = [*_vague_dates(record)]
    if isinstance(record, Interest):
        columns = document.columns if isinstance(document, Register) else ()
        found += _of_interest(record, columns)
    if isinstance(record, AgendaItem) and not record.number:
        found.append(Doubt("number", "no number was found before it"))
    order = list(type(record).model_fields)
    return tuple(sorted(found, key=lambda doubt: order.index(doubt.field)))


def questions_of(document: Recorded | None) -> tuple[str, ...]:
    """What the document as a whole leaves open, as questions to whoever keeps it."""
    return tuple(_questions(document))


def _vague_dates(record: Recorded) -> Iterator[Doubt]:
    for name in type(record).model_fields:
        value = getattr(record, name)
        if isinstance(value, PartialDate) and value.precision is not Precision.DAY:
            text = getattr(record, _TEXT_OF.get(name, ""), "")
            why = _second_reading(value, text)
            if why:
                yield Doubt(name, f"{why}: taken for {in_words(value.earliest)} to {in_words(value.latest)}")


def _second_reading(value: PartialDate, text: str) -> str:
    """Why a month or year as written may be meant otherwise; empty for a plain one: "2016", "Sept 2019", "05/2016"."""
    if _DAY_OR_YEAR.search(text):
        return f'"{text}" may end in a day or a year'
    first, last = value.earliest, value.latest
    whole_months = first.day == 1 and (last + timedelta(days=1)).day == 1
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    plain = months == 1 or (months == _YEAR_MONTHS and first.month == 1)
    if whole_months and plain and not _BLURRED.search(text):
        return ""
    return f"only the {value.precision.value} is given"


def _of_interest(record: Interest, columns: tuple[str, ...]) -> Iterator[Doubt]:
    if record.category is None:
        yield Doubt("category", "the register does not say which kind of interest it is")
    elif columns and "category" not in columns:
        yield Doubt("category", "the register has no column for it: taken from the words")
    if record.direct is None:
        yield Doubt("direct", "the register does not say whether it is direct or indirect")
    if not record.organisation:
        yield Doubt("organisation", "no organisation was found in the words")
    if record.from_text and record.held_from is None:
        yield Doubt("held_from", f'"{record.from_text}" is no date')


def _questions(document: Recorded | None) -> Iterator[str]:
    if isinstance(document, Register):
        if document.edition is None:
            yield "For which day does this edition of the register speak? No date was found in it or in its name."
        elif "saved" in document.edition_from:
            yield f"Does this edition speak for {in_words(document.edition)}? That is the day the file was last saved."
        if document.public is None:
            yield "Is this the published register, or the body's own full one? It does not say."
    if isinstance(document, Agenda | Minutes):
        if document.on is None:
            yield "On which day is the meeting? No date was found."
        if not document.committee:
            yield "Which committee met? No name was found."
    if isinstance(document, Minutes) and document.status is MinutesStatus.UNSTATED:
        yield "Are these minutes a draft, or were they ratified? They do not say."
