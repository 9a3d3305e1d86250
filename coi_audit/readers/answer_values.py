"""What may be answered to a question, read from what a person or a script gives."""

from __future__ import annotations

import difflib
import re

from coi_audit.errors import UserError
from coi_audit.model.answers import (
    DONT_KNOW,
    NO_INTEREST,
    NO_ORGANISATION,
    NONE_OF_THESE,
    SOMEBODY_ELSE,
    STILL_HELD,
    Question,
    QuestionKind,
)
from coi_audit.model.dates import PartialDate, Precision
from coi_audit.model.words import InterestCategory, Purpose, Relationship, Role, Scope
from coi_audit.readers.dates import parse_date

DATES = (QuestionKind.INTEREST_FROM, QuestionKind.INTEREST_UNTIL, QuestionKind.REGISTER_EDITION)
# The words allowed where a question takes one of a closed set, whatever the papers are.
CLOSED: dict[QuestionKind, tuple[str, ...]] = {
    QuestionKind.ITEM_SCOPE: tuple(Scope),
    QuestionKind.ITEM_PURPOSE: tuple(Purpose),
    QuestionKind.INTEREST_CATEGORY: tuple(InterestCategory),
    QuestionKind.INTEREST_RELATIONSHIP: tuple(one for one in Relationship if one is not Relationship.UNSTATED),
    QuestionKind.ROLE: tuple(Role),
}
_SPECIAL = (NONE_OF_THESE, NO_ORGANISATION, SOMEBODY_ELSE, NO_INTEREST, STILL_HELD)
_NOT_KNOWN = re.compile(
    r"(?:(?:i|we) )?(?:do not|don t|dont) know|not known|unknown|no idea|dont know|cannot say|can t say|dk|\?+"
)
_LONGEST = 200
_SHORTEST_CODE = 4


def canonical(kind: QuestionKind, given: str) -> tuple[str, PartialDate | None]:
    """An answer in the one form in which it is kept, and its date where the question takes one.

    Raises `UserError` where it cannot be an answer of that kind.
    """
    text = " ".join(given.replace("’", "'").split())
    folded = re.sub(r"[^\w?]+", " ", text.casefold()).strip()
    if not text or len(text) > _LONGEST:
        raise _wrong(given, "is empty" if not text else "is too long", "give one of the answers offered.")
    if _NOT_KNOWN.fullmatch(folded):
        return DONT_KNOW, None
    special = next((one for one in _SPECIAL if folded == one), None)
    if kind in DATES and special is None:
        return _dated(kind, text)
    if kind in CLOSED:
        word = folded.replace(" ", "_")
        if word not in CLOSED[kind]:
            near = difflib.get_close_matches(word, CLOSED[kind], 1, 0.6)
            fix = f'write "{near[0]}".' if near else f"use one of {', '.join(CLOSED[kind])}."
            raise _wrong(given, "is not one of the words allowed here", fix)
        return word, None
    return special or text, None


def chosen(question: Question, given: str) -> tuple[str, PartialDate | None]:
    """An answer to this very question: the number of a choice, its value or label, or words where they may be typed.

    Raises `UserError` for anything else.
    """
    text = " ".join(given.split())
    if text.isdigit() and 1 <= int(text) <= len(question.choices):
        return canonical(question.kind, question.choices[int(text) - 1].value)
    for one in question.choices:
        if text.casefold() in (one.value.casefold(), one.label.casefold()):
            return canonical(question.kind, one.value)
    value, when = canonical(question.kind, text)
    number = text.isdigit() and len(text) < _SHORTEST_CODE  # of a choice that there is not; a year is longer
    if value == DONT_KNOW or (question.free is not None and not number):
        return value, when
    known = next((one for one in question.choices if one.value.casefold() == value.casefold()), None)
    if known is None:
        offered = ", ".join(f"{number} ({one.label})" for number, one in enumerate(question.choices, 1))
        raise _wrong(given, "is none of the answers offered", f"give one of {offered}, or say that you do not know.")
    return known.value, when


def fits(question: Question, value: str) -> bool:
    """Whether a kept answer is one that the question takes."""
    if value == DONT_KNOW or question.free is not None:
        return True
    return any(one.value.casefold() == value.casefold() for one in question.choices)


def _dated(kind: QuestionKind, text: str) -> tuple[str, PartialDate | None]:
    read = parse_date(text)
    if read.said and kind is QuestionKind.INTEREST_UNTIL:
        return STILL_HELD, None
    if read.value is None:
        raise _wrong(text, "is not a date", "write it as YYYY-MM-DD, or a month or year where no more is known.")
    return _written(read.value), read.value


def _written(value: PartialDate) -> str:
    """`2017-04-01`, `2017-04` or `2017`: what reads back as the same date."""
    forms = {Precision.DAY: "%Y-%m-%d", Precision.MONTH: "%Y-%m", Precision.YEAR: "%Y"}
    written = value.earliest.strftime(forms[value.precision])
    return written if parse_date(written).value == value else str(value)


def _wrong(given: str, problem: str, fix: str) -> UserError:
    return UserError(f'"{given[:_LONGEST]}" {problem}.', fix=fix)
